import type { Diffusion, Secret, Source } from '../jeu/jeu.ts'
import type { CleGroupe, Groupe, Lieu, Provenance, Table } from './table.ts'
import { cleLieu, SECRETS } from './table.ts'

/** One figure, out of the columns. */
export interface Chiffre {
  readonly lieu: Lieu
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
  readonly secret: Secret | null
  readonly diffusion: Diffusion | null
  readonly source: Source | null
  readonly provenance: Provenance
}

function ouRien(valeur: number | undefined): number | null {
  return valeur === undefined || Number.isNaN(valeur) ? null : valeur
}

function exister<T>(valeur: T | undefined): T {
  if (valeur === undefined) throw new Error('a row points outside the dictionaries of its table')
  return valeur
}

function chiffre(table: Table, { diffusion }: Groupe, i: number): Chiffre {
  return {
    lieu: exister(table.lieux[table.lieu[i] ?? 0]),
    numerateur: ouRien(table.numerateur[i]),
    denominateur: ouRien(table.denominateur[i]),
    valeur: ouRien(table.valeur[i]),
    secret: SECRETS[table.secret[i] ?? 0] ?? null,
    diffusion,
    source: table.sources[table.source[i] ?? 0] ?? null,
    provenance: exister(table.provenances[table.provenance[i] ?? 0]),
  }
}

/**
 * Groups that match all that is given; what is left out matches anything.
 *
 * @example groupesDe(table, { indicateur: 'q1_hors_qpv', periode: '2025' }).length //=> 1
 */
export function groupesDe(table: Table, cle: Partial<CleGroupe>): readonly Groupe[] {
  const voulues = Object.entries(cle) as [keyof CleGroupe, string | null][]
  return table.groupes.filter((groupe) => voulues.every(([membre, valeur]) => groupe[membre] === valeur))
}

/**
 * Every figure of a group, in the order of the datasets.
 *
 * @example
 * chiffresDe(table, groupe).map(({ lieu }) => lieu.nom).slice(0, 2)
 * //=> ["CC de l'Oriente", "CC de Fium'Orbu Castellu"]
 */
export function chiffresDe(table: Table, groupe: Groupe): readonly Chiffre[] {
  return Array.from({ length: groupe.fin - groupe.debut }, (_, k) => chiffre(table, groupe, groupe.debut + k))
}

/**
 * The figure of a territory in a group, or undefined when nothing is known of it.
 *
 * @example chiffreDe(table, groupe, lieu)?.numerateur //=> 87
 */
export function chiffreDe(table: Table, groupe: Groupe, cle: Pick<Lieu, 'type' | 'code'>): Chiffre | undefined {
  const lieu = table.rangsLieux.get(cleLieu(cle))
  const rang = lieu === undefined ? -1 : table.lieu.subarray(groupe.debut, groupe.fin).indexOf(lieu)
  return rang < 0 ? undefined : chiffre(table, groupe, groupe.debut + rang)
}
