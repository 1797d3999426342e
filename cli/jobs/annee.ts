import type { Arguments, OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'

export const OPTION_ANNEE = {
  annee: { arite: 'une', valeur: 'ANNÉE', aide: 'année comptée, par exemple 2025' },
} as const satisfies OptionsJob

/** @throws MauvaisUsage when the year is missing or is not one */
export function anneeDemandee(options: Arguments): number {
  const texte = options.valeur('annee')
  if (texte === undefined) throw new MauvaisUsage('Indiquez l’année : --annee ANNÉE.')
  if (!/^(?:19|20)\d{2}$/.test(texte)) throw new MauvaisUsage(`--annee attend une année ; « ${texte} » a été lu.`)
  return Number(texte)
}
