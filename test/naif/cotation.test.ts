import { describe, expect, it } from 'vitest'
import tables from '../cas/cotation.json'
import { lireDemande, seuilsDe } from './cas.ts'
import type { CellulesParChamp } from './cas.ts'
import { preparer } from './additionner.ts'
import { contexteDe, coter } from './coter.ts'
import type { CotationNaive } from './coter.ts'
import type { GrilleJson } from './grille.ts'
import { jourIso } from './jours.ts'

interface CasCotation {
  readonly nom: string
  readonly jour: string
  readonly base: string
  readonly demande: CellulesParChamp
  readonly grille: string
  /** Only what the case proves. */
  readonly attendu: {
    readonly total?: number
    readonly total_min?: number | null
    readonly total_max?: number | null
    readonly complete?: boolean
    readonly manque?: readonly string[]
    readonly lignes?: Readonly<Record<string, { readonly etat: string; readonly points?: number }>>
    readonly ajustements?: readonly { readonly famille: string | null; readonly points: number }[]
  }
}

const bases: Readonly<Record<string, CellulesParChamp>> = tables.bases
const grilles = tables.grilles as unknown as Readonly<Record<string, GrilleJson>>
const cas = tables.cas as unknown as readonly CasCotation[]
const seuils = seuilsDe(tables.seuils.lignes)

function coterLeCas({ base, demande, jour, grille }: CasCotation): CotationNaive {
  const choisie = grilles[grille]
  if (choisie === undefined) throw new Error(`no grid ${grille}`)
  const lue = lireDemande({ ...bases[base], ...demande }, jour)
  return coter(lue, preparer(choisie), contexteDe(choisie, { jour: jourIso(jour), seuils }))
}

function enSortie({ totalMin, totalMax, manque, lignes, ...cotation }: CotationNaive) {
  return {
    ...cotation,
    total_min: totalMin,
    total_max: totalMax,
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
