import { html, nothing, type TemplateResult } from 'lit'
import { bandeau } from '../../../ui/bandeau.ts'
import { etatVide } from '../../../ui/etats.ts'
import { bouton } from '../elements.ts'
import type { Volet } from '../volet.ts'
import { coterPuisEssayer, demarrer } from './demarrer-essai.ts'

function sansDemandes(volet: Volet): TemplateResult {
  const { depart } = volet.hote
  const choisir = bouton({
    texte: 'Choisir les demandes',
    principal: depart === undefined,
    surClic: () => {
      volet.aller('donnees')
    },
  })
  return html`${
    depart === undefined
      ? nothing
      : bouton({
          texte: depart.texte,
          icone: 'tableur',
          principal: true,
          surClic: () => void demarrer(volet),
        })
  }${choisir}`
}

/** What is missing before a grid can be tried, and the one move that brings it. */
export function vuePrealables(volet: Volet): TemplateResult {
  const { lecture } = volet.etat
  return lecture === undefined
    ? etatVide({
        icone: 'essai',
        titre: 'Il faut d’abord des demandes cotées',
        texte:
          'Un essai compare deux classements\u202f: celui de la grille en vigueur et celui de la grille que vous essayez.',
        actions: sansDemandes(volet),
      })
    : etatVide({
        icone: 'essai',
        titre: 'Il reste à coter les demandes',
        texte: 'Elles sont lues. Le classement de la grille en vigueur servira de point de comparaison.',
        actions: bouton({
          texte: 'Coter et essayer',
          icone: 'cotation',
          principal: true,
          surClic: () => void coterPuisEssayer(volet),
        }),
      })
}

/** The scoring dates from before a change: the trial still compares with it. */
export function avisPerime(volet: Volet): TemplateResult | typeof nothing {
  if (!volet.etat.cotationPerimee) return nothing
  return bandeau({
    genre: 'attention',
    titre: 'La grille, le jour ou la lecture a changé',
    textes: ['L’essai se compare encore au classement d’avant.'],
    actions: bouton({ texte: 'Recoter', surClic: () => void coterPuisEssayer(volet) }),
  })
}
