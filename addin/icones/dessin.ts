import { deflateSync } from 'node:zlib'
import type { Forme } from './formes.ts'

/** Samples a side of a pixel: 64 give smooth edges at every size. */
const FINESSE = 8
const GRILLE = 32

/** @returns the drawing as an SVG document */
export function svg(formes: readonly Forme[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\n${formes.map((f) => `  ${element(f)}\n`).join('')}</svg>\n`
}

function element(f: Forme): string {
  if (f.genre === 'rectangle') {
    return `<rect x="${String(f.x)}" y="${String(f.y)}" width="${String(f.l)}" height="${String(f.h)}" rx="${String(f.r)}" fill="${f.couleur}"/>`
  }
  if (f.genre === 'rond')
    return `<circle cx="${String(f.x)}" cy="${String(f.y)}" r="${String(f.r)}" fill="${f.couleur}"/>`
  const points = f.points.map((p) => p.join(',')).join(' ')
  if (f.genre === 'polygone') return `<polygon points="${points}" fill="${f.couleur}"/>`
  return `<polyline points="${points}" fill="none" stroke="${f.couleur}" stroke-width="${String(f.epaisseur)}" stroke-linecap="round" stroke-linejoin="round"/>`
}

function dansPolygone(points: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let dedans = false
  points.forEach(([xa, ya], i) => {
    const [xb, yb] = points[(i + points.length - 1) % points.length] ?? [xa, ya]
    if (ya > y !== yb > y && x < ((xb - xa) * (y - ya)) / (yb - ya) + xa) dedans = !dedans
  })
  return dedans
}

function distanceSegment(
  x: number,
  y: number,
  [xa, ya]: readonly [number, number],
  [xb, yb]: readonly [number, number],
) {
  const [dx, dy] = [xb - xa, yb - ya]
  const longueur = dx * dx + dy * dy
  const t = longueur === 0 ? 0 : Math.max(0, Math.min(1, ((x - xa) * dx + (y - ya) * dy) / longueur))
  return Math.hypot(x - xa - t * dx, y - ya - t * dy)
}

/** True when the point is inside the shape. */
export function contient(f: Forme, x: number, y: number): boolean {
  if (f.genre === 'rond') return Math.hypot(x - f.x, y - f.y) <= f.r
  if (f.genre === 'polygone') return dansPolygone(f.points, x, y)
  if (f.genre === 'rectangle') {
    const dx = Math.max(f.x + f.r - x, x - (f.x + f.l - f.r), 0)
    const dy = Math.max(f.y + f.r - y, y - (f.y + f.h - f.r), 0)
    return f.r === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= f.r
  }
  return f.points.some((p, i) => i > 0 && distanceSegment(x, y, f.points[i - 1] ?? p, p) <= f.epaisseur / 2)
}

function canaux(couleur: string): readonly [number, number, number] {
  const n = Number.parseInt(couleur.slice(1), 16)
  return [n >> 16, (n >> 8) & 255, n & 255]
}

/** One pixel, red green blue alpha: the mean of its samples, transparent where no shape is. */
function pixel(formes: readonly Forme[], colonne: number, ligne: number, pas: number): number[] {
  const somme = [0, 0, 0]
  let pleins = 0
  for (let i = 0; i < FINESSE * FINESSE; i++) {
    const x = (colonne + ((i % FINESSE) + 0.5) / FINESSE) * pas
    const y = (ligne + (Math.floor(i / FINESSE) + 0.5) / FINESSE) * pas
    const dessus = formes.findLast((f) => contient(f, x, y))
    if (dessus === undefined) continue
    pleins++
    canaux(dessus.couleur).forEach((v, k) => (somme[k] = (somme[k] ?? 0) + v))
  }
  const moyenne = somme.map((v) => (pleins === 0 ? 0 : Math.round(v / pleins)))
  return [...moyenne, Math.round((255 * pleins) / (FINESSE * FINESSE))]
}

function crc(octets: Uint8Array): number {
  let c = 0xffffffff
  for (const octet of octets) {
    c ^= octet
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return (c ^ 0xffffffff) >>> 0
}

function morceau(type: string, donnees: Uint8Array): Buffer {
  const corps = Buffer.concat([Buffer.from(type, 'latin1'), donnees])
  const tete = Buffer.alloc(4)
  const queue = Buffer.alloc(4)
  tete.writeUInt32BE(donnees.length)
  queue.writeUInt32BE(crc(corps))
  return Buffer.concat([tete, corps, queue])
}

/** The drawing as a PNG of `cote` × `cote` pixels, with transparency. */
export function png(formes: readonly Forme[], cote: number): Buffer {
  const pas = GRILLE / cote
  const lignes = Array.from({ length: cote }, (_, l) => [
    0,
    ...Array.from({ length: cote }, (__, c) => pixel(formes, c, l, pas)).flat(),
  ])
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(cote, 0)
  entete.writeUInt32BE(cote, 4)
  entete.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    morceau('IHDR', entete),
    morceau('IDAT', deflateSync(Buffer.from(lignes.flat()), { level: 9 })),
    morceau('IEND', new Uint8Array()),
  ])
}
