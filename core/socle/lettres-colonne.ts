/** The letters of a column, the first being 0. @example lettresColonne(27) //=> 'AB' */
export function lettresColonne(rang: number): string {
  const derniere = String.fromCharCode(65 + (rang % 26))
  return rang < 26 ? derniere : `${lettresColonne(Math.floor(rang / 26) - 1)}${derniere}`
}

/** The column of these letters, the first being 0; undefined when they are not. @example rangColonne('ab') //=> 27 */
export function rangColonne(lettres: string): number | undefined {
  if (!/^[a-z]{1,3}$/i.test(lettres)) return undefined
  return [...lettres.toUpperCase()].reduce((rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64, 0) - 1
}
