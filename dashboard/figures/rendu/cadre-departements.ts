/** A box, as `viewBox` writes it. */
export interface Boite {
  readonly x: number
  readonly y: number
  readonly largeur: number
  readonly hauteur: number
}

type Point = readonly [number, number]

/** Points that a path of relative moves goes through, stretch by stretch: all that these maps are made of. */
function contoursDe(chemin: string): readonly (readonly Point[])[] {
  const contours: Point[][] = []
  let [x, y] = [0, 0]
  for (const [, commande = '', suite = ''] of chemin.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const nombres = (suite.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number)
    const pas = commande.toLowerCase() === 'c' ? 6 : 2
    const absolu = commande === commande.toUpperCase()
    if (commande.toLowerCase() === 'm') contours.push([])
    // A closed stretch ends where it began: the next one moves from there.
    if (commande.toLowerCase() === 'z') [x, y] = contours.at(-1)?.[0] ?? [x, y]
    for (let i = pas - 2; i + 1 < nombres.length; i += pas) {
      const [dx, dy] = [nombres[i] ?? 0, nombres[i + 1] ?? 0]
      ;[x, y] = absolu ? [dx, dy] : [x + dx, y + dy]
      contours.at(-1)?.push([x, y])
    }
  }
  return contours
}

/** The box around some paths, with a margin of a part of its size. */
export function boiteDe(chemins: readonly string[], marge = 0.06): Boite | undefined {
  const points = chemins.flatMap((chemin) => contoursDe(chemin).flat())
  if (points.length === 0) return undefined
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [gauche, haut] = [Math.min(...xs), Math.min(...ys)]
  const [largeur, hauteur] = [Math.max(...xs) - gauche, Math.max(...ys) - haut]
  const bord = marge * Math.max(largeur, hauteur)
  return { x: gauche - bord, y: haut - bord, largeur: largeur + 2 * bord, hauteur: hauteur + 2 * bord }
}

/** Départements in a frame, beyond which their names would hide what they name. */
const NOMMES = 14

/** Where the name and the value of a département are written, and how high their letters are. */
export interface Ecriteau {
  readonly x: number
  readonly y: number
  readonly corps: number
}

/** The middle of what a path encloses: that of its longest stretch, islands apart. */
function milieuDe(chemin: string): Point | undefined {
  const contour = contoursDe(chemin).toSorted((a, b) => b.length - a.length)[0] ?? []
  let [aire, x, y] = [0, 0, 0]
  contour.forEach(([ax, ay], i) => {
    const [bx, by] = contour[(i + 1) % contour.length] ?? [ax, ay]
    const croix = ax * by - bx * ay
    aire += croix
    x += (ax + bx) * croix
    y += (ay + by) * croix
  })
  return aire === 0 ? undefined : [x / (3 * aire), y / (3 * aire)]
}

/**
 * Where to write on each of a few paths; nothing when they are many.
 *
 * @param boite the frame in which they are seen
 */
export function ecriteauxDe(chemins: readonly string[], boite: Boite | undefined): readonly (Ecriteau | undefined)[] {
  if (boite === undefined || chemins.length > NOMMES) return chemins.map(() => undefined)
  const corps = Math.max(boite.largeur, boite.hauteur) / 34
  return chemins.map((chemin) => {
    const milieu = milieuDe(chemin)
    return milieu && { x: milieu[0], y: milieu[1], corps }
  })
}
