import { describe, expect, it } from 'vitest'
import { cotationsEcrites } from '../../core/cotation/resultat.ts'
import type { CotationEcrite } from '../../core/cotation/resultat.ts'
import tables from '../cas/cotation.json'
import type { CellulesParChamp } from '../outils/coter-cellules.ts'
import { coterLues, lireCellules } from '../outils/coter-cellules.ts'

interface CasCotation {
  readonly nom: string
  readonly jour: string
  readonly base: string
  readonly demande: CellulesParChamp
  readonly grille: string
  /** Only what the case proves. */
  readonly attendu: Readonly<Record<string, unknown>>
}

const bases: Readonly<Record<string, CellulesParChamp>> = tables.bases
const grilles: Readonly<Record<string, unknown>> = tables.grilles
const cas = tables.cas as unknown as readonly CasCotation[]

function coterLeCas({ base, demande, jour, grille }: CasCotation): CotationEcrite {
  const lues = lireCellules([{ ...bases[base], ...demande }], { jour })
  const [cotation] = cotationsEcrites(coterLues(lues, [grilles[grille]], jour, tables.seuils.lignes))
  if (cotation === undefined) throw new Error(JSON.stringify(lues.anomalies))
  return cotation
}

function enSortie({ manque, lignes, ...cotation }: CotationEcrite) {
  return {
    ...cotation,
    manque: [...manque].sort(),
    lignes: Object.fromEntries(lignes.map(({ critere, ...ligne }) => [critere, ligne])),
  }
}

describe('scores, both sides of each threshold', () => {
  it.each(cas)('$nom', (un) => {
    expect(enSortie(coterLeCas(un))).toMatchObject(un.attendu)
  })
  it.each(cas)('$nom : lines and adjustments add up to the total', (un) => {
    const { total, lignes, ajustements } = coterLeCas(un)
    const centiemes = [...lignes, ...ajustements].reduce((somme, { points }) => somme + Math.round(points * 100), 0)
    expect(centiemes).toBe(Math.round(total * 100))
  })
})
