import type { Cellule, ChampCalcule, Jour } from '../../core/index.ts'
import { calculerChamp, champNommable, jourIso, quartileDe, seuilsDe } from '../../core/index.ts'
import { anneeLue, epciLu, jourLu, manque, rangDeSeuilLu, ressourcesUcLues } from './arguments.ts'
import { ErreurCellule, type Rendu } from './erreur-cellule.ts'
import { celluleDate, celluleDe } from './recu.ts'
import type { References } from './references.ts'

/** A rule that does not change with the day is the newest one known. */
const DERNIERE_REGLE: Jour = jourIso('9999-12-31') ?? 0

function libelle(code: string): string {
  return champNommable(code)?.libelle ?? code
}

function rendre(code: string, cellules: Cellules, calcule: ChampCalcule): Rendu {
  if (calcule.etat === 'connu') return champNommable(code)?.type === 'booleen' ? calcule.valeur === 1 : calcule.valeur
  if (calcule.etat === 'inconnu') throw manque(calcule.manque.map(libelle))
  // An error value says nothing: the field is to be filled, not corrected.
  const enErreur = Object.keys(cellules).filter((champ) => estErreur(cellules[champ]))
  if (enErreur.length > 0) throw manque(enErreur.map(libelle))
  throw new ErreurCellule('valeur', calcule.anomalies.map(({ message }) => message).join(' '))
}

type Cellules = Readonly<Record<string, Cellule>>

function estErreur(cellule: Cellule | undefined): boolean {
  return typeof cellule === 'object' && cellule !== null && 'erreur' in cellule
}

function cellulesDe(champs: readonly string[], recus: readonly unknown[]): Cellules {
  return Object.fromEntries(
    champs.map((code, i) => [code, champNommable(code)?.type === 'date' ? celluleDate(recus[i]) : celluleDe(recus[i])]),
  )
}

function calculer({ lieux, seuils }: References, code: string, cellules: Cellules, jour: Jour): Rendu {
  const contexte = { jour, seuils, lieux, territoire: undefined, borne: 'stricte' } as const
  return rendre(code, cellules, calculerChamp(code, cellules, contexte))
}

/** A derived field as a function of the cells of the fields given, in this order. */
function derive(code: string, champs: readonly string[]) {
  return (references: References, ...recus: readonly unknown[]): Rendu =>
    calculer(references, code, cellulesDe(champs, recus), DERNIERE_REGLE)
}

export const unitesConso = derive('uc', ['nb_personnes', 'nb_moins_14'])
export const tauxEffort = derive('taux_effort', ['loyer_actuel', 'ressources_mensuelles', 'aide_logement'])
export const resteAVivre = derive('reste_a_vivre', [
  'loyer_actuel',
  'ressources_mensuelles',
  'nb_personnes',
  'nb_moins_14',
  'aide_logement',
])
export const surOccupation = derive('sur_occupation', ['surface_actuelle', 'nb_personnes'])
export const sousOccupation = derive('sous_occupation', ['pieces_actuelles', 'nb_personnes'])

/** Complete months from the day of filing to the day given. */
export function anciennete(references: References, depot: unknown, jour: unknown): Rendu {
  return calculer(references, 'anciennete_mois', cellulesDe(['date_depot'], [depot]), jourLu(jour))
}

function seuilsLus({ seuils, lieux }: References, epci: unknown, annee: unknown) {
  const siren = epciLu(epci, lieux)
  const lue = anneeLue(annee)
  const trouves = seuilsDe(siren, lue, seuils)
  if (trouves === undefined) {
    throw new ErreurCellule('absent', `Aucun seuil de quartile n’est connu pour l’EPCI ${siren} en ${String(lue)}.`)
  }
  return trouves
}

function borneLue(recu: unknown): 'stricte' | 'incluse' {
  const borne = celluleDe(recu)
  if (borne === null || borne === 'stricte') return 'stricte'
  if (borne === 'incluse') return 'incluse'
  throw new ErreurCellule('valeur', 'La borne attendue est « stricte » ou « incluse ».')
}

/** The quartile of a yearly income per unit; no income at all is quartile 1 whatever the thresholds. */
export function quartile(
  references: References,
  ressources: unknown,
  epci: unknown,
  annee: unknown,
  borne: unknown,
): Rendu {
  const lues = ressourcesUcLues(ressources)
  const sens = borneLue(borne)
  return lues === 0 ? 1 : quartileDe(lues, seuilsLus(references, epci, annee), sens)
}

/** The threshold above a quartile, in euros per consumption unit and per year. */
export function seuil(references: References, epci: unknown, annee: unknown, rang: unknown): Rendu {
  const { q1, q2, q3 } = seuilsLus(references, epci, annee)
  return [q1, q2, q3][rangDeSeuilLu(rang) - 1] ?? 0
}
