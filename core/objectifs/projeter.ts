import { formatTaux } from '../socle/format.ts'
import type { Fraction } from '../socle/fraction.ts'
import { plafondEntier } from '../socle/fraction.ts'
import { dateCivile } from '../socle/jour.ts'
import type { Jour } from '../socle/jour.ts'
import { francais } from '../socle/typographie.ts'
import { DEHORS, DENOMINATEUR_INCONNU, PLACES } from './appartenance.ts'
import { jourCompte } from './assiettes.ts'
import type { Compte } from './compte.ts'
import type { Indicateur } from './indicateurs.ts'
import type { FiltreAxe } from './lignes-derriere.ts'
import type { Effectifs } from './mesure.ts'
import { effectifsDe } from './mesure.ts'
import { AUCUNE_ATTRIBUTION, phraseAnneeFinie, phraseProjection } from './phrases.ts'
import type { PartEcoulee } from './saisonnalite.ts'
import { partEcoulee } from './saisonnalite.ts'

/** Four chances in five, two-sided: the range that people are told. */
const Z80 = 1.2815515655446004

/** Where the year is heading. */
export interface Projection {
  /** Counted up to the day, that day included. */
  readonly constate: Effectifs
  readonly partEcoulee: PartEcoulee
  /** Rows still expected in the denominator by 31 December; null when the year is over. */
  readonly attendus: number | null
  /** How many of them must be in the numerator to end on the target; null without target. */
  readonly manque: number | null
  /** Rate at the end of the year at the present pace, and its range; null when nothing can be said. */
  readonly taux: number | null
  readonly bas: number | null
  readonly haut: number | null
  readonly phrase: string
}

export interface OptionsProjection {
  readonly jour: Jour
  /** Past years, for their seasons. */
  readonly passes?: readonly Compte[]
  readonly filtres?: readonly FiltreAxe[]
  readonly cible?: Fraction
}

/** The counts of the year up to a day, that day included; unknown days count as past. */
function constaterJusquAu(
  compte: Compte,
  indicateur: Indicateur,
  { jour, filtres = [] }: OptionsProjection,
): Effectifs {
  const { places } = compte.placement(indicateur)
  const compteLe = jourCompte(compte.donnees, indicateur.assiette)
  const axes = filtres.map(([code, modalite]) => {
    const axe = compte.axe(code, indicateur.assiette)
    return { groupes: axe.groupes, voulu: modalite === null ? -1 : axe.modalites.indexOf(modalite) }
  })
  const tableau = new Uint32Array(PLACES)
  places.forEach((place, i) => {
    if (place === DEHORS || !axes.every(({ groupes, voulu }) => groupes[i] === voulu)) return
    if (place === DENOMINATEUR_INCONNU || compteLe(i) <= jour) tableau[place] = (tableau[place] ?? 0) + 1
  })
  return effectifsDe(tableau)
}

/** How many of `reste` further rows may be in the numerator, at the least and at the most, at a pace seen on few rows. */
function encadrer(avec: number, total: number, reste: number): readonly [bas: number, haut: number] {
  const z2 = Z80 * Z80
  // Shrunk towards one half, so that nothing seen yet does not mean certainly nothing to come.
  const p = (avec + z2 / 2) / (total + z2)
  const ecart = Z80 * Math.sqrt(p * (1 - p) * (reste + (reste * reste) / (total + z2)))
  return [Math.max(0, Math.floor(reste * p - ecart)), Math.min(reste, Math.ceil(reste * p + ecart))]
}

function resteAVenir(denominateur: number, part: number): number {
  return Math.max(0, Math.round(denominateur / part) - denominateur)
}

interface Fourchette {
  readonly bas: number
  readonly haut: number
}

/**
 * The range of the rate at the end of the year: chance on what is to come, the least and greatest number of rows that
 * past years suggest, and the rows whose numerator is unknown, against (low) and for (high).
 */
function fourchette(constate: Effectifs, { basse, haute }: PartEcoulee): Fourchette {
  const { numerateur, denominateur, inconnus_numerateur } = constate
  const restes = [basse, haute].map((part) => resteAVenir(denominateur, part))
  const taux = restes.flatMap((reste) => {
    const [peu] = encadrer(numerateur, denominateur, reste)
    const [, beaucoup] = encadrer(numerateur + inconnus_numerateur, denominateur, reste)
    const fin = denominateur + reste
    return [(numerateur + peu) / fin, (numerateur + inconnus_numerateur + beaucoup) / fin]
  })
  return { bas: Math.min(...taux), haut: Math.max(...taux) }
}

function sansSuite(constate: Effectifs, ecoulee: PartEcoulee, phrase: string): Projection {
  const { numerateur, denominateur } = constate
  const taux = denominateur === 0 ? null : numerateur / denominateur
  return {
    constate,
    partEcoulee: ecoulee,
    attendus: null,
    manque: null,
    taux,
    bas: taux,
    haut: taux,
    phrase: francais(phrase),
  }
}

/**
 * Projects a rate to 31 December from what is counted up to a day. What is still to come is the present count divided by
 * the share of the year gone by (past years at the same date if given, else the calendar); it is expected at the present
 * rate, within a range of four chances in five.
 *
 * @example
 * projeter(preparerCompte(attributions, { annee: 2026 }), indicateur, { jour }).phrase
 * //=> 'Il manque 25 baux du premier quartile hors QPV d’ici le 31/12 ; au rythme actuel vous finirez entre 1 % et 17 %.'
 */
export function projeter(compte: Compte, indicateur: Indicateur, options: OptionsProjection): Projection {
  const { jour, passes = [], cible = compte.cible(indicateur.code) } = options
  const constate = constaterJusquAu(compte, indicateur, options)
  const { numerateur, denominateur } = constate
  const enCours = dateCivile(jour).annee === compte.annee
  const ecoulee = enCours
    ? partEcoulee(indicateur, jour, passes)
    : { methode: 'calendrier' as const, part: 1, basse: 1, haute: 1, annees: [] }
  if (denominateur === 0) return sansSuite(constate, ecoulee, AUCUNE_ATTRIBUTION)
  if (!enCours)
    return sansSuite(constate, ecoulee, phraseAnneeFinie(compte.annee, formatTaux(numerateur / denominateur)))
  const attendus = resteAVenir(denominateur, ecoulee.part)
  const manque =
    cible === undefined
      ? null
      : Math.max(0, plafondEntier(cible.numerateur * (denominateur + attendus), cible.denominateur) - numerateur)
  const bornes = fourchette(constate, ecoulee)
  const termes = { quoi: indicateur.quoi, manque, attendus, fin: '31/12', ...bornes }
  return {
    constate,
    partEcoulee: ecoulee,
    attendus,
    manque,
    taux: numerateur / denominateur,
    ...bornes,
    phrase: francais(phraseProjection(termes)),
  }
}
