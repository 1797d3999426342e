import { textesUtf8 } from '../commun/octets.ts'

export type Encodage = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How a text file is written, and where its text begins (after the mark). */
export interface EncodageLu {
  readonly encodage: Encodage
  readonly debut: number
}

/** Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1; bytes that it leaves undefined keep their number. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const BLOC = 262_144
/** Arguments of one call of `String.fromCharCode`: engines limit them. */
const UNITES = 8192

/**
 * The encoding of a text file: by its mark, else UTF-8 when all its bytes are, else Windows-1252.
 *
 * @example encodageDe(new Uint8Array([0x80])) //=> { encodage: 'windows-1252', debut: 0 }
 */
export function encodageDe(octets: Uint8Array): EncodageLu {
  const [a, b, c] = octets
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encodage: 'utf-8', debut: 3 }
  if (a === 0xff && b === 0xfe) return { encodage: 'utf-16le', debut: 2 }
  if (a === 0xfe && b === 0xff) return { encodage: 'utf-16be', debut: 2 }
  return { encodage: estUtf8(octets) ? 'utf-8' : 'windows-1252', debut: 0 }
}

/** The text of a file, piece by piece. */
export function decoderTexte(octets: Uint8Array, { encodage, debut }: EncodageLu): Iterable<string> {
  const corps = octets.subarray(debut)
  if (encodage === 'utf-8') return textesUtf8(blocsDe(corps))
  return decoderUnites(corps, encodage)
}

function* blocsDe(octets: Uint8Array): Generator<Uint8Array> {
  for (let i = 0; i < octets.length; i += BLOC) yield octets.subarray(i, i + BLOC)
}

function* decoderUnites(octets: Uint8Array, encodage: 'utf-16le' | 'utf-16be' | 'windows-1252'): Generator<string> {
  const largeur = encodage === 'windows-1252' ? 1 : 2
  for (const bloc of blocsDe(octets)) {
    const unites = new Uint16Array(Math.floor(bloc.length / largeur))
    for (let j = 0; j < unites.length; j++) unites[j] = unite(bloc, j, encodage)
    yield texteDe(unites)
  }
}

function unite(octets: Uint8Array, rang: number, encodage: Encodage): number {
  if (encodage === 'windows-1252') {
    const octet = octets[rang] ?? 0
    return octet >= 0x80 && octet < 0xa0 ? WINDOWS_1252.charCodeAt(octet - 0x80) : octet
  }
  const [a = 0, b = 0] = [octets[2 * rang], octets[2 * rang + 1]]
  return encodage === 'utf-16le' ? a + b * 256 : a * 256 + b
}

function texteDe(unites: Uint16Array): string {
  let texte = ''
  for (let i = 0; i < unites.length; i += UNITES) texte += String.fromCharCode(...unites.subarray(i, i + UNITES))
  return texte
}

/** Whether bytes are UTF-8, without forms that the standard forbids (overlong, surrogates, beyond U+10FFFF). */
function estUtf8(octets: Uint8Array): boolean {
  let i = 0
  while (i < octets.length) {
    const premier = octets[i] ?? 0
    if (premier < 0x80) {
      i++
      continue
    }
    const suite =
      premier >= 0xc2 && premier < 0xe0
        ? 1
        : premier >= 0xe0 && premier < 0xf0
          ? 2
          : premier >= 0xf0 && premier < 0xf5
            ? 3
            : 0
    if (suite === 0 || !suiteValide(octets, i, premier, suite)) return false
    i += suite + 1
  }
  return true
}

function suiteValide(octets: Uint8Array, debut: number, premier: number, suite: number): boolean {
  const second = octets[debut + 1] ?? 0
  if (premier === 0xe0 && second < 0xa0) return false
  if (premier === 0xed && second > 0x9f) return false
  if (premier === 0xf0 && second < 0x90) return false
  if (premier === 0xf4 && second > 0x8f) return false
  for (let i = 1; i <= suite; i++) {
    if (((octets[debut + i] ?? 0) & 0xc0) !== 0x80) return false
  }
  return true
}
