/// <reference types="office-js" />
import { formatExcel, valeurExcel } from './cellule.ts'
import { exigerStructureLibre, nomTableau } from './cible.ts'
import { nomLibre, partout } from './depot.ts'
import { poserListes, proposer } from './habillage.ts'
import type { Passage } from './passage.ts'
import type { FeuilleModele, ModelesPoses } from './port.ts'
import { feuillesConnues, PREFIXE } from './proprietes.ts'
import { POINTS_PAR_CARACTERE } from './publication.ts'
import { systemeDates } from './sources.ts'

/** Rows that are ready to be filled; the table grows with them. */
const LIGNES_PRETES = 1_000

/** Writes one template, unless the workbook has a sheet of that name, whosever it is. @returns whether it was written */
async function poserUn(contexte: Excel.RequestContext, modele: FeuilleModele): Promise<boolean> {
  const connues = await feuillesConnues(contexte)
  if (connues.some(({ nom }) => nom.toLowerCase() === modele.nom.toLowerCase())) return false
  const systeme = await systemeDates(contexte)
  const { tables, worksheets } = contexte.workbook
  tables.load('items/name')
  await contexte.sync()
  const noms = new Set(connues.map((f) => f.nom.toLowerCase()))
  // Bears a name of ours until it is whole: a request that is cut leaves nothing that is not known as ours.
  const feuille = worksheets.add(nomLibre(`${PREFIXE} modele`, noms))
  feuille.visibility = 'VeryHidden'
  const aides = modele.colonnes.flatMap(({ titre, proposees }) =>
    proposees.length === 0 ? [] : [{ colonne: titre, valeurs: proposees, exigence: 'conseillee' as const }],
  )
  const listes = poserListes(contexte, connues, aides)
  const largeur = modele.colonnes.length
  feuille.getRangeByIndexes(0, 0, 1, largeur).values = [modele.colonnes.map(({ titre }) => `'${titre}`)]
  modele.colonnes.forEach(({ format, largeur: caracteres }, j) => {
    const corps = feuille.getRangeByIndexes(1, j, LIGNES_PRETES, 1)
    corps.numberFormat = partout(formatExcel(format))
    corps.format.columnWidth = caracteres * POINTS_PAR_CARACTERE
  })
  if (modele.lignes.length > 0) {
    feuille.getRangeByIndexes(1, 0, modele.lignes.length, largeur).values = modele.lignes.map((ligne) =>
      modele.colonnes.map(({ format }, j) => valeurExcel(ligne[j] ?? null, format, systeme)),
    )
  }
  for (const aide of aides) {
    const rang = modele.colonnes.findIndex(({ titre }) => titre === aide.colonne)
    proposer(feuille.getRangeByIndexes(1, rang, LIGNES_PRETES, 1), aide, listes)
  }
  const zone = feuille.getRangeByIndexes(0, 0, Math.max(1, modele.lignes.length) + 1, largeur)
  feuille.tables.add(zone, true).name = nomTableau(modele.nom, new Set(tables.items.map((t) => t.name.toLowerCase())))
  feuille.freezePanes.freezeRows(1)
  feuille.name = modele.nom
  feuille.visibility = 'Visible'
  await contexte.sync()
  return true
}

/** Adds the templates that the workbook lacks. They are the user's from then on: never written again, read as theirs. */
export async function poserModeles(passage: Passage, modeles: readonly FeuilleModele[]): Promise<ModelesPoses> {
  await passage.etape(exigerStructureLibre)
  const poses: string[] = []
  for (const modele of modeles) if (await passage.etape((contexte) => poserUn(contexte, modele))) poses.push(modele.nom)
  return { poses, presents: modeles.map(({ nom }) => nom).filter((nom) => !poses.includes(nom)) }
}

/** Names of the sheets that the user may know of, hidden ones too. */
export async function nomsDesFeuilles(passage: Passage): Promise<readonly string[]> {
  const connues = await passage.etape(feuillesConnues)
  return connues.filter(({ montree }) => montree).map(({ nom }) => nom)
}
