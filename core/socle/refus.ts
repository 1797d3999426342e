import { francais } from './typographie.ts'

/**
 * An input that cannot give a valid result: file missing, no column for a required field, grid refused… Its reasons are
 * French sentences for the user. Anything else that is thrown is a fault of ours.
 *
 * @example
 * new Refus(['Le fichier est vide.', 'La grille manque : donnez-la.']).message
 * //=> 'Le fichier est vide.\nLa grille manque : donnez-la.'
 */
export class Refus extends Error {
  readonly raisons: readonly string[]

  constructor(raisons: string | readonly string[]) {
    const liste = (typeof raisons === 'string' ? [raisons] : raisons).map(francais)
    super(liste.join('\n'))
    this.name = 'Refus'
    this.raisons = liste
  }
}
