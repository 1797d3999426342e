import { html } from 'lit'
import { etatVide } from '../../ui/etats.ts'
import type { Vue } from './vue.ts'

/** A view that needs figures, when there is none. */
export function vueSansChiffres(titre: string): Vue {
  return {
    titre,
    sousTitre: '',
    figures: [],
    gabarit: (hote) =>
      etatVide({
        icone: 'observatoire',
        titre: 'Aucun chiffre ouvert',
        texte: 'Ouvrez un fichier publié par un territoire.',
        actions: html`<a class="obs-bouton" href=${hote.lien({ vue: 'donnees' })}>Ouvrir des données</a>`,
      }),
  }
}

/** The question that an indicator answers. */
export function questionDe({
  question,
  nom,
}: {
  readonly question?: string | undefined
  readonly nom: string
}): string {
  return question ?? `${nom}\u202f: où en sont les territoires\u202f?`
}
