/**
 * The hidden name, local to a sheet, that says that the sheet is a result of ours, whoever wrote it: a later run, in a
 * file or in Excel, replaces it. It follows the sheet when it is renamed.
 */
export const MARQUE_FEUILLE = '_attributions'

/** What the name holds: the version of the layout of result sheets. */
export const VALEUR_MARQUE = 'resultat/1'
