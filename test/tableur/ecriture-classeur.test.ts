import * as XLSX from '@e965/xlsx'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { Refus } from '../../core/socle/refus.ts'
import type { ValeurEcrite } from '../../core/socle/table.ts'
import { ajouterFeuilles, creerClasseur, feuillesDeResultat } from '../../core/tableur/ecrire/ecrire-classeur.ts'
import { lireXml } from '../../core/tableur/xml/arbre.ts'
import { lireZip } from '../../core/tableur/zip/lire-zip.ts'
import { classeur, resultat, textePartie, type Variante } from './ecriture-classeurs.ts'

const PIVOT =
  '<Relationship Id="rId50" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>'

const VARIANTES: readonly (readonly [string, Variante])[] = [
  ['plain', {}],
  ['prefixed namespace', { prefixe: 'x:' }],
  ['absolute targets', { absolu: true }],
  ['no style part', { sansStyles: true }],
  ['empty style part', { styles: '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>' }],
  ['strict form', { strict: true }],
  ['workbook in an odd place', { dossier: 'bureau/' }],
  ['days from 1904', { avantFeuilles: '<workbookPr date1904="1"/><bookViews><workbookView/></bookViews>' }],
  ['names present', { noms: '<definedNames><definedName name="Cotation">Export!$A$1</definedName></definedNames>' }],
  ['empty list of names', { noms: '<definedNames/>', apresFeuilles: '<calcPr calcId="191029"/>' }],
  [
    'what follows the names',
    {
      apresFeuilles: '<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId50"/></pivotCaches>',
      relationsPlus: PIVOT,
    },
  ],
  ['macros', { macro: true, plus: { 'xl/vbaProject.bin': 'MACRO' } }],
]

const ORDRE =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst'.split(
    ' ',
  )

function grille(octets: Uint8Array, nom: string): unknown[][] {
  const feuille = XLSX.read(octets, { cellDates: false }).Sheets[nom]
  if (feuille === undefined) throw new Error(`no sheet ${nom}`)
  return XLSX.utils.sheet_to_json<unknown[]>(feuille, { header: 1, defval: null })
}

describe.each(VARIANTES)('a workbook with %s', (_, variante) => {
  const avant = classeur(variante)
  const apres = ajouterFeuilles(avant, [resultat()])
  const dossier = variante.dossier ?? 'xl/'

  it('keeps the bytes of every part but the four that list the sheets and formats', () => {
    const modifiables = new Set([
      '[Content_Types].xml',
      `${dossier}workbook.xml`,
      `${dossier}_rels/workbook.xml.rels`,
      `${dossier}styles.xml`,
    ])
    const entrees = new Map(lireZip(apres).map((entree) => [entree.nom, entree]))
    for (const entree of lireZip(avant).filter(({ nom }) => !modifiables.has(nom)))
      expect({ ...entrees.get(entree.nom) }).toEqual({ ...entree })
    expect(Object.keys(unzipSync(apres))).toEqual(expect.arrayContaining(Object.keys(unzipSync(avant))))
  })

  it('gives the sheet after those of the user', () => {
    const lu = XLSX.read(apres, { cellDates: false })
    expect(lu.SheetNames).toEqual(['Export', 'Notes', 'Cotation'])
    const jour = variante.avantFeuilles?.includes('date1904') === true ? 19_723 + 24_107 : 19_723 + 25_569
    expect(grille(apres, 'Cotation').slice(4)).toEqual([
      ['Rang', 'Numéro', 'Total', 'Dépôt', 'Effort', 'Ressources'],
      [1, '059001260410000000', 12.5, jour, 0.3, 1234.5],
      [2, '059001260410000001', 12.5, jour, 0.3, 1234.5],
    ])
  })

  it('keeps the elements of the workbook in the order of the norm', () => {
    const noms = lireXml(textePartie(apres, `${dossier}workbook.xml`)).enfants.map(({ nom }) => ORDRE.indexOf(nom))
    expect(noms).not.toContain(-1)
    expect(noms).toEqual(noms.toSorted((a, b) => a - b))
  })

  it('recognises its own sheet, and writing again changes only that one', () => {
    expect(feuillesDeResultat(avant)).toEqual([])
    expect(feuillesDeResultat(apres)).toEqual(['Cotation'])
    const encore = ajouterFeuilles(apres, [resultat({ nombreLignes: 1 })])
    expect(XLSX.read(encore).SheetNames).toEqual(['Export', 'Notes', 'Cotation'])
    expect(grille(encore, 'Cotation')).toHaveLength(6)
    const [un, deux] = [apres, encore].map((octets) => unzipSync(octets))
    expect(Object.keys(deux ?? {})).toEqual(Object.keys(un ?? {}))
    const changees = Object.keys(un ?? {}).filter(
      (nom) => !Buffer.from(un?.[nom] ?? []).equals(deux?.[nom] ?? Buffer.of(0)),
    )
    const place = (nom: string): boolean => nom.endsWith('worksheets/sheet3.xml') || nom.includes('tables/')
    expect(changees.filter((nom) => !place(nom) && !nom.endsWith('workbook.xml'))).toEqual([])
  })

  it('writes a workbook that is the same when nothing is added', () => {
    expect(unzipSync(ajouterFeuilles(avant, []))).toEqual(unzipSync(avant))
  })
})

it('is read by the streaming reader too', async () => {
  const { sheets } = await readXlsx(ajouterFeuilles(classeur(), [resultat()]))
  expect(sheets.map(({ name }) => name)).toEqual(['Export', 'Notes', 'Cotation'])
  expect(sheets[2]?.rows[5]?.slice(0, 3)).toEqual([1, '059001260410000000', 12.5])
  expect(sheets[2]?.rows[5]?.[3]).toEqual(new Date(Date.UTC(2024, 0, 1)))
})

describe('names of sheets', () => {
  it.each([
    ['Cotation', ['Cotation'], 'Cotation (2)'],
    ['Cotation', ['COTATION', 'cotation (2)'], 'Cotation (3)'],
    ['Cotation 2026/01 : [CA]', [], 'Cotation 2026 01 CA'],
    ["'à part'", [], 'à part'],
    ['', [], 'Feuille'],
    ['Historique', [], 'Historique 1'],
    ['abcdefghijklmnopqrstuvwxyzABCDEFGH', [], 'abcdefghijklmnopqrstuvwxyzABCDE'],
    ['abcdefghijklmnopqrstuvwxyzABCDEFGH', ['abcdefghijklmnopqrstuvwxyzABCDE'], 'abcdefghijklmnopqrstuvwxyzA (2)'],
    ['L’été d’Aÿ & <co>', [], 'L’été d’Aÿ & <co>'],
  ])('%j beside %j is %j', (voulu, presentes, attendu) => {
    const apres = ajouterFeuilles(classeur({ feuilles: ['Export', ...presentes] }), [resultat({ nom: voulu })])
    expect(XLSX.read(apres).SheetNames).toEqual(['Export', ...presentes, attendu])
  })

  it('leaves the sheet of the user alone, run after run', () => {
    const avant = classeur({ feuilles: ['Cotation'] })
    const deux = ajouterFeuilles(ajouterFeuilles(avant, [resultat()]), [resultat()])
    expect(XLSX.read(deux).SheetNames).toEqual(['Cotation', 'Cotation (2)'])
    expect(grille(deux, 'Cotation')).toEqual([['Demande 1', 1]])
  })

  it('gives two results of one name two sheets', () => {
    const apres = creerClasseur([resultat(), resultat()])
    expect(XLSX.read(apres).SheetNames).toEqual(['Cotation', 'Cotation (2)'])
  })

  it('never takes plain data for a result', () => {
    const octets = creerClasseur([resultat({ nom: 'Données', titre: '', provenance: [] }), resultat()])
    expect(feuillesDeResultat(octets)).toEqual(['Cotation'])
    expect(grille(octets, 'Données')[0]?.[0]).toBe('Rang')
  })
})

describe('tables', () => {
  const tableau = (octets: Uint8Array, n: number): Map<string, string> =>
    new Map(lireXml(textePartie(octets, `xl/tables/table${String(n)}.xml`)).attributs)

  it('have names and numbers that nothing else has', () => {
    const avant = classeur({
      noms: '<definedNames><definedName name="COTATION">Export!$A$1</definedName></definedNames>',
      plus: {
        'xl/tables/table1.xml':
          '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="7" name="Anomalies" displayName="Anomalies" ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>',
      },
      typesPlus:
        '<Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/>',
    })
    const apres = ajouterFeuilles(avant, [resultat(), resultat({ nom: 'Anomalies' }), resultat({ nom: 'T1' })])
    expect([2, 3, 4].map((n) => [tableau(apres, n).get('id'), tableau(apres, n).get('displayName')])).toEqual([
      ['8', 'Cotation_2'],
      ['9', 'Anomalies_2'],
      ['10', 'T_T1'],
    ])
  })

  it('have headers that are one line, filled and all different, as their cells', () => {
    const colonnes = ['Total', 'total', '', 'Deux\nlignes', 'a_x0041_b'].map((titre) => ({
      titre,
      format: 'points' as const,
      largeur: 9,
    }))
    const octets = creerClasseur([resultat({ colonnes, ligne: () => [] })])
    const attendu = ['Total', 'total (2)', 'Colonne 3', 'Deux lignes', 'a_x0041_b']
    expect(grille(octets, 'Cotation')[4]?.slice(0, 5)).toEqual(attendu)
    const lus = [...textePartie(octets, 'xl/tables/table1.xml').matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)]
    expect(lus.map(([, nom]) => nom?.replace('_x005F_', '_'))).toEqual(attendu)
  })

  it('keep one empty row when there is nothing to say', () => {
    const octets = creerClasseur([resultat({ nombreLignes: 0 })])
    expect(tableau(octets, 1).get('ref')).toBe('A5:F6')
  })

  it('keep their name and the numbers of their columns from one run to the next', () => {
    const premier = ajouterFeuilles(classeur(), [resultat()])
    const colonnes = ['Numéro', 'Famille', 'Rang'].map((titre) => ({ titre, format: 'texte' as const, largeur: 9 }))
    const second = ajouterFeuilles(premier, [resultat({ colonnes, ligne: () => ['a', 'b', 'c'] })])
    const lus = [...textePartie(second, 'xl/tables/table1.xml').matchAll(/<tableColumn id="(\d+)" name="([^"]*)"/g)]
    expect(lus.map(([, id, nom]) => [id, nom])).toEqual([
      ['2', 'Numéro'],
      ['7', 'Famille'],
      ['1', 'Rang'],
    ])
  })
})

describe('a sheet that replaces ours', () => {
  const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

  /** What Excel would save after a user put a chart, a formula and a printed zone on our sheet. */
  function retravaille(): Uint8Array {
    const fichiers = unzipSync(ajouterFeuilles(classeur(), [resultat()]))
    const changer = (nom: string, de: RegExp | string, par: string): void => {
      const texte = Buffer.from(fichiers[nom] ?? []).toString('utf8')
      const change = texte.replace(de, par)
      expect(change).not.toBe(texte)
      fichiers[nom] = Buffer.from(change)
    }
    changer('xl/worksheets/sheet3.xml', '<tableParts', '<drawing r:id="rId9"/><tableParts')
    changer(
      'xl/worksheets/_rels/sheet3.xml.rels',
      '</Relationships>',
      `<Relationship Id="rId9" Type="${REL}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
    )
    fichiers['xl/drawings/drawing1.xml'] = Buffer.from('<dessin/>')
    changer(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rId77" Type="${REL}/calcChain" Target="calcChain.xml"/></Relationships>`,
    )
    changer(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
    )
    fichiers['xl/calcChain.xml'] = Buffer.from('<calcChain><c r="J9" i="6"/></calcChain>')
    changer(
      'xl/workbook.xml',
      '</definedNames>',
      '<definedName name="MaZone" localSheetId="2">Cotation!$A$1</definedName></definedNames>',
    )
    return zipSync(fichiers)
  }

  const apres = ajouterFeuilles(retravaille(), [resultat({ nombreLignes: 1 })])

  it('keeps the chart and the names of the user', () => {
    expect(textePartie(apres, 'xl/worksheets/sheet3.xml')).toContain('<drawing r:id="rId9"/><tableParts')
    expect(textePartie(apres, 'xl/worksheets/_rels/sheet3.xml.rels')).toContain('rId9')
    expect(textePartie(apres, 'xl/workbook.xml')).toContain('MaZone')
  })

  it('drops the order of computation, which named formulas that are gone', () => {
    expect(Object.keys(unzipSync(apres))).not.toContain('xl/calcChain.xml')
    expect(textePartie(apres, '[Content_Types].xml')).not.toContain('calcChain')
    expect(textePartie(apres, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
  })

  it('does not repeat its own names', () => {
    const noms = [...textePartie(apres, 'xl/workbook.xml').matchAll(/definedName name="([^"]+)"/g)].map(
      ([, nom]) => nom,
    )
    expect(noms.toSorted()).toEqual(['MaZone', '_attributions', '_xlnm.Print_Titles'])
  })
})

describe('what is in cells', () => {
  const lireCellule = (valeur: ValeurEcrite): unknown =>
    grille(creerClasseur([resultat({ nombreLignes: 1, ligne: () => [null, valeur] })]), 'Cotation')[5]?.[1]

  it.each([
    '=1+1',
    '+33 6',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '<b>&"\'',
    ' bords ',
    'a\nb',
    '_x0041_',
    '\u0001',
    '😀',
    '__proto__',
  ])('%j is that text, never a formula', (texte) => {
    expect(lireCellule(texte)).toBe(texte)
  })

  it('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (texte) => {
        // The library that reads makes one line end of the two characters of Windows.
        expect(lireCellule(texte)).toBe(texte.replaceAll('\r\n', '\n'))
      }),
      { numRuns: 150, examples: [['\r\n\u0000']] },
    )
  })

  it.each([
    [true, true],
    [-0.5, -0.5],
    [1e21, 1e21],
    ['', null],
    [null, null],
    [{ jour: -25_508 }, 61],
    [{ jour: -25_509 }, '1900-02-28'],
  ] as const)('%j is read %j', (valeur, lue) => {
    expect(lireCellule(valeur)).toBe(lue)
  })

  it('a text beyond what a cell can hold is cut', () => {
    expect(lireCellule('a'.repeat(32_767))).toHaveLength(32_767)
    expect(lireCellule('a'.repeat(32_768))).toBe(`${'a'.repeat(32_766)}…`)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is a fault of ours', (valeur) => {
    expect(() => lireCellule(valeur)).toThrow('not a number')
  })
})

describe('formats of numbers', () => {
  const [avant, apres] = [classeur(), ajouterFeuilles(classeur(), [resultat()])].map((octets) =>
    textePartie(octets, 'xl/styles.xml'),
  )

  it('are added after those of the user, which keep their places', () => {
    for (const liste of ['numFmts', 'fonts', 'fills', 'cellXfs']) {
      const contenu = (xml = ''): string[] => {
        const element = lireXml(xml).enfants.find(({ nom }) => nom === liste)
        return element?.enfants.map(({ debut, fin }) => xml.slice(debut, fin)) ?? []
      }
      expect(contenu(apres).slice(0, contenu(avant).length)).toEqual(contenu(avant))
      expect(new RegExp(`<${liste} count="(\\d+)"`).exec(apres ?? '')?.[1]).toBe(String(contenu(apres).length))
    }
    expect(apres).toContain('<name val="Marianne"/><family val="2"/>')
  })

  it('show days, money and rates as French readers write them', () => {
    const feuille = XLSX.read(ajouterFeuilles(classeur(), [resultat()]), { cellNF: true }).Sheets.Cotation
    expect(['C6', 'D6', 'E6', 'F6'].map((place) => (feuille?.[place] as XLSX.CellObject).z)).toEqual([
      'General',
      'dd/mm/yyyy',
      '0.0"\u202f"%',
      '#,##0.00"\u202f€"',
    ])
  })
})

describe('print and view', () => {
  it('repeats headers and first columns, in landscape, as wide as the page', () => {
    const octets = ajouterFeuilles(classeur(), [resultat({ nom: "Cotation d'été" })])
    expect(textePartie(octets, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="2">'Cotation d''été'!$A:$B,'Cotation d''été'!$5:$5</definedName>`,
    )
    const xml = textePartie(octets, 'xl/worksheets/sheet3.xml')
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(xml).toContain('<pane xSplit="2" ySplit="5" topLeftCell="C6" activePane="bottomRight" state="frozen"/>')
    expect(xml).toContain('Page &amp;P sur &amp;N')
  })

  it('spreads many columns over several pages rather than making them unreadable', () => {
    const colonnes = Array.from({ length: 40 }, (_, i) => ({
      titre: `C${String(i)}`,
      format: 'points' as const,
      largeur: 11,
    }))
    const octets = creerClasseur([resultat({ colonnes, nombreLignes: 0 })])
    expect(textePartie(octets, 'xl/worksheets/sheet1.xml')).toContain('fitToWidth="2"')
  })

  it.each([
    [11, true],
    [12, false],
  ])('freezes the header under %i lines of provenance: %s', (n, figee) => {
    const provenance = Array.from({ length: n }, (_, i) => [`L${String(i)}`, 'v'] as const)
    const octets = creerClasseur([resultat({ provenance })])
    expect(textePartie(octets, 'xl/worksheets/sheet1.xml').includes('ySplit=')).toBe(figee)
  })
})

describe('refused', () => {
  const bon = classeur()

  it('a workbook cut anywhere', () => {
    for (let n = 0; n < bon.length; n += 37)
      expect(() => ajouterFeuilles(bon.subarray(0, n), [resultat()])).toThrow(Refus)
  })

  it.each([
    ['a text', Buffer.from('a;b\n1;2')],
    ['another archive', zipSync({ 'a.txt': Buffer.from('a') })],
    ['a document type', classeur({ plus: { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' } })],
    ['a workbook part that is no workbook', classeur({ plus: { 'xl/workbook.xml': '<document xmlns="urn:x"/>' } })],
    ['crossed tags', classeur({ plus: { 'xl/workbook.xml': '<a><b></a></b>' } })],
  ])('%s', (_, octets) => {
    expect(() => ajouterFeuilles(octets, [resultat()])).toThrow(Refus)
  })

  it('a part whose bytes do not match its sum', () => {
    const abime = Uint8Array.from(bon)
    const nom = abime.findIndex(
      (_, i) => Buffer.from(abime.subarray(i, i + 16)).toString('latin1') === 'xl/_rels/workboo',
    )
    abime[nom + 60] = (abime[nom + 60] ?? 0) ^ 0xff
    expect(() => ajouterFeuilles(abime, [resultat()])).toThrow(Refus)
  })

  it('a sheet that Excel could not hold', () => {
    expect(() => creerClasseur([resultat({ nombreLignes: 1_048_572 })])).toThrow(Refus)
  })
})

it('gives the same bytes for the same input', () => {
  expect(ajouterFeuilles(classeur(), [resultat()])).toEqual(ajouterFeuilles(classeur(), [resultat()]))
})
