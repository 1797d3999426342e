import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../core/index.ts'
import { compterObjectifs } from '../../core/objectifs/index.ts'
import {
  CONTRIBUTEURS_3_85,
  ecrireJeu,
  MODELE_PARC_OBSERVE,
  creerLecteurParcObserve,
  lireTexteJeu,
  observer,
  type Observatoire,
  type OptionsObservation,
  type Parc,
} from '../../core/observatoire/index.ts'
import { reconnaitreColonnes } from '../../core/lecture/reconnaitre.ts'
import type { Cellule } from '../../core/socle/table.ts'
import { LIEUX_VIDES, lireAttributions, type LigneTest } from '../objectifs/attributions-de-test.ts'
import { jourDe, lireCellules } from '../outils/coter-cellules.ts'
import { LILLE } from './outils.ts'

const JOUR = '2026-01-31'
const BAILLEURS = ['Habitat A', 'Habitat B', 'Habitat C', 'Habitat D']

const demandes = lireCellules(
  Array.from({ length: 600 }, (_, i) => ({
    numero_unique: `059072300${String(100_000_000 + i)}`,
    date_depot: '2024-01-31',
    nb_personnes: 1,
    typologies_souhaitees: i < 200 ? 'T2' : i < 350 ? 'T3, T2' : 'T4',
    communes_souhaitees: i % 2 === 0 ? '59350' : '59512',
  })),
  { jour: JOUR, territoire: LILLE.code },
)

/** A decision followed by a lease, unless told. */
function ligne(i: number, changes: LigneTest = {}): LigneTest {
  return {
    numero_unique: `059072300${String(200_000_000 + i)}`,
    date_decision: '2025-06-15',
    date_bail: '2025-07-01',
    decision: 'attribution',
    bailleur: BAILLEURS[Math.floor(i / 5) % 4] ?? '',
    date_depot: '2024-06-15',
    ...changes,
  }
}

function lignes(nombre: number, changer: (i: number) => LigneTest = () => ({})): LigneTest[] {
  return Array.from({ length: nombre }, (_, i) => ligne(i, changer(i)))
}

function observe(attributions: readonly LigneTest[], options: Partial<OptionsObservation> = {}): Observatoire {
  return observer([demandes], {
    territoire: LILLE,
    periode: '2025',
    jour: jourDe(JOUR),
    seuils: SEUILS_QUARTILES,
    versionMoteur: '0.0.0',
    attributions: lireAttributions(attributions),
    ...options,
  })
}

type Chiffre = readonly (string | number | null)[]

/** Numerator, denominator and secret of each figure of an indicator, by answer. */
function chiffres({ jeu: { observations: o } }: Observatoire, id: string, dimension?: string): Record<string, Chiffre> {
  return Object.fromEntries(
    o.indicateur.flatMap((indicateur, i) =>
      indicateur === id && o.territoire[i] === LILLE.code && (dimension === undefined || o.dimension[i] === dimension)
        ? [[o.modalite[i] ?? '', [o.numerateur[i] ?? null, o.denominateur[i] ?? null, o.secret[i] ?? null]]]
        : [],
    ),
  )
}

function lireParc(entetes: readonly string[], cellules: readonly (readonly Cellule[])[]): Parc {
  const lecteur = creerLecteurParcObserve(reconnaitreColonnes(entetes, 1, MODELE_PARC_OBSERVE), { lieux: LIEUX_VIDES })
  cellules.forEach((une, i) => {
    lecteur.ajouter({ numero: i + 2, cellules: une })
  })
  return lecteur.terminer()
}

describe('the targets of the law', () => {
  const table = lignes(400, (i) => ({
    qpv: i < 300 ? 'non' : 'oui',
    quartile: i % 5 === 0 ? null : (i % 4) + 1,
    nature: i % 3 === 0 ? 'mutation' : 'nouvelle',
    reservataire: ['COLTER', 'COLACT', 'AUCUN', 'PPRIOR'][i % 4] ?? '',
    dalo: i % 7 < 2 ? 'oui' : 'non',
    date_bail: i % 9 < 7 ? '2025-07-01' : null,
  }))
  const { objectifs } = compterObjectifs(lireAttributions(table), { annee: 2025 })
  const resultat = observe(table)

  it.each(['q1_hors_qpv', 'autres_quartiles_qpv', 'contingent_etat', 'mutations'])(
    'are those that the job counts: %s',
    (code) => {
      const attendu = objectifs.find((un) => un.code === code && un.perimetre === 'tous')
      expect(chiffres(resultat, code)['']).toEqual([attendu?.numerateur, attendu?.denominateur, null])
    },
  )

  it('are given holder by holder for priority publics', () => {
    for (const [code, nom] of [
      ['COLTER', 'Collectivités territoriales et EPCI'],
      ['COLACT', 'Action Logement (employeurs)'],
      ['AUCUN', 'Hors contingent (bailleur)'],
    ] as const) {
      const attendu = objectifs.find((un) => un.code === 'prioritaires' && un.perimetre === `reservataire:${code}`)
      expect(chiffres(resultat, 'prioritaires')[nom]).toEqual([attendu?.numerateur, attendu?.denominateur, null])
    }
  })
})

describe('pressure, in two definitions that never mix', () => {
  const resultat = observe(lignes(120, (i) => ({ typologie: i < 60 ? 'T2' : i < 100 ? 'T3' : 'T5' })))
  it('demandes by allocation, and allocations among what was asked', () => {
    expect(chiffres(resultat, 'pression_demandes')['']).toEqual([600, 120, null])
    expect(chiffres(resultat, 'pression_part_satisfaite')['']).toEqual([120, 720, null])
  })
  it('by type, first wish against allocations of the type', () => {
    expect(chiffres(resultat, 'pression_typologies')).toMatchObject({ T2: [200, 60, null], T3: [150, 40, null] })
  })
  it('without allocations says nothing', () => {
    const seules = observer([demandes], {
      territoire: LILLE,
      periode: '2025',
      jour: jourDe(JOUR),
      seuils: SEUILS_QUARTILES,
      versionMoteur: '0.0.0',
    })
    expect(chiffres(seules, 'pression_demandes')).toEqual({})
    expect(seules.jeu.indicateurs.map(({ id }) => id)).not.toContain('attributions')
  })
})

describe('the course', () => {
  const MOTIFS = ['Loyer trop cher', 'Le quartier', 'pas de réponse du candidat', 'Martin a vu un fantôme']
  const table = lignes(240, (i) => {
    const reference_logement = `L${String(i < 150 ? Math.floor(i / 3) : 50 + Math.floor((i - 150) / 2))}`
    const bailleur = BAILLEURS[Number(reference_logement.slice(1)) % 4] ?? ''
    if (i < 80) return { reference_logement, bailleur, rang_cal: i < 50 ? 1 : 2 }
    if (i < 120)
      return {
        reference_logement,
        bailleur,
        decision: 'refus_candidat',
        date_bail: null,
        refus_motif: MOTIFS[i < 100 ? 0 : i < 115 ? 2 : 3] ?? '',
      }
    return { reference_logement, bailleur, decision: 'non_attribution', date_bail: null }
  })
  const resultat = observe(table)

  it('counts what was put before commissions, and what became of it', () => {
    expect(chiffres(resultat, 'presentes')['']).toEqual([240, null, null])
    expect(chiffres(resultat, 'attributions')['']).toEqual([80, null, null])
    expect(chiffres(resultat, 'refus_candidats')['']).toEqual([40, 120, null])
  })
  it('counts dwellings with three candidates, on both sides of three', () => {
    expect(chiffres(resultat, 'lots_presentes')['']).toEqual([95, null, null])
    expect(chiffres(resultat, 'lots_trois_candidats')['']).toEqual([50, 95, null])
  })
  it('never writes the free text of a refusal, nor small counts of its reasons', () => {
    const texte = ecrireJeu(resultat.jeu)
    expect(texte.match(/fantôme|Martin|Habitat A/)).toBe(null)
    for (const [n] of Object.values(chiffres(resultat, 'refus_motifs')))
      expect(n === null || n === 0 || Number(n) > 10).toBe(true)
  })
  it('is not counted when the file holds only allocations: nothing says what was refused', () => {
    expect(chiffres(observe(lignes(100)), 'presentes')).toEqual({})
  })
})

describe('the period', () => {
  const table = lignes(90, (i) => ({ date_decision: i < 30 ? '2025-03-31' : i < 60 ? '2025-04-01' : '2024-12-31' }))
  it.each([
    ['2025', 60],
    ['2025-T1', 30],
    ['2025-03', 30],
    ['2025-03-31', 30],
    ['2025-04-01', 60],
  ])('%s: %i decisions', (periode, attendu) => {
    expect(chiffres(observe(table, { periode }), 'attributions')['']?.[0]).toBe(attendu)
  })
})

describe('the stock', () => {
  const ENTETES = ['bailleur', 'commune', 'annee', 'parc', 'parc_qpv', 'loues', 'vacants', 'rotation', 'T2', 'T3']
  const rangees = BAILLEURS.map((bailleur, i): Cellule[] => [
    bailleur,
    '59350',
    2025,
    1000,
    i < 2 ? 400 : 0,
    950,
    50,
    0.08,
    600,
    400,
  ])
  const parc = lireParc(ENTETES, [
    ...rangees,
    [...(rangees[0] ?? [])],
    ['Habitat A', '59350', 2024, 9, 9, 9, 9, 0, 9, 9],
  ])
  const resultat = observe(lignes(100), { parc })

  it('counts each landlord and place once, in the year of the period', () => {
    expect(chiffres(resultat, 'parc')['']).toEqual([4000, null, null])
    expect(chiffres(resultat, 'vacance')['']).toEqual([200, 4000, null])
    expect(chiffres(resultat, 'rotation')['']).toEqual([320, 4000, null])
    expect(chiffres(resultat, 'attributions_par_logement')['']).toEqual([100, 4000, null])
  })
  it('gives demandes by dwelling of each type, where both are counted', () => {
    const entetes = [...ENTETES, 'parc_1p', 'parc_4p', 'parc_5p']
    const complet = lireParc(
      entetes,
      rangees.map((une) => [...une, 0, 0, 0]),
    )
    expect(chiffres(observe(lignes(100), { parc: complet }), 'typologies_souhaitees_parc')).toMatchObject({
      T2: [200, 2400, null],
      T3: [150, 1600, null],
    })
  })
  it('withholds what one landlord makes at more than 85 %', () => {
    const domine = lireParc(
      ENTETES,
      rangees.map((une, i) => (i === 0 ? une.map((c) => (c === 1000 ? 60_000 : c)) : une)),
    )
    expect(chiffres(observe(lignes(100), { parc: domine }), 'parc')['']).toEqual([null, null, 'dominance'])
  })
})

describe('places within the territory', () => {
  const table = lignes(300, (i) => ({
    commune: i < 160 ? '59350' : '59512',
    qpv: i % 2 === 0 ? 'oui' : 'non',
    code_qpv: i % 2 === 0 ? (i < 160 ? 'QP059001' : 'QP059002') : null,
    dalo: i % 4 === 0 ? 'oui' : 'non',
  }))
  const communes = ['59350', '59512'].map((code) => ({ ...LILLE, code, type: 'commune' as const, nom: code }))
  const resultat = observe(table, { communes })

  it('gives figures by commune, which add up to those of the territory', () => {
    const { observations: o } = resultat.jeu
    const parCommune = o.indicateur.flatMap((id, i) =>
      id === 'attributions' && o.territoire[i] !== LILLE.code ? [o.numerateur[i]] : [],
    )
    expect(parCommune).toEqual([160, 140])
    expect(chiffres(resultat, 'attributions')['']).toEqual([300, null, null])
  })
  it('gives none by commune of rows of which none names its commune', () => {
    const sansCommune = observe(lignes(100), { communes })
    const { observations: o } = sansCommune.jeu
    const locaux = o.indicateur.filter((_, i) => o.territoire[i] !== LILLE.code)
    expect(locaux).toContain('demandes')
    expect(locaux.filter((id) => /attribution|baux|pression/.test(id))).toEqual([])
  })
  it('gives figures by district, under their own dimension', () => {
    expect(chiffres(resultat, 'attributions_prioritaires', 'qpv')).toEqual({
      QP059001: [40, 80, null],
      QP059002: [35, 70, null],
    })
  })
  it('gives the index of vigilance of districts, from published figures alone, where three can be compared', () => {
    const cinq = lignes(1_200, (i) => {
      const q = Math.floor(i / 40) % 5
      // Spread over the landlords: none of them makes nearly all the refusals.
      const refus = (7 * i) % 20 < 3 + q
      return {
        qpv: 'oui',
        code_qpv: `QP05900${String(q)}`,
        quartile: (i % 10 < 3 + q ? 1 : 2) as Cellule,
        dalo: i % 12 < 2 + q ? 'oui' : 'non',
        nature: i % 3 === 0 ? 'mutation' : 'nouvelle',
        decision: refus ? 'refus_candidat' : 'attribution',
        date_bail: refus ? null : '2025-07-01',
        reference_logement: `L${String(Math.floor(i / (i % 40 < 10 + 5 * q ? 2 : 4)))}`,
      }
    })
    const quartiers = chiffres(observe(cinq), 'indice_vigilance')
    expect(Object.keys(quartiers)).toHaveLength(5)
    expect(chiffres(resultat, 'indice_vigilance')).toEqual({})
  })
  it('is read again as it was written', () => {
    expect(lireTexteJeu(ecrireJeu(resultat.jeu), 'f.json').jeu.observations).toEqual(resultat.jeu.observations)
  })
})

describe('counts that other figures give again', () => {
  const DECISIONS = [
    'attribution',
    'attribution_rang',
    'sous_condition',
    'non_attribution',
    'irrecevable',
    'refus_candidat',
  ]
  const LIBELLES = [
    'Attribution du logement',
    'Attribution de rang 2 ou suivant',
    'Attribution sous condition suspensive',
    'Refus du candidat',
  ]
  const effectif = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 14 }))

  it('no decision follows from the refusals or the allocations, published beside them', () => {
    fc.assert(
      fc.property(
        fc.array(effectif, { minLength: 6, maxLength: 6 }),
        fc.integer({ min: 0, max: 3 }),
        (nombres, sans) => {
          const [attribuees = 0, ...autres] = nombres
          const decisions = [attribuees + 60, ...autres].flatMap((n, d) => Array<string>(n).fill(DECISIONS[d] ?? ''))
          const table = lignes(decisions.length, (i) => {
            const decision = decisions[i] ?? ''
            const bail = decision === 'attribution' || (/rang|condition/.test(decision) && i % 4 >= sans)
            return { decision, date_bail: bail ? '2025-07-01' : null, bailleur: BAILLEURS[i % 4] ?? '' }
          })
          const resultat = observe(table)
          const parDecision = LIBELLES.map((nom) => chiffres(resultat, 'repartition_decisions')[nom]?.[0] ?? null)
          const [refus = null, proposees = null] = (chiffres(resultat, 'refus_candidats')[''] ?? []) as (
            number | null
          )[]
          const [attributions = null] = (chiffres(resultat, 'attributions')[''] ?? []) as (number | null)[]
          // All of them withdrawn, the refusals alone give none of them.
          if (parDecision[3] === null && parDecision.some((n) => n !== null)) expect(refus).toBe(null)
          if (proposees !== null) expect(parDecision.filter((n) => n === null)).not.toHaveLength(1)
          const rare = (n: number): boolean => n >= 1 && n <= 10
          if (attributions === null) return
          if (parDecision[0] !== null) expect(rare(attributions - Number(parDecision[0]))).toBe(false)
          if (proposees !== null) expect(rare(proposees - Number(refus) - attributions)).toBe(false)
          if (parDecision.includes(null)) return
          const toutRang = parDecision.slice(0, 3).reduce<number>((n, m) => n + Number(m), 0)
          expect(rare(toutRang - attributions)).toBe(false)
        },
      ),
      { numRuns: 40, examples: [[[140, 50, 5, 12, 14, 40], 2]] },
    )
  })
  it('quartiles outside the districts are not found by subtraction', () => {
    const table = lignes(200, (i) => ({ quartile: (1 + (i % 4)) as Cellule, qpv: i % 4 > 0 && i > 12 ? 'oui' : 'non' }))
    const resultat = observe(table)
    const quartiles = ['2', '3', '4'].map((q) => chiffres(resultat, 'attributions_quartiles')[q]?.[0] ?? null)
    const dedans = chiffres(resultat, 'autres_quartiles_qpv')['']?.[0] ?? null
    expect(dedans !== null && !quartiles.includes(null)).toBe(false)
  })
  it('leases of which nobody can say whether they are in a district stay out of the legal rate', () => {
    const table = lignes(200, (i) => ({
      qpv: i < 6 ? null : i < 80 ? 'oui' : 'non',
      quartile: (1 + (i % 4)) as Cellule,
    }))
    expect(chiffres(observe(table), 'q1_hors_qpv')['']).toEqual([30, 120, null])
  })
  it('unless their number would be found by subtraction: then they are in the denominator', () => {
    const table = lignes(200, (i) => ({ qpv: i < 6 ? null : 'non', quartile: (1 + (i % 4)) as Cellule }))
    expect(chiffres(observe(table), 'q1_hors_qpv')['']?.[1]).toBe(200)
  })
  it('says nothing of dwellings when no row names one', () => {
    const table = lignes(100, (i) => (i < 50 ? {} : { decision: 'refus_candidat', date_bail: null }))
    expect(chiffres(observe(table), 'presentes')['']).toEqual([100, null, null])
    expect(chiffres(observe(table), 'lots_presentes')).toEqual({})
  })
})

describe('whatever the allocations', () => {
  const COMMUNES = ['59350', '59512', '59599'].map((code) => ({ ...LILLE, code, type: 'commune' as const, nom: code }))
  const un = fc.record({
    commune: fc.constantFrom('59350', '59512', '59599', null),
    code_qpv: fc.constantFrom('QP059001', 'QP059002', null),
    nature: fc.constantFrom('mutation', 'nouvelle', 'nouvelle', null),
    decision: fc.constantFrom('attribution', 'attribution', 'refus_candidat', 'non_attribution'),
    dalo: fc.constantFrom('oui', 'non', 'non', null),
    bailleur: fc.constantFrom(...BAILLEURS),
    reservataire: fc.constantFrom('COLTER', 'PFONCT', 'AUCUN', null),
  })
  const petit = (n: number): boolean => n >= 1 && n <= 10

  it('no count from 1 to 10 is published, nor found by subtraction within a place or between places', () => {
    fc.assert(
      fc.property(fc.array(un, { minLength: 20, maxLength: 160 }), (liste) => {
        const table = liste.map((une, i) =>
          ligne(i, {
            ...une,
            qpv: une.code_qpv === null ? 'non' : 'oui',
            date_bail: une.decision === 'attribution' ? '2025-07-01' : null,
            reference_logement: `L${String(Math.floor(i / 3))}`,
          }),
        )
        const { jeu } = observe(table, { communes: COMMUNES })
        const o = jeu.observations
        const parFigure = new Map<string, { entier: number | null; parties: (number | null)[] }>()
        o.numerateur.forEach((n, i) => {
          const [d, secret, dimension] = [o.denominateur[i] ?? null, o.secret[i] ?? null, o.dimension[i] ?? null]
          if (secret !== null) expect([n, d, o.valeur[i]]).toEqual([null, null, null])
          if (n !== null) expect(petit(n)).toBe(false)
          const rapport = /^pression|_par_logement/.test(o.indicateur[i] ?? '')
          if (n !== null && d !== null && dimension === null && !rapport) expect(petit(d - n)).toBe(false)
          const figure = `${o.indicateur[i] ?? ''} ${dimension === 'qpv' ? '' : (o.modalite[i] ?? '')}`
          for (const famille of dimension === 'qpv' ? ['quartiers'] : ['communes', 'quartiers']) {
            const connue = parFigure.get(`${figure} ${famille}`) ?? { entier: null, parties: [] }
            if (dimension === 'qpv' || o.territoire[i] !== LILLE.code) connue.parties.push(n)
            else connue.entier = n
            parFigure.set(`${figure} ${famille}`, connue)
          }
        })
        for (const [figure, { entier, parties }] of parFigure) {
          if (figure.endsWith('communes') && entier !== null && parties.length === 3 && !parties.includes(null)) {
            const reste = parties.reduce<number>((somme, n) => somme - (n ?? 0), entier)
            expect([figure, petit(reste)]).toEqual([figure, false])
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('profiles', () => {
  it('never lets a rule on landlords stand in place of that on households', () => {
    const table = lignes(60, (i) => ({ nature: i < 5 ? 'mutation' : 'nouvelle' }))
    const { profil, ...resultat } = observe(table, { profil: CONTRIBUTEURS_3_85 })
    expect([profil.seuil, profil.contributeursMin]).toEqual([11, 3])
    expect(chiffres({ profil, ...resultat }, 'mutations')['']?.[2]).toBe('primaire')
  })
  it('withholds what fewer than three landlords make', () => {
    const table = lignes(60, (i) => ({ bailleur: i % 2 === 0 ? 'Habitat A' : 'Habitat B' }))
    expect(chiffres(observe(table), 'attributions')['']?.[2]).toBe(null)
    expect(chiffres(observe(table, { profil: CONTRIBUTEURS_3_85 }), 'attributions')['']?.[2]).toBe('primaire')
  })
})
