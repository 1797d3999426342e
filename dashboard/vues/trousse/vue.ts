import { html } from 'lit'
import type { Vue } from '../vue.ts'
import './element.ts'

/** What to show at a colloquium: the figures picked in the other views, as slides, report and workbook. */
export function voir(): Vue {
  return {
    titre: 'Que montrer à votre prochain colloque\u202f?',
    sousTitre: 'Vos figures, en diapositives, en rapport et en classeur',
    figures: [],
    gabarit: (hote) => html`<att-trousse .hote=${hote} .trousse=${hote.application.trousse}></att-trousse>`,
  }
}
