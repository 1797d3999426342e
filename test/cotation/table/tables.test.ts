import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lireGrille } from '../../../core/cotation/grille/lire-grille.ts'
import { grilleEnTables } from '../../../core/cotation/table/grille-en-tables.ts'
import { lireGrilleTables } from '../../../core/cotation/table/lire-grille-tables.ts'
import type { FeuilleLignes } from '../../../core/cotation/table/trouver-tables.ts'
import { verifierTables } from '../../../core/cotation/table/verifier-tables.ts'
import { empreinte } from '../../../core/socle/empreinte.ts'
import { Refus } from '../../../core/socle/refus.ts'
import { grille } from './arbitraires.ts'
import { enLignes, tableau } from './en-lignes.ts'

const EXEMPLES = ['fictive-complete', 'paris-2014-partielle', 'rhone-partielle', 'toulouse-partielle']

function exemple(nom: string): unknown {
  return JSON.parse(readFileSync(`exemples/grilles/${nom}.json`, 'utf8')) as unknown
}

function allerRetour(ecrite: unknown): unknown {
  return lireGrilleTables(grilleEnTables(ecrite).map(enLignes))
}

const ENTETES = [
  'code',
  'nom',
  'famille',
  'points',
  'champ',
  'test',
  'valeur',
  'par',
  'maximum',
  'justificatif',
  'base_legale',
]
const PARAMETRES = tableau('Parametres', ['nom', 'valeur'], ['id', 'essai'], ['nom', 'Essai'])

/** A grid of one criterion, typed in the columns that are named. */
function uneLigne(cellules: Readonly<Record<string, string | number | boolean>>): readonly FeuilleLignes[] {
  const ligne = ENTETES.map((entete) => cellules[entete] ?? null)
  return [tableau('Grille', ENTETES, ligne), PARAMETRES]
}

function critereLu(cellules: Readonly<Record<string, string | number | boolean>>): unknown {
  const { criteres } = lireGrilleTables(uneLigne({ code: 'X', ...cellules })) as { criteres: readonly unknown[] }
  return criteres[0]
}

describe('a grid in a workbook', () => {
  it.each(EXEMPLES)('%s is the same once written and read', (nom) => {
    const lue = lireGrille(exemple(nom))
    expect(empreinte(allerRetour(lue.ecrite))).toBe(lue.empreinte)
  })

  it.each(EXEMPLES)('%s needs no column but those of the contract, and no JSON', (nom) => {
    const tables = grilleEnTables(exemple(nom))
    expect(tables.map((table) => table.colonnes.map(({ titre }) => titre))).toEqual([
      ENTETES,
      ['code', 'nom', 'cumul', 'plafond', 'plancher'],
      ['nom', 'valeur'],
    ])
    const cellules = tables.flatMap((table) => Array.from({ length: table.nombreLignes }, (_, i) => table.ligne(i)))
    expect(JSON.stringify(cellules)).not.toMatch(/\{|autres/)
  })

  it('shows every kind of rule as an officer would type it', () => {
    const [criteres] = grilleEnTables(exemple('fictive-complete'))
    const lignes = Array.from({ length: criteres?.nombreLignes ?? 0 }, (_, i) => criteres?.ligne(i) ?? [])
    const ligne = (code: string) => lignes.find(([premiere]) => premiere === code)?.slice(3, 10)
    expect(ligne('DALO')).toEqual([50, 'dalo', 'est', 'oui', null, null, null])
    expect(ligne('VIOLENCES')).toEqual([35, 'motifs', 'parmi', '06', null, null, 'oui'])
    expect(ligne('SOUSOCC')).toEqual([
      12,
      null,
      'formule',
      'nature = mutation et sous_occupation = oui',
      null,
      null,
      null,
    ])
    expect(ligne('RAV')).toEqual([5, 'reste_a_vivre', 'moins_de', 12, null, null, null])
    expect(ligne('MOIS')).toEqual([2, 'anciennete_mois', null, null, '6 à partir de 6', 20, null])
    expect(ligne('ENFANTS')).toEqual([2, 'parent_isole', 'est', 'oui', '1 de nb_mineurs', 4, null])
    expect(ligne('EFFORT')).toEqual([
      '0 ; 5 ; 10 ; 15',
      'taux_effort',
      'tranches',
      '30\u202f% ; 40\u202f% ; 50\u202f%',
      null,
      null,
      null,
    ])
  })

  it('is the same once written and read, whatever it holds', () => {
    let acceptees = 0
    fc.assert(
      fc.property(grille, (brute) => {
        let lue
        try {
          lue = lireGrille(brute)
        } catch (erreur) {
          if (erreur instanceof Refus) return
          throw erreur
        }
        acceptees++
        expect(lireGrille(allerRetour(lue.ecrite)).empreinte).toBe(lue.empreinte)
      }),
      { numRuns: 1500 },
    )
    expect(acceptees).toBeGreaterThan(1000)
  })

  it('keeps an overlay: core, replaced, removed and locked criteria', () => {
    const locale = {
      format: 'grille-cotation/1',
      id: 'locale',
      socle: 'regionale',
      criteres: [
        { code: 'DALO', retire: true },
        { code: 'EFFORT', points: 12, verrouille: true, si: { champ: 'taux_effort', plus_de: 0.35 } },
      ],
      familles: [{ code: 'PRIO', plafond: 60 }],
    }
    expect(allerRetour(locale)).toEqual(locale)
  })
})

describe('a grid typed by hand', () => {
  const LECTURES: readonly (readonly [string, Record<string, string | number | boolean>, unknown])[] = [
    [
      'an Excel boolean',
      { points: 50, champ: 'dalo', test: 'est', valeur: true },
      { points: 50, si: { champ: 'dalo', est: true } },
    ],
    [
      'labels',
      { points: '7,5', champ: 'Logement actuel', test: 'parmi', valeur: 'Sans abri ; Dans un squat' },
      { points: 7.5, si: { champ: 'statut_logement', parmi: ['SD', 'SQUAT'] } },
    ],
    [
      'a code that lost its zero',
      { points: 5, champ: 'motifs', test: 'contient', valeur: 5 },
      { points: 5, si: { champ: 'motifs', parmi: ['05'] } },
    ],
    [
      'words for a test',
      { points: 5, champ: 'Taux d’effort', test: 'au moins', valeur: '30 %' },
      { points: 5, si: { champ: 'taux_effort', min: 0.3 } },
    ],
    [
      'a sign for a test',
      { points: 5, champ: 'taux_effort', test: '>', valeur: 0.3 },
      { points: 5, si: { champ: 'taux_effort', plus_de: 0.3 } },
    ],
    [
      'two bounds',
      { points: 5, champ: 'nb_personnes', test: 'entre', valeur: '2 et 5' },
      { points: 5, si: { champ: 'nb_personnes', min: 2, max: 5 } },
    ],
    ['a known field', { points: 5, champ: 'rfr_n1', test: 'renseigné' }, { points: 5, si: { connu: 'rfr_n1' } }],
    [
      'units',
      { points: 1, champ: 'anciennete_mois', par: 1, maximum: 48 },
      { points: 1, par: { champ: 'anciennete_mois', chaque: 1, maximum: 48 } },
    ],
    [
      'units in words',
      { points: 1, champ: 'anciennete_mois', par: '6 mois à partir de 12 mois' },
      { points: 1, par: { champ: 'anciennete_mois', chaque: 6, a_partir_de: 12 } },
    ],
    [
      'units of another field',
      { points: 2, champ: 'parent_isole', test: 'est', valeur: 'oui', par: "1 d'enfants mineurs" },
      { points: 2, si: { champ: 'parent_isole', est: true }, par: { champ: 'nb_mineurs', chaque: 1 } },
    ],
    [
      'brackets',
      { points: '0 ; 5 ; 10', champ: 'taux_effort', test: 'tranches', valeur: '30 % ; 40 %' },
      { tranches: { champ: 'taux_effort', bornes: [0.3, 0.4], points: [0, 5, 10] } },
    ],
    [
      'a supporting document',
      { points: -5, champ: 'refus', test: 'min', valeur: 2, justificatif: 'x' },
      { points: -5, si: { champ: 'refus', min: 2 }, sur_justificatif: true },
    ],
  ]

  it.each(LECTURES)('%s', (_, cellules, attendu) => {
    expect(critereLu(cellules)).toEqual({ code: 'X', ...(attendu as object) })
    expect(verifierTables(uneLigne({ code: 'X', ...cellules }))).toEqual([])
  })

  const FAUTES: readonly (readonly [string, Record<string, string | number | boolean>, string, RegExp])[] = [
    [
      'an unknown field',
      { points: 5, champ: 'dallo', test: 'est', valeur: 'oui' },
      'champ',
      /plus proche est « dalo »/,
    ],
    ['a forbidden field', { points: 5, champ: 'nationalite', test: 'est', valeur: 'x' }, 'champ', /discriminatoire/],
    [
      'an unknown test',
      { points: 5, champ: 'dalo', test: 'ressemble', valeur: 'oui' },
      'test',
      /n’est pas un test connu/,
    ],
    [
      'a value out of its list',
      { points: 5, champ: 'motifs', test: 'parmi', valeur: '05 ; 99' },
      'valeur',
      /« 99 » ne convient pas/,
    ],
    ['no value', { points: 5, champ: 'dalo', test: 'est' }, 'valeur', /la valeur manque/i],
    ['a bound on a list', { points: 5, champ: 'motifs', test: 'min', valeur: 3 }, 'test', /bornes ne conviennent pas/],
    ['no points', { champ: 'dalo', test: 'est', valeur: 'oui' }, 'points', /« points » manque/],
    [
      'points that are words',
      { points: 'dix', champ: 'dalo', test: 'est', valeur: 'oui' },
      'points',
      /« dix » n’est pas un nombre/,
    ],
    ['three decimals', { points: 1.234, champ: 'dalo', test: 'est', valeur: 'oui' }, 'points', /deux décimales/],
    ['no rule', { points: 5 }, 'test', /« si »/],
    [
      'a maximum alone',
      { points: 5, champ: 'dalo', test: 'est', valeur: 'oui', maximum: 3 },
      'maximum',
      /ne sert qu’avec « par »/,
    ],
    ['units of what is not a number', { points: 5, champ: 'dalo', par: 1 }, 'par', /champ numérique/],
    [
      'units that are not a number',
      { points: 5, champ: 'anciennete_mois', par: 'souvent' },
      'par',
      /« souvent » n’est pas un nombre/,
    ],
    [
      'brackets out of order',
      { points: '0 ; 5 ; 10', champ: 'taux_effort', test: 'tranches', valeur: '40 % ; 30 %' },
      'valeur',
      /croissant/,
    ],
    [
      'too few points',
      { points: '0 ; 5', champ: 'taux_effort', test: 'tranches', valeur: '30 % ; 40 %' },
      'points',
      /2 valeurs pour 2 bornes/,
    ],
    ['a formula', { points: 5, test: 'formule', valeur: 'dalo = oui ou' }, 'valeur', /s’arrête trop tôt/],
    [
      'a doubtful document',
      { points: 5, champ: 'dalo', test: 'est', valeur: 'oui', justificatif: 'peut-être' },
      'justificatif',
      /oui ou non/,
    ],
  ]

  it.each(FAUTES)('%s is a fault at its cell', (_, cellules, colonne, raison) => {
    const feuilles = uneLigne({ code: 'X', ...cellules })
    const [faute, ...autres] = verifierTables(feuilles)
    expect(faute).toMatchObject({ table: 'Grille', ligne: 2, colonne })
    expect(faute?.message.replace(/\u202f/g, ' ')).toMatch(raison)
    expect(autres).toEqual([])
  })

  it('names what is missing from the workbook', () => {
    expect(() => lireGrilleTables([])).toThrow(Refus)
    expect(verifierTables([]).map(({ table }) => table)).toEqual(['Grille', 'Parametres'])
  })

  it('points at the row of a family, a parameter, a code used twice, an error of formula', () => {
    const critere = (code: string) => [code, 'N', 'P', 5, 'dalo', 'est', 'oui', null, null, null, null]
    const familles = (cumul: string) => tableau('Familles', ['code', 'nom', 'cumul'], ['P', 'Prio', cumul])
    const ou = (feuilles: readonly FeuilleLignes[]) =>
      verifierTables(feuilles).map(({ table, ligne, colonne }) => [table, ligne, colonne])
    const juste = tableau('Grille', ENTETES, critere('A'))
    expect(ou([juste, familles('somme'), PARAMETRES])).toEqual([])
    expect(ou([juste, familles('moyenne'), PARAMETRES])).toEqual([['Familles', 2, 'cumul']])
    expect(ou([tableau('Grille', ENTETES, critere('A'), critere('A')), familles('somme'), PARAMETRES])).toEqual([
      ['Grille', 3, 'code'],
    ])
    const parametres = tableau(
      'Parametres',
      ['nom', 'valeur'],
      ['id', 'e'],
      ['nom', 'E'],
      ['date_effet', 'demain'],
      ['couleur', 'bleu'],
    )
    expect(ou([juste, familles('somme'), parametres])).toEqual([['Parametres', 5, 'nom']])
    const date = tableau('Parametres', ['nom', 'valeur'], ['id', 'e'], ['nom', 'E'], ['date_effet', 'demain'])
    expect(ou([juste, familles('somme'), date])).toEqual([['Parametres', 4, 'valeur']])
    const erreur = {
      nom: 'Grille',
      lignes: [
        { numero: 1, cellules: ENTETES },
        { numero: 2, cellules: ['A', null, null, { erreur: '#N/A' }, 'dalo', 'est', 'oui'] },
      ],
    }
    expect(ou([erreur, PARAMETRES])).toContainEqual(['Grille', 2, 'points'])
  })

  it('takes headers below a title, in any order and with accents, and families by their names', () => {
    const feuilles = [
      tableau(
        'grille',
        ['Ma grille'],
        [null],
        ['Points', 'Code', 'Champ', 'Test', 'Valeur', 'Famille', 'Base légale'],
        [5, 'A', 'dalo', 'est', 'oui', 'Publics prioritaires', 'CCH'],
      ),
      tableau('Familles', ['code', 'nom', 'cumul'], ['PRIO', 'Publics prioritaires', 'Le plus élevé']),
      tableau(
        'Paramètres',
        ['nom', 'valeur'],
        ['id', 2026],
        ['nom', 'Essai'],
        ['Date d’effet', '01/02/2026'],
        ['portee', 'nature = mutation'],
        ['departage', 'nature : mutation d’abord'],
        ['departage', 'date_depot'],
      ),
    ]
    expect(lireGrilleTables(feuilles)).toEqual({
      format: 'grille-cotation/1',
      id: '2026',
      nom: 'Essai',
      date_effet: '2026-02-01',
      portee: { champ: 'nature', est: 'mutation' },
      departage: [{ champ: 'nature', premier: 'mutation' }, { champ: 'date_depot' }],
      familles: [{ code: 'PRIO', nom: 'Publics prioritaires', cumul: 'maximum' }],
      criteres: [{ code: 'A', famille: 'PRIO', points: 5, base_legale: 'CCH', si: { champ: 'dalo', est: true } }],
    })
  })
})
