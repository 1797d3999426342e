/** Eight tables: one step handles eight bytes, which matters on sheets of several hundred megabytes of XML. */
const TABLES = /* @__PURE__ */ construireTables()

type Tables = readonly [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]

function construireTables(): Tables {
  const premiere = Int32Array.from({ length: 256 }, (_, i) => {
    let c = i
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    return c
  })
  const suivante = (table: Int32Array): Int32Array => table.map((c) => (c >>> 8) ^ lu(premiere, c))
  const t1 = suivante(premiere)
  const t2 = suivante(t1)
  const t3 = suivante(t2)
  const t4 = suivante(t3)
  const t5 = suivante(t4)
  const t6 = suivante(t5)
  return [premiere, t1, t2, t3, t4, t5, t6, suivante(t6)]
}

function lu(table: Int32Array, i: number): number {
  return table[i & 255] as number
}

/**
 * CRC-32 as ZIP wants it. Give the previous result to go on with the next piece.
 *
 * @example crc32(new Uint8Array([49, 50, 51, 52, 53, 54, 55, 56, 57])).toString(16) //=> 'cbf43926'
 */
export function crc32(octets: Uint8Array, precedent = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES
  const octet = (i: number): number => octets[i] as number
  let c = ~precedent
  let i = 0
  for (const fin = octets.length - 7; i < fin; i += 8) {
    c ^= octet(i) | (octet(i + 1) << 8) | (octet(i + 2) << 16) | (octet(i + 3) << 24)
    c =
      lu(t7, c) ^
      lu(t6, c >>> 8) ^
      lu(t5, c >>> 16) ^
      lu(t4, c >>> 24) ^
      lu(t3, octet(i + 4)) ^
      lu(t2, octet(i + 5)) ^
      lu(t1, octet(i + 6)) ^
      lu(t0, octet(i + 7))
  }
  for (; i < octets.length; i++) c = (c >>> 8) ^ lu(t0, c ^ octet(i))
  return ~c >>> 0
}
