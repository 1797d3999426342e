import type { Suites } from './rapprocher.ts'

/** The demandes that a commission put at one rank. */
export interface RangCommission {
  /** 1, 2, 3; 4 stands for the fourth and beyond. */
  readonly rang: number
  readonly passages: number
  readonly obtenues: number
}

/** Pairs of candidates of the same dwelling and day to whom the commission gave different ranks. */
export interface ConcordanceCal {
  readonly paires: number
  /** Pairs that the commission ranked as the grid does. */
  readonly concordantes: number
  /** Null without pairs. */
  readonly part: number | null
}

const DERNIER_RANG = 4

/** Ranks given by commissions, and how they ended. */
export function rangsCommission({ passages }: Suites): readonly RangCommission[] {
  return Array.from({ length: DERNIER_RANG }, (_, k) => {
    const rang = k + 1
    const siens = passages.filter(({ attribution: { rangCal } }) =>
      rangCal === undefined ? false : Math.min(rangCal, DERNIER_RANG) === rang,
    )
    return {
      rang,
      passages: siens.length,
      obtenues: siens.filter(({ attribution }) => attribution.obtenue).length,
    }
  })
}

interface Candidat {
  readonly place: number
  readonly rangCal: number
}

function parCommission({ passages, ordre }: Suites): readonly (readonly Candidat[])[] {
  const commissions = new Map<string, Candidat[]>()
  for (const { p, attribution } of passages) {
    const { logement, rangCal, decisionLe } = attribution
    if (logement === undefined || rangCal === undefined) continue
    const cle = `${logement}\n${String(decisionLe ?? '')}`
    const candidats = commissions.get(cle) ?? []
    candidats.push({ place: ordre[p] ?? 0, rangCal })
    commissions.set(cle, candidats)
  }
  return [...commissions.values()]
}

/** How often commissions follow the order of the grid among the candidates of one dwelling. */
export function concordanceCal(suites: Suites): ConcordanceCal {
  let paires = 0
  let concordantes = 0
  for (const candidats of parCommission(suites)) {
    candidats.forEach((a, k) => {
      for (const b of candidats.slice(k + 1)) {
        if (a.rangCal === b.rangCal || a.place === b.place) continue
        paires++
        if (a.rangCal < b.rangCal === a.place < b.place) concordantes++
      }
    })
  }
  return { paires, concordantes, part: paires === 0 ? null : concordantes / paires }
}
