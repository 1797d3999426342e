import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { formatNombre } from '../../core/index.ts'
import { progression } from '../../ui/progression.ts'
import type { Application } from '../application.ts'
import type { EtatLecture, Lecture } from '../travail/lecture.ts'

const ETAPES: Readonly<Record<Exclude<EtatLecture['etape'], 'lecture'>, string>> = {
  json: 'Déchiffrage',
  verification: 'Vérification de chaque chiffre',
  empreinte: 'Contrôle de l’empreinte',
  colonnes: 'Mise en place des chiffres',
}

const MEGA = 1e6

function detailDe({ etape, octets, sur }: EtatLecture): string {
  if (etape !== 'lecture') return ETAPES[etape]
  return `${formatNombre(octets / MEGA, { decimales: 0 })}\u00a0Mo sur ${formatNombre(Math.ceil(sur / MEGA), { decimales: 0 })}`
}

/** How far the reading of files is: it follows the reading by itself, and the page is not drawn again meanwhile. */
export class LectureEnCours extends LitElement {
  static override properties = { lecture: { attribute: false } }

  declare lecture: Lecture | undefined

  /** Light DOM: one style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const { lecture } = this
    if (!changes.has('lecture') || lecture === undefined) return
    lecture.suivi = () => {
      this.requestUpdate()
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { lecture } = this
    if (lecture === undefined) return nothing
    const { etat } = lecture
    return html`${progression({
        titre: `Lecture de «\u202f${etat.fichier}\u202f»`,
        detail: detailDe(etat),
        ...(etat.etape === 'lecture' && etat.sur > 0 ? { part: etat.octets / etat.sur } : {}),
      })}
      <button
        type="button"
        class="obs-bouton"
        @click=${() => {
          lecture.annuler()
        }}
      >
        Annuler la lecture
      </button>`
  }
}

if (customElements.get('att-lecture') === undefined) customElements.define('att-lecture', LectureEnCours)

/** The reading under way, if any. */
export function lectureEnCours({ lecture }: Application): TemplateResult | typeof nothing {
  return lecture === undefined
    ? nothing
    : html`<att-lecture class="obs-lecture-fichier" .lecture=${lecture}></att-lecture>`
}
