import type { Edition, GrilleLue, Operation } from '../../../core/index.ts'
import { formulaireCritere, remettreCritere } from '../../../core/index.ts'
import type { Histoire } from './histoire.ts'
import { lireIdentifiant } from './identifiants.ts'
import { lireSaisi } from './nombres-saisis.ts'
import { feuillesBornees, morceaux } from './reglages.ts'

function estNul(valeur: string): boolean {
  return valeur.trim() === '' || lireSaisi(valeur) === 0
}

function possede({ lue }: Edition, code: string): boolean {
  return lue.grille.criteres.some((critere) => critere.code === code)
}

function operationTranche({ lue }: Edition, code: string, rang: number, valeur: string): Operation | undefined {
  const tranches = formulaireCritere(lue.grille, code)?.tranches
  if (tranches === undefined) return undefined
  const points = morceaux(tranches.points).with(rang, valeur.trim() === '' ? '0' : valeur)
  return {
    geste: 'tranches',
    critere: code,
    champ: tranches.champ,
    bornes: tranches.bornes,
    points: points.join(' ; '),
  }
}

function operationBornes({ lue }: Edition, code: string, bornes: string): Operation | undefined {
  const tranches = formulaireCritere(lue.grille, code)?.tranches
  return tranches && { geste: 'tranches', critere: code, champ: tranches.champ, bornes, points: tranches.points }
}

function operationUnites({ lue }: Edition, code: string, membre: string, valeur: string): Operation | undefined {
  const unites = formulaireCritere(lue.grille, code)?.unites
  if (unites === undefined) return undefined
  const { champ, chaque, aPartirDe, maximum } = unites
  return { geste: 'unites', critere: code, champ, chaque, aPartirDe, maximum, [membre]: valeur }
}

function operationCondition({ lue }: Edition, code: string, chemin: string, valeur: string): Operation | undefined {
  const feuilles = feuillesBornees(formulaireCritere(lue.grille, code)?.condition)
  const feuille = feuilles.find((candidate) => candidate.chemin.join('.') === chemin)
  if (feuille === undefined) return undefined
  return { geste: 'condition', critere: code, chemin: feuille.chemin, champ: feuille.champ, test: feuille.test, valeur }
}

/** The operation that gives a value to a setting; undefined when the setting is not there any more. */
function operationDe(edition: Edition, id: string, valeur: string): Operation | undefined {
  const { genre, code, detail } = lireIdentifiant(id)
  switch (genre) {
    case 'points':
      return estNul(valeur)
        ? { geste: 'retirer-critere', critere: code }
        : { geste: 'points', critere: code, points: valeur }
    case 'tranche':
      return operationTranche(edition, code, Number(detail), valeur)
    case 'bornes':
      return operationBornes(edition, code, valeur)
    case 'unites':
      return operationUnites(edition, code, detail, valeur)
    case 'condition':
      return operationCondition(edition, code, detail, valeur)
    case 'plafond':
    case 'plancher':
      return { geste: 'limite', famille: code, limite: genre, valeur }
    case 'note':
      return { geste: 'note', limite: code === 'note_max' ? 'note_max' : 'note_min', valeur }
    default:
      return undefined
  }
}

const GENRES_DE_CRITERE = ['points', 'tranche', 'bornes', 'unites', 'condition']

/**
 * Gives a value to a setting of the grid tried. 0 point removes a criterion; points given to a removed one bring it back.
 *
 * @param geste moves of one gesture are one step of the history
 * @returns the reasons why it cannot be done; none when it was
 */
export function regler(
  histoire: Histoire,
  force: GrilleLue,
  { id, valeur, geste }: { readonly id: string; readonly valeur: string; readonly geste?: string | undefined },
): readonly string[] {
  const depart = histoire.depart(geste)
  const { genre, code } = lireIdentifiant(id)
  const absent = GENRES_DE_CRITERE.includes(genre) && !possede(depart, code)
  if (absent && genre === 'points' && estNul(valeur)) return []
  const base = absent ? remettreCritere(depart, force, code) : depart
  const operation = operationDe(base, id, valeur)
  return operation === undefined ? [] : histoire.executer(operation, geste, base)
}
