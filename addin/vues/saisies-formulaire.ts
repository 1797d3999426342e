import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Choix, Operation } from '../../core/index.ts'
import { champ, choix } from '../../ui/champ.ts'
import { editer } from './actions-grille.ts'
import type { Volet } from './volet.ts'

interface ChampEdite {
  /** Unique in the page: where a refusal is said. */
  readonly id: string
  readonly libelle: string
  readonly valeur: string
  readonly operation: (saisi: string) => Operation
  readonly aide?: string
  readonly desactive?: boolean
}

function erreurDe({ etat: { refusee } }: Volet, id: string): { readonly erreur?: string } {
  return refusee?.id === id ? { erreur: `${refusee.raison} La grille garde sa valeur d’avant.` } : {}
}

/** A text of the grid, taken when the field is left or Enter pressed: a half-typed number is not a grid. */
export function texteEdite(
  volet: Volet,
  edite: ChampEdite & { readonly unite?: string; readonly nombre?: boolean },
): TemplateResult {
  const { id, valeur, operation, desactive = false, unite, nombre = false } = edite
  const erreur = erreurDe(volet, id)
  return champ(
    { ...edite, ...erreur },
    ({ describedby, invalid }) =>
      html`<div class="saisie">
        <input
          id=${id}
          type="text"
          inputmode=${nombre ? 'decimal' : 'text'}
          ?data-nombre=${nombre}
          autocomplete="off"
          .value=${erreur.erreur === undefined ? live(valeur) : valeur}
          ?disabled=${desactive}
          aria-describedby=${describedby}
          aria-invalid=${invalid}
          @change=${(evenement: Event) => {
            void editer(volet, id, operation((evenement.currentTarget as HTMLInputElement).value))
          }}
        />
        ${unite === undefined || unite === '' ? '' : html`<span class="saisie-unite">${unite}</span>`}
      </div>`,
  )
}

export function choixEdite(volet: Volet, edite: ChampEdite & { readonly options: readonly Choix[] }): TemplateResult {
  const { id, operation } = edite
  return choix({
    ...edite,
    ...erreurDe(volet, id),
    surChoix: (saisi) => void editer(volet, id, operation(saisi)),
  })
}
