import fc from 'fast-check'
import papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { decoderTexte, encodageDe } from '../../core/tableur/csv/decoder-texte.ts'
import { lireCsv } from '../../core/tableur/csv/lire-csv.ts'
import { lire, refusDe } from './lecture-outils.ts'

const utf8 = (texte: string) => new Uint8Array(Buffer.from(texte, 'utf8'))
const utf16le = (texte: string) => new Uint8Array(Buffer.from(`\ufeff${texte}`, 'utf16le'))
const utf16be = (texte: string) => new Uint8Array(Buffer.from(`\ufeff${texte}`, 'utf16le').swap16())

const rangees = (texte: string) => lire(utf8(texte), 'a.csv').map(({ numero, cellules }) => [numero, ...cellules])

describe('encodings', () => {
  const TEXTE = 'Numéro;Loyer €\nn’a pas – été;Œuvre\n'
  const EN_1252 = Uint8Array.from([
    ...[...'Num\xe9ro;Loyer \x80\nn\x92a pas \x96 \xe9t\xe9;\x8cuvre\n'].map((c) => c.charCodeAt(0)),
  ])

  test.each([
    ['utf-8', utf8(TEXTE)],
    ['utf-8', utf8(`\ufeff${TEXTE}`)],
    ['utf-16le', utf16le(TEXTE)],
    ['utf-16be', utf16be(TEXTE)],
    ['windows-1252', EN_1252],
  ])('%s', (encodage, octets) => {
    expect(lireCsv(octets, 'a').encodage).toBe(encodage)
    expect(lire(octets, 'a.csv')).toEqual([
      { numero: 1, cellules: ['Numéro', 'Loyer €'] },
      { numero: 2, cellules: ['n’a pas – été', 'Œuvre'] },
    ])
  })

  test('the 27 characters that Windows-1252 adds to Latin-1', () => {
    const octets = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i)
    const texte = [...decoderTexte(octets, { encodage: 'windows-1252', debut: 0 })].join('')
    expect(texte.replace(/[\u0080-\u009f]/gu, '')).toBe('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')
    expect(texte).toHaveLength(32)
  })

  test.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a lone continuation', [0x61, 0x80]],
    ['a truncated end', [0x61, 0xc3]],
    ['an overlong three-byte form', [0xe0, 0x9f, 0x80]],
    ['an overlong four-byte form', [0xf0, 0x8f, 0x80, 0x80]],
  ])('%s is not UTF-8', (_, octets) => {
    expect(encodageDe(Uint8Array.from(octets)).encodage).toBe('windows-1252')
  })

  test('any text written in UTF-8 is recognised and decoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (texte) => {
        const octets = utf8(texte)
        const propre = Buffer.from(octets).toString('utf8')
        fc.pre(!propre.startsWith('\ufeff'))
        const lu = encodageDe(octets)
        expect(lu.encodage).toBe('utf-8')
        expect([...decoderTexte(octets, lu)].join('')).toBe(propre)
      }),
    )
  })
})

describe('separators', () => {
  test.each([
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a,b,c\n1;2,3,4\n', ','],
    ['a\tb\n1;2;3;4\t,\n', '\t'],
    ['"a;b;c;d",e,f\n1,2,3\n', ','],
    ['"a\nb;;;",c,d\n', ','],
    ['a;b,c\n', ';'],
    ['seul\n1\n', ';'],
    ['Export du registre\n\na,b\n', ','],
    ['sep=,\na;b;c\n', ','],
    ['SEP=\t\r\na;b;c\n', '\t'],
    ['"sep=;"\na,b,c\n', ';'],
  ] as const)('%j', (texte, separateur) => {
    expect(lireCsv(utf8(texte), 'a').separateur).toBe(separateur)
  })

  test('the `sep=` line has no number: Excel does not show it', () => {
    expect(rangees('sep=,\r\na,b\r\n1,2\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
    expect(rangees('sep=;')).toEqual([])
  })
})

describe('records', () => {
  test.each<[string, string, (string | number | null)[][]]>([
    [
      'texts stay as written',
      'a;b\n 01004 ;1,50 €\n',
      [
        [1, 'a', 'b'],
        [2, ' 01004 ', '1,50 €'],
      ],
    ],
    [
      'blank records count',
      'a;b\n\n;\n  ; \t\n1;2\n',
      [
        [1, 'a', 'b'],
        [5, '1', '2'],
      ],
    ],
    [
      'empty cells are null, those at the end left out',
      'a;b;c\n;x;\n',
      [
        [1, 'a', 'b', 'c'],
        [2, null, 'x'],
      ],
    ],
    [
      'a record may hold line breaks',
      'a;b\n"x\r\ny";2\n3;4\n',
      [
        [1, 'a', 'b'],
        [2, 'x\ny', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'doubled quotes',
      'a;b\n"dit ""non""";2\n',
      [
        [1, 'a', 'b'],
        [2, 'dit "non"', '2'],
      ],
    ],
    [
      'a quote inside a bare cell',
      'a;b\nT3 5" ;x\n',
      [
        [1, 'a', 'b'],
        [2, 'T3 5" ', 'x'],
      ],
    ],
    [
      'stray quotes inside a quoted cell',
      'a;b\n"rue "des" Lilas";x\n',
      [
        [1, 'a', 'b'],
        [2, 'rue "des" Lilas', 'x'],
      ],
    ],
    [
      'mixed line breaks',
      'a;b\r\n1;2\n3;4\r5;6',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
        [4, '5', '6'],
      ],
    ],
    [
      'extra cells',
      'a\n1;2;3\n',
      [
        [1, 'a'],
        [2, '1', '2', '3'],
      ],
    ],
    [
      'a stray NUL',
      `${'a;b\n'.repeat(60)}x\0y;z\n`,
      [...Array.from({ length: 60 }, (_, i) => [i + 1, 'a', 'b']), [61, 'x\0y', 'z']],
    ],
    [
      'a `__proto__` column',
      '__proto__;constructor\n1;2\n',
      [
        [1, '__proto__', 'constructor'],
        [2, '1', '2'],
      ],
    ],
  ])('%s', (_, texte, attendu) => {
    expect(rangees(texte)).toEqual(attendu)
  })

  test('a record cut by the pieces in which the file is read', () => {
    const longue = 'é"x'.repeat(150_000)
    const lignes = [
      'a;b',
      `"${longue.replaceAll('"', '""')}";1`,
      ...Array.from({ length: 60_000 }, (_, i) => `n${String(i)}é;"v\n${String(i)}"`),
    ]
    const lues = lire(utf8(lignes.join('\r\n')), 'a.csv')
    expect(lues).toHaveLength(60_002)
    expect(lues[1]).toEqual({ numero: 2, cellules: [longue, '1'] })
    expect(lues.at(-1)).toEqual({ numero: 60_002, cellules: ['n59999é', 'v\n59999'] })
  })

  test('what Papa Parse writes is read back', () => {
    const cellule = fc.string({ unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '€', ' ', '='), maxLength: 5 })
    const table = fc.array(fc.array(cellule, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, (lignes) => {
        const texte = `sep=;\n${papa.unparse(lignes, { delimiter: ';', newline: '\n' })}`
        const attendues = lignes
          .map((ligne, i) => [i + 1, ...ligne.map((c) => (c.trim() === '' ? null : c))])
          .map((ligne) => ligne.slice(0, ligne.findLastIndex((c) => c !== null) + 1))
          .filter((ligne) => ligne.length > 1)
        expect(rangees(texte)).toEqual(attendues)
      }),
    )
  })
})

describe('an unclosed quote is refused, with its row', () => {
  test.each([
    ['at the end', 'a;b\n1;"2', '2'],
    ['in the middle', 'a;b\n1;2\n\n3;"4\n5;6\n7;8\n', '4'],
    ['swallowing rows up to the next quote', 'a;b\n1;"2\n3;"4"\n5;6\n', '2'],
    ['in the header', '"a;b\n1;2\n', '1'],
    ['after a `sep=` line', 'sep=;\na;b\n"1;2\n', '2'],
  ])('%s', (_, texte, ligne) => {
    expect(refusDe(() => rangees(texte))).toBe(
      `Le fichier «\u202fa.csv\u202f» a un guillemet ouvert à la ligne ${ligne} et jamais refermé\u202f: refermez-le, ou doublez les guillemets contenus dans un texte.`,
    )
  })

  test('in a large file, without reading it again and again', () => {
    const texte = `a;b\n"1;2\n${'3;4\n'.repeat(3_000_000)}`
    expect(refusDe(() => rangees(texte))).toContain('à la ligne 2')
  })

  test('a record wider than a sheet', () => {
    expect(refusDe(() => rangees(`a;b\n${';'.repeat(16_384)}\n`))).toContain('ligne trop longue (ligne 2)')
    expect(rangees(`a;b\n${';'.repeat(16_383)}\n`)).toEqual([[1, 'a', 'b']])
  })
})
