import { isoJour } from '../../socle/jour.ts'
import type { ColonneEcrite, FeuilleEcrite, ValeurEcrite } from '../../socle/table.ts'
import { numeroExcel } from '../ooxml/dates-excel.ts'
import { ENTETE_XML, type Norme } from '../ooxml/norme.ts'
import { texteXml } from '../xml/texte-xml.ts'
import { compter, LARGEUR_HORS_TABLEAU, type LigneHaut, type MiseEnPage } from './mise-en-page.ts'
import { lettres } from './noms.ts'
import { type Adresser, xmlPropositions } from './propositions.ts'
import type { Restes } from './restes.ts'
import type { Role, Styles } from './styles.ts'

/** What a sheet needs to know of the workbook that receives it. */
export interface Accueil {
  readonly norme: Norme
  readonly styles: Styles
  /** True when the days of the workbook are counted from 1904. */
  readonly depuis1904: boolean
  readonly relationTableau: string
  /** The link to the drawing that holds its charts, if any. */
  readonly dessin: string | undefined
  /** Where a column of another sheet stands. */
  readonly adresser: Adresser
  /** What stays of an earlier version of the sheet. */
  readonly restes: Restes
}

const LONGUEUR_CELLULE = 32_767
const LONGUEUR_PIED = 200

/** A long text keeps its first characters: Excel cannot hold more. */
function coupe(texte: string): string {
  return texte.length <= LONGUEUR_CELLULE ? texte : `${texte.slice(0, LONGUEUR_CELLULE - 1)}…`
}

function xmlTexte(texte: string): string {
  const espaces = /^\s|\s$|\n/.test(texte) ? ' xml:space="preserve"' : ''
  return `<is><t${espaces}>${texteXml(coupe(texte))}</t></is>`
}

function roleColonne({ format, largeur }: ColonneEcrite): Role {
  return format === 'texte' && largeur >= 40 ? 'texteLong' : format
}

/** Writes a cell of a column from its row number and value; nothing for an empty one. */
type EcrireCellule = (ligne: string, valeur: ValeurEcrite) => string

function ecrivain(colonne: ColonneEcrite, place: number, { styles, depuis1904 }: Accueil): EcrireCellule {
  const debut = `<c r="${lettres(place)}`
  const style = (role: Role): string => `" s="${String(styles[role])}"`
  const nombre = `${style(colonne.format === 'texte' ? 'general' : colonne.format)}><v>`
  const texte = `${style(roleColonne(colonne))} t="inlineStr">`
  const date = `${style('date')}><v>`
  const booleen = `${style('general')} t="b"><v>`
  return (ligne, valeur) => {
    if (valeur === null || valeur === '') return ''
    if (typeof valeur === 'number') {
      if (!Number.isFinite(valeur)) throw new Error(`not a number in column ${colonne.titre}, row ${ligne}`)
      return `${debut}${ligne}${nombre}${String(valeur)}</v></c>`
    }
    if (typeof valeur === 'string') return `${debut}${ligne}${texte}${xmlTexte(valeur)}</c>`
    if (typeof valeur === 'boolean') return `${debut}${ligne}${booleen}${valeur ? '1' : '0'}</v></c>`
    const numero = numeroExcel(valeur.jour, depuis1904)
    return numero === undefined
      ? `${debut}${ligne}${texte}${xmlTexte(isoJour(valeur.jour))}</c>`
      : `${debut}${ligne}${date}${String(numero)}</v></c>`
  }
}

function xmlCellule(colonne: number, ligne: number, style: number, texte: string): string {
  return `<c r="${lettres(colonne)}${String(ligne)}" s="${String(style)}" t="inlineStr">${xmlTexte(texte)}</c>`
}

function xmlLigneHaut(haut: LigneHaut, i: number, page: MiseEnPage, styles: Styles): string {
  const ligne = i + 1
  const role = haut.role === 'titre' ? 'titre' : 'etiquette'
  const valeur = haut.valeur === '' ? '' : xmlCellule(page.valeurs[0], ligne, styles.valeur, haut.valeur)
  return `<row r="${String(ligne)}" ht="${String(haut.hauteur)}" customHeight="1">${xmlCellule(0, ligne, styles[role], haut.etiquette)}${valeur}</row>`
}

function xmlVue(feuille: FeuilleEcrite, page: MiseEnPage): string {
  const lignes = page.figee ? page.ligneEntete : 0
  const colonnes = Math.min(feuille.colonnesFigees ?? 0, feuille.colonnes.length - 1)
  if (lignes === 0 && colonnes === 0) return '<sheetView workbookViewId="0"/>'
  const volet = colonnes === 0 ? 'bottomLeft' : lignes === 0 ? 'topRight' : 'bottomRight'
  const x = colonnes === 0 ? '' : ` xSplit="${String(colonnes)}"`
  const y = lignes === 0 ? '' : ` ySplit="${String(lignes)}"`
  const coin = `${lettres(colonnes)}${String(lignes + 1)}`
  return `<sheetView workbookViewId="0"><pane${x}${y} topLeftCell="${coin}" activePane="${volet}" state="frozen"/><selection pane="${volet}" activeCell="${coin}" sqref="${coin}"/></sheetView>`
}

/** The columns of a sheet to fill have their format before anything is typed: a number of eighteen digits stays a text. */
function xmlColonnes({ colonnes, nombreLignes }: FeuilleEcrite, page: MiseEnPage, styles: Styles): string {
  const col = (place: number, largeur: number, style = ''): string => {
    const n = String(place + 1)
    return `<col min="${n}" max="${n}" width="${String(largeur)}" customWidth="1"${style}/>`
  }
  const cols = colonnes.map((colonne, i) =>
    col(
      i,
      Math.min(255, Math.max(1, colonne.largeur) + 0.7),
      nombreLignes === 0 ? ` style="${String(styles[colonne.format])}"` : '',
    ),
  )
  const [valeurs] = page.valeurs
  if (page.haut.length > 0 && valeurs >= cols.length) cols.push(col(valeurs, LARGEUR_HORS_TABLEAU))
  return `<cols>${cols.join('')}</cols>`
}

function xmlFusions({ haut, valeurs: [premiere, derniere] }: MiseEnPage): string {
  if (premiere === derniere) return ''
  const fusions = haut.flatMap(({ role }, i) => {
    const n = String(i + 1)
    return role === 'titre' ? [] : [`<mergeCell ref="${lettres(premiere)}${n}:${lettres(derniere)}${n}"/>`]
  })
  return fusions.length === 0 ? '' : `<mergeCells count="${String(fusions.length)}">${fusions.join('')}</mergeCells>`
}

function xmlPied(feuille: FeuilleEcrite): string {
  const titre = (feuille.titre === '' ? feuille.nom : feuille.titre).slice(0, LONGUEUR_PIED).replaceAll('&', '&&')
  return `<headerFooter><oddFooter>${texteXml(`&L&8${/^\d/.test(titre) ? ' ' : ''}${titre}&R&8Page &P sur &N`)}</oddFooter></headerFooter>`
}

/** Numbers kept as text are what we mean: no green corner on each. */
function xmlErreursIgnorees(feuille: FeuilleEcrite, page: MiseEnPage): string {
  const zones = feuille.colonnes.flatMap(({ format }, i) => {
    const lettre = lettres(i)
    return format === 'texte' ? [`${lettre}${String(page.ligneEntete + 1)}:${lettre}${String(page.derniereLigne)}`] : []
  })
  if (zones.length === 0) return ''
  return `<ignoredErrors><ignoredError sqref="${zones.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`
}

function xmlAvantDonnees(feuille: FeuilleEcrite, page: MiseEnPage, { norme, styles }: Accueil): string {
  const fin = `${lettres(feuille.colonnes.length - 1)}${String(page.derniereLigne)}`
  return `${ENTETE_XML}<worksheet xmlns="${norme.principal}" xmlns:r="${norme.relations}"><sheetPr><pageSetUpPr fitToPage="${page.echelle === undefined ? '1' : '0'}"/></sheetPr><dimension ref="A1:${fin}"/><sheetViews>${xmlVue(feuille, page)}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${xmlColonnes(feuille, page, styles)}<sheetData>`
}

function xmlApresDonnees(feuille: FeuilleEcrite, page: MiseEnPage, accueil: Accueil): string {
  const marges = '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
  const taille =
    page.echelle === undefined
      ? `fitToWidth="${String(page.pagesEnLargeur)}" fitToHeight="0"`
      : `scale="${String(page.echelle)}"`
  const impression = `<pageSetup paperSize="9" orientation="landscape" ${taille}/>`
  const tableau = `<tableParts count="1"><tablePart r:id="${accueil.relationTableau}"/></tableParts>`
  const dessin = accueil.dessin === undefined ? '' : `<drawing r:id="${texteXml(accueil.dessin)}"/>`
  return `</sheetData>${xmlFusions(page)}${xmlPropositions(feuille, page, accueil.adresser)}${marges}${impression}${xmlPied(feuille)}${xmlErreursIgnorees(feuille, page)}${dessin}${accueil.restes.avantTableau}${tableau}${accueil.restes.apresTableau}</worksheet>`
}

function xmlEntete({ colonnes }: FeuilleEcrite, page: MiseEnPage, styles: Styles): string {
  const cellules = page.titres.map((titre, i) => {
    const role = colonnes[i]?.format === 'texte' ? 'entete' : 'enteteNombre'
    return xmlCellule(i, page.ligneEntete, styles[role], titre)
  })
  return `<row r="${String(page.ligneEntete)}" ht="${String(page.hauteurEntete)}" customHeight="1">${cellules.join('')}</row>`
}

/** The height of a row whose long texts are folded: Excel finds it by itself only when a cell is changed. */
function hauteurs(colonnes: readonly ColonneEcrite[]): (valeurs: readonly ValeurEcrite[]) => string {
  const longues = colonnes.flatMap((colonne, i) => (roleColonne(colonne) === 'texteLong' ? [{ ...colonne, i }] : []))
  return (valeurs) => {
    let lignes = 1
    for (const { i, largeur } of longues) {
      const valeur = valeurs[i]
      // Letters are narrower than the digits that widths count; the indent takes two.
      if (typeof valeur === 'string') lignes = Math.max(lignes, compter(valeur, Math.floor(largeur * 1.2) - 2))
    }
    return lignes === 1 ? '' : ` ht="${String(15 * Math.min(lignes, 27))}"`
  }
}

function ecrireLignes(
  feuille: FeuilleEcrite,
  page: MiseEnPage,
  accueil: Accueil,
  ecrire: (texte: string) => void,
): void {
  const ecrivains = feuille.colonnes.map((colonne, i) => ecrivain(colonne, i, accueil))
  const hauteur = hauteurs(feuille.colonnes)
  for (let i = 0; i < feuille.nombreLignes; i++) {
    const numero = String(page.ligneEntete + 1 + i)
    const valeurs = feuille.ligne(i)
    let ligne = `<row r="${numero}"${hauteur(valeurs)}>`
    for (let c = 0; c < ecrivains.length; c++) ligne += ecrivains[c]?.(numero, valeurs[c] ?? null) ?? ''
    ecrire(`${ligne}</row>`)
  }
}

/** Writes the part of a sheet piece by piece, so that its text is never held whole. */
export function ecrireFeuille(
  feuille: FeuilleEcrite,
  page: MiseEnPage,
  accueil: Accueil,
  ecrire: (texte: string) => void,
): void {
  ecrire(xmlAvantDonnees(feuille, page, accueil))
  page.haut.forEach((ligne, i) => {
    ecrire(xmlLigneHaut(ligne, i, page, accueil.styles))
  })
  ecrire(xmlEntete(feuille, page, accueil.styles))
  ecrireLignes(feuille, page, accueil, ecrire)
  ecrire(xmlApresDonnees(feuille, page, accueil))
}
