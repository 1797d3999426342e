import { html, nothing, type TemplateResult } from 'lit'
import { choix } from '../../../ui/champ.ts'
import type { AxeFiltre, FiltreVu, ObjectifsVus } from '../../travail/suivi/contrat-objectifs.ts'
import { bouton } from '../elements.ts'
import { changerAnnee, filtrer, retirerFiltres } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'

const TOUS = '*'
const SANS = '?'

function valeurFiltre(valeur: string | null | undefined): string {
  return valeur === undefined ? TOUS : (valeur ?? SANS)
}

function filtre(suivre: Suivre, { axe, libelle, facettes }: FiltreVu): TemplateResult {
  return choix({
    id: `suivi-${axe}`,
    libelle,
    options: [
      { valeur: TOUS, libelle: axe === 'commune' ? 'Toutes' : 'Tous' },
      ...facettes.map((facette) => ({ valeur: facette.valeur ?? SANS, libelle: facette.libelle })),
    ],
    valeur: valeurFiltre(suivre.etat.filtres[axe]),
    surChoix: (valeur) =>
      void filtrer(suivre, axe as AxeFiltre, valeur === TOUS ? undefined : valeur === SANS ? null : valeur),
  })
}

/** The year, and what the count is narrowed to. */
export function vueFiltresSuivi(suivre: Suivre, { filtres, portee }: ObjectifsVus): TemplateResult {
  const { annee, lecture } = suivre.etat
  return html`<div class="suivre-filtres sans-impression">
    ${choix({
      id: 'suivi-annee',
      libelle: 'Année',
      options: (lecture?.annees ?? []).map((a) => ({ valeur: String(a.annee), libelle: a.libelle })),
      valeur: String(annee ?? ''),
      surChoix: (valeur) => void changerAnnee(suivre, Number(valeur)),
    })}
    <details class="repli" ?open=${portee !== ''}>
      <summary>Filtrer ${portee === '' ? nothing : html`<span class="aide">${portee}</span>`}</summary>
      <div class="suivre-filtres-champs">${filtres.map((f) => filtre(suivre, f))}</div>
      ${
        portee === ''
          ? nothing
          : bouton({ texte: 'Retirer les filtres', discret: true, surClic: () => void retirerFiltres(suivre) })
      }
    </details>
  </div>`
}
