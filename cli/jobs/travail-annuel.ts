import type { Anomalie, FeuilleEcrite } from '../../core/index.ts'
import { formatCompte, francais } from '../../core/index.ts'
import { ajouterFeuilles, creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import type { Terminal } from '../terminal.ts'
import { OPTION_ANNEE } from './annee.ts'
import type { OuTable } from './lire-tables.ts'
import { OPTIONS_LECTURE } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

/** Options of the jobs that read files and count a year. */
export const OPTIONS_ANNUELLES = {
  ...OPTION_ANNEE,
  jour: OPTIONS_LECTURE.jour,
  feuille: OPTIONS_LECTURE.feuille,
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'résultat en .xlsx, .csv ou .json' },
  json: { arite: 'aucune', aide: 'écrit le résultat en JSON sur la sortie standard' },
} as const satisfies OptionsJob

/** Where the result goes: a file, when one is asked for. */
export interface SortieDemandee {
  readonly chemin: string
  readonly extension: string
}

/**
 * @param lus files that the job reads beside its positions: never written over
 * @param extensions what the job writes
 */
export function sortieDemandee(
  options: Arguments,
  lus: readonly string[] = [],
  extensions: readonly string[] = ['xlsx', 'csv', 'json'],
): SortieDemandee | undefined {
  const chemin = options.valeur('sortie')
  if (chemin === undefined) return undefined
  return { chemin, extension: verifierSortie(chemin, extensions, [...options.positions, ...lus]) }
}

/** @throws MauvaisUsage when no file is given */
export function exigerFichiers({ positions }: Arguments, quoi: string): void {
  if (positions.length === 0) throw new MauvaisUsage(`Indiquez au moins un fichier ${quoi}.`)
}

/** Opens the files given. */
export function tablesDemandees(options: Arguments): readonly OuTable[] {
  const feuille = options.valeur('feuille')
  return options.positions.map((chemin) => ({ fichier: ouvrirFichier(chemin), feuille }))
}

export interface ResultatAnnuel {
  /** What is written as JSON. */
  readonly resultat: { readonly anomalies: readonly Anomalie[] }
  readonly feuille: FeuilleEcrite
  /** Lines for a terminal, anomalies left aside. */
  readonly lignes: readonly string[]
  /** Workbook to a copy of which the sheet is added; a new one without it. */
  readonly base?: FichierOuvert | undefined
  /** What is written instead of the sheet, when a document is asked for. */
  readonly document?: Uint8Array | undefined
}

function octets({ resultat, feuille, base, document }: ResultatAnnuel, extension: string): Uint8Array {
  if (document !== undefined) return document
  if (extension === 'json') return encoderUtf8(`${JSON.stringify(resultat)}\n`)
  if (extension === 'csv') return ecrireCsv(feuille)
  return base?.classeur.format === 'xlsx' ? ajouterFeuilles(base.octets, [feuille]) : creerClasseur([feuille])
}

function direBilan({ lignes, resultat: { anomalies }, document }: ResultatAnnuel, sortie?: SortieDemandee): string {
  const titre = anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`
  const quoi = document === undefined ? 'Résultat' : 'Rapport'
  const ecrit = sortie === undefined ? [] : ['', `${quoi} écrit dans ${sortie.chemin}`]
  return francais(`${[...lignes, titre, ...resumerAnomalies(anomalies), ...ecrit].join('\n')}\n`)
}

/** Writes the file asked for, then the JSON or the summary on the terminal. */
export async function rendre(
  resultat: ResultatAnnuel,
  sortie: SortieDemandee | undefined,
  options: Arguments,
  terminal: Terminal,
): Promise<void> {
  if (sortie !== undefined) ecrireFichier(sortie.chemin, [octets(resultat, sortie.extension)])
  await terminal.ecrire(
    options.presente('json') ? `${JSON.stringify(resultat.resultat)}\n` : direBilan(resultat, sortie),
  )
}
