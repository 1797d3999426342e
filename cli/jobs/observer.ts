import { basename } from 'node:path'
import { formatCompte, formatNombre, francais, Refus } from '../../core/index.ts'
import {
  ecrireJeu,
  intervalleDe,
  type Jeu,
  lireProfil,
  lireTexteJeu,
  observer,
  type Observatoire,
  type Profil,
  type Retenu,
  type Territoire,
  territoireEpci,
} from '../../core/observatoire/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage, valeurLue } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { lireOctets } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { decoderUtf8, encoderUtf8 } from '../fichiers/texte.ts'
import type { Terminal } from '../terminal.ts'
import { VERSION } from '../version.ts'
import type { Job } from './job.ts'
import type { DemandesLues } from './options-lecture.ts'
import { borneDemandee, jourDemande, lireFichierDemandes, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'
import { lireTablesJointes, type TablesJointes } from './tables-jointes.ts'

const OPTIONS: OptionsJob = {
  territoire: { arite: 'une', valeur: 'SIREN', aide: 'EPCI dont les demandes sont comptées (SIREN, ou son nom exact)' },
  periode: {
    arite: 'une',
    valeur: 'PÉRIODE',
    aide: 'ce que les chiffres représentent : 2025, 2025-T1, 2025-03 ou un jour',
  },
  producteur: { arite: 'une', valeur: 'NOM', aide: 'qui publie (par défaut, le territoire)' },
  precedent: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'dernier jeu publié par ce territoire : ce qui a changé de 1 à 10 ménages depuis est retenu',
  },
  attributions: {
    arite: 'plusieurs',
    valeur: 'FICHIER',
    aide: 'décisions et baux (par défaut, la feuille « Attributions » des classeurs donnés)',
  },
  parc: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'parc social (par défaut, la feuille « Parc » des classeurs donnés)',
  },
  communes: { arite: 'aucune', aide: 'donne aussi des chiffres pour chaque commune du territoire' },
  profil: {
    arite: 'une',
    valeur: 'PROFIL',
    aide: 'protection : menages-11 (par défaut), contributeurs-3-85, ou vos réglages (seuil=15,part=0.8)',
  },
  ...OPTIONS_LECTURE,
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'jeu de données à publier, en .json' },
  json: { arite: 'aucune', aide: 'écrit le jeu de données sur la sortie standard' },
}

function territoireDemande(options: Arguments): Territoire {
  const voulu = options.valeur('territoire')
  if (voulu === undefined) throw new MauvaisUsage('Indiquez le territoire : --territoire SIREN.')
  const siren = TERRITOIRES.nomEpci(voulu) === undefined ? TERRITOIRES.epciParNom(voulu) : voulu
  const territoire = siren === undefined ? undefined : territoireEpci(TERRITOIRES, siren)
  if (territoire === undefined) {
    throw new Refus(
      `« ${voulu} » n’est pas un EPCI connu. Attendu : le SIREN d’un EPCI (9 chiffres), ou son nom exact.`,
    )
  }
  return territoire
}

function periodeDemandee(options: Arguments): string {
  const periode = options.valeur('periode')
  if (periode === undefined)
    throw new MauvaisUsage('Indiquez la période : --periode 2025 (ou 2025-T1, 2025-03, un jour).')
  if (intervalleDe(periode) === undefined) {
    throw new MauvaisUsage(`--periode attend 2025, 2025-T1, 2025-03 ou un jour (2025-03-31) ; « ${periode} » a été lu.`)
  }
  return periode
}

function precedentDemande(options: Arguments): { readonly precedent?: Jeu } {
  const chemin = options.valeur('precedent')
  if (chemin === undefined) return {}
  return { precedent: lireTexteJeu(decoderUtf8(lireOctets(chemin)), basename(chemin)).jeu }
}

interface Observe {
  readonly lues: readonly DemandesLues[]
  readonly tables: TablesJointes
  readonly resultat: Observatoire
}

function communesDemandees(options: Arguments, { code, region }: Territoire): { readonly communes?: Territoire[] } {
  if (!options.presente('communes')) return {}
  const departementDe = (insee: string): string => insee.slice(0, /^9[78]/.test(insee) ? 3 : 2)
  return {
    communes: TERRITOIRES.communesDe(code).map((commune) => ({
      ...commune,
      type: 'commune',
      departements: [departementDe(commune.code)],
      ...(region === undefined ? {} : { region }),
    })),
  }
}

function profilDemande(options: Arguments): { readonly profil?: Profil } {
  const texte = options.valeur('profil')
  return texte === undefined ? {} : { profil: valeurLue(() => lireProfil(texte)) }
}

function observerFichiers(options: Arguments, terminal: Terminal): Observe {
  if (options.positions.length === 0) throw new MauvaisUsage('Indiquez au moins un classeur de demandes.')
  const territoire = territoireDemande(options)
  const periode = periodeDemandee(options)
  const jour = jourDemande(options, terminal)
  const seuils = seuilsDemandes(options)
  const borne = borneDemandee(options)
  const precedent = precedentDemande(options)
  const lues = options.positions.map((chemin) => lireFichierDemandes(chemin, options, terminal, territoire.code))
  const tables = lireTablesJointes(
    lues.map(({ fichier }) => fichier),
    options,
    terminal,
    territoire.code,
  )
  terminal.progresser('Indicateurs…')
  const producteur = options.valeur('producteur')
  const resultat = observer(
    lues.map(({ demandes }) => demandes),
    {
      territoire,
      periode,
      jour,
      seuils,
      ...borne,
      ...precedent,
      ...communesDemandees(options, territoire),
      ...profilDemande(options),
      ...(tables.attributions === undefined ? {} : { attributions: tables.attributions }),
      ...(tables.parc === undefined ? {} : { parc: tables.parc }),
      versionMoteur: VERSION,
      ...(producteur === undefined ? {} : { producteur }),
    },
  )
  return { lues, tables, resultat }
}

function direEcartees({ ecartees }: Observatoire): readonly string[] {
  const { doublons, horsTerritoire, epciIllisible } = ecartees
  return [
    ...(doublons > 0 ? [`  ${formatCompte(doublons, 'demande')} déjà lue(s) dans un autre classeur`] : []),
    ...(horsTerritoire > 0 ? [`  ${formatCompte(horsTerritoire, 'demande')} d’un autre EPCI`] : []),
    ...(epciIllisible > 0 ? [`  ${formatCompte(epciIllisible, 'demande')} dont l’EPCI est illisible`] : []),
  ]
}

function direRetenu({ nom, nombre, sur, phrases, retire, inconnus }: Retenu): string {
  const manque = inconnus === 0 ? '' : ` ${formatCompte(inconnus, 'ligne')} sans réponse lisible.`
  const pourquoi = retire
    ? 'Indicateur retiré : ce qu’il retient se retrouverait quand même.'
    : `${phrases.map((phrase) => phrase.replace(/^Chiffre retenu[\s\u202f]*: ?/, '').replace(/\.$/, '')).join(' ; ')}.`
  return `  ${nom} (${formatNombre(nombre)} sur ${formatNombre(sur)}) : ${pourquoi}${manque}`
}

function direRetenus({ retenus }: Observatoire): readonly string[] {
  return retenus.length === 0 ? ['Aucun chiffre retenu.'] : ['Retenus :', ...retenus.map(direRetenu)]
}

/** What was counted beside the demandes. */
function direJointes({ effectifs }: Observatoire): readonly string[] {
  const { decisions, baux, presentes, parc } = effectifs
  return [
    ...(decisions === undefined
      ? []
      : [
          `${formatCompte(decisions, 'décision')} d’attribution, ${formatCompte(baux ?? 0, 'bail signé', 'baux signés')}.`,
        ]),
    ...(presentes === undefined
      ? []
      : [`${formatCompte(presentes, 'candidature présentée', 'candidatures présentées')} en commission.`]),
    ...(parc === undefined ? [] : [`${formatCompte(parc, 'ligne')} de parc.`]),
  ]
}

function direBilan({ lues, tables, resultat }: Observe): readonly string[] {
  const anomalies = [...lues.map(({ demandes }) => demandes), tables.attributions, tables.parc].flatMap(
    (table) => table?.anomalies ?? [],
  )
  const ecartees = direEcartees(resultat)
  return [
    `${resultat.jeu.titre} : ${formatCompte(resultat.comptees, 'demande comptée', 'demandes comptées')} dans ${lues.map(({ fichier }) => basename(fichier.chemin)).join(', ')}.`,
    ...direJointes(resultat),
    ...(ecartees.length === 0 ? [] : ['Non comptées :', ...ecartees]),
    `${formatCompte(resultat.jeu.observations.indicateur.length, 'chiffre')} au format « observatoire/1 ».`,
    ...direRetenus(resultat),
    direDifferences(resultat),
    anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`,
    ...resumerAnomalies(anomalies),
  ].map(francais)
}

function direDifferences({ rapport: { differencesVerifiees } }: Observatoire): string {
  return differencesVerifiees
    ? 'Les écarts avec le fichier précédent ont été contrôlés.'
    : 'Les écarts avec une publication précédente n’ont pas été vérifiés : aucun fichier précédent n’a été donné (--precedent FICHIER).'
}

/** `observer CLASSEUR… --territoire SIREN --periode P`: the aggregated figures that a territory publishes. */
export const JOB_OBSERVER: Job = {
  nom: 'observer',
  usage: 'CLASSEUR… --territoire SIREN --periode PÉRIODE [options]',
  resume: 'fait des demandes d’un territoire les chiffres agrégés à publier',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const sortie = options.valeur('sortie')
    if (sortie !== undefined)
      verifierSortie(
        sortie,
        ['json'],
        [
          ...options.positions,
          ...['seuils', 'precedent', 'attributions', 'parc'].flatMap((option) => options.valeurs(option)),
        ],
      )
    const observe = observerFichiers(options, terminal)
    const texte = ecrireJeu(observe.resultat.jeu)
    if (sortie !== undefined) ecrireFichier(sortie, [encoderUtf8(texte)])
    if (options.presente('json')) {
      await terminal.ecrire(texte)
      return
    }
    const ecrit = sortie === undefined ? [] : ['', francais(`Jeu de données écrit dans ${sortie}`)]
    await terminal.ecrire(`${[...direBilan(observe), ...ecrit].join('\n')}\n`)
  },
}
