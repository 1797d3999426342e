import type { Indicateur } from '../jeu/jeu.ts'
import type { Chiffre } from './chiffre.ts'
import { chiffreDe, chiffresDe } from './chiffre.ts'
import type { Groupe, Lieu, Table } from './table.ts'

/** The figure of a larger territory, with which one of its own is compared. */
export interface Ensemble {
  readonly lieu: Lieu
  /** `publie`: written in a dataset for that territory; `somme`: numerators and denominators of its EPCI added up. */
  readonly nature: 'publie' | 'somme'
  readonly valeur: number
  readonly numerateur: number | null
  readonly denominateur: number | null
  /** Of a sum: how many EPCI are in it, of how many loaded. */
  readonly membres: number
  readonly sur: number
}

/**
 * Whether a territory lies within another. An EPCI that spans several départements is in none of them: its figure cannot be
 * shared out.
 *
 * @example contient(table.lieux.find(({ type }) => type === 'region')!, lieu) //=> true
 */
export function contient(ensemble: Lieu, lieu: Lieu): boolean {
  if (ensemble.type === 'departement') return lieu.departements.length === 1 && lieu.departements[0] === ensemble.code
  if (ensemble.type === 'region') return lieu.regions.length === 1 && lieu.regions[0] === ensemble.code
  return ensemble.type === 'france'
}

/**
 * The départements and régions that a territory touches, as far as the table names them.
 *
 * @example ensemblesDe(table, lieu).map(({ nom }) => nom) //=> ['Corse']
 */
export function ensemblesDe(table: Table, lieu: Lieu): readonly Lieu[] {
  return table.lieux.filter(
    ({ type, code }) =>
      (type === 'departement' && lieu.departements.includes(code)) ||
      (type === 'region' && lieu.regions.includes(code)),
  )
}

function sommer(chiffres: readonly Chiffre[]): Pick<Ensemble, 'valeur' | 'numerateur' | 'denominateur'> {
  const numerateur = chiffres.reduce((somme, c) => somme + (c.numerateur ?? 0), 0)
  const entiers = chiffres.every((c) => c.denominateur === null)
  if (entiers) return { valeur: numerateur, numerateur, denominateur: null }
  const denominateur = chiffres.reduce((somme, c) => somme + (c.denominateur ?? 0), 0)
  return { valeur: numerateur / denominateur, numerateur, denominateur }
}

/** Sum over the EPCI whose figure is published. */
function sommeDe(table: Table, groupe: Groupe, lieu: Lieu): Ensemble | undefined {
  const membres = chiffresDe(table, groupe).filter((c) => c.lieu.type === 'epci' && contient(lieu, c.lieu))
  const connus = membres.filter(({ numerateur, denominateur }) => numerateur !== null && denominateur !== 0)
  // Two at least: the « sum » of one EPCI would be its own figure under another name.
  if (connus.length < 2) return undefined
  return { lieu, nature: 'somme', ...sommer(connus), membres: connus.length, sur: membres.length }
}

/**
 * The figure of a département or région in a group: as published when a dataset gives it, else the sum of its EPCI. Figures
 * of an official source and measures that do not add up are never summed.
 *
 * @example
 * const region = table.lieux.find(({ type }) => type === 'region')!
 * const definition = table.indicateurs.find(({ id }) => id === groupe.indicateur)!
 * ensembleDe(table, groupe, region, definition)?.numerateur //=> 335
 */
export function ensembleDe(table: Table, groupe: Groupe, lieu: Lieu, indicateur: Indicateur): Ensemble | undefined {
  const publie = chiffreDe(table, groupe, lieu)
  if (publie !== undefined) {
    const { valeur, numerateur, denominateur } = publie
    return valeur === null
      ? undefined
      : { lieu, nature: 'publie', valeur, numerateur, denominateur, membres: 0, sur: 0 }
  }
  return groupe.diffusion === 'source' || !indicateur.additif ? undefined : sommeDe(table, groupe, lieu)
}
