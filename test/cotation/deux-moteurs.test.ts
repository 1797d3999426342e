import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coter } from '../../core/cotation/coter.ts'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import type { CotationEcrite } from '../../core/cotation/resultat.ts'
import { cotationsEcrites } from '../../core/cotation/resultat.ts'
import { creerTableSeuils } from '../../core/baremes/index.ts'
import { SEUILS } from '../generateurs/champs.ts'
import { grillesAPortee, socleEtSurcouche } from '../generateurs/grilles.ts'
import type { Population } from '../generateurs/populations.ts'
import { populations } from '../generateurs/populations.ts'
import { seuilsDe } from '../naif/cas.ts'
import type { CotationClassee } from '../naif/classer.ts'
import { coterTous } from '../naif/classer.ts'
import { heriter } from '../naif/grille.ts'
import type { GrilleJson } from '../naif/grille.ts'
import { jourIso } from '../naif/jours.ts'
import { lireTable as lireNaif } from '../naif/lire.ts'
import { jourDe, lireTable } from '../outils/coter-cellules.ts'

const SEUILS_NAIFS = seuilsDe(SEUILS)

/** What both implementations must agree on, word for word. */
interface Accord {
  readonly numero: string
  readonly grille: string
  readonly total: number
  readonly bornes: readonly (number | null)[]
  readonly rang: number
  readonly ordre: number
  readonly complete: boolean
  readonly lignes: readonly (readonly [string, string, number])[]
  readonly ajustements: readonly (readonly [string | null, number])[]
}

function deCore(ecrite: CotationEcrite): Accord {
  const { numero_unique, grille, total, total_min, total_max, rang, ordre, complete, lignes, ajustements } = ecrite
  return {
    numero: numero_unique,
    grille,
    total,
    bornes: [total_min, total_max],
    rang,
    ordre,
    complete,
    lignes: lignes.map(({ critere, etat, points }) => [critere, etat, points]),
    ajustements: ajustements.map(({ famille, points }) => [famille, points]),
  }
}

function deNaif({
  numero,
  grille,
  total,
  totalMin,
  totalMax,
  rang,
  ordre,
  complete,
  lignes,
  ajustements,
}: CotationClassee): Accord {
  return {
    numero,
    grille,
    total,
    bornes: [totalMin, totalMax],
    rang,
    ordre,
    complete,
    lignes: lignes.map(({ critere, etat, points }) => [critere, etat, points]),
    ajustements: ajustements.map(({ famille, points }) => [famille, points]),
  }
}

function coterCore({ entetes, lignes, ...options }: Population, grilles: readonly unknown[], charger?: () => unknown) {
  const cellules = lignes.map((ligne) => ligne.map((cellule) => cellule ?? null))
  const demandes = lireTable(entetes, cellules, options)
  const cotations = coter(
    demandes,
    grilles.map((grille) => lireGrille(grille, charger)),
    {
      jour: jourDe(options.jour),
      seuils: creerTableSeuils(SEUILS, []),
    },
  )
  return { demandes, ecrites: [...cotationsEcrites(cotations)] }
}

function coterNaif({ entetes, lignes, jour, videNon, sansDefauts }: Population, grilles: readonly GrilleJson[]) {
  const options = { jour: jourIso(jour), seuils: SEUILS_NAIFS }
  const lue = lireNaif({ entetes, lignes }, { ...options, videNon, defauts: !sansDefauts })
  return { lue, cotees: coterTous(lue.demandes, grilles, options).cotations }
}

function comparer(population: Population, grilles: readonly GrilleJson[]): void {
  const core = coterCore(population, grilles)
  const naif = coterNaif(population, grilles)
  expect(core.ecrites.map(deCore)).toEqual(naif.cotees.map(deNaif))
  for (const [rang, { manque, complete }] of core.ecrites.entries()) {
    expect(manque.length > 0).toBe(!complete)
    // The contract's reading names every empty field; ours only those that would change something.
    for (const champ of manque) expect(naif.cotees[rang]?.manque).toContain(champ)
  }
}

describe('two implementations of the contract give the same scores', () => {
  it('on clean populations', () => {
    fc.assert(fc.property(populations(), grillesAPortee(), comparer), { numRuns: 100, seed: 1 })
  })
  it('on messy exports', () => {
    fc.assert(fc.property(populations({ sale: true }), grillesAPortee(), comparer), { numRuns: 100, seed: 2 })
  })
  it('on grids that inherit from a core', () => {
    fc.assert(
      fc.property(populations(), socleEtSurcouche(), (population, { socle, surcouche }) => {
        const core = coterCore(population, [surcouche], () => socle)
        const naif = coterNaif(population, [heriter(surcouche, new Map([[socle.id, socle]]))])
        expect(core.ecrites.map(deCore)).toEqual(naif.cotees.map(deNaif))
      }),
      { numRuns: 50, seed: 3 },
    )
  })
  it('and the same faults, row by row', () => {
    fc.assert(
      fc.property(populations({ sale: true }), (population) => {
        const { lue } = coterNaif(population, [])
        const { demandes } = coterCore({ ...population }, [])
        const cle = (a: { ligne: number; colonne: string; code: string }) => `${String(a.ligne)} ${a.colonne} ${a.code}`
        // Each bad column of a list is reported by the core; once a field is enough for the contract.
        expect(new Set(demandes.anomalies.map(cle))).toEqual(new Set(lue.anomalies.map(cle)))
      }),
      { numRuns: 100, seed: 4 },
    )
  })
})
