/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import { nomLibre } from './depot.ts'
import { message } from './messages.ts'
import type { Passage } from './passage.ts'
import { feuillesConnues, PREFIXE, ROLE, type FeuilleConnue } from './proprietes.ts'
import { zoneLue } from './sources.ts'
import { adresseZone, type Zone } from './zone.ts'

/** A sheet that the add-in owns, as it is now. */
export interface Cible {
  readonly feuilleId: string
  readonly nomFeuille: string
  /** False until the first results are in. */
  readonly montree: boolean
  readonly marquee: boolean
  readonly protegee: boolean
  readonly filtree: boolean
  /** The user shows a totals row: taken off while values are replaced, then put back. */
  readonly totaux: boolean
  readonly tableauId: string
  /** The table, headers included, without its totals row. */
  readonly zone: Zone
  readonly titres: readonly string[]
}

/**
 * The sheet that holds a result. When the user has duplicated it, the copy carries the mark too: the one that kept the
 * name is ours. A file gives « Cotation (2) » to a result when the user has a « Cotation »: it is found there.
 */
export function feuillePossedee(connues: readonly FeuilleConnue[], nom: string): FeuilleConnue | undefined {
  const roles = connues.filter((f) => f.role === `resultat:${nom}`)
  return roles.find((f) => f.nom === nom) ?? roles[0] ?? feuilleDeFichier(connues, nom)
}

/** As files do it: the first name that is free, or that a marked sheet bears. */
function feuilleDeFichier(connues: readonly FeuilleConnue[], nom: string): FeuilleConnue | undefined {
  const prises = new Map(connues.filter((f) => !f.marquee).map((f) => [f.nom.toLowerCase(), f]))
  const libre = nomLibre(nom, new Set(prises.keys()))
  return connues.find((f) => f.marquee && f.nom.toLowerCase() === libre.toLowerCase())
}

/** The owned sheet of that name with its table; undefined when there is none, or when its table is gone. */
export async function lireCible(contexte: Excel.RequestContext, feuille: FeuilleConnue): Promise<Cible | undefined> {
  const proxy = contexte.workbook.worksheets.getItem(feuille.id)
  const { protection } = proxy
  protection.load('protected')
  const { tables } = proxy
  tables.load('items/id')
  await contexte.sync()
  const [tableau] = tables.items
  if (tableau === undefined) return undefined
  const plage = tableau.getRange()
  const { columns, autoFilter } = tableau
  plage.load('rowIndex,columnIndex,rowCount,columnCount')
  columns.load('items/name')
  tableau.load('showTotals')
  autoFilter.load('isDataFiltered')
  await contexte.sync()
  return {
    feuilleId: feuille.id,
    nomFeuille: feuille.nom,
    montree: feuille.montree,
    marquee: feuille.marquee,
    protegee: protection.protected,
    filtree: autoFilter.isDataFiltered,
    totaux: tableau.showTotals,
    tableauId: tableau.id,
    zone: { ...zoneLue(plage), lignes: plage.rowCount - (tableau.showTotals ? 1 : 0) },
    titres: columns.items.map((c) => c.name),
  }
}

export async function exigerStructureLibre(contexte: Excel.RequestContext): Promise<void> {
  const { protection } = contexte.workbook
  protection.load('protected')
  await contexte.sync()
  if (protection.protected) throw new Refus(message('classeurProtege'))
}

/** What would be overwritten below or to the right of the table when it grows, as an address; undefined when nothing. */
export async function contenuGenant(
  contexte: Excel.RequestContext,
  cible: Cible,
  lignes: number,
  colonnes: number,
): Promise<string | undefined> {
  const { zone } = cible
  const bas = zone.ligne + zone.lignes + (cible.totaux ? 1 : 0)
  const droite = zone.colonne + zone.colonnes
  const largeur = Math.max(colonnes, zone.colonnes)
  const nouvelles: Zone[] = [
    { ligne: bas, colonne: zone.colonne, lignes: zone.ligne + lignes - bas, colonnes: largeur },
    {
      ligne: zone.ligne,
      colonne: droite,
      lignes: Math.min(lignes, zone.lignes),
      colonnes: zone.colonne + colonnes - droite,
    },
  ].filter((z) => z.lignes > 0 && z.colonnes > 0)
  const feuille = contexte.workbook.worksheets.getItem(cible.feuilleId)
  const pleines = nouvelles.map((z) =>
    feuille.getRangeByIndexes(z.ligne, z.colonne, z.lignes, z.colonnes).getUsedRangeOrNullObject(true),
  )
  for (const pleine of pleines) pleine.load('rowIndex,columnIndex,rowCount,columnCount')
  await contexte.sync()
  const genante = pleines.find((p) => !p.isNullObject)
  return genante && adresseZone(zoneLue(genante))
}

/** A new owned sheet, hidden until its results are in: one table with its headers and one empty row. */
export async function creerCible(
  passage: Passage,
  nom: string,
  ligneEntete: number,
  titres: readonly string[],
): Promise<void> {
  const connues = await passage.executer(feuillesConnues)
  const noms = new Set(connues.map((f) => f.nom.toLowerCase()))
  await passage.executer(async (contexte) => {
    const { tables } = contexte.workbook
    tables.load('items/name')
    await contexte.sync()
    const pris = new Set(tables.items.map((t) => t.name.toLowerCase()))
    const feuille = contexte.workbook.worksheets.add(nomLibre(PREFIXE, noms))
    feuille.visibility = 'VeryHidden'
    feuille.customProperties.add(ROLE, `resultat:${nom}`)
    const entete = feuille.getRangeByIndexes(ligneEntete, 0, 1, titres.length)
    entete.values = [titres.map((t) => `'${t}`)]
    const tableau = feuille.tables.add(feuille.getRangeByIndexes(ligneEntete, 0, 2, titres.length), true)
    tableau.name = nomTableau(nom, pris)
    feuille.name = nomLibre(nom, noms)
    await contexte.sync()
  })
}

/** @example nomTableau('Publics prioritaires', new Set()) //=> 'Publics_prioritaires' */
export function nomTableau(nom: string, pris: ReadonlySet<string>): string {
  const base = nom.replace(/[^\p{L}\p{N}_.]/gu, '_')
  let [candidat, n] = [base, 1]
  while (pris.has(candidat.toLowerCase())) candidat = `${base}_${String(++n)}`
  return candidat
}
