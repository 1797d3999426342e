import type PptxGenJS from 'pptxgenjs'
import { formatCompte, formatNombre } from '../../../core/index.ts'
import type { TableauFigure } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { POLICE } from './poser-graphique.ts'

type Ligne = TableauFigure['lignes'][number]

/** Rows that are read from the back of a room. */
export const LIGNES_PROJETEES = 11
const COLONNES_PROJETEES = 7
const CORPS = 14
/** Letters of that size in an inch, on average. */
const LETTRES_PAR_POUCE = 12
/** Height of a line of text, and what a row adds to its lines, in inches. */
const HAUTEUR_LIGNE = 0.235
const MARGE_LIGNE = 0.09
/** Room for a table between the title and what is said below it, in inches. */
const HAUTEUR = 4.5

/** What a slide shows of a table. */
export interface Projection {
  readonly colonnes: TableauFigure['colonnes']
  /** Rank of each of them in the table. */
  readonly rangs: readonly number[]
  readonly largeurs: readonly number[]
  readonly lignes: readonly Ligne[]
}

/** The first rows; the one that the reader looks at takes the place of the last when it is further. */
export function lignesProjetees(lignes: readonly Ligne[], nombre = LIGNES_PROJETEES): readonly Ligne[] {
  if (lignes.length <= nombre) return lignes
  const premieres = lignes.slice(0, nombre)
  const repere = lignes.find((ligne) => ligne.repere)
  if (repere === undefined || premieres.includes(repere)) return premieres
  return [...premieres.slice(0, -1), repere]
}

/** Columns that say something of the rows shown, as many as hold; sources are at the foot of the slide. */
function rangsUtiles({ colonnes }: TableauFigure, lignes: readonly Ligne[]): readonly number[] {
  return colonnes
    .map((_, i) => i)
    .filter((i) => colonnes[i]?.code !== 'source')
    .filter((i) => lignes.some(({ cellules }) => !['', '–'].includes(cellules[i]?.texte ?? '')))
    .slice(0, COLONNES_PROJETEES)
}

/** Share of the width of each column: what its longest text needs, within reason. */
function largeursDe(
  { colonnes }: TableauFigure,
  rangs: readonly number[],
  lignes: readonly Ligne[],
  total: number,
): number[] {
  const poids = rangs.map((i) => {
    const longueurs = lignes.map(({ cellules }) => cellules[i]?.texte.length ?? 0)
    return Math.min(46, Math.max(8, (colonnes[i]?.titre.length ?? 0) + 1, ...longueurs) + 2)
  })
  const somme = poids.reduce((a, b) => a + b, 0)
  return poids.map((p) => (total * p) / somme)
}

function hauteurDe(textes: readonly string[], largeurs: readonly number[]): number {
  const lignes = textes.map((texte, i) =>
    Math.ceil(texte.length / Math.max(4, ((largeurs[i] ?? 1) - 0.2) * LETTRES_PAR_POUCE)),
  )
  return Math.max(1, ...lignes) * HAUTEUR_LIGNE + MARGE_LIGNE
}

/** The columns and the rows that hold on a slide, whole. */
export function projeter(tableau: TableauFigure, largeur: number): Projection {
  for (let nombre = LIGNES_PROJETEES; ; nombre--) {
    const lignes = lignesProjetees(tableau.lignes, nombre)
    const rangs = rangsUtiles(tableau, lignes)
    const largeurs = largeursDe(tableau, rangs, lignes, largeur)
    const colonnes = rangs.flatMap((i) => tableau.colonnes[i] ?? [])
    const hauteur = [colonnes.map(({ titre }) => titre)]
      .concat(lignes.map(({ cellules }) => rangs.map((i) => cellules[i]?.texte ?? '')))
      .reduce((somme, textes) => somme + hauteurDe(textes, largeurs), 0)
    if (hauteur <= HAUTEUR || nombre <= 2) return { colonnes, rangs, largeurs, lignes }
  }
}

/** Why rows have no value, each reason with how many it explains. */
function raisonsDe({ lignes, colonnes }: Pick<TableauFigure, 'lignes' | 'colonnes'>): readonly string[] {
  const valeur = colonnes.findIndex(({ code }) => code === 'valeur')
  const vides = lignes.flatMap(({ cellules }) => {
    const concernees = valeur < 0 ? cellules : cellules.slice(valeur, valeur + 1)
    return concernees.flatMap((cellule) => (cellule.genre === 'vide' ? [cellule.raison] : []))
  })
  const comptes = new Map<string, number>()
  for (const raison of vides) comptes.set(raison, (comptes.get(raison) ?? 0) + 1)
  return [...comptes].map(([raison, n]) => `${raison.replace(/\.$/, '')} (${formatCompte(n, 'case')}).`)
}

/** What the slide leaves out, if anything, and why some cells are empty. */
export function direReste({ lignes, colonnes }: TableauFigure, projection: Projection): string {
  const restes = [
    ...(lignes.length > projection.lignes.length
      ? [`${formatCompte(projection.lignes.length, 'ligne')} sur ${formatNombre(lignes.length)}`]
      : []),
    ...(colonnes.length > projection.rangs.length
      ? [`${formatCompte(projection.rangs.length, 'colonne')} sur ${formatNombre(colonnes.length)}`]
      : []),
  ]
  return [
    ...(restes.length === 0 ? [] : [`${restes.join(', ')}\u202f; toutes sont dans le classeur de données.`]),
    ...raisonsDe({ lignes, colonnes }),
  ].join(' ')
}

/** The table twin of a figure, as a table that PowerPoint edits. */
export function poserTableau(
  diapositive: PptxGenJS.Slide,
  { colonnes, rangs, largeurs, lignes }: Projection,
  { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
): void {
  const bord: PptxGenJS.BorderProps = { type: 'solid', pt: 0.75, color: COULEURS.trait }
  const sans: PptxGenJS.BorderProps = { type: 'none' }
  const alignement = (nombre: boolean | undefined): PptxGenJS.HAlign => (nombre === true ? 'right' : 'left')
  const entete = colonnes.map(({ titre, nombre }): PptxGenJS.TableCell => ({
    text: titre,
    options: { bold: true, color: COULEURS.surface, fill: { color: COULEURS.accent }, align: alignement(nombre) },
  }))
  const corps = lignes.map(({ cellules, repere }) =>
    colonnes.map(({ nombre }, c): PptxGenJS.TableCell => ({
      text: cellules[rangs[c] ?? -1]?.texte ?? '',
      options: {
        bold: repere,
        align: alignement(nombre),
        ...(repere ? { fill: { color: COULEURS['sequence-1'] } } : {}),
      },
    })),
  )
  diapositive.addTable([entete, ...corps], {
    x,
    y,
    w,
    colW: [...largeurs],
    fontFace: POLICE,
    fontSize: CORPS,
    color: COULEURS.encre,
    border: [sans, sans, bord, sans],
    margin: [0.04, 0.1, 0.04, 0.1],
    valign: 'middle',
  })
}
