import { html, nothing, type TemplateResult } from 'lit'
import { formatCompte, formatNombre } from '../../core/index.ts'
import type { ColonneVue, TableVue } from '../travail/contrat.ts'
import { choixChamp } from './choix-champ.ts'
import { bouton, panneau } from './elements.ts'
import type { TableEditee } from './table-editee.ts'

const MOTS: Readonly<Record<ColonneVue['etat'], string>> = {
  reconnue: 'reconnue',
  choisie: 'choisie par vous',
  proposee: 'à confirmer',
  inconnue: 'non utilisée',
  ecartee: 'laissée de côté',
  ambigue: 'en double',
}

function ligne(editee: TableEditee, colonne: ColonneVue): TemplateResult {
  const { rang, lettre, entete, champ, etat, exemples } = colonne
  const ouverte = editee.corrigee === rang && etat !== 'proposee'
  const libelle = editee.champs.find(({ code }) => code === champ)?.libelle
  return html`<li class="colonne" data-etat=${etat}>
    <span class="colonne-lettre">${lettre}</span>
    <span class="colonne-entete">${entete === '' ? html`<em>sans en-tête</em>` : entete}</span>
    <span class="colonne-champ">${libelle ?? html`<span class="aide">${MOTS[etat]}</span>`}</span>
    <span class="colonne-exemples aide">${exemples.join('\u00a0· ')}</span>
    <span class="colonne-geste">
      ${bouton({
        texte: ouverte ? 'Fermer' : 'Corriger',
        discret: true,
        nom: `${ouverte ? 'Fermer' : 'Corriger'} la colonne ${lettre}, ${entete}`,
        surClic: () => {
          editee.corriger(ouverte ? undefined : rang)
        },
      })}
    </span>
    ${ouverte ? html`<div class="colonne-choix">${choixChamp(editee, colonne)}</div>` : nothing}
  </li>`
}

function groupe(editee: TableEditee, titre: string, colonnes: readonly ColonneVue[]): TemplateResult {
  if (colonnes.length === 0) return html``
  return html`<details class="repli">
    <summary>${titre}</summary>
    <ul class="colonnes">
      ${colonnes.map((colonne) => ligne(editee, colonne))}
    </ul>
  </details>`
}

/** The first rows of the columns that are used, as they stand. */
function apercu({ colonnes, apercu: lignes }: TableVue): TemplateResult {
  const utiles = colonnes.filter(({ champ }) => champ !== null)
  return html`<details class="repli">
    <summary>Premières lignes du fichier</summary>
    <div class="apercu" tabindex="0" role="region" aria-label="Premières lignes du fichier">
      <table>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            ${utiles.map(({ entete }) => html`<th scope="col">${entete}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lignes.map(
            ({ numero, cellules }) =>
              html`<tr>
                <th scope="row">${formatNombre(numero)}</th>
                ${utiles.map(({ rang }) => html`<td>${cellules[rang]}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}

/** Which column gives which field, each open to correction. */
export function vueColonnes(editee: TableEditee | undefined): TemplateResult | typeof nothing {
  if (editee === undefined) return nothing
  const { table } = editee
  const utilisees = table.colonnes.filter(({ champ }) => champ !== null)
  const autres = table.colonnes.filter(({ champ, etat }) => champ === null && etat !== 'proposee')
  return panneau(
    'Colonnes',
    html`<div class="replis">
      ${groupe(editee, formatCompte(utilisees.length, 'reconnue', 'reconnues'), utilisees)}
      ${groupe(editee, formatCompte(autres.length, 'non utilisée', 'non utilisées'), autres)} ${apercu(table)}
    </div>`,
  )
}
