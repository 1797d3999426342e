import { html, nothing, type TemplateResult } from 'lit'
import './progression.css'

export interface Progression {
  readonly titre: string
  /** « 82 000 demandes sur 150 000 » */
  readonly detail?: string
  /** From 0 to 1; left out while the size of the work is unknown. */
  readonly part?: number
  /** Given, the work can be stopped; the button stays until the work has really stopped. */
  readonly surAnnuler?: () => void
  readonly annulation?: boolean
}

/** A work in progress. Needs `fluent.ts` when it can be cancelled. */
export function progression({ titre, detail, part, surAnnuler, annulation = false }: Progression): TemplateResult {
  const pourcentage = part === undefined ? nothing : String(Math.floor(part * 100))
  return html`<div class="progression">
    <div>
      <p class="progression-titre">${annulation ? 'Annulation…' : titre}</p>
      ${detail && html`<p class="aide">${detail}</p>`}
    </div>
    ${surAnnuler && html`<fluent-button ?disabled=${annulation} @click=${surAnnuler}>Annuler</fluent-button>`}
    <div
      class="progression-piste"
      role="progressbar"
      aria-label=${titre}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${pourcentage}
      aria-valuetext=${detail ?? nothing}
      ?data-indetermine=${part === undefined}
      .style=${`--part: ${String(part ?? 1)}`}
    >
      <span></span>
    </div>
  </div>`
}
