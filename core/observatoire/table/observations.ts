import type { Observation, Observations } from '../jeu/jeu.ts'
import { enColonnes } from '../jeu/jeu.ts'
import { SECRETS, type Groupe, type Table } from './table.ts'

function nombre(valeur: number | undefined): number | null {
  return valeur === undefined || Number.isNaN(valeur) ? null : valeur
}

function observation(table: Table, groupe: Groupe, i: number): Observation {
  const { indicateur, periode, dimension, modalite, diffusion } = groupe
  return {
    indicateur,
    territoire: table.lieux[table.lieu[i] ?? 0]?.code ?? '',
    periode,
    dimension,
    modalite,
    numerateur: nombre(table.numerateur[i]),
    denominateur: nombre(table.denominateur[i]),
    valeur: nombre(table.valeur[i]),
    secret: SECRETS[table.secret[i] ?? 0] ?? null,
    diffusion,
    source: table.sources[table.source[i] ?? 0]?.id ?? null,
  }
}

/**
 * The observations that a table was made from, group by group: a table is smaller than they are, and is kept instead.
 *
 * @example observationsDe(creerTable([jeu])).valeur.length === jeu.observations.valeur.length //=> true
 */
export function observationsDe(table: Table): Observations {
  return enColonnes(
    table.groupes.flatMap((groupe) =>
      Array.from({ length: groupe.fin - groupe.debut }, (_, k) => observation(table, groupe, groupe.debut + k)),
    ),
  )
}
