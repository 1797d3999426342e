import type {
  AxeFiltre,
  AxeVentilation,
  DemandeCompte,
  PlaceVoulue,
  TriVentilation,
} from '../../travail/suivi/contrat-objectifs.ts'
import type { EndroitSuivi } from '../../travail/suivi/contrat-suivi.ts'
import { raisonsDe } from '../../travail/poste.ts'
import { fauteDe } from '../volet.ts'
import type { Suivre } from './suivre.ts'

export function demandeDe({ etat: { annee, filtres } }: Suivre): DemandeCompte {
  return { annee: annee ?? 0, filtres }
}

let dernier = 0

/** Counts the year chosen, under the filters. Only the last request counts, when several are on their way. */
export async function compter(suivre: Suivre): Promise<void> {
  const numero = ++dernier
  const objectifs = await suivre.travailler('Compte des objectifs', 'Les objectifs n’ont pas pu être comptés', (s) =>
    s.objectifs(demandeDe(suivre)),
  )
  if (objectifs === undefined || numero !== dernier) return
  suivre.changer({
    objectifs,
    derriere: undefined,
    place: undefined,
    ligne: undefined,
    partage: undefined,
    effort: '',
    cibles: undefined,
    flux: undefined,
    rapport: undefined,
    remise: undefined,
  })
  await ventiler(suivre)
}

export async function changerAnnee(suivre: Suivre, annee: number): Promise<void> {
  suivre.changer({ annee })
  await compter(suivre)
}

/** @param valeur undefined takes the filter away */
export async function filtrer(suivre: Suivre, axe: AxeFiltre, valeur: string | null | undefined): Promise<void> {
  const autres = Object.fromEntries(Object.entries(suivre.etat.filtres).filter(([code]) => code !== axe))
  suivre.changer({ filtres: valeur === undefined ? autres : { ...autres, [axe]: valeur } })
  await compter(suivre)
}

export async function retirerFiltres(suivre: Suivre): Promise<void> {
  suivre.changer({ filtres: {} })
  await compter(suivre)
}

function axesDe({
  etat: { axe, croise },
}: Suivre): readonly [AxeVentilation] | readonly [AxeVentilation, AxeVentilation] {
  return croise === '' || croise === axe ? [axe] : [axe, croise]
}

/** Breaks the target on screen down, and lists what to fill for it. */
export async function ventiler(suivre: Suivre): Promise<void> {
  const { objectif, tri, croissant } = suivre.etat
  const ventilation = await suivre.demander((s) => s.ventiler({ objectif, axes: axesDe(suivre), tri, croissant }))
  const manques = await suivre.demander((s) => s.manques(objectif))
  suivre.ventilees.vider()
  suivre.cellules.vider()
  await suivre.ventilees.preparer()
  suivre.changer({ ventilation, manques, champOuvert: undefined, place: undefined })
  await partager(suivre)
}

export async function choisirObjectif(suivre: Suivre, objectif: string): Promise<void> {
  suivre.changer({ objectif, derriere: undefined, ligne: undefined, effort: '', vacances: {} })
  await ventiler(suivre)
}

export async function choisirAxes(suivre: Suivre, axe: AxeVentilation, croise: AxeVentilation | ''): Promise<void> {
  suivre.changer({ axe, croise, derriere: undefined, ligne: undefined, vacances: {} })
  await ventiler(suivre)
}

export async function trier(suivre: Suivre, tri: TriVentilation, croissant: boolean): Promise<void> {
  suivre.changer({ tri, croissant })
  await ventiler(suivre)
}

/** Shows the rows behind a figure. */
export async function montrerLignes(
  suivre: Suivre,
  objectif: string,
  modalites: readonly (readonly [AxeVentilation, string | null])[],
  places: PlaceVoulue = 'toutes',
): Promise<void> {
  const vue = await suivre.demander((s) => s.chercherLignes({ objectif, modalites, places }))
  suivre.lignes.vider()
  await suivre.lignes.preparer()
  suivre.changer({ derriere: { objectif, modalites, places, vue }, ligne: undefined })
  await new Promise(requestAnimationFrame)
  const panneau = document.querySelector<HTMLElement>('#lignes-derriere')
  panneau?.focus({ preventScroll: true })
  panneau?.scrollIntoView({ block: 'start' })
}

/** Shows the rows behind a line of the table. */
export async function ouvrirLigneVentilee(suivre: Suivre, place: number): Promise<void> {
  const ligne = suivre.ventilees.ligne(place)
  if (ligne === undefined) return
  suivre.changer({ place })
  const modalites = axesDe(suivre).map((axe, i) => [axe, ligne.modalites[i] ?? null] as const)
  await montrerLignes(suivre, suivre.etat.objectif, modalites)
}

export function fermerLignes(suivre: Suivre): void {
  suivre.changer({ derriere: undefined, ligne: undefined, place: undefined })
  suivre.volet.garderFoyer()
}

/** Goes to a cell where it lives, and shows its row. */
export async function montrerEndroit(suivre: Suivre, endroit: EndroitSuivi): Promise<void> {
  const { source, tables } = suivre.etat
  try {
    if (source?.montrer === undefined) suivre.changer({ ligne: await suivre.demander((s) => s.detailler(endroit)) })
    else await source.montrer(endroit, tables?.tables ?? [])
  } catch (erreur) {
    suivre.volet.changer({ faute: fauteDe(erreur, 'La ligne n’a pas pu être montrée') })
  }
}

export async function ouvrirManque(suivre: Suivre, champ: string): Promise<void> {
  const ferme = suivre.etat.champOuvert === champ
  suivre.changer({ champOuvert: ferme ? undefined : champ })
  suivre.cellules.vider()
  if (!ferme) await suivre.cellules.preparer()
  suivre.changer({})
}

/** Shares what is missing between landlords, by the rule on screen. */
export async function partager(suivre: Suivre): Promise<void> {
  const { objectif, axe, effort, poids, vacances, objectifs } = suivre.etat
  const liant = objectifs?.cartes.some(({ cle }) => cle === objectif) ?? false
  if (!liant) {
    suivre.changer({ partage: undefined })
    return
  }
  const tape = effort.trim() === '' ? undefined : Number(effort.replace(/[\s\u202f]/gu, ''))
  try {
    const partage = await suivre.demander((s) =>
      s.partager({
        objectif,
        par: axe === 'commune' ? 'commune' : 'bailleur',
        effort: tape,
        poidsVacances: poids,
        vacances,
      }),
    )
    suivre.changer({ partage, fautePartage: undefined })
  } catch (erreur) {
    const raisons = raisonsDe(erreur)
    if (raisons === undefined) throw erreur
    suivre.changer({ fautePartage: raisons.join(' ') })
  }
}
