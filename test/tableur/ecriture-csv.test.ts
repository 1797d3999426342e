import Papa from 'papaparse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ValeurEcrite } from '../../core/socle/table.ts'
import { ecrireCsv, neutraliser } from '../../core/tableur/csv/ecrire-csv.ts'
import { resultat } from './ecriture-classeurs.ts'

const texte = (octets: Uint8Array): string => Buffer.from(octets).toString('utf8')
const une = (valeur: ValeurEcrite): string => {
  const colonnes = [{ titre: 'a', format: 'texte' as const, largeur: 9 }]
  return texte(ecrireCsv(resultat({ colonnes, nombreLignes: 1, ligne: () => [valeur] }))).slice(4, -2)
}

it('is what French Excel opens: mark, semicolons, CR LF, decimal comma, ISO days', () => {
  expect(texte(ecrireCsv(resultat()))).toBe(
    '\ufeffRang;Numéro;Total;Dépôt;Effort;Ressources\r\n' +
      '1;059001260410000000;12,5;2024-01-01;0,3;1234,5\r\n' +
      '2;059001260410000001;12,5;2024-01-01;0,3;1234,5\r\n',
  )
})

describe('a cell', () => {
  it.each([
    [null, ''],
    [true, 'oui'],
    [false, 'non'],
    [-12.5, '-12,5'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0,00000015'],
    [0, '0'],
    ['a;b', '"a;b"'],
    ['dit "oui"', '"dit ""oui"""'],
    ['deux\nlignes', '"deux\nlignes"'],
    [' bord', '" bord"'],
    ['l’été', 'l’été'],
  ])('%j is written %j', (valeur, ecrit) => {
    expect(une(valeur)).toBe(ecrit)
  })

  it.each(['=1+1', '+33612', '-cmd', '@x', '\t=1', '\r=1', ' =1', '\n+1', '-1+1', '＝1', '\ttexte'])(
    '%j is neutralised',
    (formule) => {
      expect(neutraliser(formule)).toBe(`'${formule}`)
    },
  )

  it.each(['-12', '-12,5', '-0.5', 'a=1', '1+1', 'x@y.fr', '', '–'])('%j is left', (simple) => {
    expect(neutraliser(simple)).toBe(simple)
  })
})

it('any text comes back, and none begins as a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
      (textes) => {
        const colonnes = textes.map((_, i) => ({ titre: `c${String(i)}`, format: 'texte' as const, largeur: 9 }))
        const octets = ecrireCsv(resultat({ colonnes, nombreLignes: 1, ligne: () => textes }))
        const { data } = Papa.parse<string[]>(texte(octets).slice(1), { delimiter: ';', newline: '\r\n' })
        expect(data[1]).toEqual(textes.map(neutraliser))
        for (const lu of data[1] ?? []) expect(/^[=+@\t\r]/.test(lu)).toBe(false)
      },
    ),
  )
})

it('is written in pieces when it is long', () => {
  const lignes = texte(ecrireCsv(resultat({ nombreLignes: 20_000 }))).split('\r\n')
  expect(lignes).toHaveLength(20_002)
  expect(lignes[20_000]?.startsWith('20000;')).toBe(true)
})
