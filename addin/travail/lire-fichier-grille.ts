import { cleTexte, lireGrilleTables, lireJsonGrille } from '../../core/index.ts'
import type { ClasseurOuvert } from '../../core/tableur/index.ts'

const PAQUET_ZIP = [0x50, 0x4b] as const

/** Sheets of a workbook that hold a grid; the others, which may be huge, are not read. */
const TABLES_GRILLE = new Set(['grille', 'familles', 'parametres'])

function feuillesDe({ feuilles }: ClasseurOuvert) {
  return feuilles
    .filter(({ nom }) => TABLES_GRILLE.has(cleTexte(nom)))
    .map(({ nom, lignes }) => ({ nom, lignes: [...lignes] }))
}

/** A grid as parsed JSON, from a `.json` file or the tables of a workbook. @throws Refus when it is neither */
export async function lireFichierGrille(nom: string, octets: Uint8Array): Promise<unknown> {
  if (PAQUET_ZIP.some((octet, i) => octets[i] !== octet)) return lireJsonGrille(new TextDecoder().decode(octets), nom)
  const { ouvrirClasseur } = await import('../../core/tableur/index.ts')
  return lireGrilleTables(feuillesDe(ouvrirClasseur(octets, nom)))
}
