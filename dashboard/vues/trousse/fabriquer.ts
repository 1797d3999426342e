import { formatJour } from '../../../core/socle/format.ts'
import { jourDe } from '../../../core/socle/jour.ts'
import type { Figure } from '../../figures/figure.ts'
import type { Choisie, Trousse } from '../../kit/choisie.ts'
import { verifier, type Verdict } from '../../kit/verifier.ts'
import { nomFichier } from '../../exports/notes.ts'
import { telecharger } from '../../exports/telecharger.ts'
import type { Hote } from '../vue.ts'

/** A figure picked, what its view gives now, and whether it says the same. */
export interface Refaite {
  readonly choisie: Choisie
  /** Undefined when its view no longer gives it. */
  readonly figure: Figure | undefined
  readonly verdict: Verdict
}

/** What a kit is made into. */
export type Piece = 'diapositives' | 'rapport' | 'word' | 'classeur' | 'trousse'

/** Makes again each figure of a kit with the data open now. */
export async function refaire({ choisies }: Trousse, hote: Hote): Promise<readonly Refaite[]> {
  return Promise.all(
    choisies.map(async (choisie) => {
      const figures = await hote.figuresDe(choisie.adresse)
      const figure = figures.find(({ id }) => id === choisie.figure)
      return { choisie, figure, verdict: verifier(choisie, figures) }
    }),
  )
}

function aujourdhui(): string {
  const date = new Date()
  return formatJour(jourDe(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? 0)
}

function presentes(refaites: readonly Refaite[]): readonly Figure[] {
  return refaites.flatMap(({ figure }) => figure ?? [])
}

async function diapositives(titre: string, figures: readonly Figure[]): Promise<Uint8Array> {
  const [{ ecrireDiapositives }, { exporterCartePaysage }, { base64 }] = await Promise.all([
    import('../../kit/diapositives/ecrire-diapositives.ts'),
    import('../../exports/exporter-image.ts'),
    import('../../../core/document/index.ts'),
  ])
  const images = new Map<number, { donnees: string; largeur: number; hauteur: number }>()
  for (const [rang, figure] of figures.entries()) {
    const image = figure.dessin?.genre === 'carte' ? await exporterCartePaysage(figure.dessin) : undefined
    if (image !== undefined) images.set(rang, { ...image, donnees: `image/png;base64,${base64(image.png)}` })
  }
  return ecrireDiapositives(figures, { titre, jour: aujourdhui(), images })
}

async function rapportDe(titre: string, figures: readonly Figure[]) {
  const [{ rapport }, { exporterCartePaysage, exporterPng }] = await Promise.all([
    import('../../kit/rapport.ts'),
    import('../../exports/exporter-image.ts'),
  ])
  const images = new Map<number, { png: Uint8Array; largeur: number; hauteur: number }>()
  for (const [rang, figure] of figures.entries()) {
    // Title and source stand around the picture.
    const { dessin } = figure
    const image =
      dessin?.genre === 'carte' ? await exporterCartePaysage(dessin) : await exporterPng(figure, { avecTextes: false })
    if (image !== undefined) images.set(rang, image)
  }
  return rapport(figures, { titre, jour: aujourdhui(), images })
}

async function classeur(titre: string, refaites: readonly Refaite[]): Promise<Uint8Array> {
  const [{ ecrireClasseurTrousse }, { choisir }] = await Promise.all([
    import('../../kit/classeur.ts'),
    import('../../kit/choisie.ts'),
  ])
  const elements = refaites.flatMap(({ figure, choisie }) =>
    figure === undefined ? [] : [{ figure, choisie: choisir(figure, choisie.adresse) }],
  )
  return ecrireClasseurTrousse(titre, elements, aujourdhui())
}

/** Makes a file of a kit and hands it to the reader. */
export async function fabriquer(piece: Piece, trousse: Trousse, refaites: readonly Refaite[]): Promise<void> {
  const { titre } = trousse
  const figures = presentes(refaites)
  switch (piece) {
    case 'diapositives':
      telecharger(await diapositives(titre, figures), nomFichier(titre, 'pptx'))
      return
    case 'rapport':
      telecharger(
        (await import('../../../core/document/index.ts')).ecrireHtml(await rapportDe(titre, figures)),
        nomFichier(`${titre} rapport`, 'html'),
      )
      return
    case 'word':
      telecharger(
        await (await import('../../../core/document/index.ts')).ecrireDocx(await rapportDe(titre, figures)),
        nomFichier(`${titre} rapport`, 'docx'),
      )
      return
    case 'classeur':
      telecharger(await classeur(titre, refaites), nomFichier(`${titre} données`, 'xlsx'))
      return
    case 'trousse':
      telecharger(
        (await import('../../kit/fichier-trousse.ts')).ecrireTrousse(trousse),
        nomFichier(`${titre} trousse`, 'json'),
      )
  }
}

/** Reads a kit from its file, or from a data workbook. @throws Refus when the file holds none */
export async function ouvrirTrousse(fichier: File): Promise<Trousse> {
  if (fichier.name.toLowerCase().endsWith('.xlsx')) {
    const { lireClasseurTrousse } = await import('../../kit/classeur.ts')
    return lireClasseurTrousse(new Uint8Array(await fichier.arrayBuffer()), fichier.name)
  }
  const { lireTrousse } = await import('../../kit/fichier-trousse.ts')
  return lireTrousse(await fichier.text(), fichier.name)
}
