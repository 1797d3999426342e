import { lireJsonGrille } from '../../core/index.ts'
import { poserGrille } from './actions-cotation.ts'
import { fauteDe, type Volet } from './volet.ts'

/** Takes a grid that the user opened. */
export async function ouvrirGrille(volet: Volet, nom: string, octets: Uint8Array): Promise<void> {
  try {
    await poserGrille(volet, lireJsonGrille(new TextDecoder().decode(octets), nom), undefined)
  } catch (erreur) {
    volet.changer({ fauteGrille: fauteDe(erreur, `«\u202f${nom}\u202f» n’est pas une grille`) })
  }
}
