import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { jourIso } from '../../core/socle/jour.ts'
import { premieresLignes } from '../../core/tableur/premieres-lignes.ts'
import { ouvrirClasseur } from '../../core/tableur/ouvrir.ts'
import { lire, paquet, premiereLigne, relations } from './lecture-outils.ts'

const STYLES =
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0&quot; demandes&quot;"/></numFmts>' +
  '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'

describe('cells', () => {
  test.each([
    ['a number', '<c r="A1"><v>12.5</v></c>', 12.5],
    ['a negative number', '<c r="A1" t="n"><v>-3E-2</v></c>', -0.03],
    ['a whole number', '<c r="A1"><v>0</v></c>', 0],
    ['a long number', '<c r="A1"><v>123456789012345678</v></c>', 123456789012345680],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>', { erreur: '#N/A' }],
    ['the text of a formula', '<c r="A1" t="str"><f>"a"&amp;"&lt;b"</f><v>a&lt;b</v></c>', 'a<b'],
    ['a text that looks like an error', '<c r="A1" t="str"><v>#N/A</v></c>', '#N/A'],
    ['the number of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>Séparé(e)</t></is></c>', 'Séparé(e)'],
    ['an inline rich text', '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>T</t></r><r><t>3</t></r></is></c>', 'T3'],
    ['an ISO date', '<c r="A1" t="d"><v>2024-02-29T10:00:00</v></c>', { jour: jourIso('2024-02-29') }],
    ['an impossible ISO date', '<c r="A1" t="d"><v>2023-02-29</v></c>', '2023-02-29'],
    ['a character by its number', '<c r="A1" t="str"><v>L&#8217;&#xE9;t&#xe9; &amp;amp;</v></c>', 'L’été &amp;'],
    ['an escaped line break', '<c r="A1" t="str"><v>a_x000D_\nb_x005F_x0041_</v></c>', 'a\r\nb_x0041_'],
    ['a CDATA section', '<c r="A1" t="str"><v>a<![CDATA[<b> & ]]>c<!-- d -->e</v></c>', 'a<b> & ce'],
    ['a text in a numeric cell', '<c r="A1"><v>abc</v></c>', 'abc'],
    ['an infinite number', '<c r="A1"><v>1e999</v></c>', '1e999'],
    ['a `>` in an attribute', '<c x="a>b" r="A1"><v>1</v></c>', 1],
    ['single quotes', "<c  r = 'A1'\n t='str' ><v>x</v></c>", 'x'],
  ])('%s', (_, cellule, attendu) => {
    expect(premiereLigne({ donnees: `<row r="1">${cellule}</row>` })).toEqual([attendu])
  })

  test.each([
    ['no value', '<c r="A1" s="1"/>'],
    ['an empty value', '<c r="A1"><v></v></c>'],
    ['an empty text of a formula', '<c r="A1" t="str"><f>""</f><v></v></c>'],
    ['white space only', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> &#160;</t></is></c>'],
    ['a formula never computed', '<c r="A1"><f>1+1</f></c>'],
    ['an empty inline text', '<c r="A1" t="inlineStr"><is/></c>'],
  ])('%s is an empty cell', (_, cellule) => {
    expect(premiereLigne({ donnees: `<row r="1">${cellule}<c r="B1"><v>1</v></c></row>` })).toEqual([null, 1])
  })

  test('shared texts: plain, rich, phonetic readings left out', () => {
    const textes =
      '<si><t>Oui</t></si><si><r><t xml:space="preserve">T </t></r><r><rPr/><t>3</t></r></si>' +
      '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si>'
    const cellules = [0, 1, 2, 3, 4, 0].map((i) => `<c t="s"><v>${String(i)}</v></c>`).join('')
    expect(premiereLigne({ textes, donnees: `<row>${cellules}</row>` })).toEqual([
      'Oui',
      'T 3',
      '課',
      null,
      null,
      'Oui',
    ])
  })
})

describe('dates', () => {
  const date = (serie: string, style: number, proprietes = '') =>
    premiereLigne({
      styles: STYLES,
      proprietes,
      donnees: `<row><c s="${String(style)}"><v>${serie}</v></c></row>`,
    })?.[0]

  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['25569', '1970-01-01'],
    ['45351', '2024-02-29'],
    ['45351.99', '2024-02-29'],
    ['45350.9999999999', '2024-02-29'],
    ['2958465', '9999-12-31'],
  ])('day %s of the 1900 system is %s', (serie, iso) => {
    expect(date(serie, 1)).toEqual({ jour: jourIso(iso) })
  })

  test.each([
    ['60', '29/02/1900'],
    ['0', '00/01/1900'],
    ['0.5', '00/01/1900'],
    ['-1', -1],
    ['2958466', 2958466],
  ])('day %s never was: %s', (serie, lu) => {
    expect(date(serie, 1)).toBe(lu)
  })

  test('the 1904 system', () => {
    expect(date('0', 1, '<workbookPr date1904="1"/>')).toEqual({ jour: jourIso('1904-01-01') })
    expect(date('43889', 1, '<workbookPr date1904="true"/>')).toEqual({ jour: jourIso('2024-02-29') })
    expect(date('45351', 1, '<workbookPr date1904="0"/>')).toEqual({ jour: jourIso('2024-02-29') })
  })

  test('a date with a time is a day, a duration and a number with letters are not', () => {
    expect([0, 2, 3, 4].map((style) => date('45351.5', style))).toEqual([
      45351.5,
      { jour: jourIso('2024-02-29') },
      45351.5,
      45351.5,
    ])
  })
})

describe('rows', () => {
  test('keep the number that the user sees; blank rows count, formatted empty cells do not', () => {
    const donnees =
      '<row r="2"><c r="B2"><v>1</v></c><c r="C2" s="1"/></row><row r="3"/><row r="4"><c r="A4" s="1"/></row><row r="7"><c r="A7"><v>2</v></c></row>'
    expect(lire(paquet({ donnees }))).toEqual([
      { numero: 2, cellules: [null, 1] },
      { numero: 7, cellules: [2] },
    ])
  })

  test('without references, rows and cells follow each other', () => {
    const donnees =
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="AA5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>'
    expect(lire(paquet({ donnees }))).toEqual([
      { numero: 1, cellules: [1, null, 3] },
      { numero: 5, cellules: [...Array<null>(26).fill(null), 4, 5] },
      { numero: 6, cellules: [6] },
    ])
  })

  test('with a namespace prefix and a dimension that lies', () => {
    const feuille =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:XFD1048576"/><x:sheetData><x:row x:r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    expect(lire(paquet({ feuille }))).toEqual([{ numero: 3, cellules: ['a'] }])
  })

  test('only the first of merged cells has a value', () => {
    const page = XLSX.utils.aoa_to_sheet([['a', null, 'b']])
    page['!merges'] = [XLSX.utils.decode_range('A1:B1')]
    expect(lire(deXlsx([['Feuil1', page]]))).toEqual([{ numero: 1, cellules: ['a', null, 'b'] }])
  })

  test('`__proto__` is a text like another', () => {
    const textes = '<si><t>__proto__</t></si>'
    expect(premiereLigne({ textes, donnees: '<row><c t="s"><v>0</v></c></row>' })).toEqual(['__proto__'])
  })

  test('an empty sheet has no rows', () => {
    expect(lire(paquet({}))).toEqual([])
    expect(lire(paquet({ feuille: '<worksheet><sheetData/></worksheet>' }))).toEqual([])
  })
})

function deXlsx(
  pages: readonly (readonly [string, XLSX.WorkSheet])[],
  visibilite: readonly (0 | 1 | 2)[] = [],
): Uint8Array {
  const classeur = XLSX.utils.book_new()
  for (const [nom, page] of pages) XLSX.utils.book_append_sheet(classeur, page, nom)
  if (visibilite.length > 0) classeur.Workbook = { Sheets: visibilite.map((Hidden) => ({ Hidden })) }
  return new Uint8Array(XLSX.write(classeur, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}

describe('sheets', () => {
  test('come in the order of the tabs, with their state', () => {
    const page = XLSX.utils.aoa_to_sheet([['x']])
    const { feuilles } = ouvrirClasseur(
      deXlsx(
        [
          ['Données & co', page],
          ['Notice', page],
          ['Listes', page],
        ],
        [0, 1, 2],
      ),
      'a.xlsx',
    )
    expect(feuilles.map(({ nom, etat }) => [nom, etat])).toEqual([
      ['Données & co', 'visible'],
      ['Notice', 'masquee'],
      ['Listes', 'tres-masquee'],
    ])
  })

  test('stored out of order, among charts, with absolute targets', () => {
    const parties = {
      'xl/workbook.xml':
        '<workbook xmlns:rel="r"><sheets><sheet name="B" rel:id="z9"/><sheet name="G" rel:id="g"/><sheet name="A" rel:id="a1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations([
        ['a1', 'worksheet', '/xl/worksheets/sheet1.xml'],
        ['g', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['z9', 'worksheet', './worksheets/../pages/B.xml'],
      ]),
      'xl/pages/B.xml': '<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>',
    }
    const { feuilles } = ouvrirClasseur(paquet({ parties, donnees: '<row><c><v>1</v></c></row>' }), 'a.xlsx')
    expect(feuilles.map(({ nom, lignes }) => [nom, [...lignes][0]?.cellules])).toEqual([
      ['B', [2]],
      ['A', [1]],
    ])
  })

  test('tell their tables and the names of the workbook', async () => {
    const octets = await writeXlsx({
      sheets: [
        {
          name: 'Demandes',
          rows: [
            ['NUD', 'Note'],
            ['a', 1],
          ],
          tables: [{ name: 'Registre', range: 'A1:B2', columns: [{ name: 'NUD' }, { name: 'Note' }] }],
        },
      ],
      namedRanges: [{ name: 'Zone', range: 'Demandes!$A$1:$B$2' }],
    })
    const classeur = ouvrirClasseur(octets, 'a.xlsx')
    expect(classeur.feuilles[0]?.tableaux()).toEqual([{ nom: 'Registre', reference: 'A1:B2' }])
    expect(classeur.noms).toEqual([{ nom: 'Zone', reference: 'Demandes!$A$1:$B$2' }])
  })

  test('can be walked in part, then again from the start', () => {
    const [feuille] = ouvrirClasseur(deXlsx([['F', XLSX.utils.aoa_to_sheet([['a'], ['b'], ['c']])]]), 'a.xlsx').feuilles
    const lues =
      feuille === undefined ? [] : [premieresLignes(feuille, 2), premieresLignes(feuille, 0), [...feuille.lignes]]
    expect(lues.map((lignes) => lignes.map(({ cellules }) => cellules[0]))).toEqual([['a', 'b'], [], ['a', 'b', 'c']])
  })
})

describe('what another writer wrote is read back', () => {
  const texte = fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((t) => /^[^\p{Cc}\p{Cs}\ufffe\uffff]*$/u.test(t) && /\S/u.test(t) && !/_x[0-9a-f]{4}_/iu.test(t))
  const nombre = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
  const cellule = fc.oneof(texte, nombre, fc.integer(), fc.boolean(), fc.constant(null))
  const lignes = fc.array(fc.array(cellule, { maxLength: 6 }), { minLength: 1, maxLength: 8 })

  /** What is expected of the reader: rows that hold something, without empty cells at their end. */
  function attendues(table: readonly (readonly unknown[])[]) {
    return table
      .map((ligne, i) => ({ numero: i + 1, cellules: ligne.slice(0, ligne.findLastIndex((c) => c !== null) + 1) }))
      .filter(({ cellules }) => cellules.length > 0)
  }

  test('@e965/xlsx, shared texts', () => {
    fc.assert(
      fc.property(lignes, (table) => {
        expect(lire(deXlsx([['F', XLSX.utils.aoa_to_sheet(table)]]))).toEqual(attendues(table))
      }),
      { numRuns: 60 },
    )
  })

  test('hucre', async () => {
    await fc.assert(
      fc.asyncProperty(lignes, async (table) => {
        expect(lire(await writeXlsx({ sheets: [{ name: 'F', rows: table }] }))).toEqual(attendues(table))
      }),
      { numRuns: 60 },
    )
  })

  test.each([false, true])('a package written as it goes, zip64: %s', async (zip64) => {
    const flux = writeXlsxStream([['NUD'], ['a']], { name: 'F', zip64 })
    const octets = new Uint8Array(await new Response(flux).arrayBuffer())
    expect(lire(octets).map(({ cellules }) => cellules)).toEqual([['NUD'], ['a']])
  })

  test('dates of @e965/xlsx', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25508, max: 100000 }), (jour) => {
        const page = XLSX.utils.aoa_to_sheet([[{ t: 'n', v: jour + 25569, z: 'dd/mm/yyyy' }]])
        expect(lire(deXlsx([['F', page]]))[0]?.cellules).toEqual([{ jour }])
      }),
      { numRuns: 60 },
    )
  })
})
