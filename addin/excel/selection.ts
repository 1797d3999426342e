/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import { message } from './messages.ts'
import { codeHote, type Passage } from './passage.ts'
import type { Place } from './port.ts'
import { retirer } from './surveillance.ts'

/** Shows a cell to the user. */
export async function selectionnerCellule(passage: Passage, place: Place): Promise<void> {
  await passage.etape(async (contexte) => {
    const feuille = contexte.workbook.worksheets.getItemOrNullObject(place.feuilleId)
    feuille.load('name,visibility')
    await contexte.sync()
    if (feuille.isNullObject) throw new Refus(message('sourceDisparue', place.feuilleId))
    if (feuille.visibility !== 'Visible') throw new Refus(message('feuilleMasquee', feuille.name))
    feuille.activate()
    feuille.getRangeByIndexes(place.ligne, place.colonne, 1, 1).select()
    await contexte.sync()
  })
}

/** Where the selection starts: the active cell, for one who selects downwards. */
async function placeSelectionnee(contexte: Excel.RequestContext): Promise<Place> {
  const plage = contexte.workbook.getSelectedRange()
  plage.load('rowIndex,columnIndex')
  const feuille = plage.worksheet
  feuille.load('id')
  await contexte.sync()
  return { feuilleId: feuille.id, ligne: plage.rowIndex, colonne: plage.columnIndex }
}

/** A selection that cannot be read (several areas, a chart) is no place. */
async function signaler(passage: Passage, rappel: (place: Place) => void): Promise<void> {
  const place = await passage.executer(placeSelectionnee).catch(() => undefined)
  if (place !== undefined) rappel(place)
}

export async function suivre(passage: Passage, rappel: (place: Place) => void): Promise<() => Promise<void>> {
  const abonnement = await passage.etape(async (contexte) => {
    const pose = contexte.workbook.worksheets.onSelectionChanged.add(() => signaler(passage, rappel))
    await contexte.sync()
    return pose
  })
  return () => retirer(abonnement)
}

async function lireSelection(contexte: Excel.RequestContext, maximum: number) {
  const plage = contexte.workbook.getSelectedRange()
  plage.load('address,cellCount')
  await contexte.sync()
  // Whole columns are selected easily: what is used of them is enough.
  const utile = plage.cellCount < 0 || plage.cellCount > maximum ? plage.getUsedRangeOrNullObject(true) : plage
  utile.load('address,cellCount')
  await contexte.sync()
  if (utile.isNullObject) return { adresse: plage.address, cellules: [] }
  if (utile.cellCount > maximum) throw new Refus(message('selectionTropGrande', utile.cellCount, maximum))
  utile.load('values')
  await contexte.sync()
  return { adresse: utile.address, cellules: utile.values as unknown[][] }
}

/** The cells selected, as values. @throws Refus when there are too many, or when it is not one block */
export async function plageSelectionnee(passage: Passage) {
  try {
    return await passage.executer((contexte) => lireSelection(contexte, passage.reglages.cellulesSelection))
  } catch (erreur) {
    if (codeHote(erreur) === undefined) throw erreur
    throw new Refus(message('selectionIllisible'))
  }
}
