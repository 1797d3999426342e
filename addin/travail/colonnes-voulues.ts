import type { ChoixColonnes, FeuilleBrute, LigneBrute } from '../../core/index.ts'
import { cleTexte, lettresColonne, texteCellule } from '../../core/index.ts'
import type { ChoixTable } from './contrat.ts'

/**
 * A header that only this column bears, so that a choice made for one of two columns of the same name reaches it alone.
 *
 * @example enteteUnique('Date', 3) //=> 'Date (colonne D)'
 */
function enteteUnique(entete: string, rang: number): string {
  return `${entete} (colonne ${lettresColonne(rang)})`
}

/** Columns with a choice of their own whose header another column bears too. */
function homonymesChoisis(entetes: readonly string[], choix: ChoixTable['colonnes']): readonly number[] {
  const cles = entetes.map(cleTexte)
  return Object.keys(choix)
    .map(Number)
    .filter((rang) => cles.filter((cle) => cle === cles[rang]).length > 1)
}

/** What a choice by column becomes for the core, which knows columns by their headers. */
export interface ColonnesVoulues {
  readonly choix: ChoixColonnes
  /** The sheet whose headers are told apart where choices need it. */
  readonly feuille: FeuilleBrute
}

/** @param ligneEntetes row of the headers, as the user sees it */
export function colonnesVoulues(
  feuille: FeuilleBrute,
  entetes: readonly string[],
  ligneEntetes: number,
  choix: ChoixTable['colonnes'],
): ColonnesVoulues {
  const renommees = homonymesChoisis(entetes, choix)
  const nom = (rang: number): string => {
    const entete = entetes[rang] ?? ''
    return renommees.includes(rang) ? enteteUnique(entete, rang) : entete
  }
  return {
    choix: Object.fromEntries(Object.entries(choix).map(([rang, champ]) => [nom(Number(rang)), champ])),
    feuille: renommees.length === 0 ? feuille : renommer(feuille, ligneEntetes, renommees, nom),
  }
}

function renommer(
  feuille: FeuilleBrute,
  ligneEntetes: number,
  renommees: readonly number[],
  nom: (rang: number) => string,
): FeuilleBrute {
  const changer = (ligne: LigneBrute): LigneBrute =>
    ligne.numero === ligneEntetes
      ? {
          numero: ligne.numero,
          cellules: Array.from(ligne.cellules, (cellule, rang) =>
            renommees.includes(rang) ? nom(rang) : texteCellule(cellule),
          ),
        }
      : ligne
  return {
    nom: feuille.nom,
    lignes: {
      *[Symbol.iterator]() {
        for (const ligne of feuille.lignes) yield changer(ligne)
      },
    },
  }
}
