import { Refus } from '../../socle/refus.ts'
import { francais } from '../../socle/typographie.ts'
import { cleTexte } from '../../socle/texte.ts'
import { COLONNES_GRILLE, COLONNES_GRILLE_FACULTATIVES } from './criteres-ecrits.ts'
import { lireCritere } from './criteres-lus.ts'
import { COLONNES_FAMILLES, lireFamille } from './familles.ts'
import type { FauteTable } from './faute-table.ts'
import type { LigneTable } from './ligne-table.ts'
import type { Objet } from './objets.ts'
import { lireParametres } from './parametres.ts'
import type { FeuilleLignes } from './trouver-tables.ts'
import { trouverTable } from './trouver-tables.ts'

/** The tables of a grid once read: the grid as its file would hold it, and where its parts stand. */
export interface TablesLues {
  readonly grille: Objet
  readonly lignesCriteres: readonly LigneTable[]
  readonly lignesFamilles: readonly LigneTable[]
  readonly lignesParametres: readonly LigneTable[]
  readonly fautes: readonly FauteTable[]
}

/** A family is named by its code or, when no code is so written, by its name. */
function familleDite(familles: readonly Objet[]): (nom: string) => string {
  return (nom) => {
    if (familles.some(({ code }) => code === nom)) return nom
    const cle = cleTexte(nom)
    const trouvee = familles.find((famille) => [famille.code, famille.nom].some((mot) => cleTexte(String(mot)) === cle))
    return typeof trouvee?.code === 'string' ? trouvee.code : nom
  }
}

/** Reads the tables of a grid without refusing anything. */
export function lireTables(feuilles: readonly FeuilleLignes[]): TablesLues {
  const fautes: FauteTable[] = []
  const colonnesGrille = [...COLONNES_GRILLE, ...COLONNES_GRILLE_FACULTATIVES]
  const trouvees = trouverTable('Grille', colonnesGrille, feuilles, fautes)
  const lignesFamilles = trouverTable('Familles', [...COLONNES_FAMILLES, 'autres'], feuilles, fautes) ?? []
  const lignesParametres = trouverTable('Parametres', ['nom', 'valeur'], feuilles, fautes)
  if (trouvees === undefined) {
    fautes.push({
      table: 'Grille',
      ligne: 0,
      colonne: 'code',
      message: `Le tableau « Grille » est introuvable. Attendu : une feuille « Grille » dont les en-têtes sont ${COLONNES_GRILLE.join(', ')}.`,
    })
  }
  if (lignesParametres === undefined) {
    fautes.push({
      table: 'Parametres',
      ligne: 0,
      colonne: 'nom',
      message:
        'Le tableau « Parametres » est introuvable. Attendu : une feuille « Parametres » dont les en-têtes sont nom, valeur.',
    })
  }
  const familles = lignesFamilles.map(lireFamille)
  const nommer = familleDite(familles)
  const criteres = (trouvees ?? []).map((ligne) => lireCritere(ligne, nommer))
  return {
    grille: {
      criteres,
      ...(familles.length === 0 ? {} : { familles }),
      ...lireParametres(lignesParametres ?? []),
    },
    lignesCriteres: trouvees ?? [],
    lignesFamilles,
    lignesParametres: lignesParametres ?? [],
    fautes: fautes.map((faute) => ({ ...faute, message: francais(faute.message) })),
  }
}

/**
 * A fault of a typed grid in one French sentence, which says where it is; a row 0 is a fault of the whole table.
 *
 * @example
 * direFaute({ table: 'Grille', ligne: 5, colonne: 'points', message: 'un nombre est attendu.' })
 * //=> 'Tableau « Grille », ligne 5, colonne « points » : un nombre est attendu.'
 */
export function direFaute({ table, ligne, colonne, message }: FauteTable): string {
  return francais(
    ligne === 0 ? message : `Tableau « ${table} », ligne ${String(ligne)}, colonne « ${colonne} » : ${message}`,
  )
}

/**
 * Reads a grid from the tables « Grille », « Familles » and « Parametres » of a workbook: what to hand to `lireGrille`.
 *
 * @throws Refus with one sentence a cell that cannot be read; `verifierTables` gives them by cell
 * @example
 * const { feuilles: tables } = ouvrirClasseur(creerClasseur(grilleEnTables(grille.ecrite)), 'grille.xlsx')
 * lireGrille(lireGrilleTables(tables.map(({ nom, lignes }) => ({ nom, lignes: [...lignes] })))).grille.id
 * //=> 'grille-exemple'
 */
export function lireGrilleTables(feuilles: readonly FeuilleLignes[]): unknown {
  const { grille, fautes } = lireTables(feuilles)
  if (fautes.length > 0) throw new Refus(fautes.map(direFaute))
  return grille
}
