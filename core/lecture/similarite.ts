import { cleTexte } from '../socle/texte.ts'

function bigrammes(cle: string): string[] {
  return Array.from({ length: Math.max(0, cle.length - 1) }, (_, i) => cle.slice(i, i + 2))
}

/**
 * How alike two headers are, from 0 to 1: Dice's coefficient on the pairs of letters that they share.
 *
 * @example similarite('Date dépôt demande', 'Date de dépôt de la demande') //=> 0.8333333333333334
 */
export function similarite(a: string, b: string): number {
  const paires = bigrammes(cleTexte(a))
  const restantes = bigrammes(cleTexte(b))
  const total = paires.length + restantes.length
  let communes = 0
  for (const paire of paires) {
    const i = restantes.indexOf(paire)
    if (i < 0) continue
    restantes.splice(i, 1)
    communes++
  }
  return total === 0 ? 0 : (2 * communes) / total
}
