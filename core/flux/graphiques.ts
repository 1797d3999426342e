import { formatCompte } from '../socle/format.ts'
import type { GraphiqueEcrit } from '../socle/table.ts'
import { cleTexte } from '../socle/texte.ts'
import type { LigneFlux } from './calculer-flux.ts'
import type { LivraisonFlux } from './suivre-flux.ts'

/** Landlords drawn: beyond, the table says it better. */
const DESSINES = 6

function nomGraphique(prefixe: string, bailleur: string, departement: string | null): string {
  return [prefixe, cleTexte(bailleur), ...(departement === null ? [] : [departement.toLowerCase()])].join('-')
}

/** How each landlord's flow is shared, its own part included, as the rows of the sheet `Flux` follow one another. */
export function graphiquesFlux(lignes: readonly LigneFlux[]): readonly GraphiqueEcrit[] {
  let premiere = 0
  return lignes.slice(0, DESSINES).flatMap(({ bailleur, departement, flux, assiette }): GraphiqueEcrit[] => {
    const debut = premiere
    const nombre = flux.length + 1
    premiere += nombre
    if (assiette === null) return []
    return [
      {
        nom: nomGraphique('flux', bailleur, departement),
        titre: `Flux de ${bailleur}${departement === null ? '' : ` (${departement})`}`,
        genre: 'barres',
        couche: true,
        categories: 'Réservataire',
        series: ['Logements'],
        lignes: { premiere: debut, nombre },
        axe: { titre: 'Logements', format: 'entier' },
        description: `${formatCompte(assiette, 'logement')} à répartir entre ${formatCompte(flux.length, 'réservataire')} et le bailleur.`,
      },
    ]
  })
}

/** What each holder was due and received, landlord by landlord. */
export function graphiquesLivraison(livraisons: readonly LivraisonFlux[]): readonly GraphiqueEcrit[] {
  const graphiques: GraphiqueEcrit[] = []
  let premiere = 0
  while (premiere < livraisons.length && graphiques.length < DESSINES) {
    const tete = livraisons[premiere]
    if (tete === undefined) break
    const groupe = livraisons.filter((l) => l.bailleur === tete.bailleur && l.departement === tete.departement)
    const retard = groupe.reduce((somme, l) => somme + Math.max(0, l.retard ?? 0), 0)
    graphiques.push({
      nom: nomGraphique('livraison', tete.bailleur, tete.departement),
      titre: `Dû et livré\u202f: ${tete.bailleur}`,
      genre: 'barres',
      couche: true,
      categories: 'Réservataire',
      series: ['Dû à ce jour', 'Livrés'],
      lignes: { premiere, nombre: groupe.length },
      axe: { titre: 'Logements', format: 'entier' },
      description: retard === 0 ? 'Aucun retard de livraison.' : `${formatCompte(retard, 'logement')} de retard.`,
    })
    premiere += groupe.length
  }
  return graphiques
}
