import { francais } from '../socle/typographie.ts'
import { DENOMINATEUR_INCONNU } from './appartenance.ts'
import type { Compte } from './compte.ts'
import { manqueIndicateur } from './champs-manquants.ts'
import type { Indicateur } from './indicateurs.ts'
import type { FiltreAxe, LigneDerriere } from './lignes-derriere.ts'
import { lignesDerriere } from './lignes-derriere.ts'
import type { Effectifs } from './mesure.ts'
import { colonneAbsente, effetCellules } from './phrases.ts'
import { REGISTRE_ATTRIBUTION } from './registre.ts'

/** A row that nobody can place, and the cells to fill for it. */
export interface LigneACompleter extends LigneDerriere {
  /** Codes of the base fields. */
  readonly champs: readonly string[]
}

/** A field whose empty or unreadable cells keep rows from being placed, with what they may do to the rate. */
export interface ChampACompleter {
  readonly champ: string
  readonly libelle: string
  /** Rows that it keeps from being placed, alone or with others. */
  readonly lignes: readonly LigneACompleter[]
  /** Rows for which it is the only one missing. */
  readonly seul: number
  /** Rate if all these rows turn out to weigh against it, and for it; ratios 0–1. */
  readonly taux_min: number
  readonly taux_max: number
  /** taux_max − taux_min. */
  readonly effet: number
  readonly phrase: string
  /** No file gives the column. */
  readonly colonneAbsente: boolean
}

/** What to fill first, and the bracket that all of it together leaves open. */
export interface Completer {
  readonly indicateur: Indicateur
  readonly taux_min: number | null
  readonly taux_max: number | null
  /** The most telling field first. */
  readonly champs: readonly ChampACompleter[]
}

interface Inconnues {
  readonly numerateur: number
  readonly denominateur: number
}

function compterInconnues(lignes: readonly LigneDerriere[]): Inconnues {
  const numerateur = lignes.filter(({ place }) => place === 'numerateur-inconnu').length
  return { numerateur, denominateur: lignes.length - numerateur }
}

/**
 * The least and greatest rate that these rows can give: those of unknown denominator enter it without, or with, the
 * numerator. Wider than the published bracket, which leaves them out.
 */
function fourchette(
  { numerateur, denominateur }: Pick<Effectifs, 'numerateur' | 'denominateur'>,
  inconnues: Inconnues,
): { readonly taux_min: number; readonly taux_max: number } | undefined {
  const total = denominateur + inconnues.denominateur
  if (total === 0) return undefined
  return {
    taux_min: numerateur / total,
    taux_max: (numerateur + inconnues.numerateur + inconnues.denominateur) / total,
  }
}

/**
 * Which missing cells matter most for a rate: one entry a field, the one that moves the rate most first, with the rows
 * where it is to be filled (those for which nothing else is missing come first).
 *
 * @example
 * completer(compte, indicateur).champs[0]?.phrase
 * //=> '7 cellules manquantes font varier le taux de 3,48 points : « Ressources mensuelles du ménage (hors APL/AL) ».'
 */
export function completer(compte: Compte, indicateur: Indicateur, filtres: readonly FiltreAxe[] = []): Completer {
  const derriere = lignesDerriere(compte, indicateur, filtres)
  const { places } = compte.placement(indicateur)
  const connues = {
    numerateur: derriere.filter(({ place }) => place === 'avec').length,
    denominateur: derriere.filter(({ rang }) => places[rang] !== DENOMINATEUR_INCONNU).length,
  }
  const manque = manqueIndicateur(indicateur, compte)
  const inconnues = derriere
    .filter(({ place }) => place.endsWith('inconnu'))
    .map((ligne) => ({ ...ligne, champs: enColonnes(manque(ligne.rang), compte) }))
  const bornes = fourchette(connues, compterInconnues(inconnues))
  const codes = [...new Set(inconnues.flatMap(({ champs }) => champs))]
  return {
    indicateur,
    taux_min: bornes?.taux_min ?? null,
    taux_max: bornes?.taux_max ?? null,
    champs: codes
      .map((code) => champACompleter(code, inconnues, connues, compte))
      .sort((a, b) => b.effet - a.effet || b.seul - a.seul),
  }
}

/** What a quartile is computed from. */
const RESSOURCES: readonly string[] = ['ressources_mensuelles', 'nb_personnes', 'nb_moins_14']

/** Where the file gives quartiles and not what they are computed from, the quartile itself is to be filled. */
function enColonnes(champs: readonly string[], { attributions: { champsPresents } }: Compte): readonly string[] {
  const sansColonne = champs.some((code) => RESSOURCES.includes(code) && !champsPresents.has(code))
  if (!sansColonne || !champsPresents.has('quartile')) return champs
  return [...champs.filter((code) => code !== 'epci' && !RESSOURCES.includes(code)), 'quartile']
}

function champACompleter(
  code: string,
  inconnues: readonly LigneACompleter[],
  connues: Pick<Effectifs, 'numerateur' | 'denominateur'>,
  compte: Compte,
): ChampACompleter {
  const lignes = inconnues
    .filter(({ champs }) => champs.includes(code))
    .toSorted((a, b) => a.champs.length - b.champs.length)
  const { taux_min, taux_max } = fourchette(connues, compterInconnues(lignes)) ?? { taux_min: 0, taux_max: 1 }
  const libelle = REGISTRE_ATTRIBUTION.champ(code)?.libelle ?? code
  const effet = taux_max - taux_min
  const absente = !compte.attributions.champsPresents.has(code)
  const phrase = absente ? colonneAbsente(libelle) : effetCellules(libelle, lignes.length, effet * 100)
  return {
    champ: code,
    libelle,
    lignes,
    seul: lignes.filter(({ champs }) => champs.length === 1).length,
    taux_min,
    taux_max,
    effet,
    phrase: francais(phrase),
    colonneAbsente: absente,
  }
}
