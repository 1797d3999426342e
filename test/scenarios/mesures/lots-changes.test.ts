import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatsParPaire, PERSONNE } from '../../../core/scenarios/mesures/candidats.ts'
import { comparerCandidats, lotsChanges } from '../../../core/scenarios/mesures/lots-changes.ts'
import {
  HORS_DICTIONNAIRE,
  type Lots,
  pairesLots,
  type Recherches,
  type Souhaits,
} from '../../../core/scenarios/mesures/recherches.ts'
import { deuxOrdres } from './ordres.ts'

const TOUT = null

interface Souhait {
  communes: number[] | null
  types: number[] | null
}

function souhaits(listes: readonly (number[] | null)[]): Souhaits {
  const debuts = [0]
  for (const liste of listes) debuts.push((debuts.at(-1) ?? 0) + (liste?.length ?? 0))
  return {
    debuts: Uint32Array.from(debuts),
    valeurs: Uint16Array.from(listes.flatMap((liste) => liste ?? [])),
    vide: Uint8Array.from(listes, (liste) => (liste === TOUT ? 1 : 0)),
  }
}

function recherches(demandes: readonly Souhait[]): Recherches {
  return { communes: souhaits(demandes.map((d) => d.communes)), types: souhaits(demandes.map((d) => d.types)) }
}

function lots(paires: readonly (readonly [commune: number, type: number])[]): Lots {
  return { communes: Uint16Array.from(paires, ([c]) => c), types: Uint16Array.from(paires, ([, t]) => t) }
}

const cherche = (liste: number[] | null, valeur: number) => liste === TOUT || liste.includes(valeur)

/** Dwelling by dwelling, demande by demande. */
function parForceBrute(
  ordre: readonly number[],
  demandes: readonly Souhait[],
  [commune, type]: readonly [number, number],
) {
  return [...demandes.keys()]
    .filter((i) => cherche(demandes[i]?.communes ?? null, commune) && cherche(demandes[i]?.types ?? null, type))
    .sort((i, j) => (ordre[i] ?? 0) - (ordre[j] ?? 0))
    .slice(0, 3)
}

describe('candidatsParPaire', () => {
  const demandes: Souhait[] = [
    { communes: [1], types: [2] },
    { communes: TOUT, types: [2] },
    { communes: [1, 3], types: TOUT },
    { communes: TOUT, types: TOUT },
    { communes: [1, 1], types: [2, 2] },
  ]

  it('takes the first three that seek the commune and the type; an empty wish seeks everything', () => {
    const groupes = pairesLots(
      lots([
        [1, 2],
        [3, 5],
        [HORS_DICTIONNAIRE, 2],
      ]),
    )
    expect([...candidatsParPaire([1, 2, 3, 4, 5], recherches(demandes), groupes)]).toEqual([
      ...[0, 1, 2],
      ...[2, 3, PERSONNE],
      ...[1, 3, PERSONNE],
    ])
    expect([...candidatsParPaire([5, 4, 3, 2, 1], recherches(demandes), groupes)].slice(0, 3)).toEqual([4, 3, 2])
  })

  it('counts once a demande that names the same value twice', () => {
    const groupes = pairesLots(lots([[1, 2]]))
    const seule = recherches([{ communes: [1, 1], types: [2, 2] }])
    expect([...candidatsParPaire([1], seule, groupes)]).toEqual([0, PERSONNE, PERSONNE])
  })

  it('a list of wishes that is neither empty nor readable seeks nothing', () => {
    const groupes = pairesLots(lots([[1, 2]]))
    expect([...candidatsParPaire([1], recherches([{ communes: [], types: TOUT }]), groupes)]).toEqual([-1, -1, -1])
  })
})

describe('lotsChanges', () => {
  const valeurs = (max: number) =>
    fc.option(fc.array(fc.integer({ min: 0, max }), { maxLength: 3 }), { nil: TOUT, freq: 4 })
  const demande = fc.record({ communes: valeurs(5), types: valeurs(3) })
  const lot = fc.tuple(fc.constantFrom(0, 1, 2, 5, 7, HORS_DICTIONNAIRE), fc.constantFrom(0, 1, 3, 4))

  it('is what dwelling by dwelling gives', () => {
    fc.assert(
      fc.property(
        deuxOrdres(40),
        fc.array(demande, { minLength: 40, maxLength: 40 }),
        fc.array(lot),
        ({ a, b }, d, l) => {
          const demandes = d.slice(0, a.length)
          const attendu = l.map((paire) => {
            const [deA, deB] = [parForceBrute(a, demandes, paire), parForceBrute(b, demandes, paire)]
            return deA.length === deB.length && deA.every((i) => deB.includes(i)) ? 0 : 1
          })
          const obtenu = lotsChanges(a, b, recherches(demandes), pairesLots(lots(l)))
          const changes = attendu.filter((x) => x === 1).length
          expect([...obtenu.parLot]).toEqual(attendu)
          expect(obtenu).toMatchObject({ lots: l.length, changes, part: l.length === 0 ? null : changes / l.length })
          expect(lotsChanges(a, a, recherches(demandes), pairesLots(lots(l))).changes).toBe(0)
          expect(lotsChanges(b, a, recherches(demandes), pairesLots(lots(l)))).toEqual(obtenu)
        },
      ),
    )
  })

  it('does not look at the order inside the three', () => {
    const tous = recherches(Array.from({ length: 4 }, () => ({ communes: TOUT, types: TOUT })))
    const groupes = pairesLots(
      lots([
        [1, 1],
        [1, 1],
        [2, 1],
      ]),
    )
    expect(lotsChanges([1, 2, 3, 4], [3, 1, 2, 4], tous, groupes).part).toBe(0)
    expect(lotsChanges([1, 2, 3, 4], [1, 2, 4, 3], tous, groupes).part).toBe(1)
  })

  it('compares sets, even where a list is shorter on one side', () => {
    const groupes = pairesLots(lots([[1, 1]]))
    const changes = (a: number[], b: number[]) =>
      comparerCandidats(Int32Array.from(a), Int32Array.from(b), groupes).changes
    expect(changes([1, -1, -1], [1, 2, -1])).toBe(1)
    expect(changes([1, 2, -1], [1, -1, -1])).toBe(1)
    expect(changes([1, 2, 3], [3, 1, 2])).toBe(0)
  })
})
