import { creerDonnees } from '../../demande/donnees.ts'
import type { Demandes } from '../../demande/demandes.ts'
import type { ContexteCalcul, Donnees } from '../../demande/derives/derive.ts'
import { CONNU, VIDE } from '../../lecture/colonne.ts'

/** The rows of one workbook that are counted. */
export interface Part {
  readonly donnees: Donnees
  readonly lignes: readonly number[]
}

/** The demandes of a territory, each once, whatever the number of workbooks. */
export interface Population {
  readonly parts: readonly Part[]
  readonly nombre: number
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

/** A row without EPCI is of the territory, as in scoring. */
function sortDe(donnees: Donnees, territoire: string): (i: number) => Sort {
  const { etats, valeurs, dictionnaire } = donnees.simple('epci')
  return (i) => {
    if (etats[i] === VIDE) return 'comptee'
    if (etats[i] !== CONNU) return 'epciIllisible'
    return dictionnaire[valeurs[i] ?? 0] === territoire ? 'comptee' : 'horsTerritoire'
  }
}

/**
 * Puts workbooks together: the rows of the territory, each unique number once.
 *
 * @param territoire SIREN
 */
export function peupler(
  classeurs: readonly Demandes[],
  territoire: string,
  contexte: ContexteCalcul,
): { readonly population: Population; readonly ecartees: Ecartees } {
  const vus = new Set<string>()
  const comptes = { comptee: 0, doublons: 0, horsTerritoire: 0, epciIllisible: 0 }
  const parts = classeurs.map((demandes) => {
    const donnees = creerDonnees(demandes, contexte)
    const sort = sortDe(donnees, territoire)
    const lignes: number[] = []
    demandes.numeros.forEach((numero, i) => {
      const sien = sort(i)
      const retenu = sien === 'comptee' && vus.has(numero) ? 'doublons' : sien
      comptes[retenu]++
      if (retenu !== 'comptee') return
      vus.add(numero)
      lignes.push(i)
    })
    return { donnees, lignes }
  })
  const { comptee, ...ecartees } = comptes
  return { population: { parts, nombre: comptee }, ecartees }
}
