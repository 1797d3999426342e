/// <reference types="office-js" />
import type { GraphiqueEcrit } from '../../core/index.ts'
import {
  ancreDe,
  COULEUR_REPERE,
  COULEURS_SERIES,
  FORMATS_AXE,
  lignesDessinees,
  PREFIXE_GRAPHIQUE,
  TAILLE_GRAPHIQUE,
} from '../../core/index.ts'
import type { Cible } from './cible.ts'
import type { Depot } from './depot.ts'
import type { Etape } from './passage.ts'

/** Our charts that are on a sheet, with how many series each has. */
type Presents = ReadonlyMap<string, number>

/** A sheet that was just published, with its headers in their order on it. */
export interface FeuillePubliee {
  readonly cible: Cible
  readonly depot: Depot
  readonly titres: readonly string[]
}

interface Toile extends FeuillePubliee {
  readonly feuille: Excel.Worksheet
}

/** The charts of each sheet, without those that a failed attempt began: no request is undone when it fails. */
async function chartsDe(
  contexte: Excel.RequestContext,
  feuilles: readonly string[],
  avant: Set<string>,
  premiere: boolean,
): Promise<Excel.Chart[][]> {
  const lus = feuilles.map((id) => contexte.workbook.worksheets.getItem(id).charts)
  for (const charts of lus) charts.load('items/id,items/name')
  await contexte.sync()
  const tous = lus.map(({ items }) => items)
  if (premiere) for (const { id } of tous.flat()) avant.add(id)
  for (const chart of tous.flat()) if (!avant.has(chart.id)) chart.delete()
  return tous.map((charts) => charts.filter(({ id }) => avant.has(id)))
}

async function graphiquesPresents(contexte: Excel.RequestContext, lus: readonly Excel.Chart[][]): Promise<Presents[]> {
  const notres = lus.map((charts) =>
    charts.filter(({ name }) => name.startsWith(PREFIXE_GRAPHIQUE)).map(({ name, series }) => ({ name, series })),
  )
  for (const { series } of notres.flat()) series.load('count')
  await contexte.sync()
  return notres.map((charts) => new Map(charts.map(({ name, series }) => [name, series.count])))
}

function plage({ feuille, cible, depot, titres }: Toile, graphique: GraphiqueEcrit, titre: string): Excel.Range {
  const place = titres.indexOf(titre)
  if (place < 0) throw new Error(`chart ${graphique.nom}: no column ${titre}`)
  const { premiere, nombre } = lignesDessinees(graphique, depot.lignes)
  const { ligne, colonne } = cible.zone
  return feuille.getRangeByIndexes(ligne + 1 + premiere, colonne + place, Math.max(1, nombre), 1)
}

function typeDe({ genre, couche }: GraphiqueEcrit): 'LineMarkers' | `${'Bar' | 'Column'}${'Stacked' | 'Clustered'}` {
  if (genre === 'lignes') return 'LineMarkers'
  return `${couche === true ? 'Bar' : 'Column'}${genre === 'barres-empilees' ? 'Stacked' : 'Clustered'}`
}

function habiller(serie: Excel.ChartSeries, graphique: GraphiqueEcrit, rang: number): void {
  if (rang >= graphique.series.length) {
    serie.chartType = 'Line'
    serie.markerStyle = 'None'
    serie.format.line.color = COULEUR_REPERE
    return
  }
  const couleur = COULEURS_SERIES[rang] ?? COULEURS_SERIES[0]
  serie.chartType = typeDe(graphique)
  if (graphique.genre === 'lignes') serie.format.line.color = couleur
  else serie.format.fill.setSolidColor(couleur)
}

/** A new chart gets its look once: what the user changes later stays. */
function creer(toile: Toile, graphique: GraphiqueEcrit, nom: string, i: number): Excel.Chart {
  const { feuille, cible, titres } = toile
  const chart = feuille.charts.add(typeDe(graphique), plage(toile, graphique, graphique.series[0] ?? ''), 'Columns')
  chart.name = nom
  const { ligne, colonne } = ancreDe(graphique, i)
  const coin = [cible.zone.ligne + 1 + ligne, cible.zone.colonne + titres.length + 1 + colonne] as const
  chart.setPosition(feuille.getRangeByIndexes(...coin, 1, 1))
  chart.width = TAILLE_GRAPHIQUE.largeur
  chart.height = TAILLE_GRAPHIQUE.hauteur
  chart.legend.position = 'Bottom'
  chart.legend.visible = graphique.series.length > 1 || graphique.repere !== undefined
  const { categoryAxis, valueAxis } = chart.axes
  valueAxis.numberFormat = FORMATS_AXE[graphique.axe.format]
  if (graphique.couche === true) {
    // The first row is on top: the axis of the values then crosses at the other end, to stay below.
    categoryAxis.reversePlotOrder = true
    categoryAxis.position = 'Maximum'
  }
  return chart
}

/** Draws one chart: made when it is not there, else only its words and cells change. */
function tracer(toile: Toile, graphique: GraphiqueEcrit, presents: Presents, i: number): void {
  const nom = PREFIXE_GRAPHIQUE + graphique.nom
  const present = presents.get(nom)
  const chart = present === undefined ? creer(toile, graphique, nom, i) : toile.feuille.charts.getItem(nom)
  chart.title.text = graphique.titre
  chart.axes.valueAxis.title.text = graphique.axe.titre
  const voulues = [...graphique.series, ...(graphique.repere === undefined ? [] : [graphique.repere])]
  const nombre = present ?? 1
  const categories = plage(toile, graphique, graphique.categories)
  voulues.forEach((titre, rang) => {
    const serie = rang < nombre ? chart.series.getItemAt(rang) : chart.series.add(titre)
    serie.name = titre
    serie.setValues(plage(toile, graphique, titre))
    serie.setXAxisValues(categories)
    if (present !== voulues.length) habiller(serie, graphique, rang)
  })
  for (let rang = nombre - 1; rang >= voulues.length; rang--) chart.series.getItemAt(rang).delete()
}

function tracerFeuille(contexte: Excel.RequestContext, publiee: FeuillePubliee, presents: Presents): void {
  const toile = { ...publiee, feuille: contexte.workbook.worksheets.getItem(publiee.cible.feuilleId) }
  const graphiques = publiee.depot.graphiques ?? []
  graphiques.forEach((graphique, i) => {
    tracer(toile, graphique, presents, i)
  })
  const voulus = new Set(graphiques.map(({ nom }) => PREFIXE_GRAPHIQUE + nom))
  for (const nom of presents.keys()) if (!voulus.has(nom)) toile.feuille.charts.getItem(nom).delete()
}

/**
 * A step that draws the charts of published sheets: those that are there, found by their name, follow the new rows; the
 * new ones are made; ours that are no longer wanted go; the user's stay. It may be run again after a failure: what the
 * failed attempt had begun is taken away first.
 */
export function traceurGraphiques(publiees: readonly FeuillePubliee[]): Etape<void> {
  const avant = new Set<string>()
  let premiere = true
  return async (contexte) => {
    const feuilles = publiees.map(({ cible }) => cible.feuilleId)
    const charts = await chartsDe(contexte, feuilles, avant, premiere)
    premiere = false
    const presents = await graphiquesPresents(contexte, charts)
    publiees.forEach((publiee, i) => {
      tracerFeuille(contexte, publiee, presents[i] ?? new Map())
    })
    await contexte.sync()
  }
}
