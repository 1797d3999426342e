import { couleur } from '../../../ui/series.ts'

/** The colours of the page as they are now, for a canvas. */
export interface Palette {
  readonly encre: string
  readonly encre2: string
  readonly fond: string
  readonly grille: string
  readonly neutre: string
  readonly repere: string
  readonly objectif: string
  readonly series: readonly string[]
  /** Colours are those of the system: shapes and lines alone tell series apart. */
  readonly forcee: boolean
}

const SERIES = ['donnee-1', 'donnee-2', 'donnee-3', 'donnee-4', 'donnee-5', 'donnee-6']

export function palette(): Palette {
  const forcee = matchMedia('(forced-colors: active)').matches
  const lire = (jeton: string, systeme: string): string => (forcee ? systeme : couleur(jeton))
  return {
    encre: lire('encre', 'CanvasText'),
    encre2: lire('encre-2', 'CanvasText'),
    fond: lire('fond', 'Canvas'),
    grille: lire('trait', 'transparent'),
    neutre: lire('donnee-neutre', 'GrayText'),
    repere: lire('donnee-1', 'Highlight'),
    objectif: lire('seuil', 'CanvasText'),
    series: SERIES.map((jeton) => lire(jeton, 'CanvasText')),
    forcee,
  }
}

/** Pixels of a size given in rem: the chart follows the reader's text size. */
export function rem(taille: number): number {
  return taille * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

export function police(graisse: 'normal' | 600 = 'normal'): { family: string; size: number; weight: 'normal' | 600 } {
  return { family: getComputedStyle(document.body).fontFamily, size: rem(0.75), weight: graisse }
}

const COTE = 8

/** What a series is filled with: plain, then stripes, dots, grid, so that it is known without its colour. */
export function motif(
  contexte: CanvasRenderingContext2D,
  rang: number,
  teinte: string,
  fond: string,
): string | CanvasPattern {
  if (rang === 0) return teinte
  const carreau = document.createElement('canvas')
  carreau.width = COTE
  carreau.height = COTE
  const c = carreau.getContext('2d')
  if (c === null) return teinte
  c.fillStyle = teinte
  c.fillRect(0, 0, COTE, COTE)
  c.strokeStyle = fond
  c.fillStyle = fond
  c.lineWidth = 1.5
  TRACES[(rang - 1) % TRACES.length]?.(c)
  return contexte.createPattern(carreau, 'repeat') ?? teinte
}

function ligne(c: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  c.beginPath()
  c.moveTo(x1, y1)
  c.lineTo(x2, y2)
  c.stroke()
}

const TRACES: readonly ((c: CanvasRenderingContext2D) => void)[] = [
  (c) => {
    ligne(c, -2, COTE + 2, COTE + 2, -2)
    ligne(c, -2, 2, 2, -2)
    ligne(c, COTE - 2, COTE + 2, COTE + 2, COTE - 2)
  },
  (c) => {
    c.fillRect(2, 2, 3, 3)
  },
  (c) => {
    ligne(c, 0, COTE / 2, COTE, COTE / 2)
  },
  (c) => {
    ligne(c, COTE / 2, 0, COTE / 2, COTE)
  },
  (c) => {
    ligne(c, 0, COTE / 2, COTE, COTE / 2)
    ligne(c, COTE / 2, 0, COTE / 2, COTE)
  },
]
