import * as aq from 'arquero'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../core/index.ts'
import { agreger } from '../../core/observatoire/agregation/agreger.ts'
import { compterTerritoires, type Niveau } from '../../core/observatoire/agregation/compter-territoires.ts'
import { medianeDesTranches } from '../../core/observatoire/agregation/mediane-des-tranches.ts'
import { INDICATEURS_CALCULES } from '../../core/observatoire/index.ts'
import type { Observation } from '../../core/observatoire/jeu/jeu.ts'
import { jourDe, lireCellules, type CellulesParChamp } from '../outils/coter-cellules.ts'
import { lireAttributions } from '../objectifs/attributions-de-test.ts'
import { FLANDRE, LILLE, PART, RETENU, taux } from './outils.ts'
import { COMMUNES, HIERARCHIE, TERRITOIRES } from './territoires-de-test.ts'

const JOUR = '2026-01-31'
const commune = fc.constantFrom(...COMMUNES)

const attribution = fc.record({
  commune,
  nature: fc.constantFrom('mutation', 'nouvelle', null),
  quartile: fc.constantFrom(1, 2, 3, 4, null),
  typologie: fc.constantFrom('T1', 'T2', 'T3', 'T6P', null),
  decision: fc.constantFrom('attribution', 'attribution', 'refus_candidat', 'non_attribution'),
  date_decision: fc.constantFrom('2025-01-15', '2025-12-31', '2024-12-31', '2026-01-01'),
  date_depot: fc.constantFrom('2024-01-15', '2023-06-30', '2020-02-29', null),
})
const demande = fc.record({
  communes_souhaitees: commune,
  nature: fc.constantFrom('mutation', 'nouvelle', null),
  typologies_souhaitees: fc.constantFrom('T2', 'T3', null),
})

type Ligne = Readonly<Record<string, string | number | null>>

/** What a row lies in, as the two hierarchies say. */
function situer(ligne: Ligne, champ: string): Ligne {
  const code = String(ligne[champ])
  return { ...ligne, commune: code, france: 'FR', ...HIERARCHIE.rattachement(code) }
}

function compter(attributions: readonly Ligne[], demandes: readonly Ligne[]): readonly Niveau[] {
  const lues = lireCellules(
    demandes.map((ligne, i): CellulesParChamp => ({
      numero_unique: `0590723${String(10_000_000_000 + i)}`,
      date_depot: '2024-01-31',
      nb_personnes: 1,
      epci: HIERARCHIE.rattachement(String(ligne.communes_souhaitees))?.epci ?? null,
      ...ligne,
    })),
    { jour: JOUR, lieux: TERRITOIRES },
  )
  return compterTerritoires(
    { demandes: [lues], attributions: lireAttributions(attributions) },
    HIERARCHIE,
    INDICATEURS_CALCULES,
    '2025',
    { jour: jourDe(JOUR), seuils: SEUILS_QUARTILES, borne: 'stricte' },
  )
}

/** Counts of a level, as `territoire modalite → numerateur/denominateur`, without the zeros. */
function chiffres(niveaux: readonly Niveau[], type: string, indicateur: string): Record<string, string> {
  const niveau = niveaux.find((un) => un.type === type)
  const colonnes = niveau?.colonnes.find((une) => une.indicateur === indicateur)
  if (niveau === undefined || colonnes === undefined) return {}
  const { modalites, numerateur, denominateur } = colonnes
  return Object.fromEntries(
    niveau.codes.flatMap((code, t) =>
      modalites.flatMap((modalite, m) => {
        const place = t * modalites.length + m
        return denominateur[place] === 0 || (numerateur[place] === 0 && modalite !== null)
          ? []
          : [[`${code} ${modalite ?? ''}`, `${String(numerateur[place])}/${String(denominateur[place])}`]]
      }),
    ),
  )
}

/** The same by another road: rows grouped by territory, whatever their commune. */
function directement(
  lignes: readonly Ligne[],
  niveau: string,
  cle: string,
  oui: string | null,
): Record<string, string> {
  const connues = lignes.filter((ligne) => ligne[cle] !== null && ligne[niveau] !== null)
  if (connues.length === 0) return {}
  const table = aq.from(connues.map((ligne) => ({ territoire: ligne[niveau], reponse: String(ligne[cle]) })))
  const totaux = table.groupby('territoire').count({ as: 'denominateur' })
  if (oui !== null) {
    const dedans = new Map(
      (
        table
          .filter(aq.escape((d: { readonly reponse: string }) => d.reponse === oui))
          .groupby('territoire')
          .count()
          .objects() as { readonly territoire: string; readonly count: number }[]
      ).map(({ territoire, count }) => [territoire, count]),
    )
    return Object.fromEntries(
      (totaux.objects() as { readonly territoire: string; readonly denominateur: number }[]).map(
        ({ territoire, denominateur }) => [
          `${territoire} `,
          `${String(dedans.get(territoire) ?? 0)}/${String(denominateur)}`,
        ],
      ),
    )
  }
  const reponses = table.groupby('territoire', 'reponse').count().join(totaux, 'territoire').objects()
  return Object.fromEntries(
    (
      reponses as {
        readonly territoire: string
        readonly reponse: string
        readonly count: number
        readonly denominateur: number
      }[]
    ).map(({ territoire, reponse, count, denominateur }) => [
      `${territoire} ${reponse}`,
      `${String(count)}/${String(denominateur)}`,
    ]),
  )
}

/** The observations of a level, as a file holds them. */
function observationsDe(niveaux: readonly Niveau[], type: string, indicateurs: readonly string[]): Observation[] {
  const niveau = niveaux.find((un) => un.type === type)
  const nul = (n: number | undefined): number | null => (n === undefined || Number.isNaN(n) ? null : n)
  return (niveau?.colonnes ?? [])
    .filter(({ indicateur }) => indicateurs.includes(indicateur))
    .flatMap(({ indicateur, dimension, modalites, numerateur, denominateur, valeur }) =>
      (niveau?.codes ?? []).flatMap((territoire, t) =>
        modalites.map((modalite, m) => ({
          indicateur,
          territoire,
          periode: '2025',
          dimension,
          modalite,
          numerateur: nul(numerateur[t * modalites.length + m]),
          denominateur: nul(denominateur[t * modalites.length + m]),
          valeur: nul(valeur[t * modalites.length + m]),
          secret: null,
          diffusion: null,
          source: 's1',
        })),
      ),
    )
}

function trier(observations: readonly Observation[]): unknown[] {
  return observations
    .map((o) => [o.indicateur, o.territoire, o.modalite, o.numerateur, o.denominateur, o.valeur])
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

const NIVEAUX = [
  ['commune', 'commune'],
  ['epci', 'epci'],
  ['departement', 'departement'],
  ['region', 'region'],
  ['france', 'france'],
] as const

describe('counting every territory', () => {
  it('equals a plain grouping of the rows at each level of both hierarchies', () => {
    fc.assert(
      fc.property(
        fc.array(attribution, { minLength: 1, maxLength: 60 }),
        fc.array(demande, { minLength: 1, maxLength: 40 }),
        (attributions, demandes) => {
          const niveaux = compter(
            attributions.map((ligne, i) => ({ ...ligne, epci: null, reference_logement: `L${String(i)}` })),
            demandes,
          )
          const decisions = attributions
            .filter(({ decision, date_decision }) => decision === 'attribution' && date_decision.startsWith('2025'))
            .map((ligne) => situer(ligne, 'commune'))
          const souhaits = demandes.map((ligne) => situer(ligne, 'communes_souhaitees'))
          for (const [type, cle] of NIVEAUX) {
            expect(chiffres(niveaux, type, 'part_mutations')).toEqual(directement(souhaits, cle, 'nature', 'mutation'))
            expect(chiffres(niveaux, type, 'mutations')).toEqual(directement(decisions, cle, 'nature', 'mutation'))
            expect(chiffres(niveaux, type, 'attributions_quartiles')).toEqual(
              directement(decisions, cle, 'quartile', null),
            )
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('makes medians anew from the rows of each level', () => {
    const delais = [3, 5, 9, 20, 40]
    const lignes = delais.map((mois, i) => ({
      commune: i < 2 ? '59350' : '59512',
      decision: 'attribution',
      date_decision: '2025-12-15',
      date_depot: `${String(2025 - Math.floor(mois / 12))}-${String(12 - (mois % 12)).padStart(2, '0')}-15`,
    }))
    const niveaux = compter(lignes, [{ communes_souhaitees: '59350', nature: null, typologies_souhaitees: null }])
    const medianes = NIVEAUX.slice(0, 2).map(([type]) => {
      const niveau = niveaux.find((un) => un.type === type)
      return [...(niveau?.colonnes.find(({ indicateur }) => indicateur === 'delai_median')?.valeur ?? [])]
    })
    expect(medianes).toEqual([[4, 20], [9]])
  })
})

describe('adding up', () => {
  const ADDITIFS = INDICATEURS_CALCULES.filter(({ indicateur }) => indicateur.additif).map(
    ({ indicateur }) => indicateur,
  )
  const ids = ADDITIFS.map(({ id }) => id)

  it('gives, along both hierarchies, what direct computation gives', () => {
    fc.assert(
      fc.property(
        fc.array(attribution, { minLength: 1, maxLength: 60 }),
        fc.array(demande, { minLength: 1 }),
        (a, d) => {
          const niveaux = compter(
            a.map((ligne, i) => ({ ...ligne, reference_logement: `L${String(i)}` })),
            d,
          )
          const monter = (lignes: readonly Observation[], parent: (code: string) => string | null | undefined) =>
            agreger(lignes, ADDITIFS, (code) => parent(code) ?? undefined).observations
          const communes = observationsDe(niveaux, 'commune', ids)
          const rattacher = (code: string) => HIERARCHIE.rattachement(code)
          const epci = monter(communes, (code) => rattacher(code)?.epci)
          const departements = monter(communes, (code) => rattacher(code)?.departement)
          const regions = monter(departements, (code) => HIERARCHIE.regionDe(code))
          expect(trier(epci)).toEqual(trier(observationsDe(niveaux, 'epci', ids)))
          expect(trier(departements)).toEqual(trier(observationsDe(niveaux, 'departement', ids)))
          expect(trier(regions)).toEqual(trier(observationsDe(niveaux, 'region', ids)))
          for (const parties of [epci, regions])
            expect(trier(monter(parties, () => 'FR'))).toEqual(trier(observationsDe(niveaux, 'france', ids)))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('never averages: 1 of 10 and 40 of 50 make 41 of 60', () => {
    const { observations } = agreger([taux(LILLE, 1, 10), taux(FLANDRE, 40, 50)], [PART], () => '32')
    expect(observations).toMatchObject([{ territoire: '32', numerateur: 41, denominateur: 60, valeur: 41 / 60 }])
  })

  it('makes no figure of which a part is withheld, nor of what does not add up, and says so', () => {
    const retenue = agreger([taux(LILLE, 1, 10), taux(FLANDRE, 40, 50, RETENU)], [PART], () => '32')
    expect(retenue.observations).toEqual([])
    expect(retenue.nonAgreges).toMatchObject([{ raison: 'retenu', manquants: 1, sur: 2 }])
    const mediane = agreger([taux(LILLE, 1, 10)], [{ ...PART, additif: false }], () => '32')
    expect(mediane.nonAgreges).toMatchObject([{ raison: 'non-additif' }])
  })

  it('leaves out figures of official sources and what lies nowhere', () => {
    const source = taux(LILLE, 1, 10, { diffusion: 'source' })
    expect(agreger([source], [PART], () => '32')).toEqual({ observations: [], nonAgreges: [] })
    expect(agreger([taux(LILLE, 1, 10)], [PART], () => undefined).observations).toEqual([])
  })
})

describe('a median from published bands', () => {
  const bandes = (...nombres: readonly number[]) =>
    nombres.map((nombre, i) => ({ debut: i * 12, fin: i === nombres.length - 1 ? Infinity : (i + 1) * 12, nombre }))
  it.each([
    [bandes(30, 30, 0), 12],
    [bandes(60, 0, 0), 6],
    [bandes(15, 30, 15), 18],
    [bandes(0, 0, 5), undefined],
    [bandes(0, 0, 0), undefined],
    [bandes(0, 10, 0), 18],
  ])('%j: %s', (tranches, attendue) => {
    expect(medianeDesTranches(tranches)).toBe(attendue)
  })
})
