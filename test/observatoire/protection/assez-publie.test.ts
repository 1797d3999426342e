import { beforeAll, describe, expect, it } from 'vitest'
import type { Savoir } from '../../../core/observatoire/protection/etat.ts'
import type { Cellule, Secret } from '../../../core/observatoire/protection/modele.ts'
import { MENAGES_11 } from '../../../core/observatoire/protection/profils.ts'
import { proteger } from '../../../core/observatoire/protection/proteger.ts'
import { solveur } from './attaque.ts'
import { FORMES, proteges } from './formes.ts'
import { referenceGloutonne } from './reference.ts'
import type { TablesLiees } from './tables.ts'

/** 30 tables of each of 7 shapes; 300 of each were compared by hand (docs/decisions/0010). */
const GRAINES = Array.from({ length: 30 }, (_, i) => i + 1)

let exact: Awaited<ReturnType<typeof solveur>>
beforeAll(async () => {
  exact = await solveur()
})

function publiees(secret: readonly Secret[]): number {
  return secret.filter((s) => s === null).length
}

/** How many more cells the engine publishes than the plain method against these attackers. */
function ecart(tables: TablesLiees, savoirs: readonly Savoir[]): number {
  return publiees(proteges(tables).secret) - publiees(referenceGloutonne(exact, tables, savoirs))
}

describe('assez publié', () => {
  it.each(FORMES)(
    'publishes on every table at least as many cells as the plain method with the same guarantee: %s',
    (_, fabriquer) => {
      const dessous = GRAINES.filter((graine) => ecart(fabriquer(graine), ['zeros', 'regle']) < 0)
      expect(dessous).toEqual([])
    },
    60_000,
  )

  it.each(FORMES)(
    'publishes in all at least as many as the plain method that lets an attacker count on published zeros: %s',
    (_, fabriquer) => {
      const ecarts = GRAINES.slice(0, 20).map((graine) => ecart(fabriquer(graine), ['regle']))
      expect(ecarts.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(0)
      expect(ecarts.filter((e) => e < 0).length).toBeLessThanOrEqual(2)
    },
    60_000,
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
