/** One value of a closed list. */
export interface ValeurListe {
  readonly code: string
  readonly libelle: string
  readonly synonymes: readonly string[]
  /** Wording or scope still to be checked against the text of law: shown wherever it is used. */
  readonly aVerifier: boolean
}

export function valeur<C extends string>(
  code: C,
  libelle: string,
  synonymes: readonly string[] = [],
  aVerifier = false,
): ValeurListe & { readonly code: C } {
  return { code, libelle, synonymes, aVerifier }
}
