import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptabilite, frequence } from '../../../core/scenarios/robustesse/acceptabilite.ts'
import { preparerBanc } from '../../../core/scenarios/robustesse/banc.ts'
import { demandesEnBordure } from '../../../core/scenarios/robustesse/bordure.ts'
import { Compteur, decomposer } from '../../../core/scenarios/robustesse/decomposition.ts'
import { aleatoire } from '../../../core/socle/aleatoire.ts'
import { grilleValide } from '../../generateurs/grilles.ts'
import { populations } from '../../generateurs/populations.ts'
import type { GrilleJson } from '../../naif/grille.ts'
import { demandesDe, demandesDepuis } from '../outils.ts'
import { coterBrut, LOTS, lotsCodes, troisBruts } from './force-brute.ts'

/** The grid with each criterion's points multiplied by the next factor, in whole hundredths. */
function tirer(grille: GrilleJson, amplitude: number, suivant: () => number): GrilleJson {
  return {
    ...grille,
    criteres: grille.criteres.map((critere) => {
      const facteur = 1 + amplitude * (2 * suivant() - 1)
      const tire = (points: number): number => Math.round(Math.round(points * 100) * facteur) / 100
      return critere.tranches === undefined
        ? { ...critere, points: tire(critere.points ?? 0) }
        : { ...critere, tranches: { ...critere.tranches, points: critere.tranches.points.map(tire) } }
    }),
  }
}

describe('the totals under other weights', () => {
  it('are those of the engine', () => {
    fc.assert(
      fc.property(grilleValide(), populations({ max: 25 }), fc.integer(), (grille, table, graine) => {
        const demandes = demandesDe(table)
        const base = coterBrut(demandes, grille)
        const banc = preparerBanc(base, demandes)
        const decomposition = decomposer(banc)
        const compteur = new Compteur(decomposition, banc)
        const poids = Float64Array.from(decomposition.reglages, ({ centiemes }) => centiemes)
        expect(compteur.totaux(poids)).toEqual(banc.totaux)

        const suivant = aleatoire(graine)
        const facteurs = grille.criteres.map(() => suivant())
        const tires = poids.map((p, k) =>
          Math.round(p * (1 + 0.5 * (2 * (facteurs[decomposition.reglages[k]?.rang ?? 0] ?? 0) - 1))),
        )
        const relue = aleatoire(graine)
        const autre = coterBrut(demandes, tirer(grille, 0.5, relue))
        expect([...compteur.totaux(tires)]).toEqual([...banc.demandes].map((i) => autre.totaux[i]))
      }),
      { numRuns: 150 },
    )
  })
})

describe('acceptabilite', () => {
  it('counts what scoring everything again at each draw gives', () => {
    fc.assert(
      fc.property(
        grilleValide({ criteresMax: 5 }),
        populations({ max: 30, vides: 0.1 }),
        fc.integer(),
        (grille, table, graine) => {
          const demandes = demandesDe(table)
          const banc = preparerBanc(coterBrut(demandes, grille), demandes, lotsCodes(demandes, LOTS))
          const tirages = 12
          const suivant = aleatoire(graine)
          const fois = new Map<number, number>()
          for (let t = 0; t < tirages; t++) {
            const trois = troisBruts(demandes, coterBrut(demandes, tirer(grille, 0.25, suivant)), LOTS)
            const presentes = new Set(trois.flatMap((lot) => (lot === '' ? [] : lot.split(' ').map(Number))))
            for (const i of presentes) fois.set(i, (fois.get(i) ?? 0) + 1)
          }
          const obtenu = acceptabilite(banc, { graine, tirages })
          expect(new Map(obtenu.demandes.map(({ demande, part }) => [demande, Math.round(part * tirages)]))).toEqual(
            fois,
          )
          const places = new Map<number, number>()
          for (const { paire, part } of obtenu.candidats) places.set(paire, (places.get(paire) ?? 0) + part)
          for (const nombre of places.values()) expect(nombre).toBeCloseTo(Math.min(3, Math.round(nombre)), 10)
        },
      ),
      { numRuns: 40 },
    )
  })

  const grille: GrilleJson = {
    format: 'grille-cotation/1',
    id: 'g',
    nom: 'g',
    criteres: [
      { code: 'DALO', nom: 'D', points: 10, si: { champ: 'dalo', est: true } },
      { code: 'TAILLE', nom: 'T', points: 5, par: { champ: 'nb_personnes', chaque: 1 } },
    ],
  }
  const demandes = demandesDepuis([
    { nb_personnes: 9 },
    { nb_personnes: 8 },
    { dalo: 'oui', nb_personnes: 1 },
    { nb_personnes: 3 },
    { nb_personnes: 1 },
  ])
  const banc = preparerBanc(coterBrut(demandes, grille), demandes)

  it('is certain when nothing is drawn, and the same for the same seed', () => {
    const fixe = acceptabilite(banc, { graine: 1, tirages: 10, amplitude: 0 })
    expect(fixe.demandes.map(({ demande, part, erreur }) => [demande, part, erreur])).toEqual([
      [0, 1, 0],
      [1, 1, 0],
      [2, 1, 0],
    ])
    expect(acceptabilite(banc, { graine: 3 })).toEqual(acceptabilite(banc, { graine: 3 }))
    expect(acceptabilite(banc, { graine: 3 })).not.toEqual(acceptabilite(banc, { graine: 4 }))
  })

  it('finds the probability that can be computed by hand, within its error', () => {
    // The third (10 a + 5 b) passes the fourth (15 b) when a ≥ b: by symmetry half of the draws, ties on hundredths apart.
    const { demandes: trouvees, erreurMaximale } = acceptabilite(banc, { graine: 7, tirages: 2000 })
    const troisieme = trouvees.find(({ demande }) => demande === 2)
    expect(erreurMaximale).toBeCloseTo(0.0112, 4)
    expect(Math.abs((troisieme?.part ?? 0) - 0.5)).toBeLessThan(4 * erreurMaximale)
    expect(troisieme?.erreur).toBeCloseTo(0.0112, 3)
  })

  it('gives the standard error of a share', () => {
    expect(frequence(50, 100)).toEqual({ part: 0.5, erreur: 0.05 })
    expect(frequence(0, 100)).toEqual({ part: 0, erreur: 0 })
  })

  it('refuses no draw at all', () => {
    expect(() => acceptabilite(banc, { graine: 1, tirages: 0 })).toThrow('got 0')
  })
})

describe('demandesEnBordure', () => {
  it('are those that a few points separate from the other side, dwelling by dwelling', () => {
    fc.assert(
      fc.property(
        grilleValide({ criteresMax: 5 }),
        populations({ max: 30, vides: 0.1 }),
        fc.nat(10),
        (grille, table, ecart) => {
          const demandes = demandesDe(table)
          const cotation = coterBrut(demandes, grille)
          const banc = preparerBanc(cotation, demandes, lotsCodes(demandes, LOTS))
          const attendu = new Map<number, { dedans: boolean; lots: number; marge: number }>()
          const noter = (i: number, dedans: boolean, marge: number): void => {
            if (marge > ecart * 100) return
            const connue = attendu.get(i) ?? { dedans: false, lots: 0, marge: Infinity }
            attendu.set(i, {
              dedans: connue.dedans || dedans,
              lots: connue.lots + 1,
              marge: Math.min(connue.marge, marge / 100),
            })
          }
          for (const lot of LOTS) {
            const seul = (c: typeof cotation): readonly number[] => {
              const [trois = ''] = troisBruts(demandes, c, [lot])
              return trois === '' ? [] : trois.split(' ').map(Number)
            }
            const trois = seul(cotation)
            const reste = {
              ...cotation,
              classement: {
                ...cotation.classement,
                indices: cotation.classement.indices.filter((i) => !trois.includes(i)),
              },
            }
            // Everyone else who seeks it, three by three.
            const autres: number[] = []
            for (let suite = seul(reste); suite.length > 0; suite = seul(reste)) {
              autres.push(...suite)
              reste.classement.indices = reste.classement.indices.filter((i) => !suite.includes(i))
            }
            if (autres.length === 0) continue
            const total = (i: number): number => cotation.totaux[i] ?? 0
            const [quatrieme, troisieme] = [Math.max(...autres.map(total)), Math.min(...trois.map(total))]
            for (const i of trois) noter(i, true, total(i) - quatrieme)
            for (const i of autres) noter(i, false, troisieme - total(i))
          }
          const obtenu = demandesEnBordure(banc, ecart).map(({ demande, ...reste }) => [demande, reste] as const)
          expect(new Map(obtenu)).toEqual(attendu)
          const marges = obtenu.map(([, { marge }]) => marge)
          expect(marges).toEqual([...marges].sort((a, b) => a - b))
        },
      ),
      { numRuns: 60 },
    )
  })
})
