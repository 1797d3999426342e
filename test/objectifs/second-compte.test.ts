import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creerTableSeuils } from '../../core/baremes/index.ts'
import { compterObjectifs } from '../../core/objectifs/compter-objectifs.ts'
import { lireAttributions } from './attributions-de-test.ts'
import { compterNaivement } from './naif/compter.ts'
import type { LigneNaive } from './naif/compter.ts'

const SEUILS = {
  '200093201': { 2024: [9000, 13000, 18000], 2025: [9456, 13935, 19380] },
  '243500139': { 2023: [8000, 12000, 16000] },
} as const

const TABLE = creerTableSeuils(
  Object.entries(SEUILS).flatMap(([siren, annees]) =>
    Object.entries(annees).map(([annee, [q1, q2, q3]]) => ({ siren, annee: Number(annee), q1, q2, q3 })),
  ),
  [],
)

const parmi = (...valeurs: string[]) => fc.constantFrom('', '?', ...valeurs)
const DATES = ['2024-12-31', '2025-01-01', '2025-06-15', '2025-12-31', '2026-01-01']

const CHAMPS = {
  numero_unique: fc.constantFrom('', 'A1', 'A2', 'A3'),
  date_decision: parmi(...DATES),
  date_bail: parmi(...DATES),
  decision: parmi('attribution', 'attribution_rang', 'sous_condition', 'non_attribution', 'refus_candidat'),
  bailleur: fc.constantFrom('', 'Habitat A', 'Office B'),
  reservataire: parmi('COLTER', 'COLACT', 'PPRIOR', 'PFONCT', 'AUTRES', 'AUCUN'),
  reservataire_nom: fc.constantFrom('', 'Ville X', 'Ville Y'),
  epci: fc.constantFrom('', '200093201', '243500139', '999999999'),
  qpv: parmi('oui', 'non'),
  ex_qpv: parmi('oui', 'non'),
  ressources_mensuelles: parmi('788', '787.99', '1500', '0', '3000'),
  nb_personnes: parmi('1', '2', '5'),
  nb_moins_14: parmi('0', '1', '3'),
  quartile: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: parmi('1', '2', '4') }),
  relogement: parmi('aucun', 'anru', 'orcod', 'vente'),
  dalo: parmi('oui', 'non'),
  publics_prioritaires: parmi('aucun', 'a', 'a,dalo'),
  nature: parmi('nouvelle', 'mutation'),
}

const TOUS = Object.keys(CHAMPS)
const table = fc.record({
  lignes: fc.array(fc.record(CHAMPS), { maxLength: 40 }),
  colonnes: fc
    .subarray(TOUS, { minLength: 8 })
    .filter((colonnes) => colonnes.includes('date_decision') || colonnes.includes('date_bail')),
})

describe('the count and a second count written from the contracts', () => {
  it.each([false, true])('agree on every line of random tables (bound included: %s)', (incluse) => {
    fc.assert(
      fc.property(table, ({ lignes, colonnes }) => {
        const ecrites = lignes.map((ligne): LigneNaive =>
          Object.fromEntries(colonnes.map((colonne) => [colonne, (ligne as LigneNaive)[colonne] ?? ''])),
        )
        const pleines = ecrites.filter((ligne) => Object.values(ligne).some((cellule) => cellule !== ''))
        const attributions = lireAttributions(ecrites, { entetes: colonnes })
        const { objectifs } = compterObjectifs(attributions, {
          annee: 2025,
          seuils: TABLE,
          borne: incluse ? 'incluse' : 'stricte',
        })
        const comptes = objectifs.map((o) => [
          `${o.code} ${o.perimetre}`,
          o.numerateur,
          o.denominateur,
          o.inconnus_numerateur,
          o.inconnus_denominateur,
        ])
        const attendus = [...compterNaivement(pleines, 2025, SEUILS, incluse)].map(([cle, l]) => [
          cle,
          l.numerateur,
          l.denominateur,
          l.inconnus_numerateur,
          l.inconnus_denominateur,
        ])
        expect(comptes.toSorted()).toEqual(attendus.toSorted())
      }),
      { numRuns: 300 },
    )
  })

  it('sees figures worth comparing: rows in every place occur', () => {
    const places = { numerateur: 0, denominateur: 0, inconnus_numerateur: 0, inconnus_denominateur: 0 }
    for (const { lignes } of fc.sample(table, { numRuns: 300, seed: 1 }))
      for (const ligne of compterNaivement(lignes, 2025, SEUILS).values()) {
        places.numerateur += ligne.numerateur
        places.denominateur += ligne.denominateur
        places.inconnus_numerateur += ligne.inconnus_numerateur
        places.inconnus_denominateur += ligne.inconnus_denominateur
      }
    expect(Object.values(places).every((nombre) => nombre > 100)).toBe(true)
  })
})
