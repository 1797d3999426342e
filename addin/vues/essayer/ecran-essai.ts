import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import { etatChargement } from '../../../ui/etats.ts'
import type { Ecran } from '../activites/ecran.ts'
import { bouton, faute, titre } from '../elements.ts'
import { onglets } from '../onglets.ts'
import type { Volet } from '../volet.ts'
import { annulerEssai, ouvrirEssai, retablirEssai, revenir } from './actions-essai.ts'
import { comparerScenarios, rafraichirRecul } from './actions-mesures.ts'
import { retrouverScenarios } from './actions-scenarios.ts'
import { BancEssai } from './banc-essai.ts'
import type { PageEssai } from './etat-essai.ts'
import { carteListes, vueDifferences, vueEffet } from './vue-effet.ts'
import { avisPerime, vuePrealables } from './vue-prealables.ts'
import { vueEquite } from './vue-equite.ts'
import { vueRecul } from './vue-recul.ts'
import { vueReglages } from './vue-reglages.ts'
import { vueRobustesse } from './vue-robustesse.ts'
import { avisReprise, garderOuReprendre, vueScenarios } from './vue-scenarios.ts'
import './essayer.css'

const PAGES: readonly { readonly code: PageEssai; readonly nom: string }[] = [
  { code: 'regler', nom: 'Régler' },
  { code: 'scenarios', nom: 'Scénarios' },
  { code: 'robustesse', nom: 'Robustesse' },
  { code: 'equite', nom: 'Équité' },
  { code: 'recul', nom: 'Recul' },
]

function ouvrirPage(banc: BancEssai, page: PageEssai): void {
  banc.changer({ page, message: undefined, faute: undefined })
  if (page === 'scenarios') void comparerScenarios(banc)
  if (page === 'recul') void rafraichirRecul(banc)
}

function pages(banc: BancEssai): TemplateResult {
  return onglets({
    nom: 'Pages de l’essai',
    classe: 'essai-pages',
    onglets: PAGES,
    courant: banc.etat.page,
    surChoix: (page) => {
      ouvrirPage(banc, page)
    },
  })
}

function histoire(banc: BancEssai): TemplateResult | typeof nothing {
  const { essai } = banc.etat
  if (essai === undefined) return nothing
  return html`${bouton({
    texte: 'Annuler',
    icone: 'precedent',
    nom: 'Annuler le dernier réglage',
    desactive: !essai.peutAnnuler,
    surClic: () => void annulerEssai(banc),
  })}
  ${bouton({
    texte: 'Rétablir',
    icone: 'suivant',
    nom: 'Rétablir le réglage annulé',
    desactive: !essai.peutRetablir,
    surClic: () => void retablirEssai(banc),
  })}
  ${bouton({
    texte: 'Tout remettre',
    discret: true,
    nom: 'Revenir à la grille en vigueur',
    desactive: !essai.modifiee,
    surClic: () => void revenir(banc),
  })}`
}

function regler(banc: BancEssai): TemplateResult {
  const { essai } = banc.etat
  if (essai === undefined) return etatChargement('Préparation de l’essai…', 6)
  return html`<div class="essai-regler">
    ${carteListes(essai)}
    <div class="essai-tete">
      ${vueDifferences(essai.differences)}
      <div class="rangee sans-impression">${histoire(banc)} ${garderOuReprendre(banc, essai)}</div>
      ${avisReprise(banc, essai)}
    </div>
    <div class="essai-volets">${vueReglages(banc, essai.reglages)} ${vueEffet(banc, essai)}</div>
  </div>`
}

function page(banc: BancEssai): TemplateResult {
  switch (banc.etat.page) {
    case 'scenarios':
      return vueScenarios(banc)
    case 'robustesse':
      return vueRobustesse(banc)
    case 'equite':
      return vueEquite(banc)
    case 'recul':
      return vueRecul(banc)
    default:
      return regler(banc)
  }
}

function messages({ etat: { message, faute: f } }: BancEssai): TemplateResult {
  return html`${faute(f)}
  ${message === undefined ? nothing : bandeau({ genre: 'succes', titre: message.titre, textes: message.textes })}`
}

class EcranEssai implements Ecran {
  readonly #banc: BancEssai

  constructor(volet: Volet) {
    this.#banc = new BancEssai(volet)
  }

  dessiner(): TemplateResult {
    const { volet, etat } = this.#banc
    const { cotation } = volet.etat
    if (cotation === undefined) return html`${titre('Essayer une grille')} ${vuePrealables(volet)}`
    const nom = etat.essai?.enForce.nom ?? cotation.grille
    return html`${titre('Essayer une grille', html`En vigueur&#8239;: ${nom}. Rien n’est écrit tant que vous ne reprenez pas la grille essayée.`)}
    ${avisPerime(volet)} ${pages(this.#banc)} ${messages(this.#banc)} ${page(this.#banc)}`
  }

  async ouvrir(): Promise<void> {
    if (this.#banc.volet.etat.cotation === undefined) return
    await retrouverScenarios(this.#banc)
    await ouvrirEssai(this.#banc)
  }
}

/** The screen on which grids are tried. */
export function creerEcran(volet: Volet): Ecran {
  return new EcranEssai(volet)
}
