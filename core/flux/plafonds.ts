import type { CodePlafondFlux } from '../baremes/index.ts'
import { PLAFONDS_FLUX } from '../baremes/index.ts'
import type { Fraction } from '../socle/fraction.ts'
import { entreeAu } from '../socle/parametre.ts'

/** A legal ceiling of the State's reservations, against what the agreements give it. Ratios 0–1. */
export interface Plafond {
  readonly code: CodePlafondFlux
  readonly taux: number
  readonly plafond: number
  readonly respecte: boolean
}

/** Holders under each ceiling: the agents' one is part of the State's. */
const TENUS: Readonly<Record<CodePlafondFlux, readonly string[]>> = {
  contingent_etat: ['PPRIOR', 'PFONCT'],
  contingent_agents: ['PFONCT'],
}

interface Part {
  readonly reservataire: string
  readonly taux: Fraction
}

function sommer(parts: readonly Part[]): Fraction {
  const denominateur = Math.max(1, ...parts.map(({ taux }) => taux.denominateur))
  const numerateur = parts.reduce((t, { taux }) => t + taux.numerateur * (denominateur / taux.denominateur), 0)
  return { numerateur, denominateur }
}

/**
 * The ceilings in force on 31 December of a year, against the shares agreed.
 *
 * Source: CCH art. R. 441-5 and following.
 */
export function plafondsDe(parts: readonly Part[], annee: number): readonly Plafond[] {
  return (Object.keys(TENUS) as CodePlafondFlux[]).flatMap((code) => {
    const plafond = entreeAu(PLAFONDS_FLUX[code], `${String(annee)}-12-31`)?.valeur
    if (plafond === undefined) return []
    const tenus = parts.filter(({ reservataire }) => TENUS[code].includes(reservataire.split('/')[0] ?? ''))
    const taux = sommer(tenus)
    return [
      {
        code,
        taux: taux.numerateur / taux.denominateur,
        plafond: plafond.numerateur / plafond.denominateur,
        respecte: taux.numerateur * plafond.denominateur <= plafond.numerateur * taux.denominateur,
      },
    ]
  })
}
