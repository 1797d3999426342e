import type { Anomalie, Gravite } from '../../core/index.ts'
import { TITRES_ANOMALIES } from '../../core/index.ts'
import type { AnomalieVue, GroupeAnomalies } from './contrat.ts'
import { libelleChamp } from './decrire-table.ts'

/** The label of a field, from its code. */
type Nommer = (code: string) => string

const ORDRE: readonly Gravite[] = ['bloquante', 'ignoree', 'information']

/** Anomalies by code, ready to be counted and shown a window at a time. */
export interface Anomalies<A extends Anomalie = Anomalie> {
  readonly groupes: readonly GroupeAnomalies[]
  /** By `cle` of the groups. */
  readonly parCle: ReadonlyMap<string, readonly A[]>
  readonly parLigne: ReadonlyMap<number, readonly A[]>
}

function compterColonnes(anomalies: readonly Anomalie[], nommer: Nommer): GroupeAnomalies['colonnes'] {
  const comptes = new Map<string, number>()
  for (const { colonne } of anomalies) comptes.set(colonne, (comptes.get(colonne) ?? 0) + 1)
  return [...comptes]
    .map(([colonne, nombre]) => ({ code: colonne, nom: colonne === '' ? 'sans en-tête' : nommer(colonne), nombre }))
    .sort((a, b) => b.nombre - a.nombre)
}

function groupe(cle: string, anomalies: readonly Anomalie[], nommer: Nommer): GroupeAnomalies[] {
  const [premiere] = anomalies
  if (premiere === undefined) return []
  const { code, gravite } = premiere
  const titre = TITRES_ANOMALIES[code]
  return [{ cle, code, titre, gravite, nombre: anomalies.length, colonnes: compterColonnes(anomalies, nommer) }]
}

function ranger<C, A>(anomalies: readonly A[], cle: (anomalie: A) => C): ReadonlyMap<C, A[]> {
  const rangees = new Map<C, A[]>()
  for (const anomalie of anomalies) {
    const deja = rangees.get(cle(anomalie))
    if (deja === undefined) rangees.set(cle(anomalie), [anomalie])
    else deja.push(anomalie)
  }
  return rangees
}

/** Groups anomalies by gravity and code: rows that are not used first, then cells put aside, then what is only to be known. */
export function grouperAnomalies<A extends Anomalie>(
  anomalies: readonly A[],
  nommer: Nommer = libelleChamp,
): Anomalies<A> {
  const parCle = ranger(anomalies, ({ code, gravite }) => `${gravite} ${code}`)
  const groupes = [...parCle]
    .flatMap(([cle, liste]) => groupe(cle, liste, nommer))
    .sort((a, b) => ORDRE.indexOf(a.gravite) - ORDRE.indexOf(b.gravite) || b.nombre - a.nombre)
  return { groupes, parCle, parLigne: ranger(anomalies, ({ ligne }) => ligne) }
}

export function anomalieVue(anomalie: Anomalie): AnomalieVue {
  return { ...anomalie, nomColonne: anomalie.colonne === '' ? 'sans en-tête' : libelleChamp(anomalie.colonne) }
}
