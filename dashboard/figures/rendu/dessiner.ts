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
import { formeDe, PEU_DE_RANGS } from './forme.ts'
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

/** Under this width, in rem, names take more lines: cut after two, several would read the same. */
const ETROIT = 30

/** What the page adds to a drawing. */
export interface OptionsDessin {
  readonly fictif: boolean
  /** Given, a category can be chosen. */
  readonly surChoix?: ((cle: string) => void) | undefined
}

function axeValeurs({ genre, axe }: DessinCategories, p: Palette, horizontal: boolean, largeur: number) {
  return {
    beginAtZero: axe.depuisZero || genre.startsWith('barres'),
    stacked: genre === 'barres-empilees',
    grace: horizontal ? 0 : ('12%' as const),
    ...(axe.maximum === undefined ? {} : { max: axe.maximum }),
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
      callback(this: { readonly chart: { readonly width: number } }, _: string | number, i: number) {
        const nom = categories[i]?.nom ?? ''
        if (forme === 'temps') return nom
        const { width } = this.chart
        const [part, lignes] = width >= rem(ETROIT) ? [0.42, 2] : [0.48, categories.length > PEU_DE_RANGS ? 3 : 4]
        // Bold letters are wider.
        const gras = categories[i]?.repere === true ? 0.9 : 1
        return enLignes(nom, (width - rem(MARGE_VALEURS)) * part * gras, lignes)
      },
    },
  }
}

function options(dessin: DessinCategories, p: Palette, { fictif, surChoix }: OptionsDessin, largeur: number): Options {
  const forme = formeDe(dessin)
  const horizontal = forme === 'noms'
  const [valeurs, noms] = [axeValeurs(dessin, p, horizontal, largeur * 0.5), axeNoms(dessin, p)]
  return {
    indexAxis: horizontal ? 'y' : 'x',
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    layout: { padding: { top: 4 + (fictif ? rem(MARGE_FICTIF) : 0), right: horizontal ? rem(MARGE_VALEURS) : 8 } },
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
    options: options(dessin, p, demande, toile.parentElement?.clientWidth ?? rem(ETROIT) * 2),
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
