import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js'
import type { DessinCategories } from '../figure.ts'
import { annotations, enLignes, MARGE_FICTIF, MARGE_VALEURS } from './annotations.ts'
import { formeDe } from './forme.ts'
import { nomsAuDessus } from './noms-au-dessus.ts'
import { palette, police, rem, type Palette } from './palette.ts'
import { donneesDe } from './series.ts'

Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  CategoryScale,
  LinearScale,
  Tooltip,
)

type Configuration = ChartConfiguration<'bar' | 'line', (number | null)[], string>
type Options = NonNullable<Configuration['options']>

/** Width of a drawing that is not yet on the page, in rem. */
const LARGEUR_SUPPOSEE = 60
/** Height of a row that holds a name on two lines, in rem: on paper rows are closer. */
const DEUX_LIGNES = 1.875
/** Share of the width that names take beside their bars. */
const PART_DES_NOMS = 0.42

/** What the page adds to a drawing. */
export interface OptionsDessin {
  readonly fictif: boolean
  /** Given, a category can be chosen. */
  readonly surChoix?: ((cle: string) => void) | undefined
}

/** Intervals are drawn whole: an axis made of the values alone would cut them. */
function plusHaut(series: DessinCategories['series']): number | undefined {
  const bornes = series.flatMap(({ intervalles = [] }) => intervalles.flatMap((intervalle) => intervalle?.[1] ?? []))
  return bornes.length === 0 ? undefined : Math.max(...bornes)
}

function axeValeurs({ genre, axe, series }: DessinCategories, p: Palette, horizontal: boolean, largeur: number) {
  return {
    beginAtZero: axe.depuisZero || genre.startsWith('barres'),
    stacked: genre === 'barres-empilees',
    grace: horizontal ? 0 : ('12%' as const),
    ...(axe.maximum === undefined ? { suggestedMax: plusHaut(series) } : { max: axe.maximum }),
    border: { display: false },
    grid: { color: p.grille },
    title: {
      display: axe.titre !== '',
      text: horizontal ? enLignes(axe.titre, largeur, 3) : axe.titre,
      color: p.encre2,
      font: police(),
    },
    ticks: {
      color: p.encre2,
      font: police(),
      maxTicksLimit: 6,
      maxRotation: 0,
      callback: (valeur: string | number) => axe.ecrire(Number(valeur)),
    },
  }
}

function axeNoms(dessin: DessinCategories, p: Palette) {
  const forme = formeDe(dessin)
  const { categories } = dessin
  return {
    stacked: dessin.genre === 'barres-empilees',
    border: { color: p.encre2 },
    grid: { display: dessin.genre === 'points' && forme === 'noms', color: p.grille },
    offset: true,
    ticks: {
      display: forme !== 'profil',
      autoSkip: forme === 'temps',
      maxRotation: 0,
      color: ({ index }: { readonly index: number }) => (categories[index]?.repere === true ? p.encre : p.encre2),
      font: ({ index }: { readonly index: number }) => police(categories[index]?.repere === true ? 600 : 'normal'),
      callback(this: { readonly chart: Pick<Chart, 'width' | 'height'> }, _: string | number, i: number) {
        const nom = categories[i]?.nom ?? ''
        if (forme === 'temps') return nom
        const { width, height } = this.chart
        if (nomsAuDessus(dessin, width)) return ''
        // Bold letters are wider.
        const gras = categories[i]?.repere === true ? 0.9 : 1
        const lignes = height < categories.length * rem(DEUX_LIGNES) ? 1 : 2
        return enLignes(nom, (width - rem(MARGE_VALEURS)) * PART_DES_NOMS * gras, lignes)
      },
    },
  }
}

function options(dessin: DessinCategories, p: Palette, { fictif, surChoix }: OptionsDessin, largeur: number): Options {
  const forme = formeDe(dessin)
  const horizontal = forme === 'noms'
  // The name of the first row stands above it.
  const auDessus = nomsAuDessus(dessin, largeur) ? rem(1) : 0
  const [valeurs, noms] = [axeValeurs(dessin, p, horizontal, largeur * 0.5), axeNoms(dessin, p)]
  return {
    indexAxis: horizontal ? 'y' : 'x',
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    layout: {
      padding: { top: 4 + (fictif ? rem(MARGE_FICTIF) : 0) + auDessus, right: horizontal ? rem(MARGE_VALEURS) : 8 },
    },
    interaction: { mode: forme === 'temps' ? 'nearest' : 'index', axis: horizontal ? 'y' : 'x', intersect: false },
    scales: horizontal ? { x: valeurs, y: noms } : { x: noms, y: valeurs },
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: p.encre,
        titleColor: p.fond,
        bodyColor: p.fond,
        titleFont: police(600),
        bodyFont: police(),
        callbacks: {
          title: ([element]) => dessin.categories[element?.dataIndex ?? 0]?.nom ?? '',
          label: ({ dataIndex, datasetIndex }) => {
            const serie = dessin.series[datasetIndex]
            return dessin.series.length > 1
              ? `${serie?.nom ?? ''}\u202f: ${serie?.textes[dataIndex] ?? ''}`
              : (serie?.textes[dataIndex] ?? '')
          },
        },
      },
    },
    onClick: (_, [touche]) => {
      const cle = touche === undefined ? undefined : dessin.categories[touche.index]?.cle
      if (cle !== undefined) surChoix?.(cle)
    },
  }
}

/** What is drawn, to be read again and taken away. */
export interface DessinFait {
  /** The figures on the canvas, as the drawing library holds them. */
  readonly donnees: () => readonly { readonly serie: string; readonly nom: string; readonly valeur: number | null }[]
  readonly detruire: () => void
}

/** Draws on a canvas, in the colours of the page as it is now. */
export function dessiner(toile: HTMLCanvasElement, dessin: DessinCategories, demande: OptionsDessin): DessinFait {
  const contexte = toile.getContext('2d')
  if (contexte === null) throw new Error('this browser draws no canvas')
  const p = palette()
  const chart = new Chart<'bar' | 'line', (number | null)[], string>(toile, {
    type: dessin.genre.startsWith('barres') ? 'bar' : 'line',
    data: {
      labels: dessin.categories.map(({ nom }) => nom),
      datasets: dessin.series.map((serie) => donneesDe(dessin, serie, p, contexte)),
    },
    options: options(dessin, p, demande, toile.parentElement?.clientWidth ?? rem(LARGEUR_SUPPOSEE)),
    plugins: [annotations(dessin, p, demande.fictif)],
  })
  return {
    donnees: () =>
      chart.data.datasets.flatMap(({ label = '', data }) =>
        data.map((valeur, i) => ({ serie: label, nom: chart.data.labels?.[i] ?? '', valeur })),
      ),
    detruire: () => {
      chart.destroy()
    },
  }
}
