import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { formatCompte, francais, Refus } from '../../core/index.ts'
import {
  direConflit,
  ecrireJeu,
  estIndex,
  type FichierJeu,
  fusionner,
  type Fusion,
  indexDe,
  type Jeu,
  lireIndex,
  lireJeuVerifie,
  lireJsonJeu,
  partitionner,
  type PublicationLue,
  REGLE_CONFLITS,
} from '../../core/observatoire/index.ts'
import type { OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { creerDossier, ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { lireOctets } from '../fichiers/lire.ts'
import { decoderUtf8, encoderUtf8 } from '../fichiers/texte.ts'
import type { Job } from './job.ts'

const OPTIONS: OptionsJob = {
  titre: { arite: 'une', valeur: 'TEXTE', aide: 'titre du jeu réuni' },
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'jeu réuni, en .json' },
  index: {
    arite: 'une',
    valeur: 'FICHIER',
    aide: 'écrit aussi l’index des jeux lus (« observatoire-index/1 »), en .json',
  },
  partitions: {
    arite: 'une',
    valeur: 'DOSSIER',
    aide: 'écrit le jeu réuni en petits fichiers, par indicateur et période, avec leur index : pour un site',
  },
  json: { arite: 'aucune', aide: 'écrit le jeu réuni sur la sortie standard' },
}

/** A dataset once read, with where it was. */
interface Lu extends FichierJeu {
  readonly chemin: string
  readonly octets: number
}

function enJson(chemin: string, octets: Uint8Array): unknown {
  return lireJsonJeu(decoderUtf8(octets), basename(chemin))
}

function lireJeuDe(chemin: string, octets: number, brut: unknown): Lu {
  const nom = basename(chemin)
  try {
    return { chemin, nom, octets, ...lireJeuVerifie(brut) }
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur
    throw new Refus(erreur.raisons.map((raison) => `${nom} : ${raison}`))
  }
}

/** A dataset, or all those that an index names, beside it. */
function lireChemin(chemin: string): Lu[] {
  const octets = lireOctets(chemin)
  const brut = enJson(chemin, octets)
  if (!estIndex(brut)) return [lireJeuDe(chemin, octets.length, brut)]
  return lireIndex(brut).jeux.map(({ fichier, octets: attendus }) => {
    const nomme = join(dirname(chemin), fichier)
    const lus = lireOctets(nomme)
    if (lus.length !== attendus) {
      throw new Refus(
        `« ${fichier} » compte ${String(lus.length)} octets ; l’index en annonce ${String(attendus)}. Refaites l’index, ou remettez le fichier d’origine.`,
      )
    }
    return lireJeuDe(nomme, lus.length, enJson(nomme, lus))
  })
}

function direPublication(publication: PublicationLue): string {
  const { fichier, producteur, fait_le, version_moteur, profil_secret, chiffres, retenus, empreinte } = publication
  const details = [
    formatCompte(chiffres, 'chiffre'),
    ...(retenus === 0 ? [] : [formatCompte(retenus, 'retenu')]),
    `moteur ${version_moteur ?? 'non indiqué'}`,
    `secret ${profil_secret ?? 'non indiqué'}`,
    `empreinte ${empreinte}`,
  ]
  return `  ${fichier} : ${producteur}, ${fait_le} (${details.join(', ')})`
}

function direFusion({ jeu, conflits, doubles, publications }: Fusion): readonly string[] {
  return [
    `${formatCompte(publications.length, 'jeu réuni', 'jeux réunis')} : ${formatCompte(jeu.observations.indicateur.length, 'chiffre')}, ${formatCompte(jeu.initiatives.length, 'initiative')}.`,
    'Qui a publié quoi :',
    ...publications.map(direPublication),
    ...(doubles === 0
      ? []
      : [`${formatCompte(doubles, 'chiffre identique donné', 'chiffres identiques donnés')} plusieurs fois.`]),
    conflits.length === 0 ? 'Aucun conflit.' : `${formatCompte(conflits.length, 'conflit')}. ${REGLE_CONFLITS}`,
    ...conflits.map((conflit) => `  ${direConflit(conflit)}`),
  ].map(francais)
}

/** `fusionner FICHIER…`: datasets of several producers, merged into one with their conflicts shown. */
export const JOB_FUSIONNER: Job = {
  nom: 'fusionner',
  usage: 'FICHIER… [options]',
  resume: 'réunit des jeux de données « observatoire/1 » et montre leurs conflits',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    if (options.positions.length === 0) throw new MauvaisUsage('Indiquez au moins un jeu de données, ou un index.')
    const lus = options.positions.flatMap(lireChemin)
    const [sortie, index] = [options.valeur('sortie'), options.valeur('index')]
    const entrees = [...options.positions, ...lus.map(({ chemin }) => chemin)]
    if (sortie !== undefined) verifierSortie(sortie, ['json'], entrees)
    if (options.valeur('partitions') !== undefined) verifierDossier(options.valeur('partitions') ?? '')
    if (index !== undefined) verifierSortie(index, ['json'], [...entrees, ...(sortie === undefined ? [] : [sortie])])
    const fusion = fusionner(lus, options.valeur('titre'))
    const texte = ecrireJeu(fusion.jeu)
    const jeux = index === undefined ? undefined : indexVoisin(lus, index)
    if (sortie !== undefined) ecrireFichier(sortie, [encoderUtf8(texte)])
    if (index !== undefined) ecrireFichier(index, [encoderUtf8(`${JSON.stringify(jeux)}\n`)])
    const dossier = options.valeur('partitions')
    if (dossier !== undefined) ecrirePartitions(dossier, fusion.jeu)
    const ecrits = [sortie, index, dossier].filter((chemin) => chemin !== undefined)
    const suite = ecrits.map((chemin) => francais(`Écrit : ${chemin}`))
    await terminal.ecrire(options.presente('json') ? texte : `${[...direFusion(fusion), ...suite].join('\n')}\n`)
  },
}

/** A folder of its own: what is left of an earlier one would be named by no index, or by a wrong one. */
function verifierDossier(dossier: string): void {
  if (existsSync(dossier) && readdirSync(dossier).length > 0) {
    throw new Refus(
      `Le dossier « ${dossier} » n’est pas vide. Donnez le nom d’un dossier nouveau, puis mettez-le à la place de l’ancien.`,
    )
  }
}

/** The files of the partitions, then their index: a folder that is cut short has none. */
function ecrirePartitions(dossier: string, jeu: Jeu): void {
  const entrees = partitionner(jeu).map(({ fichier, jeu: partie }) => {
    const contenu = encoderUtf8(ecrireJeu(partie))
    const chemin = join(dossier, fichier)
    creerDossier(dirname(chemin))
    ecrireFichier(chemin, [contenu])
    return { fichier, jeu: partie, octets: contenu.length }
  })
  ecrireFichier(join(dossier, 'index.json'), [encoderUtf8(`${JSON.stringify(lireIndex(indexDe(entrees)))}\n`)])
}

/** The index, with the paths as seen from where it is written; read again at once so that it never names what it cannot. */
function indexVoisin(lus: readonly Lu[], index: string) {
  const fichiers = lus.map(({ chemin, jeu, octets }) => ({
    fichier: relative(dirname(index), chemin).replaceAll('\\', '/'),
    jeu,
    octets,
  }))
  return lireIndex(indexDe(fichiers))
}
