import type { Comparaisons, GenreLots, LogementsLus, RobustesseVue } from '../../core/index.ts'
import {
  avecListesRecherchees,
  comparaisonEcrite,
  comparer,
  direComparaisons,
  dossierConference,
  feuillesComparaison,
  feuillesScenario,
  formatCompte,
  francais,
  lireLots,
  lotsDe,
  menerEtapes,
  mesurerRobustesse,
  preparerBanc,
} from '../../core/index.ts'
import { ecrireDocx, ecrireHtml } from '../../core/document/index.ts'
import { ajouterFeuilles, creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { feuilleDesDonnees } from '../fichiers/feuille-des-donnees.ts'
import { lireGrilles, territoireCommun } from '../fichiers/grilles.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import type { Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import type { Job } from './job.ts'
import type { DemandesLues } from './options-lecture.ts'
import { borneDemandee, jourDemande, lireFichierDemandes, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

const OPTIONS: OptionsJob = {
  grilles: {
    arite: 'plusieurs',
    valeur: 'A B…',
    aide: 'grilles à comparer (.json) : la première, en vigueur, avec chacune des suivantes',
  },
  socle: { arite: 'plusieurs', valeur: 'FICHIER…', aide: 'socles régionaux, s’ils ne sont pas à côté de la grille' },
  lots: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'logements (commune et type) : compte ceux dont les trois candidats changent',
  },
  dossier: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'dossier pour la conférence, en .docx (Word) ou .html (à imprimer)',
  },
  question: { arite: 'une', valeur: 'TEXTE', aide: 'ce que l’on demande à la conférence, en tête du dossier' },
  robustesse: { arite: 'aucune', aide: 'ajoute au dossier la robustesse de chaque scénario' },
  ...OPTIONS_LECTURE,
  sortie: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'résultat en .xlsx (ajouté à une copie du classeur), .csv ou .json',
  },
  json: { arite: 'aucune', aide: 'écrit le résultat en JSON sur la sortie standard' },
}

function verifierUsage(options: Arguments): string {
  const [chemin, ...autres] = options.positions
  if (chemin === undefined) throw new MauvaisUsage('Indiquez le fichier des demandes.')
  if (autres.length > 0)
    throw new MauvaisUsage(`Un seul fichier de demandes à la fois ; en trop : ${autres.join(', ')}.`)
  const nombre = options.valeurs('grilles').length
  if (nombre < 2)
    throw new MauvaisUsage(
      `Indiquez au moins deux grilles : --grilles A B (nombre de grilles données : ${String(nombre)}).`,
    )
  return chemin
}

interface FichiersCompares {
  readonly lues: DemandesLues
  readonly comparaisons: Comparaisons
  readonly lots: LogementsLus | undefined
}

function comparerFichiers(chemin: string, options: Arguments, terminal: Terminal): FichiersCompares {
  const jour = jourDemande(options, terminal)
  const grilles = lireGrilles(options.valeurs('grilles'), options.valeurs('socle'))
  const territoire = territoireCommun(grilles)
  const contexte = { jour, seuils: seuilsDemandes(options), ...borneDemandee(options) }
  const fichierLots = options.valeur('lots')
  const lots = fichierLots === undefined ? undefined : ouvrirFichier(fichierLots)
  const logements = lots && {
    fichier: lots.nom,
    lecture: lireLots(lots.classeur.feuilles, { lieux: TERRITOIRES, territoire }),
  }
  const lues = lireFichierDemandes(chemin, options, terminal, territoire)
  terminal.progresser('Comparaison…')
  return { lues, lots: logements, comparaisons: comparer(lues.demandes, grilles, contexte, logements) }
}

function genreDe({ paires }: Comparaisons): GenreLots {
  return paires.some(({ lots }) => lots !== undefined) ? 'fournis' : 'recherches'
}

function robustesses({ lues, comparaisons, lots }: FichiersCompares, terminal: Terminal): readonly RobustesseVue[] {
  return comparaisons.cotations.slice(1).map((cotation) => {
    terminal.progresser('Robustesse…')
    const banc = preparerBanc(cotation, lues.demandes, lots && lotsDe(lots.lecture, lues.demandes))
    return menerEtapes(mesurerRobustesse(banc, lues.demandes.numeros, genreDe(comparaisons)))
  })
}

/** The document of the conference as a file of this kind. */
async function dossier(
  compares: FichiersCompares,
  extension: string,
  options: Arguments,
  terminal: Terminal,
): Promise<Uint8Array> {
  const { lues, comparaisons } = compares
  const document = dossierConference(avecListesRecherchees(comparaisons), {
    source: { fichier: lues.fichier.nom, feuille: lues.reconnue.table.feuille, versionMoteur: VERSION },
    genre: genreDe(comparaisons),
    question: options.valeur('question'),
    robustesses: options.presente('robustesse') ? robustesses(compares, terminal) : [],
  })
  return extension === 'docx' ? ecrireDocx(document) : encoderUtf8(ecrireHtml(document))
}

/** The result as a file of this kind. */
function octetsDe({ lues, comparaisons }: FichiersCompares, extension: string, document: string): Uint8Array[] {
  if (extension === 'json') return [encoderUtf8(document)]
  const source = { fichier: lues.fichier.nom, feuille: lues.reconnue.table.feuille, versionMoteur: VERSION }
  const feuilles = [
    ...feuillesComparaison(comparaisons, source),
    ...(extension === 'xlsx'
      ? feuillesScenario(avecListesRecherchees(comparaisons), source, genreDe(comparaisons), false)
      : []),
  ]
  if (extension === 'csv') return feuilles.slice(0, 1).map((feuille) => ecrireCsv(feuille))
  const { classeur, octets } = lues.fichier
  if (classeur.format === 'xlsx') return [ajouterFeuilles(octets, feuilles)]
  return [creerClasseur([feuilleDesDonnees(classeur), ...feuilles])]
}

/** Rows are those of a file: each file has its own list. */
function direAnomalies(anomalies: Comparaisons['anomalies'], fichier: string | undefined): readonly string[] {
  const siennes = anomalies.filter((anomalie) => anomalie.fichier === fichier)
  return [
    francais(`${formatCompte(siennes.length, 'anomalie')}${fichier === undefined ? '' : ` dans ${fichier}`} :`),
    ...resumerAnomalies(siennes),
  ]
}

function direBilan(comparaisons: Comparaisons): readonly string[] {
  const { anomalies, avertissements } = comparaisonEcrite(comparaisons)
  const fichiers = [...new Set(anomalies.map(({ fichier }) => fichier))]
  return [
    ...avertissements.map((avertissement) => francais(`Attention : ${avertissement}`)),
    ...direComparaisons(comparaisons),
    '',
    ...(anomalies.length === 0 ? ['Aucune anomalie.'] : []),
    ...fichiers.flatMap((fichier) => direAnomalies(anomalies, fichier)),
    '',
    'La cotation aide à la décision : la commission d’attribution reste libre de son choix.',
  ]
}

/** `comparer DEMANDES --grilles A B…`: what changes when a grid takes the place of another. */
export const JOB_COMPARER: Job = {
  nom: 'comparer',
  usage: 'DEMANDES --grilles A B… [--lots LOGEMENTS] [--dossier FICHIER] [options]',
  resume: 'compare deux grilles ou plus sur les mêmes demandes : qui bouge, et pour quels logements',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const chemin = verifierUsage(options)
    const sortie = options.valeur('sortie')
    const autres = ['grilles', 'socle', 'lots', 'seuils'].flatMap((option) => options.valeurs(option))
    const chemins = [chemin, ...autres]
    const fichierDossier = options.valeur('dossier')
    const genreDossier = fichierDossier === undefined ? '' : verifierSortie(fichierDossier, ['docx', 'html'], chemins)
    const extension = sortie === undefined ? '' : verifierSortie(sortie, ['xlsx', 'csv', 'json'], chemins)
    const compares = comparerFichiers(chemin, options, terminal)
    const { comparaisons } = compares
    const document = `${JSON.stringify(comparaisonEcrite(comparaisons))}\n`
    if (sortie !== undefined) ecrireFichier(sortie, octetsDe(compares, extension, document))
    if (fichierDossier !== undefined)
      ecrireFichier(fichierDossier, [await dossier(compares, genreDossier, options, terminal)])
    if (options.presente('json')) {
      await terminal.ecrire(document)
      return
    }
    const ecrits = [sortie, fichierDossier].flatMap((fichier) => (fichier === undefined ? [] : [fichier]))
    const ecrit = ecrits.length === 0 ? [] : ['', francais(`Résultat écrit dans ${ecrits.join(' et ')}`)]
    await terminal.ecrire(`${[...direBilan(comparaisons), ...ecrit].join('\n')}\n`)
  },
}
