import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { exporterCsv, exporterXlsx } from '../../dashboard/exports/exporter-tableau.ts'
import { dessinDe, figureDe, NOMS, serieDe } from './figures-exemples.ts'

const texteDe = (octets: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets)

function lignesDe(octets: Uint8Array, nom: string): readonly (readonly unknown[])[] {
  const [feuille] = ouvrirClasseur(octets, nom).feuilles
  return [...(feuille?.lignes ?? [])].map(({ cellules }) => cellules)
}

describe('a figure as a text file', () => {
  const texte = texteDe(exporterCsv(figureDe()))

  it('opens in French Excel: mark, semicolons, decimal comma', () => {
    expect(texte.startsWith('\ufeffEPCI;Part (de 0 à 1);Effectif;Pourquoi une case est vide;Figure;')).toBe(true)
    expect(texte).toContain('Métropole Européenne de Lille;0,1234;123;;')
  })

  it('leaves a withheld figure empty and says why', () => {
    expect(texte).toContain('CC Flandre Lys;;;"Part\u202f: Retenu\u202f: moins de 11 ménages.')
  })

  it('says on each row the source, the protection and the provenance', () => {
    const lignes = texte.trimEnd().split('\r\n').slice(1)
    expect(lignes).toHaveLength(NOMS.length)
    for (const ligne of lignes) {
      expect(ligne).toContain('Bilan régional 2025, DREAL (https://exemple.fr/bilan)')
      expect(ligne).toContain('profil «\u202fmenages-11\u202f»')
      expect(ligne).toContain(`sha256:${'a'.repeat(64)}`)
    }
  })

  it('lets no cell be taken for a formula', () => {
    const piege = figureDe({ titre: '=HYPERLINK("http://x")' })
    expect(texteDe(exporterCsv(piege))).toContain('"\'=HYPERLINK(""http://x"")"')
  })

  it('says that fictitious figures are', () => {
    expect(texteDe(exporterCsv(figureDe({ fictif: true })))).toContain('Données fictives')
    expect(texte).not.toContain('fictives')
  })
})

describe('a figure as a workbook', () => {
  it('holds numbers as numbers, a withheld one as an empty cell with its reason', () => {
    const lignes = lignesDe(exporterXlsx(figureDe()), 'f.xlsx')
    const lille = lignes.find(([nom]) => nom === NOMS[0])
    const lys = lignes.find(([nom]) => nom === 'CC Flandre Lys')
    expect(lille?.slice(0, 3)).toEqual([NOMS[0], 0.1234, 123])
    expect(lys?.slice(1, 3)).toEqual([null, null])
    expect(lys?.[3]).toMatch(/moins de 11 ménages/)
  })

  it('says above the table its title, source, protection and provenance', () => {
    const texte = JSON.stringify(lignesDe(exporterXlsx(figureDe()), 'f.xlsx'))
    for (const dit of [
      'Quelle part des baux',
      'Bilan régional 2025',
      'menages-11',
      'q1_hors_qpv version 1',
      'sha256:a',
    ])
      expect(texte).toContain(dit)
  })
})

describe('the native chart of a workbook', () => {
  const partiesDe = (octets: Uint8Array) =>
    Object.entries(unzipSync(octets)).flatMap(([nom, contenu]) =>
      /charts\/chart\d*\.xml$/.test(nom) ? [strFromU8(contenu)] : [],
    )
  const feuillesDe = (octets: Uint8Array): readonly string[] =>
    ouvrirClasseur(octets, 'f.xlsx').feuilles.map(({ nom }) => nom)

  it('is drawn from the cells of the table when they hold it', () => {
    const octets = exporterXlsx(figureDe())
    expect(feuillesDe(octets)).toEqual(['Figure'])
    expect(partiesDe(octets)).toHaveLength(1)
    expect(partiesDe(octets)[0]).toContain('<c:v>0.1234</c:v>')
  })

  it('is drawn from a sheet of its own when the table is laid out otherwise', () => {
    const autre = dessinDe('lignes', {
      categories: [
        { cle: '2024', nom: '2024' },
        { cle: '2025', nom: '2025' },
      ],
      series: [serieDe([0.2, 0.25])],
    })
    const octets = exporterXlsx(figureDe({ dessin: autre }))
    expect(feuillesDe(octets)).toEqual(['Figure', 'Figure graphique'])
    expect(partiesDe(octets)[0]).toContain('<c:v>0.25</c:v>')
  })

  it('is left out of a map', () => {
    const carte = { genre: 'carte', fond: 'tuiles', classes: [], lieux: [] } as const
    expect(partiesDe(exporterXlsx(figureDe({ dessin: carte })))).toEqual([])
  })
})
