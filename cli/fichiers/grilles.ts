import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { GrilleLue } from '../../core/index.ts'
import { cleTexte, lireGrille, lireGrilleTables, lireJsonGrille, Refus } from '../../core/index.ts'
import { decoderUtf8 } from './texte.ts'
import { lireOctets, ouvrirFichier } from './lire.ts'

/** Sheets of a workbook that hold a grid; the others, which may be huge, are not read. */
const TABLES_GRILLE = new Set(['grille', 'familles', 'parametres'])

/** The grid of a `.json` file, or of the tables `Grille`, `Familles`, `Parametres` of a workbook. */
function lireBrute(chemin: string): unknown {
  if (extname(chemin).toLowerCase() !== '.json') {
    const { feuilles } = ouvrirFichier(chemin).classeur
    return lireGrilleTables(
      feuilles
        .filter(({ nom }) => TABLES_GRILLE.has(cleTexte(nom)))
        .map(({ nom, lignes }) => ({ nom, lignes: [...lignes] })),
    )
  }
  return lireJsonGrille(decoderUtf8(lireOctets(chemin)), basename(chemin))
}

function idDe(brute: unknown): unknown {
  return typeof brute === 'object' && brute !== null && 'id' in brute ? brute.id : undefined
}

/** Finds the core that a grid names: among the files given, else `<id>.json` beside the grid. */
function chargeur(chemin: string, socles: readonly string[]): (id: string) => unknown {
  const donnes = socles.map(lireBrute)
  return (id) => {
    const donne = donnes.find((brute) => idDe(brute) === id)
    const voisin = join(dirname(chemin), `${basename(id)}.json`)
    return donne ?? (existsSync(voisin) ? lireBrute(voisin) : undefined)
  }
}

function prefixer(chemin: string, erreur: unknown): never {
  if (!(erreur instanceof Refus)) throw erreur
  throw new Refus([`La grille « ${basename(chemin)} » est refusée :`, ...erreur.raisons.map((raison) => `  ${raison}`)])
}

/**
 * Reads the grids given to a job.
 *
 * @param socles files of regional cores, looked at before the folder of each grid
 * @throws Refus naming the grid and each of its faults
 */
export function lireGrilles(chemins: readonly string[], socles: readonly string[]): readonly GrilleLue[] {
  return chemins.map((chemin) => {
    try {
      return lireGrille(lireBrute(chemin), chargeur(chemin, socles))
    } catch (erreur) {
      return prefixer(chemin, erreur)
    }
  })
}

/** Files that may have been read beside the grids as their cores: never to be written over. */
export function soclesVoisins(chemins: readonly string[]): readonly string[] {
  return chemins.flatMap((chemin) => {
    const socle = socleDe(chemin)
    const voisin = socle === undefined ? undefined : join(dirname(chemin), `${basename(socle)}.json`)
    return voisin === undefined || !existsSync(voisin) ? [] : [voisin, ...soclesVoisins([voisin])]
  })
}

function socleDe(chemin: string): string | undefined {
  const brute = lireBrute(chemin)
  const socle = typeof brute === 'object' && brute !== null && 'socle' in brute ? brute.socle : undefined
  return typeof socle === 'string' ? socle : undefined
}

/** Within which communes are found by name when a row gives no EPCI: nowhere when the grids are of several territories. */
export function territoireCommun(grilles: readonly GrilleLue[]): string | undefined {
  const territoires = new Set(grilles.flatMap(({ grille }) => grille.territoire ?? []))
  return territoires.size === 1 ? [...territoires][0] : undefined
}
