import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusFortReste } from '../../core/flux/plus-fort-reste.ts'
import { Refus } from '../../core/socle/refus.ts'
import type { LigneParcTest } from './parc-de-test.ts'
import { flux } from './parc-de-test.ts'

const BASE: LigneParcTest = { bailleur: 'Habitat A', departement: '59', parc: '1000', liberations: '100' }
const TAUX = { taux_pprior: '0,25', taux_pfonct: '5 %', taux_colter: '0,2', taux_colact: '0,2' }

function ligne(changements: LigneParcTest = {}) {
  const resultat = flux([{ ...BASE, ...changements }])
  const [premiere] = resultat.lignes
  if (premiere === undefined) throw new Error('no line')
  return { ...premiere, anomalies: resultat.anomalies.map(({ code }) => code) }
}

describe('the base of the flow', () => {
  it.each([
    ['releases given', {}, 100, false],
    ['releases given win over the rotation', { rotation: '0,5' }, 100, false],
    ['stock × rotation when releases are empty', { liberations: '', rotation: '8,5 %' }, 85, true],
    ['half up: 8.5', { liberations: '', parc: '100', rotation: '0,085' }, 9, true],
    ['just under the half: 8.4', { liberations: '', parc: '100', rotation: '0,084' }, 8, true],
    [
      'a rate whose binary neighbour is lower: 1 000 × 0.0285 is 28.5',
      { liberations: '', rotation: '0,0285' },
      29,
      true,
    ],
  ])('%s', (_, changements, liberations, liberations_estimees) => {
    expect(ligne(changements)).toMatchObject({ liberations, liberations_estimees, assiette: liberations })
  })

  it('takes off transfers, rehousing and identified reservations', () => {
    const { assiette, exclusions } = ligne({ mutations: '10', relogements: '5', identifies: '2' })
    expect(assiette).toBe(83)
    expect(exclusions).toEqual({ mutations: 10, relogements: 5, identifies: 2, premieres_locations: 0 })
  })

  it.each([
    ['counted when the agreement counts them', 'oui', 130, 0, []],
    ['set aside when it does not', 'non', 100, 30, []],
    ['set aside and to be checked when nobody says', '', 100, 30, ['a-verifier']],
    ['unknown when the answer cannot be read', '?', null, null, ['valeur-illisible']],
  ])('first lettings: %s', (_, comptees, assiette, exclues, anomalies) => {
    const resultat = ligne({ premieres_locations: '30', premieres_locations_comptees: comptees })
    expect(resultat.assiette).toBe(assiette)
    expect(resultat.exclusions.premieres_locations).toBe(exclues)
    expect(resultat.anomalies).toEqual(anomalies)
  })

  it.each([
    ['nothing to start from', { liberations: '' }, 'obligatoire-vide', null],
    [
      'unreadable releases, whatever the rotation',
      { liberations: 'beaucoup', rotation: '0,1' },
      'valeur-illisible',
      null,
    ],
    ['an unreadable count set aside', { mutations: '-3' }, 'valeur-illisible', null],
    ['more set aside than released', { mutations: '101' }, 'incoherent', 0],
    ['as many set aside as released', { mutations: '100' }, undefined, 0],
  ])('%s', (_, changements, code, assiette) => {
    const resultat = ligne({ ...changements, ...TAUX })
    expect(resultat.assiette).toBe(assiette)
    expect(resultat.anomalies).toEqual(code === undefined ? [] : [code])
    if (assiette === null) expect(resultat.flux.map(({ logements }) => logements)).toEqual([null, null, null, null])
  })

  it('counts the empty cells taken as none', () => {
    expect(flux([{ ...BASE, mutations: '' }]).defauts).toContainEqual({ champ: 'mutations', valeur: '0', cellules: 1 })
  })
})

describe('the flow of each holder', () => {
  it('is whole, exact in sum, the landlord having what is left', () => {
    const { flux: f, reste_bailleur } = ligne({ ...TAUX, liberations: '83' })
    // 20.75, 4.15, 16.6, 16.6 and 24.9 for the landlord: 80 whole, the three left to .9, .75 and the first .6.
    expect(f).toEqual([
      { reservataire: 'COLTER', taux: 0.2, logements: 17 },
      { reservataire: 'COLACT', taux: 0.2, logements: 16 },
      { reservataire: 'PPRIOR', taux: 0.25, logements: 21 },
      { reservataire: 'PFONCT', taux: 0.05, logements: 4 },
    ])
    expect(reste_bailleur).toBe(25)
  })

  it('reads agreements row by row, in the same sheet or another, with named holders', () => {
    const { lignes, anomalies } = flux(
      [
        { ...BASE, taux_pprior: '0,3' },
        { bailleur: 'Office B', departement: '59', liberations: '10' },
      ],
      [
        {
          bailleur: 'HABITAT A',
          departement: '59',
          reservataire: 'Collectivité',
          reservataire_nom: 'Ville X',
          taux: '0,1',
        },
        { bailleur: 'Habitat A', departement: '59', reservataire: 'COLTER', reservataire_nom: 'Ville Y', taux: '0,05' },
        { bailleur: 'Habitat A', departement: '62', reservataire: 'COLACT', taux: '0,2' },
      ],
    )
    expect(lignes.map(({ bailleur, departement, reste_bailleur }) => [bailleur, departement, reste_bailleur])).toEqual([
      ['Habitat A', '59', 55],
      ['Office B', '59', 10],
      ['Habitat A', '62', null],
    ])
    expect(lignes[0]?.flux.map(({ reservataire, logements }) => [reservataire, logements])).toEqual([
      ['PPRIOR', 30],
      ['COLTER/Ville X', 10],
      ['COLTER/Ville Y', 5],
    ])
    expect(anomalies.map(({ code }) => code)).toEqual(['obligatoire-vide'])
  })

  it.each([
    ['shares of exactly the whole', { taux_autres: '0,3' }, 0, []],
    ['shares above the whole', { taux_autres: '0,31' }, null, ['incoherent']],
  ])('%s', (_, changements, reste, anomalies) => {
    const resultat = ligne({ ...TAUX, ...changements })
    expect(resultat.reste_bailleur).toBe(reste)
    expect(resultat.anomalies).toEqual(anomalies)
  })

  it('keeps one agreement a holder, and none with the landlord itself', () => {
    const { lignes, anomalies } = flux([
      { ...BASE, reservataire: 'COLTER', taux: '0,2' },
      { ...BASE, reservataire: 'Mairie', taux: '0,3' },
      { ...BASE, reservataire: 'AUCUN', taux: '0,3' },
    ])
    expect(lignes[0]?.flux).toEqual([{ reservataire: 'COLTER', taux: 0.2, logements: 20 }])
    expect(anomalies.map(({ code, ligne: l }) => [code, l])).toEqual([
      ['doublon', 3],
      ['a-verifier', 4],
    ])
  })

  it('joins an agreement without département to the only one of its landlord, and tells in which table a fault is', () => {
    const conventions = [
      { bailleur: 'Habitat A', reservataire: 'COLACT', taux: '0,2' },
      { bailleur: 'Habitat A', reservataire: 'COLACT', taux: '0,1' },
    ]
    const { lignes, anomalies } = flux([BASE], conventions)
    expect(lignes.map(({ departement, reste_bailleur }) => [departement, reste_bailleur])).toEqual([['59', 80]])
    expect(anomalies).toMatchObject([{ code: 'doublon', ligne: 3, fichier: 'Feuille 2' }])
    const deux = flux([BASE, { ...BASE, departement: '62' }], conventions.slice(0, 1))
    expect(deux.lignes.map(({ departement, assiette }) => [departement, assiette])).toEqual([
      ['59', 100],
      ['62', 100],
      [null, null],
    ])
  })

  it('keeps the first of stock figures that differ, and says so', () => {
    const { lignes, anomalies } = flux([BASE, { ...BASE, liberations: '120' }])
    expect(lignes[0]?.assiette).toBe(100)
    expect(anomalies).toMatchObject([{ code: 'incoherent', colonne: 'liberations', ligne: 3 }])
  })

  it('counts the rows of the year, and those of no year', () => {
    const { lignes } = flux([
      { ...BASE, annee: '2024' },
      { ...BASE, annee: '2025', bailleur: 'B' },
      { ...BASE, annee: '', bailleur: 'C' },
    ])
    expect(lignes.map(({ bailleur }) => bailleur)).toEqual(['B', 'C'])
  })

  it('refuses a table without landlords, sets aside a row without one', () => {
    expect(() => flux([{ parc: '10' }])).toThrow(Refus)
    expect(flux([BASE, { ...BASE, bailleur: '' }]).anomalies.map(({ code }) => code)).toEqual(['obligatoire-vide'])
  })

  it('marks the formula as still to be validated', () => {
    expect(flux([BASE]).formule.etat).toBe('a-verifier')
  })
})

describe("the State's ceilings (30 % of the flow, of which 5 % for its agents)", () => {
  it.each([
    ['30 % and 5 %', '0,25', '0,05', true, true],
    ['30.1 %', '0,251', '0,05', false, true],
    ['5.1 % of agents', '0,2', '0,051', true, false],
    ['neither', '', '', true, true],
  ])('%s', (_, taux_pprior, taux_pfonct, etat, agents) => {
    const { plafonds, anomalies } = ligne({ taux_pprior, taux_pfonct })
    expect(plafonds.map(({ code, respecte }) => [code, respecte])).toEqual([
      ['contingent_etat', etat],
      ['contingent_agents', agents],
    ])
    expect(anomalies.length).toBe(Number(!etat) + Number(!agents))
  })
})

describe('the largest remainder', () => {
  it.each([
    [10, [1, 1, 1], [4, 3, 3]],
    [7, [50, 30, 20], [4, 2, 1]],
    [3, [2, 1, 1], [1, 1, 1]],
    [0, [1, 2], [0, 0]],
    [2, [1, 3], [0, 2]],
    [5, [0, 0], [0, 0]],
  ])('%d shared by %j is %j', (total, parts, attendu) => {
    expect(plusFortReste(total, parts)).toEqual(attendu)
  })

  it('is exact, and nobody is a whole dwelling away from its quota', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (total, parts) => {
        const somme = parts.reduce((a, b) => a + b, 0)
        fc.pre(somme > 0)
        const nombres = plusFortReste(total, parts)
        expect(nombres.reduce((a, b) => a + b, 0)).toBe(total)
        nombres.forEach((nombre, i) => {
          expect(Math.abs(nombre - (total * (parts[i] ?? 0)) / somme)).toBeLessThan(1)
        })
      }),
    )
  })
})
