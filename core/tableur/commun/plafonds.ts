/**
 * Beyond these sizes a file is refused rather than read: no register export comes near, and a hostile file must not
 * exhaust the workstation. Rows and columns are Excel's own limits.
 */
export const PLAFONDS = {
  /** Bytes of one sheet, or of the shared texts, once decompressed. */
  octetsDePartie: 2 ** 31,
  /** Bytes of a descriptive part (workbook, relations, styles, tables) once decompressed. */
  octetsDePetitePartie: 2 ** 26,
  /** Elements of a part that is read as a tree. */
  elements: 2 ** 20,
  /** Above this size a part that was compressed more than `rapport` times is taken for a bomb. */
  octetsSuspects: 2 ** 27,
  rapport: 250,
  parties: 50_000,
  lignes: 1_048_576,
  colonnes: 16_384,
  /** Cells of one sheet, the empty ones on the left of a filled one included. */
  cellules: 500_000_000,
  /** Characters of one XML tag or text, or of one record of a text file. */
  caracteres: 2 ** 25,
} as const
