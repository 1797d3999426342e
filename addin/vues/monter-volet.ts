import { render } from 'lit'
import '../../ui/fluent.ts'
import type { Hote } from '../ports/hote.ts'
import type { Poste } from '../travail/poste.ts'
import { dessinerVolet } from './dessiner-volet.ts'
import { MessagesEnVue } from './messages-en-vue.ts'
import { Volet } from './volet.ts'
import './volet.css'

/** Width, in rem, from which ranking and explanation stand side by side. */
const LARGEUR_DEUX_PANNEAUX = 56

function estLarge(racine: HTMLElement): boolean {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return racine.clientWidth >= LARGEUR_DEUX_PANNEAUX * rem
}

/** Puts the pane in an element of the page and keeps it drawn. */
export function monterVolet(racine: HTMLElement, hote: Hote, poste: Poste): Volet {
  const volet = new Volet(hote, poste)
  let large = estLarge(racine)
  const montrer = new MessagesEnVue(racine)
  const dessiner = (): void => {
    render(dessinerVolet(volet, large), racine)
    montrer.montrer()
  }
  volet.surChangement(dessiner)
  window.addEventListener('unhandledrejection', (evenement) => {
    evenement.preventDefault()
    volet.signaler(evenement.reason)
  })
  new ResizeObserver(() => {
    const maintenant = estLarge(racine)
    if (maintenant === large) return
    large = maintenant
    dessiner()
  }).observe(racine)
  dessiner()
  return volet
}
