import { PAS_GRAPHIQUE } from '../../socle/graphique.ts'
import type { FeuilleEcrite } from '../../socle/table.ts'
import type { GraphiquePlace } from './graphique.ts'
import type { MiseEnPage } from './mise-en-page.ts'
import { lettres } from './noms.ts'

/** Rows of cells under one another that hold on a page with two charts abreast. */
const LIGNES_PAR_PAGE = 2 * PAS_GRAPHIQUE.lignes

function zone(colonne: number, ligne: number, derniereColonne: number, derniereLigne: number): string {
  return `$${lettres(colonne)}$${String(ligne)}:$${lettres(derniereColonne)}$${String(derniereLigne)}`
}

/**
 * What is printed of a sheet that has charts: its table, then its charts on pages of their own, so that none is cut. None:
 * everything.
 */
export function zonesImprimees(
  { colonnes }: FeuilleEcrite,
  page: MiseEnPage,
  places: readonly GraphiquePlace[],
): readonly string[] {
  if (places.length === 0) return []
  const derniere = Math.max(colonnes.length - 1, page.valeurs[1])
  const pageDe = ({ ligne }: GraphiquePlace): number => Math.floor((ligne - page.ligneEntete) / LIGNES_PAR_PAGE)
  const zones = [...new Set(places.map(pageDe))].map((rang) => {
    const groupe = places.filter((place) => pageDe(place) === rang)
    const lignes = groupe.map(({ ligne }) => ligne)
    const gauches = groupe.map(({ colonne }) => colonne)
    const bas = Math.max(...lignes) + PAS_GRAPHIQUE.lignes
    return zone(Math.min(...gauches), Math.min(...lignes) + 1, Math.max(...gauches) + PAS_GRAPHIQUE.colonnes - 1, bas)
  })
  return [zone(0, 1, derniere, page.derniereLigne), ...zones]
}
