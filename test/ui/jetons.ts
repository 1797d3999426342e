import { readFileSync } from 'node:fs'

export type ThemeMesure = 'clair' | 'sombre'
export type Couleur = readonly [rouge: number, vert: number, bleu: number]

const CSS = readFileSync(new URL('../../ui/jetons.css', import.meta.url), 'utf8')

/** Red, green and blue from 0 to 1. */
export function lireHex(hex: string): Couleur {
  const [r = 0, v = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
  return [r, v, b]
}

/** A colour token as written in `ui/jetons.css`. */
export function jeton(nom: string, theme: ThemeMesure): string {
  const ecrit = new RegExp(`--${nom}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(CSS)
  const hex = ecrit?.[theme === 'clair' ? 1 : 2]
  if (hex === undefined) throw new Error(`no colour token ${nom}`)
  return hex
}

const lineaire = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)

function luminance(couleur: Couleur): number {
  const [r, v, b] = couleur.map(lineaire) as unknown as Couleur
  return 0.2126 * r + 0.7152 * v + 0.0722 * b
}

/** Contrast ratio of WCAG 2.2. @example contraste(lireHex('#000000'), lireHex('#ffffff')) //=> 21 */
export function contraste(a: Couleur, b: Couleur): number {
  const [claire, foncee] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (claire + 0.05) / (foncee + 0.05)
}

/** Machado, Oliveira and Fernandes (2009), severity 1: how each colour vision sees linear red, green, blue. */
export const VISIONS = {
  ordinaire: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopie: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopie: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopie: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

export type Vision = keyof typeof VISIONS

function vue(couleur: Couleur, vision: Vision): Couleur {
  const [r, v, b] = couleur.map(lineaire) as unknown as Couleur
  const m = VISIONS[vision]
  const ligne = (i: number): number => Math.max(0, (m[i] ?? 0) * r + (m[i + 1] ?? 0) * v + (m[i + 2] ?? 0) * b)
  return [ligne(0), ligne(3), ligne(6)]
}

/** Linear colour to OKLab (Ottosson, 2020), where equal distances look equally different. */
function oklab([r, v, b]: Couleur): Couleur {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * v + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * v + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * v + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Distance in OKLab as a colour vision sees it: 0.02 is just seen side by side. */
export function ecart(a: Couleur, b: Couleur, vision: Vision): number {
  const [p, q] = [oklab(vue(a, vision)), oklab(vue(b, vision))]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}
