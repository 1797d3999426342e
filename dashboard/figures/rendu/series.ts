import type { ChartDataset } from 'chart.js'
import type { DessinCategories, Serie } from '../figure.ts'
import { formeDe } from './forme.ts'
import { motif, rem, type Palette } from './palette.ts'
import { TIRETS } from './tirets.ts'

export type Donnees = ChartDataset<'bar' | 'line', (number | null)[]>

const FORMES = ['rectRot', 'rect', 'triangle', 'crossRot'] as const

/** The rank of a series among those of its role: what tells it from its like. */
export function rangDansRole({ series }: DessinCategories, serie: Serie): number {
  return series.filter(({ role }) => role === serie.role).indexOf(serie)
}

function teintesBarres(dessin: DessinCategories, serie: Serie, p: Palette, toile: CanvasRenderingContext2D) {
  const rang = dessin.series.indexOf(serie)
  if (dessin.series.length > 1) {
    return motif(toile, rang, p.series[rang % p.series.length] ?? p.repere, p.fond)
  }
  const unSeul = dessin.categories.some(({ repere }) => repere === true)
  return dessin.categories.map(({ repere }) => (!unSeul || repere === true ? p.repere : p.neutre))
}

function barres(dessin: DessinCategories, serie: Serie, p: Palette, toile: CanvasRenderingContext2D): Donnees {
  const noms = formeDe(dessin) === 'noms'
  return {
    type: 'bar',
    label: serie.nom,
    data: [...serie.valeurs],
    backgroundColor: teintesBarres(dessin, serie, p, toile),
    hoverBackgroundColor: p.encre,
    borderColor: p.forcee ? p.encre : p.fond,
    borderWidth: p.forcee ? 1 : 0,
    barPercentage: noms ? 0.8 : 1,
    // Thick bars say no more, and names may stand above them.
    ...(noms ? { maxBarThickness: rem(dessin.series.length > 1 ? 0.75 : 1.125) } : {}),
    categoryPercentage: noms ? 0.86 : 0.84,
    ...(dessin.genre === 'barres-empilees' ? { stack: 'tout', borderWidth: 1 } : {}),
  }
}

function points({ categories }: DessinCategories, serie: Serie, p: Palette): Donnees {
  const unSeul = categories.some(({ repere }) => repere === true)
  const vu = categories.map(({ repere }) => !unSeul || repere === true)
  return {
    type: 'line',
    label: serie.nom,
    data: [...serie.valeurs],
    showLine: false,
    clip: 8,
    pointRadius: vu.map((repere) => (repere ? 6 : 4.5)),
    pointHoverRadius: 7,
    pointStyle: vu.map((repere) => (repere ? 'circle' : 'rectRot')),
    pointBackgroundColor: vu.map((repere) => (repere ? p.repere : p.fond)),
    pointBorderColor: vu.map((repere) => (repere ? p.repere : p.encre2)),
    pointBorderWidth: 1.5,
  }
}

function lignes(dessin: DessinCategories, serie: Serie, p: Palette): Donnees {
  const { role } = serie
  const rang = rangDansRole(dessin, serie)
  const fond = role === 'fond'
  const teinte = fond ? p.grille : role === 'repere' ? p.repere : p.encre2
  return {
    type: 'line',
    label: serie.nom,
    data: [...serie.valeurs],
    spanGaps: false,
    borderColor: fond && p.forcee ? p.encre : teinte,
    borderWidth: role === 'repere' ? 3 : fond ? 1 : 2,
    borderDash: role === 'reference' ? [...(TIRETS[rang % TIRETS.length] ?? [])] : [],
    pointRadius: fond ? 0 : role === 'repere' ? 4.5 : 3,
    pointHitRadius: fond ? 2 : 8,
    pointStyle: role === 'repere' ? 'circle' : (FORMES[rang % FORMES.length] ?? 'rect'),
    pointBackgroundColor: role === 'repere' ? p.repere : p.fond,
    pointBorderColor: teinte,
    order: role === 'repere' ? 0 : fond ? 2 : 1,
  }
}

/** What the drawing library is given of a series. */
export function donneesDe(
  dessin: DessinCategories,
  serie: Serie,
  p: Palette,
  toile: CanvasRenderingContext2D,
): Donnees {
  if (dessin.genre === 'lignes') return lignes(dessin, serie, p)
  return dessin.genre === 'points' ? points(dessin, serie, p) : barres(dessin, serie, p, toile)
}
