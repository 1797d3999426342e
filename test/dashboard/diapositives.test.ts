import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { ecrireDiapositives } from '../../dashboard/kit/diapositives/ecrire-diapositives.ts'
import { direReste, lignesProjetees, LIGNES_PROJETEES, projeter } from '../../dashboard/kit/diapositives/tableau.ts'
import { tracesDe } from '../../dashboard/kit/diapositives/traces.ts'
import { dessinDe, figureDe, serieDe, VALEURS } from './figures-exemples.ts'

type Parties = Readonly<Record<string, Uint8Array>>

const OPTIONS = { titre: 'Les attributions', jour: '22 novembre 2026', images: new Map() }

async function ecrire(...figures: Parameters<typeof ecrireDiapositives>[0]): Promise<Parties> {
  return unzipSync(await ecrireDiapositives(figures, OPTIONS))
}

function textes(parties: Parties, motif: RegExp): readonly string[] {
  return Object.entries(parties)
    .filter(([nom]) => motif.test(nom))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, contenu]) => strFromU8(contenu))
}

/** The values of each series of a chart, by their place; a place without value is left out. */
function seriesDe(xml: string): readonly (readonly (readonly [number, number])[])[] {
  return [...xml.matchAll(/<c:val>([\s\S]*?)<\/c:val>/g)].map(([, bloc = '']) =>
    [...bloc.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, i, v]) => [Number(i), Number(v)] as const),
  )
}

function presentes(valeurs: readonly (number | null)[]): readonly (readonly [number, number])[] {
  return valeurs.flatMap((valeur, i) => (valeur === null ? [] : [[i, valeur] as const]))
}

/** The value of each row of a chart whose rows belong to one series or another. */
function rangeesDe(xml: string): readonly (readonly [number, number])[] {
  return seriesDe(xml)
    .flat()
    .sort(([a], [b]) => a - b)
}

describe('slides', () => {
  let parties: Parties
  beforeAll(async () => {
    parties = await ecrire(figureDe({ fictif: true }))
  })

  it('show native charts, whose values are those of the table', () => {
    const [graphique = '', ...autres] = textes(parties, /^ppt\/charts\/chart\d+\.xml$/)
    expect(autres).toEqual([])
    // One row each, the level to reach after them, since they do not go down.
    expect(rangeesDe(graphique)).toEqual(presentes([...VALEURS, 0.25]))
    const noms = figureDe().tableau.lignes.map(({ cellules }) => cellules[1])
    expect(noms.map((cellule) => (cellule?.genre === 'nombre' ? cellule.valeur : null))).toEqual(VALEURS)
  })

  it('let the values be edited: a workbook lies behind each chart', () => {
    const [classeur] = Object.entries(parties).flatMap(([nom, contenu]) => (nom.endsWith('.xlsx') ? [contenu] : []))
    const [feuille] = ouvrirClasseur(classeur ?? new Uint8Array(), 'graphique.xlsx').feuilles
    const valeurs = [...(feuille?.lignes ?? [])]
      .slice(1)
      .map(({ cellules }) => cellules.slice(1).find((c) => c !== null))
    expect(valeurs.map((valeur) => valeur ?? null)).toEqual([...VALEURS, 0.25])
  })

  it('state what the figure teaches, the question under it, the source and the protection below, and say what is fictitious', () => {
    const diapositive = textes(parties, /^ppt\/slides\/slide\d+\.xml$/)[1] ?? ''
    expect(diapositive).toMatch(/type="title"[\s\S]*CA Cœur de Flandre est 2e sur 4\u202f: 25,0/)
    for (const dit of ['Quelle part des baux hors QPV', 'DREAL', 'menages-11', 'Données fictives'])
      expect(diapositive).toContain(dit)
  })

  it('describe each chart for those who do not see it', () => {
    const diapositive = textes(parties, /^ppt\/slides\/slide\d+\.xml$/)[1] ?? ''
    expect(diapositive).toMatch(/<p:graphicFrame>[\s\S]*descr="Quelle part[^"]*CA Cœur de Flandre est 2e/)
  })

  it('hold in their notes the definitions and the provenance', () => {
    const notes = textes(parties, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).join('\n')
    for (const dit of ['Part du premier quartile', 'sha256:aaaa', 'q1_hors_qpv version 1', 'moteur 0.1.0'])
      expect(notes).toContain(dit)
  })

  it('say why a figure is withheld, in the chart as in the table', () => {
    expect(textes(parties, /^ppt\/charts\/chart\d+\.xml$/)[0]).toContain('CC Flandre Lys (retenu)')
  })

  it('hold no empty value, which the format refuses, and no hour', () => {
    const tout = textes(parties, /\.xml$/).join('\n')
    expect(tout).not.toContain('<c:v></c:v>')
    expect(tout).not.toContain('<dcterms:created')
  })
})

describe('the native chart of a drawing', () => {
  it('keeps a line of each kind its own values, gaps included, and the level along them', async () => {
    const repere = [0.1, null, 0.3, 0.35, 0.4]
    const region = [0.2, 0.2, 0.2, 0.2, 0.2]
    const lignes = dessinDe('lignes', {
      series: [serieDe(repere, { role: 'repere' }), serieDe(region, { role: 'reference' })],
    })
    const [xml = ''] = textes(await ecrire(figureDe({ dessin: lignes })), /^ppt\/charts\/chart\d+\.xml$/)
    expect(seriesDe(xml)).toEqual([presentes(repere), presentes(region), presentes(Array<number>(5).fill(0.25))])
    expect(xml).not.toContain('<c:invertIfNegative')
    expect(xml.match(/<c:lineChart><c:grouping/g)).toHaveLength(3)
  })

  it('gives the bounds of an interval as series', () => {
    const intervalles = VALEURS.map((v) => (v === null ? null : ([v - 0.02, v + 0.02] as const)))
    const { traces } = tracesDe(dessinDe('points', { niveaux: [], series: [serieDe(VALEURS, { intervalles })] }))
    expect(traces.flatMap(({ series }) => series.map(({ nom }) => nom))).toEqual([
      'Autres',
      'CA Cœur de Flandre\u202f: 25,0\u202f%',
      'Intervalle à 95\u202f% (bas)',
      'Intervalle à 95\u202f% (haut)',
    ])
  })

  it('draws them as whiskers where names lie, their bounds kept in the sheet behind', async () => {
    const intervalles = VALEURS.map((v) => (v === null ? null : ([v - 0.02, v + 0.03] as const)))
    const dessin = dessinDe('points', { niveaux: [], series: [serieDe(VALEURS, { intervalles })] })
    const parties = await ecrire(figureDe({ dessin }))
    const [xml = ''] = textes(parties, /^ppt\/charts\/chart\d+\.xml$/)
    expect(rangeesDe(xml)).toEqual(presentes(VALEURS))
    expect(xml.match(/<c:errBars>/g)).toHaveLength(2)
    const plus = [...xml.matchAll(/<c:plus>([\s\S]*?)<\/c:plus>/g)].flatMap(([, bloc = '']) =>
      [...bloc.matchAll(/<c:v>([^<]*)</g)].map(([, v]) => Number(v).toFixed(6)),
    )
    expect(plus).toEqual(Array<string>(4).fill('0.030000'))
    const [classeur] = Object.entries(parties).flatMap(([nom, contenu]) => (nom.endsWith('.xlsx') ? [contenu] : []))
    const [tete] = ouvrirClasseur(classeur ?? new Uint8Array(), 'graphique.xlsx').feuilles[0]?.lignes ?? []
    expect(tete?.cellules).toContain('Intervalle à 95\u202f% (haut)')
  })

  it('shares thirty names between two charts of one scale', async () => {
    const valeurs = Array.from({ length: 30 }, (_, i) => 0.4 - i / 100)
    const categories = valeurs.map((_, i) => ({
      cle: String(i),
      nom: `CA de Béthune-Bruay, Artois-Lys Romane ${String(i)}`,
    }))
    const dessin = dessinDe('points', { categories, niveaux: [], series: [serieDe(valeurs)] })
    const graphiques = textes(await ecrire(figureDe({ dessin })), /^ppt\/charts\/chart\d+\.xml$/)
    expect(graphiques).toHaveLength(2)
    expect(graphiques.flatMap((xml) => rangeesDe(xml).map(([, v]) => v))).toEqual(valeurs)
    expect(new Set(graphiques.map((xml) => /<c:max val="([^"]*)"/.exec(xml)?.[1])).size).toBe(1)
  })

  it.each([
    ['short names stand', ['2023', '2024', '2025', '2026', '2027'], false],
    ['long names lie', VALEURS.map((_, i) => `CA de Béthune-Bruay ${String(i)}`), true],
  ])('%s', (_, noms, couche) => {
    const categories = noms.map((nom) => ({ cle: nom, nom }))
    expect(tracesDe(dessinDe('barres', { categories })).couche).toBe(couche)
  })

  it('draws each small chart of many, nine a slide', async () => {
    const panneaux = Array.from({ length: 11 }, (_, i) => ({ titre: `EPCI ${String(i)}`, dessin: dessinDe('lignes') }))
    const parties = await ecrire(figureDe({ dessin: { genre: 'multiples', panneaux } }))
    expect(textes(parties, /^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(11)
    // First slide, two of small charts, table, definitions, provenance.
    expect(textes(parties, /^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(6)
  })
})

it('a long table is projected with the row that the reader looks at', () => {
  const [modele] = figureDe().tableau.lignes
  if (modele === undefined) throw new Error('no row')
  const lignes = Array.from({ length: 40 }, (_, i) => ({ ...modele, cle: String(i), repere: i === 30 }))
  const projetees = lignesProjetees(lignes).map(({ cle }) => cle)
  expect(projetees).toHaveLength(LIGNES_PROJETEES)
  expect(projetees.at(-1)).toBe('30')
})

it('a table whose cells are long shows fewer rows, and says so with the reasons of empty cells', () => {
  const { tableau } = figureDe()
  const longues = Array.from({ length: 20 }, (_, i) => ({
    cle: String(i),
    repere: false,
    cellules: [
      { genre: 'texte' as const, texte: 'Une définition qui prend plusieurs lignes. '.repeat(9) },
      ...(tableau.lignes[2]?.cellules.slice(1) ?? []),
    ],
  }))
  const table = { ...tableau, lignes: longues }
  const projection = projeter(table, 12)
  expect(projection.lignes.length).toBeLessThan(LIGNES_PROJETEES)
  expect(direReste(table, projection)).toMatch(/lignes sur 20.*Retenu.*\(20\scases\)/)
})
