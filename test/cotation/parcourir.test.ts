import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parcourir, suivante } from '../../core/cotation/parcourir.ts'
import { ECARTE, INCERTAIN, NON_JUSTIFIE, RETENU } from '../../core/cotation/regles/regle.ts'

const ETATS = fc.array(fc.constantFrom(ECARTE, RETENU, INCERTAIN, NON_JUSTIFIE), { maxLength: 40 })

test('finds the rows in a state that indexOf finds, wherever it begins', () => {
  fc.assert(
    fc.property(ETATS, fc.constantFrom(RETENU, INCERTAIN, NON_JUSTIFIE), fc.nat(45), (liste, etat, debut) => {
      const etats = Uint8Array.from(liste)
      const attendue = etats.indexOf(etat, debut)
      expect(suivante(parcourir(etats), etat, debut)).toBe(attendue < 0 ? etats.length : attendue)
    }),
    { numRuns: 2000 },
  )
})
