import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cotation } from '../../../core/cotation/coter.ts'
import { coter } from '../../../core/cotation/coter.ts'
import { creerEssai } from '../../../core/scenarios/essai/essai.ts'
import { grilleValide, grillesAPortee } from '../../generateurs/grilles.ts'
import { populations } from '../../generateurs/populations.ts'
import type { CritereJson, GrilleJson } from '../../naif/grille.ts'
import { CONTEXTE, coterPar, demandesDe, demandesDepuis, lue } from '../outils.ts'

/** Everything that a scoring holds, less the columns read. */
function tout(cotation: Cotation) {
  const { totaux, minimums, maximums, complets, classement, constats, sousTotaux, groupes, grilleLue } = cotation
  return {
    totaux,
    minimums,
    maximums,
    complets,
    classement,
    groupes,
    empreinte: grilleLue.empreinte,
    etats: constats.map(({ etats, incertain }) => ({ etats: [...etats], incertain })),
    points: constats.map(({ points }) => points),
    sousTotaux: sousTotaux.map(({ sommes, minimums: min, maximums: max, meilleurs }) => [sommes, min, max, meilleurs]),
  }
}

type Geste = (grille: GrilleJson, n: number) => GrilleJson

function changerCritere(grille: GrilleJson, n: number, changer: (critere: CritereJson) => CritereJson): GrilleJson {
  const rang = n % grille.criteres.length
  return { ...grille, criteres: grille.criteres.map((critere, k) => (k === rang ? changer(critere) : critere)) }
}

function nouveauxPoints({ points, tranches, ...reste }: CritereJson, n: number): CritereJson {
  if (tranches === undefined) return { ...reste, points: (n % 7) - 3.5 }
  return {
    ...reste,
    tranches: { ...tranches, points: tranches.points.map((p, k) => Math.round(100 * p + 100 * ((n + k) % 3)) / 100) },
  }
}

/** One change at a time, as a screen makes them. */
const GESTES: readonly Geste[] = [
  (grille, n) => changerCritere(grille, n, (critere) => nouveauxPoints(critere, n)),
  (grille, n) =>
    changerCritere(grille, n, ({ famille: _famille, ...critere }) => ({
      ...critere,
      famille: n % 2 ? 'PRIO' : 'LOGEMENT',
    })),
  (grille, n) => changerCritere(grille, n, (critere) => ({ ...critere, sur_justificatif: n % 2 === 0 })),
  (grille, n) =>
    changerCritere(grille, n, (critere) =>
      critere.par === undefined ? critere : { ...critere, par: { ...critere.par, maximum: n % 9 } },
    ),
  (grille, n) => ({
    ...grille,
    familles: (grille.familles ?? []).map((f, k) => (k === 0 ? { ...f, plafond: n % 40 } : f)),
  }),
  (grille, n) => ({ ...grille, familles: (grille.familles ?? []).map((f) => ({ ...f, plancher: -(n % 40) })) }),
  (grille, n) => ({
    ...grille,
    familles: (grille.familles ?? []).map((f) => ({ ...f, cumul: n % 2 ? 'somme' : 'maximum' })),
  }),
  (grille) => ({ ...grille, familles: [...(grille.familles ?? [])].reverse() }),
  (grille, n) => ({ ...grille, note_max: 10 + (n % 100) }),
  (grille, n) => ({ ...grille, note_min: -(n % 20) }),
  (grille, n) => ({ ...grille, quartile_borne: n % 2 ? 'stricte' : 'incluse' }),
  (grille) => {
    const { territoire: _territoire, ...reste } = grille
    return reste
  },
  (grille, n) => ({
    ...grille,
    departage: n % 2 ? [{ champ: 'date_depot', ordre: 'decroissant' }] : [{ champ: 'quartile' }],
  }),
  (grille, n) => ({ ...grille, portee: { champ: 'nb_personnes', min: 1 + (n % 3) } }),
  (grille) => ({ ...grille, criteres: [...grille.criteres].reverse() }),
  (grille, n) =>
    grille.criteres.length === 1
      ? grille
      : { ...grille, criteres: grille.criteres.filter((_, k) => k !== n % grille.criteres.length) },
]

const gestes = fc.array(fc.tuple(fc.nat(GESTES.length - 1), fc.nat(1000)), { minLength: 1, maxLength: 6 })

describe('a sequence of changes', () => {
  it('gives after each what scoring from nothing gives, to the last bit', () => {
    fc.assert(
      fc.property(grillesAPortee(), populations({ max: 20 }), fc.nat(2), gestes, (grilles, table, n, suite) => {
        const demandes = demandesDe(table)
        const rang = n % grilles.length
        const depart = grilles.map(lue)
        const essai = creerEssai(coter(demandes, depart, CONTEXTE), rang)
        let grille = grilles[rang] as GrilleJson
        for (const [geste, quantite] of suite) {
          grille = GESTES[geste]?.(grille, quantite) ?? grille
          const attendu = coter(demandes, depart.with(rang, lue(grille)), CONTEXTE).cotations[rang]
          expect(tout(essai.essayer(lue(grille)))).toEqual(attendu === undefined ? undefined : tout(attendu))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same whatever was tried before, and leaves earlier results as they were', () => {
    fc.assert(
      fc.property(grilleValide(), grilleValide(), populations({ max: 15 }), (a, b, table) => {
        const demandes = demandesDe(table)
        const essai = creerEssai(coterPar(demandes, [a]))
        const avant = tout(essai.cotation)
        const premier = essai.essayer(lue(b))
        const photo = tout(premier)
        essai.essayer(lue(a))
        expect(tout(essai.cotation)).toEqual(avant)
        expect(tout(premier)).toEqual(photo)
        expect(tout(essai.essayer(lue(b)))).toEqual(photo)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the bound of quartiles that the user imposes', () => {
    const demandes = demandesDepuis([{ ressources_mensuelles: 788, epci: '200093201', nb_moins_14: 0 }])
    const grille = {
      format: 'grille-cotation/1',
      id: 'q',
      nom: 'q',
      criteres: [{ code: 'Q1', points: 10, si: { champ: 'quartile', est: 1 } }],
    }
    const contexte = { ...CONTEXTE, borne: 'incluse' as const }
    const essai = creerEssai(coter(demandes, [lue(grille)], contexte))
    const attendu = coter(demandes, [lue({ ...grille, quartile_borne: 'stricte' })], contexte).cotations[0]
    expect(essai.essayer(lue({ ...grille, quartile_borne: 'stricte' })).totaux).toEqual(attendu?.totaux)
  })
})

describe('what is done again', () => {
  const grille = {
    format: 'grille-cotation/1',
    id: 'g',
    nom: 'g',
    familles: [{ code: 'P', nom: 'P', cumul: 'maximum', plafond: 40 }],
    criteres: [
      { code: 'DALO', points: 50, famille: 'P', si: { champ: 'dalo', est: true } },
      { code: 'PRIO', points: 20, famille: 'P', si: { champ: 'prioritaire', est: true } },
      { code: 'MOIS', points: 1, par: { champ: 'anciennete_mois', chaque: 1 } },
    ],
    departage: [{ champ: 'date_depot' }],
  }
  const demandes = demandesDepuis([{ dalo: 'oui' }, { dalo: 'non', date_depot: '2020-01-31' }])
  const essayer = (autre: unknown) => {
    const essai = creerEssai(coterPar(demandes, [grille]))
    essai.essayer(lue(autre))
    return essai.recalcul
  }
  it.each([
    ['nothing', grille, { criteres: 0, groupes: 0, base: false }],
    ['a name', { ...grille, nom: 'autre' }, { criteres: 0, groupes: 0, base: false }],
    [
      'points',
      { ...grille, criteres: grille.criteres.with(0, { ...grille.criteres[0], points: 45 } as never) },
      { criteres: 1, groupes: 1, base: false },
    ],
    [
      'a cap',
      { ...grille, familles: [{ code: 'P', nom: 'P', cumul: 'maximum', plafond: 30 }] },
      { criteres: 0, groupes: 1, base: false },
    ],
    ['a limit of the note', { ...grille, note_max: 60 }, { criteres: 0, groupes: 0, base: false }],
    ['a tie-break', { ...grille, departage: [] }, { criteres: 0, groupes: 0, base: true }],
  ])('for %s', (_, autre, attendu) => {
    expect(essayer(autre)).toEqual(attendu)
  })

  it('refuses a grid that is not there', () => {
    expect(() => creerEssai(coterPar(demandes, [grille]), 1)).toThrow('got 1')
  })
})
