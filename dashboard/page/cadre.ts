import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../ui/bandeau.ts'
import { choix } from '../../ui/champ.ts'
import { icone } from '../../ui/icones.ts'
import type { Application } from '../application.ts'
import { VUES } from '../vues/registre.ts'
import type { Hote } from '../vues/vue.ts'

/** The list of views: links where there is room, a list where there is not. */
export function navigation(courante: string, hote: Hote): TemplateResult {
  return html`<nav class="obs-vues sans-impression" aria-label="Vues">
    <ul class="obs-onglets">
      ${VUES.map(
        ({ code, nom }) =>
          html`<li>
            <a href=${hote.lien({ vue: code })} aria-current=${code === courante ? 'page' : nothing}>${nom}</a>
          </li>`,
      )}
    </ul>
    <div class="obs-onglets-etroits">
      ${choix({
        id: 'vue',
        libelle: 'Vue',
        options: VUES.map(({ code, nom }) => ({ valeur: code, libelle: nom })),
        valeur: courante,
        surChoix: (vue) => {
          hote.choisir({ vue })
        },
      })}
    </div>
  </nav>`
}

async function copier(evenement: Event): Promise<void> {
  const bouton = evenement.currentTarget as HTMLElement
  const etat = bouton.querySelector('[role=status]')
  try {
    await navigator.clipboard.writeText(location.href)
    if (etat !== null) etat.textContent = 'Lien copié'
  } catch {
    if (etat !== null) etat.textContent = 'Copiez l’adresse de la page'
  }
}

/** Share the view, read it from afar. */
export function outils({ selection, choisir }: Hote): TemplateResult {
  const salle = selection.affichage === 'salle'
  return html`<div class="obs-outils sans-impression">
    <button type="button" class="obs-bouton-leger" @click=${copier}>
      ${icone('copier')}<span role="status">Copier le lien</span>
    </button>
    <button
      type="button"
      class="obs-bouton-leger"
      aria-pressed=${String(salle)}
      @click=${() => {
        choisir({ affichage: salle ? undefined : 'salle' })
      }}
    >
      ${icone('observatoire')}Affichage en salle
    </button>
  </div>`
}

export function annonce(application: Application): TemplateResult | typeof nothing {
  const { annonce: dite } = application
  if (dite === undefined) return nothing
  return bandeau({
    ...dite,
    surFermer: () => {
      application.fermerAnnonce()
    },
  })
}

/** As long as figures drawn at random are on screen. */
export function bandeauExemple({ exemple }: Application, hote: Hote): TemplateResult | typeof nothing {
  if (exemple === undefined) return nothing
  return html`<div class="obs-exemple" role="note">
    <p>
      <strong>Exemple fictif.</strong> Les chiffres de 2023 à 2025 des EPCI sont tirés au hasard&#8239;: ils ne disent
      rien des territoires nommés. Les chiffres officiels restent vrais.
    </p>
    <a class="obs-bouton-leger sans-impression" href=${hote.lien({ exemple: undefined })}>Retirer l’exemple</a>
  </div>`
}
