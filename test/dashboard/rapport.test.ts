import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64 } from '../../core/document/base64.ts'
import { ecrireDocx, ecrireHtml } from '../../core/document/index.ts'
import { rapport } from '../../dashboard/kit/rapport.ts'
import { figureDe } from './figures-exemples.ts'

/** One point, grey. */
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const FIGURES = [figureDe(), figureDe({ id: 'autre', titre: 'Autre question\u202f?', fictif: true })]
const DOCUMENT = rapport(FIGURES, {
  titre: 'Rapport d’essai',
  jour: '22 novembre 2026',
  images: new Map([[0, { png: PNG, largeur: 640, hauteur: 400 }]]),
})

it('bytes as text are those of the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (octets) => {
      expect(base64(octets)).toBe(Buffer.from(octets).toString('base64'))
    }),
  )
})

describe('the report as a page', () => {
  const html = ecrireHtml(DOCUMENT)

  it('has contents, each figure with its drawing and table, and the method', () => {
    expect(html.match(/<article>/g)).toHaveLength(4)
    expect(html).toContain('<li>Quelle part des baux hors QPV')
    expect(html).toContain('<img src="data:image/png;base64,iVBOR')
    expect(html).toContain('CC Flandre Lys</th><td class="droite">–</td>')
    expect(html).toContain('Annexe\u202f: méthode et provenance</h1>')
    expect(html).toContain(`sha256:${'a'.repeat(64)}`)
  })

  it('says why cells are empty, the source, the protection, and that figures are fictitious', () => {
    for (const dit of ['moins de 11 ménages', 'Bilan régional 2025, DREAL', 'menages-11', 'Données fictives'])
      expect(html).toContain(dit)
  })

  it('loads nothing, and numbers its pages', () => {
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    expect(html).toContain('counter(page)')
    expect(html).not.toMatch(/src="(?!data:)/)
  })
})

describe('the report in Word', () => {
  it('holds the picture with its description, and numbers pages through', async () => {
    const parties = unzipSync(await ecrireDocx(DOCUMENT))
    const corps = strFromU8(parties['word/document.xml'] ?? new Uint8Array())
    expect(corps).toMatch(/descr="Quelle part[^"]*CA Cœur de Flandre est 2e/)
    expect(Object.keys(parties).filter((nom) => nom.startsWith('word/media/') && nom.endsWith('.png'))).toHaveLength(1)
    expect(corps.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(1)
  })
})
