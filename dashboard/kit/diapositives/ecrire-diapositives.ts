import type PptxGenJS from 'pptxgenjs'
import type { Figure } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { constatDe, notesDe, pied, suiteDe } from '../../exports/notes.ts'
import { assainir } from './assainir.ts'
import {
  dire,
  enPaquets,
  HAUT,
  LARGEUR,
  MARGE,
  ouvrir,
  poserPied,
  preparer,
  sousTitreDe,
  UTILE,
  type Diapositive,
} from './diapositive.ts'
import { poserEssentiel, poserGarde, poserMethode } from './pages-de-texte.ts'
import { POLICE, poserGraphique, type Cadre } from './poser-graphique.ts'
import { direReste, poserTableau, projeter } from './tableau.ts'
import { estCouche } from './traces.ts'

/** The picture of a figure that no native chart draws: a map. */
export interface Image {
  /** `data:image/png;base64,…` */
  readonly donnees: string
  readonly largeur: number
  readonly hauteur: number
}

export interface OptionsDiapositives {
  readonly titre: string
  /** The day, written on the first slide. */
  readonly jour: string
  /** Pictures of the maps, by rank of the figure. */
  readonly images: ReadonlyMap<number, Image>
}

const PLEIN: Cadre = { x: MARGE, y: HAUT, w: UTILE, h: 4.4 }
const DROITE: Cadre = { x: 4.4, y: HAUT, w: LARGEUR - 4.4 - MARGE, h: 4.4 }
const PANNEAUX_PAR_DIAPOSITIVE = 9

/** Source and protection, on every slide that shows figures. */
function fermer(diapositive: Diapositive, figure: Figure): void {
  poserPied(diapositive, pied(figure).join(' '))
  const notes = notesDe(figure).map(([etiquette, valeur]) => `${etiquette}\u202f: ${valeur}`)
  diapositive.addNotes([figure.titre, ...notes].join('\n\n'))
}

/** Comparisons that are read from afar: the rest is in the table and in the notes. */
const COMPARAISONS = 4

/** The answer in one figure, large, on the left. */
function poserReponse(diapositive: Diapositive, reponse: NonNullable<Figure['reponse']>): void {
  const { titre, chiffre, unite, precisions, comparaisons } = reponse
  const ligne = (text: string, options: PptxGenJS.TextPropsOptions): PptxGenJS.TextProps => ({
    text,
    options: { breakLine: true, fontFace: POLICE, ...options },
  })
  diapositive.addText(
    [
      ligne(titre, { fontSize: 18, bold: true, color: COULEURS.encre }),
      ligne(chiffre ?? 'Pas de chiffre', {
        fontSize: chiffre === undefined ? 28 : 54,
        bold: true,
        color: COULEURS.accent,
      }),
      ...(unite === undefined ? [] : [ligne(unite, { fontSize: 14, color: COULEURS['encre-2'] })]),
      ...precisions.map((texte) => ligne(texte, { fontSize: 16, color: COULEURS.encre })),
      ...comparaisons
        .slice(-COMPARAISONS)
        .flatMap(({ ecart, avec }) => [
          { text: `${ecart} `, options: { fontFace: POLICE, fontSize: 15, bold: true, color: COULEURS.encre } },
          ligne(avec, { fontSize: 13, color: COULEURS['encre-2'] }),
        ]),
    ],
    { x: MARGE, y: HAUT, w: 3.7, h: 4.4, margin: 0, valign: 'top', paraSpaceAfter: 5, fit: 'shrink' },
  )
}

/** A picture as large as its frame allows, its proportions kept. */
function poserImage(
  diapositive: Diapositive,
  { donnees, largeur, hauteur }: Image,
  cadre: Cadre,
  description: string,
): void {
  const echelle = Math.min(cadre.w / largeur, cadre.h / hauteur)
  const [w, h] = [largeur * echelle, hauteur * echelle]
  diapositive.addImage({
    data: donnees,
    x: cadre.x + (cadre.w - w) / 2,
    y: cadre.y + (cadre.h - h) / 2,
    w,
    h,
    altText: description,
  })
}

/** Three small charts a row, three rows a slide, all on one scale. */
function poserMultiples(
  presentation: PptxGenJS,
  figure: Figure,
  dessin: Extract<Figure['dessin'], { genre: 'multiples' }>,
): void {
  for (const paquet of enPaquets(dessin.panneaux, PANNEAUX_PAR_DIAPOSITIVE)) {
    const diapositive = ouvrir(presentation, constatDe(figure), sousTitreDe(figure), figure.fictif)
    const pas = PLEIN.h / Math.ceil(paquet.length / 3)
    paquet.forEach(({ titre, dessin: petit }, i) => {
      const cadre = {
        x: MARGE + (i % 3) * (UTILE / 3),
        y: HAUT + Math.floor(i / 3) * pas,
        w: UTILE / 3 - 0.1,
        h: pas - 0.05,
      }
      poserGraphique(diapositive, petit, cadre, { description: `${titre}. ${figure.phrase}`, titre })
    })
    dire(diapositive, suiteDe(figure), 6.3)
    fermer(diapositive, figure)
  }
}

function poserFigure(presentation: PptxGenJS, figure: Figure, image: Image | undefined): void {
  const { dessin, reponse, titre, phrase, fictif } = figure
  if (dessin?.genre === 'multiples') {
    poserMultiples(presentation, figure, dessin)
    return
  }
  if (dessin === undefined && reponse === undefined) return
  const diapositive = ouvrir(presentation, constatDe(figure), sousTitreDe(figure), fictif)
  const natif = dessin === undefined || dessin.genre === 'carte' ? undefined : dessin
  // Names take the width: the answer is in the title.
  const seul = reponse === undefined || (natif !== undefined && estCouche(natif))
  if (!seul) poserReponse(diapositive, reponse)
  const cadre = seul ? PLEIN : DROITE
  const description = `${titre} ${phrase}`
  if (image !== undefined) poserImage(diapositive, image, cadre, description)
  else if (natif !== undefined) poserGraphique(diapositive, natif, cadre, { description })
  dire(diapositive, suiteDe(figure))
  fermer(diapositive, figure)
}

/** The table twin, on a slide of its own. */
function poserJumeau(presentation: PptxGenJS, figure: Figure): void {
  if (figure.tableau.lignes.length === 0) return
  const diapositive = ouvrir(presentation, constatDe(figure), `Tableau · ${sousTitreDe(figure)}`, figure.fictif)
  const projection = projeter(figure.tableau, UTILE)
  poserTableau(diapositive, projection, { x: MARGE, y: HAUT + 0.05, w: UTILE })
  dire(diapositive, direReste(figure.tableau, projection), 6.35)
  fermer(diapositive, figure)
}

/**
 * The figures as a presentation (`.pptx`): a first slide, what to remember, then each figure under what it teaches (native
 * chart, which PowerPoint edits, or picture of a map) and its table, with definitions and provenance in the notes, and the method at
 * the end.
 */
export async function ecrireDiapositives(
  figures: readonly Figure[],
  options: OptionsDiapositives,
): Promise<Uint8Array> {
  const presentation = preparer(options.titre)
  poserGarde(presentation, figures, options)
  poserEssentiel(presentation, figures)
  figures.forEach((figure, rang) => {
    poserFigure(presentation, figure, options.images.get(rang))
    poserJumeau(presentation, figure)
  })
  poserMethode(presentation, figures)
  return assainir((await presentation.write({ outputType: 'uint8array' })) as Uint8Array)
}
