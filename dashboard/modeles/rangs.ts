import {
  bornesDe,
  chiffreDe,
  cibleDe,
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
} from '../../core/observatoire/index.ts'
import type { Situation } from './contexte.ts'
import { ecritureIndicateur, type Ecriture } from './ecrire-valeur.ts'
import { lireGroupe } from './groupe-lu.ts'
import { parTable } from './memoire.ts'

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

const TERRITOIRES = 50
const voulus = parTable<Lieu | undefined, readonly Lieu[]>(TERRITOIRES)

/** Larger territories in which a figure is read: those of the territory, France, or that of the company. */
export function ensemblesVoulus({ table, lieu, parmi }: Situation): readonly Lieu[] {
  return voulus(table, lieu ?? parmi.ensemble, () => {
    const france = table.lieux.filter(({ type }) => type === 'france')
    if (lieu !== undefined) return [...ensemblesDe(table, lieu), ...france]
    return parmi.ensemble === undefined ? france : [parmi.ensemble, ...france]
  })
}

/** The intervals of each ranking: all pairs of territories are compared, once. */
const intervalles = new WeakMap<Classement, ReturnType<typeof intervallesDeRang>>()

function intervallesConnus(classement: Classement): ReturnType<typeof intervallesDeRang> {
  const connus = intervalles.get(classement) ?? intervallesDeRang(classement)
  intervalles.set(classement, connus)
  return connus
}

function placesDe(classement: Classement, lieu: Lieu | undefined): readonly Place[] {
  const entre = intervallesConnus(classement)
  return classement.classes.map(({ chiffre, rang }, i) => ({
    chiffre,
    rang,
    entre: entre[i],
    bornes: bornesDe(chiffre),
    repere: chiffre.lieu === lieu,
  }))
}

const places = new WeakMap<Classement, Map<Lieu, Place | undefined>>()

/** The place of one territory, found once: a portrait asks it of every indicator. */
function placeConnue(classement: Classement, lieu: Lieu): Place | undefined {
  const siennes = places.get(classement) ?? new Map<Lieu, Place | undefined>()
  places.set(classement, siennes)
  if (!siennes.has(lieu)) siennes.set(lieu, placeDe(classement, lieu))
  return siennes.get(lieu)
}

function placeDe(classement: Classement, lieu: Lieu): Place | undefined {
  const i = classement.classes.findIndex(({ chiffre }) => chiffre.lieu === lieu)
  const classe = classement.classes[i]
  if (classe === undefined) return undefined
  const { chiffre, rang } = classe
  return { chiffre, rang, entre: intervalleDuRang(classement, i), bornes: bornesDe(chiffre), repere: true }
}

/** Ranks the territories of a group that are in the company. */
export function ranger(situation: Situation, groupe: Groupe): Rangs {
  const { table, choix, lieu, parmi } = situation
  const lu = lireGroupe(table, groupe, choix.indicateur)
  const classement = lu.classementDe(parmi)
  let toutes: readonly Place[] | undefined
  return {
    situation,
    groupe,
    ecriture: ecritureIndicateur(choix.indicateur),
    classement,
    // All intervals take much longer than one: a series in time needs only that of its territory.
    get places() {
      return (toutes ??= placesDe(classement, lieu))
    },
    ensembles: ensemblesVoulus(situation)
      .flatMap((e) => lu.ensembleDe(e) ?? [])
      // The EPCI loaded are never all those of France: their sum would say nothing of it.
      .filter((e) => e.nature === 'publie' || e.lieu.type !== 'france'),
    cible: cibleDe(choix.indicateur.id, groupe.diffusion, groupe.periode),
    chiffre: lieu && chiffreDe(table, groupe, lieu),
    place: lieu && placeConnue(classement, lieu),
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
