import { beforeAll, describe, expect, it } from 'vitest'
import type { Cellule, Secret } from '../../../core/observatoire/protection/modele.ts'
import { MENAGES_11 } from '../../../core/observatoire/protection/profils.ts'
import { proteger } from '../../../core/observatoire/protection/proteger.ts'
import { solveur } from './attaque.ts'
import { FORMES, proteges } from './formes.ts'
import { referenceGloutonne } from './reference.ts'
import type { TablesLiees } from './tables.ts'

/** 30 tables of each of 7 shapes; 510 of each were compared by hand (docs/decisions/0010). */
const GRAINES = Array.from({ length: 30 }, (_, i) => i + 1)
/** Far above what it takes: a busy machine must not fail it. */
const DELAI = 300_000

let exact: Awaited<ReturnType<typeof solveur>>
beforeAll(async () => {
  exact = await solveur()
})

function publiees(secret: readonly Secret[]): number {
  return secret.filter((s) => s === null).length
}

/** Whether the plain method with the same guarantee publishes more; it is stopped once it cannot. */
function dessous(tables: TablesLiees): boolean {
  const { secret } = proteges(tables)
  const plafond = secret.length - publiees(secret)
  return publiees(referenceGloutonne(exact, tables, ['zeros', 'regle'], plafond)) > publiees(secret)
}

/** How many more cells the engine publishes than the plain method that lets an attacker count on published zeros. */
function ecart(tables: TablesLiees): number {
  return publiees(proteges(tables).secret) - publiees(referenceGloutonne(exact, tables, ['regle']))
}

describe('assez publié', () => {
  it.each(FORMES)(
    'publishes on every table at least as many cells as the plain method with the same guarantee: %s',
    (_, fabriquer) => {
      expect(GRAINES.filter((graine) => dessous(fabriquer(graine)))).toEqual([])
    },
    DELAI,
  )

  it.each(FORMES)(
    'publishes in all at least as many as the plain method that lets an attacker count on published zeros: %s',
    (_, fabriquer) => {
      const ecarts = GRAINES.slice(0, 20).map((graine) => ecart(fabriquer(graine)))
      expect(ecarts.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(0)
      expect(ecarts.filter((e) => e < 0).length).toBeLessThanOrEqual(2)
    },
    DELAI,
  )

  it('withholds nothing when nothing is small', () => {
    const cellules: Cellule[] = [
      { id: 'T', valeur: 90 },
      { id: 'a', valeur: 11 },
      { id: 'b', valeur: 79 },
      { id: 'z', valeur: 0 },
    ]
    const { secret } = proteger(cellules, [{ total: 'T', parties: ['a', 'b', 'z'] }], MENAGES_11)
    expect(secret).toEqual([null, null, null, null])
  })
})
