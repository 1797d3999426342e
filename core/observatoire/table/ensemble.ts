import type { Indicateur } from '../jeu/jeu.ts'
import { chiffreDe } from './chiffre.ts'
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

/** Sum over the EPCI whose figure is published: read in the columns, since a map asks it of every département. */
function sommeDe(table: Table, groupe: Groupe, lieu: Lieu): Ensemble | undefined {
  let [membres, connus, avecDenominateur, numerateur, denominateur] = [0, 0, 0, 0, 0]
  for (let i = groupe.debut; i < groupe.fin; i++) {
    const membre = table.lieux[table.lieu[i] ?? 0]
    if (membre?.type !== 'epci' || !contient(lieu, membre)) continue
    membres++
    const [n, d] = [table.numerateur[i] ?? NaN, table.denominateur[i] ?? NaN]
    if (Number.isNaN(n) || d === 0) continue
    connus++
    numerateur += n
    if (Number.isNaN(d)) continue
    avecDenominateur++
    denominateur += d
  }
  // Two at least: the « sum » of one EPCI would be its own figure under another name.
  if (connus < 2) return undefined
  const somme = { lieu, nature: 'somme', numerateur, membres: connus, sur: membres } as const
  return avecDenominateur === 0
    ? { ...somme, valeur: numerateur, denominateur: null }
    : { ...somme, valeur: numerateur / denominateur, denominateur }
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
