import type { BorneQuartile, Demandes, Jour, TableReconnue, TableSeuils } from '../../core/index.ts'
import {
  formatNombre,
  jourIso,
  lireDemandes,
  lireSeuils,
  MODELE_DEMANDE,
  reconnaitreDemandes,
  SEUILS_QUARTILES,
} from '../../core/index.ts'
import { feuillesSource } from '../fichiers/feuilles-source.ts'
import type { Arguments, OptionsJob } from '../arguments.ts'
import { enListe, MauvaisUsage } from '../arguments.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import type { Terminal } from '../terminal.ts'

/** Options of every job that reads demandes. */
export const OPTIONS_LECTURE = {
  jour: { arite: 'une', valeur: 'AAAA-MM-JJ', aide: 'jour du calcul (aujourd’hui par défaut)' },
  feuille: {
    arite: 'une',
    valeur: 'NOM',
    aide: 'feuille à lire (par défaut, celle qui ressemble le plus à des demandes)',
  },
  colonne: {
    arite: 'plusieurs',
    valeur: 'EN-TÊTE=champ',
    aide: 'désigne la colonne d’un champ ; « EN-TÊTE= » l’ignore',
  },
  'vide-non': {
    arite: 'plusieurs',
    valeur: 'champ,…',
    aide: 'champs dont une cellule vide veut dire « non » (0, aucun)',
  },
  'sans-defauts': { arite: 'aucune', aide: 'ne donne aucune valeur par défaut aux cellules vides' },
  toutes: { arite: 'aucune', aide: 'lit aussi les demandes qui ne sont pas actives' },
  'quartile-borne': { arite: 'une', valeur: 'stricte|incluse', aide: 'borne des quartiles, quoi que dise la grille' },
  seuils: { arite: 'une', valeur: 'FICHIER', aide: 'seuils de quartile à la place de ceux qui sont livrés' },
} as const satisfies OptionsJob

export function jourDemande(options: Arguments, terminal: Terminal): Jour {
  const texte = options.valeur('jour') ?? terminal.aujourdhui
  const jour = jourIso(texte)
  if (jour === undefined) throw new MauvaisUsage(`--jour attend une date AAAA-MM-JJ ; « ${texte} » n’en est pas une.`)
  return jour
}

export function borneDemandee(options: Arguments): { readonly borne?: BorneQuartile } {
  const borne = options.valeur('quartile-borne')
  if (borne === undefined) return {}
  if (borne !== 'stricte' && borne !== 'incluse') {
    throw new MauvaisUsage(`--quartile-borne attend « stricte » ou « incluse » ; « ${borne} » a été lu.`)
  }
  return { borne }
}

export function seuilsDemandes(options: Arguments): TableSeuils {
  const chemin = options.valeur('seuils')
  const feuille = chemin === undefined ? undefined : ouvrirFichier(chemin).classeur.feuilles[0]
  return feuille === undefined ? SEUILS_QUARTILES : lireSeuils(feuille)
}

function choixColonnes(options: Arguments): Readonly<Record<string, string | null>> {
  const paires = options.valeurs('colonne').map((paire) => {
    const egal = paire.lastIndexOf('=')
    if (egal <= 0) throw new MauvaisUsage(`--colonne attend « EN-TÊTE=champ » ; « ${paire} » a été lu.`)
    const champ = paire.slice(egal + 1).trim()
    if (champ !== '' && !MODELE_DEMANDE.champs.some(({ code }) => code === champ)) {
      throw new MauvaisUsage(`--colonne : « ${champ} » n’est pas un champ des demandes.`)
    }
    return [paire.slice(0, egal).trim(), champ === '' ? null : champ] as const
  })
  return Object.fromEntries(paires)
}

function videNonDemande(options: Arguments): readonly string[] {
  const champs = enListe(options.valeurs('vide-non'))
  const inconnus = champs.filter((champ) => !MODELE_DEMANDE.champs.some(({ code }) => code === champ))
  if (inconnus.length > 0) throw new MauvaisUsage(`--vide-non : champs inconnus : ${inconnus.join(', ')}.`)
  return champs
}

/** A file of demandes once read, and where they were in it. */
export interface DemandesLues {
  readonly fichier: FichierOuvert
  readonly reconnue: TableReconnue
  readonly demandes: Demandes
}

/**
 * Reads the file of demandes that a job was given.
 *
 * @param territoire SIREN within which communes are found by name when a row gives no EPCI
 */
export function lireFichierDemandes(
  chemin: string,
  options: Arguments,
  terminal: Terminal,
  territoire: string | undefined,
): DemandesLues {
  const fichier = ouvrirFichier(chemin)
  const feuilles = options.presente('feuille') ? fichier.classeur.feuilles : feuillesSource(fichier)
  const reconnue = reconnaitreDemandes(feuilles, {
    feuille: options.valeur('feuille'),
    colonnes: choixColonnes(options),
  })
  const demandes = lireDemandes(
    feuilles,
    reconnue,
    {
      jour: jourDemande(options, terminal),
      lieux: TERRITOIRES,
      territoire,
      videNon: videNonDemande(options),
      sansDefauts: options.presente('sans-defauts'),
      toutes: options.presente('toutes'),
    },
    (lignes) => {
      terminal.progresser(`Lecture : ${formatNombre(lignes)} lignes…`)
    },
  )
  return { fichier, reconnue, demandes }
}
