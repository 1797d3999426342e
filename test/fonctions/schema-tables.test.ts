import { describe, expect, it } from 'vitest'
import { formerGrille as formerTables } from '../../addin/fonctions/schema-tables.ts'
import { formerGrille } from '../../core/cotation/grille/schema.ts'
import { Refus } from '../../core/index.ts'
import { CAS } from './cas.ts'

function raisons(former: (brute: unknown) => unknown, brute: unknown): readonly string[] {
  try {
    former(brute)
    return []
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur.raisons
    throw erreur
  }
}

const critere = { code: 'X', points: 1, si: { champ: 'dalo', est: true } }
const grille = { format: 'grille-cotation/1', id: 'essai', nom: 'Essai', criteres: [critere] }

/** What tables may leave open: each with the same sentence as the general check. */
const REFUSES: readonly (readonly [string, unknown])[] = [
  ['no criterion', { ...grille, criteres: [] }],
  ['an empty code', { ...grille, criteres: [{ ...critere, code: '' }] }],
  ['an empty id', { ...grille, id: '' }],
  ['points that are no number', { ...grille, criteres: [{ ...critere, points: 'dix' }] }],
  ['a step of nothing', { ...grille, criteres: [{ code: 'X', points: 1, par: { champ: 'uc', chaque: 0 } }] }],
  [
    'a negative most',
    { ...grille, criteres: [{ code: 'X', points: 1, par: { champ: 'uc', chaque: 1, maximum: -1 } }] },
  ],
  ['a territory that is no SIREN', { ...grille, territoire: '5935' }],
  ['a bound of another name', { ...grille, quartile_borne: 'large' }],
  ['a family that adds up otherwise', { ...grille, familles: [{ code: 'F', cumul: 'moyenne' }] }],
  ['a cap that is no number', { ...grille, familles: [{ code: 'F', cumul: 'somme', plafond: 'dix' }] }],
]

describe('the check of grids made of tables, against the general one', () => {
  it('takes the grid of the cases', () => {
    expect(raisons(formerTables, CAS.grille)).toEqual(raisons(formerGrille, CAS.grille))
  })
  it.each(REFUSES)('refuses %s with the same sentence', (_, brute) => {
    const attendues = raisons(formerGrille, brute)
    expect(attendues).toHaveLength(1)
    expect(raisons(formerTables, brute)).toEqual(attendues)
  })
})
