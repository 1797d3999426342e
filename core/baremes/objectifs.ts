import type { Parametre } from '../socle/parametre.ts'

/** An exact share: never rounded before the last step. */
export interface Fraction {
  readonly numerateur: number
  readonly denominateur: number
}

/** Targets of the allocation reform; a share at or above the target reaches it. */
export type CodeCible = 'q1_hors_qpv' | 'autres_quartiles_qpv' | 'prioritaires'

/** Legal ceilings of the State's reservations, in the yearly flow of dwellings. */
export type CodePlafondFlux = 'contingent_etat' | 'contingent_agents'

/**
 * The legal target of each indicator, at least.
 *
 * Source: CCH art. L. 441-1 and L. 441-1-5.
 *
 * @example entreeAu(CIBLES.q1_hors_qpv, '2026-01-31')?.valeur //=> { numerateur: 1, denominateur: 4 }
 */
export const CIBLES: Readonly<Record<CodeCible, Parametre<Fraction>>> = {
  q1_hors_qpv: {
    description:
      'Part des baux signés hors QPV au bénéfice des ménages du premier quartile ou relogés (renouvellement urbain, copropriétés dégradées)',
    unite: 'part des baux signés hors QPV dans l’année',
    verifieLe: '2026-11-22',
    valeurs: [
      {
        depuis: '2018-11-25',
        valeur: { numerateur: 1, denominateur: 4 },
        reference: {
          titre:
            'CCH, art. L. 441-1, issu de la loi n° 2017-86 du 27 janvier 2017 et de la loi n° 2018-1021 du 23 novembre 2018, qui a supprimé la modulation locale',
        },
        etat: 'verifie',
      },
    ],
  },
  autres_quartiles_qpv: {
    description:
      'Part des attributions en QPV au bénéfice des ménages des trois autres quartiles, à défaut d’un objectif local ; rédaction en vigueur de l’assiette à vérifier',
    unite: 'part des attributions de l’année en QPV',
    verifieLe: '2026-11-22',
    valeurs: [
      {
        depuis: '2017-01-29',
        valeur: { numerateur: 1, denominateur: 2 },
        reference: { titre: 'CCH, art. L. 441-1 et L. 441-1-5, issus de la loi n° 2017-86 du 27 janvier 2017' },
        etat: 'a-verifier',
      },
    ],
  },
  prioritaires: {
    description:
      'Part des attributions de chaque réservataire, et du bailleur hors contingent, au bénéfice des ménages reconnus DALO ou prioritaires ; rédaction en vigueur de l’assiette à vérifier',
    unite: 'part des attributions de l’année du réservataire',
    verifieLe: '2026-11-22',
    valeurs: [
      {
        depuis: '2017-01-29',
        valeur: { numerateur: 1, denominateur: 4 },
        reference: { titre: 'CCH, art. L. 441-1 et L. 441-2-3, issus de la loi n° 2017-86 du 27 janvier 2017' },
        etat: 'a-verifier',
      },
    ],
  },
}

/**
 * The most that the State may reserve, as shares of the yearly flow. They bind the flow, not the shares observed among
 * allocations. The ceiling of the agents is part of the ceiling of the State.
 *
 * Source: CCH art. R. 441-5 and following.
 */
export const PLAFONDS_FLUX: Readonly<Record<CodePlafondFlux, Parametre<Fraction>>> = {
  contingent_etat: {
    description: 'Part du flux annuel réservée à l’État, au plus',
    unite: 'part du flux annuel de logements',
    verifieLe: '2026-11-22',
    valeurs: [
      {
        depuis: '2020-02-22',
        valeur: { numerateur: 3, denominateur: 10 },
        reference: {
          titre: 'CCH, art. R. 441-5 et suivants (décret n° 2020-145 du 20 février 2020), instruction du 28 mars 2022',
          url: 'https://attributionlogementsocialetdalo.logement.gouv.fr/la-gestion-en-flux-des-reservations-de-logements-a417.html',
        },
        etat: 'verifie',
      },
    ],
  },
  contingent_agents: {
    description: 'Part du flux annuel réservée aux agents civils et militaires de l’État, au plus',
    unite: 'part du flux annuel de logements',
    verifieLe: '2026-11-22',
    valeurs: [
      {
        depuis: '2020-02-22',
        valeur: { numerateur: 1, denominateur: 20 },
        reference: {
          titre: 'CCH, art. R. 441-5 et suivants (décret n° 2020-145 du 20 février 2020), instruction du 28 mars 2022',
          url: 'https://attributionlogementsocialetdalo.logement.gouv.fr/la-gestion-en-flux-des-reservations-de-logements-a417.html',
        },
        etat: 'verifie',
      },
    ],
  },
}
