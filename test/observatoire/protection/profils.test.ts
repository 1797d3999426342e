import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refus } from '../../../core/index.ts'
import { lireProfil, MENAGES_11, MENAGES_11_ARRONDI, PROFILS } from '../../../core/observatoire/index.ts'
import { arrondir } from '../../../core/observatoire/protection/arrondi.ts'

describe('profiles', () => {
  it('are asked for by name', () => {
    for (const profil of PROFILS) expect(lireProfil(profil.id)).toBe(profil)
  })
  it('are set by hand over those of households', () => {
    expect(lireProfil('seuil=15, part=0.8')).toMatchObject({
      id: 'perso:seuil=15,part=0.8',
      seuil: 15,
      partMax: 0.8,
      largeur: 14,
      contributeursMin: MENAGES_11.contributeursMin,
    })
    expect(lireProfil('part=1').partMax).toBe(null)
    expect(lireProfil('contributeurs=3,difference=0')).toMatchObject({ contributeursMin: 3, difference: 0 })
  })
  it.each(['', 'inconnu', 'seuil=4', 'seuil=x', 'seuil=', 'part=0.2', 'part=2', 'arrondi=10', 'contributeurs=1.5'])(
    'refuses « %s » and says what is expected',
    (texte) => {
      expect(() => lireProfil(texte)).toThrow(Refus)
      expect(() => lireProfil(texte)).toThrow(/Attendu/)
    },
  )
})

describe('rounding what changed little', () => {
  it('always leaves ten counts possible, the true one among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 3_000 }), fc.integer({ min: -10, max: 10 }), (avant, ecart) => {
        const n = avant + ecart
        fc.pre(n >= 11)
        const arrondi = arrondir(n, avant, MENAGES_11_ARRONDI)
        if (arrondi === undefined) return
        expect(arrondi.haut - arrondi.bas + 1).toBeGreaterThanOrEqual(10)
        expect(arrondi.bas).toBeLessThanOrEqual(n)
        expect(arrondi.haut).toBeGreaterThanOrEqual(n)
        // Every count of the interval, and of the former one, is shown by the same number.
        for (let autre = arrondi.bas; autre <= arrondi.haut; autre++)
          expect(Math.round(autre / 20) * 20).toBe(arrondi.valeur)
      }),
    )
  })
  it('rounds nothing under a profile that does not', () => {
    expect(arrondir(104, 100, MENAGES_11)).toBe(undefined)
  })
})
