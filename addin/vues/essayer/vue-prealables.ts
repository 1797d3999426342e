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

/** A file is open, and its columns wait for an answer: one goes on with it. */
function avecSource(volet: Volet, nom: string): TemplateResult {
  return etatVide({
    icone: 'essai',
    titre: `Il reste à lire ${nom}`,
    texte: 'Un essai compare deux classements\u202f: dites quelles colonnes sont lesquelles, puis cotez.',
    actions: bouton({
      texte: 'Continuer avec ce fichier',
      icone: 'suivant',
      principal: true,
      surClic: () => {
        volet.aller('donnees')
      },
    }),
  })
}

/** What is missing before a grid can be tried, and the one move that brings it. */
export function vuePrealables(volet: Volet): TemplateResult {
  const { lecture, source } = volet.etat
  if (lecture === undefined && source !== undefined) return avecSource(volet, source.nom)
  if (lecture?.demandes === 0)
    return etatVide({
      icone: 'essai',
      titre: 'Aucune demande à coter',
      texte: 'Le tableau ouvert n’en donne aucune\u202f: voyez pourquoi, ou changez de tableau.',
      actions: bouton({
        texte: 'Voir les données',
        principal: true,
        surClic: () => {
          volet.aller('donnees')
        },
      }),
    })
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
