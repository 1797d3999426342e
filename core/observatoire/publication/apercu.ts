import { formatEuros, formatNombre, formatTaux } from '../../socle/format.ts'
import { cleTexte } from '../../socle/texte.ts'
import type { Observatoire } from '../calcul/observer.ts'
import { ecrireJeu } from '../jeu/ecrire-jeu.ts'
import type { Indicateur, Secret } from '../jeu/jeu.ts'
import { phraseSecret } from '../protection/messages.ts'

/** One figure as the file gives it, ready to show. */
export interface LigneApercu {
  readonly indicateur: string
  readonly nom: string
  readonly territoire: string
  readonly periode: string
  /** The answer or the part that the figure is of; null for the whole. */
  readonly modalite: string | null
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
  /** The value with its unit, in French; « retenu » for a withheld one, « non calculé » for one that does not exist. */
  readonly texte: string
  readonly secret: Secret | null
  /** Why it is withheld, in one sentence; empty for a published figure. */
  readonly raison: string
}

/** How many figures are withheld for one reason. */
export interface CompteRaison {
  readonly secret: Secret
  readonly nombre: number
  readonly phrase: string
}

/** What becomes of the figures of one indicator. */
export interface IndicateurApercu {
  readonly id: string
  readonly nom: string
  readonly theme: string
  readonly publies: number
  readonly retenus: number
  /** Withdrawn whole: what it withholds could still be found again. */
  readonly retire: boolean
  /** Rows that the indicator could not place: once completed, more may become publishable. */
  readonly inconnus: number
  /** Why figures are withheld, one sentence a reason. */
  readonly phrases: readonly string[]
}

/** All that the one who publishes must see before the file leaves. */
export interface ApercuPublication {
  readonly titre: string
  readonly producteur: string
  readonly territoire: string
  readonly periode: string
  /** Name of the profile of protection. */
  readonly profil: string
  readonly publies: number
  readonly retenus: number
  /** Most frequent first. */
  readonly parRaison: readonly CompteRaison[]
  /** In the order of the file. */
  readonly indicateurs: readonly IndicateurApercu[]
  /** Every figure of the file, in its order. */
  readonly lignes: readonly LigneApercu[]
  /** Those that are withheld. */
  readonly lignesRetenues: readonly LigneApercu[]
  /** What was not checked, what was not counted. */
  readonly avertissements: readonly string[]
  readonly fichier: {
    /** Proposed name, made of the territory and the period. */
    readonly nom: string
    /** What is written, to the byte once encoded in UTF-8. */
    readonly texte: string
    readonly empreinte: string
  }
}

const RETENU = 'retenu'
const NON_CALCULE = 'non calculé'
/** Units that do not say themselves: other counts are named by their indicator. */
const DUREES: ReadonlySet<string> = new Set(['mois', 'jours'])

function texteValeur(valeur: number | null, secret: Secret | null, unite: string): string {
  if (secret !== null) return RETENU
  if (valeur === null) return NON_CALCULE
  if (unite === 'ratio') return formatTaux(valeur)
  if (unite === 'euros_uc_an') return formatEuros(valeur)
  const nombre = formatNombre(valeur, { decimales: Number.isInteger(valeur) ? 0 : 1 })
  return DUREES.has(unite) ? `${nombre}\u00a0${unite}` : nombre
}

function lignesDe({ jeu, profil }: Observatoire): readonly LigneApercu[] {
  const o = jeu.observations
  const indicateurs = new Map<string, Indicateur>(jeu.indicateurs.map((indicateur) => [indicateur.id, indicateur]))
  const noms = new Map(jeu.territoires.map(({ code, nom }) => [code, nom]))
  return o.indicateur.map((id, i) => {
    const [valeur, secret, code] = [o.valeur[i] ?? null, o.secret[i] ?? null, o.territoire[i] ?? '']
    const indicateur = indicateurs.get(id)
    return {
      indicateur: id,
      nom: indicateur?.nom ?? id,
      territoire: noms.get(code) ?? code,
      periode: o.periode[i] ?? '',
      modalite: o.modalite[i] ?? null,
      numerateur: o.numerateur[i] ?? null,
      denominateur: o.denominateur[i] ?? null,
      valeur,
      texte: texteValeur(valeur, secret, indicateur?.unite ?? ''),
      secret,
      raison: secret === null ? '' : phraseSecret(secret, profil),
    }
  })
}

function compterRaisons(retenues: readonly LigneApercu[]): readonly CompteRaison[] {
  const comptes = new Map<Secret, CompteRaison>()
  for (const { secret, raison } of retenues)
    if (secret !== null) comptes.set(secret, { secret, nombre: (comptes.get(secret)?.nombre ?? 0) + 1, phrase: raison })
  return [...comptes.values()].sort((a, b) => b.nombre - a.nombre)
}

function indicateursDe({ jeu, retenus }: Observatoire, lignes: readonly LigneApercu[]): readonly IndicateurApercu[] {
  const parId = new Map(retenus.map((retenu) => [retenu.id, retenu]))
  return jeu.indicateurs.map(({ id, nom, theme }) => {
    const siennes = lignes.filter(({ indicateur }) => indicateur === id)
    const retenues = siennes.filter(({ secret }) => secret !== null)
    const retenu = parId.get(id)
    return {
      id,
      nom,
      theme,
      publies: siennes.length - retenues.length,
      retenus: retenues.length,
      retire: retenu?.retire ?? false,
      inconnus: retenu?.inconnus ?? 0,
      phrases: [...new Set(retenues.map(({ raison }) => raison))],
    }
  })
}

/** « observatoire-metropole-europeenne-de-lille-2025.json ». */
function nomFichier(territoire: string, periode: string): string {
  const mots = territoire.split(/[^\p{L}\p{N}]+/u).map(cleTexte)
  return `observatoire-${[...mots, periode.toLowerCase()].filter((mot) => mot !== '').join('-')}.json`
}

/**
 * What will be published and what will not, before anything is written: the figures of the file, those that are withheld
 * and why, what was not checked, and the very text of the file.
 *
 * @example
 * const options = { territoire, periode: '2025', jour, seuils: SEUILS_QUARTILES, versionMoteur: '1.0' }
 * const apercu = apercuPublication(observer([demandes], options))
 * apercu.parRaison[0] //=> { secret: 'secondaire', nombre: 8, phrase: 'Chiffre retenu : …' }
 * apercu.fichier.nom //=> 'observatoire-metropole-europeenne-de-lille-2025.json'
 */
export function apercuPublication(observatoire: Observatoire): ApercuPublication {
  const { jeu, rapport, profil } = observatoire
  const lignes = lignesDe(observatoire)
  const lignesRetenues = lignes.filter(({ secret }) => secret !== null)
  const territoire = jeu.territoires[0]?.nom ?? ''
  const periode = jeu.observations.periode[0] ?? ''
  return {
    titre: jeu.titre,
    producteur: jeu.producteur,
    territoire,
    periode,
    profil: profil.nom,
    publies: lignes.length - lignesRetenues.length,
    retenus: lignesRetenues.length,
    parRaison: compterRaisons(lignesRetenues),
    indicateurs: indicateursDe(observatoire, lignes),
    lignes,
    lignesRetenues,
    avertissements: rapport.phrases.slice(1),
    fichier: { nom: nomFichier(territoire, periode), texte: ecrireJeu(jeu), empreinte: jeu.empreinte ?? '' },
  }
}
