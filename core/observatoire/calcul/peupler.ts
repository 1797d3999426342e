import type { TableSeuils } from '../../baremes/index.ts'
import type { Demandes } from '../../demande/demandes.ts'
import type { BorneQuartile, Donnees } from '../../demande/derives/derive.ts'
import { creerDonnees } from '../../demande/donnees.ts'
import { CONNU, VIDE } from '../../lecture/colonne.ts'
import type { Jour } from '../../socle/jour.ts'
import type { Part, Univers } from './univers.ts'

/** What counts depend on beside the rows. */
export interface ContexteObservation {
  /** SIREN, or undefined when every EPCI is counted. */
  readonly territoire: string | undefined
  readonly jour: Jour
  readonly seuils: TableSeuils
  readonly borne: BorneQuartile
}

/** What was read and not counted. */
export interface Ecartees {
  /** Same unique number in several workbooks: only the first is counted. */
  readonly doublons: number
  /** The row names another EPCI. */
  readonly horsTerritoire: number
  /** The cell of the EPCI cannot be read. */
  readonly epciIllisible: number
}

type Sort = 'comptee' | keyof Ecartees

/** Whether a row is of the territory. One without EPCI is, as in scoring; without a territory, every row is counted. */
export function sortDe(donnees: Donnees, territoire: string | undefined): (i: number) => Sort {
  if (territoire === undefined) return () => 'comptee'
  const { etats, valeurs, dictionnaire } = donnees.simple('epci')
  return (i) => {
    if (etats[i] === VIDE) return 'comptee'
    if (etats[i] !== CONNU) return 'epciIllisible'
    return dictionnaire[valeurs[i] ?? 0] === territoire ? 'comptee' : 'horsTerritoire'
  }
}

function lignesDe(
  demandes: Demandes,
  donnees: Donnees,
  vus: Set<string> | undefined,
  contexte: ContexteObservation,
  comptes: Record<Sort, number>,
): Uint32Array {
  const sort = sortDe(donnees, contexte.territoire)
  const lignes = new Uint32Array(demandes.nombre)
  let nombre = 0
  demandes.numeros.forEach((numero, i) => {
    const sien = sort(i)
    const retenu = sien === 'comptee' && vus?.has(numero) === true ? 'doublons' : sien
    comptes[retenu]++
    if (retenu !== 'comptee') return
    vus?.add(numero)
    lignes[nombre++] = i
  })
  return lignes.subarray(0, nombre)
}

/** Puts workbooks of demandes together: the rows of the territory, each unique number once. */
export function peuplerDemandes(
  classeurs: readonly Demandes[],
  contexte: ContexteObservation,
): { readonly univers: Univers; readonly ecartees: Ecartees } {
  // Within one workbook the reading has left out duplicates already.
  const vus = classeurs.length > 1 ? new Set<string>() : undefined
  const comptes = { comptee: 0, doublons: 0, horsTerritoire: 0, epciIllisible: 0 }
  const parts = classeurs.map((demandes): Part => {
    const donnees = creerDonnees(demandes, contexte)
    return { donnees, lignes: lignesDe(demandes, donnees, vus, contexte, comptes) }
  })
  const { doublons, horsTerritoire, epciIllisible } = comptes
  return { univers: { nom: 'demandes', parts }, ecartees: { doublons, horsTerritoire, epciIllisible } }
}
