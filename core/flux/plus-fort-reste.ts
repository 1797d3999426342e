import type { Fraction } from '../socle/fraction.ts'

/** A share as whole parts of `echelle`. */
function partsDe(taux: readonly Fraction[]): { readonly parts: readonly number[]; readonly echelle: number } {
  const echelle = Math.max(1, ...taux.map(({ denominateur }) => denominateur))
  return { parts: taux.map(({ numerateur, denominateur }) => numerateur * (echelle / denominateur)), echelle }
}

/** Shares in the same whole parts, with what is left of the whole; undefined when they exceed it. Denominators are powers of ten. */
export function completerParts(
  taux: readonly Fraction[],
): { readonly parts: readonly number[]; readonly reste: number; readonly echelle: number } | undefined {
  const { parts, echelle } = partsDe(taux)
  const reste = echelle - parts.reduce((a, b) => a + b, 0)
  return reste < 0 ? undefined : { parts, reste, echelle }
}

/**
 * Shares a whole number out in proportion to whole parts by the largest remainder: the sum is exact. Equal remainders go
 * to the larger part, then to the first in the list.
 *
 * @example plusFortReste(10, [1, 1, 1]) //=> [4, 3, 3]
 */
export function plusFortReste(total: number, parts: readonly number[]): readonly number[] {
  const somme = parts.reduce((a, b) => a + b, 0)
  if (somme === 0) return parts.map(() => 0)
  const nombres = parts.map((part) => Math.floor((total * part) / somme))
  const restes = parts.map((part) => (total * part) % somme)
  const aDonner = total - nombres.reduce((a, b) => a + b, 0)
  const rangs = parts.map((_, rang) => rang)
  rangs.sort((a, b) => (restes[b] ?? 0) - (restes[a] ?? 0) || (parts[b] ?? 0) - (parts[a] ?? 0) || a - b)
  for (const rang of rangs.slice(0, aDonner)) nombres[rang] = (nombres[rang] ?? 0) + 1
  return nombres
}
