import type { Jeu } from '../jeu/jeu.ts'
import type { Conflit } from './conflit.ts'
import { type FichierJeu, fusionner } from './fusionner.ts'

/** Files as they are shown together. */
export interface CoteACote {
  readonly jeux: readonly Jeu[]
  readonly conflits: readonly Conflit[]
}

interface Groupe {
  /** Type of each territory, by code. */
  readonly types: Map<string, string>
  readonly membres: FichierJeu[]
}

function seContredisent(types: ReadonlyMap<string, string>, { jeu }: FichierJeu): boolean {
  return jeu.territoires.some(({ code, type }) => types.has(code) && types.get(code) !== type)
}

/** Files by dataset that can hold them: a région and a département of one code (02, 44…) are never in the same. */
function grouper(fichiers: readonly FichierJeu[]): readonly (readonly FichierJeu[])[] {
  const groupes: Groupe[] = []
  for (const fichier of fichiers) {
    const nouveau: Groupe = { types: new Map(), membres: [] }
    const sien = groupes.find(({ types }) => !seContredisent(types, fichier)) ?? nouveau
    if (sien.membres.length === 0) groupes.push(sien)
    sien.membres.push(fichier)
    for (const { code, type } of fichier.jeu.territoires) sien.types.set(code, type)
  }
  return groupes.map(({ membres }) => membres)
}

/**
 * Files to be shown together. Those that say otherwise give way to their merged dataset, where each conflict is settled by
 * rule; the others stay as they are. Two territories of different types under one code stay in datasets apart.
 *
 * @throws Refus when a file was modified after its publication
 * @example mettreCoteACote([]) //=> { jeux: [], conflits: [] }
 */
export function mettreCoteACote(fichiers: readonly FichierJeu[]): CoteACote {
  const reunis = grouper(fichiers).map((groupe): CoteACote => {
    const { jeu, conflits } = fusionner(groupe)
    return { jeux: conflits.length === 0 ? groupe.map((fichier) => fichier.jeu) : [jeu], conflits }
  })
  return { jeux: reunis.flatMap(({ jeux }) => jeux), conflits: reunis.flatMap(({ conflits }) => conflits) }
}
