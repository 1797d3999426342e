import { html, type TemplateResult } from 'lit'
import { choix, type Option } from '../../ui/champ.ts'
import { rechercheChoix } from '../../ui/recherche-choix.ts'
import type { Application } from '../application.ts'
import { chercheur } from '../modeles/chercher.ts'
import { choixIndicateurs, type Contexte } from '../modeles/contexte.ts'
import { ecrirePeriode } from '../modeles/ecrire-valeur.ts'

function indicateurs({ table }: Contexte): readonly Option[] {
  return choixIndicateurs(table).map(({ cle, indicateur }) => ({ valeur: cle, libelle: indicateur.nom }))
}

function periode(application: Application, { periode: courante, periodes }: Contexte): TemplateResult {
  return choix({
    id: 'periode',
    libelle: 'Période',
    options: periodes.toReversed().map((valeur) => ({ valeur, libelle: ecrirePeriode(valeur) })),
    valeur: courante,
    surChoix: (valeur) => {
      application.choisir({ periode: valeur })
    },
  })
}

function parmi(application: Application, contexte: Contexte): TemplateResult {
  return choix({
    id: 'parmi',
    libelle: 'Comparer parmi',
    options: contexte.parmis.map(({ cle, libelle }) => ({ valeur: cle, libelle })),
    valeur: contexte.parmi.cle,
    surChoix: (valeur) => {
      application.choisir({ parmi: valeur })
    },
  })
}

/** What the reader chooses: territory, indicator, period, company. */
export function controles(application: Application, contexte: Contexte): TemplateResult {
  const { lieu, choix: courant, periodes, parmis, table, groupes } = contexte
  // A breakdown is of one territory: there is no ranking to narrow.
  const seul = groupes.every(({ dimension }) => dimension !== null)
  return html`<div class="obs-controles sans-impression" role="group" aria-label="Choix">
    ${rechercheChoix({
      id: 'territoire',
      libelle: 'Territoire',
      choisi: lieu?.nom ?? '',
      valeur: lieu?.code,
      exemple: 'Nom d’un EPCI, département, SIREN',
      chercher: chercheur(table, groupes),
      surChoix: (code) => {
        application.choisir({ territoire: code, parmi: undefined })
      },
    })}
    ${choix({
      id: 'indicateur',
      libelle: 'Indicateur',
      options: indicateurs(contexte),
      valeur: courant.cle,
      surChoix: (cle) => {
        application.choisir({ indicateur: cle, periode: undefined })
      },
    })}
    ${periodes.length > 1 ? periode(application, contexte) : ''}
    ${seul || parmis.length < 2 ? '' : parmi(application, contexte)}
  </div>`
}
