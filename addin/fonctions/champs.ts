import type { ChampCalcule, Jour } from '../../core/index.ts'
import { calculerChamp, champNommable, jourIso, quartileDe, seuilsDe } from '../../core/index.ts'
import { anneeLue, epciLu, jourLu, manque, rangDeSeuilLu, ressourcesUcLues } from './arguments.ts'
import { ErreurCellule, type Rendu } from './erreur-cellule.ts'
import { celluleDate, celluleDe } from './recu.ts'
import type { References } from './references.ts'

/** A rule that does not change with the day is the newest one known. */
const DERNIERE_REGLE: Jour = jourIso('9999-12-31') ?? 0

function rendre(code: string, calcule: ChampCalcule): Rendu {
  if (calcule.etat === 'refuse') {
    throw new ErreurCellule('valeur', calcule.anomalies.map(({ message }) => message).join(' '))
  }
  if (calcule.etat === 'inconnu') throw manque(calcule.manque.map((champ) => champNommable(champ)?.libelle ?? champ))
  return champNommable(code)?.type === 'booleen' ? calcule.valeur === 1 : calcule.valeur
}

/** Error values in arguments say nothing: they count as cells not filled. */
function cellulesDe(champs: readonly string[], recus: readonly unknown[]) {
  return Object.fromEntries(
    champs.map((code, i) => {
      const lue = champNommable(code)?.type === 'date' ? celluleDate(recus[i]) : celluleDe(recus[i])
      return [code, typeof lue === 'object' && lue !== null && 'erreur' in lue ? null : lue]
    }),
  )
}

/** A derived field as a function of the cells of the fields given, in this order. */
function derive(code: string, champs: readonly string[]) {
  return ({ lieux, seuils }: References, ...recus: readonly unknown[]): Rendu => {
    const contexte = { jour: DERNIERE_REGLE, seuils, lieux, territoire: undefined, borne: 'stricte' } as const
    return rendre(code, calculerChamp(code, cellulesDe(champs, recus), contexte))
  }
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
export function anciennete({ lieux, seuils }: References, depot: unknown, jour: unknown): Rendu {
  const contexte = { jour: jourLu(jour), seuils, lieux, territoire: undefined, borne: 'stricte' } as const
  return rendre('anciennete_mois', calculerChamp('anciennete_mois', cellulesDe(['date_depot'], [depot]), contexte))
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
