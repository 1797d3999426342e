import type PptxGenJS from 'pptxgenjs'
import { formatCompte } from '../../../core/index.ts'
import type { Figure } from '../../figures/figure.ts'
import { COULEURS } from '../../exports/couleurs.ts'
import { AVERTISSEMENT_FICTIF, constatDe, direProvenance, direSources } from '../../exports/notes.ts'
import { enPaquets, HAUT, MARGE, MODELE_GARDE, ouvrir, poserPied, UTILE } from './diapositive.ts'
import { POLICE } from './poser-graphique.ts'

/** Findings that a slide says at once. */
const CONSTATS = 6
/** Definitions that a slide holds, in letters. */
const LETTRES_DEFINITIONS = 1500

/** The first slide. */
export function poserGarde(
  presentation: PptxGenJS,
  figures: readonly Figure[],
  { titre, jour }: { readonly titre: string; readonly jour: string },
): void {
  const diapositive = presentation.addSlide({ masterName: MODELE_GARDE })
  diapositive.addText(titre, { placeholder: 'titre', fontSize: titre.length > 60 ? 34 : 44 })
  const textes = [
    jour,
    formatCompte(figures.length, 'figure'),
    ...(figures.some(({ fictif }) => fictif) ? [AVERTISSEMENT_FICTIF] : []),
  ]
  diapositive.addText(
    textes.map((text) => ({
      text,
      options: {
        breakLine: true,
        ...(text === AVERTISSEMENT_FICTIF ? { bold: true, color: COULEURS.attention } : {}),
      },
    })),
    {
      x: MARGE,
      y: 3.85,
      w: UTILE,
      h: 2,
      margin: 0,
      valign: 'top',
      paraSpaceAfter: 8,
      fontFace: POLICE,
      fontSize: 22,
      color: COULEURS['encre-2'],
    },
  )
}

/** What the figures teach, before they are shown. */
export function poserEssentiel(presentation: PptxGenJS, figures: readonly Figure[]): void {
  const constats = [...new Map(figures.map((figure) => [constatDe(figure), figure]))]
  if (constats.length < 2) return
  for (const paquet of enPaquets(constats, CONSTATS)) {
    const fictif = paquet.some(([, figure]) => figure.fictif)
    const diapositive = ouvrir(presentation, 'Ce qu’il faut retenir', 'Une phrase par figure, dans l’ordre', fictif)
    diapositive.addText(
      paquet.flatMap(([constat, { titre }]) => [
        {
          text: `${constat.charAt(0).toUpperCase()}${constat.slice(1)}. `.replace(/([?!])\. $/, '$1 '),
          options: { bullet: { indent: 18 } },
        },
        { text: titre, options: { breakLine: true, fontSize: 14, color: COULEURS['encre-2'] } },
      ]),
      {
        x: MARGE,
        y: HAUT + 0.1,
        w: UTILE,
        h: 4.8,
        margin: 0,
        valign: 'top',
        paraSpaceAfter: 12,
        fontFace: POLICE,
        fontSize: 20,
        color: COULEURS.encre,
        fit: 'shrink',
      },
    )
    const sources = [...new Set(paquet.flatMap(([, figure]) => figure.sources.map(({ texte }) => texte)))]
    poserPied(diapositive, `Sources\u202f: ${sources.join('\u202f; ')}.`)
    diapositive.addNotes(
      paquet.map(([constat, { titre, sousTitre }]) => `${constat}\n${titre}, ${sousTitre}`).join('\n\n'),
    )
  }
}

/** Definitions, as many a slide as hold in letters that are read. */
function pagesDe(
  definitions: readonly (readonly [string, string])[],
): readonly (readonly (readonly [string, string])[])[] {
  const pages: (readonly [string, string])[][] = [[]]
  let lettres = 0
  for (const definition of definitions) {
    const longueur = definition[0].length + definition[1].length + 100
    if (lettres + longueur > LETTRES_DEFINITIONS && lettres > 0) {
      pages.push([])
      lettres = 0
    }
    pages.at(-1)?.push(definition)
    lettres += longueur
  }
  return pages.filter((page) => page.length > 0)
}

/** How the figures were made, and how to find each again. */
export function poserMethode(presentation: PptxGenJS, figures: readonly Figure[]): void {
  const definitions = new Map(
    figures.flatMap((figure) => figure.definitions.map(({ nom, texte }) => [nom, texte] as const)),
  )
  for (const paquet of pagesDe([...definitions])) {
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
        fontSize: 16,
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
