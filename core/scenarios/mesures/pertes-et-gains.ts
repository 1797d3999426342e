import { type Ordre, tailleCommune } from './ordre.ts'

/** Demandes of a group that go up, or down, by at least `seuil` places. */
export interface PertesEtGainsAuSeuil {
  readonly seuil: number
  readonly gagnants: number
  readonly perdants: number
}

export interface PertesEtGains {
  /** Demandes of the group. */
  readonly n: number
  /** Mean of the places gained (negative: lost); null for an empty group. */
  readonly gainMoyen: number | null
  readonly seuils: readonly PertesEtGainsAuSeuil[]
}

/** Demandes in no group carry this index, or any index that is not below the number of groups. */
export const SANS_GROUPE = 0xffff

interface Comptes {
  n: number
  somme: number
  gagnants: number[]
  perdants: number[]
}

function compter(comptes: Comptes, gain: number, seuils: readonly number[]): void {
  comptes.n++
  comptes.somme += gain
  const cible = gain > 0 ? comptes.gagnants : comptes.perdants
  const distance = Math.abs(gain)
  for (let s = 0; s < seuils.length; s++) if (distance >= (seuils[s] as number)) cible[s] = (cible[s] as number) + 1
}

function bilan(comptes: Comptes, seuils: readonly number[]): PertesEtGains {
  return {
    n: comptes.n,
    gainMoyen: comptes.n === 0 ? null : comptes.somme / comptes.n,
    seuils: seuils.map((seuil, s) => ({
      seuil,
      gagnants: comptes.gagnants[s] as number,
      perdants: comptes.perdants[s] as number,
    })),
  }
}

/**
 * Winners and losers by group (public, size of household, quartile…), at one or more thresholds of places.
 *
 * @param groupes per demande, the index of its group, or `SANS_GROUPE`
 * @param seuils places, each at least 1
 * @example pertesEtGains([1, 2], [2, 1], Uint16Array.of(0, 0), 1, [1])[0]?.seuils[0] //=> { seuil: 1, gagnants: 1, perdants: 1 }
 */
export function pertesEtGains(
  a: Ordre,
  b: Ordre,
  groupes: Uint16Array,
  nombre: number,
  seuils: readonly number[],
): PertesEtGains[] {
  const total = tailleCommune(a, b)
  tailleCommune(a, groupes)
  const zeros = () => seuils.map(() => 0)
  const parGroupe = Array.from({ length: nombre }, () => ({ n: 0, somme: 0, gagnants: zeros(), perdants: zeros() }))
  for (let i = 0; i < total; i++) {
    const comptes = parGroupe[groupes[i] as number]
    if (comptes !== undefined) compter(comptes, (a[i] as number) - (b[i] as number), seuils)
  }
  return parGroupe.map((comptes) => bilan(comptes, seuils))
}
