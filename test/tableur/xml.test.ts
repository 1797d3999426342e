import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refus } from '../../core/socle/refus.ts'
import { titresUniques } from '../../core/tableur/commun/titres-uniques.ts'
import { nomTableau } from '../../core/tableur/ecrire/noms.ts'
import { cibleVue, nomDesRelations, resoudreCible } from '../../core/tableur/ooxml/cibles.ts'
import { attributLocal, enfant, lireXml, prefixeDe } from '../../core/tableur/xml/arbre.ts'
import { ajouterEnfants, retoucher } from '../../core/tableur/xml/retouches.ts'
import { sansEchappement, texteDeXml, texteXml } from '../../core/tableur/xml/texte-xml.ts'

describe('text', () => {
  it('comes back from XML as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        expect(sansEchappement(texteDeXml(texteXml(texte)))).toBe(texte)
      }),
    )
  })

  it.each([
    ['&"<>', '&amp;&quot;&lt;&gt;'],
    ['\u0000\u001f\r', '_x0000__x001F__x000D_'],
    ['\t\n', '\t\n'],
    ['_x000D_', '_x005F_x000D_'],
    ['\ud800', '\ufffd'],
    ['\uffff', '_xFFFF_'],
  ])('%j is written %j', (texte, xml) => {
    expect(texteXml(texte)).toBe(xml)
  })
})

describe('a tree', () => {
  it('gives names, attributes and namespaces', () => {
    const racine = lireXml(
      `<?xml version="1.0"?><x:a xmlns:x="u:1" xmlns:r='u:2'><!-- <b> --><x:b r:id="9" t="a&amp;&#x3c;>"/></x:a>`,
    )
    const b = enfant(racine, 'b')
    expect(b?.prefixe).toBe('x:')
    expect(b?.attributs.get('t')).toBe('a&<>')
    expect(b && attributLocal(b, 'id')).toBe('9')
    expect(b && attributLocal(b, 'i')).toBeUndefined()
    expect(b && prefixeDe(b, 'u:2')).toBe('r:')
    expect(b && prefixeDe(b, 'u:3')).toBeUndefined()
  })

  it.each([
    ['<a/>', '<a><c/></a>'],
    ['<a />', '<a ><c/></a>'],
    ['<p:a k="/"/>', '<p:a k="/"><c/></p:a>'],
    ['<a></a>', '<a><c/></a>'],
    ['<a><b/></a>', '<a><b/><c/></a>'],
  ])('%s receives a child', (avant, apres) => {
    expect(retoucher(avant, [ajouterEnfants(avant, lireXml(avant), '<c/>')])).toBe(apres)
  })

  it.each([
    '',
    'texte',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a b=1/>',
    '<a',
    '<!DOCTYPE a><a/>',
    '<a><!-- </a>',
    `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
    '<a b=1 c=1/>',
    '< />',
  ])('refuses %j', (xml) => {
    expect(() => lireXml(xml)).toThrow(Refus)
  })

  it('gives the text of an element without children', () => {
    const racine = lireXml('<a>x<b>1 &lt; <!-- c -->2</b>y</a>')
    expect([racine.texte, enfant(racine, 'b')?.texte]).toEqual(['', '1 < 2'])
  })

  it('is not grown beyond measure', () => {
    expect(() => lireXml(`<a>${'<b/>'.repeat(2 ** 20)}</a>`)).toThrow('démesurée')
  })
})

describe('links', () => {
  it.each([
    ['xl/', 'worksheets/a.xml', 'xl/worksheets/a.xml'],
    ['xl/worksheets/', '../tables/t.xml', 'xl/tables/t.xml'],
    ['xl/', '/xl/./a.xml', 'xl/a.xml'],
    ['', 'xl\\a.xml', 'xl/a.xml'],
    ['xl/', '../../../a.xml', 'a.xml'],
  ])('from %j, %j is %j', (dossier, cible, nom) => {
    expect(resoudreCible(dossier, cible)).toBe(nom)
  })

  it.each([
    ['', 'xl/a.xml', '/xl/a.xml'],
    ['xl/', 'xl/a.xml', 'a.xml'],
    ['xl/worksheets/', 'xl/tables/t.xml', '../tables/t.xml'],
    ['bureau/', 'xl/a.xml', '/xl/a.xml'],
  ])('from %j, %j is written %j and found again', (dossier, nom, cible) => {
    expect(cibleVue(dossier, nom)).toBe(cible)
    expect(resoudreCible(dossier, cible)).toBe(nom)
  })

  it('of a part stand beside it', () => {
    expect(nomDesRelations('workbook.xml')).toBe('_rels/workbook.xml.rels')
    expect(nomDesRelations('')).toBe('_rels/.rels')
  })
})

describe('names of tables', () => {
  it.each([
    ['Cotation', 'Cotation'],
    ['Écarts (2)', 'Écarts_2'],
    ['2026', 'T_2026'],
    ['A1', 'T_A1'],
    ['XFD1048576', 'T_XFD1048576'],
    ['R1C1', 'T_R1C1'],
    ['L1C1', 'T_L1C1'],
    ['c', 'T_c'],
    ['ABCD1', 'ABCD1'],
    ['***', 'T_'],
  ])('%j gives %j', (nom, attendu) => {
    expect(nomTableau(nom, new Set())).toBe(attendu)
  })

  it('any header gives a valid one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 8 }), (titres) => {
        const uniques = titresUniques(titres)
        expect(new Set(uniques.map((titre) => titre.toLowerCase())).size).toBe(titres.length)
        for (const titre of uniques) expect(titre).toMatch(/^[^\n]{1,255}$/)
      }),
    )
  })
})
