/**
 * Running sums over ranks 0 to `taille` − 1, each read or changed in O(log taille) steps (Fenwick tree). Whole numbers
 * stay exact up to 2^53.
 *
 * @example const arbre = new ArbreCumuls(3); arbre.ajouter(1, 5); arbre.cumul(0) //=> 0
 */
export class ArbreCumuls {
  private readonly noeuds: Float64Array

  constructor(taille: number) {
    this.noeuds = new Float64Array(taille + 1)
  }

  /** Adds `quantite` at a rank. */
  ajouter(rang: number, quantite: number): void {
    const noeuds = this.noeuds
    for (let k = rang + 1; k < noeuds.length; k += k & -k) noeuds[k] = (noeuds[k] as number) + quantite
  }

  /** The sum of what was added at ranks 0 to `rang`, included. */
  cumul(rang: number): number {
    let total = 0
    for (let k = rang + 1; k > 0; k -= k & -k) total += this.noeuds[k] as number
    return total
  }
}
