/**
 * What a cell shows instead of a value: `valeur` (#VALUE!) when something cannot be read or is not allowed, `absent`
 * (#N/A) when something is missing. Excel shows the message for these two alone.
 */
export class ErreurCellule extends Error {
  readonly genre: 'valeur' | 'absent'

  constructor(genre: 'valeur' | 'absent', message: string) {
    super(message)
    this.genre = genre
  }
}

/** What a function gives to one cell; an empty text leaves it looking empty. */
export type Rendu = string | number | boolean | ErreurCellule
