import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composition } from '../../../core/scenarios/equite/composition.ts'
import { effetsDesCriteres } from '../../../core/scenarios/equite/effets.ts'
import { lignesDe } from '../../../core/cotation/lignes.ts'
import { pairesLots } from '../../../core/scenarios/mesures/recherches.ts'
import { aTaire } from '../../../core/scenarios/population/secret.ts'
import { DIMENSIONS } from '../../../core/scenarios/population/dimensions.ts'
import { grilleValide } from '../../generateurs/grilles.ts'
import { populations } from '../../generateurs/populations.ts'
import type { GrilleJson } from '../../naif/grille.ts'
import { coterPar, demandesDe, demandesDepuis } from '../outils.ts'
import { coterBrut, LOTS, lotsCodes, troisBruts } from '../robustesse/force-brute.ts'

describe('aTaire', () => {
  it.each<[string, number[], boolean, boolean[]]>([
    ['nothing to withhold', [11, 12], true, [false, false]],
    ['one household short', [10, 12, 40], true, [true, true, false]],
    ['groups that overlap: nothing to subtract', [10, 12, 40], false, [true, false, false]],
    ['two withheld hide each other', [3, 4, 40], true, [true, true, false]],
    ['an empty group tells of nobody', [0, 40], true, [false, false]],
    ['nothing else to withhold', [4, 0], true, [true, false]],
    ['a household', [1, 30, 12], true, [true, false, true]],
  ])('%s', (_, effectifs, exclusive, tus) => {
    expect(aTaire(effectifs, exclusive)).toEqual(tus)
  })
})

const A: GrilleJson = {
  format: 'grille-cotation/1',
  id: 'a',
  nom: 'a',
  criteres: [
    { code: 'DALO', nom: 'DALO', points: 20, si: { champ: 'dalo', est: true } },
    { code: 'TAILLE', nom: 'Taille', points: 1, par: { champ: 'nb_personnes', chaque: 1 } },
  ],
}
const B: GrilleJson = { ...A, criteres: A.criteres.map((c) => (c.code === 'DALO' ? { ...c, points: 1 } : c)) }

/** Twelve DALO of one person, then forty others of three, five of them of two. */
const demandes = demandesDepuis(
  Array.from({ length: 52 }, (_, i) => ({
    dalo: i < 12 ? 'oui' : 'non',
    nb_personnes: i < 12 ? 1 : i < 17 ? 2 : 3,
    nature: i % 2 === 0 ? 'mutation' : 'nouvelle',
  })),
)
const [a, b] = [coterBrut(demandes, A), coterBrut(demandes, B)]

describe('composition', () => {
  const { tetes, dimensions, demandes: nombre } = composition(a, b, demandes)
  const groupe = (dimension: string, code: string) =>
    dimensions.find((d) => d.dimension === dimension)?.groupes.find((g) => g.code === code)

  it('looks at the first three, 5 % and 10 %, rounded up', () => {
    expect(nombre).toBe(52)
    expect(tetes.map(({ code, placesA, placesB }) => [code, placesA, placesB])).toEqual([
      ['trois', 3, 3],
      ['cinq-pour-cent', 3, 3],
      ['dix-pour-cent', 6, 6],
    ])
  })

  it('counts each group before and after', () => {
    expect(groupe('publics', 'dalo')).toMatchObject({
      n: 12,
      part: 12 / 52,
      tetes: [
        { a: 3, b: 0, partA: 1, partB: 0 },
        { a: 3, b: 0, partA: 1, partB: 0 },
        { a: 6, b: 0, partA: 1, partB: 0 },
      ],
    })
  })

  it('withholds groups under 11, and the one that would give them away', () => {
    expect(groupe('taille', '2')).toMatchObject({ n: null, part: null, tetes: null })
    expect(groupe('taille', '1')).toMatchObject({ n: null, part: null, tetes: null })
    expect(groupe('taille', '3')?.n).toBe(35)
  })

  it('counts apart those of whom nobody knows', () => {
    expect(groupe('age', '65+')).toMatchObject({ n: 0, inconnus: 52 })
  })

  it('adds up to the places where groups are exclusive and known', () => {
    fc.assert(
      fc.property(grilleValide(), grilleValide(), populations({ max: 60, vides: 0.1 }), (ga, gb, table) => {
        const lues = demandesDe(table)
        const [ca, cb] = [coterBrut(lues, ga), coterBrut(lues, gb)]
        const lots = pairesLots(lotsCodes(lues, LOTS))
        const resultat = composition(ca, cb, lues, lots)
        const trois = [ca, cb].map(
          (c) => troisBruts(lues, c, LOTS).flatMap((lot) => (lot === '' ? [] : lot.split(' '))).length,
        )
        expect([resultat.tetes[3]?.placesA, resultat.tetes[3]?.placesB]).toEqual(trois)
        const taille = resultat.dimensions.find(({ dimension }) => dimension === 'taille')
        if (taille?.groupes.every(({ n }) => n !== null)) {
          resultat.tetes.forEach(({ placesA, placesB }, t) => {
            const somme = (cle: 'a' | 'b') => taille.groupes.reduce((s, g) => s + (g.tetes?.[t]?.[cle] ?? 0), 0)
            expect([somme('a'), somme('b')]).toEqual([placesA, placesB])
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('effetsDesCriteres', () => {
  it('gives mean points and the places that a group owes to a criterion', () => {
    const [dalo, taille] = effetsDesCriteres(coterPar(demandes, [A]))
    const de = (effet: typeof dalo, code: string) => effet?.groupes.find((g) => g.code === code)
    expect(dalo?.pointsMoyens).toBeCloseTo((12 * 20) / 52, 10)
    // The twelve DALO stand first; without their points they stand last: each loses 40 places.
    expect(de(dalo, 'dalo')).toMatchObject({ n: 12, pointsMoyens: 20, placesMoyennes: 40 })
    expect(de(taille, 'dalo')).toMatchObject({ pointsMoyens: 1, placesMoyennes: 0 })
    expect(de(dalo, '2')).toMatchObject({ n: null, pointsMoyens: null, placesMoyennes: null })
  })

  it('is what scoring without the criterion gives, line by line', () => {
    fc.assert(
      fc.property(grilleValide({ criteresMax: 6 }), populations({ max: 40, vides: 0.1 }), (grille, table) => {
        const lues = demandesDe(table)
        const cotations = coterPar(lues, [grille])
        const [cotation] = cotations.cotations
        if (cotation === undefined) throw new Error('a grid gives a scoring')
        const mutations = DIMENSIONS.find(({ code }) => code === 'nature')?.modalites.find(
          ({ code }) => code === 'mutation',
        )
        const nature = cotation.donnees.simple('nature')
        const membres = [...lues.numeros.keys()].filter(
          (i) => nature.etats[i] === 0 && nature.dictionnaire[nature.valeurs[i] ?? 0] === mutations?.code,
        )
        const moyenne = (de: (i: number) => number) => membres.reduce((s, i) => s + de(i), 0) / membres.length
        effetsDesCriteres(cotations).forEach(({ groupes, critere }, rang) => {
          const effet = groupes.find(({ code }) => code === 'mutation')
          if (effet?.n === null || effet?.n === 0) return
          const sans = coterBrut(lues, { ...grille, criteres: grille.criteres.filter(({ code }) => code !== critere) })
          expect(effet?.n).toBe(membres.length)
          expect(effet?.pointsMoyens).toBeCloseTo(
            moyenne((i) => lignesDe(cotation, i)[rang]?.points ?? 0),
            9,
          )
          expect(effet?.placesMoyennes).toBeCloseTo(
            moyenne((i) => (sans.classement.ordre[i] ?? 0) - (cotation.classement.ordre[i] ?? 0)),
            9,
          )
        })
      }),
      { numRuns: 60 },
    )
  })
})
