import type { Evaluateur } from '../../cotation/condition.ts'
import type { Condition } from '../../cotation/grille/grille.ts'
import type { Population } from './population.ts'

/** A group of households: those for which a condition is true; unknown stays unknown, never guessed. */
export interface Modalite {
  readonly code: string
  readonly nom: string
  readonly si: Condition
}

/** One way to cut the demandes into groups. */
export interface Dimension {
  readonly code: string
  readonly nom: string
  /** Whether a demande of known value is in exactly one group: then a group left out is found by subtraction. */
  readonly exclusive: boolean
  readonly modalites: readonly Modalite[]
}

function modalite(code: string, nom: string, si: Condition): Modalite {
  return { code, nom, si }
}

function classesDeTaille(): readonly Modalite[] {
  const exactes = [1, 2, 3, 4].map((n) =>
    modalite(String(n), n === 1 ? '1 personne' : `${String(n)} personnes`, { champ: 'nb_personnes', est: n }),
  )
  return [...exactes, modalite('5+', '5 personnes et plus', { champ: 'nb_personnes', min: 5 })]
}

/** Ways to cut the demandes, in the order in which they are shown. A new one is one entry here. */
export const DIMENSIONS: readonly Dimension[] = [
  {
    code: 'publics',
    nom: 'Publics',
    exclusive: false,
    modalites: [
      modalite('dalo', 'Reconnus DALO', { champ: 'dalo', est: true }),
      modalite('prioritaire', 'Publics prioritaires (DALO ou L. 441-1)', { champ: 'prioritaire', est: true }),
      modalite('parent_isole', 'Parents isolés', { champ: 'parent_isole', est: true }),
    ],
  },
  { code: 'taille', nom: 'Taille du ménage', exclusive: true, modalites: classesDeTaille() },
  {
    code: 'age',
    nom: 'Âge du titulaire',
    exclusive: true,
    modalites: [
      modalite('-25', 'moins de 25 ans', { champ: 'age_titulaire', moins_de: 25 }),
      modalite('25-34', '25 à 34 ans', { champ: 'age_titulaire', min: 25, max: 34 }),
      modalite('35-49', '35 à 49 ans', { champ: 'age_titulaire', min: 35, max: 49 }),
      modalite('50-64', '50 à 64 ans', { champ: 'age_titulaire', min: 50, max: 64 }),
      modalite('65+', '65 ans et plus', { champ: 'age_titulaire', min: 65 }),
    ],
  },
  {
    code: 'quartile',
    nom: 'Quartile de ressources',
    exclusive: true,
    modalites: [1, 2, 3, 4].map((n) =>
      modalite(String(n), n === 1 ? '1er quartile' : `${String(n)}e quartile`, { champ: 'quartile', est: n }),
    ),
  },
  {
    code: 'qpv',
    nom: 'Quartier actuel',
    exclusive: true,
    modalites: [
      modalite('oui', 'Habitent un QPV', { champ: 'qpv_actuel', est: true }),
      modalite('non', 'Habitent hors QPV', { champ: 'qpv_actuel', est: false }),
    ],
  },
  {
    code: 'nature',
    nom: 'Nature de la demande',
    exclusive: true,
    modalites: [
      modalite('nouvelle', 'Demandes nouvelles', { champ: 'nature', est: 'nouvelle' }),
      modalite('mutation', 'Mutations', { champ: 'nature', est: 'mutation' }),
    ],
  },
]

/** Per demande of the population: 0 out, 1 in, 2 unknown (`HORS`, `DANS`, `INCONNU` of the measures). */
export function appartenanceDe(
  { si }: Pick<Modalite, 'si'>,
  evaluateur: Evaluateur,
  population: Population,
): Uint8Array {
  const reponses = evaluateur.evaluer(si)
  const parmi = new Uint8Array(population.length)
  for (let p = 0; p < parmi.length; p++) parmi[p] = reponses[population[p] ?? 0] ?? 2
  return parmi
}
