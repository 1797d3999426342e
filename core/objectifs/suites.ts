import type { ColonneSimple } from '../lecture/colonne.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'
import type { Jour } from '../socle/jour.ts'
import type { Attributions } from './attributions.ts'

/** What a table of allocations says of one demande that a commission looked at: what an evaluation of a grid needs. */
export interface SuiteDemande {
  readonly numero: string
  /** Whether it counts as an allocation. */
  readonly obtenue: boolean
  readonly decisionLe?: Jour
  readonly bailLe?: Jour
  readonly rangCal?: number
  readonly logement?: string
}

/** Decisions that count by themselves, and those that count once a lease is signed. */
const SEULES = ['attribution']
const AVEC_BAIL = [...SEULES, 'attribution_rang', 'sous_condition']

function simple(attributions: Attributions, code: string): ColonneSimple {
  const colonne = attributions.colonne(code)
  if (colonne.genre !== 'simple') throw new Error(`a single value is expected: got ${code}`)
  return colonne
}

function nombre({ etats, valeurs }: ColonneSimple, i: number): number | undefined {
  return etats[i] === CONNU ? valeurs[i] : undefined
}

function texte({ etats, valeurs, dictionnaire }: ColonneSimple, i: number): string | undefined {
  return etats[i] === CONNU ? dictionnaire[valeurs[i] ?? 0] : undefined
}

/** As targets count: an empty decision is an allocation; one of rank two or under condition counts with a lease only. */
function lireObtenue(decision: ColonneSimple, bail: ColonneSimple): (i: number) => boolean {
  return (i) => {
    if (decision.etats[i] === VIDE) return true
    const code = texte(decision, i) ?? ''
    return SEULES.includes(code) || (AVEC_BAIL.includes(code) && bail.etats[i] === CONNU)
  }
}

/**
 * The rows of a table of allocations that name a demande, as the evaluation of a grid takes them (« did it work? »).
 *
 * @example suitesDemandes(attributions)[0] //=> { numero: '099022190000199999', obtenue: false, …, logement: 'LOG-000001' }
 */
export function suitesDemandes(attributions: Attributions): readonly SuiteDemande[] {
  const colonnes = {
    numero: simple(attributions, 'numero_unique'),
    decision: simple(attributions, 'decision'),
    decisionLe: simple(attributions, 'date_decision'),
    bailLe: simple(attributions, 'date_bail'),
    rangCal: simple(attributions, 'rang_cal'),
    logement: simple(attributions, 'reference_logement'),
  }
  const obtenue = lireObtenue(colonnes.decision, colonnes.bailLe)
  return Array.from({ length: attributions.nombre }, (_, i) => i).flatMap((i) => {
    const numero = texte(colonnes.numero, i)
    if (numero === undefined) return []
    const [decisionLe, bailLe] = [nombre(colonnes.decisionLe, i), nombre(colonnes.bailLe, i)]
    const [rangCal, logement] = [nombre(colonnes.rangCal, i), texte(colonnes.logement, i)]
    return [
      {
        numero,
        obtenue: obtenue(i),
        ...(decisionLe === undefined ? {} : { decisionLe }),
        ...(bailLe === undefined ? {} : { bailLe }),
        ...(rangCal === undefined ? {} : { rangCal }),
        ...(logement === undefined ? {} : { logement }),
      },
    ]
  })
}
