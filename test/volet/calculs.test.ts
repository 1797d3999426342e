import { describe, expect, it } from 'vitest'
import { formatNombre, formatTaux } from '../../core/index.ts'
import { calculer, calculsVus } from '../../addin/travail/calculs/calculs.ts'
import type { CaseVue, SaisieCalcul } from '../../addin/travail/calculs/contrat-calculs.ts'
import { cellulesCollees } from '../../addin/vues/calculer/cellules-collees.ts'
import { estErreurAttendue, TOUS, type Attendu } from '../fonctions/cas.ts'

/** As typed in a field: French numbers, « VRAI »; undefined for an error value, which nobody types. */
function tape(recu: unknown): string | undefined {
  if (recu === null || recu === undefined) return ''
  if (typeof recu === 'number') return String(recu).replace('.', ',')
  if (typeof recu === 'boolean') return recu ? 'VRAI' : 'FAUX'
  return typeof recu === 'string' ? recu : undefined
}

function saisie(recu: unknown): SaisieCalcul | undefined {
  if (Array.isArray(recu)) return { cellules: recu as unknown[][] }
  const texte = tape(recu)
  return texte === undefined ? undefined : { texte }
}

function convient(vue: CaseVue | undefined, attendu: Attendu | '*'): boolean {
  if (vue === undefined) return false
  if (estErreurAttendue(attendu)) {
    return 'erreur' in vue && vue.erreur === (attendu.erreur === 'absent' ? '#N/A' : '#VALEUR!')
  }
  if ('erreur' in vue) return false
  if (typeof attendu === 'boolean') return vue.texte === (attendu ? 'oui' : 'non')
  if (typeof attendu !== 'number') return attendu === '*' || vue.texte === String(attendu ?? '')
  const dits = [formatNombre(attendu), formatNombre(attendu, { decimales: 2 }), formatTaux(attendu)]
  return dits.some((dit) => vue.texte.includes(dit))
}

const TAPES = TOUS.flatMap(([nom, fonction, recus, attendu]) => {
  const saisies = recus.map(saisie)
  // A day is typed as a day, never as a serial number.
  if (fonction === 'ANCIENNETE' && recus.some((recu) => typeof recu === 'number')) return []
  return saisies.includes(undefined) ? [] : [[nom, fonction, saisies as SaisieCalcul[], attendu] as const]
})

describe('the table of cases, typed in the forms of the pane', () => {
  it('leaves out only what nobody types', () => {
    expect(TAPES.length).toBeGreaterThan(TOUS.length * 0.8)
    expect(new Set(TAPES.map(([, fonction]) => fonction))).toEqual(new Set(calculsVus().map(({ id }) => id)))
  })

  it.each(TAPES)('%s (%s)', (_, fonction, saisies, attendu) => {
    const { resultat } = calculer(fonction, saisies)
    if (resultat.genre === 'attente') {
      // A required field left empty: a cell says #N/A, the form says which one.
      expect(attendu).toMatchObject({ erreur: 'absent' })
      expect(resultat.manque.length).toBeGreaterThan(0)
    } else if (resultat.genre === 'valeur') {
      const seul = (Array.isArray(attendu) ? (attendu as Attendu[][])[0]?.[0] : attendu) as Attendu
      expect(convient(resultat.valeur, seul), JSON.stringify([resultat.valeur, attendu])).toBe(true)
    } else {
      const lignes = attendu as readonly (readonly Attendu[])[]
      expect(resultat.total).toBe(lignes.length)
      lignes.forEach((ligne, i) => {
        ligne.forEach((voulu, j) => {
          expect(convient(resultat.lignes[i]?.[j], voulu), JSON.stringify([resultat.lignes[i]?.[j], voulu])).toBe(true)
        })
      })
    }
  })
})

it('each function says how its result is made', () => {
  for (const { id, methode } of calculsVus()) expect(methode, id).toMatch(/\.$/)
})

describe('the formula to copy', () => {
  it.each([
    ['TAUX_EFFORT', [{ texte: '500' }, { texte: '2000,50' }], '=ATTRIB.TAUX_EFFORT(500;2000,50)'],
    ['TAUX_EFFORT', [{ texte: '500' }, { texte: '' }, { texte: '90' }], '=ATTRIB.TAUX_EFFORT(500;;90)'],
    ['SEUIL', [{ texte: '245900410' }, { texte: '2025' }, { texte: '1' }], '=ATTRIB.SEUIL(245900410;2025;1)'],
    [
      'SEUIL',
      [{ texte: 'Métropole "x"' }, { texte: '2025' }, { texte: '1' }],
      '=ATTRIB.SEUIL("Métropole ""x""";2025;1)',
    ],
    ['ANCIENNETE', [{ texte: '31/01/2024' }, { texte: '01/03/2026' }], '=ATTRIB.ANCIENNETE("31/01/2024";"01/03/2026")'],
  ] satisfies [string, SaisieCalcul[], string][])('%s %j', (id, saisies, formule) => {
    expect(calculer(id, saisies).formule).toBe(formule)
  })

  it('names the ranges of the workbook, and says which are to be given', () => {
    const demandes = { cellules: [['a'], ['b']], adresse: 'Export!A1:C3' }
    expect(calculer('COTER', [demandes, { texte: '' }, { texte: '01/03/2026' }])).toMatchObject({
      formule: '=ATTRIB.COTER(Export!A1:C3;grille;"01/03/2026")',
      aRemplacer: ['grille'],
      resultat: { genre: 'attente' },
    })
  })
})

describe('cells pasted', () => {
  it.each([
    ['', []],
    ['\n', []],
    [
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\n1\t2',
      [
        ['a', ''],
        ['1', '2'],
      ],
    ],
    ['"x ""y"""\tz', [['x "y"', 'z']]],
    ['"deux\nlignes"\tz', [['deux\nlignes', 'z']]],
    ['12" de neige\tz', [['12" de neige', 'z']]],
    ['\t\t', [['', '', '']]],
  ])('%j', (texte, attendu) => {
    expect(cellulesCollees(texte)).toEqual(attendu)
  })
})
