import type PptxGenJS from 'pptxgenjs'
import type { DessinCategories } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { tracesDe, type Trace } from './traces.ts'

/** A place on a slide, in inches. */
export interface Cadre {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export const POLICE = 'Calibri'
/** Beyond, names of categories are too many to be written. */
const NOMS_ECRITS = 40

/** The format of numbers that writes as the axis of the drawing does. */
function formatDe({ axe }: DessinCategories, decimales: boolean): string {
  const essai = axe.ecrire(0.5)
  if (essai.includes('%')) return decimales ? '0.0\\ %' : '0\\ %'
  return essai.includes('€') ? '#,##0\\ €' : '#,##0.##'
}

function axes(dessin: DessinCategories, nombre: number, couche: boolean): PptxGenJS.IChartOpts {
  const { axe } = dessin
  const taille = nombre > 12 ? 10 : 12
  const commun = { FontFace: POLICE, FontSize: taille, Color: COULEURS.encre }
  return {
    catAxisLabelFontFace: commun.FontFace,
    catAxisLabelFontSize: commun.FontSize,
    catAxisLabelColor: commun.Color,
    catAxisHidden: nombre > NOMS_ECRITS,
    catAxisOrientation: (couche ? 'maxMin' : 'minMax') as 'minMax',
    catGridLine: { style: 'none' },
    valAxisLabelFontFace: commun.FontFace,
    valAxisLabelFontSize: 11,
    valAxisLabelColor: COULEURS['encre-2'],
    valAxisLabelFormatCode: formatDe(dessin, false),
    valAxisHidden: couche,
    valGridLine: couche ? { style: 'none' } : { color: COULEURS.trait, size: 0.75 },
    ...(axe.depuisZero ? { valAxisMinVal: 0 } : {}),
    ...(axe.maximum === undefined ? {} : { valAxisMaxVal: axe.maximum }),
    ...(axe.titre === '' || couche
      ? {}
      : {
          showValAxisTitle: true,
          valAxisTitle: axe.titre,
          valAxisTitleFontFace: POLICE,
          valAxisTitleFontSize: 11,
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

/** Draws on a slide a chart that PowerPoint edits. `description` is read aloud in its place. */
export function poserGraphique(
  diapositive: PptxGenJS.Slide,
  dessin: DessinCategories,
  cadre: Cadre,
  description: string,
  titre?: string,
): void {
  const { categories, traces, couche, legende } = tracesDe(dessin)
  const nombre = traces.reduce((somme, { series }) => somme + series.length, 0)
  const communes: PptxGenJS.IChartOpts = {
    ...cadre,
    ...axes(dessin, categories.length, couche),
    altText: description,
    lang: 'fr-FR',
    displayBlanksAs: 'gap',
    dataLabelFontFace: POLICE,
    dataLabelFontSize: 12,
    dataLabelColor: COULEURS.encre,
    dataLabelFormatCode: formatDe(dessin, true),
    showLegend: legende && titre === undefined,
    legendPos: 'b',
    legendFontFace: POLICE,
    legendFontSize: 12,
    legendColor: COULEURS.encre,
    ...(titre === undefined
      ? {}
      : { showTitle: true, title: titre, titleFontFace: POLICE, titleFontSize: 12, titleColor: COULEURS.encre }),
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
