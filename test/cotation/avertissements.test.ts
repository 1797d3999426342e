import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coter } from '../../core/cotation/coter.ts'
import type { Condition, Critere } from '../../core/cotation/grille/grille.ts'
import { jamaisVraie } from '../../core/cotation/grille/jamais-vraie.ts'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import { SEUILS_QUARTILES } from '../../core/baremes/index.ts'
import { jourIso } from '../../core/socle/jour.ts'
import { lireTable } from '../outils/coter-cellules.ts'

const DALO = { code: 'D', nom: 'DALO', points: 1, si: { champ: 'dalo', est: true } }

function grille(...criteres: readonly object[]) {
  return lireGrille({
    format: 'grille-cotation/1',
    id: 'g',
    nom: 'g',
    criteres: [DALO, ...criteres.map((critere, i) => ({ code: `C${String(i)}`, nom: 'c', ...critere }))],
  })
}

const avertir = (critere: Partial<Critere>): readonly string[] => grille(critere).avertissements

const JAMAIS: readonly (readonly [string, Condition])[] = [
  [
    'two values of one field',
    {
      tous: [
        { champ: 'nature', est: 'mutation' },
        { champ: 'nature', est: 'nouvelle' },
      ],
    },
  ],
  [
    'lists apart',
    {
      tous: [
        { champ: 'nature', est: 'mutation' },
        { champ: 'nature', parmi: ['nouvelle'] },
      ],
    },
  ],
  ['a value and its contrary', { tous: [{ champ: 'dalo', est: true }, { non: { champ: 'dalo', est: true } }] }],
  ['neither true nor false', { non: { champ: 'dalo', parmi: [true, false] } }],
  [
    'intervals apart',
    {
      tous: [
        { champ: 'nb_personnes', min: 4 },
        { champ: 'nb_personnes', max: 3 },
      ],
    },
  ],
  [
    'a point left out',
    {
      tous: [
        { champ: 'taux_effort', min: 0.3 },
        { champ: 'taux_effort', moins_de: 0.3 },
      ],
    },
  ],
  ['no whole number between', { champ: 'nb_personnes', plus_de: 2, moins_de: 3 }],
  ['a fraction', { champ: 'nb_personnes', est: 1.5 }],
  ['beyond the range', { champ: 'quartile', min: 5 }],
  ['all of the range refused', { non: { champ: 'quartile', parmi: [1, 2, 3, 4] } }],
  [
    'a value outside the bounds',
    {
      tous: [
        { champ: 'nb_mineurs', est: 1 },
        { champ: 'nb_mineurs', plus_de: 1 },
      ],
    },
  ],
  [
    'days apart',
    {
      tous: [
        { champ: 'date_depot', min: '2025-01-01' },
        { champ: 'date_depot', max: '2024-12-31' },
      ],
    },
  ],
  ['unknown and compared', { tous: [{ non: { connu: 'refus' } }, { champ: 'refus', min: 1 }] }],
  [
    'asked of a list and forbidden',
    { tous: [{ champ: 'motifs', est: '01' }, { non: { champ: 'motifs', parmi: ['01', '02'] } }] },
  ],
  [
    'every choice closed',
    {
      tous: [
        { champ: 'dalo', est: false },
        {
          un_de: [
            { champ: 'dalo', est: true },
            { champ: 'quartile', est: 9 },
          ],
        },
      ],
    },
  ],
]

const PARFOIS: readonly (readonly [string, Condition])[] = [
  [
    'two values of a list',
    {
      tous: [
        { champ: 'motifs', est: '01' },
        { champ: 'motifs', est: '02' },
      ],
    },
  ],
  [
    'touching bounds',
    {
      tous: [
        { champ: 'nb_personnes', min: 3 },
        { champ: 'nb_personnes', max: 3 },
      ],
    },
  ],
  ['a fraction of a number', { champ: 'uc', est: 1.5 }],
  ['a negative rate', { champ: 'taux_effort', moins_de: 0 }],
  ['the last of the range', { champ: 'quartile', min: 4 }],
  ['three of four refused', { non: { champ: 'quartile', parmi: [1, 2, 3] } }],
  [
    'the same day',
    {
      tous: [
        { champ: 'date_depot', min: '2025-01-01' },
        { champ: 'date_depot', max: '2025-01-01' },
      ],
    },
  ],
  ['unknown', { non: { connu: 'refus' } }],
  ['any text but one', { non: { champ: 'bailleur_actuel', est: 'A' } }],
]

describe('a condition that nothing meets', () => {
  it.each(JAMAIS)('is found: %s', (_, si) => {
    expect(avertir({ points: 5, si })).toContain('Critère « C0 » : aucune valeur ne peut remplir la condition.')
  })
  it.each(PARFOIS)('is not seen where there is none: %s', (_, si) => {
    expect(avertir({ points: 5, si })).toEqual([])
  })
})

describe('rules of points without effect', () => {
  it.each<readonly [string, Partial<Critere>, string]>([
    [
      'a unit out of reach',
      { points: 1, par: { champ: 'quartile', chaque: 1, a_partir_de: 4 } },
      '« quartile » n’atteint jamais 5',
    ],
    [
      'units that the condition leaves out',
      { points: 1, par: { champ: 'refus', chaque: 2 }, si: { champ: 'refus', max: 1 } },
      '« refus » n’atteint jamais 2',
    ],
    [
      'a bracket under the range',
      { tranches: { champ: 'nb_personnes', bornes: [1, 4], points: [9, 0, 5] } },
      'la tranche « moins de 1 » n’est jamais atteinte par « nb_personnes »',
    ],
    [
      'a bracket beyond the range',
      { tranches: { champ: 'quartile', bornes: [2, 5], points: [1, 2, 3] } },
      'la tranche « 5 et plus »',
    ],
    [
      'no whole number in a bracket',
      { tranches: { champ: 'nb_mineurs', bornes: [1.2, 1.8], points: [0, 4, 2] } },
      'la tranche « de 1,2 à moins de 1,8 »',
    ],
    [
      'no bracket left',
      { tranches: { champ: 'quartile', bornes: [2], points: [5, 0] }, si: { champ: 'quartile', min: 3 } },
      'n’entre jamais dans une tranche qui en donne',
    ],
  ])('%s', (_, critere, attendu) => {
    const avertissements = avertir(critere)
    expect(avertissements).toHaveLength(1)
    expect(avertissements[0]).toContain(attendu)
  })
  it.each<readonly [string, Partial<Critere>]>([
    ['the last unit of the range', { points: 1, par: { champ: 'quartile', chaque: 1, a_partir_de: 3 } }],
    ['an empty bracket that gives nothing', { tranches: { champ: 'nb_personnes', bornes: [1, 4], points: [0, 1, 5] } }],
    ['a bracket of negative rates', { tranches: { champ: 'taux_effort', bornes: [0, 0.3], points: [-1, 0, 5] } }],
  ])('nothing to say: %s', (_, critere) => {
    expect(avertir(critere)).toEqual([])
  })
  it('says that a whole number is never a fraction, wherever it is written', () => {
    const phrase = 'Critère « C0 » : « nb_personnes » est un nombre entier : il ne vaut jamais 1,5.'
    expect(avertir({ points: 5, si: { champ: 'nb_personnes', parmi: [1, 1.5] } })).toEqual([phrase])
    expect(avertir({ points: 5, si: { non: { champ: 'nb_personnes', est: 1.5 } } })).toEqual([phrase])
    expect(avertir({ points: 5, si: { champ: 'uc', est: 1.5 } })).toEqual([])
  })
})

const feuille = fc.oneof(
  fc.record({ champ: fc.constant('dalo'), est: fc.boolean() }),
  fc.record({ champ: fc.constant('nature'), est: fc.constantFrom('mutation', 'nouvelle') }),
  fc.record({ champ: fc.constant('nb_personnes'), est: fc.constantFrom(1, 1.5, 2) }),
  fc.record({ champ: fc.constant('nb_personnes'), min: fc.constantFrom(1, 1.5, 2) }),
  fc.record({ champ: fc.constant('nb_personnes'), moins_de: fc.constantFrom(1, 2, 3) }),
  fc.record({ champ: fc.constant('motifs'), parmi: fc.subarray(['01', '02'], { minLength: 1 }) }),
  fc.record({ connu: fc.constantFrom('dalo', 'nature', 'motifs') }),
)
const { condition } = fc.letrec<{ condition: Condition }>((lien) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    feuille,
    fc.record({ tous: fc.array(lien('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ un_de: fc.array(lien('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ non: lien('condition') }),
  ),
}))

/** Every household that these conditions can tell apart. */
const MENAGES = ['', 'oui', 'non'].flatMap((dalo) =>
  ['', 'mutation', 'nouvelle'].flatMap((nature) =>
    [1, 2, 3].flatMap((personnes) =>
      ['', 'aucun', '01', '02', '01,02'].map((motifs) => [dalo, nature, personnes, motifs]),
    ),
  ),
)

describe('what is said to be impossible', () => {
  it('is true of no household at all', () => {
    const jour = jourIso('2026-01-31')
    if (jour === undefined) throw new Error('a day')
    const demandes = lireTable(
      ['numero_unique', 'date_depot', 'dalo', 'nature', 'nb_personnes', 'motifs'],
      MENAGES.map((menage, i) => [`N${String(i)}`, '2024-01-01', ...menage]),
      { jour: '2026-01-31' },
    )
    fc.assert(
      fc.property(condition, (si) => {
        const { cotations } = coter(demandes, [grille({ points: 5, si })], { jour, seuils: SEUILS_QUARTILES })
        const remplie = cotations[0]?.totaux.some((total) => total >= 500) ?? true
        expect(jamaisVraie([si]) && remplie).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a criterion removed from a grid without core', () => {
  it('is refused for what it is', () => {
    expect(() => grille({ retire: true })).toThrow(/retiré, mais la grille ne nomme aucun socle/)
  })
})
