import { RefusFichier } from '../commun/refus-fichier.ts'
import { attributLocal, enfant, enfantsDe, type ElementXml } from '../xml/arbre.ts'
import { sansEchappement } from '../xml/texte-xml.ts'
import { lirePartie, type Paquet, type PartieXml } from './paquet.ts'
import { lireRelations, type Relation } from './relations.ts'

export type EtatFeuille = 'visible' | 'masquee' | 'tres-masquee'

/** A sheet as the list of the workbook describes it. */
export interface Onglet {
  readonly nom: string
  /** Its place in the list, from 0 (`localSheetId` of its names). */
  readonly place: number
  readonly sheetId: number
  readonly etat: EtatFeuille
  /** Its link: `worksheet`, `chartsheet`…, and its part; undefined when the workbook does not hold it. */
  readonly relation: Relation | undefined
}

/** The part of a package that lists its sheets and names. */
export interface PartieClasseur {
  readonly partie: PartieXml
  readonly relations: readonly Relation[]
  readonly onglets: readonly Onglet[]
  /** The elements of the defined names. */
  readonly noms: readonly ElementXml[]
  /** True when days are counted from 1904. */
  readonly depuis1904: boolean
}

const ETATS: ReadonlyMap<string | undefined, EtatFeuille> = new Map([
  ['hidden', 'masquee'],
  ['veryHidden', 'tres-masquee'],
])

/**
 * Reads the list of sheets and names of a workbook.
 *
 * @throws RefusFichier when the package holds no workbook, or a damaged one
 */
export function lirePartieClasseur(paquet: Paquet): PartieClasseur {
  const partie = lirePartie(paquet, nomPartieClasseur(paquet))
  const { racine } = partie
  const relations = lireRelations(paquet, partie.nom)
  const date1904 = enfant(racine, 'workbookPr')?.attributs.get('date1904')
  return {
    partie,
    relations,
    onglets: enfantsDe(enfant(racine, 'sheets'), 'sheet').map((element, place) => onglet(element, place, relations)),
    noms: enfantsDe(enfant(racine, 'definedNames'), 'definedName'),
    depuis1904: date1904 === '1' || date1904 === 'true',
  }
}

function nomPartieClasseur(paquet: Paquet): string {
  const nom = lireRelations(paquet, '').find(({ genre }) => genre === 'officeDocument')?.cible ?? 'xl/workbook.xml'
  if (!paquet.a(nom)) throw new RefusFichier('pas-un-classeur')
  return nom
}

function onglet(element: ElementXml, place: number, relations: readonly Relation[]): Onglet {
  const id = attributLocal(element, 'id')
  return {
    nom: sansEchappement(element.attributs.get('name') ?? ''),
    place,
    sheetId: Number.parseInt(element.attributs.get('sheetId') ?? '', 10) || 0,
    etat: ETATS.get(element.attributs.get('state')) ?? 'visible',
    relation: relations.find((relation) => relation.id === id),
  }
}
