/** A figure measured, beside the budget that it must keep. */
export interface Mesure {
  readonly nom: string
  readonly valeur: number
  readonly unite: 'ms' | 's' | 'Mo' | 'fois'
  readonly budget?: number
  /** A ratio must reach its budget; everything else must stay under it. */
  readonly auMoins?: boolean
}

/** Median time of several runs, in milliseconds, after one run that warms up. */
export function median(repetitions: number, faire: () => unknown): number {
  faire()
  const temps = Array.from({ length: repetitions }, () => {
    const debut = performance.now()
    faire()
    return performance.now() - debut
  }).sort((a, b) => a - b)
  return temps[Math.floor(repetitions / 2)] ?? 0
}

export function tenue({ valeur, budget, auMoins = false }: Mesure): boolean {
  return budget === undefined || (auMoins ? valeur >= budget : valeur <= budget)
}

export function direMesure(mesure: Mesure): string {
  const { nom, valeur, unite, budget, auMoins = false } = mesure
  const limite = budget === undefined ? '' : `${auMoins ? '≥' : '≤'} ${String(budget)} ${unite}`
  const verdict = budget === undefined ? '' : tenue(mesure) ? 'tenu' : 'DÉPASSÉ'
  return `${nom.padEnd(64)} ${valeur.toFixed(valeur < 100 ? 1 : 0).padStart(8)} ${unite.padEnd(4)} ${limite.padEnd(12)} ${verdict}`
}
