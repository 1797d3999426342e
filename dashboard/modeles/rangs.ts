import {
  bornesDe,
  chiffreDe,
  chiffresDe,
  cibleDe,
  classer,
  ensembleDe,
  ensemblesDe,
  intervalleDuRang,
  intervallesDeRang,
  type Bornes,
  type Chiffre,
  type Cible,
  type Classement,
  type Ensemble,
  type Groupe,
  type IntervalleRang,
  type Lieu,
  type Table,
} from '../../core/observatoire/index.ts'
import { listeDe } from '../adresse.ts'
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

/** What a ranking is whatever the period looked at: a group is one period, and is ranked again and again. */
interface Rangement {
  readonly classement: Classement
  readonly ensembles: readonly Ensemble[]
  readonly place: Place | undefined
  places(): readonly Place[]
}

function placesDe(classement: Classement, lieu: Lieu | undefined): readonly Place[] {
  const entre = intervallesDeRang(classement)
  return classement.classes.map(({ chiffre, rang }, i) => ({
    chiffre,
    rang,
    entre: entre[i],
    bornes: bornesDe(chiffre),
    repere: chiffre.lieu === lieu,
  }))
}

function placeDe(classement: Classement, lieu: Lieu | undefined): Place | undefined {
  const i = classement.classes.findIndex(({ chiffre }) => chiffre.lieu === lieu)
  const classe = classement.classes[i]
  if (classe === undefined) return undefined
  const { chiffre, rang } = classe
  return { chiffre, rang, entre: intervalleDuRang(classement, i), bornes: bornesDe(chiffre), repere: true }
}

function disposer(situation: Situation, groupe: Groupe, garder: (lieu: Lieu) => boolean): Rangement {
  const { table, choix, lieu } = situation
  const montres = chiffresDe(table, groupe).filter((c) => garder(c.lieu))
  const classement = classer(montres, choix.indicateur.sens)
  let places: readonly Place[] | undefined
  return {
    classement,
    ensembles: ensemblesVoulus(situation)
      .flatMap((e) => ensembleDe(table, groupe, e, choix.indicateur) ?? [])
      // The EPCI loaded are never all those of France: their sum would say nothing of it.
      .filter((e) => e.nature === 'publie' || e.lieu.type !== 'france'),
    place: placeDe(classement, lieu),
    places: () => (places ??= placesDe(classement, lieu)),
  }
}

const connus = new WeakMap<Table, Map<Groupe, Map<string, Rangement>>>()

/** What is known goes with its table. */
function rangementDe(situation: Situation, groupe: Groupe): Rangement {
  const { table, parmi, lieu, selection, choix } = situation
  const groupes = connus.get(table) ?? new Map<Groupe, Map<string, Rangement>>()
  connus.set(table, groupes)
  const siens = groupes.get(groupe) ?? new Map<string, Rangement>()
  groupes.set(groupe, siens)
  const cle = [choix.cle, parmi.cle, lieu?.code, ...listeDe(selection)].join()
  const connu = siens.get(cle)
  if (connu !== undefined) return connu
  const nouveau = disposer(situation, groupe, parmi.contient)
  siens.set(cle, nouveau)
  return nouveau
}

/** Ranks the territories of a group, those that `garder` keeps when it is given, the company otherwise. */
export function ranger(situation: Situation, groupe: Groupe, garder?: (lieu: Lieu) => boolean): Rangs {
  const { table, choix, lieu } = situation
  const rangement = garder === undefined ? rangementDe(situation, groupe) : disposer(situation, groupe, garder)
  const { classement, ensembles, place } = rangement
  return {
    situation,
    groupe,
    ecriture: ecritureIndicateur(choix.indicateur),
    classement,
    // All intervals take much longer than one: a series in time needs only that of its territory.
    get places() {
      return rangement.places()
    },
    ensembles,
    cible: cibleDe(choix.indicateur.id, groupe.diffusion, groupe.periode),
    chiffre: lieu && chiffreDe(table, groupe, lieu),
    place,
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
