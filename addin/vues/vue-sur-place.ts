import { html, nothing, type TemplateResult } from 'lit'
import { etiquette } from '../../ui/etiquette.ts'
import { ajouterColonnes, ecrireResultats, restaurer } from './actions-sur-place.ts'
import { enregistrer, enregistrerReleves } from './actions-resultats.ts'
import { bouton, panneau } from './elements.ts'
import type { Volet } from './volet.ts'

function feuilles(volet: Volet): TemplateResult {
  const { enCours, cotation, enregistres, restaurables } = volet.etat
  const ecarts = cotation?.ecarts === undefined ? ' et Anomalies' : ', Anomalies et Ecarts'
  return panneau(
    'Dans ce classeur',
    html`<p>Les feuilles Cotation${ecarts}. Vos feuilles restent intactes.</p>
      <div class="rangee">
        ${bouton({
          texte: 'Écrire les résultats',
          icone: 'tableur',
          principal: true,
          desactive: enCours !== undefined,
          surClic: () => void ecrireResultats(volet),
        })}
        ${enregistres.includes('classeur') ? etiquette('neutre', 'écrit') : nothing}
        ${
          restaurables.length === 0
            ? nothing
            : bouton({
                texte: 'Rétablir les résultats précédents',
                nom: `Rétablir le contenu précédent de ${restaurables.join(', ')}`,
                desactive: enCours !== undefined,
                surClic: () => void restaurer(volet),
              })
        }
      </div>`,
  )
}

function colonnes(volet: Volet): TemplateResult {
  return panneau(
    'À côté de votre tableau',
    html`<p>
        Deux colonnes à droite, Note et Rang, une ligne par demande. Rien de ce que vous avez écrit n’est remplacé.
      </p>
      <div class="rangee">
        ${bouton({
          texte: 'Ajouter note et rang',
          icone: 'ajouter',
          desactive: volet.etat.enCours !== undefined,
          surClic: () => void ajouterColonnes(volet),
        })}
      </div>`,
  )
}

function copie(volet: Volet): TemplateResult {
  return panneau(
    'Ailleurs',
    html`<p>Le classement seul, à coller dans un autre classeur.</p>
      <div class="rangee">
        ${bouton({
          texte: 'Copier le classement',
          icone: 'copier',
          desactive: volet.etat.enCours !== undefined,
          surClic: () => void enregistrer(volet, 'csv'),
        })}
      </div>`,
  )
}

function releves(volet: Volet, reglage: TemplateResult): TemplateResult {
  return panneau(
    'Les relevés',
    html`<p>Une page par demande, chaque point avec sa raison.</p>
      ${reglage}
      <div class="rangee">
        ${bouton({
          texte: 'Copier les relevés',
          icone: 'copier',
          desactive: volet.etat.enCours !== undefined,
          surClic: () => void enregistrerReleves(volet),
        })}
        ${volet.etat.enregistres.includes('releves-html') ? etiquette('neutre', 'copié') : nothing}
      </div>`,
    'Excel n’enregistre pas de fichier depuis ce volet\u202f: ils se copient, mis en forme, pour être collés dans Word.',
  )
}

/** How results are given in a live workbook: owned sheets, columns on request, a copy. */
export function vueSurPlace(volet: Volet, nombreReleves: TemplateResult): TemplateResult {
  return html`<div class="offres">
    ${feuilles(volet)} ${colonnes(volet)} ${releves(volet, nombreReleves)} ${copie(volet)}
  </div>`
}
