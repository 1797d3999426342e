import { indicesParOrdre, type Ordre } from './ordre.ts'
import type { PairesLots, Recherches, Souhaits } from './recherches.ts'

/** How many candidates a dwelling has. */
export const CANDIDATS_PAR_LOT = 3

/** No demande: fewer than three seek the dwelling. */
export const PERSONNE = -1

/** The lists of candidates that one pass from the first demande to the last fills. */
class Remplissage {
  /** Three per pair, in the order of the ranking. */
  readonly candidats: Int32Array
  ouvertes: number
  private readonly places: Uint8Array

  constructor(nombrePaires: number) {
    this.candidats = new Int32Array(CANDIDATS_PAR_LOT * nombrePaires).fill(PERSONNE)
    this.places = new Uint8Array(nombrePaires)
    this.ouvertes = nombrePaires
  }

  complete(paire: number): boolean {
    return this.places[paire] === CANDIDATS_PAR_LOT
  }

  /** A demande may name the same value twice: it is a candidate once. */
  inscrire(paire: number, demande: number): void {
    const places = this.places[paire] as number
    const fin = CANDIDATS_PAR_LOT * paire + places
    if (places === CANDIDATS_PAR_LOT || (places > 0 && this.candidats[fin - 1] === demande)) return
    this.candidats[fin] = demande
    this.places[paire] = places + 1
    if (places + 1 === CANDIDATS_PAR_LOT) this.ouvertes--
  }

  /** Writes a demande in every open pair of a list, and drops from it those that are full. */
  inscrirePartout(liste: number[], demande: number): void {
    let gardees = 0
    for (const paire of liste) {
      this.inscrire(paire, demande)
      if (!this.complete(paire)) liste[gardees++] = paire
    }
    liste.length = gardees
  }
}

function grouper(cles: Uint32Array): Map<number, number[]> {
  const groupes = new Map<number, number[]>()
  cles.forEach((cle, paire) => {
    const groupe = groupes.get(cle)
    if (groupe === undefined) groupes.set(cle, [paire])
    else groupe.push(paire)
  })
  return groupes
}

function pourChaque(demande: number, { debuts, valeurs }: Souhaits, faire: (valeur: number) => void): void {
  const fin = debuts[demande + 1] as number
  for (let k = debuts[demande] as number; k < fin; k++) faire(valeurs[k] as number)
}

/** A visitor that enters a demande on the list of every dwelling that it seeks. */
function inscripteur(paires: PairesLots, { communes, types }: Recherches, remplissage: Remplissage) {
  const parLigne = grouper(paires.lignes)
  const parColonne = grouper(paires.colonnes)
  const toutes = Array.from({ length: paires.nombre }, (_, paire) => paire)
  const dansLigne = (ligne: number, demande: number) => {
    pourChaque(demande, types, (type) => {
      const colonne = paires.colonneDeType[type] as number
      const paire = colonne < 0 ? -1 : (paires.paires[ligne * paires.nombreColonnes + colonne] as number)
      if (paire >= 0) remplissage.inscrire(paire, demande)
    })
  }
  const partoutOuTypes = (demande: number) => {
    if (types.vide[demande] === 1) remplissage.inscrirePartout(toutes, demande)
    else {
      pourChaque(demande, types, (type) => {
        remplissage.inscrirePartout(parColonne.get(paires.colonneDeType[type] as number) ?? [], demande)
      })
    }
  }
  const parCommunes = (demande: number) => {
    pourChaque(demande, communes, (commune) => {
      const ligne = paires.ligneDeCommune[commune] as number
      if (ligne < 0) return
      if (types.vide[demande] === 1) remplissage.inscrirePartout(parLigne.get(ligne) ?? [], demande)
      else dansLigne(ligne, demande)
    })
  }
  return (demande: number) => {
    if (communes.vide[demande] === 1) partoutOuTypes(demande)
    else parCommunes(demande)
  }
}

/**
 * The candidates of each pair of a commune and a type: the first three, by `ordre`, of the demandes that seek both. Three
 * numbers per pair, `PERSONNE` when fewer seek it. Stops as soon as every list is full.
 *
 * @example
 * const ordre = ordreParmi(cotation.classement, banc.demandes)
 * candidatsParPaire(ordre, recherchesDe(demandes, banc.demandes), banc.lots).slice(0, 3) //=> [36, 124, 153]
 */
export function candidatsParPaire(ordre: Ordre, recherches: Recherches, paires: PairesLots): Int32Array {
  const remplissage = new Remplissage(paires.nombre)
  const inscrire = inscripteur(paires, recherches, remplissage)
  for (const demande of indicesParOrdre(ordre)) {
    if (remplissage.ouvertes === 0) break
    inscrire(demande)
  }
  return remplissage.candidats
}
