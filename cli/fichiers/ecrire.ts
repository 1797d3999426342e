import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Refus } from '../../core/index.ts'
import { MauvaisUsage } from '../arguments.ts'
import { causeDe } from './lire.ts'

function cheminReel(chemin: string): string {
  return existsSync(chemin) ? realpathSync(chemin) : resolve(chemin)
}

/**
 * Checks where a result is to be written, before any work.
 *
 * @returns the extension, lower case, without dot
 * @throws MauvaisUsage when it is not one of those allowed, or when the file is one of the inputs
 */
export function verifierSortie(sortie: string, extensions: readonly string[], entrees: readonly string[]): string {
  const extension = extname(sortie).slice(1).toLowerCase()
  if (!extensions.includes(extension)) {
    throw new MauvaisUsage(`La sortie « ${sortie} » doit se terminer par ${extensions.map((e) => `.${e}`).join(', ')}.`)
  }
  if (entrees.some((entree) => cheminReel(entree) === cheminReel(sortie))) {
    throw new MauvaisUsage(
      `La sortie « ${sortie} » est un fichier lu : donnez-lui un autre nom, il ne sera pas écrasé.`,
    )
  }
  if (!existsSync(dirname(resolve(sortie)))) throw new Refus(`Le dossier de « ${sortie} » n’existe pas.`)
  return extension
}

function ecrireTout(descripteur: number, morceau: Uint8Array): void {
  let ecrits = 0
  while (ecrits < morceau.length) ecrits += writeSync(descripteur, morceau, ecrits)
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed.
 *
 * @throws Refus when the folder cannot be written
 */
export function ecrireFichier(sortie: string, morceaux: Iterable<Uint8Array>): void {
  const provisoire = join(dirname(resolve(sortie)), `.${basename(sortie)}.${String(process.pid)}.partiel`)
  try {
    const descripteur = openSync(provisoire, 'w')
    try {
      for (const morceau of morceaux) ecrireTout(descripteur, morceau)
      fsyncSync(descripteur)
    } finally {
      closeSync(descripteur)
    }
    renameSync(provisoire, sortie)
  } catch (erreur) {
    rmSync(provisoire, { force: true })
    if (erreur instanceof Error && 'code' in erreur) {
      throw new Refus(
        `« ${sortie} » ne peut pas être écrit : ${causeDe(erreur)}. Vérifiez le dossier, et que le fichier n’est pas ouvert.`,
      )
    }
    throw erreur
  }
}

/** Makes a folder and those above it, when they are not there. @throws Refus when it cannot be made */
export function creerDossier(dossier: string): void {
  try {
    mkdirSync(dossier, { recursive: true })
  } catch (erreur) {
    if (!(erreur instanceof Error && 'code' in erreur)) throw erreur
    throw new Refus(`Le dossier « ${dossier} » ne peut pas être créé (${String(erreur.code)}).`)
  }
}
