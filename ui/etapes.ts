import { html, nothing, type TemplateResult } from 'lit'
import { icone } from './icones.ts'
import './etapes.css'

export type EtatEtape = 'a-faire' | 'en-cours' | 'fait' | 'a-revoir'

const MOTS: Readonly<Record<EtatEtape, string>> = {
  'a-faire': 'à faire',
  'en-cours': 'en cours',
  fait: 'fait',
  'a-revoir': 'à revoir',
}

export interface Etape {
  readonly code: string
  readonly nom: string
  readonly etat: EtatEtape
  /** Said under the name where there is room: « 12 à corriger ». */
  readonly precision?: string
  /** Cannot be opened yet. */
  readonly fermee?: boolean
}

export interface Etapes {
  readonly etapes: readonly Etape[]
  /** Code of the step on screen. */
  readonly courante: string
  readonly surChoix: (code: string) => void
  /** `colonne`: a column beside the work when the page is wide; a line everywhere else. */
  readonly sens?: 'ligne' | 'colonne'
}

function pastille({ etat }: Etape, rang: number): unknown {
  if (etat === 'fait') return icone('coche')
  return etat === 'a-revoir' ? '!' : rang
}

function ligne(etape: Etape, rang: number, courante: boolean, surChoix: Etapes['surChoix']): TemplateResult {
  const etat = courante && etape.etat === 'a-faire' ? 'en-cours' : etape.etat
  const mot = etape.precision ?? MOTS[etat]
  return html`<li data-etat=${courante ? 'en-cours' : etape.etat}>
    <button
      class="etape"
      type="button"
      ?disabled=${etape.fermee ?? false}
      aria-current=${courante ? 'step' : nothing}
      aria-label="${rang}. ${etape.nom}, ${mot}"
      title="${etape.nom}, ${mot}"
      @click=${() => {
        surChoix(etape.code)
      }}
    >
      <span class="etape-pastille">${pastille(etape, rang)}</span>
      <span class="etape-nom">${etape.nom}</span>
      <span class="etape-etat">${mot}</span>
    </button>
  </li>`
}

/** The steps of a job, always on screen: where one is, what is done, what has to be seen again. */
export function etapes({ etapes, courante, surChoix, sens = 'ligne' }: Etapes): TemplateResult {
  const place = etapes.findIndex((etape) => etape.code === courante)
  return html`<nav class="etapes sans-impression" data-sens=${sens} aria-label="Étapes">
    <ol>
      ${etapes.map((etape, i) => ligne(etape, i + 1, i === place, surChoix))}
    </ol>
    <p class="etapes-courante" aria-hidden="true">
      <strong>${etapes[place]?.nom}</strong><span class="aide">étape ${place + 1} sur ${etapes.length}</span>
    </p>
  </nav>`
}
