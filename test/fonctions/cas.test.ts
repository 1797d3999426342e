import { describe, expect, it } from 'vitest'
import { associerFonctions } from '../../addin/excel/fonctions.ts'
import { CALCULS } from '../../addin/fonctions/calculs.ts'
import { ErreurCellule } from '../../addin/fonctions/erreur-cellule.ts'
import { REFERENCES } from '../../addin/fonctions/references.ts'
import { TRAVAUX } from '../../addin/fonctions/travaux.ts'
import { installer } from '../hote-simule/office.ts'
import { hoteDe } from '../hote-simule/scenario.ts'
import { avecErreurs, CAS, ecart, TOUS } from './cas.ts'

const { fonctions } = installer(globalThis, hoteDe({ feuilles: [{ nom: 'Feuil1', lignes: [[null]] }] }))
associerFonctions(
  Object.entries(TRAVAUX).map(([id, travail]) => ({ id, calculer: (...recus) => travail(REFERENCES, ...recus) })),
)
const { Error: ErreurHote } = (globalThis as unknown as { CustomFunctions: { Error: new (code: string) => Error } })
  .CustomFunctions

/** As Excel calls a function: what it knows of the call comes last. */
function appeler(fonction: string, recus: readonly unknown[]): unknown {
  const appel = { functionName: fonction, address: 'Feuil1!A1' }
  try {
    return lire(fonctions.get(fonction)?.(...(avecErreurs(recus, (code) => new ErreurHote(code)) as unknown[]), appel))
  } catch (erreur) {
    return lire(erreur)
  }
}

const GENRES: Readonly<Record<string, string>> = { '#N/A': 'absent', '#VALUE!': 'valeur' }

function lire(rendu: unknown): unknown {
  if (Array.isArray(rendu)) return rendu.map(lire)
  if (rendu instanceof ErreurHote) {
    return { erreur: GENRES[(rendu as unknown as { code: string }).code], phrase: rendu.message }
  }
  if (rendu instanceof ErreurCellule) return { erreur: rendu.genre, phrase: rendu.message }
  return rendu
}

describe('custom functions, called as Excel calls them', () => {
  it.each(TOUS)('%s (%s)', (_, fonction, recus, attendu) => {
    expect(ecart(appeler(fonction, recus), attendu)).toBeUndefined()
  })
})

describe('the same jobs, as the pane calls them', () => {
  it.each(TOUS)('%s (%s)', (_, fonction, recus, attendu) => {
    const calcul = CALCULS.find(({ id }) => id === fonction)
    expect(ecart(lire(calcul?.calculer(...recus)), attendu)).toBeUndefined()
  })
})

describe('the table of cases', () => {
  it('has a result and an error for each function', () => {
    const erreurs = (attendu: unknown) => JSON.stringify(attendu).includes('"erreur"')
    for (const { id } of CALCULS) {
      const cas = [...CAS.valeurs, ...CAS.cotations, ...CAS.suivis].filter(({ fonction }) => fonction === id)
      expect(
        cas.some(({ attendu }) => !erreurs(attendu)),
        `${id}: a result`,
      ).toBe(true)
      expect(
        cas.some(({ attendu }) => erreurs(attendu)),
        `${id}: an error`,
      ).toBe(true)
    }
  })
})
