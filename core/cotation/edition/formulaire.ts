import { francais } from '../../socle/typographie.ts'
import { jourIso, jourFrancais } from '../../socle/jour.ts'
import { direCondition, direCritere } from '../dire/dire-regle.ts'
import type { ChampNommable } from '../grille/champs-nommables.ts'
import { champNommable, estNumerique } from '../grille/champs-nommables.ts'
import type { Condition, Critere, Grille, ValeurGrille } from '../grille/grille.ts'
import { cellulesCondition } from '../table/criteres-ecrits.ts'
import { ecrireFormule } from '../table/ecrire-formule.ts'
import { ecrireNombre } from '../table/nombres.ts'
import type { Test } from '../table/tests-mots.ts'
import { enfantsDe } from './conditions.ts'
import type { Chemin, GenreRegle } from './operation.ts'
import { genresPour } from './modeles.ts'

export interface Choix {
  readonly valeur: string
  readonly libelle: string
}

/** What the user is given to type a value: always a text in the end. */
export type Saisie =
  | { readonly genre: 'aucune' }
  | { readonly genre: 'choix'; readonly choix: readonly Choix[] }
  /** Several of them, joined by « ; ». */
  | { readonly genre: 'plusieurs'; readonly choix: readonly Choix[] }
  | { readonly genre: 'nombre'; readonly unite: string; readonly minimum?: number; readonly maximum?: number }
  /** Two numbers or days, joined by « et ». */
  | { readonly genre: 'deux'; readonly de: Saisie }
  | { readonly genre: 'date' }
  | { readonly genre: 'texte'; readonly aide: string }

export interface TestPropose {
  readonly test: Test
  readonly libelle: string
  readonly saisie: Saisie
}

/** A leaf of a condition: its field, its tests, its value, each as the operation `condition` takes them. */
export interface FeuilleFormulaire {
  readonly genre: 'feuille'
  readonly chemin: Chemin
  readonly champ: string
  readonly libelle: string
  readonly tests: readonly TestPropose[]
  readonly test: string
  readonly valeur: string
  readonly phrase: string
}

export interface GroupeFormulaire {
  readonly genre: 'et' | 'ou' | 'non'
  readonly chemin: Chemin
  readonly enfants: readonly NoeudFormulaire[]
}

export type NoeudFormulaire = FeuilleFormulaire | GroupeFormulaire

/** Everything that a form shows of one criterion, as texts to type over. */
export interface FormulaireCritere {
  readonly code: string
  readonly nom: string
  readonly baseLegale: string
  /** Empty when the criterion stands alone. */
  readonly famille: string
  readonly familles: readonly Choix[]
  readonly genre: GenreRegle
  /** Empty for brackets. */
  readonly points: string
  readonly unites?: {
    readonly champ: string
    readonly saisie: Saisie
    readonly chaque: string
    readonly aPartirDe: string
    readonly maximum: string
  }
  readonly tranches?: {
    readonly champ: string
    readonly saisie: Saisie
    readonly bornes: string
    readonly points: string
  }
  readonly condition?: NoeudFormulaire
  /** The condition as one expression; empty without condition. */
  readonly formule: string
  readonly justificatif: boolean
  /** The rule in one sentence. */
  readonly phrase: string
}

const LIBELLES: Readonly<Record<Test, string>> = {
  est: 'est',
  parmi: 'est parmi',
  min: 'au moins',
  max: 'au plus',
  plus_de: 'plus de',
  moins_de: 'moins de',
  entre: 'entre (bornes comprises)',
  connu: 'est renseigné',
  tranches: 'par tranches',
  formule: 'autre condition (formule)',
}

function saisieDe(champ: ChampNommable): Saisie {
  const { type, valeurs, unite, minimum, maximum } = champ
  if (type === 'booleen') return { genre: 'choix', choix: ['oui', 'non'].map((mot) => ({ valeur: mot, libelle: mot })) }
  if (type === 'date') return { genre: 'date' }
  if (estNumerique(champ)) {
    return {
      genre: 'nombre',
      unite: unite === 'ratio' ? '%' : unite,
      ...(Number.isFinite(minimum) ? { minimum } : {}),
      ...(Number.isFinite(maximum) ? { maximum } : {}),
    }
  }
  if (valeurs === undefined) return { genre: 'texte', aide: 'plusieurs valeurs se séparent par « ; »' }
  return { genre: 'choix', choix: valeurs.map(({ code, libelle }) => ({ valeur: code, libelle })) }
}

function propose(test: Test, saisie: Saisie): TestPropose {
  return { test, libelle: LIBELLES[test], saisie }
}

/**
 * The tests that fit a field, and what to type for each.
 *
 * @example testsPour(champNommable('dalo')!).map(({ test }) => test) //=> ['est', 'connu', 'formule']
 */
export function testsPour(champ: ChampNommable): readonly TestPropose[] {
  const saisie = saisieDe(champ)
  const fin = [
    propose('connu', { genre: 'aucune' }),
    propose('formule', { genre: 'texte', aide: 'par exemple : dalo = oui ou motifs contient 05' }),
  ]
  if (champ.type === 'booleen') return [propose('est', saisie), ...fin]
  if (estNumerique(champ) || champ.type === 'date') {
    const bornes = (['min', 'max', 'plus_de', 'moins_de'] as const).map((test) => propose(test, saisie))
    return [...bornes, propose('entre', { genre: 'deux', de: saisie }), propose('est', saisie), ...fin]
  }
  const plusieurs: Saisie = saisie.genre === 'choix' ? { genre: 'plusieurs', choix: saisie.choix } : saisie
  const parmi = {
    ...propose('parmi', plusieurs),
    ...(champ.type === 'liste multiple' ? { libelle: 'comprend l’un de' } : {}),
  }
  return champ.type === 'liste multiple'
    ? [parmi, propose('est', saisie), ...fin]
    : [propose('est', saisie), parmi, ...fin]
}

function borneEcrite(champ: ChampNommable, valeur: ValeurGrille): string {
  if (typeof valeur === 'number') return ecrireNombre(valeur, champ.unite)
  const jour = jourIso(String(valeur))
  return jour === undefined ? String(valeur) : jourFrancais(jour)
}

/** « min » and « max » alone are one test, « entre »; any other mix is a formula. */
function feuilleEntre(
  condition: Condition,
  champ: ChampNommable,
): { readonly test: string; readonly valeur: string } | undefined {
  if (!('min' in condition) || condition.min === undefined || condition.max === undefined) return undefined
  if (condition.plus_de !== undefined || condition.moins_de !== undefined) return undefined
  return { test: 'entre', valeur: `${borneEcrite(champ, condition.min)} et ${borneEcrite(champ, condition.max)}` }
}

function feuille(condition: Condition, chemin: Chemin): FeuilleFormulaire {
  const code = 'connu' in condition ? condition.connu : 'champ' in condition ? condition.champ : ''
  const champ = champNommable(code)
  if (champ === undefined) throw new Error(`unknown field in a checked grid: got ${code}`)
  const cellules = cellulesCondition(condition)
  const ecrite = feuilleEntre(condition, champ) ?? {
    test: String(cellules.test),
    valeur: typeof cellules.valeur === 'number' ? ecrireNombre(cellules.valeur) : (cellules.valeur ?? ''),
  }
  return {
    genre: 'feuille',
    chemin,
    champ: code,
    libelle: champ.libelle,
    tests: testsPour(champ),
    ...ecrite,
    phrase: francais(direCondition(condition)),
  }
}

function noeud(condition: Condition, chemin: Chemin): NoeudFormulaire {
  const enfants = enfantsDe(condition)
  if (enfants.length === 0) return feuille(condition, chemin)
  const genre = 'tous' in condition ? 'et' : 'un_de' in condition ? 'ou' : 'non'
  return { genre, chemin, enfants: enfants.map((enfant, i) => noeud(enfant, [...chemin, i])) }
}

function facultatif(valeur: number | undefined, unite = ''): string {
  return valeur === undefined ? '' : ecrireNombre(valeur, unite)
}

function regleFormulaire({ par, tranches }: Critere): Pick<FormulaireCritere, 'genre' | 'unites' | 'tranches'> {
  const champ = champNommable(par?.champ ?? tranches?.champ ?? '')
  if (champ === undefined) return { genre: 'fixe' }
  const saisie = saisieDe(champ)
  if (tranches !== undefined) {
    const bornes = tranches.bornes.map((borne) => ecrireNombre(borne, champ.unite)).join(' ; ')
    const points = tranches.points.map((valeur) => ecrireNombre(valeur)).join(' ; ')
    return { genre: 'tranches', tranches: { champ: champ.code, saisie, bornes, points } }
  }
  return {
    genre: 'unites',
    unites: {
      champ: champ.code,
      saisie,
      chaque: facultatif(par?.chaque, champ.unite),
      aPartirDe: facultatif(par?.a_partir_de, champ.unite),
      maximum: facultatif(par?.maximum),
    },
  }
}

/**
 * What a form shows of a criterion: every text in it, given back to the matching operation, changes nothing.
 *
 * @returns undefined when the grid has no such criterion
 * @example formulaireCritere(grille.grille, 'DALO')?.points //=> '50'
 */
export function formulaireCritere({ criteres, familles = [] }: Grille, code: string): FormulaireCritere | undefined {
  const critere = criteres.find((autre) => autre.code === code)
  if (critere === undefined) return undefined
  const { si } = critere
  return {
    code,
    nom: critere.nom,
    baseLegale: critere.base_legale ?? '',
    famille: critere.famille ?? '',
    familles: [
      { valeur: '', libelle: 'seul, sans famille' },
      ...familles.map((f) => ({ valeur: f.code, libelle: f.nom })),
    ],
    points: facultatif(critere.points),
    ...regleFormulaire(critere),
    ...(si === undefined ? {} : { condition: noeud(si, []) }),
    formule: si === undefined ? '' : ecrireFormule(si),
    justificatif: critere.sur_justificatif === true,
    phrase: francais(direCritere(critere)),
  }
}

/**
 * How a field can give points, for the form that adds a criterion.
 *
 * @example
 * reglesProposees(champNommable('dalo')!).map(({ libelle }) => libelle)
 * //=> ['des points si une condition est remplie']
 */
export function reglesProposees(champ: ChampNommable): readonly Choix[] {
  const libelles: Readonly<Record<GenreRegle, string>> = {
    fixe: 'des points si une condition est remplie',
    unites: 'des points par unité (par mois, par enfant…)',
    tranches: 'des points selon la tranche',
  }
  return genresPour(champ).map((genre) => ({ valeur: genre, libelle: libelles[genre] }))
}
