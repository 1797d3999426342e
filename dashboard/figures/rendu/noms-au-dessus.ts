import type { Chart } from 'chart.js'
import type { DessinCategories } from '../figure.ts'
import { formeDe } from './forme.ts'
import { police, rem, type Palette } from './palette.ts'

/** Under this width, in rem, names stand above their bars: beside them they would be cut, and leave no room. */
const ETROIT = 28

type Toile = Pick<Chart, 'ctx' | 'width' | 'getDatasetMeta'>

/** Whether names are written above their bars at that width, in pixels. */
export function nomsAuDessus(dessin: DessinCategories, largeur: number): boolean {
  return formeDe(dessin) === 'noms' && largeur < rem(ETROIT)
}

/** A name in two lines at most of a width, the last one cut short when it must be. */
function enDeux(ctx: CanvasRenderingContext2D, nom: string, largeur: number): readonly string[] {
  const tient = (texte: string): boolean => ctx.measureText(texte).width <= largeur
  if (tient(nom)) return [nom]
  const mots = nom.split(' ')
  let coupe = mots.length - 1
  while (coupe > 1 && !tient(mots.slice(0, coupe).join(' '))) coupe--
  let reste = mots.slice(coupe).join(' ')
  if (!tient(reste)) {
    while (reste.length > 1 && !tient(`${reste}…`)) reste = reste.slice(0, -1).trimEnd()
    reste = `${reste}…`
  }
  return [mots.slice(0, coupe).join(' '), reste]
}

/** The top of what is drawn in a row: of its highest bar, or of its dot. */
function hautDe(toile: Toile, dessin: DessinCategories, rang: number): number {
  const hauts = dessin.series.flatMap((_, s) => {
    const element = toile.getDatasetMeta(s).data[rang] as { readonly y: number; readonly height?: number } | undefined
    return element === undefined ? [] : [element.y - (element.height ?? rem(0.75)) / 2]
  })
  return Math.min(...hauts)
}

/** Writes each name above its bars, or its dot. */
export function ecrireNoms(toile: Toile, dessin: DessinCategories, p: Palette): void {
  const { ctx, width } = toile
  const { family, size } = police()
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  dessin.categories.forEach(({ nom, repere }, rang) => {
    ctx.font = `${repere === true ? '600' : '400'} ${String(size)}px ${family}`
    ctx.fillStyle = repere === true ? p.encre : p.encre2
    const bas = hautDe(toile, dessin, rang) - 2
    for (const [i, ligne] of enDeux(ctx, nom, width - 4)
      .toReversed()
      .entries()) {
      const y = bas - i * size * 1.15
      ctx.save()
      ctx.fillStyle = p.fond
      ctx.fillRect(0, y - size, ctx.measureText(ligne).width + 4, size)
      ctx.restore()
      ctx.fillText(ligne, 0, y)
    }
  })
}
