import { html, nothing } from 'lit'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import type { Figure } from '../../figures/figure.ts'
import { situer, type Contexte, type Situation } from '../../modeles/contexte.ts'
import { figureEvolution } from '../../modeles/figure-evolution.ts'
import { serieTemps } from '../../modeles/serie-temps.ts'
import { controles } from '../../page/controles.ts'
import { questionDe, vueSansChiffres } from '../situation-vide.ts'
import type { Vue } from '../vue.ts'
import { figureMultiples } from './figure-multiples.ts'

function gabarit(situation: Situation, figures: readonly Figure[]): Vue['gabarit'] {
  const [premiere, ...autres] = figures
  return (hote) =>
    html`${controles(situation, hote, { sans: ['periode'], pas: true })}
    ${
      premiere === undefined
        ? nothing
        : afficherFigure(premiere, hote, {
            sansTitre: true,
            tableOuverte: true,
            sansDessin: {
              titre: 'Une seule période',
              texte:
                'Ce chiffre n’est connu qu’à une date, ou ses autres périodes sont retenues. Le tableau dit ce qui l’est.',
            },
          })
    }
    ${autres.map((figure) => afficherFigure(figure, hote))}`
}

/** Since when a territory is where it is. */
export function voir(contexte: Contexte): Vue {
  const situation = situer(contexte)
  if (situation === undefined) return vueSansChiffres('Depuis quand\u202f?')
  const multiples = figureMultiples(situation, serieTemps(situation))
  const figures = [figureEvolution(situation, 'evolution'), ...(multiples === undefined ? [] : [multiples])]
  return {
    titre: `Depuis quand\u202f? ${questionDe(situation.choix.indicateur)}`,
    sousTitre: figures[0]?.sousTitre ?? '',
    figures,
    gabarit: gabarit(situation, figures),
  }
}
