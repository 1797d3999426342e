import type { LigneBrute } from '../socle/table.ts'
import { RefusFichier } from './commun/refus-fichier.ts'
import { lireCsv } from './csv/lire-csv.ts'
import { type FeuilleLue, lireClasseur, type PlageNommee } from './lire/lire-classeur.ts'
import { natureDe } from './nature.ts'
import type { Paquet } from './ooxml/paquet.ts'

/** A file opened as tables: a workbook, or a text file as a workbook of one sheet. */
export interface ClasseurOuvert {
  readonly format: 'xlsx' | 'csv'
  /** In the order of the tabs, hidden ones included. */
  readonly feuilles: readonly FeuilleLue[]
  /** Names given to ranges. */
  readonly noms: readonly PlageNommee[]
}

/**
 * Opens the bytes of a file as tables. What the file is, is judged by its content, never by its extension. Nothing but
 * the list of sheets is read: rows come when they are walked, and each walk starts again from the bytes.
 *
 * @param fichier name of the file, for the sentences and the name of a text file's sheet
 * @throws Refus one sentence that says what the file is and what to do: not a workbook nor a text, `.xls`, `.ods`,
 * `.xlsb`, password, truncated, beyond the caps of `commun/plafonds.ts`… The walk of rows throws the same kind.
 * @example ouvrirClasseur(octets, 'demandes-exemple.xlsx').feuilles[0]?.nom //=> 'Demandes'
 */
export function ouvrirClasseur(octets: Uint8Array, fichier: string): ClasseurOuvert {
  return nommerRefus(fichier, () => {
    const nature = natureDe(octets, fichier)
    return nature.genre === 'texte' ? ouvrirTexte(octets, fichier) : ouvrirXlsx(nature.paquet, fichier)
  })
}

function ouvrirTexte(octets: Uint8Array, fichier: string): ClasseurOuvert {
  const { nom, lignes } = lireCsv(octets, nomSansExtension(fichier))
  const feuille: FeuilleLue = { nom, etat: 'visible', lignes: lignesSures(lignes, fichier), tableaux: () => [] }
  return { format: 'csv', feuilles: [feuille], noms: [] }
}

function nomSansExtension(fichier: string): string {
  return fichier.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '')
}

function ouvrirXlsx(paquet: Paquet, fichier: string): ClasseurOuvert {
  const { feuilles, noms } = lireClasseur(paquet)
  if (feuilles.length === 0) throw new RefusFichier('sans-feuille')
  return { format: 'xlsx', noms, feuilles: feuilles.map((feuille) => feuilleSure(feuille, fichier)) }
}

function feuilleSure(feuille: FeuilleLue, fichier: string): FeuilleLue {
  return {
    ...feuille,
    lignes: lignesSures(feuille.lignes, fichier),
    tableaux: () => nommerRefus(fichier, () => feuille.tableaux()),
  }
}

function lignesSures(lignes: Iterable<LigneBrute>, fichier: string): Iterable<LigneBrute> {
  return {
    *[Symbol.iterator]() {
      try {
        yield* lignes
      } catch (erreur) {
        throw nomme(erreur, fichier)
      }
    },
  }
}

function nommerRefus<T>(fichier: string, action: () => T): T {
  try {
    return action()
  } catch (erreur) {
    throw nomme(erreur, fichier)
  }
}

function nomme(erreur: unknown, fichier: string): unknown {
  return erreur instanceof RefusFichier ? erreur.nommer(fichier) : erreur
}
