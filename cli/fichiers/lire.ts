import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Refus } from '../../core/index.ts'
import type { ClasseurOuvert } from '../../core/tableur/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'le disque est plein',
  EROFS: 'le disque est protégé en écriture',
  EMFILE: 'trop de fichiers sont ouverts',
  ENOTDIR: 'le chemin passe par un fichier',
  ENOENT: 'le fichier n’existe pas',
  EISDIR: 'c’est un dossier',
  EACCES: 'l’accès est refusé',
  EPERM: 'l’accès est refusé',
  EBUSY: 'le fichier est ouvert dans un autre programme',
}

/** Why the system could not read or write a file, in French. */
export function causeDe(erreur: unknown): string {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : ''
  return CAUSES[code] ?? `le système ne le permet pas${code === '' ? '' : ` (${code})`}`
}

/** The bytes of a file. @throws Refus with a French sentence when it cannot be read */
export function lireOctets(chemin: string): Uint8Array {
  try {
    return readFileSync(chemin)
  } catch (erreur) {
    throw new Refus(`« ${chemin} » ne peut pas être lu : ${causeDe(erreur)}.`)
  }
}

/** A workbook or text file, opened. */
export interface FichierOuvert {
  readonly chemin: string
  readonly nom: string
  readonly octets: Uint8Array
  readonly classeur: ClasseurOuvert
}

/** @throws Refus when the file is missing or is not a workbook or a text table */
export function ouvrirFichier(chemin: string): FichierOuvert {
  const octets = lireOctets(chemin)
  const nom = basename(chemin)
  return { chemin, nom, octets, classeur: ouvrirClasseur(octets, nom) }
}
