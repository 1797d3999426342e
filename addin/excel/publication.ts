/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import { contenuGenant, feuillePossedee, lireCible, type Cible } from './cible.ts'
import { LIGNE_PROVENANCE, partout, type Depot } from './depot.ts'
import { message } from './messages.ts'
import type { Passage } from './passage.ts'
import { feuillesConnues, marquer } from './proprietes.ts'

/** Points per character of a column's width. */
export const POINTS_PAR_CARACTERE = 5.6

/** The columns in their order on the sheet: those that are there stay where they are, the new ones follow. */
export function ordreColonnes(presents: readonly string[], voulus: readonly string[]): readonly string[] {
  const gardes = presents.filter((t) => voulus.includes(t))
  return [...gardes, ...voulus.filter((t) => !gardes.includes(t))]
}

function plageColonne(feuille: Excel.Worksheet, ligne: number, colonne: number, lignes: number): Excel.Range {
  return feuille.getRangeByIndexes(ligne, colonne, lignes, 1)
}

/** Copies one column of a hidden sheet, in pieces; the cells never leave Excel. */
function copierColonne(
  vers: Excel.Worksheet,
  de: Excel.Worksheet,
  places: { readonly vers: readonly [number, number]; readonly de: readonly [number, number] },
  lignes: number,
  pas: number,
): void {
  for (let i = 0; i < lignes; i += pas) {
    const combien = Math.min(pas, lignes - i)
    plageColonne(vers, places.vers[0] + i, places.vers[1], combien).copyFrom(
      plageColonne(de, places.de[0] + i, places.de[1], combien),
      'Values',
    )
  }
}

function copierProvenance(vers: Excel.Worksheet, de: Excel.Worksheet, cible: Cible): void {
  vers.getRangeByIndexes(0, 0, 1, 1).copyFrom(de.getRangeByIndexes(0, 0, 1, 1), 'Values')
  const places = Math.max(0, cible.zone.ligne - LIGNE_PROVENANCE - 1)
  if (places === 0) return
  const bloc = vers.getRangeByIndexes(LIGNE_PROVENANCE, 0, places, 2)
  bloc.unmerge()
  bloc.copyFrom(de.getRangeByIndexes(LIGNE_PROVENANCE, 0, places, 2), 'Values')
}

export function vider(
  feuille: Excel.Worksheet,
  ligne: number,
  colonne: number,
  lignes: number,
  colonnes: number,
): void {
  if (lignes > 0 && colonnes > 0) feuille.getRangeByIndexes(ligne, colonne, lignes, colonnes).clear('All')
}

/** Columns that go. A table cannot lose them all: the first one then stays, under a new name. */
function colonnesPerdues(cible: Cible, depot: Pick<Depot, 'titres'>): readonly string[] {
  const perdues = cible.titres.filter((t) => !depot.titres.includes(t))
  return perdues.length === cible.titres.length ? perdues.slice(1) : perdues
}

/** Replaces the values of an owned sheet by those of a hidden one, inside the same sheet and the same table. */
function remplacer(contexte: Excel.RequestContext, cible: Cible, depot: Depot, pas: number): void {
  const { worksheets } = contexte.workbook
  const vers = worksheets.getItem(cible.feuilleId)
  const tableau = vers.tables.getItem(cible.tableauId)
  const { ligne, colonne } = cible.zone
  const lignes = Math.max(1, depot.lignes)
  const ordre = ordreColonnes(cible.titres, depot.titres)
  const perdues = colonnesPerdues(cible, depot)
  if (cible.filtree) tableau.clearFilters()
  if (cible.totaux) tableau.showTotals = false
  for (const titre of perdues) tableau.columns.getItem(titre).delete()
  tableau.resize(vers.getRangeByIndexes(ligne, colonne, lignes + 1, ordre.length))
  copierColonnes(contexte, cible, depot, ordre, pas)
  vider(vers, ligne + lignes + 1, colonne, cible.zone.lignes - lignes - 1, cible.titres.length - perdues.length)
  copierProvenance(vers, worksheets.getItem(depot.feuilleId), cible)
  if (cible.totaux) tableau.showTotals = true
  if (!cible.marquee) marquer(vers)
  if (!cible.montree) montrer(vers, cible, depot)
}

/** A new sheet is shown once its results are in. */
function montrer(feuille: Excel.Worksheet, { zone }: Cible, { figee }: Depot): void {
  feuille.visibility = 'Visible'
  if (figee) feuille.freezePanes.freezeRows(zone.ligne + 1)
}

function copierColonnes(
  contexte: Excel.RequestContext,
  cible: Cible,
  depot: Depot,
  ordre: readonly string[],
  pas: number,
): void {
  const vers = contexte.workbook.worksheets.getItem(cible.feuilleId)
  const de = contexte.workbook.worksheets.getItem(depot.feuilleId)
  const { ligne, colonne } = cible.zone
  const lignes = Math.max(1, depot.lignes)
  ordre.forEach((titre, j) => {
    const rang = depot.titres.indexOf(titre)
    const places = { vers: [ligne, colonne + j], de: [depot.ligneEntete, rang] } as const
    const corps = plageColonne(vers, ligne + 1, colonne + j, lignes)
    corps.numberFormat = partout(depot.formats[rang] ?? 'General')
    copierColonne(vers, de, places, lignes + 1, pas)
    if (!cible.montree) corps.format.columnWidth = (depot.largeurs[rang] ?? 12) * POINTS_PAR_CARACTERE
  })
}

/** The owned sheet, checked: it can take what the deposit holds. */
export async function cibleLibre(
  contexte: Excel.RequestContext,
  depot: Pick<Depot, 'nom' | 'titres' | 'lignes'>,
): Promise<Cible | undefined> {
  const feuille = feuillePossedee(await feuillesConnues(contexte), depot.nom)
  const cible = feuille && (await lireCible(contexte, feuille))
  if (cible === undefined) return undefined
  if (cible.protegee) throw new Refus(message('feuilleProtegee', cible.nomFeuille))
  const lignes = Math.max(1, depot.lignes) + 1
  const nouvelles = depot.titres.filter((t) => !cible.titres.includes(t)).length
  const genant = await contenuGenant(contexte, cible, lignes, cible.titres.length + nouvelles)
  if (genant !== undefined) throw new Refus(message('contenuDessous', cible.nomFeuille, genant))
  return cible
}

/**
 * Publishes deposits, all in one request. Done again from its start after a failure: the state of the sheets is read
 * afresh, so that what was already done is not done twice.
 */
export function publier(passage: Passage, depots: readonly Depot[]): Promise<readonly Cible[]> {
  return passage.etape(async (contexte) => {
    const cibles: Cible[] = []
    for (const depot of depots) {
      const cible = await cibleLibre(contexte, depot)
      if (cible === undefined) throw new Error(`no owned sheet for ${depot.nom}`)
      cibles.push(cible)
    }
    contexte.application.suspendScreenUpdatingUntilNextSync()
    cibles.forEach((cible, i) => {
      const depot = depots[i]
      const pas = Math.max(1, passage.reglages.cellulesCopie)
      if (depot !== undefined) remplacer(contexte, cible, depot, pas)
    })
    await contexte.sync()
    return cibles
  })
}
