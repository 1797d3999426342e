import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { jourIso } from '../../core/socle/jour.ts'
import { ajouterFeuilles, creerClasseur, feuillesDeResultat, ouvrirClasseur } from '../../core/tableur/index.ts'
import { celluleDate, numeroExcel } from '../../core/tableur/ooxml/dates-excel.ts'
import { contenu } from '../../core/tableur/zip/contenu.ts'
import { commencerPartie } from '../../core/tableur/zip/ecrire-zip.ts'
import { classeur, resultat } from './ecriture-classeurs.ts'
import { archive, lire, paquet, refusDe } from './lecture-outils.ts'

const SIMPLE = classeur()

function ecrit(bookType: XLSX.BookType): Uint8Array {
  const livre = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(livre, XLSX.utils.aoa_to_sheet([['a', 1]]), 'F')
  return new Uint8Array(XLSX.write(livre, { type: 'array', bookType }) as ArrayBuffer)
}

function utf16(texte: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...[...texte].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])])
}

/** The same archive with its first part of that name listed under another one, as long. */
function renomme(octets: Uint8Array, de: string, vers: string): Uint8Array {
  const texte = strFromU8(octets, true).replaceAll(de, vers)
  return strToU8(texte, true)
}

/** A workbook whose list of sheets swells beyond measure once inflated. */
function bombe(): Uint8Array {
  const espaces = new Uint8Array(140_000_000).fill(32)
  return zipSync({ ...unzipSync(SIMPLE), 'xl/workbook.xml': espaces }, { level: 1 })
}

describe('reading a file and adding sheets to it are refused with the same words', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['.xls', ecrit('biff8'), /ancien format \.xls/],
    ['.ods', ecrit('ods'), /\.ods/],
    ['.xlsb', ecrit('xlsb'), /\.xlsb/],
    ['a PDF', strToU8('%PDF-1.7\n'), /PDF/],
    ['an archive', archive({ 'a.csv': 'a;b' }), /archive/],
    ['half a workbook', SIMPLE.subarray(0, SIMPLE.length / 2), /incomplet ou abîmé/],
    ['a bomb', bombe(), /démesuré/],
    ['a document type', paquet({ parties: { 'xl/workbook.xml': '<!DOCTYPE a><a/>' } }), /DOCTYPE/],
    ['crossed tags', paquet({ parties: { 'xl/workbook.xml': '<a><b></a></b>' } }), /mal formée/],
    ['UTF-16', zipSync({ ...unzipSync(SIMPLE), 'xl/workbook.xml': utf16('<workbook/>') }), /UTF-16.*\.xlsx/],
    [
      'two parts of one name',
      renomme(zipSync({ ...unzipSync(SIMPLE), 'xl/workboo2.xml': strToU8('<a/>') }), 'workboo2', 'Workbook'),
      /deux fois/,
    ],
  ])('%s', (_, octets, attendu) => {
    const lecture = refusDe(() => ouvrirClasseur(octets, 'a.xlsx'))
    expect(lecture).toMatch(attendu)
    expect(lecture).toMatch(/^Le fichier «\u202fa\.xlsx\u202f» /)
    expect(refusDe(() => ajouterFeuilles(octets, [resultat()]))).toBe(lecture.replace(/^[^»]*»/, 'Ce fichier'))
  })
})

it('a sheet of ours has one name, read or listed', () => {
  const octets = creerClasseur([resultat({ nom: 'a_x0041_b' })])
  expect(feuillesDeResultat(octets)).toEqual(['a_x0041_b'])
  expect(ouvrirClasseur(octets, 'a.xlsx').feuilles.map(({ nom }) => nom)).toEqual(['a_x0041_b'])
})

it('rows that were written are read back', () => {
  expect(lire(ajouterFeuilles(SIMPLE, [resultat()]))).toEqual(lire(SIMPLE))
  const [, , ecrite] = ouvrirClasseur(ajouterFeuilles(SIMPLE, [resultat()]), 'a.xlsx').feuilles
  expect([...(ecrite?.lignes ?? [])].at(-1)).toEqual({
    numero: 7,
    cellules: [2, '059001260410000001', 12.5, { jour: jourIso('2024-01-01') }, 0.3, 1234.5],
  })
})

it.each([false, true])('a day that has a number is that number’s day, from 1904: %s', (depuis1904) => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 2_900_000 }), (jour) => {
      const numero = numeroExcel(jour, depuis1904)
      if (numero !== undefined) expect(celluleDate(numero, depuis1904)).toEqual({ jour })
    }),
  )
})

it.each([
  ['1900-02-28', false, undefined],
  ['1900-03-01', false, 61],
  ['1903-12-31', true, undefined],
  ['1904-01-01', true, 0],
])('%s, from 1904: %s, is number %s', (iso, depuis1904, numero) => {
  expect(numeroExcel(jourIso(iso) ?? 0, depuis1904)).toBe(numero)
})

it('a part written in several pieces is read again whole', () => {
  const partie = commencerPartie('a.xml')
  let texte = ''
  for (let i = 0; i < 40_000; i++) {
    partie.ecrire(`<l n="${String(i)}"/>`)
    texte += `<l n="${String(i)}"/>`
  }
  const entree = partie.finir()
  expect(entree.donnees.length).toBeGreaterThan(1)
  expect(strFromU8(contenu(entree))).toBe(texte)
})

it('a text file cut in the middle of a character shows it', () => {
  expect(lire(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x3b, 0xc3), 'a.csv')).toEqual([
    { numero: 1, cellules: ['a', '\ufffd'] },
  ])
})
