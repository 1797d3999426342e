import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { GrilleLue } from '../../core/index.ts'
import { lireGrille, lireJsonGrille, Refus } from '../../core/index.ts'
import { decoderUtf8 } from './texte.ts'
import { lireOctets } from './lire.ts'

function lireBrute(chemin: string): unknown {
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
