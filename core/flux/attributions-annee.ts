import { FAUX, INCONNU, VRAI } from '../cotation/condition.ts'
import type { Donnees } from '../demande/derives/derive.ts'
import type { ColonneSimple } from '../lecture/colonne.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'
import { dateCivile } from '../socle/jour.ts'

/** A year of allocations as the room of targets makes it ready. */
export interface AttributionsAnnee {
  readonly annee: number
  readonly donnees: Donnees
  /** Three-valued, one a row: is it a decision of the year? */
  readonly assiettes: { readonly decisions: Uint8Array }
}

/** The text of a column at a row; undefined unless it is known. */
export function texteDe({ etats, valeurs, dictionnaire }: ColonneSimple): (i: number) => string | undefined {
  return (i) => (etats[i] === CONNU ? dictionnaire[valeurs[i] ?? 0] : undefined)
}

/** Day of the commission, or of the lease where the commission's is empty; NaN when unknown. */
export function jourCommission(donnees: Donnees): (i: number) => number {
  const commission = donnees.simple('date_decision')
  const bail = donnees.simple('date_bail')
  return (i) => {
    const { etats, valeurs } = commission.etats[i] === VIDE ? bail : commission
    return etats[i] === CONNU ? (valeurs[i] ?? NaN) : NaN
  }
}

/** Whether a row went before the commission in the year, whatever was decided; three-valued. */
export function passageDans({ annee, donnees }: AttributionsAnnee): (i: number) => number {
  const jour = jourCommission(donnees)
  return (i) => {
    const date = jour(i)
    return Number.isNaN(date) ? INCONNU : dateCivile(date).annee === annee ? VRAI : FAUX
  }
}
