import type { GrilleFournie } from '../ports/grilles.ts'

function fournie(id: string, nom: string, origine: string, adresse: URL): GrilleFournie {
  let promesse: Promise<unknown> | undefined
  const demander = async (): Promise<unknown> => {
    const reponse = await fetch(adresse)
    if (!reponse.ok) throw new Error(`supplied grid not found: ${id}`)
    return reponse.json() as Promise<unknown>
  }
  return {
    id,
    nom,
    origine,
    charger: () => {
      promesse ??= demander().catch((erreur: unknown) => {
        promesse = undefined
        throw erreur
      })
      return promesse
    },
  }
}

/** Grids that come with the product: none is a complete official one, and each says so. */
export const GRILLES_FOURNIES: readonly GrilleFournie[] = [
  fournie(
    'grille-exemple',
    'Grille d’exemple',
    'Fictive et complète\u202f: six familles, écrite comme un territoire l’écrirait.',
    new URL('../../exemples/grille-exemple.json', import.meta.url),
  ),
  fournie(
    'fictive-complete',
    'Grille d’essai',
    'Fictive\u202f: emploie chaque sorte de règle.',
    new URL('../../exemples/grilles/fictive-complete.json', import.meta.url),
  ),
  fournie(
    'toulouse-partielle',
    'Toulouse Métropole (extrait)',
    'Quatre critères publiés par la métropole, sans date.',
    new URL('../../exemples/grilles/toulouse-partielle.json', import.meta.url),
  ),
  fournie(
    'rhone-partielle',
    'Rhône (extrait)',
    'Exemple chiffré publié par une association de locataires.',
    new URL('../../exemples/grilles/rhone-partielle.json', import.meta.url),
  ),
  fournie(
    'paris-2014-partielle',
    'Paris, 2014 (extrait)',
    'Quelques critères d’une grille ancienne.',
    new URL('../../exemples/grilles/paris-2014-partielle.json', import.meta.url),
  ),
]
