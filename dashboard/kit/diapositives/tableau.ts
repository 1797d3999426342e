import type PptxGenJS from 'pptxgenjs'
import { formatNombre } from '../../../core/index.ts'
import type { TableauFigure } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { POLICE } from './poser-graphique.ts'

type Ligne = TableauFigure['lignes'][number]

/** Rows that are read from the back of a room. */
export const LIGNES_PROJETEES = 11
const COLONNES_PROJETEES = 7

/** The first rows; the one that the reader looks at takes the place of the last when it is further. */
export function lignesProjetees(lignes: readonly Ligne[]): readonly Ligne[] {
  if (lignes.length <= LIGNES_PROJETEES) return lignes
  const premieres = lignes.slice(0, LIGNES_PROJETEES)
  const repere = lignes.find((ligne) => ligne.repere)
  if (repere === undefined || premieres.includes(repere)) return premieres
  return [...premieres.slice(0, -1), repere]
}

/** What the slide leaves out, if anything. */
export function direReste({ lignes, colonnes }: TableauFigure): string {
  const restes = [
    ...(lignes.length > LIGNES_PROJETEES
      ? [`${formatNombre(LIGNES_PROJETEES)} lignes sur ${formatNombre(lignes.length)}`]
      : []),
    ...(colonnes.length > COLONNES_PROJETEES
      ? [`${formatNombre(COLONNES_PROJETEES)} colonnes sur ${formatNombre(colonnes.length)}`]
      : []),
  ]
  return restes.length === 0 ? '' : `${restes.join(', ')}\u202f; toutes sont dans le classeur de données.`
}

/** Share of the width of each column: what its longest text needs, within reason. */
function largeurs({ colonnes, lignes }: TableauFigure, total: number): number[] {
  const poids = colonnes.slice(0, COLONNES_PROJETEES).map(({ titre }, i) => {
    const longueurs = lignes.map(({ cellules }) => cellules[i]?.texte.length ?? 0)
    return Math.min(44, Math.max(9, titre.length, ...longueurs))
  })
  const somme = poids.reduce((a, b) => a + b, 0)
  return poids.map((p) => (total * p) / somme)
}

/** The table twin of a figure, as a table that PowerPoint edits. */
export function poserTableau(
  diapositive: PptxGenJS.Slide,
  tableau: TableauFigure,
  { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
): void {
  const colonnes = tableau.colonnes.slice(0, COLONNES_PROJETEES)
  const bord: PptxGenJS.BorderProps = { type: 'solid', pt: 0.75, color: COULEURS.trait }
  const sans: PptxGenJS.BorderProps = { type: 'none' }
  const alignement = (nombre: boolean | undefined): PptxGenJS.HAlign => (nombre === true ? 'right' : 'left')
  const entete = colonnes.map(({ titre, nombre }): PptxGenJS.TableCell => ({
    text: titre,
    options: { bold: true, color: COULEURS.surface, fill: { color: COULEURS.accent }, align: alignement(nombre) },
  }))
  const corps = lignesProjetees(tableau.lignes).map(({ cellules, repere }) =>
    colonnes.map(({ nombre }, i): PptxGenJS.TableCell => ({
      text: cellules[i]?.texte ?? '',
      options: {
        bold: repere,
        align: alignement(nombre),
        ...(repere ? { fill: { color: COULEURS.creux } } : {}),
      },
    })),
  )
  diapositive.addTable([entete, ...corps], {
    x,
    y,
    w,
    colW: largeurs(tableau, w),
    fontFace: POLICE,
    fontSize: 14,
    color: COULEURS.encre,
    border: [sans, sans, bord, sans],
    margin: [0.04, 0.1, 0.04, 0.1],
    valign: 'middle',
  })
}
