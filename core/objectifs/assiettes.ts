import { FAUX, INCONNU, VRAI } from '../cotation/condition.ts'
import type { Donnees } from '../demande/derives/derive.ts'
import type { ColonneSimple } from '../lecture/colonne.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'
import { jourDe } from '../socle/jour.ts'

/** What a target counts: leases signed, or decisions of the commission. */
export type NomAssiette = 'baux' | 'decisions'

/** One three-valued answer a row for each: is it a lease (a decision) of the year? */
export type Assiettes = Readonly<Record<NomAssiette, Uint8Array>>

/** Whether a date known or not falls in the year; an empty one is for the caller to judge. */
function dansAnnee(annee: number): (etat: number, jour: number) => number {
  const debut = jourDe(annee, 1, 1) ?? 0
  const fin = jourDe(annee, 12, 31) ?? 0
  return (etat, jour) => (etat === CONNU ? (jour >= debut && jour <= fin ? VRAI : FAUX) : INCONNU)
}

/** What the decision allows: `VRAI` counts as a decision, `SI_BAIL` only with a lease, `FAUX` never. */
const SI_BAIL = 3

function lirePortee({ etats, valeurs, dictionnaire }: ColonneSimple): (i: number) => number {
  const parEntree = Uint8Array.from(dictionnaire, (code) =>
    code === 'attribution' ? VRAI : code === 'attribution_rang' || code === 'sous_condition' ? SI_BAIL : FAUX,
  )
  return (i) => (etats[i] === CONNU ? (parEntree[valeurs[i] ?? 0] ?? INCONNU) : etats[i] === VIDE ? VRAI : INCONNU)
}

/** False wins, then unknown. */
function et(a: number, b: number): number {
  return a === FAUX || b === FAUX ? FAUX : a === INCONNU || b === INCONNU ? INCONNU : VRAI
}

/**
 * The leases and the decisions of a year. A lease counts in the year of its signature; a decision in the year of the
 * commission, or of the lease when the date of the commission is empty. A decision of rank two or under condition counts
 * only with a lease; what is not an allocation never counts.
 */
export function assiettesAnnee(donnees: Donnees, annee: number): Assiettes {
  const bail = donnees.simple('date_bail')
  const commission = donnees.simple('date_decision')
  const portee = lirePortee(donnees.simple('decision'))
  const tester = dansAnnee(annee)
  const baux = new Uint8Array(donnees.nombre)
  const decisions = new Uint8Array(donnees.nombre)
  for (let i = 0; i < donnees.nombre; i++) {
    const etatBail = bail.etats[i] ?? VIDE
    const porteeLigne = portee(i)
    if (porteeLigne === FAUX) continue
    const certaine = porteeLigne === INCONNU ? INCONNU : VRAI
    const bailAnnee = etatBail === VIDE ? FAUX : tester(etatBail, bail.valeurs[i] ?? 0)
    baux[i] = et(bailAnnee, certaine)
    const comptee =
      porteeLigne === SI_BAIL ? (etatBail === CONNU ? VRAI : etatBail === VIDE ? FAUX : INCONNU) : certaine
    const etatCommission = commission.etats[i] ?? VIDE
    const decisionAnnee =
      etatCommission === VIDE
        ? tester(etatBail, bail.valeurs[i] ?? 0)
        : tester(etatCommission, commission.valeurs[i] ?? 0)
    decisions[i] = et(decisionAnnee, comptee)
  }
  return { baux, decisions }
}

/** The day on which a row counts: of the lease for leases; of the commission, else of the lease, for decisions. NaN: unknown. */
export function jourCompte(donnees: Donnees, assiette: NomAssiette): (i: number) => number {
  const bail = donnees.simple('date_bail')
  const commission = donnees.simple('date_decision')
  const lire = ({ etats, valeurs }: ColonneSimple, i: number): number =>
    etats[i] === CONNU ? (valeurs[i] ?? NaN) : NaN
  if (assiette === 'baux') return (i) => lire(bail, i)
  return (i) => (commission.etats[i] === VIDE ? lire(bail, i) : lire(commission, i))
}
