import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import type { ApercuVu, GenreJoint, TableJointeVue } from '../../travail/publication/contrat-publication.ts'
import { bouton, faute, panneau } from '../elements.ts'
import type { Publier } from './publier.ts'

const ABSENTES: Readonly<Record<GenreJoint, string>> = {
  attributions:
    'Pas de feuille d’attributions (une ligne par décision ou par bail, avec une date)\u202f: ces indicateurs ne sont pas dans le fichier.',
  parc: 'Pas de feuille de parc (une ligne par bailleur ou par commune, avec un nombre de logements)\u202f: ces indicateurs ne sont pas dans le fichier.',
}

function compte({ genre, lignes }: TableJointeVue): string {
  return genre === 'attributions'
    ? formatCompte(lignes, 'attribution')
    : formatCompte(lignes, 'ligne de parc', 'lignes de parc')
}

/** « 1 250 attributions », « 24 lignes de parc »: what was found and read. */
export function direJointes({ jointes }: ApercuVu): readonly string[] {
  return jointes.filter(({ raisons }) => raisons.length === 0).map(compte)
}

function trouvee(table: TableJointeVue): TemplateResult {
  const { feuille, raisons } = table
  const ou = feuille === undefined ? 'lues au suivi' : `dans «\u202f${feuille}\u202f»`
  if (raisons.length === 0) return html`<strong>${compte(table)}</strong> <span class="aide">${ou}</span>`
  return html`<strong>Non lue</strong> <span class="aide">${ou}. ${raisons.join(' ')}</span>`
}

function ligne(titre: string, genre: GenreJoint, { jointes }: ApercuVu): TemplateResult {
  const table = jointes.find((jointe) => jointe.genre === genre)
  return html`<div>
    <dt>${titre}</dt>
    <dd>${table === undefined ? html`<span class="aide">${ABSENTES[genre]}</span>` : trouvee(table)}</dd>
  </div>`
}

/** What is counted: the demandes, and what was found beside them. */
export function vueJointes(publier: Publier, apercu: ApercuVu): TemplateResult {
  const { enCours } = publier.volet.etat
  return panneau(
    'Ce qui est compté',
    html`${faute(publier.etat.nonJointes)}
      <dl class="publier-fichier">
        <div>
          <dt>Demandes</dt>
          <dd><strong>${formatCompte(apercu.comptees, 'demande')}</strong></dd>
        </div>
        ${ligne('Attributions', 'attributions', apercu)} ${ligne('Parc', 'parc', apercu)}
      </dl>
      ${
        publier.relisible
          ? bouton({
              texte: 'Relire les attributions et le parc',
              desactive: enCours !== undefined,
              surClic: () => void publier.relire(),
            })
          : nothing
      }`,
  )
}
