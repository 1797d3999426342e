import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import { bouton, titre } from '../elements.ts'
import { chercher, prendre } from './actions-lecture.ts'
import type { Suivre } from './suivre.ts'

/** Where tables come from: files, or the workbook once it holds them. */
export function sources(suivre: Suivre, compact: boolean): TemplateResult {
  const { ouverture } = suivre.volet.hote.suivi
  if (ouverture !== undefined) return ouverture((source) => void prendre(suivre, source), compact)
  return html`<div class="rangee">
    ${bouton({
      texte: compact ? 'Relire le classeur' : 'Chercher à nouveau',
      icone: 'recherche',
      principal: !compact,
      surClic: () => void (compact ? prendre(suivre, suivre.volet.hote.suivi.trouver()) : chercher(suivre)),
    })}
  </div>`
}

/** Nothing is followed yet: what to bring, and in which shape. */
export function vueAccueil(suivre: Suivre): TemplateResult {
  const { absence } = suivre.etat
  const dansExcel = suivre.volet.hote.suivi.ouverture === undefined
  return html`${titre(
      'Suivez vos objectifs d’attribution',
      'Combien de baux manque-t-il, chez quel bailleur, et où finirez-vous l’année\u202f: la réponse d’abord, chaque chiffre avec ses lignes.',
    )}
    ${absence === undefined ? nothing : bandeau({ genre: 'attention', titre: absence })} ${sources(suivre, false)}
    <div class="suivre-attendu">
      <p>
        <strong>Attributions</strong>&#8239;: une ligne par décision ou par bail, avec sa date, le bailleur, le
        réservataire, QPV ou non, le quartile ou les ressources.
      </p>
      <p>
        <strong>Parc</strong> (facultatif, pour le flux)&#8239;: une ligne par bailleur, logements libérés, parts des
        réservataires.
      </p>
      <p class="aide">
        ${
          dansExcel
            ? 'Collez-les chacun dans une feuille de ce classeur\u202f: elles sont trouvées seules.'
            : 'Les colonnes sont reconnues, les doublons entre fichiers comptés une fois.'
        }
      </p>
    </div>`
}
