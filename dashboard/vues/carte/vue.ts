import { html, type TemplateResult } from 'lit'
import { bascule, choix } from '../../../ui/champ.ts'
import { choixIndicateurs, situer, type Contexte, type Situation } from '../../modeles/contexte.ts'
import { ecrirePeriode } from '../../modeles/ecrire-valeur.ts'
import { controles, optionsIndicateurs } from '../../page/controles.ts'
import { questionDe, vueSansChiffres } from '../situation-vide.ts'
import type { Hote, Vue } from '../vue.ts'
import { cartes } from './cartes.ts'
import { aDesDepartements, aDesEpci, figureCarte, lieuxCarte, type Fond } from './figure-carte.ts'

function fondDe({ selection }: Contexte, situation: Situation): Fond {
  if (selection.fond === 'departements' || selection.fond === 'epci') return selection.fond
  return !aDesEpci(situation) && aDesDepartements(situation) ? 'departements' : 'epci'
}

/** The second indicator, at the same period when it has it, else at its last one. */
function seconde(contexte: Contexte, { parmi }: Situation): Situation | undefined {
  const { indicateur2 } = contexte.selection
  if (indicateur2 === undefined || !choixIndicateurs(contexte.table).some(({ cle }) => cle === indicateur2))
    return undefined
  const situation = situer(contexte, indicateur2)
  return situation && { ...situation, parmi }
}

function choixCarte({ choisissables, selection }: Situation, fond: Fond, hote: Hote): TemplateResult {
  return html`<div class="obs-carte-choix sans-impression" role="group" aria-label="Carte">
    ${choix({
      id: 'indicateur2',
      libelle: 'Second indicateur, côte à côte',
      options: [{ valeur: '', libelle: 'Aucun' }, ...optionsIndicateurs(choisissables)],
      valeur: selection.indicateur2 ?? '',
      surChoix: (cle) => {
        hote.choisir({ indicateur2: cle === '' ? undefined : cle })
      },
    })}
    ${choixFond(fond, hote)}
  </div>`
}

function choixFond(fond: Fond, hote: Hote): TemplateResult {
  return bascule({
    nom: 'fond',
    legende: 'Ce que la carte dessine',
    options: [
      { valeur: 'epci', libelle: 'EPCI, en tuiles' },
      { valeur: 'departements', libelle: 'Départements' },
    ],
    valeur: fond,
    surChoix: (valeur) => {
      hote.choisir({ fond: valeur })
    },
  })
}

/** One or two indicators over places. */
export function voir(contexte: Contexte): Vue {
  const situation = situer(contexte)
  if (situation === undefined) return vueSansChiffres('Où\u202f?')
  const fond = fondDe(contexte, situation)
  const autre = seconde(contexte, situation)
  const lieux = autre === undefined ? [] : [...lieuxCarte(situation), ...lieuxCarte(autre)]
  const figures = [
    figureCarte(situation, fond, 'carte', lieux),
    autre === undefined ? undefined : figureCarte(autre, fond, 'carte-2', lieux),
  ].filter((figure) => figure !== undefined)
  return {
    titre: questionDe(situation.choix.indicateur),
    sousTitre: `Carte\u202f: ${fond === 'epci' ? situation.parmi.nom : 'départements'}, ${ecrirePeriode(situation.periode)}`,
    figures,
    gabarit: (hote) =>
      html`${controles(situation, hote)} ${choixCarte(situation, fond, hote)}
      ${
        figures.length === 0
          ? html`<p>Une répartition ne se dessine pas sur une carte&#8239;: choisissez un autre indicateur.</p>`
          : cartes({ figures, hote })
      } `,
  }
}
