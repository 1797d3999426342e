import { enPoints } from '../../cotation/centiemes.ts'
import { CANDIDATS_PAR_LOT, PERSONNE } from '../mesures/candidats.ts'
import type { Banc } from './banc.ts'
import { BASSINS_PAR_PAIRE } from './bassins.ts'

/** A demande at the edge of a list of three. */
export interface DemandeEnBordure {
  /** Index in the table. */
  readonly demande: number
  /** Among the three of at least one of the dwellings where it is at the edge. */
  readonly dedans: boolean
  /** Dwellings at the edge of which it is. */
  readonly lots: number
  /** Least number of points between it and the other side of the edge; 0: only tie-breaks decide. */
  readonly marge: number
}

/** Per demande, what was found so far. */
class Releve {
  readonly #parPlace = new Map<number, { dedans: boolean; lots: number; marge: number }>()

  noter(place: number, dedans: boolean, lots: number, marge: number): void {
    const connue = this.#parPlace.get(place) ?? { dedans: false, lots: 0, marge: Infinity }
    connue.dedans ||= dedans
    connue.lots += lots
    connue.marge = Math.min(connue.marge, marge)
    this.#parPlace.set(place, connue)
  }

  rendre({ demandes }: Banc): readonly DemandeEnBordure[] {
    return [...this.#parPlace]
      .sort(([a, { marge: deA }], [b, { marge: deB }]) => deA - deB || a - b)
      .map(([place, { dedans, lots, marge }]) => ({
        demande: demandes[place] ?? 0,
        dedans,
        lots,
        marge: enPoints(marge),
      }))
  }
}

/** The seekers of a pair who are not among its three and have at least so many points; pools are in order of place. */
function suivants(banc: Banc, paire: number, trois: Int32Array, minimum: number): readonly number[] {
  const { debuts, membres, parPaire } = banc.bassins
  const liste: number[] = []
  for (let b = 0; b < BASSINS_PAR_PAIRE; b++) {
    const bassin = parPaire[BASSINS_PAR_PAIRE * paire + b] ?? 0
    for (let k = debuts[bassin] ?? 0; k < (debuts[bassin + 1] ?? 0); k++) {
      const place = membres[k] ?? 0
      if ((banc.totaux[place] ?? 0) < minimum) break
      if (!trois.includes(place)) liste.push(place)
    }
  }
  return liste
}

/** The best placed of the seekers who are not among the three. */
function quatrieme(banc: Banc, paire: number, trois: Int32Array): number {
  const { debuts, membres, parPaire } = banc.bassins
  let meilleur = Infinity
  for (let b = 0; b < BASSINS_PAR_PAIRE; b++) {
    const bassin = parPaire[BASSINS_PAR_PAIRE * paire + b] ?? 0
    const exclus = membres
      .subarray(debuts[bassin], Math.min((debuts[bassin] ?? 0) + CANDIDATS_PAR_LOT + 1, debuts[bassin + 1] ?? 0))
      .find((place) => !trois.includes(place))
    if (exclus !== undefined && exclus < meilleur) meilleur = exclus
  }
  return meilleur
}

/**
 * The demandes at the edge of a list: among the three but no more than `ecart` points above the fourth, or out of them but
 * no more than `ecart` points under the third. Closest to the edge first. Dwellings that three demandes or fewer seek have
 * no edge.
 *
 * @param ecart points; 1 unless given
 * @example demandesEnBordure(banc)[0] //=> { demande: 708, dedans: true, lots: 1, marge: 0 }
 */
export function demandesEnBordure(banc: Banc, ecart = 1): readonly DemandeEnBordure[] {
  const releve = new Releve()
  const largeur = Math.round(ecart * 100)
  const total = (place: number): number => banc.totaux[place] ?? 0
  for (let paire = 0; paire < banc.lots.nombre; paire++) {
    const trois = banc.trois.subarray(CANDIDATS_PAR_LOT * paire, CANDIDATS_PAR_LOT * (paire + 1))
    const exclu = trois.includes(PERSONNE) ? Infinity : quatrieme(banc, paire, trois)
    if (exclu === Infinity) continue
    const lots = banc.effectifs[paire] ?? 0
    const troisieme = total(trois[CANDIDATS_PAR_LOT - 1] ?? 0)
    for (const place of trois) {
      const marge = total(place) - total(exclu)
      if (marge <= largeur) releve.noter(place, true, lots, marge)
    }
    for (const place of suivants(banc, paire, trois, troisieme - largeur)) {
      releve.noter(place, false, lots, troisieme - total(place))
    }
  }
  return releve.rendre(banc)
}
