import { TROUSSE_VIDE, type Trousse } from './choisie.ts'

/** Where the browser keeps the kit from one visit to the next. It names figures and hashes; it holds no figure. */
const CLE = 'attributions.trousse'

/** The kit of the last visit; an empty one when there was none, or when the browser keeps nothing. */
export async function retrouverTrousse(): Promise<Trousse> {
  const gardee = lire()
  if (gardee === null) return TROUSSE_VIDE
  try {
    return (await import('./fichier-trousse.ts')).lireTrousse(gardee, CLE)
  } catch {
    return TROUSSE_VIDE
  }
}

function lire(): string | null {
  try {
    return localStorage.getItem(CLE)
  } catch {
    return null
  }
}

export async function garderTrousse(trousse: Trousse): Promise<void> {
  const { ecrireTrousse } = await import('./fichier-trousse.ts')
  try {
    if (trousse.choisies.length === 0) localStorage.removeItem(CLE)
    else localStorage.setItem(CLE, ecrireTrousse(trousse))
  } catch {
    // A private window keeps nothing: the kit lives as long as the page.
  }
}
