import type { CodeRefusLecture } from './messages-lecture.ts'

/**
 * What is wrong with the bytes of a file, found where its name is not known: `ouvrirClasseur` and the iteration of rows
 * turn it into the `Refus` that the user reads.
 */
export class FauteLecture extends Error {
  readonly code: CodeRefusLecture
  readonly detail: string

  constructor(code: CodeRefusLecture, detail = '') {
    super(`${code} ${detail}`)
    this.name = 'FauteLecture'
    this.code = code
    this.detail = detail
  }
}
