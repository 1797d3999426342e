/** Eight tables: one step handles eight bytes, which matters on sheets of several hundred megabytes of XML. */
const TABLES = construireTables()

function construireTables(): Int32Array[] {
  const premiere = Int32Array.from({ length: 256 }, (_, i) => {
    let c = i
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    return c
  })
  const tables = [premiere]
  for (let n = 1; n < 8; n++) {
    const precedente = tables[n - 1] ?? premiere
    tables.push(precedente.map((c) => (c >>> 8) ^ (premiere[c & 255] ?? 0)))
  }
  return tables
}

const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
]

const lu = (table: Int32Array, i: number): number => table[i & 255] as number

/**
 * CRC-32 as ZIP wants it. Give the previous result to go on with the next piece.
 *
 * @example crc32(new Uint8Array([49, 50, 51, 52, 53, 54, 55, 56, 57])).toString(16) //=> 'cbf43926'
 */
export function crc32(octets: Uint8Array, precedent = 0): number {
  const octet = (i: number): number => octets[i] as number
  let c = ~precedent
  let i = 0
  for (const fin = octets.length - 7; i < fin; i += 8) {
    c ^= octet(i) | (octet(i + 1) << 8) | (octet(i + 2) << 16) | (octet(i + 3) << 24)
    c =
      lu(T7, c) ^
      lu(T6, c >>> 8) ^
      lu(T5, c >>> 16) ^
      lu(T4, c >>> 24) ^
      lu(T3, octet(i + 4)) ^
      lu(T2, octet(i + 5)) ^
      lu(T1, octet(i + 6)) ^
      lu(T0, octet(i + 7))
  }
  for (; i < octets.length; i++) c = (c >>> 8) ^ lu(T0, c ^ octet(i))
  return ~c >>> 0
}
