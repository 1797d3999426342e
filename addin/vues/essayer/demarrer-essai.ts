import { coter } from '../actions-cotation.ts'
import { ouvrir } from '../actions-donnees.ts'
import { allerGrille } from '../actions-grille.ts'
import type { Volet } from '../volet.ts'

/** Comes back to the trial after something was done elsewhere in the pane. */
export async function revenirALessai(volet: Volet): Promise<void> {
  volet.changer({ activite: 'essayer', faute: undefined })
  document.querySelector<HTMLElement>('.volet-titre')?.focus()
  await volet.ecrans.get('essayer')?.ouvrir()
}

/** Scores with the grid at hand, the first supplied one when there is none, then opens the trial. */
export async function coterPuisEssayer(volet: Volet): Promise<void> {
  if (volet.etat.grille === undefined) await allerGrille(volet)
  if (volet.etat.grille === undefined) return
  await coter(volet)
  if (volet.etat.cotation !== undefined) await revenirALessai(volet)
}

/** Opens the demandes that the host has at hand, then all the rest; stops where the user has to choose. */
export async function demarrer(volet: Volet): Promise<void> {
  const { depart } = volet.hote
  if (depart === undefined) return
  await ouvrir(volet, depart.source())
  if (volet.etat.lecture === undefined) volet.aller('donnees')
  else await coterPuisEssayer(volet)
}
