import {
  bornesDe,
  chiffreDe,
  chiffresDe,
  cibleDe,
  classer,
  ensembleDe,
  ensemblesDe,
  intervallesDeRang,
  type Bornes,
  type Chiffre,
  type Cible,
  type Classement,
  type Ensemble,
  type Groupe,
  type IntervalleRang,
  type Lieu,
} from '../../core/observatoire/index.ts'
import type { Situation } from './contexte.ts'
import { ecritureIndicateur, type Ecriture } from './ecrire-valeur.ts'

/** One territory at its place. */
export interface Place {
  readonly chiffre: Chiffre
  readonly rang: number | undefined
  readonly entre: IntervalleRang | undefined
  readonly bornes: Bornes | undefined
  readonly repere: boolean
}

/** One group of figures: the ranking of some territories, and what they are compared with. */
export interface Rangs {
  readonly situation: Situation
  readonly groupe: Groupe
  readonly ecriture: Ecriture
  readonly classement: Classement
  readonly places: readonly Place[]
  /** Région, départements of the territory, or the larger territory that the company fills. */
  readonly ensembles: readonly Ensemble[]
  readonly cible: Cible | undefined
  /** The figure of the territory chosen, whatever the company. */
  readonly chiffre: Chiffre | undefined
  readonly place: Place | undefined
}

/** Larger territories in which a figure is read: those of the territory, France, or that of the company. */
export function ensemblesVoulus({ table, lieu, parmi }: Situation): readonly Lieu[] {
  const france = table.lieux.filter(({ type }) => type === 'france')
  if (lieu !== undefined) return [...ensemblesDe(table, lieu), ...france]
  return parmi.ensemble === undefined ? france : [parmi.ensemble, ...france]
}

/** Ranks the territories of a group, those that `garder` keeps when it is given, the company otherwise. */
export function ranger(situation: Situation, groupe: Groupe, garder?: (lieu: Lieu) => boolean): Rangs {
  const { table, choix, lieu, parmi } = situation
  const { indicateur } = choix
  const montres = chiffresDe(table, groupe).filter((c) => (garder ?? parmi.contient)(c.lieu))
  const classement = classer(montres, indicateur.sens)
  const entre = intervallesDeRang(classement)
  const places = classement.classes.map(({ chiffre, rang }, i) => ({
    chiffre,
    rang,
    entre: entre[i],
    bornes: bornesDe(chiffre),
    repere: chiffre.lieu === lieu,
  }))
  return {
    situation,
    groupe,
    ecriture: ecritureIndicateur(indicateur),
    classement,
    places,
    ensembles: ensemblesVoulus(situation)
      .flatMap((e) => ensembleDe(table, groupe, e, indicateur) ?? [])
      // The EPCI loaded are never all those of France: their sum would say nothing of it.
      .filter((e) => e.nature === 'publie' || e.lieu.type !== 'france'),
    cible: cibleDe(indicateur.id, groupe.diffusion, groupe.periode),
    chiffre: lieu && chiffreDe(table, groupe, lieu),
    place: places.find(({ repere }) => repere),
  }
}

/** Whether figures are counts: a territory is then a share of the larger one, not more or less than it. */
export function estCompte({ situation, ecriture }: Pick<Rangs, 'situation' | 'ecriture'>): boolean {
  return situation.choix.indicateur.additif && ecriture.titre === 'Nombre'
}

/** Whether figures start at zero: shares, counts and months do; thresholds in euros would be flattened by it. */
export function depuisZero({ ecriture }: Pick<Rangs, 'ecriture'>): boolean {
  return ecriture.titre !== 'Seuil'
}
