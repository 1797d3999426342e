import { DecodeUTF8 } from 'fflate'

/** Pieces put end to end. */
export function assembler(morceaux: readonly Uint8Array[]): Uint8Array {
  const sortie = new Uint8Array(morceaux.reduce((somme, { length }) => somme + length, 0))
  let position = 0
  for (const morceau of morceaux) {
    sortie.set(morceau, position)
    position += morceau.length
  }
  return sortie
}

/** The text of bytes in UTF-8 that come in pieces; a character cut by the end is shown as one that cannot be read. */
export function* textesUtf8(morceaux: Iterable<Uint8Array>): Generator<string> {
  let texte = ''
  const decodeur = new DecodeUTF8((lu) => {
    texte += lu
  })
  for (const morceau of morceaux) {
    texte = ''
    decodeur.push(morceau)
    if (texte !== '') yield texte
  }
  if (finitCoupe(decodeur)) yield '\ufffd'
}

function finitCoupe(decodeur: DecodeUTF8): boolean {
  try {
    decodeur.push(new Uint8Array(0), true)
    return false
  } catch {
    return true
  }
}
