import type { Filtres } from '../travail/contrat.ts'
import { accorderFeuilles } from './actions-feuilles-grille.ts'
import { lire } from './actions-donnees.ts'
import { compterFiltres, SANS_FILTRE, type Etat } from './etat.ts'
import { communesPerdues, territoireDe } from './territoire.ts'
import type { Volet } from './volet.ts'

/** Communes by name may be told by the territory that the grid brings. */
function aRelire(etat: Etat): boolean {
  return etat.lecturePerimee || (territoireDe(etat) !== etat.territoireLu && communesPerdues(etat) > 0)
}

/**
 * Scores and ranks; reads again first when choices changed, or when the grid brings its territory. Asked to stop once it
 * is over, it stays where it is.
 */
export async function coter(volet: Volet): Promise<void> {
  if (!(await accorderFeuilles(volet))) return
  if (aRelire(volet.etat) && !(await lire(volet))) return
  const cotation = await volet.travailler(
    { titre: 'Cotation des demandes', annulable: true },
    'Les demandes n’ont pas pu être cotées',
    (session) => session.coter(volet.etat.jour),
  )
  if (cotation === undefined) return
  const arretDemande = volet.arretDemande
  const groupes = await volet.poste.executer((session) => session.groupesAnomalies())
  volet.changer({ cotation, cotationPerimee: false, groupes, enregistres: [], remise: undefined })
  volet.anomalies.vider()
  await filtrer(volet, SANS_FILTRE)
  if (!arretDemande) volet.aller('cotation')
}

let derniere = 0

/** Narrows the ranking. Only the last request counts, when several are on their way. */
export async function filtrer(volet: Volet, filtres: Filtres): Promise<void> {
  const demande = ++derniere
  volet.changer({ filtres })
  const liste = await volet.poste.executer((session) => session.filtrer(filtres))
  if (demande !== derniere) return
  volet.classees.vider()
  await volet.classees.preparer()
  volet.changer({
    liste,
    place: undefined,
    explication: undefined,
    ...(liste.nombre === 0 ? { releve: undefined } : {}),
  })
  if (liste.nombre > 0) await expliquer(volet, 0)
}

export function changerFiltres(volet: Volet, changements: Partial<Filtres>): void {
  void filtrer(volet, { ...volet.etat.filtres, ...changements })
}

/** « les dix premiers » of whatever is filtered; all again when asked twice. */
export function basculerDix(volet: Volet): void {
  changerFiltres(volet, { limite: volet.etat.filtres.limite === undefined ? 10 : undefined })
}

export function retirerFiltres(volet: Volet): void {
  void filtrer(volet, SANS_FILTRE)
}

export function filtre(volet: Volet): boolean {
  const { filtres } = volet.etat
  return compterFiltres(filtres) > 0 || filtres.numero !== '' || filtres.limite !== undefined
}

/** Explains the demande at a place of the list. */
export async function expliquer(volet: Volet, place: number): Promise<void> {
  const ouvert = volet.etat.releve !== undefined
  volet.changer({ place })
  const explication = await volet.poste.executer((session) => session.expliquer(place))
  const releve = ouvert ? await volet.poste.executer((session) => session.releve(place)) : undefined
  if (volet.etat.place === place) volet.changer({ explication, releve })
}

/** Shows the whole statement, or hides it. */
export async function ouvrirReleve(volet: Volet, ouvert: boolean): Promise<void> {
  const { place, releve } = volet.etat
  if (!ouvert || place === undefined) volet.changer({ releve: undefined })
  else if (releve === undefined)
    volet.changer({ releve: await volet.poste.executer((session) => session.releve(place)) })
}

/** Explains the demande of a row of the source, when the list has it. @returns whether it has */
export async function expliquerLigne(volet: Volet, ligne: number): Promise<boolean> {
  const place = await volet.poste.executer((session) => session.placeDeLigne(ligne))
  if (place < 0) return false
  if (place !== volet.etat.place) await expliquer(volet, place)
  return true
}
