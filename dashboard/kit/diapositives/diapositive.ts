import PptxGenJS from 'pptxgenjs'
import type { Figure } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { POLICE } from './poser-graphique.ts'

export type Diapositive = PptxGenJS.Slide

/** Width of the slides, in inches, and of what they hold. */
export const LARGEUR = 13.33
export const MARGE = 0.5
export const UTILE = LARGEUR - 2 * MARGE
export const HAUT = 1.75
/** Letters that hold under a title in full size. */
const SOUS_TITRE_COURT = 95

export const MODELE = 'FIGURE'
export const MODELE_GARDE = 'GARDE'

const BANDE: NonNullable<PptxGenJS.SlideMasterProps['objects']>[number] = {
  rect: { x: 0, y: 0, w: LARGEUR, h: 0.09, fill: { color: COULEURS.accent } },
}

/** Where the title of a slide stands. */
function placeDuTitre(y: number, h: number, corps: number): NonNullable<PptxGenJS.SlideMasterProps['objects']>[number] {
  return {
    placeholder: {
      options: {
        name: 'titre',
        type: 'title',
        x: MARGE,
        y,
        w: UTILE,
        h,
        fontFace: POLICE,
        fontSize: corps,
        bold: true,
        color: COULEURS.encre,
        align: 'left',
        valign: 'bottom',
        margin: 0,
      },
      text: '',
    },
  }
}

export function preparer(titre: string): PptxGenJS {
  const presentation = new PptxGenJS()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = titre
  presentation.author = ''
  presentation.company = ''
  presentation.theme = { headFontFace: POLICE, bodyFontFace: POLICE }
  presentation.defineSlideMaster({
    title: MODELE,
    background: { color: COULEURS.surface },
    objects: [BANDE, placeDuTitre(0.25, 1, 28)],
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
  presentation.defineSlideMaster({
    title: MODELE_GARDE,
    background: { color: COULEURS.surface },
    objects: [BANDE, placeDuTitre(1.4, 2.2, 44)],
  })
  return presentation
}

/** The size at which a title holds in its two lines. */
export function corpsTitre(titre: string): number {
  if (titre.length <= 60) return 28
  return titre.length <= 120 ? 26 : 22
}

/** Question, place and date, under a title that answers; a date said by the one is not said again by the other. */
export function sousTitreDe({ titre, sousTitre }: Figure): string {
  const date = /, (?=[^,]*$).*$/.exec(titre)?.[0] ?? '-'
  const reste = sousTitre.endsWith(date) ? sousTitre.slice(0, -date.length) : sousTitre
  const suite = titre.includes(reste) ? '' : ` · ${reste.charAt(0).toUpperCase()}${reste.slice(1)}`
  return `${titre}${suite}`
}

export function ouvrir(presentation: PptxGenJS, titre: string, sousTitre: string, fictif: boolean): Diapositive {
  const diapositive = presentation.addSlide({ masterName: MODELE })
  diapositive.addText(titre, { placeholder: 'titre', fontSize: corpsTitre(titre) })
  diapositive.addText(sousTitre, {
    x: MARGE,
    y: 1.27,
    w: fictif ? 9.9 : UTILE,
    h: 0.4,
    margin: 0,
    fontFace: POLICE,
    fontSize: sousTitre.length > SOUS_TITRE_COURT ? 13 : 16,
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

/** Letters that hold on the two lines of a foot, and on its three when they are small. */
const PIED_COURT = 330

export function poserPied(diapositive: Diapositive, texte: string): void {
  diapositive.addText(texte, {
    x: MARGE,
    y: 6.85,
    w: UTILE - 0.8,
    h: 0.5,
    margin: 0,
    valign: 'top',
    fontFace: POLICE,
    fontSize: texte.length <= PIED_COURT ? 11 : 9,
    color: COULEURS['encre-2'],
    fit: 'shrink',
  })
}

export function dire(diapositive: Diapositive, phrase: string, y = 6.2): void {
  if (phrase === '') return
  diapositive.addText(phrase, {
    x: MARGE,
    y,
    w: UTILE,
    h: 6.8 - y,
    margin: 0,
    valign: 'top',
    fontFace: POLICE,
    fontSize: phrase.length > 190 ? 12 : phrase.length > 120 || y > 6.3 ? 14 : 16,
    color: COULEURS.encre,
    fit: 'shrink',
  })
}

export function enPaquets<T>(elements: readonly T[], taille: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(elements.length / taille) }, (_, i) =>
    elements.slice(i * taille, (i + 1) * taille),
  )
}
