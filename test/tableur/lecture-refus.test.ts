import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Refus } from '../../core/socle/refus.ts'
import { ouvrirClasseur } from '../../core/tableur/ouvrir.ts'
import { archive, lire, paquet, refusDe } from './lecture-outils.ts'

const SIMPLE = paquet({ donnees: '<row r="1"><c r="A1"><v>1</v></c></row>' })

function ecrit(bookType: XLSX.BookType): Uint8Array {
  const classeur = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(classeur, XLSX.utils.aoa_to_sheet([['a', 1]]), 'F')
  return new Uint8Array(XLSX.write(classeur, { type: 'array', bookType }) as ArrayBuffer)
}

/** An OLE2 file with one more stream, as Excel stores an encrypted workbook. */
function chiffre(): Uint8Array {
  const conteneur = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(conteneur, '/EncryptionInfo', new Uint8Array(64))
  XLSX.CFB.utils.cfb_add(conteneur, '/EncryptedPackage', new Uint8Array(8192))
  return Uint8Array.from(XLSX.CFB.write(conteneur, { type: 'array' }) as number[])
}

/** Bytes as random as a hostile file, the same each time. */
const HASARD = Uint8Array.from({ length: 5000 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1) * 1e4) * 256) % 256)

describe('a file that is not a table is refused in one sentence that says what to do', () => {
  test.each<[string, string, Uint8Array, RegExp]>([
    ['empty', 'a.xlsx', new Uint8Array(0), /est vide.*reprenez/],
    ['empty text', 'a.csv', new Uint8Array(0), /est vide/],
    ['password', 'a.xlsx', chiffre(), /protégé par un mot de passe.*Fichier > Informations/],
    ['.xls', 'a.xls', ecrit('biff8'), /ancien format \.xls.*\.xlsx/],
    ['.xls renamed', 'a.xlsx', ecrit('biff8'), /ancien format \.xls.*\.xlsx/],
    ['.xlsb', 'a.xlsb', ecrit('xlsb'), /\.xlsb.*\.xlsx/],
    ['.ods', 'a.ods', ecrit('ods'), /\.ods.*\.xlsx/],
    ['HTML as .xls', 'a.xls', ecrit('html'), /page HTML.*\.xlsx/],
    ['HTML table as .csv', 'a.csv', strToU8('\ufeff\n<TABLE border=1><tr>'), /page HTML/],
    ['XML 2003', 'a.xls', ecrit('xlml'), /XML 2003.*\.xlsx/],
    ['PDF', 'a.xlsx', strToU8('%PDF-1.7\n'), /PDF/],
    ['gzip', 'a.csv.gz', Uint8Array.from([0x1f, 0x8b, 8, 0]), /compressé/],
    ['archive', 'a.zip', archive({ 'a.csv': 'a;b' }), /archive/],
    ['.docx', 'a.docx', archive({ '[Content_Types].xml': '', 'word/document.xml': '' }), /archive/],
    ['text as .xlsx', 'a.xlsx', strToU8('a;b\n1;2\n'), /contient du texte.*\.csv/],
    ['random as .xlsx', 'a.xlsx', HASARD, /n’est pas un classeur/],
    ['random as .csv', 'a.csv', HASARD, /n’est ni un classeur ni du texte/],
    ['truncated', 'a.xlsx', SIMPLE.subarray(0, SIMPLE.length - 30), /incomplet ou abîmé/],
    ['half', 'a.xlsx', SIMPLE.subarray(0, SIMPLE.length / 2), /incomplet ou abîmé/],
    [
      'no sheet',
      'a.xlsx',
      paquet({ parties: { 'xl/workbook.xml': '<workbook><sheets/></workbook>' } }),
      /aucune feuille/,
    ],
  ])('%s', (_, fichier, octets, attendu) => {
    const phrase = refusDe(() => ouvrirClasseur(octets, fichier))
    expect(phrase).toMatch(attendu)
    expect(phrase).toMatch(/^Le fichier «\u202f.*\u202f» .*\.$/u)
    expect(phrase).not.toMatch(/ [;:!?»]/u)
  })

  test('the content decides, not the extension', () => {
    expect(lire(SIMPLE, 'a.csv')).toEqual([{ numero: 1, cellules: [1] }])
    expect(lire(strToU8('a;b'), 'a.txt')).toEqual([{ numero: 1, cellules: ['a', 'b'] }])
    expect(ouvrirClasseur(strToU8('a;b'), 'export.2026.csv').feuilles[0]?.nom).toBe('export.2026')
    expect(ouvrirClasseur(ecrit('xlsm'), 'a.xlsm').format).toBe('xlsx')
  })
})

describe('a damaged or hostile workbook', () => {
  test.each<[string, Parameters<typeof paquet>[0], RegExp]>([
    ['entities', { feuille: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>' }, /DOCTYPE/],
    ['a lower-case doctype', { feuille: '<!doctype x><worksheet><sheetData/></worksheet>' }, /DOCTYPE/],
    ['a sheet that stops', { feuille: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' }, /abîmé/],
    ['a cell that stops', { feuille: '<worksheet><sheetData><row r="1"><c r="A1"><v>1' }, /abîmé/],
    ['a tag that stops', { feuille: '<worksheet><sheetData><row r="1' }, /abîmé/],
    ['not a sheet', { feuille: 'bonjour' }, /abîmé/],
    ['an absurd row', { donnees: '<row r="1048577"><c><v>1</v></c></row>' }, /numéro de ligne impossible/],
    ['a row that is no number', { donnees: '<row r="x"><c><v>1</v></c></row>' }, /numéro de ligne impossible/],
    ['an absurd column', { donnees: '<row r="1"><c r="XFE1"><v>1</v></c></row>' }, /au-delà de XFD/],
    ['a very absurd column', { donnees: `<row r="1"><c r="${'Z'.repeat(400)}1"><v>1</v></c></row>` }, /au-delà de XFD/],
    [
      'a missing shared text',
      { textes: '<si><t>a</t></si>', donnees: '<row><c t="s"><v>1</v></c></row>' },
      /texte partagé/,
    ],
    ['no shared texts', { donnees: '<row><c t="s"><v>0</v></c></row>' }, /texte partagé/],
    ['a cell without quotes', { donnees: '<row r=1><c><v>1</v></c></row>' }, /abîmé/],
  ])('%s', (_, recette, attendu) => {
    expect(refusDe(() => lire(paquet(recette)))).toMatch(attendu)
  })

  test('the last row and column of Excel are read', () => {
    const [ligne] = lire(paquet({ donnees: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }))
    expect([ligne?.numero, ligne?.cellules.length]).toEqual([1_048_576, 16_384])
  })

  test('a sheet that swells beyond measure', () => {
    const vide = '<row r="1"><c r="A1"/></row>'.repeat(6_000_000)
    const parties = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" id="r"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<r><Relationship Id="r" Type="x/worksheet" Target="s.xml"/></r>'),
      'xl/s.xml': strToU8(vide),
    })
    expect(refusDe(() => lire(parties))).toContain('taux de compression anormal')
  })

  test('a part larger than its directory says', () => {
    const octets = archive({ 'xl/workbook.xml': '<workbook><sheets/></workbook>' })
    const vue = new DataView(octets.buffer, octets.byteOffset)
    vue.setUint32(octets.length - 22 - 46 - 'xl/workbook.xml'.length + 24, 5, true)
    expect(refusDe(() => lire(octets))).toContain('dépasse la taille annoncée')
  })

  test('an encrypted archive', () => {
    const octets = archive({ 'xl/workbook.xml': '<workbook><sheets/></workbook>' })
    octets[octets.length - 22 - 46 - 'xl/workbook.xml'.length + 8] = 1
    expect(refusDe(() => lire(octets))).toContain('mot de passe')
  })

  test('whatever byte is changed or lost, reading gives rows or a refusal', () => {
    const source = paquet({
      textes: '<si><t>a</t></si>',
      donnees: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'.repeat(20),
    })
    const essai = (octets: Uint8Array) => {
      try {
        lire(octets)
      } catch (erreur) {
        expect(erreur).toBeInstanceOf(Refus)
      }
    }
    const position = fc.nat(source.length - 1)
    fc.assert(
      fc.property(position, fc.nat(255), (i, octet) => {
        essai(Uint8Array.from(source, (o, j) => (j === i ? octet : o)))
      }),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(position, (i) => {
        essai(source.subarray(0, i))
      }),
      { numRuns: 200 },
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        essai(octets)
      }),
      { numRuns: 200 },
    )
  })
})
