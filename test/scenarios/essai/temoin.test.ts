import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distribution } from '../../../core/scenarios/essai/distribution.ts'
import { plusGrandsMouvements } from '../../../core/scenarios/essai/extremes.ts'
import { creerTemoin } from '../../../core/scenarios/essai/temoin.ts'
import { comparerPaire } from '../../../core/scenarios/comparer/paire.ts'
import { pairesLots } from '../../../core/scenarios/mesures/recherches.ts'
import { grillesAPortee } from '../../generateurs/grilles.ts'
import { populations } from '../../generateurs/populations.ts'
import { coterPar, demandesDe } from '../outils.ts'
import { LOTS, lotsCodes } from '../robustesse/force-brute.ts'

describe('distribution', () => {
  const centiemes = fc
    .array(fc.integer({ min: -5000, max: 300000 }), { maxLength: 60 })
    .map((t) => Float64Array.from(t))
  it('counts every demande once, in the class that holds its total, in 41 classes at most', () => {
    fc.assert(
      fc.property(centiemes, centiemes, (a, b) => {
        const { debut, largeur, a: deA, b: deB } = distribution(a, b)
        const attendu = (totaux: Float64Array) =>
          [...deA.keys()].map((k) => {
            const bas = debut + k * largeur
            return totaux.filter((t) => t / 100 >= bas && t / 100 < bas + largeur).length
          })
        expect([...deA]).toEqual(attendu(a))
        expect([...deB]).toEqual(attendu(b))
        expect(deA.reduce((s, n) => s + n, 0)).toBe(a.length)
        expect(deB.reduce((s, n) => s + n, 0)).toBe(b.length)
        expect(deA.length).toBeLessThanOrEqual(41)
      }),
    )
  })
  it.each([
    [[0, 3900], 1],
    [[0, 3999], 1],
    [[0, 4000], 2],
    [[-2000, 2000], 2],
    [[0, 20000], 10],
    [[0, 0], 1],
  ])('takes round widths: %j', (totaux, largeur) => {
    expect(distribution(Float64Array.from(totaux), new Float64Array(0)).largeur).toBe(largeur)
  })
  it('has no class without demandes', () => {
    expect(distribution(new Float64Array(0), new Float64Array(0)).a).toHaveLength(0)
  })
})

describe('plusGrandsMouvements', () => {
  it('are the first of all moves sorted', () => {
    const ordres = fc.nat(30).chain((n) => {
      const places = Array.from({ length: n }, (_, k) => k + 1)
      const melange = fc.shuffledSubarray(places, { minLength: n, maxLength: n }).map((p) => Uint32Array.from(p))
      return fc.tuple(melange, melange)
    })
    fc.assert(
      fc.property(ordres, fc.integer({ min: 1, max: 8 }), ([a, b], nombre) => {
        const population = a.map((_, p) => p + 100)
        const gains = [...a].map((place, p) => ({ demande: p + 100, gain: place - (b[p] ?? 0) }))
        const triees = gains.filter(({ gain }) => gain !== 0).sort((x, y) => Math.abs(y.gain) - Math.abs(x.gain))
        expect(plusGrandsMouvements(a, b, population, nombre)).toEqual({
          montees: triees.filter(({ gain }) => gain > 0).slice(0, nombre),
          descentes: triees.filter(({ gain }) => gain < 0).slice(0, nombre),
        })
      }),
    )
  })
})

describe('creerTemoin', () => {
  it('shows what the comparison measures, whatever demandes both score', () => {
    fc.assert(
      fc.property(grillesAPortee(), grillesAPortee(), populations({ max: 30, vides: 0.1 }), ([a], autres, table) => {
        const demandes = demandesDe(table)
        const lots = pairesLots(lotsCodes(demandes, LOTS))
        const enForce = coterPar(demandes, [a]).cotations[0]
        if (enForce === undefined) throw new Error('a grid gives a scoring')
        const temoin = creerTemoin(enForce, demandes, lots)
        for (const autre of autres) {
          const essayee = coterPar(demandes, [autre]).cotations[0] ?? enForce
          const effet = temoin.effet(essayee)
          const paire = comparerPaire({ a: enForce, b: essayee, lots }, demandes)
          expect(effet).toMatchObject({
            demandes: paire.population.length,
            deplacements: paire.deplacements,
            lots: paire.lots,
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})
