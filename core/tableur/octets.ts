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
