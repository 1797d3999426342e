import type { FeuilleBrute } from '../../socle/table.ts'
import { estFormatDate } from '../ooxml/dates-excel.ts'
import { RefusFichier } from '../refus-fichier.ts'
import { lireLignes } from './lire-lignes.ts'
import type { ContexteCellules } from './lire-lignes.ts'
import { balisesDe, balisesDeGrandePartie, relationsDe } from '../ooxml/parties.ts'
import type { Paquet } from '../ooxml/paquet.ts'
import type { Relation } from '../ooxml/parties.ts'
import { lireTextesPartages } from './textes-partages.ts'

export type EtatFeuille = 'visible' | 'masquee' | 'tres-masquee'

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
  const chemin = cheminDuClasseur(paquet)
  const relations = relationsDe(paquet, chemin)
  const description = decrire(paquet, chemin)
  const contexte = contexteParesseux(paquet, relations, description.depuis1904)
  const feuilles = description.onglets.flatMap((onglet) => {
    const relation = relations.find(({ id, genre }) => id === onglet.relation && genre === 'worksheet')
    return relation === undefined ? [] : [feuille(paquet, onglet, relation.cible, contexte)]
  })
  return { feuilles, noms: description.noms }
}

function cheminDuClasseur(paquet: Paquet): string {
  const relation = relationsDe(paquet, '').find(({ genre }) => genre === 'officeDocument')
  return relation?.cible ?? 'xl/workbook.xml'
}

interface Onglet {
  readonly nom: string
  readonly etat: EtatFeuille
  readonly relation: string
}

interface Description {
  readonly onglets: readonly Onglet[]
  readonly noms: readonly PlageNommee[]
  readonly depuis1904: boolean
}

const ETATS: ReadonlyMap<string | undefined, EtatFeuille> = new Map([
  ['hidden', 'masquee'],
  ['veryHidden', 'tres-masquee'],
])

function decrire(paquet: Paquet, chemin: string): Description {
  const balises = balisesDe(paquet, chemin)
  if (balises === undefined) throw new RefusFichier('pas-un-classeur')
  const onglets: Onglet[] = []
  const noms: PlageNommee[] = []
  let depuis1904 = false
  let nom = ''
  while (balises.avancer()) {
    if (balises.fermante) {
      if (balises.nom === 'definedName') noms.push({ nom, reference: balises.texte() })
    } else if (balises.nom === 'workbookPr') depuis1904 = /^(1|true)$/u.test(balises.attribut('date1904') ?? '')
    else if (balises.nom === 'definedName') nom = balises.attribut('name') ?? ''
    else if (balises.nom === 'sheet') {
      const etat = ETATS.get(balises.attribut('state')) ?? 'visible'
      onglets.push({ nom: balises.attribut('name') ?? '', etat, relation: balises.attribut('id') ?? '' })
    }
  }
  return { onglets, noms, depuis1904 }
}

function contexteParesseux(
  paquet: Paquet,
  relations: readonly Relation[],
  depuis1904: boolean,
): () => ContexteCellules {
  let contexte: ContexteCellules | undefined
  return () => (contexte ??= lireContexte(paquet, relations, depuis1904))
}

function lireContexte(paquet: Paquet, relations: readonly Relation[], depuis1904: boolean): ContexteCellules {
  const textes = relations.find(({ genre }) => genre === 'sharedStrings')
  const styles = relations.find(({ genre }) => genre === 'styles')
  return {
    textes: textes === undefined ? [] : lireTextesPartages(balisesDeGrandePartie(paquet, textes.cible)),
    stylesDate: styles === undefined ? [] : lireStylesDate(paquet, styles.cible),
    depuis1904,
  }
}

/** For each cell style in order, whether it shows a number as a day. */
function lireStylesDate(paquet: Paquet, chemin: string): boolean[] {
  const balises = balisesDe(paquet, chemin)
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let dansStyles = false
  while (balises?.avancer() === true) {
    if (balises.nom === 'cellXfs') dansStyles = !balises.fermante && !balises.vide
    if (balises.fermante) continue
    const id = Number(balises.attribut('numFmtId') ?? 0)
    if (balises.nom === 'numFmt' && codes.get(id) === undefined) codes.set(id, balises.attribut('formatCode') ?? '')
    else if (balises.nom === 'xf' && dansStyles) styles.push(estFormatDate(id, codes.get(id)))
  }
  return styles
}

function feuille(paquet: Paquet, onglet: Onglet, chemin: string, contexte: () => ContexteCellules): FeuilleLue {
  return {
    nom: onglet.nom,
    etat: onglet.etat,
    lignes: { [Symbol.iterator]: () => lireLignes(balisesDeGrandePartie(paquet, chemin), contexte()) },
    tableaux: () => lireTableaux(paquet, chemin),
  }
}

function lireTableaux(paquet: Paquet, chemin: string): readonly PlageNommee[] {
  return relationsDe(paquet, chemin)
    .filter(({ genre }) => genre === 'table')
    .flatMap(({ cible }) => {
      const balises = balisesDe(paquet, cible)
      if (balises?.avancer() !== true || balises.nom !== 'table') return []
      const nom = balises.attribut('displayName') ?? balises.attribut('name') ?? ''
      return [{ nom, reference: balises.attribut('ref') ?? '' }]
    })
}
