import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
  type Plugin,
  type ScriptableContext,
} from 'chart.js'
import { couleur } from '../../ui/series.ts'
import type { Graphique, Niveau } from '../modeles/vue.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

type Diagramme = Chart<'bar', number[], string>

/** The end of a bar, in pixels. */
interface Point {
  readonly x: number
  readonly y: number
}

interface Couleurs {
  readonly encre: string
  readonly encre2: string
  readonly fond: string
  readonly grille: string
  readonly barre: string
  readonly repere: string
  readonly bord: string
}

/** Room for values at the end of named bars, in rem. */
const MARGE_VALEURS = 3.75

const POINTILLES: Readonly<Record<Niveau['trait'], readonly number[]>> = { tirets: [7, 4], points: [2, 3], continu: [] }

function couleurs(): Couleurs {
  const force = matchMedia('(forced-colors: active)').matches
  return {
    encre: couleur('encre'),
    encre2: couleur('encre-2'),
    fond: couleur('fond'),
    grille: force ? 'transparent' : couleur('trait'),
    barre: force ? 'Canvas' : couleur('trait-fort'),
    repere: force ? 'Highlight' : couleur('donnee-1'),
    bord: force ? 'CanvasText' : 'transparent',
  }
}

/** Pixels of a size given in rem: the chart follows the reader's text size. */
function rem(taille: number): number {
  return taille * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

function police(graisse: 'normal' | 600 = 'normal') {
  return { family: getComputedStyle(document.body).fontFamily, size: rem(0.75), weight: graisse }
}

function abreger(nom: string, largeur: number): string {
  const place = Math.max(8, Math.floor(largeur / rem(0.45)))
  return nom.length <= place ? nom : `${nom.slice(0, place - 1).trimEnd()}…`
}

/** Lines across all bars, or one mark a bar when the level differs from one to the next. */
function tracerNiveau({ ctx, chartArea, scales }: Diagramme, niveau: Niveau, horizontal: boolean, trait: string): void {
  const valeurs = horizontal ? scales.x : scales.y
  const places = horizontal ? scales.y : scales.x
  if (valeurs === undefined || places === undefined) return
  const { left, right, top, bottom } = chartArea
  const [debut, fin] = horizontal ? [top, bottom] : [left, right]
  const pas = (fin - debut) / niveau.valeurs.length
  ctx.strokeStyle = trait
  ctx.lineWidth = 2
  ctx.setLineDash([...POINTILLES[niveau.trait]])
  niveau.valeurs.forEach((valeur, i) => {
    const v = valeurs.getPixelForValue(valeur)
    const [a, b] = [debut + i * pas, debut + (i + 1) * pas]
    ctx.beginPath()
    ctx.moveTo(horizontal ? v : a, horizontal ? a : v)
    ctx.lineTo(horizontal ? v : b, horizontal ? b : v)
    ctx.stroke()
  })
}

/** The name and value of the bar marked: at the top, where no bar reaches, with a line down to it. */
function ecrireRepere({ ctx, chartArea }: Diagramme, modele: Graphique, c: Couleurs, elements: readonly Point[]): void {
  const rang = modele.barres.findIndex(({ repere }) => repere)
  const barre = modele.barres[rang]
  const element = elements[rang]
  if (barre === undefined || element === undefined || modele.genre !== 'profil') return
  const { left, right, top } = chartArea
  const { family, size } = police()
  ctx.font = `600 ${String(size)}px ${family}`
  const texte = `${abreger(barre.nom, (right - left) * 0.8)} ${barre.texte}`
  const largeur = ctx.measureText(texte).width
  const x = Math.max(left + 4, Math.min(element.x - largeur / 2, right - largeur - 4))
  fond(ctx, c, x - 4, top, largeur + 8, size + 6)
  ctx.fillStyle = c.encre
  ctx.fillText(texte, x, top + size)
  ctx.strokeStyle = c.encre
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(element.x, top + size + 6)
  ctx.lineTo(element.x, element.y - 2)
  ctx.stroke()
}

/** Ground behind a text, so that lines do not cross it. */
function fond(
  ctx: CanvasRenderingContext2D,
  c: Couleurs,
  x: number,
  y: number,
  largeur: number,
  hauteur: number,
): void {
  ctx.fillStyle = c.fond
  ctx.fillRect(x, y, largeur, hauteur)
}

/** Values at the end of named bars. */
function ecrireValeurs(
  { ctx, chartArea }: Diagramme,
  modele: Graphique,
  c: Couleurs,
  elements: readonly Point[],
): void {
  if (modele.genre !== 'noms') return
  const { family, size } = police()
  modele.barres.forEach(({ texte, repere }, i) => {
    const element = elements[i]
    if (element === undefined) return
    ctx.font = `${repere ? '600' : '400'} ${String(size)}px ${family}`
    const largeur = ctx.measureText(texte).width
    const x = Math.min(element.x + 6, chartArea.right + rem(MARGE_VALEURS) - 2 - largeur)
    fond(ctx, c, x - 2, element.y - size / 2 - 1, largeur + 4, size + 2)
    ctx.fillStyle = c.encre
    ctx.fillText(texte, x, element.y + size / 3)
  })
}

function annotations(modele: Graphique, c: Couleurs): Plugin<'bar'> {
  return {
    id: 'annotations',
    afterDatasetsDraw: (graphe) => {
      const diagramme = graphe as unknown as Diagramme
      const { ctx } = diagramme
      ctx.save()
      for (const niveau of modele.niveaux) tracerNiveau(diagramme, niveau, modele.genre === 'noms', c.encre)
      ctx.setLineDash([])
      ctx.textBaseline = 'alphabetic'
      const { data } = graphe.getDatasetMeta(0)
      ecrireValeurs(diagramme, modele, c, data)
      ecrireRepere(diagramme, modele, c, data)
      ctx.restore()
    },
  }
}

function axes(
  modele: Graphique,
  c: Couleurs,
): NonNullable<NonNullable<ChartConfiguration<'bar'>['options']>['scales']> {
  const horizontal = modele.genre === 'noms'
  const valeurs = {
    beginAtZero: true,
    grace: horizontal ? 0 : '15%',
    border: { display: false },
    grid: { color: c.grille },
    ticks: {
      color: c.encre2,
      font: police(),
      maxTicksLimit: 6,
      maxRotation: 0,
      callback: (valeur: string | number) => modele.ecrire(Number(valeur)),
    },
  }
  const noms = {
    border: { color: c.encre2 },
    grid: { display: false },
    title: { display: modele.axe !== '', text: modele.axe, color: c.encre2, font: police() },
    ticks: {
      display: horizontal,
      autoSkip: false,
      color: (contexte: { readonly index: number }) =>
        modele.barres[contexte.index]?.repere === true ? c.encre : c.encre2,
      font: (contexte: { readonly index: number }) =>
        police(
          modele.barres[contexte.index]?.repere === true && modele.niveaux.length + modele.barres.length > 4
            ? 600
            : 'normal',
        ),
      callback(this: { readonly chart: { readonly width: number } }, _: string | number, i: number) {
        return abreger(modele.barres[i]?.nom ?? '', (this.chart.width - rem(MARGE_VALEURS)) * 0.46)
      },
    },
  }
  return horizontal ? { x: valeurs, y: noms } : { x: noms, y: valeurs }
}

function configuration(modele: Graphique): ChartConfiguration<'bar', number[], string> {
  const c = couleurs()
  const horizontal = modele.genre === 'noms'
  const teinte = ({ dataIndex }: ScriptableContext<'bar'>): string =>
    !modele.unSeul || modele.barres[dataIndex]?.repere === true ? c.repere : c.barre
  return {
    type: 'bar',
    data: {
      labels: modele.barres.map(({ nom }) => nom),
      datasets: [
        {
          data: modele.barres.map(({ valeur }) => valeur),
          backgroundColor: teinte,
          hoverBackgroundColor: c.encre,
          borderColor: c.bord,
          borderWidth: c.bord === 'transparent' ? 0 : 1,
          barPercentage: horizontal ? 0.7 : 1,
          categoryPercentage: horizontal ? 0.95 : 0.84,
        },
      ],
    },
    options: {
      indexAxis: horizontal ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { top: 4, right: horizontal ? rem(MARGE_VALEURS) : 0 } },
      interaction: { mode: 'index', axis: horizontal ? 'y' : 'x', intersect: false },
      scales: axes(modele, c),
      plugins: {
        tooltip: {
          displayColors: false,
          backgroundColor: c.encre,
          titleColor: c.fond,
          bodyColor: c.fond,
          titleFont: police(600),
          bodyFont: police(),
          callbacks: { label: ({ dataIndex }) => modele.barres[dataIndex]?.texte ?? '' },
        },
      },
      onClick: (_, [touche]) => {
        const cle = touche === undefined ? undefined : modele.barres[touche.index]?.cle
        if (cle !== undefined) modele.surChoix?.(cle)
      },
    },
    plugins: [annotations(modele, c)],
  }
}

/** What is drawn, to be read again and taken away. */
export interface Dessin {
  /** The figures on the canvas, as the drawing library holds them. */
  readonly donnees: () => readonly { readonly nom: string; readonly valeur: number }[]
  readonly detruire: () => void
}

/** Draws a chart on a canvas, in the colours of the page as it is now. */
export function dessiner(toile: HTMLCanvasElement, modele: Graphique): Dessin {
  const chart = new Chart(toile, configuration(modele))
  return {
    donnees: () =>
      (chart.data.labels ?? []).map((nom, i) => ({ nom, valeur: chart.data.datasets[0]?.data[i] ?? Number.NaN })),
    detruire: () => {
      chart.destroy()
    },
  }
}
