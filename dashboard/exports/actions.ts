import { html, nothing, type TemplateResult } from 'lit'
import { icone } from '../../ui/icones.ts'
import { ecrireAdresse } from '../adresse.ts'
import type { Figure } from '../figures/figure.ts'
import { ajouter, choisir, contientFigure, retirer } from '../kit/choisie.ts'
import type { Hote } from '../vues/vue.ts'
import { nomFichier } from './notes.ts'
import { telecharger } from './telecharger.ts'

type Extension = 'csv' | 'xlsx' | 'png' | 'svg'

/** What writes files is loaded when the first one is asked for. */
async function ecrire(figure: Figure, extension: Extension): Promise<Uint8Array | string> {
  if (extension === 'csv') return (await import('./exporter-tableau.ts')).exporterCsv(figure)
  if (extension === 'xlsx') return (await import('./exporter-tableau.ts')).exporterXlsx(figure)
  if (extension === 'svg' && figure.dessin?.genre === 'carte') {
    return (await import('./svg-carte.ts')).svgCarte(figure, figure.dessin).svg
  }
  const image = await (await import('./exporter-image.ts')).exporterPng(figure)
  if (image === undefined) throw new Error(`no drawing: ${figure.id}`)
  return image.png
}

async function exporter(figure: Figure, extension: Extension, { application }: Hote): Promise<void> {
  try {
    telecharger(await ecrire(figure, extension), nomFichier(`${figure.titre} ${figure.sousTitre}`, extension))
  } catch (erreur) {
    reportError(erreur)
    application.annoncer({
      genre: 'erreur',
      titre: 'Le fichier n’a pas pu être écrit',
      textes: ['Rechargez la page, puis réessayez.'],
    })
  }
}

function bouton(figure: Figure, extension: Extension, nom: string, hote: Hote): TemplateResult {
  return html`<button
    type="button"
    class="obs-bouton-leger"
    aria-label="Exporter en ${nom}&#8239;: ${figure.titre}"
    @click=${() => {
      void exporter(figure, extension, hote)
    }}
  >
    ${nom}
  </button>`
}

function garder(figure: Figure, { application, selection, lien }: Hote): TemplateResult {
  // The room it is shown in is no part of what a figure says.
  const adresse = ecrireAdresse({ ...selection, affichage: undefined })
  const dedans = contientFigure(application.trousse, { adresse, figure: figure.id })
  return html`<button
      type="button"
      class="obs-bouton-leger"
      aria-pressed=${String(dedans)}
      aria-label="${dedans ? 'Retirer de la trousse' : 'Mettre dans la trousse'}&#8239;: ${figure.titre}"
      @click=${() => {
        application.changerTrousse((trousse) => {
          const choisie = { adresse, figure: figure.id }
          return contientFigure(trousse, choisie)
            ? retirer(trousse, choisie)
            : ajouter(trousse, choisir(figure, adresse))
        })
      }}
    >
      ${icone(dedans ? 'coche' : 'ajouter')}${dedans ? 'Dans la trousse' : 'Mettre dans la trousse'}</button
    >${
      dedans
        ? html`<a class="obs-bouton-leger" href=${lien({ vue: 'trousse' })}
            >Voir la trousse (${application.trousse.choisies.length})</a
          >`
        : nothing
    }`
}

/** What can be taken from a figure: files, and a place in the kit. */
export function actionsFigure(figure: Figure, hote: Hote): TemplateResult {
  const { dessin } = figure
  return html`<div class="fig-actions sans-impression">
    <span class="fig-exports">${garder(figure, hote)}</span>
    <span class="fig-exports">
      ${icone('telecharger')} ${bouton(figure, 'xlsx', 'Excel', hote)} ${bouton(figure, 'csv', 'CSV', hote)}
      ${dessin === undefined ? nothing : bouton(figure, 'png', 'PNG', hote)}
      ${dessin?.genre === 'carte' ? bouton(figure, 'svg', 'SVG', hote) : nothing}
    </span>
  </div>`
}
