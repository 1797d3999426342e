import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { comparerCodes } from './texte.ts'

/** JSON with sorted keys, no spaces, texts in Unicode NFC: the same content always gives the same text. */
export function jsonCanonique(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map((v) => jsonCanonique(v ?? null)).join(',')}]`
  if (typeof valeur === 'string') return JSON.stringify(valeur.normalize('NFC'))
  if (typeof valeur !== 'object' || valeur === null) return JSON.stringify(valeur)
  const membres = Object.entries(valeur)
    .filter(([, v]) => v !== undefined)
    .map(([cle, v]) => [cle.normalize('NFC'), v] as const)
    .sort(([a], [b]) => comparerCodes(a, b))
  return `{${membres.map(([cle, v]) => `${JSON.stringify(cle)}:${jsonCanonique(v)}`).join(',')}}`
}

/**
 * The identity of a content: `sha256:` and the hexadecimal digest of its canonical JSON.
 *
 * @example empreinte({}) //=> 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
 */
export function empreinte(contenu: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(jsonCanonique(contenu))))}`
}
