import { html, type TemplateResult } from 'lit'
import { francais } from '../../../core/index.ts'
import { cibleDe } from '../../../core/observatoire/index.ts'
import { bandeau } from '../../../ui/bandeau.ts'
import { etatVide } from '../../../ui/etats.ts'
import type { Figure } from '../../figures/figure.ts'
import { afficherFigure } from '../../figures/rendu/figure.ts'
import {
  choixIndicateurs,
  situer,
  type ChoixIndicateur,
  type Contexte,
  type Situation,
} from '../../modeles/contexte.ts'
import { ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { figureClassement } from '../../modeles/figure-classement.ts'
import { pasDe } from '../../modeles/pas.ts'
import { ranger } from '../../modeles/rangs.ts'
import { controles } from '../../page/controles.ts'
import type { Hote, Vue } from '../vue.ts'

const TITRE = 'Les objectifs d’attribution sont-ils atteints\u202f?'
/** A day of today's law: which indicators measure a target does not depend on the data. */
const PERIODE = '2025'

/** Indicators loaded that measure a target over a territory. */
function mesurants({ table }: Contexte): readonly ChoixIndicateur[] {
  return choixIndicateurs(table).filter(
    ({ indicateur, diffusion }) => cibleDe(indicateur.id, diffusion, PERIODE) !== undefined,
  )
}

/** A target is one of the year: the last year asked for, never a quarter. */
function annuelle(situation: Situation): Situation {
  const annees = situation.periodes.filter((periode) => pasDe(periode) === 'annee')
  const periode = annees.includes(situation.periode) ? situation.periode : (annees.at(-1) ?? situation.periode)
  return {
    ...situation,
    periode,
    periodes: annees,
    groupes: situation.tous.filter((groupe) => groupe.periode === periode),
  }
}

function situations(contexte: Contexte): readonly Situation[] {
  return mesurants(contexte).flatMap(({ cle }) => {
    const situation = situer(contexte, cle)
    return situation === undefined ? [] : [annuelle(situation)]
  })
}

function figureDe(situation: Situation): Figure[] {
  const groupe = situation.groupes.find(({ dimension }) => dimension === null)
  return groupe === undefined ? [] : [figureClassement(ranger(situation, groupe), situation.choix.cle, 'barres')]
}

function sansObjectif(hote: Hote): TemplateResult {
  return html`${etatVide({
      icone: 'observatoire',
      titre: 'Aucun fichier ouvert ne mesure un objectif',
      texte:
        'Les bilans officiels livrés comptent sur d’autres assiettes\u202f: les mettre en regard d’un objectif légal tromperait. Ouvrez les chiffres publiés par un territoire, ou l’exemple fictif.',
      actions: html`<a class="obs-bouton" href=${hote.lien({ vue: 'donnees' })}>Ouvrir des chiffres</a>
        <a class="obs-bouton" href=${hote.lien({ exemple: '1', indicateur: undefined, periode: undefined })}
          >Voir l’exemple fictif</a
        >`,
    })}
    <p>
      <a href=${hote.lien({ vue: 'reforme' })}>Ce que les bilans publiés disent du premier quartile hors QPV</a>
    </p>`
}

function rappel(): TemplateResult {
  return bandeau({
    genre: 'info',
    titre: 'Ce qui n’est pas ici',
    textes: [
      francais(
        'L’objectif d’un quart d’attributions aux publics prioritaires lie chaque réservataire : il ne se lit pas sur le taux d’un territoire, et n’est donc pas dessiné.',
      ),
    ],
  })
}

/** Which territories reach the targets that their figures measure. */
export function voir(contexte: Contexte): Vue {
  const trouvees = situations(contexte)
  const [premiere] = trouvees
  const figures = trouvees.flatMap(figureDe)
  return {
    titre: TITRE,
    sousTitre:
      premiere === undefined
        ? 'Objectifs de la loi égalité et citoyenneté, sur l’année'
        : `${premiere.lieu === undefined ? '' : `${premiere.lieu.nom} parmi les `}${premiere.parmi.nom}, ${ecrirePeriode(premiere.periode)}`,
    figures,
    gabarit: (hote) =>
      html`${
        premiere === undefined
          ? sansObjectif(hote)
          : html`${controles(premiere, hote, { sans: ['indicateur'] })}
            ${figures.map((figure) => afficherFigure(figure, hote))}`
      }
      ${rappel()}`,
  }
}
