import { MARQUE_FEUILLE } from '../../socle/marque-feuille.ts'
import { RefusFichier } from '../commun/refus-fichier.ts'
import { type Norme, normeDe } from '../ooxml/norme.ts'
import type { Paquet } from '../ooxml/paquet.ts'
import { lirePartieClasseur, type PartieClasseur } from '../ooxml/partie-classeur.ts'
import { enfant, type ElementXml, espaceDe } from '../xml/arbre.ts'

/** A sheet that is in the workbook before we write. */
export interface FeuillePresente {
  readonly nom: string
  readonly place: number
  readonly sheetId: number
  /** Name of its part. */
  readonly partie: string
  /** True when an earlier run wrote it. */
  readonly denous: boolean
}

/** A workbook that receives sheets. */
export interface Hote extends PartieClasseur {
  readonly norme: Norme
  readonly feuilles: readonly FeuillePresente[]
  /** The list of sheets. */
  readonly sheets: ElementXml
}

/**
 * Reads what must be known of a workbook to add sheets to it.
 *
 * @throws RefusFichier when the package is not a workbook, or one without a list of sheets
 */
export function lireHote(paquet: Paquet): Hote {
  const classeur = lirePartieClasseur(paquet)
  const { racine } = classeur.partie
  const norme = normeDe(espaceDe(racine, racine.prefixe))
  const sheets = enfant(racine, 'sheets')
  if (sheets === undefined) throw new RefusFichier('sans-feuille')
  const marquees = placesMarquees(classeur.noms)
  const feuilles = classeur.onglets.map(({ nom, place, sheetId, relation }): FeuillePresente => {
    const partie = relation?.cible ?? ''
    return { nom, place, sheetId, partie, denous: marquees.has(place) && paquet.a(partie) }
  })
  return { ...classeur, norme, feuilles, sheets }
}

function placesMarquees(noms: readonly ElementXml[]): Set<number> {
  return new Set(
    noms
      .filter(({ attributs }) => attributs.get('name') === MARQUE_FEUILLE && attributs.has('localSheetId'))
      .map(({ attributs }) => Number(attributs.get('localSheetId'))),
  )
}
