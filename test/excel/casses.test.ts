import { describe, expect, it } from 'vitest'
import { adaptateurCasse } from './casser.ts'
import { CASSES } from './casses.ts'
import { PREUVES } from './preuves.ts'

describe('deliberate breakages of the adapter', () => {
  it('are at least twelve, on the files that matter', () => {
    expect(CASSES.length).toBeGreaterThanOrEqual(12)
    expect(new Set(CASSES.map((c) => c.fichier)).size).toBeGreaterThanOrEqual(6)
  })

  it('leave the proofs green when nothing is broken', async () => {
    const intact = await adaptateurCasse({
      nom: 'nothing',
      fichier: 'cellule.ts',
      de: "if (valeur === null) return ''",
      par: "if (valeur === null) return ''",
      preuve: 'reads dates of both systems',
    })
    for (const preuve of new Set(CASSES.map((c) => c.preuve))) await PREUVES[preuve](intact)
  })

  it.each(CASSES.map((casse) => [casse.nom, casse] as const))('%s', async (_, casse) => {
    const casseOuvrir = await adaptateurCasse(casse)
    await expect(PREUVES[casse.preuve](casseOuvrir)).rejects.toThrow()
  })
})
