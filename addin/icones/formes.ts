import type { Icone } from '../manifeste/catalogue.ts'

type Point = readonly [x: number, y: number]

/** A shape on a grid of 32 × 32. */
export type Forme =
  | {
      readonly genre: 'rectangle'
      readonly x: number
      readonly y: number
      readonly l: number
      readonly h: number
      readonly r: number
      readonly couleur: string
    }
  | { readonly genre: 'rond'; readonly x: number; readonly y: number; readonly r: number; readonly couleur: string }
  | { readonly genre: 'polygone'; readonly points: readonly Point[]; readonly couleur: string }
  | { readonly genre: 'trait'; readonly points: readonly Point[]; readonly epaisseur: number; readonly couleur: string }

/** Reads on white and on the dark ribbon. */
const BLEU = '#1f6cab'
const VERT = '#0f7b6c'
const ORANGE = '#c75000'
const BLANC = '#ffffff'
const PALE = '#d6e4f0'

function rectangle(x: number, y: number, l: number, h: number, couleur: string, r = 0): Forme {
  return { genre: 'rectangle', x, y, l, h, r, couleur }
}
function trait(points: readonly Point[], epaisseur: number, couleur: string): Forme {
  return { genre: 'trait', points, epaisseur, couleur }
}
function rond(x: number, y: number, r: number, couleur: string): Forme {
  return { genre: 'rond', x, y, r, couleur }
}

const FEUILLE: readonly Forme[] = [rectangle(2, 2, 22, 28, BLEU, 1), rectangle(4, 4, 18, 24, BLANC)]

/** Drawn for this product. Edges lie on even numbers, so that they fall on whole pixels at 16. */
export const ICONES: Readonly<Record<Icone, readonly Forme[]>> = {
  attributions: [
    {
      genre: 'polygone',
      points: [
        [16, 0],
        [32, 14],
        [28, 18],
        [28, 32],
        [4, 32],
        [4, 18],
        [0, 14],
      ],
      couleur: BLEU,
    },
    rectangle(8, 14, 16, 4, BLANC),
    rectangle(8, 20, 12, 4, PALE),
    rectangle(8, 26, 8, 4, '#f0a860'),
  ],
  modeles: [
    ...FEUILLE,
    rectangle(4, 4, 18, 4, PALE),
    rectangle(4, 8, 18, 2, BLEU),
    rectangle(4, 16, 18, 2, BLEU),
    rectangle(12, 4, 2, 24, BLEU),
    rond(23, 23, 9, VERT),
    rectangle(22, 18, 2, 10, BLANC),
    rectangle(18, 22, 10, 2, BLANC),
  ],
  colonnes: [
    rectangle(2, 4, 28, 24, BLEU, 2),
    rectangle(4, 6, 6, 20, BLANC),
    rectangle(12, 6, 8, 20, '#f0a860'),
    rectangle(22, 6, 6, 20, BLANC),
    rectangle(4, 10, 6, 2, BLEU),
    rectangle(12, 10, 8, 2, BLEU),
    rectangle(22, 10, 6, 2, BLEU),
  ],
  verifier: [
    ...FEUILLE,
    rectangle(8, 8, 12, 2, BLEU),
    rectangle(8, 14, 8, 2, BLEU),
    trait(
      [
        [11, 22],
        [17, 28],
        [29, 14],
      ],
      5,
      VERT,
    ),
  ],
  coter: [
    rectangle(2, 16, 8, 14, PALE),
    rectangle(12, 4, 8, 26, ORANGE),
    rectangle(22, 20, 8, 10, PALE),
    rectangle(2, 16, 8, 2, BLEU),
    rectangle(22, 20, 8, 2, BLEU),
    rectangle(0, 30, 32, 2, BLEU),
  ],
  expliquer: [
    rectangle(2, 2, 28, 22, BLEU, 4),
    {
      genre: 'polygone',
      points: [
        [8, 22],
        [18, 22],
        [8, 32],
      ],
      couleur: BLEU,
    },
    rectangle(6, 6, 20, 2, BLANC),
    rectangle(6, 12, 20, 2, BLANC),
    rectangle(6, 18, 10, 2, BLANC),
  ],
  objectifs: [rond(16, 16, 15, BLEU), rond(16, 16, 11, BLANC), rond(16, 16, 7, ORANGE), rond(16, 16, 3, BLANC)],
  flux: [
    rectangle(2, 12, 10, 8, BLEU),
    trait(
      [
        [10, 16],
        [18, 6],
        [26, 6],
      ],
      4,
      VERT,
    ),
    trait(
      [
        [10, 16],
        [26, 16],
      ],
      4,
      BLEU,
    ),
    trait(
      [
        [10, 16],
        [18, 26],
        [26, 26],
      ],
      4,
      ORANGE,
    ),
    rond(26, 6, 4, VERT),
    rond(26, 16, 4, BLEU),
    rond(26, 26, 4, ORANGE),
  ],
  // Bars that leave, as a chart that goes out by an arrow.
  publier: [
    rectangle(2, 18, 6, 12, BLEU),
    rectangle(10, 12, 6, 18, BLEU),
    rectangle(18, 22, 6, 8, BLEU),
    trait(
      [
        [22, 12],
        [22, 4],
      ],
      3,
      ORANGE,
    ),
    {
      genre: 'polygone',
      points: [
        [14, 8],
        [22, 0],
        [30, 8],
      ],
      couleur: ORANGE,
    },
  ],
  // Two sliders, each where it was put.
  essayer: [
    rectangle(2, 8, 28, 4, BLEU),
    rectangle(2, 20, 28, 4, BLEU),
    rond(20, 10, 6, VERT),
    rond(20, 10, 2.4, BLANC),
    rond(10, 22, 6, ORANGE),
    rond(10, 22, 2.4, BLANC),
  ],
  aide: [
    rond(16, 16, 15, BLEU),
    trait(
      [
        [11, 12],
        [12, 9],
        [14.5, 7.5],
        [17.5, 7.5],
        [20, 9],
        [21, 12],
        [20, 14.5],
        [17.5, 16.2],
        [16, 18],
        [16, 20],
      ],
      3.6,
      BLANC,
    ),
    rond(16, 25, 2.2, BLANC),
  ],
}
