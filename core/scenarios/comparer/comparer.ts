import type { ContexteCotation, Cotation, Cotations } from '../../cotation/coter.ts'
import { coter } from '../../cotation/coter.ts'
import type { GrilleLue } from '../../cotation/grille/lire-grille.ts'
import type { Demandes } from '../../demande/demandes.ts'
import type { Lecture } from '../../lecture/lire.ts'
import type { Anomalie } from '../../socle/anomalie.ts'
import { anomalie } from '../../socle/messages.ts'
import { lotsDe } from '../lots/logements.ts'
import type { PairesLots } from '../mesures/recherches.ts'
import { pairesLots } from '../mesures/recherches.ts'
import type { MesuresPaire } from './paire.ts'
import { comparerPaire } from './paire.ts'

/** Dwellings once read, and the name of their file: their rows are not those of the demandes. */
export interface LogementsLus {
  readonly fichier: string
  readonly lecture: Lecture
}

/** A fault of the file of dwellings says so; without `fichier` it is one of the demandes. */
export interface AnomalieComparaison extends Anomalie {
  readonly fichier?: string
}

/** Several grids on the same demandes: the first one against each of the others. */
export interface Comparaisons {
  readonly demandes: Demandes
  readonly contexte: ContexteCotation
  /** One a grid, each alone on all the demandes of its scope. */
  readonly cotations: readonly Cotation[]
  /** One a grid after the first. */
  readonly paires: readonly MesuresPaire[]
  readonly anomalies: readonly AnomalieComparaison[]
}

function cle({ ligne, colonne, code, message }: Anomalie): string {
  return [ligne, colonne, code, message].join('\n')
}

/** Faults that several grids find are told once. */
function sansRepetition(anomalies: readonly Anomalie[]): readonly Anomalie[] {
  return [...new Map(anomalies.map((faute) => [cle(faute), faute])).values()]
}

/** Demandes that none of the grids scores. */
function horsDeToutePortee({ lignes }: Demandes, cotees: readonly Cotations[]): readonly Anomalie[] {
  return [...lignes].flatMap((ligne, i) =>
    cotees.every(({ affectations }) => affectations[i] === -1)
      ? [anomalie({ code: 'hors-portee', ligne, colonne: 'numero_unique' })]
      : [],
  )
}

function anomaliesDe(
  demandes: Demandes,
  cotees: readonly Cotations[],
  logements: LogementsLus | undefined,
): readonly AnomalieComparaison[] {
  const trouvees = cotees.flatMap(({ anomalies }) => anomalies.filter(({ code }) => code !== 'hors-portee'))
  return [
    ...demandes.anomalies,
    ...sansRepetition(trouvees),
    ...horsDeToutePortee(demandes, cotees),
    ...(logements?.lecture.anomalies.map((faute) => ({ ...faute, fichier: logements.fichier })) ?? []),
  ]
}

/**
 * Compares the first grid (in force) with each of the others (tried). Each grid scores alone all the demandes of its
 * scope; each pair is compared on the demandes that both score.
 *
 * @param logements dwellings, to count those whose three candidates change
 * @throws Error with fewer than two grids
 * @example comparer(demandes, [grille, autre], contexte).paires[0]?.deplacements.immobiles //=> 1273
 */
export function comparer(
  demandes: Demandes,
  grilles: readonly GrilleLue[],
  contexte: ContexteCotation,
  logements?: LogementsLus,
): Comparaisons {
  const cotees = grilles.map((grille) => coter(demandes, [grille], contexte))
  const cotations = cotees.flatMap((resultat) => resultat.cotations)
  const [a, ...autres] = cotations
  if (a === undefined || autres.length === 0) throw new Error(`two grids or more: got ${String(grilles.length)}`)
  const lots: PairesLots | undefined = logements && pairesLots(lotsDe(logements.lecture, demandes))
  return {
    demandes,
    contexte,
    cotations,
    paires: autres.map((b) => comparerPaire({ a, b, lots }, demandes)),
    anomalies: anomaliesDe(demandes, cotees, logements),
  }
}
