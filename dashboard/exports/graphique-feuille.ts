import type { FeuilleEcrite, FormatColonne, GraphiqueEcrit } from '../../core/socle/table.ts'
import type { DessinCategories, Figure, TableauFigure } from '../figures/figure.ts'

/** Bars that have more names, or longer ones, lie down. */
const DEBOUT = 8
const NOM_COURT = 14
const COUCHEES = 40

type Categories = DessinCategories['categories']

function estCategories(dessin: Figure['dessin']): dessin is DessinCategories {
  return dessin !== undefined && dessin.genre !== 'carte' && dessin.genre !== 'multiples'
}

function formatAxe({ axe }: DessinCategories): FormatColonne {
  const essai = axe.ecrire(0.5)
  if (essai.includes('%')) return 'taux'
  return essai.includes('€') ? 'euros' : 'nombre'
}

function couchees({ genre, categories }: DessinCategories): boolean {
  const debout = categories.length <= DEBOUT && categories.every(({ nom }) => nom.length <= NOM_COURT)
  return genre !== 'lignes' && genre !== 'barres-empilees' && !debout && categories.length <= COUCHEES
}

/** All but its columns. */
function tracer(figure: Figure, dessin: DessinCategories): Omit<GraphiqueEcrit, 'categories' | 'series'> {
  return {
    nom: 'figure',
    titre: figure.titre,
    genre: dessin.genre === 'points' ? 'barres' : dessin.genre,
    ...(couchees(dessin) ? { couche: true } : {}),
    axe: { titre: dessin.axe.titre, format: formatAxe(dessin) },
    description: figure.phrase,
  }
}

/** The first row of the table from which its rows are the categories, one for one. */
function premiereLigne({ lignes }: TableauFigure, categories: Categories): number {
  const debut = lignes.findIndex(({ cle }) => cle === categories[0]?.cle)
  return debut >= 0 && categories.every(({ cle }, i) => lignes[debut + i]?.cle === cle) ? debut : -1
}

/** The column of the table that holds the values of a series, unit for unit. */
function colonneDe({ colonnes, lignes }: TableauFigure, premiere: number, valeurs: readonly (number | null)[]): number {
  return colonnes.findIndex((_, c) =>
    valeurs.every((valeur, i) => {
      const cellule = lignes[premiere + i]?.cellules[c]
      return valeur === null ? cellule?.genre === 'vide' : cellule?.genre === 'nombre' && cellule.valeur === valeur
    }),
  )
}

/** The chart of a figure drawn from the columns of its own table; undefined when the table does not hold it as such. */
export function graphiqueDuTableau(figure: Figure): GraphiqueEcrit | undefined {
  const { dessin, tableau } = figure
  if (!estCategories(dessin)) return undefined
  const premiere = premiereLigne(tableau, dessin.categories)
  const noms = tableau.colonnes.findIndex((_, c) => tableau.lignes[premiere]?.cellules[c]?.genre === 'texte')
  const series = dessin.series.map(({ valeurs }) => colonneDe(tableau, premiere, valeurs))
  const titres = [noms, ...series].map((c) => tableau.colonnes[c]?.titre)
  const [categories, ...colonnes] = titres
  if (premiere < 0 || categories === undefined || new Set(titres).size < titres.length) return undefined
  if (colonnes.some((titre) => titre === undefined)) return undefined
  return {
    ...tracer(figure, dessin),
    categories,
    series: colonnes as readonly string[],
    lignes: { premiere, nombre: dessin.categories.length },
  }
}

function distincts(titres: readonly string[]): readonly string[] {
  return titres.map((titre, i) => (titres.indexOf(titre) === i ? titre : `${titre} (${String(i)})`))
}

/** What the drawing shows as a sheet of its own, with its chart; undefined when no chart of columns can draw it. */
export function feuilleDuDessin(figure: Figure, nom: string): FeuilleEcrite | undefined {
  const { dessin } = figure
  if (!estCategories(dessin) || dessin.series.length === 0) return undefined
  const couche = couchees(dessin)
  const niveau = couche ? undefined : dessin.niveaux[0]
  const titres = distincts([
    'Catégorie',
    ...dessin.series.map((serie) => serie.nom),
    ...(niveau === undefined ? [] : [niveau.nom]),
  ])
  const format = formatAxe(dessin)
  return {
    nom,
    titre: figure.titre,
    provenance: [['Ce que montre la figure', figure.phrase]],
    colonnes: titres.map((titre, i) => ({ titre, format: i === 0 ? 'texte' : format, largeur: i === 0 ? 36 : 18 })),
    colonnesFigees: 1,
    nombreLignes: dessin.categories.length,
    ligne: (i) => [
      dessin.categories[i]?.nom ?? '',
      ...dessin.series.map(({ valeurs }) => valeurs[i] ?? null),
      ...(niveau === undefined ? [] : [niveau.valeur]),
    ],
    graphiques: [
      {
        ...tracer(figure, dessin),
        categories: titres[0] ?? '',
        series: titres.slice(1, 1 + dessin.series.length),
        ...(niveau === undefined ? {} : { repere: titres.at(-1) ?? '' }),
      },
    ],
  }
}
