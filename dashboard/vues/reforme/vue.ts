import { html } from 'lit'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import type { Contexte } from '../../modeles/contexte.ts'
import { vueSansChiffres } from '../situation-vide.ts'
import type { Vue } from '../vue.ts'
import { figureAvancement, figureCotations, figurePremierQuartile } from './figures.ts'

const TITRE = 'Où en est la réforme des attributions\u202f?'

/** How far the reform has come, as published. */
export function voir(contexte: Contexte): Vue {
  const figures = [figureAvancement(contexte), figureCotations(contexte), figurePremierQuartile(contexte)].filter(
    (figure) => figure !== undefined,
  )
  if (figures.length === 0) return vueSansChiffres(TITRE)
  return {
    titre: TITRE,
    sousTitre: 'Conférences, conventions, plans et cotations, tels que publiés',
    figures,
    gabarit: (hote) =>
      html`${figures.map((figure, i) => afficherFigure(figure, hote, i === 0 ? { sansTitre: true, tableOuverte: true } : {}))}`,
  }
}
