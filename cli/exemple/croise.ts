import { strFromU8, strToU8, type Zippable } from 'fflate'
import type { FeuilleExemple } from '../../core/exemple/index.ts'

/** A count of applications by two columns of the source. */
export interface Croisement {
  readonly lignes: string
  readonly colonnes: string
  readonly valeurs: string
}

/** The items of both axes and the counts between them: `comptes[ligne][colonne]`, totals last. */
export interface Compte {
  readonly lignes: readonly string[]
  readonly colonnes: readonly string[]
  readonly comptes: readonly (readonly number[])[]
}

const VIDE = '(vide)'
/** The pivot table begins under the title of its sheet. */
const PREMIERE_LIGNE = 3
const ESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Counts the rows of the source, as the pivot table will show them. */
export function compter(source: FeuilleExemple, croisement: Croisement): Compte {
  const [placeLigne, placeColonne] = [place(source, croisement.lignes), place(source, croisement.colonnes)]
  const couples = source.lignes
    .slice(1)
    .map(({ cellules }) => [cellules[placeLigne], cellules[placeColonne]].map(texte))
  const lignes = modalites(couples.map(([ligne = VIDE]) => ligne))
  const colonnes = modalites(couples.map(([, colonne = VIDE]) => colonne))
  const comptes = lignes.map((ligne) => colonnes.map((c) => couples.filter(([a, b]) => a === ligne && b === c).length))
  return { lignes, colonnes, comptes: avecTotaux(comptes) }
}

/** The cells of the sheet that holds the pivot table, as they stand before anyone refreshes it. */
export function cellulesCroisees(
  croisement: Croisement,
  { lignes, colonnes, comptes }: Compte,
): (string | number | null)[][] {
  return [
    ['Demandes par logement actuel et par nature'],
    [],
    [`Nombre de ${croisement.valeurs}`, croisement.colonnes],
    [croisement.lignes, ...colonnes, 'Total général'],
    ...[...lignes, 'Total général'].map((ligne, i) => [ligne, ...(comptes[i] ?? []).map((n) => (n === 0 ? null : n))]),
  ]
}

/**
 * Adds the pivot table to a workbook: its cache (which keeps no copy of the rows and is refreshed when the workbook
 * opens), its layout, and the three places that name them.
 */
export function ajouterCroise(
  parties: Zippable,
  source: FeuilleExemple,
  croisement: Croisement,
  feuille: { readonly tableSource: string; readonly numero: number },
): Zippable {
  const compte = compter(source, croisement)
  const relations = `xl/worksheets/_rels/sheet${feuille.numero}.xml.rels`
  return {
    ...parties,
    'xl/pivotCache/pivotCacheDefinition1.xml': strToU8(cacheXml(source, croisement, compte, feuille.tableSource)),
    'xl/pivotTables/pivotTable1.xml': strToU8(tableauXml(source, croisement, compte)),
    'xl/pivotTables/_rels/pivotTable1.xml.rels': strToU8(
      relationsXml('pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml'),
    ),
    [relations]: strToU8(relationsXml('pivotTable', '../pivotTables/pivotTable1.xml')),
    ...nommer(parties),
  }
}

function nommer(parties: Zippable): Zippable {
  const type = (nom: string, genre: string): string =>
    `<Override PartName="/xl/${nom}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${genre}+xml"/>`
  const types =
    type('pivotCache/pivotCacheDefinition1.xml', 'pivotCacheDefinition') +
    type('pivotTables/pivotTable1.xml', 'pivotTable')
  const lien = `<Relationship Id="rIdCroise" Type="${RELATIONS}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>`
  const caches = '<pivotCaches><pivotCache cacheId="1" r:id="rIdCroise"/></pivotCaches>'
  return {
    '[Content_Types].xml': inserer(parties, '[Content_Types].xml', types, '</Types>'),
    'xl/_rels/workbook.xml.rels': inserer(parties, 'xl/_rels/workbook.xml.rels', lien, '</Relationships>'),
    'xl/workbook.xml': inserer(parties, 'xl/workbook.xml', caches, '</workbook>'),
  }
}

function inserer(parties: Zippable, nom: string, ajout: string, avant: string): Uint8Array {
  const partie = parties[nom]
  const xml = partie instanceof Uint8Array ? strFromU8(partie) : ''
  if (!xml.includes(avant)) throw new Error(`${nom} does not end with ${avant}.`)
  return strToU8(xml.replace(avant, ajout + avant))
}

function relationsXml(genre: string, cible: string): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${genre}" Target="${cible}"/></Relationships>`
}

function cacheXml(source: FeuilleExemple, croisement: Croisement, compte: Compte, tableSource: string): string {
  const champs = entetes(source).map((entete) => {
    const items = itemsDe(entete, croisement, compte)
    const valeurs =
      items === undefined
        ? '<sharedItems/>'
        : `<sharedItems${attributsItems(items)}>${items.map(itemXml).join('')}</sharedItems>`
    return `<cacheField name="${echapper(entete)}" numFmtId="0">${valeurs}</cacheField>`
  })
  return `${DECLARATION}<pivotCacheDefinition ${ESPACE} xmlns:r="${RELATIONS}" saveData="0" refreshOnLoad="1" refreshedBy="exemple" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3"><cacheSource type="worksheet"><worksheetSource name="${tableSource}"/></cacheSource><cacheFields count="${champs.length}">${champs.join('')}</cacheFields></pivotCacheDefinition>`
}

function attributsItems(items: readonly string[]): string {
  return `${items.includes(VIDE) ? ' containsBlank="1"' : ''} count="${items.length}"`
}

function itemXml(item: string): string {
  return item === VIDE ? '<m/>' : `<s v="${echapper(item)}"/>`
}

function tableauXml(source: FeuilleExemple, croisement: Croisement, compte: Compte): string {
  const noms = entetes(source)
  const champs = noms.map((entete) => champXml(entete, croisement, compte))
  const derniere = PREMIERE_LIGNE + 1 + compte.lignes.length + 1
  const ref = `A${PREMIERE_LIGNE}:${lettre(compte.colonnes.length + 1)}${derniere}`
  return `${DECLARATION}<pivotTableDefinition ${ESPACE} name="Croise1" cacheId="1" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Valeurs" updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" compact="0" compactData="0" gridDropZones="0" multipleFieldFilters="0"><location ref="${ref}" firstHeaderRow="1" firstDataRow="2" firstDataCol="1"/><pivotFields count="${champs.length}">${champs.join('')}</pivotFields><rowFields count="1"><field x="${noms.indexOf(croisement.lignes)}"/></rowFields>${axeXml('rowItems', compte.lignes.length)}<colFields count="1"><field x="${noms.indexOf(croisement.colonnes)}"/></colFields>${axeXml('colItems', compte.colonnes.length)}<dataFields count="1"><dataField name="Nombre de ${echapper(croisement.valeurs)}" fld="${noms.indexOf(croisement.valeurs)}" subtotal="count" baseField="0" baseItem="0"/></dataFields><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>`
}

function champXml(entete: string, croisement: Croisement, compte: Compte): string {
  const items = itemsDe(entete, croisement, compte)
  if (items === undefined) {
    const donnee = entete === croisement.valeurs ? ' dataField="1"' : ''
    return `<pivotField${donnee} compact="0" outline="0" showAll="0"/>`
  }
  const axe = entete === croisement.lignes ? 'axisRow' : 'axisCol'
  const liste = items.map((_, i) => `<item x="${i}"/>`).join('')
  return `<pivotField axis="${axe}" compact="0" outline="0" showAll="0"><items count="${items.length + 1}">${liste}<item t="default"/></items></pivotField>`
}

function axeXml(element: 'rowItems' | 'colItems', nombre: number): string {
  const items = Array.from({ length: nombre }, (_, i) => (i === 0 ? '<i><x/></i>' : `<i><x v="${i}"/></i>`))
  return `<${element} count="${nombre + 1}">${items.join('')}<i t="grand"><x/></i></${element}>`
}

function itemsDe(entete: string, croisement: Croisement, compte: Compte): readonly string[] | undefined {
  if (entete === croisement.lignes) return compte.lignes
  return entete === croisement.colonnes ? compte.colonnes : undefined
}

function entetes(source: FeuilleExemple): string[] {
  return (source.lignes[0]?.cellules ?? []).map(texte)
}

function place(source: FeuilleExemple, entete: string): number {
  const trouvee = entetes(source).indexOf(entete)
  if (trouvee < 0) throw new Error(`No column named ${entete}.`)
  return trouvee
}

function texte(cellule: unknown): string {
  return typeof cellule === 'string' ? cellule : VIDE
}

/** In order, blanks last as a spreadsheet puts them. */
function modalites(valeurs: readonly string[]): string[] {
  const distinctes = [...new Set(valeurs)].filter((valeur) => valeur !== VIDE).sort()
  return valeurs.includes(VIDE) ? [...distinctes, VIDE] : distinctes
}

function avecTotaux(comptes: readonly (readonly number[])[]): number[][] {
  const lignes = comptes.map((ligne) => [...ligne, somme(ligne)])
  const colonnes = Array.from({ length: lignes[0]?.length ?? 0 }, (_, i) => somme(lignes.map((ligne) => ligne[i] ?? 0)))
  return [...lignes, colonnes]
}

function somme(nombres: readonly number[]): number {
  return nombres.reduce((total, nombre) => total + nombre, 0)
}

/** Letter of a column among the first 26; 0 is A. */
function lettre(rang: number): string {
  return String.fromCharCode(65 + rang)
}

function echapper(valeur: string): string {
  return valeur.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
