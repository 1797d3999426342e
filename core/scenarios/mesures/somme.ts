/**
 * A sum of doubles that keeps what each addition rounds off (Neumaier): same terms in the same order, same last bit.
 *
 * @example const s = new Somme(); s.ajouter(1); s.ajouter(1e100); s.ajouter(1); s.ajouter(-1e100); s.valeur //=> 2
 */
export class Somme {
  private total = 0
  private reste = 0

  ajouter(terme: number): void {
    const suite = this.total + terme
    this.reste += Math.abs(this.total) >= Math.abs(terme) ? this.total - suite + terme : terme - suite + this.total
    this.total = suite
  }

  get valeur(): number {
    return this.total + this.reste
  }
}

/** The compensated sum of a column. @example somme([0.1, 0.2]) //=> 0.30000000000000004 */
export function somme(termes: Iterable<number>): number {
  const total = new Somme()
  for (const terme of termes) total.ajouter(terme)
  return total.valeur
}
