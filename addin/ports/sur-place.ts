import { Refus, type ValeurEcrite } from '../../core/index.ts'
import type { Progres } from '../travail/contrat.ts'
import type { FeuilleDecrite } from '../travail/feuille-decrite.ts'
import type { SessionDistante } from '../travail/poste.ts'

/** The host stopped answering while the demandes were read: what came is kept, reading again goes on from there. */
export class LectureInterrompue extends Refus {}

/** The demandes changed since they were read: what was computed of them is not written. */
export class SourceChangee extends Refus {}

/**
 * Results written where the demandes live. Every function gives what the user should know, in French sentences.
 *
 * @throws Refus when it cannot be done, `SourceChangee` when the demandes have to be read again
 */
export interface SurPlace {
  /** Writes the result sheets; their former content is kept. */
  ecrire(session: SessionDistante, progres: Progres): Promise<readonly string[]>
  /** Writes note and rank to the right of the user's own table. */
  ajouterColonnes(session: SessionDistante, progres: Progres): Promise<readonly string[]>
  /** Names of the sheets whose former content can be put back. */
  restaurables(): Promise<readonly string[]>
  restaurer(): Promise<readonly string[]>
  /** Writes sheets that another job of the worker made; rows come by windows. */
  ecrireFeuilles?(
    feuilles: readonly FeuilleDecrite[],
    lignes: (rang: number, debut: number, nombre: number) => Promise<readonly (readonly ValeurEcrite[])[]>,
    progres: Progres,
  ): Promise<readonly string[]>
}
