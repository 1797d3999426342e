import { html, nothing, type TemplateResult } from 'lit'
import { chiffresDe, type Groupe, type Lieu } from '../../../core/observatoire/index.ts'
import { icone } from '../../../ui/icones.ts'
import { rechercheChoix } from '../../../ui/recherche-choix.ts'
import { listeDe, TERRITOIRES_MAXIMUM } from '../../adresse.ts'
import type { Figure } from '../../figures/figure.ts'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import { chercheur } from '../../modeles/chercher.ts'
import { situer, type Contexte, type Situation } from '../../modeles/contexte.ts'
import { ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { figureClassement } from '../../modeles/figure-classement.ts'
import { figureRepartition } from '../../modeles/figure-repartition.ts'
import { ranger } from '../../modeles/rangs.ts'
import { serieTemps } from '../../modeles/serie-temps.ts'
import { controles } from '../../page/controles.ts'
import { figureMultiples } from '../evolution/figure-multiples.ts'
import { questionDe, vueSansChiffres } from '../situation-vide.ts'
import type { Hote, Vue } from '../vue.ts'

/** The territories compared: those chosen, else the company, the largest when it is too many. */
interface Compares {
  readonly lieux: ReadonlySet<Lieu>
  readonly coupes: number
}

function comparables(situation: Situation, groupe: Groupe): Compares {
  const { table, parmi, lieu } = situation
  const connus = chiffresDe(table, groupe).filter((chiffre) => parmi.contient(chiffre.lieu))
  const ordonnes = connus.toSorted(
    (a, b) =>
      Number(b.lieu === lieu) - Number(a.lieu === lieu) ||
      Number(a.valeur === null) - Number(b.valeur === null) ||
      (b.denominateur ?? b.numerateur ?? 0) - (a.denominateur ?? a.numerateur ?? 0),
  )
  const gardes = ordonnes.slice(0, TERRITOIRES_MAXIMUM).map((chiffre) => chiffre.lieu)
  return { lieux: new Set(gardes), coupes: connus.length - gardes.length }
}

function puce(lieu: Lieu, codes: readonly string[], hote: Hote): TemplateResult {
  return html`<li>
    <button
      type="button"
      class="obs-puce"
      aria-label="Retirer ${lieu.nom}"
      @click=${() => {
        const reste = codes.filter((code) => code !== lieu.code)
        hote.choisir({ territoires: reste.join(',') || undefined, parmi: reste.length === 0 ? undefined : 'choisis' })
      }}
    >
      ${lieu.nom} ${icone('croix')}
    </button>
  </li>`
}

function selecteur(situation: Situation, hote: Hote): TemplateResult {
  const { table, groupes, selection } = situation
  const codes = listeDe(selection)
  const lieux = codes.flatMap((code) => table.lieux.find((lieu) => lieu.type === 'epci' && lieu.code === code) ?? [])
  const plein = codes.length >= TERRITOIRES_MAXIMUM
  return html`<div class="obs-choisis sans-impression">
    ${
      plein
        ? html`<p class="aide">Trente territoires au plus.</p>`
        : rechercheChoix({
            id: 'ajouter',
            libelle: 'Ajouter un territoire à comparer',
            choisi: '',
            exemple: 'Nom d’un EPCI, département, SIREN',
            chercher: chercheur(table, groupes),
            surChoix: (code) => {
              hote.choisir({ territoires: [...new Set([...codes, code])].join(','), parmi: 'choisis' })
            },
          })
    }
    ${
      lieux.length === 0
        ? nothing
        : html`<ul class="obs-puces" aria-label="Territoires choisis">
            ${lieux.map((lieu) => puce(lieu, codes, hote))}
          </ul>`
    }
  </div>`
}

function figuresDe(situation: Situation): readonly Figure[] {
  const groupe = situation.groupes.find(({ dimension }) => dimension === null)
  if (groupe === undefined) return [figureRepartition(situation, 'repartition')]
  const { lieux, coupes } = comparables(situation, groupe)
  const parmi =
    coupes === 0
      ? situation.parmi
      : {
          ...situation.parmi,
          // Another company: what is known of the whole one is not known of it.
          cle: [...lieux].map(({ code }) => code).join(),
          nom: `${String(lieux.size)} plus grands ${situation.parmi.nom}`,
          contient: (lieu: Lieu) => lieux.has(lieu),
        }
  const restreinte = { ...situation, parmi }
  const multiples = figureMultiples(restreinte, serieTemps(restreinte))
  return [
    figureClassement(ranger(restreinte, groupe), 'comparaison', 'points'),
    ...(multiples === undefined ? [] : [multiples]),
  ]
}

/** Two to thirty territories side by side. */
export function voir(contexte: Contexte): Vue {
  const situation = situer(contexte)
  if (situation === undefined) return vueSansChiffres('Où en sont les territoires\u202f?')
  const figures = figuresDe(situation)
  const [premiere, ...autres] = figures
  return {
    titre: questionDe(situation.choix.indicateur),
    sousTitre: `Comparaison\u202f: ${premiere?.sousTitre ?? ecrirePeriode(situation.periode)}`,
    figures,
    gabarit: (hote) =>
      html`${controles(situation, hote)} ${selecteur(situation, hote)}
      ${
        premiere === undefined
          ? nothing
          : afficherFigure(premiere, hote, {
              sansTitre: true,
              tableOuverte: true,
              sansDessin: {
                titre: 'Pas encore de comparaison',
                texte: 'Il faut au moins deux territoires qui donnent ce chiffre.',
              },
            })
      }
      ${autres.map((figure) => afficherFigure(figure, hote))}`,
  }
}
