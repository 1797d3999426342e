import { html, type TemplateResult } from 'lit'
import { etatChargement, etatVide } from '../../../ui/etats.ts'
import type { Ecran } from '../activites/ecran.ts'
import { bouton, titre } from '../elements.ts'
import { onglets } from '../onglets.ts'
import type { Volet } from '../volet.ts'
import { allerVue, chercher, prendre } from './actions-lecture.ts'
import type { VueSuivre } from './etat-suivre.ts'
import { Suivre } from './suivre.ts'
import { vueAccueil } from './vue-accueil.ts'
import { vueCibles } from './vue-cibles.ts'
import { vueDonneesSuivi } from './vue-donnees-suivi.ts'
import { vueFlux } from './vue-flux.ts'
import { vueObjectifs } from './vue-objectifs.ts'
import { vueQuartile } from './vue-quartile.ts'
import '../../../ui/carte-chiffre.css'
import './suivre.css'

const VUES: readonly { readonly code: VueSuivre; readonly nom: string }[] = [
  { code: 'objectifs', nom: 'Objectifs' },
  { code: 'cibles', nom: 'Cibles locales' },
  { code: 'quartile', nom: 'Quartile' },
  { code: 'flux', nom: 'Flux' },
  { code: 'donnees', nom: 'Données' },
]

/** The screen of the follow-up. */
export class EcranSuivre implements Ecran {
  readonly suivre: Suivre

  constructor(volet: Volet) {
    this.suivre = new Suivre(volet)
  }

  async ouvrir(): Promise<void> {
    const { suivre } = this
    const { suivi } = suivre.volet.hote
    const autre = suivi.ouverture !== undefined && suivre.etat.source?.dOffice === true
    if (autre && (await suivre.demander((s) => s.autreClasseur()))) await prendre(suivre, suivi.trouver())
    else await chercher(suivre)
  }

  dessiner(large: boolean): TemplateResult {
    return html`<div class="suivre" ?data-large=${large}>${pages(this.suivre)} ${vueCourante(this.suivre)}</div>`
  }
}

function pages(suivre: Suivre): TemplateResult {
  const { lecture, tables, vue } = suivre.etat
  const seul = lecture === undefined && tables === undefined
  const offertes = seul
    ? VUES.filter(({ code }) => code === 'objectifs' || code === 'quartile' || code === 'flux')
    : VUES
  return onglets({
    nom: 'Suivi',
    classe: 'suivre-onglets',
    onglets: offertes,
    courant: vue,
    surChoix: (code) => void allerVue(suivre, code),
  })
}

/** Nothing is read: it is being read, or a column has to be named first. */
function sansLecture(suivre: Suivre): TemplateResult {
  if (suivre.volet.etat.enCours !== undefined || suivre.etat.tables === undefined)
    return html`${titre('Lecture')} ${etatChargement('Lecture des attributions…', 6)}`
  return html`${titre('Les attributions ne sont pas lues')}
  ${etatVide({
    icone: 'tableur',
    titre: 'Il reste à lire les tableaux',
    texte: 'Vérifiez leurs colonnes, puis lisez-les\u202f: les objectifs se comptent aussitôt.',
    actions: bouton({ texte: 'Voir les colonnes', surClic: () => void allerVue(suivre, 'donnees') }),
  })}`
}

function vueCourante(suivre: Suivre): TemplateResult {
  const { vue, lecture, source } = suivre.etat
  if (vue === 'quartile') return vueQuartile(suivre)
  if (vue === 'flux') return vueFlux(suivre)
  if (source === undefined) return vueAccueil(suivre)
  if (vue === 'donnees') return vueDonneesSuivi(suivre)
  if (lecture === undefined) return sansLecture(suivre)
  return vue === 'cibles' ? vueCibles(suivre) : vueObjectifs(suivre)
}
