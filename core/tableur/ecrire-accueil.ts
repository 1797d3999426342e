import { MARQUE_FEUILLE } from '../socle/marque-feuille.ts'
import { Refus } from '../socle/refus.ts'
import { normeDe, type Norme } from './paquet/norme.ts'
import { lirePartie, type Paquet, type PartieXml } from './paquet/paquet.ts'
import { lireRelations, type Relation } from './paquet/relations.ts'
import { attributDe, enfant, enfantsDe, type ElementXml, espaceDe } from './paquet/xml-arbre.ts'
import { sansEchappement } from './paquet/xml-texte.ts'

/** A sheet of the workbook as its list describes it. */
export interface FeuillePresente {
  readonly nom: string
  /** Its place in the list, from 0 (`localSheetId` of its names). */
  readonly place: number
  readonly sheetId: number
  /** Name of its part. */
  readonly partie: string
  /** True when an earlier run wrote it. */
  readonly denous: boolean
}

/** A workbook opened to receive sheets. */
export interface ClasseurOuvert {
  readonly partie: PartieXml
  readonly norme: Norme
  readonly relations: readonly Relation[]
  readonly feuilles: readonly FeuillePresente[]
  readonly sheets: ElementXml
  readonly noms: readonly ElementXml[]
  readonly depuis1904: boolean
}

function partieClasseur(paquet: Paquet): string {
  const relation = lireRelations(paquet, '').find(({ genre }) => genre === 'officeDocument')
  if (relation === undefined) throw new Refus('Ce fichier n’est pas un classeur Excel (.xlsx ou .xlsm).')
  return relation.cible
}

function placesMarquees(noms: readonly ElementXml[]): Set<number> {
  return new Set(
    noms
      .filter(({ attributs }) => attributs.get('name') === MARQUE_FEUILLE && attributs.has('localSheetId'))
      .map(({ attributs }) => Number(attributs.get('localSheetId'))),
  )
}

/**
 * Reads the list of sheets and names of a workbook.
 *
 * @throws Refus when the package is not a workbook.
 */
export function ouvrirClasseur(paquet: Paquet): ClasseurOuvert {
  const classeur = lirePartie(paquet, partieClasseur(paquet))
  const { racine } = classeur
  const norme = normeDe(espaceDe(racine, racine.prefixe))
  const relations = lireRelations(paquet, classeur.nom)
  const sheets = enfant(racine, 'sheets')
  if (sheets === undefined) throw new Refus('Ce classeur ne contient aucune feuille.')
  const noms = enfantsDe(enfant(racine, 'definedNames'), 'definedName')
  const marquees = placesMarquees(noms)
  const feuilles = enfantsDe(sheets, 'sheet').map((element, place) => {
    const id = attributDe(element, [norme.relations], 'id')
    const partie = relations.find((relation) => relation.id === id)?.cible ?? ''
    return {
      nom: sansEchappement(element.attributs.get('name') ?? ''),
      place,
      sheetId: Number.parseInt(element.attributs.get('sheetId') ?? '', 10) || 0,
      partie,
      denous: marquees.has(place) && paquet.a(partie),
    }
  })
  const date1904 = enfant(racine, 'workbookPr')?.attributs.get('date1904')
  return {
    partie: classeur,
    norme,
    relations,
    feuilles,
    sheets,
    noms,
    depuis1904: date1904 === '1' || date1904 === 'true',
  }
}
