import PptxGenJS from 'pptxgenjs'
import { formatCompte } from '../../../core/index.ts'
import type { Figure } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { AVERTISSEMENT_FICTIF, direProvenance, direSources, notesDe, pied } from '../../exports/notes.ts'
import { assainir } from './assainir.ts'
import { POLICE, poserGraphique, type Cadre } from './poser-graphique.ts'
import { direReste, poserTableau } from './tableau.ts'

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

type Diapositive = PptxGenJS.Slide

/** Width of the slides, in inches, and of what they hold. */
const LARGEUR = 13.33
const MARGE = 0.5
const UTILE = LARGEUR - 2 * MARGE
const PLEIN: Cadre = { x: MARGE, y: 1.75, w: UTILE, h: 4.3 }
const DROITE: Cadre = { x: 4.3, y: 1.75, w: LARGEUR - 4.3 - MARGE, h: 4.3 }
const PANNEAUX_PAR_DIAPOSITIVE = 6

const MODELE = 'FIGURE'

function preparer(titre: string): PptxGenJS {
  const presentation = new PptxGenJS()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = titre
  presentation.author = ''
  presentation.company = ''
  presentation.theme = { headFontFace: POLICE, bodyFontFace: POLICE }
  presentation.defineSlideMaster({
    title: MODELE,
    background: { color: COULEURS.surface },
    objects: [
      { rect: { x: 0, y: 0, w: LARGEUR, h: 0.09, fill: { color: COULEURS.accent } } },
      {
        placeholder: {
          options: {
            name: 'titre',
            type: 'title',
            x: MARGE,
            y: 0.25,
            w: UTILE,
            h: 1,
            fontFace: POLICE,
            fontSize: 28,
            bold: true,
            color: COULEURS.encre,
            align: 'left',
            valign: 'bottom',
            margin: 0,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: LARGEUR - 1,
      y: 6.95,
      w: 0.5,
      h: 0.3,
      fontFace: POLICE,
      fontSize: 11,
      color: COULEURS['encre-2'],
      align: 'right',
    },
  })
  return presentation
}

/** The size at which a title holds in its two lines. */
function corpsTitre(titre: string): number {
  if (titre.length <= 60) return 28
  return titre.length <= 125 ? 24 : 20
}

function ouvrir(presentation: PptxGenJS, titre: string, sousTitre: string, fictif: boolean): Diapositive {
  const diapositive = presentation.addSlide({ masterName: MODELE })
  diapositive.addText(titre, { placeholder: 'titre', fontSize: corpsTitre(titre) })
  diapositive.addText(sousTitre, {
    x: MARGE,
    y: 1.27,
    w: fictif ? 9 : UTILE,
    h: 0.4,
    margin: 0,
    fontFace: POLICE,
    fontSize: 16,
    color: COULEURS['encre-2'],
  })
  if (fictif) {
    diapositive.addText('Données fictives', {
      x: LARGEUR - MARGE - 2.2,
      y: 1.27,
      w: 2.2,
      h: 0.36,
      align: 'center',
      fontFace: POLICE,
      fontSize: 14,
      bold: true,
      color: COULEURS.attention,
      fill: { color: COULEURS['attention-fond'] },
    })
  }
  return diapositive
}

/** Source and protection, on every slide that shows figures. */
function fermer(diapositive: Diapositive, figure: Figure): void {
  diapositive.addText(pied(figure).join(' '), {
    x: MARGE,
    y: 6.8,
    w: UTILE - 0.8,
    h: 0.5,
    margin: 0,
    valign: 'top',
    fontFace: POLICE,
    fontSize: 10,
    color: COULEURS['encre-2'],
    fit: 'shrink',
  })
  const notes = notesDe(figure).map(([etiquette, valeur]) => `${etiquette}\u202f: ${valeur}`)
  diapositive.addNotes([figure.titre, ...notes].join('\n\n'))
}

function dire(diapositive: Diapositive, phrase: string, y = 6.1): void {
  if (phrase === '') return
  diapositive.addText(phrase, {
    x: MARGE,
    y,
    w: UTILE,
    h: 0.65,
    margin: 0,
    valign: 'top',
    fontFace: POLICE,
    fontSize: phrase.length > 190 ? 12 : 14,
    color: COULEURS.encre,
    fit: 'shrink',
  })
}

/** The answer in one figure, large, on the left. */
function poserReponse(diapositive: Diapositive, reponse: NonNullable<Figure['reponse']>): void {
  const { titre, chiffre, unite, precisions, comparaisons } = reponse
  const ligne = (text: string, options: PptxGenJS.TextPropsOptions): PptxGenJS.TextProps => ({
    text,
    options: { breakLine: true, fontFace: POLICE, ...options },
  })
  diapositive.addText(
    [
      ligne(titre, { fontSize: 14, bold: true, color: COULEURS.encre }),
      ligne(chiffre ?? 'Pas de chiffre', {
        fontSize: chiffre === undefined ? 24 : 48,
        bold: true,
        color: COULEURS.accent,
      }),
      ...(unite === undefined ? [] : [ligne(unite, { fontSize: 12, color: COULEURS['encre-2'] })]),
      ...precisions.map((texte) => ligne(texte, { fontSize: 13, color: COULEURS.encre })),
      ...comparaisons.map(({ ecart, avec }) =>
        ligne(`${ecart} · ${avec}`, { fontSize: 13, color: COULEURS['encre-2'] }),
      ),
    ],
    { x: MARGE, y: 1.75, w: 3.6, h: 4.3, margin: 0, valign: 'top', paraSpaceAfter: 4, fit: 'shrink' },
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

function enPaquets<T>(elements: readonly T[], taille: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(elements.length / taille) }, (_, i) =>
    elements.slice(i * taille, (i + 1) * taille),
  )
}

/** Three small charts a row, two rows a slide, all on one scale. */
function poserMultiples(
  presentation: PptxGenJS,
  figure: Figure,
  dessin: Extract<Figure['dessin'], { genre: 'multiples' }>,
): void {
  for (const paquet of enPaquets(dessin.panneaux, PANNEAUX_PAR_DIAPOSITIVE)) {
    const diapositive = ouvrir(presentation, figure.titre, figure.sousTitre, figure.fictif)
    paquet.forEach(({ titre, dessin: petit }, i) => {
      const cadre = { x: MARGE + (i % 3) * (UTILE / 3), y: 1.75 + Math.floor(i / 3) * 2.2, w: UTILE / 3 - 0.1, h: 2.15 }
      poserGraphique(diapositive, petit, cadre, `${titre}. ${figure.phrase}`, titre)
    })
    dire(diapositive, figure.phrase, 6.2)
    fermer(diapositive, figure)
  }
}

function poserFigure(presentation: PptxGenJS, figure: Figure, image: Image | undefined): void {
  const { dessin, reponse, titre, sousTitre, phrase, fictif } = figure
  if (dessin?.genre === 'multiples') {
    poserMultiples(presentation, figure, dessin)
    return
  }
  if (dessin === undefined && reponse === undefined) return
  const diapositive = ouvrir(presentation, titre, sousTitre, fictif)
  const cadre = reponse === undefined ? PLEIN : DROITE
  if (reponse !== undefined) poserReponse(diapositive, reponse)
  const description = `${titre} ${phrase}`
  if (dessin?.genre === 'carte') {
    if (image !== undefined) poserImage(diapositive, image, cadre, description)
  } else if (dessin !== undefined) poserGraphique(diapositive, dessin, cadre, description)
  dire(diapositive, phrase)
  fermer(diapositive, figure)
}

/** The table twin, on a slide of its own. */
function poserJumeau(presentation: PptxGenJS, figure: Figure): void {
  if (figure.tableau.lignes.length === 0) return
  const diapositive = ouvrir(presentation, figure.titre, `${figure.sousTitre} · tableau`, figure.fictif)
  poserTableau(diapositive, figure.tableau, { x: MARGE, y: 1.8, w: UTILE })
  dire(diapositive, direReste(figure.tableau), 6.4)
  fermer(diapositive, figure)
}

function poserGarde(presentation: PptxGenJS, figures: readonly Figure[], { titre, jour }: OptionsDiapositives): void {
  const diapositive = presentation.addSlide({ masterName: MODELE })
  diapositive.addText(titre, { placeholder: 'titre', fontSize: corpsTitre(titre) + 8 })
  const textes = [
    `${formatCompte(figures.length, 'figure')} · ${jour}`,
    ...(figures.some(({ fictif }) => fictif) ? [AVERTISSEMENT_FICTIF] : []),
    ...new Set(figures.flatMap(({ sources }) => sources.map(({ texte }) => `Source\u202f: ${texte}`))),
  ]
  diapositive.addText(
    textes.slice(0, 9).map((text) => ({ text, options: { breakLine: true } })),
    {
      x: MARGE,
      y: 1.6,
      w: UTILE,
      h: 4.6,
      margin: 0,
      valign: 'top',
      paraSpaceAfter: 8,
      fontFace: POLICE,
      fontSize: 18,
      color: COULEURS['encre-2'],
      fit: 'shrink',
    },
  )
}

/** How the figures were made, and how to find each again. */
function poserMethode(presentation: PptxGenJS, figures: readonly Figure[]): void {
  const definitions = new Map(
    figures.flatMap((figure) => figure.definitions.map(({ nom, texte }) => [nom, texte] as const)),
  )
  for (const paquet of enPaquets([...definitions], 4)) {
    const diapositive = ouvrir(presentation, 'Comment ces chiffres sont faits', 'Définitions', false)
    diapositive.addText(
      paquet.flatMap(([nom, texte]) => [
        { text: nom, options: { bold: true, breakLine: true } },
        { text: texte, options: { breakLine: true } },
      ]),
      {
        x: MARGE,
        y: 1.75,
        w: UTILE,
        h: 4.9,
        margin: 0,
        valign: 'top',
        paraSpaceAfter: 6,
        fontFace: POLICE,
        fontSize: 14,
        color: COULEURS.encre,
        fit: 'shrink',
      },
    )
  }
  const provenances = [...new Set(figures.flatMap(({ provenance }) => provenance.map(direProvenance)))]
  const protections = [...new Set(figures.map(({ protection }) => protection))]
  const diapositive = ouvrir(
    presentation,
    'D’où viennent ces chiffres, et comment les refaire',
    'Provenance et protection',
    false,
  )
  const textes = [...protections, ...provenances]
  diapositive.addText(
    textes.slice(0, 12).map((text) => ({ text, options: { breakLine: true } })),
    {
      x: MARGE,
      y: 1.75,
      w: UTILE,
      h: 4.9,
      margin: 0,
      valign: 'top',
      paraSpaceAfter: 6,
      fontFace: POLICE,
      fontSize: 12,
      color: COULEURS.encre,
      fit: 'shrink',
    },
  )
  diapositive.addNotes([...textes, ...new Set(figures.map(direSources))].join('\n\n'))
}

/**
 * The figures as a presentation (`.pptx`): a first slide, then each figure under its question (native chart, which
 * PowerPoint edits, or picture of a map) and its table, with definitions and provenance in the notes, and the method at
 * the end.
 */
export async function ecrireDiapositives(
  figures: readonly Figure[],
  options: OptionsDiapositives,
): Promise<Uint8Array> {
  const presentation = preparer(options.titre)
  poserGarde(presentation, figures, options)
  figures.forEach((figure, rang) => {
    poserFigure(presentation, figure, options.images.get(rang))
    poserJumeau(presentation, figure)
  })
  poserMethode(presentation, figures)
  return assainir((await presentation.write({ outputType: 'uint8array' })) as Uint8Array)
}
