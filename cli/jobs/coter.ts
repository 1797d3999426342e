import type { Cotation, Cotations, FeuilleEcrite } from '../../core/index.ts'
import {
  champNommable,
  CHAMPS_PAR_DEFAUT,
  coter,
  cotationsEcrites,
  enPoints,
  enteteCotations,
  expliquer,
  expliquerAjustements,
  feuillesResultat,
  formatCompte,
  formatNombre,
  formatPoints,
  francais,
} from '../../core/index.ts'
import { ajouterFeuilles, creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { enListe, MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { feuilleDesDonnees } from '../fichiers/feuille-des-donnees.ts'
import { lireGrilles, soclesVoisins, territoireCommun } from '../fichiers/grilles.ts'
import { documentJson } from '../fichiers/json.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import type { Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import type { Job } from './job.ts'
import type { DemandesLues } from './options-lecture.ts'
import { borneDemandee, jourDemande, lireFichierDemandes, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

/** Options of every job that scores demandes. */
export const OPTIONS_GRILLE: OptionsJob = {
  grille: {
    arite: 'plusieurs',
    valeur: 'FICHIER…',
    aide: 'grilles de cotation (.json, ou classeur avec une table Grille) ; la première dont la portée convient cote la demande',
  },
  socle: { arite: 'plusieurs', valeur: 'FICHIER…', aide: 'socles régionaux, s’ils ne sont pas à côté de la grille' },
}

const OPTIONS: OptionsJob = {
  ...OPTIONS_GRILLE,
  ...OPTIONS_LECTURE,
  colonnes: {
    arite: 'plusieurs',
    valeur: 'champ,…',
    aide: 'champs montrés à côté de la note dans la feuille Cotation',
  },
  sortie: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'résultat en .xlsx ou .xlsm (ajouté à une copie du classeur), .csv ou .json',
  },
  json: { arite: 'aucune', aide: 'écrit le résultat en JSON sur la sortie standard' },
}

/** A file of demandes, scored. */
export interface FichierCote {
  readonly lues: DemandesLues
  readonly cotations: Cotations
}

/** Reads and scores what a job was given: shared by every job that scores. */
export function coterFichier(options: Arguments, terminal: Terminal): FichierCote {
  const [chemin, ...autres] = options.positions
  if (chemin === undefined) throw new MauvaisUsage('Indiquez le fichier des demandes.')
  if (autres.length > 0)
    throw new MauvaisUsage(`Un seul fichier de demandes à la fois ; en trop : ${autres.join(', ')}.`)
  if (!options.presente('grille')) throw new MauvaisUsage('Indiquez au moins une grille : --grille FICHIER.')
  const jour = jourDemande(options, terminal)
  const borne = borneDemandee(options)
  const grilles = lireGrilles(options.valeurs('grille'), options.valeurs('socle'))
  const seuils = seuilsDemandes(options)
  const territoire = territoireCommun(grilles)
  const lues = lireFichierDemandes(chemin, options, terminal, territoire)
  terminal.progresser('Cotation…')
  return { lues, cotations: coter(lues.demandes, grilles, { jour, seuils, ...borne }) }
}

function champsChoisis(options: Arguments): readonly string[] {
  const champs = options.presente('colonnes') ? enListe(options.valeurs('colonnes')) : CHAMPS_PAR_DEFAUT
  const inconnus = champs.filter((champ) => champNommable(champ) === undefined)
  if (inconnus.length > 0) throw new MauvaisUsage(`--colonnes : champs inconnus : ${inconnus.join(', ')}.`)
  return champs
}

function feuillesDe({ lues, cotations }: FichierCote, champs: readonly string[]): readonly FeuilleEcrite[] {
  const source = { fichier: lues.fichier.nom, feuille: lues.reconnue.table.feuille, versionMoteur: VERSION }
  return feuillesResultat(cotations, { source, lieux: TERRITOIRES, champs })
}

function* enJson({ cotations, lues }: FichierCote): Generator<string> {
  const entete = { ...enteteCotations(cotations), feuille: lues.reconnue.table.feuille }
  yield* documentJson(entete, 'cotations', cotationsEcrites(cotations))
}

function* octetsJson(cote: FichierCote): Generator<Uint8Array> {
  for (const morceau of enJson(cote)) yield encoderUtf8(morceau)
}

function octetsDe(cote: FichierCote, extension: string, champs: readonly string[]): Iterable<Uint8Array> {
  if (extension === 'json') return octetsJson(cote)
  const feuilles = feuillesDe(cote, champs)
  const [cotation] = feuilles
  if (extension === 'csv') return cotation === undefined ? [] : [ecrireCsv(cotation)]
  const { classeur, octets } = cote.lues.fichier
  if (classeur.format === 'xlsx') return [ajouterFeuilles(octets, feuilles)]
  return [creerClasseur([feuilleDesDonnees(classeur), ...feuilles])]
}

/** A workbook with macros keeps them, and Excel opens them only under `.xlsm`; one without is `.xlsx`. */
export function exigerMemesMacros(extension: string, { nom, classeur }: FichierOuvert): void {
  if (extension !== 'xlsx' && extension !== 'xlsm') return
  const avecMacros = classeur.format === 'xlsx' && /\.xlsm$/i.test(nom)
  const attendue = avecMacros ? 'xlsm' : 'xlsx'
  if (extension === attendue) return
  throw new MauvaisUsage(
    `« ${nom} » ${avecMacros ? 'contient' : 'ne contient pas'} des macros : la sortie doit se terminer par .${attendue}.`,
  )
}

const TETE = 10

function direTete(
  { demandes }: Cotations,
  { classement, totaux, minimums, maximums, complets, grilleLue }: Cotation,
): readonly string[] {
  const lignes = [...classement.indices.subarray(0, TETE)].map((i) => {
    const borne = (valeur: number | undefined): string =>
      valeur === undefined || !Number.isFinite(valeur) ? 'sans limite' : formatNombre(enPoints(valeur))
    const bornes =
      complets[i] === 1 || minimums[i] === maximums[i]
        ? ''
        : `   incomplète, de ${borne(minimums[i])} à ${borne(maximums[i])}`
    const total = formatNombre(enPoints(totaux[i] ?? 0))
    return `  ${String(classement.rang[i] ?? '').padStart(6)}  ${(demandes.numeros[i] ?? '').padEnd(20)} ${total.padStart(8)}${bornes}`
  })
  return [
    '',
    francais(
      `${grilleLue.grille.nom} : ${formatCompte(classement.indices.length, 'demande classée', 'demandes classées')}`,
    ),
    `  ${'rang'.padStart(6)}  ${'numéro unique'.padEnd(20)} ${'note'.padStart(8)}`,
    ...lignes,
  ]
}

/** The explanation of the first demande, as an example. */
export function direExplication(cotation: Cotation, numero: string, i: number): readonly string[] {
  const lignes = expliquer(cotation, i).map(({ nom, etat, points, motif }) => {
    const quoi = etat === 'inconnu' ? 'inconnu' : etat === 'retenu' ? formatPoints(points) : '—'
    return `  ${quoi.padStart(12)}  ${nom} — ${motif}`
  })
  const ajustements = expliquerAjustements(cotation, i).map(
    ({ points, motif }) => `  ${formatPoints(points).padStart(12)}  ${motif}`,
  )
  return [
    '',
    francais(`Pourquoi ${formatPoints(enPoints(cotation.totaux[i] ?? 0))} pour ${numero} :`),
    ...lignes,
    ...ajustements,
  ]
}

function direBilan({ cotations, lues }: FichierCote): readonly string[] {
  const { anomalies, avertissements } = enteteCotations(cotations)
  const [premiere] = cotations.cotations
  const i = premiere?.classement.indices[0]
  return [
    francais(
      `${lues.fichier.nom}, feuille « ${lues.reconnue.table.feuille} » : ${formatCompte(lues.demandes.lignesLues, 'ligne lue', 'lignes lues')}.`,
    ),
    ...avertissements.map((avertissement) => francais(`Attention : ${avertissement}`)),
    ...cotations.cotations.flatMap((cotation) => direTete(cotations, cotation)),
    ...(premiere === undefined || i === undefined ? [] : direExplication(premiere, lues.demandes.numeros[i] ?? '', i)),
    '',
    anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`,
    ...resumerAnomalies(anomalies),
    '',
    'La cotation aide à la décision : la commission d’attribution reste libre de son choix.',
  ]
}

/** `coter DEMANDES --grille G…`: scores and ranks, as a summary, a workbook, a text file or JSON. */
export const JOB_COTER: Job = {
  nom: 'coter',
  usage: 'DEMANDES --grille GRILLE… [options]',
  resume: 'cote et classe les demandes d’un classeur ou d’un fichier CSV',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const champs = champsChoisis(options)
    const sortie = options.valeur('sortie')
    const entrees = [
      ...options.positions,
      ...options.valeurs('grille'),
      ...options.valeurs('socle'),
      ...options.valeurs('seuils'),
    ]
    const extension = sortie === undefined ? '' : verifierSortie(sortie, ['xlsx', 'xlsm', 'csv', 'json'], entrees)
    const cote = coterFichier(options, terminal)
    if (sortie !== undefined) {
      exigerMemesMacros(extension, cote.lues.fichier)
      verifierSortie(sortie, [extension], soclesVoisins(options.valeurs('grille')))
      terminal.progresser('Écriture…')
      ecrireFichier(sortie, octetsDe(cote, extension, champs))
    }
    if (options.presente('json')) {
      for (const morceau of enJson(cote)) await terminal.ecrire(morceau)
    } else {
      const ecrit = sortie === undefined ? [] : ['', francais(`Résultat écrit dans ${sortie}`)]
      await terminal.ecrire(`${[...direBilan(cote), ...ecrit].join('\n')}\n`)
    }
  },
}
