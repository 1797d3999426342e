import type { BorneQuartile, Demandes, Jour, TableReconnue, TableSeuils } from '../../core/index.ts'
import {
  cleTexte,
  formatNombre,
  jourIso,
  lettresColonne,
  lireDemandes,
  lireSeuils,
  MODELE_DEMANDE,
  rangColonne,
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
    aide: 'désigne la colonne d’un champ (« colonne:C=champ » par sa lettre) ; « EN-TÊTE= » l’ignore',
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

/** Field given to a header, or to one column; `null` leaves the column alone. */
interface ChoixColonnes {
  readonly colonnes: Readonly<Record<string, string | null>>
  /** Columns are counted from 0. */
  readonly places: ReadonlyMap<number, string | null>
}

function champChoisi(champ: string): string | null {
  if (champ === '') return null
  if (MODELE_DEMANDE.champs.some(({ code }) => code === champ)) return champ
  throw new MauvaisUsage(`--colonne : « ${champ} » n’est pas un champ des demandes.`)
}

/** The column of « colonne:C » or « colonne:3 »; undefined for a header. */
function placeDe(designation: string): number | undefined {
  const place = /^colonne\s*:\s*(.*)$/i.exec(designation)?.[1]
  if (place === undefined) return undefined
  const rang = /^[1-9]\d*$/.test(place) ? Number(place) - 1 : rangColonne(place)
  if (rang !== undefined) return rang
  throw new MauvaisUsage(
    `--colonne : « ${place} » n’est ni une lettre de colonne ni un numéro (colonne:C ou colonne:3).`,
  )
}

function choixColonnes(options: Arguments): ChoixColonnes {
  const colonnes: [string, string | null][] = []
  const places = new Map<number, string | null>()
  for (const paire of options.valeurs('colonne')) {
    const egal = paire.lastIndexOf('=')
    if (egal <= 0) throw new MauvaisUsage(`--colonne attend « EN-TÊTE=champ » ; « ${paire} » a été lu.`)
    const [designation, champ] = [paire.slice(0, egal).trim(), champChoisi(paire.slice(egal + 1).trim())]
    const place = placeDe(designation)
    if (place === undefined) colonnes.push([designation, champ])
    else places.set(place, champ)
  }
  return { colonnes: Object.fromEntries(colonnes), places }
}

/** A choice that reaches no column is a slip, and one that reaches several would give a field twice. */
function verifierChoix({ colonnes, places }: ChoixColonnes, { entetes, ambigus }: TableReconnue['appariement']): void {
  for (const designation of Object.keys(colonnes)) {
    const rangs = entetes.flatMap((entete, rang) => (cleTexte(entete) === cleTexte(designation) ? [rang] : []))
    if (rangs.length === 0) throw new MauvaisUsage(`--colonne : aucune colonne ne s’appelle « ${designation} ».`)
    if (rangs.length < 2 || !ambigus.some((ambigu) => ambigu.rangs.some((rang) => rangs.includes(rang)))) continue
    const lettres = rangs.map(lettresColonne)
    throw new MauvaisUsage(
      `--colonne : plusieurs colonnes s’appellent « ${designation} » (${lettres.join(', ')}). Désignez-en une par sa lettre : --colonne colonne:${lettres[0] ?? 'A'}=${colonnes[designation] ?? ''}.`,
    )
  }
  for (const rang of places.keys()) {
    if (rang < entetes.length) continue
    throw new MauvaisUsage(
      `--colonne : il n’y a pas de colonne ${lettresColonne(rang)} ; la dernière est ${lettresColonne(entetes.length - 1)}.`,
    )
  }
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
  const choix = choixColonnes(options)
  const reconnue = reconnaitreDemandes(feuilles, { feuille: options.valeur('feuille'), ...choix })
  verifierChoix(choix, reconnue.appariement)
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
