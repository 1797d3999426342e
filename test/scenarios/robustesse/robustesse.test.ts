import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Banc } from '../../../core/scenarios/robustesse/banc.ts'
import { preparerBanc } from '../../../core/scenarios/robustesse/banc.ts'
import { intervallesStables } from '../../../core/scenarios/robustesse/intervalles.ts'
import { tornade } from '../../../core/scenarios/robustesse/tornade.ts'
import type { Demandes } from '../../../core/demande/demandes.ts'
import { grilleValide } from '../../generateurs/grilles.ts'
import { populations } from '../../generateurs/populations.ts'
import type { GrilleJson } from '../../naif/grille.ts'
import { demandesDe, demandesDepuis } from '../outils.ts'
import { avecPoints, changesBruts, coterBrut, LOTS, lotsCodes, troisBruts } from './force-brute.ts'

function bancDe(demandes: Demandes, grille: GrilleJson): Banc {
  return preparerBanc(coterBrut(demandes, grille), demandes, lotsCodes(demandes, LOTS))
}

/** Dwellings changed when some points are `points`, everything scored again. */
function changes(demandes: Demandes, grille: GrilleJson, code: string, tranche: number | null, points: number): number {
  const avant = troisBruts(demandes, coterBrut(demandes, grille), LOTS)
  const essai = coterBrut(demandes, avecPoints(grille, code, tranche, points))
  return changesBruts(avant, troisBruts(demandes, essai, LOTS))
}

const arrondi = (points: number): number => Math.round(points * 100) / 100

describe('tornade', () => {
  it('counts the dwellings that scoring everything again changes', () => {
    const mouvements = [-40, -10, -3, -1, -0.5, 0, 1, 2, 7, 25]
    let vus = 0
    fc.assert(
      fc.property(grilleValide({ criteresMax: 6 }), populations({ max: 40, vides: 0.1 }), (grille, table) => {
        const demandes = demandesDe(table)
        for (const { critere, tranche, points, parts } of tornade(bancDe(demandes, grille), mouvements)) {
          const attendu = mouvements.map(
            (m) => changes(demandes, grille, critere, tranche, arrondi(points + m)) / LOTS.length,
          )
          expect({ critere, tranche, parts }).toEqual({ critere, tranche, parts: attendu })
          vus += attendu.filter((part) => part > 0).length
        }
      }),
      { numRuns: 60 },
    )
    expect(vus).toBeGreaterThan(100)
  })

  it('puts the widest bar first and tells how far it is', () => {
    const grille: GrilleJson = {
      format: 'grille-cotation/1',
      id: 'g',
      nom: 'g',
      criteres: [
        { code: 'INUTILE', nom: 'I', points: 5, si: { champ: 'nb_personnes', min: 9 } },
        { code: 'DALO', nom: 'D', points: 10, si: { champ: 'dalo', est: true } },
      ],
    }
    const demandes = demandesDepuis([{ dalo: 'non' }, { dalo: 'non' }, { dalo: 'non' }, { dalo: 'oui' }])
    const avance: number[] = []
    const lignes = tornade(preparerBanc(coterBrut(demandes, grille), demandes), [-20, 0], (part) => avance.push(part))
    expect(lignes.map(({ critere, parts, maximum, demandes: n }) => ({ critere, parts, maximum, n }))).toEqual([
      { critere: 'DALO', parts: [1, 0], maximum: 1, n: 1 },
      { critere: 'INUTILE', parts: [0, 0], maximum: 0, n: 0 },
    ])
    expect(avance).toEqual([0, 0.5])
  })
})

describe('intervallesStables', () => {
  const PAS_REGARDES = 45

  /** Steps on one side before the first that changes a dwelling; undefined when none of those looked at does. */
  function brut(
    demandes: Demandes,
    grille: GrilleJson,
    code: string,
    tranche: number | null,
    points: number,
    pas: number,
  ) {
    for (let k = 1; k <= PAS_REGARDES; k++) {
      if (changes(demandes, grille, code, tranche, arrondi(points + k * pas)) > 0)
        return arrondi(points + (k - 1) * pas)
    }
    return undefined
  }

  it('are those found by scoring everything again, step by step', () => {
    fc.assert(
      fc.property(grilleValide({ criteresMax: 4 }), populations({ max: 30, vides: 0.1 }), (grille, table) => {
        const demandes = demandesDe(table)
        const banc = bancDe(demandes, grille)
        const pas = Object.fromEntries(grille.criteres.map(({ code }) => [code, 1]))
        for (const { critere, tranche, points, bas, haut } of intervallesStables(banc, pas)) {
          const [versLeBas, versLeHaut] = [-1, 1].map((p) => brut(demandes, grille, critere, tranche, points, p))
          if (versLeBas === undefined) expect(bas ?? -Infinity).toBeLessThanOrEqual(points - PAS_REGARDES)
          else expect(bas).toBe(versLeBas)
          if (versLeHaut === undefined) expect(haut ?? Infinity).toBeGreaterThanOrEqual(points + PAS_REGARDES)
          else expect(haut).toBe(versLeHaut)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('have no limit only where the farthest points change nothing', () => {
    fc.assert(
      fc.property(grilleValide({ criteresMax: 4 }), populations({ max: 30, vides: 0.1 }), (grille, table) => {
        const demandes = demandesDe(table)
        for (const { critere, tranche, bas, haut } of intervallesStables(bancDe(demandes, grille))) {
          for (const loin of [60, 200, 1000, 20000]) {
            if (haut === null) expect(changes(demandes, grille, critere, tranche, loin + 100)).toBe(0)
            if (bas === null) expect(changes(demandes, grille, critere, tranche, -loin - 100)).toBe(0)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  const grille: GrilleJson = {
    format: 'grille-cotation/1',
    id: 'g',
    nom: 'g',
    criteres: [
      { code: 'DALO', nom: 'D', points: 10, si: { champ: 'dalo', est: true } },
      { code: 'TAILLE', nom: 'T', points: 2.5, par: { champ: 'nb_personnes', chaque: 1 } },
    ],
  }
  // Totals: 22.5, 10, 10, 7.5. With DALO at −5 the first has what the fourth has, and comes before it by number.
  const demandes = demandesDepuis([
    { dalo: 'oui', nb_personnes: 5 },
    { dalo: 'non', nb_personnes: 4 },
    { dalo: 'non', nb_personnes: 4 },
    { dalo: 'non', nb_personnes: 3 },
  ])

  it('go from the last step that changes nothing on one side to the last on the other', () => {
    const [dalo, taille] = intervallesStables(preparerBanc(coterBrut(demandes, grille), demandes))
    expect(dalo).toMatchObject({ critere: 'DALO', points: 10, pas: 1, bas: -5, haut: null })
    expect(taille).toMatchObject({ critere: 'TAILLE', points: 2.5, pas: 0.1, bas: 0, haut: null })
  })

  it('take the step that is asked', () => {
    const banc = preparerBanc(coterBrut(demandes, grille), demandes)
    expect(intervallesStables(banc, { DALO: 5, TAILLE: 0.5 })[0]).toMatchObject({ pas: 5, bas: -5, haut: null })
  })
})
