import { extname } from 'node:path'
import type { Anomalie } from '../../core/index.ts'
import {
  anomaliesQuartile,
  creerDonnees,
  feuilleAnomalies,
  formatCompte,
  francais,
  isoJour,
  MODELE_DEMANDE,
  reconnaitreTable,
} from '../../core/index.ts'
import { MODELE_ATTRIBUTION } from '../../core/objectifs/index.ts'
import { ajouterFeuilles, creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { feuilleDesDonnees } from '../fichiers/feuille-des-donnees.ts'
import { feuillesSource } from '../fichiers/feuilles-source.ts'
import { lireGrilles } from '../fichiers/grilles.ts'
import { documentJson } from '../fichiers/json.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import type { Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import { exigerMemesMacros, OPTIONS_GRILLE } from './coter.ts'
import type { Job } from './job.ts'
import { lireAttributions } from './lire-attributions.ts'
import { borneDemandee, jourDemande, lireFichierDemandes, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

const OPTIONS: OptionsJob = {
  ...OPTIONS_LECTURE,
  ...(OPTIONS_GRILLE.socle === undefined ? {} : { socle: OPTIONS_GRILLE.socle }),
  sortie: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'anomalies en .xlsx ou .xlsm (ajoutées à une copie du classeur), .csv ou .json',
  },
  json: { arite: 'aucune', aide: 'écrit les anomalies en JSON sur la sortie standard' },
}

/** What was found in a file: members of the result beside the anomalies, and the sentences of the summary. */
interface Verification {
  /** None for a grid: it has no cells. */
  readonly fichier?: FichierOuvert
  readonly entete: object
  readonly anomalies: readonly Anomalie[]
  readonly resume: readonly string[]
}

type ALire = readonly [chemin: string, options: Arguments, terminal: Terminal]

function verifierDemandes(...[chemin, options, terminal]: ALire): Verification {
  const jour = jourDemande(options, terminal)
  const { borne = 'stricte' } = borneDemandee(options)
  const seuils = seuilsDemandes(options)
  const { demandes, fichier, reconnue } = lireFichierDemandes(chemin, options, terminal, undefined)
  const donnees = creerDonnees(demandes, { jour, seuils, territoire: undefined, borne })
  const lues = formatCompte(demandes.lignesLues, 'ligne lue', 'lignes lues')
  const utilisables = formatCompte(demandes.nombre, 'demande utilisable', 'demandes utilisables')
  return {
    fichier,
    entete: { vide_non: demandes.videNon, defauts: demandes.defauts },
    anomalies: [...demandes.anomalies, ...anomaliesQuartile(demandes, donnees, false)],
    resume: [`${fichier.nom}, feuille « ${reconnue.table.feuille} » : ${lues}, ${utilisables}.`],
  }
}

function verifierAttributions(...[chemin, options, terminal]: ALire): Verification {
  const fichier = ouvrirFichier(chemin)
  const lues = lireAttributions([{ fichier, feuille: options.valeur('feuille') }], options, terminal)
  const lignes = formatCompte(lues.lignesLues, 'ligne lue', 'lignes lues')
  return {
    fichier,
    entete: { vide_non: lues.videNon, defauts: lues.defauts },
    anomalies: lues.anomalies,
    resume: [`${fichier.nom}, attributions : ${lignes}.`],
  }
}

/** A grid is refused, or has warnings; it holds no cell that could be an anomaly. */
function verifierGrille(...[chemin, options]: ALire): Verification {
  const lues = lireGrilles([chemin], options.valeurs('socle'))
  const avertissements = lues.flatMap((lue) => lue.avertissements)
  return {
    entete: { vide_non: [], defauts: [], avertissements },
    anomalies: [],
    resume: [
      ...lues.map(({ grille }) => `${grille.nom} : ${formatCompte(grille.criteres.length, 'critère')}.`),
      ...avertissements.map((avertissement) => `Attention : ${avertissement}`),
    ],
  }
}

/** Whether a table is one of allocations: it lacks what demandes must have, and names more of their fields. */
function estAttributions(chemin: string, options: Arguments): boolean {
  const fichier = ouvrirFichier(chemin)
  const feuille = options.valeur('feuille')
  const feuilles = feuille === undefined ? feuillesSource(fichier) : fichier.classeur.feuilles
  const demandes = reconnaitreTable(feuilles, MODELE_DEMANDE, { feuille })
  if (options.presente('colonne') || demandes.appariement.manquants.length === 0) return false
  const { table, appariement } = reconnaitreTable(feuilles, MODELE_ATTRIBUTION, { feuille })
  const datee = appariement.colonnes.has('date_decision') || appariement.colonnes.has('date_bail')
  return datee && table.reconnus > demandes.table.reconnus
}

function verifier(...[chemin, options, terminal]: ALire): Verification {
  if (extname(chemin).toLowerCase() === '.json') return verifierGrille(chemin, options, terminal)
  const table = estAttributions(chemin, options) ? verifierAttributions : verifierDemandes
  return table(chemin, options, terminal)
}

interface AEcrire {
  readonly fichier: FichierOuvert
  readonly jour: string
  readonly anomalies: readonly Anomalie[]
  readonly extension: string
}

/** The anomalies as a sheet, alone in a text file, beside the data in a workbook. */
function feuilleEcrite({ fichier, jour, anomalies, extension }: AEcrire): Uint8Array {
  exigerMemesMacros(extension, fichier)
  const feuille = feuilleAnomalies(anomalies, [
    ['Source', fichier.nom],
    ['Lecture', `au ${jour.split('-').reverse().join('/')}, moteur ${VERSION}`],
  ])
  if (extension === 'csv') return ecrireCsv(feuille)
  const { classeur, octets } = fichier
  return classeur.format === 'xlsx'
    ? ajouterFeuilles(octets, [feuille])
    : creerClasseur([feuilleDesDonnees(classeur), feuille])
}

/** `verifier FICHIER`: reads demandes, allocations or a grid, and says what is wrong with them. */
export const JOB_VERIFIER: Job = {
  nom: 'verifier',
  usage: 'FICHIER [options]',
  resume: 'lit des demandes, des attributions ou une grille (.json) et dit ce qui ne va pas, sans coter',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const [chemin, ...autres] = options.positions
    if (chemin === undefined || autres.length > 0) throw new MauvaisUsage('Indiquez un fichier à vérifier, un seul.')
    const sortie = options.valeur('sortie')
    const lus = [chemin, ...options.valeurs('seuils'), ...options.valeurs('socle')]
    const extensions = extname(chemin).toLowerCase() === '.json' ? ['json'] : ['xlsx', 'xlsm', 'csv', 'json']
    const extension = sortie === undefined ? '' : verifierSortie(sortie, extensions, lus)
    const jour = isoJour(jourDemande(options, terminal))
    const { fichier, entete, anomalies, resume } = verifier(chemin, options, terminal)
    const document = (): Generator<string> =>
      documentJson({ format: 'verification/1', jour, ...entete }, 'anomalies', anomalies)
    if (sortie !== undefined) {
      const feuille = fichier && extension !== 'json' ? { fichier, jour, anomalies, extension } : undefined
      ecrireFichier(sortie, [feuille ? feuilleEcrite(feuille) : encoderUtf8([...document()].join(''))])
    }
    if (options.presente('json')) {
      for (const morceau of document()) await terminal.ecrire(morceau)
      return
    }
    const compte = anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`
    await terminal.ecrire(`${[...resume.map(francais), compte, ...resumerAnomalies(anomalies)].join('\n')}\n`)
  },
}
