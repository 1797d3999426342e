import { html, nothing, type TemplateResult } from 'lit'
import { choix, saisie } from '../../../ui/champ.ts'
import type { PartageVu } from '../../travail/suivi/contrat-objectifs.ts'
import { panneau } from '../elements.ts'
import { partager } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'

const POIDS = [
  { valeur: '0', libelle: 'Selon le seul retard' },
  { valeur: '0.25', libelle: 'Surtout le retard' },
  { valeur: '0.5', libelle: 'Moitié retard, moitié logements' },
  { valeur: '0.75', libelle: 'Surtout les logements attendus' },
  { valeur: '1', libelle: 'Selon les seuls logements attendus' },
] as const

function changerVacances(suivre: Suivre, nom: string, texte: string): void {
  const nombre = Number(texte.replace(/[\s\u202f]/gu, ''))
  if (texte.trim() === '' || !Number.isInteger(nombre) || nombre < 0) return
  suivre.changer({ vacances: { ...suivre.etat.vacances, [nom]: nombre } })
  void partager(suivre)
}

function tableau(suivre: Suivre, { parties, par }: PartageVu): TemplateResult {
  return html`<div class="defile" tabindex="0" role="region" aria-label="Partage de l’effort">
    <table class="suivre-table suivre-partage">
      <thead>
        <tr>
          <th scope="col">${par === 'bailleur' ? 'Bailleur' : 'Commune'}</th>
          <th scope="col" class="nombre">Effort</th>
          <th scope="col" class="nombre">Retard</th>
          <th scope="col" class="nombre">Logements attendus</th>
        </tr>
      </thead>
      <tbody>
        ${parties.map(
          ({ nom, libelle, vacances, manque, effort }) =>
            html`<tr>
              <th scope="row">${libelle}</th>
              <td class="nombre"><strong>${effort}</strong></td>
              <td class="nombre">${manque}</td>
              <td class="nombre">
                <input
                  class="suivre-entier"
                  inputmode="numeric"
                  aria-label="Logements attendus de ${libelle}"
                  .value=${String(vacances)}
                  @change=${(evenement: Event) => {
                    changerVacances(suivre, nom, (evenement.currentTarget as HTMLInputElement).value)
                  }}
                />
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** What is missing, shared between the landlords by a rule that is written and can be changed. */
export function vuePartage(suivre: Suivre): TemplateResult | typeof nothing {
  const { partage, effort, poids, fautePartage } = suivre.etat
  if (partage === undefined) return nothing
  return panneau(
    'Partager l’effort',
    html`<div class="suivre-filtres-champs sans-impression">
        ${saisie({
          id: 'partage-effort',
          libelle: 'Attributions à trouver',
          genre: 'nombre',
          valeur: effort === '' ? String(partage.effort) : effort,
          surSaisie: (texte) => {
            suivre.changer({ effort: texte })
            void partager(suivre)
          },
          ...(fautePartage === undefined ? {} : { erreur: fautePartage }),
        })}
        ${choix({
          id: 'partage-poids',
          libelle: 'Règle',
          options: POIDS,
          valeur: String(poids),
          surChoix: (valeur) => {
            suivre.changer({ poids: Number(valeur) })
            void partager(suivre)
          },
        })}
      </div>
      ${tableau(suivre, partage)}
      <p><strong>${partage.phrase}</strong></p>
      <p class="aide">${partage.regle}</p>
      <p class="aide">${partage.origine}</p>`,
  )
}
