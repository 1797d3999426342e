import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type DocumentEcrit, fragments, type Partie, provenanceEnLigne } from '../../core/document/document.ts'
import { ecrireDocx } from '../../core/document/ecrire-docx.ts'
import { ecrireHtml } from '../../core/document/ecrire-html.ts'
import { lireXml } from '../../core/tableur/xml/arbre.ts'
import { texteDeXml } from '../../core/tableur/xml/texte-xml.ts'

function partie(n: number, texte = 'Neuf'): Partie {
  return {
    titre: `Relevé ${String(n)}`,
    blocs: [
      { genre: 'paragraphe', ton: 'encadre', texte: ['Total\u202f: ', { texte: '73', gras: true }, ' points'] },
      { genre: 'intertitre', niveau: 1, texte: 'Points' },
      {
        genre: 'tableau',
        legende: 'Points par critère',
        colonnes: [
          { titre: 'Critère', largeur: 3 },
          { titre: 'Points', largeur: 1, aDroite: true },
        ],
        lignes: [[texte, '9']],
        total: ['Total', '73'],
      },
      { genre: 'intertitre', niveau: 2, texte: 'Détail' },
      { genre: 'liste', numerotee: true, elements: ['Un', [{ texte: 'Deux', italique: true }]] },
      { genre: 'liste', elements: ['Puce'] },
      { genre: 'saut-de-page' },
      { genre: 'paragraphe', ton: 'note', texte: 'Note\nsur deux lignes' },
    ],
  }
}

const doc = (parties: readonly Partie[], titre = 'Relevés'): DocumentEcrit => ({
  titre,
  provenance: [
    ['Grille', 'exemple-2026'],
    ['Jour', '31/01/2026'],
  ],
  parties,
})

const ORDRE = [
  'Relevé 1',
  'Total\u202f: ',
  '73',
  ' points',
  'Points',
  'Points par critère',
  'Critère',
  'Points',
  'Neuf',
  '9',
  'Total',
  '73',
  'Détail',
  'Un',
  'Deux',
  'Puce',
  'Note',
  'sur deux lignes',
]
const HOSTILES = [
  '<script>alert(1)</script>',
  '&amp; "x" \'y\'',
  ']]>',
  '</w:t></w:p>',
  '\u0000\u0001\u000b',
  '\ud800',
  '\ufffe',
  '__proto__',
  '<!-- ',
]

async function partiesDocx(document: DocumentEcrit): Promise<Record<string, string>> {
  const fichiers = unzipSync(await ecrireDocx(document))
  return Object.fromEntries(
    Object.entries(fichiers).map(([nom, octets]) => [nom, Buffer.from(octets).toString('utf8')]),
  )
}

const textesDe = (xml = ''): string[] =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, texte = '']) => texteDeXml(texte))

describe('in Word', () => {
  it('holds the texts in order, with head and foot', async () => {
    const fichiers = await partiesDocx(doc([partie(1)]))
    expect(textesDe(fichiers['word/document.xml'])).toEqual(ORDRE)
    expect(textesDe(fichiers['word/header1.xml'])).toEqual(['Relevés'])
    expect(textesDe(fichiers['word/footer1.xml']).join('')).toContain(
      'Grille\u202f: exemple-2026 — Jour\u202f: 31/01/2026',
    )
    expect(fichiers['word/footer1.xml']).toContain('PAGE')
    expect(fichiers['word/styles.xml']).toContain('w:val="fr-FR"')
  })

  it('puts each part on new pages numbered from 1, under one head', async () => {
    const fichiers = await partiesDocx(doc([partie(1), partie(2), partie(3)]))
    const xml = fichiers['word/document.xml'] ?? ''
    expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3)
    expect(xml.match(/<w:type w:val="nextPage"\/>/g)).toHaveLength(3)
    expect(xml.match(/<w:headerReference/g)).toHaveLength(1)
    expect(textesDe(xml).filter((texte) => texte.startsWith('Relevé'))).toEqual(['Relevé 1', 'Relevé 2', 'Relevé 3'])
  })

  it('starts each numbered list at 1', async () => {
    const xml = (await partiesDocx(doc([partie(1), partie(2)])))['word/document.xml'] ?? ''
    const numeros = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, numero]) => numero)
    expect(new Set([numeros[0], numeros[3]]).size).toBe(2)
    expect(numeros[0]).toBe(numeros[1])
  })

  it('gives a table the width of the page and repeats its header', async () => {
    const xml = (await partiesDocx(doc([partie(1)])))['word/document.xml'] ?? ''
    const largeurs = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, largeur]) => Number(largeur))
    expect(largeurs).toEqual([7229, 2409])
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  })

  it.each(HOSTILES)('stays whole with %j everywhere', async (texte) => {
    const fichiers = await partiesDocx(doc([partie(1, texte)], texte))
    for (const [nom, xml] of Object.entries(fichiers))
      if (/\.(xml|rels)$/.test(nom)) expect(() => lireXml(xml)).not.toThrow()
    expect(fichiers['word/document.xml']).not.toMatch(/(?![\n\t\r])\p{Cc}|\ufffe/u)
    if (!/[\p{Cc}\p{Cs}\ufffe]/u.test(texte)) expect(textesDe(fichiers['word/document.xml'])).toContain(texte)
  })

  it('gives the same bytes for the same document', async () => {
    expect(await ecrireDocx(doc([partie(1)]))).toEqual(await ecrireDocx(doc([partie(1)])))
  })
})

describe('in a page', () => {
  const html = ecrireHtml(doc([partie(1), partie(2)]))
  const corps = html.slice(html.indexOf('<main>'))

  it('holds the texts in order', () => {
    const textes = corps
      .replace(/<[^>]*>/g, '\n')
      .split(/\n+/)
      .filter((texte) => texte !== '')
    expect(textes.slice(0, ORDRE.length)).toEqual(ORDRE)
    expect(textes[ORDRE.length]).toBe('Grille\u202f: exemple-2026 — Jour\u202f: 31/01/2026')
  })

  it('says its language, its headings in order and what each header heads', () => {
    expect(html.startsWith('<!doctype html>\n<html lang="fr">')).toBe(true)
    expect([...corps.matchAll(/<h(\d)>/g)].map(([, niveau]) => niveau)).toEqual(['1', '2', '3', '1', '2', '3'])
    expect(corps).toContain('<caption>Points par critère</caption>')
    expect(corps).toContain('<th scope="col">Critère</th><th scope="col" class="droite">Points</th>')
    expect(corps).toContain('<th scope="row">Neuf</th><td class="droite">9</td>')
  })

  it.each(HOSTILES)('never lets %j out of its place', (texte) => {
    const sur = ecrireHtml({ ...doc([partie(1, texte)], texte), provenance: [[texte, texte]] })
    const balises = (page: string): string[] => page.match(/<[^>]*>/g) ?? []
    expect(balises(sur)).toEqual(balises(ecrireHtml(doc([partie(1)]))))
    expect(sur).not.toContain('<script')
  })

  it('loads nothing and runs nothing', () => {
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/src=|href=|url\(/)
  })
})

it('a sentence is the same in pieces', () => {
  expect(fragments('a')).toEqual([{ texte: 'a' }])
  expect(fragments(['a', { texte: 'b', gras: true }])).toEqual([{ texte: 'a' }, { texte: 'b', gras: true }])
  expect(provenanceEnLigne([])).toBe('')
})
