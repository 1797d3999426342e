import type { Operation } from '../../../core/index.ts'
import type { EssaiVu } from '../../travail/essai/contrat-essai.ts'
import type { BancEssai, EssaiDistant } from './banc-essai.ts'
import { SANS_MESURE } from './etat-essai.ts'

let gestes = 0

/** A name for the moves of one gesture. */
export function nouveauGeste(): string {
  return `geste ${String(++gestes)}`
}

/** The gesture under way on each setting: it ends when the control is left or its value taken. */
const enGeste = new Map<string, string>()

function gesteDe(id: string): string {
  const geste = enGeste.get(id) ?? nouveauGeste()
  enGeste.set(id, geste)
  return geste
}

function avecBrouillon(banc: BancEssai, id: string, valeur: string): ReadonlyMap<string, string> {
  return new Map([...banc.etat.brouillons, [id, valeur]])
}

/** A control moves: it shows its value at once, the worker follows; of moves that come too fast only the last one counts. */
export function bouger(banc: BancEssai, id: string, valeur: string): void {
  const geste = gesteDe(id)
  banc.changer({ brouillons: avecBrouillon(banc, id, valeur) })
  void banc.moves.demander(async () => {
    const vu = await banc.demander((essai) => essai.regler({ id, valeur, geste }))
    recevoir(banc, id, vu)
  })
}

/** The move is over: the next one on this setting will be another step. */
export function poser(banc: BancEssai, id: string, valeur: string): void {
  bouger(banc, id, valeur)
  enGeste.delete(id)
}

function recevoir(banc: BancEssai, id: string, vu: EssaiVu): void {
  const raison = vu.raisons.join(' ')
  const attendue = banc.moves.attendue
  banc.montrer(vu, {
    refusee: raison === '' ? undefined : { id, raison },
    // A refused text stays in its field, to be corrected.
    ...(attendue || raison !== '' ? {} : { brouillons: new Map() }),
  })
}

async function demander(banc: BancEssai, faire: (essai: EssaiDistant) => Promise<EssaiVu>): Promise<void> {
  const vu = await banc.demander(faire)
  enGeste.clear()
  banc.montrer(vu, { brouillons: new Map(), refusee: undefined, explication: undefined })
}

export function annulerEssai(banc: BancEssai): Promise<void> {
  return demander(banc, (essai) => essai.annuler())
}

export function retablirEssai(banc: BancEssai): Promise<void> {
  return demander(banc, (essai) => essai.retablir())
}

export function revenir(banc: BancEssai): Promise<void> {
  return demander(banc, (essai) => essai.revenir())
}

/** Does an operation of the form of grids on the grid tried. @param id where a refusal is said */
export async function operer(banc: BancEssai, id: string, operation: Operation): Promise<void> {
  const vu = await banc.demander((essai) => essai.operer(operation))
  recevoir(banc, id, vu)
}

/** Opens the trial, or takes it up with what changed elsewhere: measures of another scoring do not stay. */
export function ouvrirEssai(banc: BancEssai): Promise<void> {
  const { cotation } = banc.volet.etat
  if (cotation !== banc.etat.cotation) banc.changer({ ...SANS_MESURE, cotation })
  return banc.tenter('L’essai n’a pas pu commencer', () => demander(banc, (essai) => essai.ouvrir()))
}

/** Why a demande moves. */
export async function expliquerDemande(banc: BancEssai, demande: number): Promise<void> {
  banc.changer({ explication: await banc.demander((essai) => essai.expliquer(demande)) })
  document.querySelector<HTMLElement>('#essai-explication h3')?.focus()
}

/** Dwellings of a file: the lists of three become theirs. */
export function fournirLogements(banc: BancEssai, nom: string, octets: Uint8Array): Promise<void> {
  return banc.tenter('Les logements n’ont pas pu être lus', async () => {
    await demander(banc, (essai) => essai.fournirLogements(octets, nom))
    banc.changer(SANS_MESURE)
  })
}

/** Back to one list a couple of commune and type. */
export function oublierLogements(banc: BancEssai): Promise<void> {
  return banc.tenter('Les listes n’ont pas pu être refaites', async () => {
    await demander(banc, (essai) => essai.oublierLogements())
    banc.changer(SANS_MESURE)
    banc.volet.garderFoyer()
  })
}
