import type { VideVu } from '../travail/contrat.ts'

/** @example direVide('non') //=> '«\u202fnon\u202f»' */
export function direVide(sens: VideVu['sens']): string {
  return sens === '0' ? '0' : `«\u202f${sens}\u202f»`
}
