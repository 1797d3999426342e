/** A box, as `viewBox` writes it. */
export interface Boite {
  readonly x: number
  readonly y: number
  readonly largeur: number
  readonly hauteur: number
}

/** Points that a path of relative moves goes through: all that these maps are made of. */
function pointsDe(chemin: string): readonly (readonly [number, number])[] {
  const points: [number, number][] = []
  let [x, y] = [0, 0]
  for (const [, commande = '', suite = ''] of chemin.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const nombres = (suite.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number)
    const pas = commande.toLowerCase() === 'c' ? 6 : 2
    const absolu = commande === commande.toUpperCase()
    for (let i = pas - 2; i + 1 < nombres.length; i += pas) {
      const [dx, dy] = [nombres[i] ?? 0, nombres[i + 1] ?? 0]
      ;[x, y] = absolu ? [dx, dy] : [x + dx, y + dy]
      points.push([x, y])
    }
  }
  return points
}

/** The box around some paths, with a margin of a part of its size. */
export function boiteDe(chemins: readonly string[], marge = 0.06): Boite | undefined {
  const points = chemins.flatMap(pointsDe)
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [gauche, haut] = [Math.min(...xs), Math.min(...ys)]
  const [largeur, hauteur] = [Math.max(...xs) - gauche, Math.max(...ys) - haut]
  const bord = marge * Math.max(largeur, hauteur)
  return { x: gauche - bord, y: haut - bord, largeur: largeur + 2 * bord, hauteur: hauteur + 2 * bord }
}
