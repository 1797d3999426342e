import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../../core/index.ts'
import { icone } from '../../../ui/icones.ts'
import type { CalculFait, CalculVu, CaseVue, ResultatCalcul } from '../../travail/calculs/contrat-calculs.ts'
import { bouton, panneau } from '../elements.ts'

function laCase(vue: CaseVue): TemplateResult | string {
  return 'texte' in vue ? vue.texte : html`<abbr title=${vue.phrase}>${vue.erreur}</abbr>`
}

function valeur(vue: CaseVue): TemplateResult {
  if ('texte' in vue) return html`<p class="calcul-valeur">${vue.texte}</p>`
  return html`<p class="calcul-valeur" data-erreur>${icone('anomalie')}<span>${vue.erreur}</span></p>
    <p>${vue.phrase}</p>`
}

function bloc(lignes: readonly (readonly CaseVue[])[], total: number): TemplateResult {
  return html`<div class="apercu" tabindex="0" role="region" aria-label="Résultat, ${formatCompte(total, 'ligne')}">
      <table class="calcul-bloc">
        <tbody>
          ${lignes.map(
            (ligne) =>
              html`<tr>
                ${ligne.map((c) => html`<td>${laCase(c)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      total > lignes.length
        ? html`<p class="aide">
            Les ${formatNombre(lignes.length)} premières lignes sur ${formatNombre(total)}&#8239;: la formule les donne
            toutes.
          </p>`
        : nothing
    }`
}

function corps(resultat: ResultatCalcul): TemplateResult {
  switch (resultat.genre) {
    case 'attente':
      return html`<p class="aide">Il reste à donner&#8239;: ${resultat.manque.join('\u202f; ')}.</p>`
    case 'valeur':
      return valeur(resultat.valeur)
    case 'bloc':
      return bloc(resultat.lignes, resultat.total)
  }
}

export interface GestesResultat {
  /** What became of the formula. */
  readonly copie: string | undefined
  readonly surCopier: () => void
}

/** The result, then the formula that gives it in a cell. */
export function vueResultat(
  { libelle }: CalculVu,
  { resultat, formule, aRemplacer }: CalculFait,
  { copie, surCopier }: GestesResultat,
): TemplateResult {
  return html`${panneau('Résultat', html`<div role="status" aria-label=${libelle}>${corps(resultat)}</div>`)}
  ${panneau(
    'Dans une cellule',
    html`<p><code class="formule">${formule}</code></p>
      ${
        aRemplacer.length === 0
          ? nothing
          : html`<p class="aide">Remplacez ${aRemplacer.join(', ')} par l’adresse de vos cellules.</p>`
      }
      <div class="rangee">
        ${bouton({ texte: 'Copier la formule', icone: 'copier', surClic: surCopier })}
        <span role="status">${copie ?? ''}</span>
      </div>`,
    'Elle suit les cellules qu’elle lit. Excel en licence en volume ne l’a pas\u202f: le calcul se fait alors ici.',
  )}`
}
