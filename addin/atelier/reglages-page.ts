import type { Reglages } from '../ports/reglages.ts'

/** Kept as long as the page is open: nothing about a workbook is left in the browser. */
export function reglagesPage(): Reglages {
  const valeurs = new Map<string, unknown>()
  return {
    lire: (cle) => Promise.resolve(valeurs.get(cle)),
    ecrire: (cle, valeur) => {
      valeurs.set(cle, valeur)
      return Promise.resolve()
    },
  }
}
