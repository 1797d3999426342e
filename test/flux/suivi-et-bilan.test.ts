import { describe, expect, it } from 'vitest'
import { bilanAnnuel } from '../../core/flux/bilan-annuel.ts'
import { convertirStock } from '../../core/flux/convertir-stock.ts'
import { feuilleBilanFlux, feuilleConversion, feuilleFlux, feuilleSuiviFlux } from '../../core/flux/feuilles.ts'
import { modelesDeFeuilles } from '../../core/flux/modeles-de-feuilles.ts'
import { suivreFlux } from '../../core/flux/suivre-flux.ts'
import { Refus } from '../../core/socle/refus.ts'
import { jour } from '../objectifs/attributions-de-test.ts'
import type { LigneTest } from '../objectifs/attributions-de-test.ts'
import { compter, lignes } from '../objectifs/lignes.ts'
import { flux } from './parc-de-test.ts'

const PARC = flux([
  {
    bailleur: 'Habitat A',
    departement: '59',
    liberations: '100',
    reservataire: 'COLTER',
    reservataire_nom: 'Ville X',
    taux: '0,1',
  },
  { bailleur: 'Habitat A', departement: '59', reservataire: 'COLTER', taux: '0,2' },
  { bailleur: 'Habitat A', departement: '59', reservataire: 'PPRIOR', taux: '0,3' },
])
const livree = (changements: LigneTest = {}, nombre = 1) =>
  lignes(nombre, { departement: '59', reservataire: 'PPRIOR', reservataire_nom: null, ...changements })

function suivi(groupes: LigneTest[][], le = '2025-06-30') {
  return suivreFlux(PARC, compter(groupes), jour(le))
}

describe('delivery of the flow during the year', () => {
  it('is due in proportion to the days, compared with what was delivered', () => {
    const [, , etat] = suivi([livree({}, 12)])
    // 181 days of 365: 14.88 of 30 due; 18 left over 6.05 months.
    expect(etat).toMatchObject({ logements: 30, du: 14, livres: 12, retard: 2, reste: 18, incertains: 0 })
    expect(etat?.parMois).toBeCloseTo(18 / ((12 * 184) / 365), 10)
  })

  it.each([
    ['a transfer', { nature: 'mutation' }, 0, 0],
    ['a rehousing', { relogement: 'vente' }, 0, 0],
    ['a first letting that the agreement does not count', { premiere_location: 'oui' }, 1, 0],
    ['a decision after the day', { date_decision: '2025-07-01' }, 0, 0],
    ['a decision of last year', { date_decision: '2024-12-31' }, 0, 0],
    ['another landlord', { bailleur: 'Office B' }, 0, 0],
    ['another département', { departement: '62' }, 0, 0],
    ['no holder', { reservataire: null }, 0, 0],
    ['an unknown département', { departement: null, commune: null }, 0, 1],
    ['the département of its commune', { departement: null }, 1, 0],
    ['an unknown nature', { nature: null }, 0, 1],
    ['a plain allocation', {}, 1, 0],
  ])('%s', (_, changements, livres, incertains) => {
    expect(suivi([livree(changements)])[2]).toMatchObject({ livres, incertains })
  })

  it('leaves first lettings out only where the agreement sets some aside', () => {
    const neuf = flux([
      {
        bailleur: 'Habitat A',
        departement: '59',
        liberations: '9',
        premieres_locations: '4',
        premieres_locations_comptees: 'non',
        taux_pprior: '0,3',
      },
    ])
    const compte = compter([livree({ premiere_location: 'oui' }), livree({}, 2)])
    expect(suivreFlux(neuf, compte, jour('2025-06-30'))[0]).toMatchObject({ livres: 2, incertains: 0 })
  })

  it('gives a named holder its rows, and the others to the agreement without a name', () => {
    const ville = (reservataire_nom: string | null) => livree({ reservataire: 'COLTER', reservataire_nom })
    const [nommee, autres] = suivi([ville('VILLE X'), ville('Ville Z'), ville(null)])
    expect([nommee?.livres, autres?.livres]).toEqual([1, 2])
  })

  it('is all due once the year is over, with no pace left', () => {
    expect(suivi([livree({}, 12)], '2026-01-10')[2]).toMatchObject({ du: 30, retard: 18, parMois: null })
    expect(suivi([livree({}, 12)], '2025-12-31')[2]).toMatchObject({ du: 30, parMois: null })
  })
})

describe('the yearly report of R. 441-5-1', () => {
  const logement = (reference_logement: string | null, changements: LigneTest = {}) =>
    livree({
      reference_logement,
      typologie: 'T3',
      financement: 'PLUS',
      periode_construction: '1970-1979',
      ...changements,
    })

  it('counts dwellings proposed and allocated, by every axis of the article', () => {
    const { lignes: l, sansReference } = bilanAnnuel(
      compter([
        logement('L1', { decision: 'refus_candidat', date_bail: null }),
        logement('L1'),
        logement('L2', { decision: 'non_attribution', date_bail: null }),
        logement(null),
        logement('L3', { qpv: 'oui' }),
        logement('L4', { date_decision: '2024-03-10' }),
      ]),
    )
    expect(l.map(({ axes, proposes, attribues }) => [axes.localisation, proposes, attribues])).toEqual([
      ['en QPV', 1, 1],
      ['hors QPV', 3, 2],
    ])
    expect(l[0]?.axes).toEqual({
      reservataire: 'PPRIOR',
      reservataire_nom: null,
      typologie: 'T3',
      financement: 'PLUS',
      localisation: 'en QPV',
      commune: '59350',
      periode_construction: '1970-1979',
    })
    expect(sansReference).toBe(1)
  })

  it('counts a dwelling let twice in the year twice', () => {
    const { lignes: l } = bilanAnnuel(compter([logement('L1'), logement('L1', { date_decision: '2025-11-01' })]))
    expect(l).toMatchObject([{ proposes: 2, attribues: 2 }])
  })

  it('is one landlord’s on demand, and tells the rows of unknown year', () => {
    const compte = compter([
      logement('L1'),
      logement('L2', { bailleur: 'Office B' }),
      logement('L3', { date_decision: null, date_bail: null }),
    ])
    expect(bilanAnnuel(compte, 'HABITAT A')).toMatchObject({ lignes: [{ bailleur: 'Habitat A' }], sansDate: 1 })
    expect(bilanAnnuel(compte).lignes).toHaveLength(2)
  })

  it('is written as a sheet that says when it is due', () => {
    const feuille = feuilleBilanFlux(bilanAnnuel(compter([logement('L1')])), [['Fichier', 'a.xlsx']])
    expect(feuille.provenance).toContainEqual(['À transmettre avant le', '28/02/2026'])
    expect(feuille.ligne(0)).toEqual([
      'Habitat A',
      'Préfet, publics prioritaires',
      '',
      'T3',
      'PLUS',
      'hors QPV',
      '59350',
      '1970-1979',
      1,
      1,
    ])
  })
})

describe('from stock to flow', () => {
  it('at equal rotation, the share of the flow is the share of the stock, with every step', () => {
    const { droits, somme, etat } = convertirStock({
      parc: 13_000,
      rotation: 0.08,
      droits: [{ reservataire: 'COLTER', logements: 236 }],
    })
    expect(droits[0]?.taux).toBeCloseTo(0.01815, 5)
    expect(droits[0]?.etapes.map(({ valeur }) => Math.round(valeur * 100) / 100)).toEqual([
      236, 0.02, 18.88, 1040, 0.02,
    ])
    expect(somme).toBe(droits[0]?.taux)
    expect(etat).toBe('a-verifier')
  })

  it('at its own rotation, it follows what these dwellings release', () => {
    const { droits } = convertirStock({
      parc: 1000,
      rotation: 0.1,
      droits: [{ reservataire: 'COLACT', logements: 200, rotation: 0.05 }],
    })
    expect(droits[0]?.taux).toBeCloseTo(0.1, 12)
  })

  it.each([
    [0, 0.1, 0],
    [100, 0, 10],
    [100, 1.1, 10],
    [100, 0.1, 101],
  ])('refuses a stock of %d, a rotation of %d, %d reserved', (parc, rotation, logements) => {
    expect(() => convertirStock({ parc, rotation, droits: [{ reservataire: 'COLTER', logements }] })).toThrow(Refus)
  })
})

describe('sheets', () => {
  it('Flux: one row a holder, then the landlord; parts make one and dwellings the base', () => {
    const feuille = feuilleFlux(PARC, [])
    const cellules = Array.from({ length: feuille.nombreLignes }, (_, i) => feuille.ligne(i))
    expect(cellules.map((l) => l.slice(2, 6))).toEqual([
      ['Ville X (Collectivités territoriales et EPCI)', 0.1, 10, 100],
      ['Collectivités territoriales et EPCI', 0.2, 20, 100],
      ['Préfet, publics prioritaires', 0.3, 30, 100],
      ['Hors contingent (bailleur)', 0.4, 40, 100],
    ])
    expect(feuille.provenance.some(([etiquette]) => etiquette === 'À valider')).toBe(true)
  })

  it('the others have one cell a column', () => {
    const conversion = convertirStock({ parc: 100, rotation: 0.1, droits: [{ reservataire: 'COLTER', logements: 5 }] })
    for (const feuille of [feuilleSuiviFlux(suivi([livree()]), []), feuilleConversion(conversion, [])]) {
      expect(feuille.nombreLignes).toBeGreaterThan(2)
      expect(feuille.ligne(0)).toHaveLength(feuille.colonnes.length)
    }
  })

  it('the template is recognised as it stands', () => {
    const titres = modelesDeFeuilles()[1]?.colonnes.map(({ titre }) => titre) ?? []
    expect(
      flux([Object.fromEntries(titres.map((titre) => [titre, titre === 'Bailleur' ? 'A' : '1']))]).anomalies.map(
        ({ code }) => code,
      ),
    ).not.toContain('colonne-inconnue')
    expect(new Set(titres).size).toBe(titres.length)
  })
})
