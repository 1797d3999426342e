import { basename } from 'node:path'
import { formatCompte, formatNombre, francais, Refus } from '../../core/index.ts'
import {
  ecrireJeu,
  intervalleDe,
  type Jeu,
  lireTexteJeu,
  observer,
  type Observatoire,
  type Retenu,
  type Territoire,
  territoireEpci,
} from '../../core/observatoire/index.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
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
  readonly resultat: Observatoire
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
      versionMoteur: VERSION,
      ...(producteur === undefined ? {} : { producteur }),
    },
  )
  return { lues, resultat }
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
  const manque = inconnus === 0 ? '' : ` ${formatCompte(inconnus, 'demande')} sans réponse lisible.`
  const pourquoi = retire
    ? 'Indicateur retiré : ce qu’il retient se retrouverait quand même.'
    : phrases.map((phrase) => phrase.replace(/^Chiffre retenu[\s\u202f]*: ?/, '')).join(' ')
  return `  ${nom} (${formatNombre(nombre)} sur ${formatNombre(sur)}) : ${pourquoi}${manque}`
}

function direRetenus({ retenus }: Observatoire): readonly string[] {
  return retenus.length === 0 ? ['Aucun chiffre retenu.'] : ['Retenus :', ...retenus.map(direRetenu)]
}

function direBilan({ lues, resultat }: Observe): readonly string[] {
  const anomalies = lues.flatMap(({ demandes }) => demandes.anomalies)
  const ecartees = direEcartees(resultat)
  return [
    `${resultat.jeu.titre} : ${formatCompte(resultat.comptees, 'demande comptée', 'demandes comptées')} dans ${lues.map(({ fichier }) => basename(fichier.chemin)).join(', ')}.`,
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
        [...options.positions, ...options.valeurs('seuils'), ...options.valeurs('precedent')],
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
