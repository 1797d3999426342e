import type { FeuilleBrute } from '../../socle/table.ts'
import { estFormatDate } from '../ooxml/dates-excel.ts'
import { lirePartie, type Paquet, parcourirPartie } from '../ooxml/paquet.ts'
import { type EtatFeuille, lirePartieClasseur, type PartieClasseur } from '../ooxml/partie-classeur.ts'
import { lireRelations } from '../ooxml/relations.ts'
import type { Balises } from '../xml/balises.ts'
import { type ContexteCellules, lireLignes } from './lire-lignes.ts'
import { lireTextesPartages } from './textes-partages.ts'

/** A table of Excel (« Mettre sous forme de tableau »), or a name given to a range. */
export interface PlageNommee {
  readonly nom: string
  /** As written in the workbook: `A1:F200` for a table, `Feuil1!$A$1:$F$200` for a name. */
  readonly reference: string
}

/** A sheet as found in a file. `lignes` can be walked again and again, in part or whole; nothing is kept. */
export interface FeuilleLue extends FeuilleBrute {
  readonly etat: EtatFeuille
  /** Its Excel tables; read when asked. */
  tableaux(): readonly PlageNommee[]
}

export interface ContenuClasseur {
  readonly feuilles: readonly FeuilleLue[]
  readonly noms: readonly PlageNommee[]
}

/**
 * The worksheets of an `.xlsx` or `.xlsm` package, in the order of their tabs. Only the list is read: rows, shared texts
 * and styles wait until rows are asked for.
 *
 * @throws RefusFichier when the package holds no workbook or is damaged
 */
export function lireClasseur(paquet: Paquet): ContenuClasseur {
  const classeur = lirePartieClasseur(paquet)
  const contexte = contexteParesseux(paquet, classeur)
  return {
    feuilles: classeur.onglets.flatMap(({ nom, etat, relation }) =>
      relation?.genre === 'worksheet' ? [feuille(paquet, { nom, etat }, relation.cible, contexte)] : [],
    ),
    noms: classeur.noms.map(({ attributs, texte }) => ({ nom: attributs.get('name') ?? '', reference: texte })),
  }
}

function contexteParesseux(paquet: Paquet, classeur: PartieClasseur): () => ContexteCellules {
  let contexte: ContexteCellules | undefined
  return () => (contexte ??= lireContexte(paquet, classeur))
}

function lireContexte(paquet: Paquet, { relations, depuis1904 }: PartieClasseur): ContexteCellules {
  const textes = relations.find(({ genre }) => genre === 'sharedStrings')
  const styles = relations.find(({ genre, cible }) => genre === 'styles' && paquet.a(cible))
  return {
    textes: textes === undefined ? [] : lireTextesPartages(parcourirPartie(paquet, textes.cible)),
    stylesDate: styles === undefined ? [] : lireStylesDate(parcourirPartie(paquet, styles.cible)),
    depuis1904,
  }
}

/** For each cell style in order, whether it shows a number as a day. */
function lireStylesDate(balises: Balises): boolean[] {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let dansStyles = false
  while (balises.avancer()) {
    if (balises.nom === 'cellXfs') dansStyles = !balises.fermante && !balises.vide
    if (balises.fermante) continue
    const id = Number(balises.attribut('numFmtId') ?? 0)
    if (balises.nom === 'numFmt' && codes.get(id) === undefined) codes.set(id, balises.attribut('formatCode') ?? '')
    else if (balises.nom === 'xf' && dansStyles) styles.push(estFormatDate(id, codes.get(id)))
  }
  return styles
}

function feuille(
  paquet: Paquet,
  description: Pick<FeuilleLue, 'nom' | 'etat'>,
  partie: string,
  contexte: () => ContexteCellules,
): FeuilleLue {
  return {
    ...description,
    lignes: { [Symbol.iterator]: () => lireLignes(parcourirPartie(paquet, partie), contexte()) },
    tableaux: () => lireTableaux(paquet, partie),
  }
}

function lireTableaux(paquet: Paquet, partie: string): readonly PlageNommee[] {
  return lireRelations(paquet, partie)
    .filter(({ genre, cible }) => genre === 'table' && paquet.a(cible))
    .map(({ cible }) => {
      const { attributs } = lirePartie(paquet, cible).racine
      return { nom: attributs.get('displayName') ?? attributs.get('name') ?? '', reference: attributs.get('ref') ?? '' }
    })
}
