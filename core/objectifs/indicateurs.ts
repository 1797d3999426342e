import type { Condition } from '../cotation/grille/grille.ts'
import type { NomAssiette } from './assiettes.ts'

/** The rates that the law follows, and two that it does not bind but that everyone asks for. */
export type CodeIndicateur =
  'q1_hors_qpv' | 'autres_quartiles_qpv' | 'prioritaires' | 'contingent_etat' | 'contingent_agents' | 'mutations'

/** How a rate is counted: its own base, what belongs to its denominator, what belongs to its numerator. */
export interface Indicateur {
  readonly code: string
  readonly libelle: string
  /** What is in the numerator, for sentences: « il manque 14 … ». */
  readonly quoi: readonly [singulier: string, pluriel: string]
  readonly assiette: NomAssiette
  /** Without it, the whole base. */
  readonly denominateur?: Condition
  readonly numerateur: Condition
  /** What is counted and left out, in one French sentence. */
  readonly definition: string
  readonly baseLegale: string
}

const HORS_QPV: Condition = { tous: [{ champ: 'qpv', est: false }, { non: { champ: 'ex_qpv', est: true } }] }

/**
 * The legal indicators. Each has its own base: leases for the first one, decisions for the others.
 *
 * Source: CCH art. L. 441-1, L. 441-1-5, L. 441-2-3, R. 441-5.
 */
export const INDICATEURS: readonly (Indicateur & { readonly code: CodeIndicateur })[] = [
  {
    code: 'q1_hors_qpv',
    libelle: 'Premier quartile et relogés, hors QPV',
    quoi: ['bail du premier quartile hors QPV', 'baux du premier quartile hors QPV'],
    assiette: 'baux',
    denominateur: HORS_QPV,
    numerateur: {
      un_de: [
        { champ: 'relogement', parmi: ['anru', 'orcod'] },
        { champ: 'quartile', est: 1 },
      ],
    },
    definition:
      'Baux signés dans l’année hors QPV et hors secteurs assimilés, dont le ménage est du premier quartile ou relogé (renouvellement urbain, copropriétés dégradées) ; un ménage qui est les deux compte une fois.',
    baseLegale: 'CCH, art. L. 441-1',
  },
  {
    code: 'autres_quartiles_qpv',
    libelle: 'Trois autres quartiles, en QPV',
    quoi: ['attribution en QPV à un autre quartile', 'attributions en QPV aux autres quartiles'],
    assiette: 'decisions',
    denominateur: { champ: 'qpv', est: true },
    numerateur: { champ: 'quartile', parmi: [2, 3, 4] },
    definition:
      'Décisions d’attribution de l’année en QPV, suivies ou non d’un bail, dont le ménage est du deuxième, troisième ou quatrième quartile.',
    baseLegale: 'CCH, art. L. 441-1 et L. 441-1-5',
  },
  {
    code: 'prioritaires',
    libelle: 'DALO et publics prioritaires, par réservataire',
    quoi: ['attribution à un ménage prioritaire', 'attributions à des ménages prioritaires'],
    assiette: 'decisions',
    numerateur: { champ: 'prioritaire', est: true },
    definition:
      'Décisions d’attribution de l’année du réservataire, suivies ou non d’un bail, dont le ménage est reconnu DALO ou relève d’un public prioritaire.',
    baseLegale: 'CCH, art. L. 441-1 et L. 441-2-3',
  },
  {
    code: 'contingent_etat',
    libelle: 'Part du contingent de l’État',
    quoi: ['attribution sur le contingent de l’État', 'attributions sur le contingent de l’État'],
    assiette: 'decisions',
    denominateur: { connu: 'reservataire' },
    numerateur: { champ: 'reservataire', parmi: ['PPRIOR', 'PFONCT'] },
    definition:
      'Part observée des décisions de l’année imputées à l’État, parmi celles dont le réservataire est connu. Ce n’est pas un objectif : les plafonds légaux portent sur le flux.',
    baseLegale: 'CCH, art. R. 441-5',
  },
  {
    code: 'contingent_agents',
    libelle: 'Part du contingent des agents de l’État',
    quoi: ['attribution à un agent de l’État', 'attributions à des agents de l’État'],
    assiette: 'decisions',
    denominateur: { connu: 'reservataire' },
    numerateur: { champ: 'reservataire', est: 'PFONCT' },
    definition:
      'Part observée des décisions de l’année imputées aux agents civils et militaires de l’État, parmi celles dont le réservataire est connu.',
    baseLegale: 'CCH, art. R. 441-5',
  },
  {
    code: 'mutations',
    libelle: 'Mutations',
    quoi: ['attribution en mutation', 'attributions en mutation'],
    assiette: 'decisions',
    denominateur: { connu: 'nature' },
    numerateur: { champ: 'nature', est: 'mutation' },
    definition:
      'Décisions d’attribution de l’année au bénéfice de locataires du parc social, parmi celles dont la nature est connue.',
    baseLegale: 'aucune cible nationale ; cible locale possible',
  },
]

/**
 * The indicator of this code; undefined when there is none. Each bears its definition and its article of law.
 *
 * @example indicateurDe('mutations')?.libelle //=> 'Mutations'
 */
export function indicateurDe(code: string): Indicateur | undefined {
  return INDICATEURS.find((indicateur) => indicateur.code === code)
}
