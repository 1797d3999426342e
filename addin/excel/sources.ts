/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import type { Cellule, FeuilleBrute, LigneBrute } from '../../core/index.ts'
import { celluleLue, DATES_1900, DATES_1904, formatDeDate, type SystemeDates } from './cellule.ts'
import { message } from './messages.ts'
import { codeHote, type Passage } from './passage.ts'
import type { Apercu, Source } from './port.ts'
import { feuillesConnues } from './proprietes.ts'
import type { Zone } from './zone.ts'

const FORME = 'rowIndex,columnIndex,rowCount,columnCount'
/** Candidates peeked at when the source is looked for. */
const CANDIDATS = 25

export function zoneLue(plage: Excel.Range): Zone {
  return { ligne: plage.rowIndex, colonne: plage.columnIndex, lignes: plage.rowCount, colonnes: plage.columnCount }
}

interface Candidat {
  readonly genre: Source['genre']
  readonly nom: string
  readonly plage: Excel.Range
  readonly feuille: Excel.Worksheet
  readonly tableau?: Excel.Table
}

function chargerCandidat(candidat: Candidat): Candidat {
  candidat.plage.load(FORME)
  candidat.feuille.load('id,name')
  return candidat
}

function candidatTableau(genre: Source['genre'], tableau: Excel.Table): Candidat {
  return chargerCandidat({
    genre,
    nom: tableau.name,
    plage: tableau.getRange(),
    feuille: tableau.worksheet,
    tableau,
  })
}

/** The table that the selection touches, else the cells selected, else the sheet around the active cell. */
async function candidatSelection(contexte: Excel.RequestContext): Promise<Candidat | undefined> {
  const selection = contexte.workbook.getSelectedRange()
  selection.load(FORME)
  const tableaux = selection.getTables(false)
  tableaux.load('items/id,items/name')
  const { worksheet } = selection
  worksheet.load('name')
  await contexte.sync()
  const [tableau] = tableaux.items
  if (tableau !== undefined) return candidatTableau('selection', tableau)
  const large = selection.rowCount > 1 && selection.columnCount > 1
  const plage = large ? selection : worksheet.getUsedRangeOrNullObject(true)
  return chargerCandidat({ genre: 'selection', nom: worksheet.name, plage, feuille: worksheet })
}

async function candidats(contexte: Excel.RequestContext): Promise<Candidat[]> {
  const { names, tables, worksheets } = contexte.workbook
  names.load('items/name,items/visible,items/type')
  tables.load('items/id,items/name')
  worksheets.load('items/name,items/visibility')
  await contexte.sync()
  const nommees = names.items
    .filter((n) => n.visible && n.type === 'Range')
    .map((n) => ({ n, plage: n.getRangeOrNullObject() }))
  for (const { plage } of nommees) plage.load(FORME)
  await contexte.sync()
  const existantes = nommees.filter(({ plage }) => !plage.isNullObject)
  return [
    ...existantes.map(({ n, plage }) =>
      chargerCandidat({ genre: 'nom', nom: n.name, plage, feuille: plage.worksheet }),
    ),
    ...tables.items.map((t) => candidatTableau('tableau', t)),
    ...worksheets.items
      .filter((f) => f.visibility === 'Visible')
      .map((f) =>
        chargerCandidat({ genre: 'feuille', nom: f.name, plage: f.getUsedRangeOrNullObject(true), feuille: f }),
      ),
  ]
}

function sourceDe({ genre, nom, plage, feuille, tableau }: Candidat): Source | undefined {
  if (plage.isNullObject || plage.rowCount < 2) return undefined
  const source = { genre, nom, feuille: feuille.name, feuilleId: feuille.id, ...zoneLue(plage) }
  return tableau === undefined ? source : { ...source, tableauId: tableau.id }
}

/** The same cells are offered once, under their first kind. */
function sansDoubles(sources: readonly Source[]): Source[] {
  const vues = new Set<string>()
  return sources.filter(({ feuilleId, ligne, colonne, lignes, colonnes }) => {
    const cle = JSON.stringify([feuilleId, ligne, colonne, lignes, colonnes])
    return !vues.has(cle) && vues.add(cle)
  })
}

/** No range is selected (a chart, several areas): the other candidates remain. */
async function selectionOuRien(passage: Passage): Promise<Source | undefined> {
  try {
    return await passage.executer(async (contexte) => {
      const candidat = await candidatSelection(contexte)
      await contexte.sync()
      return candidat && sourceDe(candidat)
    })
  } catch (erreur) {
    if (codeHote(erreur) === undefined) throw erreur
    return undefined
  }
}

export async function listerSources(passage: Passage): Promise<readonly Source[]> {
  const possedees = await passage.etape(feuillesConnues)
  const selection = await selectionOuRien(passage)
  const autres = await passage.etape(async (contexte) => {
    const trouves = await candidats(contexte)
    await contexte.sync()
    return trouves.map(sourceDe)
  })
  const nosFeuilles = new Set(possedees.filter((f) => f.role !== undefined).map((f) => f.id))
  const toutes = [selection, ...autres].filter((s) => s !== undefined)
  return sansDoubles(toutes.filter((s) => !nosFeuilles.has(s.feuilleId)))
}

/** The date system of the workbook: no property says it, but DATE(2000;1;1) does, without writing anything. */
export async function systemeDates(contexte: Excel.RequestContext): Promise<SystemeDates> {
  const serie = contexte.workbook.functions.date(2000, 1, 1)
  serie.load('value')
  await contexte.sync()
  return serie.value === 35_064 ? DATES_1904 : DATES_1900
}

/** Where the source is now: a table is followed, a range stays where it was. */
export function plageSource(contexte: Excel.RequestContext, source: Source): Excel.Range {
  if (source.tableauId !== undefined) return contexte.workbook.tables.getItemOrNullObject(source.tableauId).getRange()
  const feuille = contexte.workbook.worksheets.getItemOrNullObject(source.feuilleId)
  if (source.genre === 'feuille') return feuille.getUsedRangeOrNullObject(true)
  return feuille.getRangeByIndexes(source.ligne, source.colonne, source.lignes, source.colonnes)
}

/** The source as it is now, without a totals row; a `Refus` when it is gone. */
export async function situer(contexte: Excel.RequestContext, source: Source): Promise<Source> {
  const feuille = contexte.workbook.worksheets.getItemOrNullObject(source.feuilleId)
  const { tableauId } = source
  const tableau = tableauId === undefined ? undefined : contexte.workbook.tables.getItemOrNullObject(tableauId)
  feuille.load('name')
  tableau?.load('showTotals')
  await contexte.sync()
  if (feuille.isNullObject || tableau?.isNullObject === true) throw new Refus(message('sourceDisparue', source.nom))
  const plage = plageSource(contexte, source)
  plage.load(FORME)
  await contexte.sync()
  if (plage.isNullObject) throw new Refus(message('sourceDisparue', source.nom))
  const totaux = tableau?.showTotals === true ? 1 : 0
  return { ...source, feuille: feuille.name, ...zoneLue(plage), lignes: plage.rowCount - totaux }
}

/** Filtered or hidden rows are read like the others; merged cells have their value in the first one: the user is told. */
export async function avisMasquage(contexte: Excel.RequestContext, source: Source): Promise<string[]> {
  const { ligne, colonne, lignes, colonnes } = source
  const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
  const plage = feuille.getRangeByIndexes(ligne, colonne, lignes, 1)
  plage.load('rowHidden')
  // A table cannot hold merged cells.
  const fusions =
    source.tableauId === undefined
      ? feuille.getRangeByIndexes(ligne, colonne, lignes, colonnes).getMergedAreasOrNullObject()
      : undefined
  fusions?.load('address')
  await contexte.sync()
  const masquees = plage.rowHidden as boolean | null
  return [
    ...(masquees === false ? [] : [message('filtreSource', source.nom)]),
    ...(fusions === undefined || fusions.isNullObject
      ? []
      : [message('fusions', source.nom, premieres(fusions.address))]),
  ]
}

/** The first places of a list of addresses, without their sheet. */
function premieres(adresses: string): string {
  const toutes = adresses.split(',').map((adresse) => adresse.slice(adresse.lastIndexOf('!') + 1))
  return toutes.length > 3 ? `${toutes.slice(0, 3).join(', ')}…` : toutes.join(', ')
}

export function lignesDe(
  valeurs: readonly (readonly unknown[])[],
  formats: readonly (readonly string[])[],
  premiere: number,
  systeme: SystemeDates,
): LigneBrute[] {
  return valeurs.map((ligne, i) => ({
    numero: premiere + i + 1,
    cellules: ligne.map((valeur, j): Cellule => celluleLue(valeur, systeme, formats[i]?.[j])),
  }))
}

function colonnesDates(valeurs: readonly (readonly unknown[])[], formats: readonly (readonly string[])[]): number[] {
  const largeur = formats[0]?.length ?? 0
  return Array.from({ length: largeur }, (_, j) => j).filter((j) =>
    valeurs.some((ligne, i) => typeof ligne[j] === 'number' && formatDeDate(formats[i]?.[j] ?? '')),
  )
}

export function apercuSource(passage: Passage, demandee: Source): Promise<Apercu> {
  const { lignesApercu, colonnesApercu } = passage.reglages
  return passage.etape(async (contexte) => {
    const source = await situer(contexte, demandee)
    const systeme = await systemeDates(contexte)
    const avis = await avisMasquage(contexte, source)
    const colonnes = Math.min(source.colonnes, colonnesApercu)
    if (colonnes < source.colonnes) avis.push(message('tropDeColonnes', colonnes))
    const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
    const lignes = Math.min(source.lignes, lignesApercu)
    const plage = feuille.getRangeByIndexes(source.ligne, source.colonne, lignes, colonnes)
    plage.load('values,numberFormat')
    await contexte.sync()
    const formats = plage.numberFormat as string[][]
    const brute: FeuilleBrute = { nom: source.nom, lignes: lignesDe(plage.values, formats, source.ligne, systeme) }
    return { feuille: brute, colonnesDates: colonnesDates(plage.values, formats), avis }
  })
}

export async function meilleureSource(
  passage: Passage,
  noter: (feuille: FeuilleBrute) => number,
): Promise<Source | undefined> {
  const possibles = (await listerSources(passage)).slice(0, CANDIDATS)
  const apercus: Apercu[] = []
  for (const source of possibles) apercus.push(await apercuSource(passage, source))
  const notes = apercus.map((a) => noter(a.feuille))
  const meilleure = Math.max(0, ...notes)
  return meilleure === 0 ? undefined : possibles[notes.indexOf(meilleure)]
}
