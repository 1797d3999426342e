import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import type { CadenceSuivi, RapportVu } from '../../travail/suivi/contrat-suivi.ts'
import { bouton, panneau, suite, titre } from '../elements.ts'
import { fauteDe } from '../volet.ts'
import { vueDocument } from '../vue-document.ts'
import { demandeDe } from './actions-objectifs.ts'
import type { Suivre } from './suivre.ts'

const CADENCES: readonly { readonly cadence: CadenceSuivi; readonly pour: string }[] = [
  { cadence: 'caleol', pour: 'Pour la CALEOL' },
  { cadence: 'trimestre', pour: 'Pour la commission de coordination' },
  { cadence: 'annee', pour: 'Pour la CIL' },
]

const ECHEC = 'Le rapport n’a pas pu être préparé'

async function ouvrir(suivre: Suivre, cadence: CadenceSuivi): Promise<void> {
  const rapport = await suivre.travailler('Rapport', ECHEC, (s) => s.rapport(cadence, demandeDe(suivre)))
  if (rapport === undefined) return
  suivre.changer({ rapport, remise: undefined })
  document.querySelector<HTMLElement>('.volet-titre')?.focus()
  window.scrollTo({ top: 0 })
}

async function remettre(suivre: Suivre, { cadence, texte }: RapportVu, comment: 'word' | 'copie'): Promise<void> {
  const { sortie } = suivre.volet.hote
  try {
    if (comment === 'copie') {
      suivre.changer({ remise: (await sortie.copier(texte)).phrase })
      return
    }
    const fichier = await suivre.travailler('Écriture du rapport', ECHEC, (s) =>
      s.produireRapport(cadence, demandeDe(suivre)),
    )
    if (fichier !== undefined) suivre.changer({ remise: (await sortie.remettre(fichier)).phrase })
  } catch (erreur) {
    suivre.volet.changer({ faute: fauteDe(erreur, ECHEC) })
  }
}

/** The three bodies that follow the targets, each with its page. */
export function choixRapport(suivre: Suivre): TemplateResult {
  return panneau(
    'Rapports d’une page',
    html`<div class="rangee sans-impression">
      ${CADENCES.map(({ cadence, pour }) => bouton({ texte: pour, surClic: () => void ouvrir(suivre, cadence) }))}
    </div>`,
    'Une phrase qui dit ce qui manque et chez qui, les taux, ce qui reste à compléter\u202f: à imprimer ou en Word.',
  )
}

/** A report on screen, alone: what is printed is the page. */
export function vueRapport(suivre: Suivre, rapport: RapportVu): TemplateResult {
  const { moyens, imprimer } = suivre.volet.hote.sortie
  const { remise } = suivre.etat
  const telecharge = moyens.includes('telecharger')
  const fermer = bouton({
    texte: 'Revenir aux objectifs',
    icone: 'precedent',
    surClic: () => {
      suivre.changer({ rapport: undefined, remise: undefined })
      document.querySelector<HTMLElement>('.volet-titre')?.focus()
    },
  })
  const impression = bouton({ texte: 'Imprimer', icone: 'imprimer', surClic: imprimer })
  return html`<div class="suivre-rapport">
    ${titre(rapport.partie.titre)} ${remise === undefined ? nothing : bandeau({ genre: 'succes', titre: remise })}
    ${vueDocument(rapport.partie)}
    ${suite(
      telecharge
        ? { texte: 'Enregistrer en Word', icone: 'telecharger', surClic: () => void remettre(suivre, rapport, 'word') }
        : { texte: 'Copier le rapport', icone: 'copier', surClic: () => void remettre(suivre, rapport, 'copie') },
      fermer,
      ...(moyens.includes('imprimer') ? [impression] : []),
    )}
  </div>`
}
