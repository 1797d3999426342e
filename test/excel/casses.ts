import type { PREUVES } from './preuves.ts'

/** One deliberate fault of the adapter: a text of its source replaced by another, and the proof that must then fail. */
export interface Casse {
  readonly nom: string
  readonly fichier: string
  readonly de: string
  readonly par: string
  readonly preuve: keyof typeof PREUVES
}

export const CASSES: readonly Casse[] = [
  {
    nom: 'a load is skipped: formats of dates are never asked for',
    fichier: 'lecture.ts',
    de: "chargerMorceaux(contexte, etat, lignes, 'numberFormat')",
    par: '[]',
    preuve: 'reads every row once, in order, mapped columns only',
  },
  {
    nom: 'values are read without being loaded',
    fichier: 'lecture.ts',
    de: 'plage.load(quoi)',
    par: "plage.load('rowCount')",
    preuve: 'reads every row once, in order, mapped columns only',
  },
  {
    nom: 'a block is doubled',
    fichier: 'lecture.ts',
    de: 'etat.ligneSuivante += obtenu.lignes',
    par: 'etat.ligneSuivante += etat.blocs.length === 1 ? 0 : obtenu.lignes',
    preuve: 'reads every row once, in order, mapped columns only',
  },
  {
    nom: 'the last row is lost',
    fichier: 'lecture.ts',
    de: 'while (etat.ligneSuivante < etat.source.lignes) {',
    par: 'while (etat.ligneSuivante < etat.source.lignes - 1) {',
    preuve: 'reads every row once, in order, mapped columns only',
  },
  {
    nom: 'rows are numbered from the source, not from the sheet',
    fichier: 'sources.ts',
    de: 'numero: premiere + i + 1',
    par: 'numero: premiere + i',
    preuve: 'reads every row once, in order, mapped columns only',
  },
  {
    nom: 'columns that nobody mapped are read',
    fichier: 'lecture.ts',
    de: "const voulues = quoi === 'values' ? etat.colonnes :",
    par: "const voulues = quoi === 'values' ? [0, 1, 2, 3, 4] :",
    preuve: 'reads every row once, in order, mapped columns only',
  },
  {
    nom: 'the date system is taken for granted',
    fichier: 'sources.ts',
    de: 'serie.value === 35_064 ? DATES_1904 : DATES_1900',
    par: 'DATES_1900',
    preuve: 'reads dates of both systems',
  },
  {
    nom: 'blocks have no bound in bytes',
    fichier: 'lecture.ts',
    de: 'Math.floor(octetsLecture / etat.octetsLigne)',
    par: 'etat.source.lignes',
    preuve: 'keeps every response below the limit of the web, whatever the rows weigh',
  },
  {
    nom: 'a refused block is not halved',
    fichier: 'lecture.ts',
    de: 'if (estTropGros(erreur) && lignes === 1) {',
    par: 'if (estTropGros(erreur)) {',
    preuve: 'halves a response that proves too large',
  },
  {
    nom: 'the cap of cells is not checked before loading',
    fichier: 'lecture.ts',
    de: 'Math.min(parOctets, parCellules, etat.plafond, restantes)',
    par: 'Math.min(parOctets, etat.plafond, restantes)',
    preuve: 'never asks for more cells than the cap, and takes null for a refusal',
  },
  {
    nom: 'null values pass for empty cells',
    fichier: 'lecture.ts',
    de: "if (matrice === null) throw Object.assign(new Error('values === null'), { code: 'RangeExceedsLimit' })",
    par: 'if (matrice === null) return []',
    preuve: 'never asks for more cells than the cap, and takes null for a refusal',
  },
  {
    nom: 'the shape of the source is not compared between blocks',
    fichier: 'lecture.ts',
    de: 'empreinte !== etat.empreinte',
    par: 'empreinte === undefined',
    preuve: 'stops when the source moves between two blocks, or an edit touches what was read',
  },
  {
    nom: 'edits of co-authors are not watched',
    fichier: 'surveillance.ts',
    de: 'etat.modifiee = true',
    par: 'void 0',
    preuve: 'stops when the source moves between two blocks, or an edit touches what was read',
  },
  {
    nom: 'the source is not verified before publishing',
    fichier: 'ecriture.ts',
    de: 'await demande.lecture?.verifier()',
    par: '',
    preuve: 'does not publish on a source that changed after it was read',
  },
  {
    nom: 'a cut reading starts again from nothing known',
    fichier: 'lecture.ts',
    de: '{ codeHote: erreur.codeHote, reprise: etat }',
    par: '{ codeHote: erreur.codeHote }',
    preuve: 'takes up a reading where the host failed',
  },
  {
    nom: 'edit mode is not waited for',
    fichier: 'passage.ts',
    de: 'delayForCellEdit: true',
    par: 'delayForCellEdit: false',
    preuve: 'waits for the end of an edit with one message',
  },
  {
    nom: 'calculation is not restored',
    fichier: 'suspension.ts',
    de: 'contexte.application.calculationMode = etat.calcul',
    par: '',
    preuve: 'puts calculation and events back, after success and after any failure',
  },
  {
    nom: 'events are restored only after success',
    fichier: 'suspension.ts',
    de: '} finally {\n    await retablir(passage, etat).catch(surEchec)\n  }',
    par: '} catch (e) {\n    surEchec()\n    throw e\n  }',
    preuve: 'puts calculation and events back, after success and after any failure',
  },
  {
    nom: 'columns are written in the new order, under the old references',
    fichier: 'publication.ts',
    de: 'const gardes = presents.filter((t) => voulus.includes(t))',
    par: 'const gardes: string[] = presents.slice(0, 0)',
    preuve: 'keeps formulas and pivots alive: same sheet, same table, same columns',
  },
  {
    nom: 'the rest of a longer former output stays',
    fichier: 'publication.ts',
    de: 'if (lignes > 0 && colonnes > 0)',
    par: 'if (lignes > 1e9 && colonnes > 0)',
    preuve: 'leaves nothing of a longer former output',
  },
  {
    nom: 'empty results leave the former ones in place',
    fichier: 'publication.ts',
    de: "plageColonne(de, places.de[0] + i, places.de[1], combien),\n      'Values',",
    par: "plageColonne(de, places.de[0] + i, places.de[1], combien),\n      'Values', true,",
    preuve: 'writes texts as texts, days as days, empty cells as empty',
  },
  {
    nom: 'texts are written as they come, formulas included',
    fichier: 'cellule.ts',
    de: "`'${valeur}` : valeur",
    par: 'valeur : valeur',
    preuve: 'writes texts as texts, days as days, empty cells as empty',
  },
  {
    nom: 'formats are not set before the values',
    fichier: 'depot.ts',
    de: 'formater(cachee, depot)',
    par: '',
    preuve: 'writes texts as texts, days as days, empty cells as empty',
  },
  {
    nom: 'requests have no bound in bytes and are not halved',
    fichier: 'depot.ts',
    de: 'if (gros && lignes.length === 1) throw traduite(erreur)',
    par: 'if (gros) throw traduite(erreur)',
    preuve: 'halves a request that proves too large',
  },
  {
    nom: 'a sheet is ours because of its name',
    fichier: 'cible.ts',
    de: 'const roles = connues.filter((f) => f.role === `resultat:${nom}`)',
    par: 'const roles = connues.filter((f) => f.nom === nom)',
    preuve: 'never touches a sheet of the user, even of the same name',
  },
  {
    nom: 'the former output is not kept',
    fichier: 'ecriture.ts',
    de: 'if (garde !== undefined) avant.push(garde)',
    par: 'void garde',
    preuve: 'puts the former output back in one step',
  },
  {
    nom: 'the stop button is not heard',
    fichier: 'passage.ts',
    de: 'if (signal?.aborted === true) throw',
    par: 'if (signal === null) throw',
    preuve: 'leaves no trace when cancelled',
  },
]
