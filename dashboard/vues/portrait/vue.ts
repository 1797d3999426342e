import { html, nothing, type TemplateResult } from 'lit'
import { francais } from '../../../core/index.ts'
import { constatDe } from '../../exports/notes.ts'
import type { Figure } from '../../figures/figure.ts'
import { afficherFigure, type OptionsFigure } from '../../figures/rendu/figure.ts'
import { situer, type Contexte, type Situation } from '../../modeles/contexte.ts'
import { ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { figureClassement } from '../../modeles/figure-classement.ts'
import { figureEvolution } from '../../modeles/figure-evolution.ts'
import { figureRepartition } from '../../modeles/figure-repartition.ts'
import { ranger } from '../../modeles/rangs.ts'
import { controles } from '../../page/controles.ts'
import { questionDe, vueSansChiffres } from '../situation-vide.ts'
import type { Hote, Vue } from '../vue.ts'
import { figureProfil } from './figure-profil.ts'

const DES_PERIODES = 2

function principale(situation: Situation): Figure {
  const simple = situation.groupes.find(({ dimension }) => dimension === null)
  return simple === undefined
    ? figureRepartition(situation, 'repartition')
    : figureClassement(ranger(situation, simple), 'place', 'barres')
}

function evolution(situation: Situation): Figure[] {
  const simples = new Set(situation.tous.filter(({ dimension }) => dimension === null).map(({ periode }) => periode))
  if (simples.size < DES_PERIODES) return []
  const figure = figureEvolution(situation, 'evolution')
  return figure.dessin === undefined ? [] : [figure]
}

/** Where, and since when: both are read at once. */
function avecDepuis(place: Figure, [temps]: readonly Figure[], { lieu }: Situation): Figure {
  const { reponse } = place
  if (reponse?.chiffre === undefined || temps === undefined || lieu === undefined) return place
  const depuis = constatDe(temps)
  return depuis === temps.titre ? place : { ...place, reponse: { ...reponse, depuis: `${depuis}.` } }
}

function sansDessin({ lieu, groupes }: Situation, { tableau }: Figure): OptionsFigure['sansDessin'] {
  if (groupes.every(({ dimension }) => dimension !== null)) {
    return lieu === undefined
      ? { titre: 'Choisissez un EPCI', texte: 'La répartition se dessine pour un territoire à la fois.' }
      : {
          titre: 'Aucun chiffre publié',
          texte:
            'La répartition est absente, ou retenue tout entière\u202f: en montrer une partie permettrait de retrouver le reste.',
        }
  }
  const seul = tableau.lignes.length === 1
  return {
    titre: 'Pas encore de comparaison',
    texte: seul
      ? 'Un seul territoire donne ce chiffre. Ouvrez les fichiers d’autres territoires pour les comparer.'
      : 'Aucun EPCI ne donne ce chiffre, ou tous sont retenus.',
  }
}

/** Definition, legal basis, and what the figure does not say. */
function lecture({ choix: { indicateur } }: Situation): TemplateResult {
  const { definition, pieges = [], base_legale } = indicateur
  return html`<section class="obs-lecture" aria-labelledby="titre-lecture">
    <h2 id="titre-lecture">Comment lire ce chiffre</h2>
    <p>${francais(definition)}</p>
    ${
      pieges.length === 0
        ? nothing
        : html`<h3>Ce qu’il ne dit pas</h3>
            <ul>
              ${pieges.map((piege) => html`<li>${francais(piege)}</li>`)}
            </ul>`
    }
    ${base_legale === undefined ? nothing : html`<p class="aide">Base légale&#8239;: ${base_legale}</p>`}
  </section>`
}

function suites(hote: Hote): TemplateResult {
  return html`<p class="obs-suites sans-impression">
    Voir aussi&#8239;:
    <a href=${hote.lien({ vue: 'comparaison' })}>comparer les EPCI un à un</a>,
    <a href=${hote.lien({ vue: 'evolution' })}>l’évolution en détail</a>,
    <a href=${hote.lien({ vue: 'carte' })}>la carte</a>.
  </p>`
}

function gabarit(situation: Situation, figures: readonly Figure[]): Vue['gabarit'] {
  const [premiere, ...autres] = figures
  return (hote) =>
    html`${controles(situation, hote)}
    ${
      premiere === undefined
        ? nothing
        : afficherFigure(premiere, hote, { sansTitre: true, sansDessin: sansDessin(situation, premiere) })
    }
    ${autres.map((figure) =>
      afficherFigure(
        figure,
        hote,
        figure.id === 'profil'
          ? {
              surChoix: (indicateur) => {
                hote.choisir({ indicateur, periode: undefined })
              },
            }
          : {},
      ),
    )}
    ${lecture(situation)} ${suites(hote)}`
}

/** One indicator of one territory: where it stands, since when, and the rest of what is known of it. */
export function voir(contexte: Contexte): Vue {
  const situation = situer(contexte)
  if (situation === undefined) return vueSansChiffres('Où en est ce territoire\u202f?')
  const { choix, lieu, parmi, periode } = situation
  const temps = evolution(situation)
  const place = avecDepuis(principale(situation), temps, situation)
  const figures = [place, ...temps, ...[figureProfil(contexte, situation) ?? []].flat()]
  return {
    titre: questionDe(choix.indicateur),
    sousTitre: `${lieu === undefined ? '' : `${lieu.nom} parmi les `}${parmi.nom}, ${ecrirePeriode(periode)}`,
    figures,
    gabarit: gabarit(situation, figures),
  }
}
