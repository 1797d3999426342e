import { html, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import { depotFichier } from '../../../ui/depot-fichier.ts'
import { etatVide } from '../../../ui/etats.ts'
import { etiquette } from '../../../ui/etiquette.ts'
import type { BilanVu, IssueVue } from '../../travail/essai/contrat-mesures.ts'
import { panneau } from '../elements.ts'
import { mesurerRecul } from './actions-mesures.ts'
import type { BancEssai } from './banc-essai.ts'
import { bloc } from './blocs.ts'

function cellules({ n, obtenues, part, partNombre, attente }: IssueVue): TemplateResult {
  return html`<td>${n}</td>
    <td>${obtenues}</td>
    <td class="essai-part"><span .style=${`--part: ${String(partNombre)}`}></span>${part}</td>
    <td>${attente}</td>`
}

function tableau(titre: string, corps: TemplateResult | readonly TemplateResult[]): TemplateResult {
  return html`<div class="defile" role="region" tabindex="0" aria-label=${titre}>
    <table class="essai-table essai-issues">
      <caption class="hors-ecran">
        ${titre}
      </caption>
      <thead>
        <tr>
          <th scope="col">Demandes</th>
          <th scope="col">Nombre</th>
          <th scope="col">Logées</th>
          <th scope="col">Part</th>
          <th scope="col">Attente médiane</th>
        </tr>
      </thead>
      ${corps}
    </table>
  </div>`
}

/** The file was read, and says nothing of this ranking: why, first. */
function sansRapprochement({ reserves, source }: BilanVu): TemplateResult {
  return bandeau({
    genre: 'attention',
    titre: `Aucune demande du classement n’a d’attribution dans ${source}`,
    textes: reserves.slice(0, 1),
  })
}

function resultat({ phrases, reserves, deciles, dimensions, rangs, source, grille }: BilanVu): TemplateResult {
  return html`<div class="essai-effet">
    ${bloc(
      'En bref',
      html`<ul class="essai-phrases">
          ${phrases.map((phrase) => html`<li>${phrase}</li>`)}
        </ul>
        <p class="aide">Grille «&#8239;${grille}&#8239;», attributions de ${source}.</p>`,
    )}
    ${bloc(
      'Par dixième du classement',
      tableau(
        'Demandes logées par dixième du classement',
        html`<tbody>
          ${deciles.map(
            (d) =>
              html`<tr>
                <th scope="row">${d.nom}</th>
                ${cellules(d)}
              </tr>`,
          )}
        </tbody>`,
      ),
    )}
    ${bloc(
      'Par groupe',
      tableau(
        'Demandes logées par groupe',
        dimensions.map(
          ({ nom: dimension, groupes }) =>
            html`<tbody>
              <tr>
                <th class="essai-dimension" colspan="5" scope="rowgroup">${dimension}</th>
              </tr>
              ${groupes.map(
                ({ nom, issue }) =>
                  html`<tr>
                    <th scope="row">${nom}</th>
                    ${issue === undefined ? html`<td colspan="4">${etiquette('protege', 'moins de 11')}</td>` : cellules(issue)}
                  </tr>`,
              )}
            </tbody>`,
        ),
      ),
    )}
    ${bloc(
      'Rangs donnés en commission',
      html`<ul class="essai-phrases">
        ${rangs.map((phrase) => html`<li>${phrase}</li>`)}
      </ul>`,
    )}
    ${bloc(
      'À garder en tête',
      html`<ul class="essai-phrases">
        ${reserves.map((phrase) => html`<li>${phrase}</li>`)}
      </ul>`,
    )}
  </div>`
}

async function lu([fichier]: readonly File[]) {
  return fichier === undefined ? undefined : { nom: fichier.name, octets: new Uint8Array(await fichier.arrayBuffer()) }
}

/** Did demandes ranked high obtain a dwelling? With past allocations only. */
export function vueRecul(banc: BancEssai): TemplateResult {
  const { recul } = banc.etat
  return html`${
    recul === undefined
      ? etatVide({
          icone: 'provisoire',
          titre: 'Est-ce que cela a marché\u202f?',
          texte:
            'Avec les attributions passées, on voit si les demandes bien classées ont obtenu un logement, et après combien de temps. Le classement doit contenir les demandes satisfaites.',
        })
      : recul.vide
        ? sansRapprochement(recul)
        : resultat(recul)
  }
  ${panneau(
    recul === undefined ? 'Attributions passées' : 'D’autres attributions',
    depotFichier({
      id: 'essai-attributions',
      titre: 'Fichier d’attributions',
      aide: '.xlsx ou .csv, avec le numéro unique et la date de décision ou de bail. Le fichier reste sur ce poste.',
      formats: '.xlsx,.xlsm,.csv',
      surFichiers: (fichiers) => void lu(fichiers).then((fichier) => mesurerRecul(banc, fichier)),
    }),
  )}`
}
