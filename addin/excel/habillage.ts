/// <reference types="office-js" />
import type { Cible } from './cible.ts'
import { nomLibre } from './depot.ts'
import { message, typographie } from './messages.ts'
import type { AideCellule, FauteCellule, Habillage } from './port.ts'
import { PREFIXE, ROLE, ROLE_LISTES, type FeuilleConnue } from './proprietes.ts'
import type { Zone } from './zone.ts'

/** Rows below a table that are ready for what is typed there. */
const RESERVE = 20
/** Lengths that Excel refuses to go beyond. */
const MAXIMUMS = { invite: 255, alerte: 225 } as const
/** Behind locked rows, and behind cells to correct: dark text stays readable on both. */
const GRIS = '#E3E6EA'
const ROSE = '#FBD9DE'

function abreger(texte: string, maximum: number): string {
  return texte.length <= maximum ? texte : `${texte.slice(0, maximum - 1)}…`
}

/** Where the values of each list stand, as a formula. */
export type Listes = ReadonlyMap<string, string>

function cleListe(valeurs: readonly string[]): string {
  return JSON.stringify(valeurs)
}

function lettre(colonne: number): string {
  const reste = String.fromCharCode(65 + (colonne % 26))
  return colonne < 26 ? reste : lettre(Math.floor(colonne / 26) - 1) + reste
}

/**
 * Queues the lists that cells propose, each in a column of a very hidden sheet of ours: written in the rule itself they
 * may not exceed 255 characters, nor hold a comma.
 */
export function poserListes(
  contexte: Excel.RequestContext,
  connues: readonly FeuilleConnue[],
  aides: readonly AideCellule[],
): Listes {
  const presente = connues.find(({ role }) => role === ROLE_LISTES)
  const nom = presente?.nom ?? nomLibre(PREFIXE, new Set(connues.map((f) => f.nom.toLowerCase())))
  const { worksheets } = contexte.workbook
  const feuille = presente === undefined ? worksheets.add(nom) : worksheets.getItem(presente.id)
  if (presente === undefined) {
    feuille.visibility = 'VeryHidden'
    feuille.customProperties.add(ROLE, ROLE_LISTES)
  }
  const listes = new Map<string, string>()
  for (const { valeurs } of aides) {
    if (listes.has(cleListe(valeurs))) continue
    const colonne = listes.size
    feuille.getRangeByIndexes(0, colonne, valeurs.length, 1).values = valeurs.map((v) => [`'${v}`])
    const l = lettre(colonne)
    listes.set(cleListe(valeurs), `='${nom}'!$${l}$1:$${l}$${String(valeurs.length)}`)
  }
  return listes
}

function alerte(exigence: AideCellule['exigence'], valeurs: readonly string[]): Excel.DataValidationErrorAlert {
  const attendu = abreger(typographie(`Attendu : ${valeurs.join(', ')}.`), MAXIMUMS.alerte)
  switch (exigence) {
    case 'fermee':
      return { title: 'Valeur attendue', message: attendu, showAlert: true, style: 'Stop' }
    case 'conseillee':
      return { title: 'Hors de la liste', message: message('horsListe'), showAlert: true, style: 'Information' }
    case 'libre':
      return { title: '', message: '', showAlert: false, style: 'Information' }
  }
}

/** Queues a list of values on cells. */
export function proposer(plage: Excel.Range, { valeurs, exigence }: AideCellule, listes: Listes): void {
  const source = listes.get(cleListe(valeurs))
  if (source === undefined) return
  plage.dataValidation.clear()
  plage.dataValidation.rule = { list: { inCellDropDown: true, source } }
  plage.dataValidation.errorAlert = alerte(exigence, valeurs)
}

/** Typing is refused whatever it is; pasting and the Delete key are not, and are found when the sheet is read again. */
function verrouiller(plage: Excel.Range): void {
  plage.dataValidation.clear()
  plage.dataValidation.rule = { custom: { formula: '=1=0' } }
  plage.dataValidation.ignoreBlanks = false
  const dire = { title: 'Verrouillé par le socle', message: message('critereVerrouille') }
  plage.dataValidation.errorAlert = { ...dire, showAlert: true, style: 'Stop' }
  plage.dataValidation.prompt = { ...dire, showPrompt: true }
  plage.format.fill.color = GRIS
}

function signaler(cellule: Excel.Range, phrase: string): void {
  cellule.dataValidation.prompt = {
    title: 'À corriger',
    message: abreger(phrase, MAXIMUMS.invite),
    showPrompt: true,
  }
  cellule.format.fill.color = ROSE
}

/** What a followed sheet needs to be dressed: its table as it is, headers in order. */
export interface AHabiller extends Habillage {
  readonly zone: Zone
  readonly titres: readonly string[]
  /** Rows that it had before, when it was longer. */
  readonly avant?: number
  readonly fautes: readonly FauteCellule[]
}

/** Queues lists, locks and marks on one of our own sheets; former ones go first. */
export function habiller(contexte: Excel.RequestContext, cible: Cible, quoi: AHabiller, listes: Listes): void {
  const feuille = contexte.workbook.worksheets.getItem(cible.feuilleId)
  const { ligne, colonne, lignes, colonnes } = quoi.zone
  const premiere = ligne + 1
  const plage = (l: number, c: number, nl: number, nc: number): Excel.Range => feuille.getRangeByIndexes(l, c, nl, nc)
  plage(premiere, colonne, Math.max(lignes, quoi.avant ?? 0) + RESERVE, colonnes).dataValidation.clear()
  plage(premiere, colonne, Math.max(1, lignes - 1), colonnes).format.fill.clear()
  for (const aide of quoi.aides) {
    const rang = quoi.titres.indexOf(aide.colonne)
    if (rang < 0) continue
    const cases =
      aide.ligne === undefined
        ? plage(premiere, colonne + rang, lignes - 1 + RESERVE, 1)
        : plage(premiere + aide.ligne, colonne + rang, 1, 1)
    proposer(cases, aide, listes)
  }
  for (const i of quoi.verrouillees) verrouiller(plage(premiere + i, colonne, 1, colonnes))
  for (const faute of quoi.fautes) {
    const rang = quoi.titres.indexOf(faute.colonne)
    if (rang >= 0 && faute.ligne > premiere) signaler(plage(faute.ligne - 1, colonne + rang, 1, 1), faute.message)
  }
}
