import type { ColonneEcrite, FeuilleEcrite, FormatColonne, ValeurEcrite } from '../../core/socle/table.ts'
import type { CelluleFigure, Figure, TableauFigure } from '../figures/figure.ts'
import { feuilleDuDessin, graphiqueDuTableau } from './graphique-feuille.ts'
import { notesDe, type Note } from './notes.ts'

type Colonne = TableauFigure['colonnes'][number]

const LARGEUR_MINIMALE = 9
const LARGEUR_MAXIMALE = 46
const TITRE_RAISONS = 'Pourquoi une case est vide'

function cellulesDe({ lignes }: TableauFigure, rang: number): readonly CelluleFigure[] {
  return lignes.flatMap(({ cellules }) => cellules[rang] ?? [])
}

function formatDe({ unite }: Colonne, cellules: readonly CelluleFigure[]): FormatColonne {
  const nombres = cellules.flatMap((cellule) => (cellule.genre === 'nombre' ? [cellule.valeur] : []))
  if (nombres.length === 0) return 'texte'
  if (unite === 'ratio') return 'taux'
  if (unite?.startsWith('euros') === true) return 'euros'
  return nombres.every(Number.isInteger) ? 'entier' : 'nombre'
}

function largeurDe({ titre }: Colonne, cellules: readonly CelluleFigure[]): number {
  const longueurs = cellules.map(({ texte }) => texte.length + 2)
  return Math.min(LARGEUR_MAXIMALE, Math.max(LARGEUR_MINIMALE, titre.length + 2, ...longueurs))
}

function ecrireCellule(cellule: CelluleFigure | undefined): ValeurEcrite {
  if (cellule === undefined || cellule.genre === 'vide') return null
  return cellule.genre === 'nombre' ? cellule.valeur : cellule.texte
}

/** « Part : retenu, moins de 11 ménages »: the reasons of the empty cells of a row, each with its column. */
function raisons({ colonnes }: TableauFigure, cellules: readonly CelluleFigure[]): string | null {
  const dites = cellules.flatMap((cellule, i) =>
    cellule.genre === 'vide' && cellule.raison !== '' ? [`${colonnes[i]?.titre ?? ''}\u202f: ${cellule.raison}`] : [],
  )
  return dites.length === 0 ? null : dites.join('\u202f; ')
}

/** Columns of the same text on every row: what a text file says of itself without ceasing to be a table. */
function colonnesDeNotes(notes: readonly Note[]): readonly ColonneEcrite[] {
  return notes.map(([titre]) => ({ titre, format: 'texte', largeur: LARGEUR_MAXIMALE }))
}

function colonnesDe({ tableau }: Figure): {
  readonly colonnes: readonly ColonneEcrite[]
  readonly avecRaisons: boolean
} {
  const colonnes = tableau.colonnes.map((colonne, i): ColonneEcrite => {
    const cellules = cellulesDe(tableau, i)
    return { titre: colonne.titre, format: formatDe(colonne, cellules), largeur: largeurDe(colonne, cellules) }
  })
  const avecRaisons = tableau.lignes.some(({ cellules }) => raisons(tableau, cellules) !== null)
  return {
    colonnes: avecRaisons
      ? [...colonnes, { titre: TITRE_RAISONS, format: 'texte', largeur: LARGEUR_MAXIMALE }]
      : colonnes,
    avecRaisons,
  }
}

/**
 * The table of a figure as a sheet: numbers as numbers, a withheld figure as an empty cell with its reason in a column of
 * its own, and above it where it comes from.
 */
export function feuilleFigure(figure: Figure, nom = 'Figure'): FeuilleEcrite {
  const { tableau } = figure
  const { colonnes, avecRaisons } = colonnesDe(figure)
  return {
    nom,
    titre: figure.titre,
    provenance: notesDe(figure),
    colonnes,
    colonnesFigees: 1,
    nombreLignes: tableau.lignes.length,
    ligne: (i) => {
      const cellules = tableau.lignes[i]?.cellules ?? []
      const valeurs = tableau.colonnes.map((_, c) => ecrireCellule(cellules[c]))
      return avecRaisons ? [...valeurs, raisons(tableau, cellules)] : valeurs
    },
  }
}

/** The sheets of a figure: its table with its chart, or the chart apart when the table is laid out otherwise. */
export function feuillesFigure(figure: Figure, nom = 'Figure'): readonly FeuilleEcrite[] {
  const feuille = feuilleFigure(figure, nom)
  const graphique = graphiqueDuTableau(figure)
  if (graphique !== undefined) return [{ ...feuille, graphiques: [graphique] }]
  const dessin = feuilleDuDessin(figure, `${nom} graphique`)
  return dessin === undefined ? [feuille] : [feuille, dessin]
}

/** The same for a text file, where what is said of the figure is repeated on every row. */
export function feuilleTexte(figure: Figure): FeuilleEcrite {
  const feuille = feuilleFigure(figure)
  const notes: readonly Note[] = [['Figure', figure.titre], ...notesDe(figure)]
  const valeurs = notes.map(([, valeur]) => valeur)
  // A share written 0,25 says of itself that it is no percentage.
  const colonnes = feuille.colonnes.map((colonne) =>
    colonne.format === 'taux' ? { ...colonne, titre: `${colonne.titre} (de 0 à 1)` } : colonne,
  )
  return {
    ...feuille,
    colonnes: [...colonnes, ...colonnesDeNotes(notes)],
    ligne: (i) => [...feuille.ligne(i), ...valeurs],
  }
}
