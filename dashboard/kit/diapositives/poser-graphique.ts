import type PptxGenJS from 'pptxgenjs'
import type { DessinCategories } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { ecritAvecNoms, tracesDe, type GraphiqueNatif, type Trace } from './traces.ts'

/** A place on a slide, in inches. */
export interface Cadre {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export const POLICE = 'Calibri'
/** Beyond, names of categories are too many to be written. */
const NOMS_ECRITS = 24
/** Rows of one chart that are read from afar; more are shared between two, side by side. */
const RANGEES = 16

/** The format of numbers that writes as the axis of the drawing does. */
function formatDe({ axe, series }: DessinCategories, valeurs: boolean): string {
  const essai = axe.ecrire(0.5)
  // No more decimals than the source gives.
  const precis = valeurs && series.some(({ textes }) => textes.some((texte) => texte.includes(',')))
  if (essai.includes('%')) return precis ? '0.0\\ %' : '0\\ %'
  return essai.includes('€') ? '#,##0\\ €' : '#,##0.##'
}

/** Letters of the names, in points. */
function corpsNoms(nombre: number, couche: boolean): number {
  if (!couche) return nombre > 12 ? 11 : 14
  return nombre > 14 ? 11 : nombre > 9 ? 12 : 14
}

function axes(dessin: DessinCategories, nombre: number, couche: boolean): PptxGenJS.IChartOpts {
  const { axe } = dessin
  const taille = corpsNoms(nombre, couche)
  // Bars that lie bear their figures, unless these are not those of the axis.
  const chiffree = couche && !ecritAvecNoms(dessin)
  const commun = { FontFace: POLICE, FontSize: taille, Color: COULEURS.encre }
  return {
    catAxisLabelFontFace: commun.FontFace,
    catAxisLabelFontSize: commun.FontSize,
    catAxisLabelColor: commun.Color,
    catAxisHidden: !couche && dessin.genre !== 'lignes' && nombre > NOMS_ECRITS,
    ...(couche ? { catAxisLabelFrequency: '1' } : {}),
    catAxisOrientation: (couche ? 'maxMin' : 'minMax') as 'minMax',
    catGridLine: { style: 'none' },
    valAxisLabelFontFace: commun.FontFace,
    valAxisLabelFontSize: 12,
    valAxisLabelColor: COULEURS['encre-2'],
    valAxisLabelFormatCode: formatDe(dessin, false),
    valAxisHidden: chiffree,
    valGridLine: chiffree ? { style: 'none' } : { color: COULEURS.trait, size: 0.75 },
    ...(axe.depuisZero ? { valAxisMinVal: 0 } : {}),
    ...(axe.maximum === undefined ? {} : { valAxisMaxVal: axe.maximum }),
    ...(axe.titre === '' || chiffree
      ? {}
      : {
          showValAxisTitle: true,
          valAxisTitle: axe.titre,
          valAxisTitleFontFace: POLICE,
          valAxisTitleFontSize: 12,
          valAxisTitleColor: COULEURS['encre-2'],
        }),
  }
}

/** The library takes the colour of a marker by the number of its series in the whole chart: there must be one. */
function allonger(couleurs: readonly string[], nombre: number): string[] {
  return Array.from({ length: Math.max(nombre, couleurs.length) }, (_, i) => couleurs[i % couleurs.length] ?? '')
}

function donnees({ series }: Trace, categories: readonly string[]): PptxGenJS.OptsChartData[] {
  // The library writes a value that is missing as an empty one, which `assainir` takes out.
  return series.map(({ nom, valeurs }) => ({ name: nom, labels: [...categories], values: [...valeurs] as number[] }))
}

/** What a chart is given beside its drawing. */
export interface OptionsGraphique {
  /** Read aloud in its place. */
  readonly description: string
  /** A small chart among others: its own title, neither key nor names. */
  readonly titre?: string
}

/** Part of the rows of a chart. */
function tranche(natif: GraphiqueNatif, debut: number, fin: number): GraphiqueNatif {
  return {
    ...natif,
    categories: natif.categories.slice(debut, fin),
    traces: natif.traces.map((trace) => ({
      ...trace,
      series: trace.series.map(({ nom, valeurs }) => ({ nom, valeurs: valeurs.slice(debut, fin) })),
    })),
  }
}

function poser(
  diapositive: PptxGenJS.Slide,
  dessin: DessinCategories,
  { categories, traces, couche, legende }: GraphiqueNatif,
  cadre: Cadre,
  { description, titre }: OptionsGraphique,
  rangees = categories.length,
): void {
  const nombre = traces.reduce((somme, { series }) => somme + series.length, 0)
  const communes: PptxGenJS.IChartOpts = {
    ...cadre,
    ...axes(dessin, rangees, couche),
    altText: description,
    lang: 'fr-FR',
    displayBlanksAs: 'gap',
    dataLabelFontFace: POLICE,
    dataLabelFontSize: couche ? corpsNoms(rangees, couche) : 14,
    dataLabelFontBold: couche,
    dataLabelColor: COULEURS.encre,
    dataLabelFormatCode: formatDe(dessin, true),
    showLegend: legende && titre === undefined,
    legendPos: 'b',
    legendFontFace: POLICE,
    legendFontSize: 14,
    legendColor: COULEURS.encre,
    ...(titre === undefined
      ? {}
      : {
          showTitle: true,
          title: titre,
          titleFontFace: POLICE,
          titleFontSize: 13,
          titleColor: COULEURS.encre,
          showValAxisTitle: false,
          // The dates are under the title of the slide: the same for all.
          catAxisHidden: dessin.genre === 'lignes',
          valAxisLabelFontSize: 11,
          catAxisLabelFontSize: 11,
          dataLabelFontSize: 11,
        }),
  }
  const parts = traces.map((trace) => ({
    type: trace.genre as PptxGenJS.CHART_NAME,
    data: donnees(trace, categories),
    options: { ...trace.options, chartColors: allonger(trace.couleurs, nombre) },
  }))
  const [seule, ...autres] = parts
  if (seule === undefined) return
  if (autres.length === 0) diapositive.addChart(seule.type, seule.data, { ...communes, ...seule.options })
  // For several kinds of drawing in one chart, the library reads the options in the place of the data.
  else diapositive.addChart(parts, communes as unknown as unknown[])
}

/** The end of the axis that two charts share: the longest bar, its whisker included. */
function finCommune({ traces }: GraphiqueNatif): number {
  const plusLongue = Math.max(
    ...traces.flatMap(({ series }) => series.flatMap(({ valeurs }) => valeurs.map((v) => v ?? 0))),
  )
  return plusLongue * 1.02
}

/** Draws on a slide a chart that PowerPoint edits; two side by side, on one scale, when its rows are many. */
export function poserGraphique(
  diapositive: PptxGenJS.Slide,
  dessin: DessinCategories,
  cadre: Cadre,
  options: OptionsGraphique,
): void {
  const natif = tracesDe(dessin, options.titre !== undefined)
  const nombre = natif.categories.length
  if (!natif.couche || nombre <= RANGEES) {
    poser(diapositive, dessin, natif, cadre, options)
    return
  }
  const moitie = Math.ceil(nombre / 2)
  const { maximum = finCommune(natif) } = dessin.axe
  const memeEchelle = { ...dessin, axe: { ...dessin.axe, maximum } }
  const w = cadre.w / 2 - 0.1
  ;[0, 1].forEach((colonne) => {
    const part = tranche(natif, colonne * moitie, (colonne + 1) * moitie)
    poser(diapositive, memeEchelle, part, { ...cadre, x: cadre.x + colonne * (w + 0.2), w }, options, moitie)
  })
}
