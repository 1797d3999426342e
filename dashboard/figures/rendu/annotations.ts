import type { Chart, ChartType, Plugin } from 'chart.js'
import type { DessinCategories, Niveau, Serie } from '../figure.ts'
import { formeDe } from './forme.ts'
import { ecrireNoms, nomsAuDessus } from './noms-au-dessus.ts'
import { police, rem, type Palette } from './palette.ts'
import { tiretsDe } from './tirets.ts'

/** A chart as annotations see it. */
type Toile = Pick<Chart, 'ctx' | 'chartArea' | 'scales' | 'width' | 'getDatasetMeta'>

interface Cadre {
  readonly toile: Toile
  readonly dessin: DessinCategories
  readonly p: Palette
}

/** From the middle of a dot to its value, in pixels. */
const MARGE_POINT = 11

/** Room above the drawing for the word that says it is fictitious, in rem. */
export const MARGE_FICTIF = 1.25

/** Room for values at the end of named bars, in rem. */
export const MARGE_VALEURS = 3.75

/** A name in as few lines of a width as hold it, the last one cut short. */
export function enLignes(nom: string, largeur: number, lignes = 2): string | string[] {
  const place = Math.max(8, Math.floor(largeur / rem(0.42)))
  if (nom.length <= place) return nom
  const coupe = nom.lastIndexOf(' ', place)
  if (lignes < 2 || coupe < 2) return abreger(nom, largeur)
  return [nom.slice(0, coupe), enLignes(nom.slice(coupe + 1), largeur, lignes - 1)].flat()
}

export function abreger(nom: string, largeur: number): string {
  const place = Math.max(8, Math.floor(largeur / rem(0.42)))
  return nom.length <= place ? nom : `${nom.slice(0, place - 1).trimEnd()}…`
}

function tracerNiveau({ toile: { ctx, chartArea, scales }, dessin, p }: Cadre, niveau: Niveau): void {
  const horizontal = formeDe(dessin) === 'noms'
  const position = (horizontal ? scales.x : scales.y)?.getPixelForValue(niveau.valeur)
  if (position === undefined) return
  const { left, right, top, bottom } = chartArea
  ctx.strokeStyle = niveau.genre === 'objectif' ? p.objectif : p.encre
  ctx.lineWidth = niveau.genre === 'objectif' ? 2.5 : 2
  ctx.setLineDash([...tiretsDe(dessin.niveaux, niveau)])
  ctx.beginPath()
  ctx.moveTo(horizontal ? position : left, horizontal ? top : position)
  ctx.lineTo(horizontal ? position : right, horizontal ? bottom : position)
  ctx.stroke()
  ctx.setLineDash([])
}

/** The interval of each dot, and a band around the line looked at. */
function tracerIntervalles(cadre: Cadre, serie: Serie, rang: number): void {
  const { intervalles } = serie
  if (intervalles === undefined) return
  if (cadre.dessin.genre === 'points') tracerMoustaches(cadre, intervalles)
  else if (serie.role === 'repere') tracerBande(cadre, intervalles, rang)
}

function tracerMoustaches(
  { toile: { ctx, scales }, dessin, p }: Cadre,
  intervalles: NonNullable<Serie['intervalles']>,
): void {
  const horizontal = formeDe(dessin) === 'noms'
  const [valeurs, places] = horizontal ? [scales.x, scales.y] : [scales.y, scales.x]
  if (valeurs === undefined || places === undefined) return
  intervalles.forEach((intervalle, i) => {
    if (intervalle === null) return
    const [a, b] = intervalle.map((borne) => valeurs.getPixelForValue(borne))
    const place = places.getPixelForValue(i)
    if (a === undefined || b === undefined) return
    ctx.strokeStyle = dessin.categories[i]?.repere === true ? p.repere : p.neutre
    ctx.lineWidth = dessin.categories[i]?.repere === true ? 3 : 2
    ctx.beginPath()
    ctx.moveTo(horizontal ? a : place, horizontal ? place : a)
    ctx.lineTo(horizontal ? b : place, horizontal ? place : b)
    ctx.stroke()
  })
}

function tracerBande({ toile, p }: Cadre, intervalles: NonNullable<Serie['intervalles']>, rang: number): void {
  const { ctx, scales } = toile
  const elements = toile.getDatasetMeta(rang).data
  ctx.fillStyle = p.repere
  ctx.globalAlpha = p.forcee ? 0 : 0.14
  for (let i = 0; i + 1 < intervalles.length; i++) {
    const [avant, apres] = [intervalles[i] ?? null, intervalles[i + 1] ?? null]
    const [x1, x2] = [elements[i]?.x, elements[i + 1]?.x]
    if (avant === null || apres === null || x1 === undefined || x2 === undefined) continue
    const y = (valeur: number): number => scales.y?.getPixelForValue(valeur) ?? 0
    ctx.beginPath()
    ctx.moveTo(x1, y(avant[0]))
    ctx.lineTo(x2, y(apres[0]))
    ctx.lineTo(x2, y(apres[1]))
    ctx.lineTo(x1, y(avant[1]))
    ctx.fill()
  }
  ctx.globalAlpha = 1
}

/** Ground behind a text, so that lines do not cross it. */
function ecrireSurFond({ toile: { ctx }, p }: Cadre, texte: string, x: number, y: number, graisse: string): void {
  const { family, size } = police()
  ctx.font = `${graisse} ${String(size)}px ${family}`
  const largeur = ctx.measureText(texte).width
  ctx.fillStyle = p.fond
  ctx.fillRect(x - 2, y - size / 2 - 2, largeur + 4, size + 4)
  ctx.fillStyle = p.encre
  ctx.textBaseline = 'middle'
  ctx.fillText(texte, x, y)
}

/** Values at the end of named bars and dots. */
function ecrireValeurs(cadre: Cadre): void {
  const { toile, dessin } = cadre
  if (formeDe(dessin) !== 'noms' || dessin.genre === 'barres-empilees') return
  const { size } = police()
  dessin.series.forEach(({ textes, valeurs, intervalles }, s) => {
    const { data } = toile.getDatasetMeta(s)
    textes.forEach((texte, i) => {
      const element = data[i]
      if (element === undefined || valeurs[i] === null) return
      const fin = intervalles?.[i]?.[1]
      const bout = fin === undefined ? element.x : (toile.scales.x?.getPixelForValue(fin) ?? element.x)
      const x = Math.min(Math.max(bout + 8, element.x + MARGE_POINT), toile.width - texte.length * size * 0.55)
      ecrireSurFond(cadre, texte, x, element.y, dessin.categories[i]?.repere === true ? '600' : '400')
    })
  })
}

/** The name and value of the bar looked at: at the top, where no bar reaches, with a line down to it. */
function ecrireRepere(cadre: Cadre): void {
  const { toile, dessin, p } = cadre
  const rang = dessin.categories.findIndex(({ repere }) => repere === true)
  const categorie = dessin.categories[rang]
  const element = toile.getDatasetMeta(0).data[rang]
  if (categorie === undefined || element === undefined || formeDe(dessin) !== 'profil') return
  const { ctx, chartArea } = toile
  const { left, right, top } = chartArea
  const { size } = police()
  const texte = `${abreger(categorie.nom, (right - left) * 0.8)} ${dessin.series[0]?.textes[rang] ?? ''}`
  ctx.font = `600 ${String(size)}px ${police().family}`
  const largeur = ctx.measureText(texte).width
  const x = Math.max(left + 4, Math.min(element.x - largeur / 2, right - largeur - 4))
  ecrireSurFond(cadre, texte, x, top + size / 2, '600')
  ctx.strokeStyle = p.encre
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(element.x, top + size + 4)
  ctx.lineTo(element.x, element.y - 2)
  ctx.stroke()
}

/** Said on the picture itself, which travels alone: above what is drawn, where nothing crosses it. */
function ecrireFictif({ toile: { ctx, width }, p }: Cadre): void {
  const { family, size } = police()
  ctx.font = `600 ${String(size)}px ${family}`
  ctx.textAlign = 'right'
  ctx.textBaseline = 'top'
  ctx.fillStyle = p.objectif
  ctx.fillText('Exemple fictif', width - 8, 2)
  ctx.textAlign = 'left'
}

/** All that is drawn over the bars, the dots and the lines. */
export function annotations(dessin: DessinCategories, p: Palette, fictif: boolean): Plugin<ChartType> {
  return {
    id: 'annotations',
    beforeDatasetsDraw: (toile) => {
      const cadre = { toile, dessin, p }
      toile.ctx.save()
      dessin.series.forEach((serie, i) => {
        tracerIntervalles(cadre, serie, i)
      })
      toile.ctx.restore()
    },
    afterDatasetsDraw: (toile) => {
      const cadre = { toile, dessin, p }
      toile.ctx.save()
      for (const niveau of dessin.niveaux) tracerNiveau(cadre, niveau)
      if (nomsAuDessus(dessin, toile.width)) ecrireNoms(toile, dessin, p)
      ecrireValeurs(cadre)
      ecrireRepere(cadre)
      if (fictif) ecrireFictif(cadre)
      toile.ctx.restore()
    },
  }
}
