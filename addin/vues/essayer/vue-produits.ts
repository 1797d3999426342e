import { html, type TemplateResult } from 'lit'
import { formatCompte } from '../../../core/index.ts'
import { saisie } from '../../../ui/champ.ts'
import { bouton, panneau } from '../elements.ts'
import { produireAnnexe, produireDossier, produireFeuilles } from './actions-produits.ts'
import type { BancEssai } from './banc-essai.ts'

function surQuoi({ etat: { scenarios } }: BancEssai): string {
  return scenarios.length === 0
    ? 'Il porte sur la grille essayée.'
    : `Il porte sur ${formatCompte(scenarios.length, 'scénario gardé', 'scénarios gardés')}.`
}

function documents(banc: BancEssai): TemplateResult {
  return html`${panneau(
    'Le dossier de la conférence',
    html`<p>La question, les grilles, qui bouge, des cas sans nom, la méthode et la provenance. ${surQuoi(banc)}</p>
      ${saisie({
        id: 'essai-question',
        libelle: 'La question posée',
        facultatif: true,
        exemple: 'Faut-il ramener le DALO de 50 à 40 points\u202f?',
        valeur: banc.etat.question,
        surSaisie: (question) => {
          banc.changer({ question })
        },
      })}
      <div class="rangee">
        ${bouton({ texte: 'Dossier Word', icone: 'telecharger', surClic: () => void produireDossier(banc, 'docx') })}
        ${bouton({ texte: 'À imprimer', discret: true, icone: 'imprimer', nom: 'Dossier, page à imprimer', surClic: () => void produireDossier(banc, 'html') })}
      </div>`,
  )}
  ${panneau(
    'Le projet d’annexe au PPGDID',
    html`<p>
        Critères, pondération, départage, effet d’un refus&#8239;: la grille essayée, mise en forme. À relire et à
        compléter.
      </p>
      <div class="rangee">
        ${bouton({ texte: 'Annexe Word', icone: 'telecharger', surClic: () => void produireAnnexe(banc, 'docx') })}
        ${bouton({ texte: 'À imprimer', discret: true, icone: 'imprimer', nom: 'Annexe, page à imprimer', surClic: () => void produireAnnexe(banc, 'html') })}
      </div>`,
  )}`
}

/** What leaves the trial: sheets with charts, the document of the conference, the draft annex. */
export function vueProduits(banc: BancEssai): TemplateResult {
  const { hote } = banc.volet
  const fichiers = hote.sortie.moyens.includes('telecharger')
  const surPlace = hote.surPlace?.ecrireFeuilles !== undefined
  return html`${panneau(
    'Les feuilles de scénario',
    html`<p>
        Par scénario, une feuille avec ses graphiques à côté de la grille en vigueur, et la liste des demandes dans leur
        nouvel ordre.
      </p>
      <div class="rangee">
        ${bouton({
          texte: surPlace ? 'Écrire les feuilles' : 'Classeur des scénarios',
          icone: 'tableur',
          surClic: () => void produireFeuilles(banc),
        })}
      </div>`,
  )}
  ${
    fichiers
      ? documents(banc)
      : html`<p class="aide">
          Le dossier de la conférence et le projet d’annexe au PPGDID se font dans l’atelier&#8239;: Excel ne peut pas
          enregistrer un document depuis ce volet.
        </p>`
  }`
}
