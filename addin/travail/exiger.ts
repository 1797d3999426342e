/** What a caller of ours must have put there before. */
export function exiger<T>(valeur: T | undefined, quoi: string): T {
  if (valeur === undefined) throw new Error(`not there yet: ${quoi}`)
  return valeur
}
