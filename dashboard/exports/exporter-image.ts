import { Chart } from 'chart.js'
import type { DessinCarte, DessinCategories, DessinMultiples, Figure } from '../figures/figure.ts'
import { dessiner } from '../figures/rendu/dessiner.ts'
import { barresParRang, formeDe } from '../figures/rendu/forme.ts'
import { TIRETS, tiretsDe } from '../figures/rendu/tirets.ts'
import { COULEURS, couleurSerie } from './couleurs.ts'
import { AVERTISSEMENT_FICTIF, pied } from './notes.ts'
import { svgCarte, svgCartePaysage } from './svg-carte.ts'

/** A picture of a figure: bytes of a PNG file, and the size at which it is shown. */
export interface ImagePng {
  readonly png: Uint8Array
  readonly largeur: number
  readonly hauteur: number
}

/** What a picture holds beside its drawing. */
export interface OptionsImage {
  /** Title, sentence, source and protection are inside; not where they stand around it. */
  readonly avecTextes: boolean
}

/** Points of the file for one of the screen. */
const FINESSE = 2
const LARGEUR = 1200
const MARGE = 32
const UTILE = LARGEUR - 2 * MARGE
const POLICE = '"Segoe UI", Calibri, Carlito, Arial, sans-serif'

function toileDe(largeur: number, hauteur: number): { toile: HTMLCanvasElement; ctx: CanvasRenderingContext2D } {
  const toile = document.createElement('canvas')
  toile.width = largeur * FINESSE
  toile.height = hauteur * FINESSE
  const ctx = toile.getContext('2d')
  if (ctx === null) throw new Error('this browser draws no canvas')
  ctx.scale(FINESSE, FINESSE)
  return { toile, ctx }
}

async function enPng(toile: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => {
    toile.toBlob(resolve, 'image/png')
  })
  if (blob === null) throw new Error('this browser writes no picture of that size')
  return new Uint8Array(await blob.arrayBuffer())
}

/** What is drawn is in ink on paper, whatever the theme on screen. */
function enClair<T>(faire: () => T): T {
  const { dataset } = document.documentElement
  const { theme } = dataset
  dataset.theme = 'clair'
  try {
    return faire()
  } finally {
    if (theme === undefined) delete dataset.theme
    else dataset.theme = theme
  }
}

/** The drawing as the page makes it, on a canvas out of sight. */
function dessinHorsEcran(
  dessin: DessinCategories,
  fictif: boolean,
  largeur: number,
  hauteur: number,
): HTMLCanvasElement {
  const cadre = document.createElement('div')
  Object.assign(cadre.style, {
    position: 'absolute',
    left: '-20000px',
    top: '0',
    width: `${String(largeur)}px`,
    height: `${String(hauteur)}px`,
  })
  const toile = document.createElement('canvas')
  cadre.append(toile)
  document.body.append(cadre)
  const { devicePixelRatio } = Chart.defaults
  Chart.defaults.devicePixelRatio = FINESSE
  try {
    return enClair(() => {
      const fait = dessiner(toile, dessin, { fictif })
      const copie = document.createElement('canvas')
      copie.width = toile.width
      copie.height = toile.height
      copie.getContext('2d')?.drawImage(toile, 0, 0)
      fait.detruire()
      return copie
    })
  } finally {
    Chart.defaults.devicePixelRatio = devicePixelRatio
    cadre.remove()
  }
}

interface Ligne {
  readonly texte: string
  readonly corps: number
  readonly couleur: string
  readonly graisse: number
}

function couper(ctx: CanvasRenderingContext2D, texte: string): readonly string[] {
  const lignes: string[] = []
  for (const mot of texte.split(/[ \n]+/).filter((m) => m !== '')) {
    const derniere = lignes.at(-1)
    const allongee = derniere === undefined ? mot : `${derniere} ${mot}`
    if (derniere === undefined || ctx.measureText(allongee).width > UTILE) lignes.push(mot)
    else lignes[lignes.length - 1] = allongee
  }
  return lignes
}

/** Texts cut at the width of the picture, each line with the place that it takes. */
function composer(ctx: CanvasRenderingContext2D, paragraphes: readonly Ligne[]): readonly Ligne[] {
  return paragraphes.flatMap((p) => {
    ctx.font = `${String(p.graisse)} ${String(p.corps)}px ${POLICE}`
    return couper(ctx, p.texte).map((texte) => ({ ...p, texte }))
  })
}

function hauteurDe(lignes: readonly Ligne[]): number {
  return lignes.reduce((somme, { corps }) => somme + corps * 1.35, 0)
}

function ecrire(ctx: CanvasRenderingContext2D, lignes: readonly Ligne[], y: number): void {
  let bas = y
  for (const { texte, corps, couleur, graisse } of lignes) {
    bas += corps * 1.35
    ctx.font = `${String(graisse)} ${String(corps)}px ${POLICE}`
    ctx.fillStyle = `#${couleur}`
    ctx.fillText(texte, MARGE, bas - corps * 0.3)
  }
}

/** One entry of the key: what a mark stands for. */
interface Cle {
  readonly texte: string
  readonly couleur: string
  readonly trait: readonly number[] | undefined
}

function clesDe({ genre, series, niveaux }: DessinCategories): readonly Cle[] {
  const references = series.filter(({ role }) => role === 'reference')
  const deSeries = series.flatMap((serie, i): readonly Cle[] => {
    const { nom, role } = serie
    if (series.length < 2) return []
    if (genre !== 'lignes') return [{ texte: nom, couleur: couleurSerie(i), trait: undefined }]
    if (role === 'fond') return []
    const tirets = role === 'reference' ? TIRETS[references.indexOf(serie) % TIRETS.length] : []
    return [
      { texte: nom, couleur: role === 'repere' ? COULEURS['donnee-1'] : COULEURS['encre-2'], trait: tirets ?? [] },
    ]
  })
  const deNiveaux = niveaux.map((niveau): Cle => ({
    texte: `${niveau.nom}\u202f: ${niveau.texte}`,
    couleur: niveau.genre === 'objectif' ? COULEURS.seuil : COULEURS['encre-2'],
    trait: tiretsDe(niveaux, niveau),
  }))
  return [...deSeries, ...deNiveaux]
}

const HAUTEUR_CLE = 26

/** Writes the key; returns its height. Without `y` it is only measured. */
function ecrireCles(ctx: CanvasRenderingContext2D, cles: readonly Cle[], y?: number): number {
  ctx.font = `400 15px ${POLICE}`
  let [x, rang] = [MARGE, 0]
  for (const { texte, couleur, trait } of cles) {
    const largeur = 44 + ctx.measureText(texte).width + 24
    if (x > MARGE && x + largeur > LARGEUR - MARGE) [x, rang] = [MARGE, rang + 1]
    if (y !== undefined) {
      const milieu = y + rang * HAUTEUR_CLE + HAUTEUR_CLE / 2
      marquer(ctx, x, milieu, couleur, trait)
      ctx.fillStyle = `#${COULEURS.encre}`
      ctx.fillText(texte, x + 44, milieu + 5)
    }
    x += largeur
  }
  return cles.length === 0 ? 0 : (rang + 1) * HAUTEUR_CLE + 6
}

function marquer(ctx: CanvasRenderingContext2D, x: number, y: number, couleur: string, trait: Cle['trait']): void {
  ctx.fillStyle = ctx.strokeStyle = `#${couleur}`
  if (trait === undefined) {
    ctx.fillRect(x, y - 7, 34, 14)
    return
  }
  ctx.lineWidth = 2.5
  ctx.setLineDash([...trait])
  ctx.beginPath()
  ctx.moveTo(x, y)
  ctx.lineTo(x + 34, y)
  ctx.stroke()
  ctx.setLineDash([])
}

/** A part of the picture: how high it is, and how it is put on the canvas. */
interface Morceau {
  readonly hauteur: number
  readonly poser: (ctx: CanvasRenderingContext2D, y: number) => void
}

function morceauDessin(dessin: DessinCategories, fictif: boolean): Morceau {
  const rangs = dessin.categories.length * Math.max(1, barresParRang(dessin) * 0.7)
  const hauteur = formeDe(dessin) === 'noms' ? Math.max(180, rangs * 30 + 70) : 460
  const image = dessinHorsEcran(dessin, fictif, UTILE, hauteur)
  return {
    hauteur,
    poser: (ctx, y) => {
      ctx.drawImage(image, MARGE, y, UTILE, hauteur)
    },
  }
}

/** Small charts a row: more when they are many, so that they hold on a page. */
function panneauxDe(nombre: number): { readonly colonnes: number; readonly largeur: number; readonly hauteur: number } {
  const [colonnes, hauteur] = nombre > 12 ? [4, 150] : [3, 190]
  return { colonnes, largeur: UTILE / colonnes - 12, hauteur }
}
const HAUTEUR_TITRE = 24

function morceauMultiples({ panneaux }: DessinMultiples, fictif: boolean): Morceau {
  const { colonnes, largeur, hauteur } = panneauxDe(panneaux.length)
  const images = panneaux.map(({ dessin }) => dessinHorsEcran(dessin, fictif, largeur, hauteur))
  const pas = hauteur + HAUTEUR_TITRE + 10
  return {
    hauteur: Math.ceil(panneaux.length / colonnes) * pas,
    poser: (ctx, y) => {
      panneaux.forEach(({ titre }, i) => {
        const x = MARGE + (i % colonnes) * (UTILE / colonnes)
        const haut = y + Math.floor(i / colonnes) * pas
        ctx.font = `600 14px ${POLICE}`
        ctx.fillStyle = `#${COULEURS.encre}`
        ctx.fillText(titre, x, haut + 16, largeur)
        const image = images[i]
        if (image !== undefined) ctx.drawImage(image, x, haut + HAUTEUR_TITRE, largeur, hauteur)
      })
    },
  }
}

function tete({ titre, sousTitre, reponse }: Figure): readonly Ligne[] {
  const dite =
    reponse?.chiffre === undefined ? '' : `${reponse.titre}\u202f: ${reponse.chiffre} ${reponse.unite ?? ''}`.trim()
  return [
    { texte: titre, corps: 28, couleur: COULEURS.encre, graisse: 600 },
    { texte: sousTitre, corps: 17, couleur: COULEURS['encre-2'], graisse: 400 },
    { texte: dite, corps: 20, couleur: COULEURS.accent, graisse: 600 },
  ]
}

function bas(figure: Figure): readonly Ligne[] {
  return [
    { texte: figure.phrase, corps: 16, couleur: COULEURS.encre, graisse: 400 },
    ...pied(figure).map((texte) => ({
      texte,
      corps: 13,
      couleur: texte === AVERTISSEMENT_FICTIF ? COULEURS.attention : COULEURS['encre-2'],
      graisse: texte === AVERTISSEMENT_FICTIF ? 600 : 400,
    })),
  ]
}

function assembler(figure: Figure, corps: Morceau, cles: readonly Cle[], avecTextes: boolean): HTMLCanvasElement {
  const { ctx: mesure } = toileDe(1, 1)
  const [haut, pieds] = avecTextes ? [composer(mesure, tete(figure)), composer(mesure, bas(figure))] : [[], []]
  const [hTete, hCles] = [hauteurDe(haut) + 20, ecrireCles(mesure, cles)]
  const hauteur = Math.ceil(hTete + corps.hauteur + hCles + hauteurDe(pieds) + 36)
  const { toile, ctx } = toileDe(LARGEUR, hauteur)
  ctx.fillStyle = `#${COULEURS.surface}`
  ctx.fillRect(0, 0, LARGEUR, hauteur)
  ecrire(ctx, haut, 12)
  corps.poser(ctx, hTete + 6)
  ecrireCles(ctx, cles, hTete + corps.hauteur + 10)
  ecrire(ctx, pieds, hTete + corps.hauteur + hCles + 14)
  return toile
}

/** A picture drawn by the browser from its text. */
async function tracerSvg(svg: string, largeur: number, hauteur: number): Promise<HTMLCanvasElement> {
  const adresse = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = adresse
    await image.decode()
    const { toile, ctx } = toileDe(largeur, hauteur)
    ctx.drawImage(image, 0, 0, largeur, hauteur)
    return toile
  } finally {
    URL.revokeObjectURL(adresse)
  }
}

/** A figure as a picture; undefined when it has no drawing. */
export async function exporterPng(
  figure: Figure,
  { avecTextes }: OptionsImage = { avecTextes: true },
): Promise<ImagePng | undefined> {
  const { dessin, fictif } = figure
  if (dessin === undefined) return undefined
  const toile =
    dessin.genre === 'carte'
      ? await (() => {
          const { svg, largeur, hauteur } = svgCarte(figure, dessin)
          return tracerSvg(svg, largeur, hauteur)
        })()
      : dessin.genre === 'multiples'
        ? assembler(figure, morceauMultiples(dessin, fictif), [], avecTextes)
        : assembler(figure, morceauDessin(dessin, fictif), clesDe(dessin), avecTextes)
  return { png: await enPng(toile), largeur: toile.width / FINESSE, hauteur: toile.height / FINESSE }
}

/** A map as a wide picture without texts around it, for a slide. */
export async function exporterCartePaysage(dessin: DessinCarte): Promise<ImagePng> {
  const { svg, largeur, hauteur } = svgCartePaysage(dessin)
  return { png: await enPng(await tracerSvg(svg, largeur, hauteur)), largeur, hauteur }
}
