import { html, type TemplateResult } from 'lit'
import { etatChargement, etatVide } from '../../ui/etats.ts'
import { coter } from './actions-cotation.ts'
import { bouton, titre } from './elements.ts'
import type { Volet } from './volet.ts'

/** A step that shows a ranking, while there is none: it is being made again, or is to be. */
export function sansClassement(volet: Volet, nom: string): TemplateResult {
  const { enCours, cotation, grille, lecture } = volet.etat
  if (enCours !== undefined || cotation !== undefined)
    return html`${titre(nom)} ${etatChargement('Le classement se refait…', 6)}`
  return html`${titre(nom)}
  ${etatVide({
    icone: 'cotation',
    titre: 'Le classement est à refaire',
    texte: 'Les demandes ont été relues depuis\u202f: le classement précédent ne vaut plus.',
    actions: bouton({
      texte: 'Coter',
      desactive: grille === undefined || lecture === undefined,
      surClic: () => void coter(volet),
    }),
  })}`
}
