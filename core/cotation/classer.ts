import type { Donnees } from '../demande/derives/derive.ts'
import type { Colonne, ColonneSimple } from '../lecture/colonne.ts'
import { CONNU } from '../lecture/colonne.ts'
import { comparerCodes } from '../socle/texte.ts'
import { FAUX, INCONNU, VRAI } from './condition.ts'
import type { Evaluateur } from './condition.ts'
import { champNommable } from './grille/champs-nommables.ts'
import type { Departage } from './grille/grille.ts'

/** The ranking of the demandes that one grid scores. */
export interface Classement {
  /** Indexes of the demandes, best first. */
  readonly indices: Uint32Array
  /** By demande: 1…n in that order; 0 when it is not ranked. */
  readonly ordre: Uint32Array
  /** By demande: competition rank (1, 2, 2, 4) on total and tie-breaks; 0 when it is not ranked. */
  readonly rang: Uint32Array
}

/** A whole number a demande: the smaller, the better. */
type Cle = Float64Array

/** Whole keys spread over less than this are sorted by counting; others are first brought down to their ranks. */
const ETENDUE_COMPTABLE = 2 ** 22

/** Replaces values by their rank among the distinct ones, so that they can be counted. */
function rangs(valeurs: Float64Array): Float64Array {
  const triees = Float64Array.from(valeurs).sort()
  const distinctes = triees.filter((valeur, i) => i === 0 || valeur !== triees[i - 1])
  return valeurs.map((valeur) => rechercher(distinctes, valeur))
}

function rechercher(triees: Float64Array, valeur: number): number {
  let bas = 0
  let haut = triees.length - 1
  while (bas < haut) {
    const milieu = (bas + haut) >> 1
    if ((triees[milieu] ?? 0) < valeur) bas = milieu + 1
    else haut = milieu
  }
  return bas
}

/** Sorts the indexes by a key, keeping the order of equals. */
function trierPar(indices: Uint32Array, cle: Cle): Uint32Array {
  let min = Infinity
  let max = -Infinity
  let entiere = true
  for (const i of indices) {
    const valeur = cle[i] ?? 0
    if (valeur < min) min = valeur
    if (valeur > max) max = valeur
    if (!Number.isInteger(valeur)) entiere = false
  }
  if (indices.length === 0 || min === max) return indices
  return entiere && max - min < ETENDUE_COMPTABLE ? compter(indices, cle, min, max) : trierPar(indices, rangs(cle))
}

function compter(indices: Uint32Array, cle: Cle, min: number, max: number): Uint32Array {
  const places = new Uint32Array(max - min + 2)
  for (const i of indices) {
    const place = (cle[i] ?? 0) - min + 1
    places[place] = (places[place] ?? 0) + 1
  }
  for (let k = 1; k < places.length; k++) places[k] = (places[k] ?? 0) + (places[k - 1] ?? 0)
  const tries = new Uint32Array(indices.length)
  for (const i of indices) {
    const place = (cle[i] ?? 0) - min
    const rang = places[place] ?? 0
    tries[rang] = i
    places[place] = rang + 1
  }
  return tries
}

/** Values of lists and texts are put in order of their codes. */
function valeursOrdonnees(champ: string, colonne: ColonneSimple): Float64Array {
  const type = champNommable(champ)?.type
  if (type !== 'liste' && type !== 'texte') return colonne.valeurs
  const ordre = colonne.dictionnaire
    .map((_, i) => i)
    .sort((a, b) => comparerCodes(colonne.dictionnaire[a] ?? '', colonne.dictionnaire[b] ?? ''))
  const places = new Float64Array(ordre.length)
  ordre.forEach((entree, place) => {
    places[entree] = place
  })
  return colonne.valeurs.map((valeur) => places[valeur] ?? 0)
}

function cleOrdre(champ: string, sens: 1 | -1, colonne: Colonne): Cle {
  if (colonne.genre === 'multiple') throw new Error(`tie-break on a list of several values: got ${champ}`)
  const valeurs = valeursOrdonnees(champ, colonne)
  return valeurs.map((valeur, i) => (colonne.etats[i] === CONNU ? sens * valeur : Infinity))
}

const PLACE_DES_REPONSES: readonly number[] = (() => {
  const places = [0, 0, 0]
  places[VRAI] = 0
  places[FAUX] = 1
  places[INCONNU] = 2
  return places
})()

function cleDepartage(departage: Departage, donnees: Donnees, evaluateur: Evaluateur): Cle {
  if ('premier' in departage) {
    const reponses = evaluateur.evaluer({ champ: departage.champ, est: departage.premier })
    const cle = new Float64Array(reponses.length)
    for (let i = 0; i < cle.length; i++) cle[i] = PLACE_DES_REPONSES[reponses[i] ?? INCONNU] ?? 0
    return cle
  }
  const sens = departage.ordre === 'decroissant' ? -1 : 1
  return cleOrdre(departage.champ, sens, donnees.colonne(departage.champ))
}

/** Tie-break keys, computed once for a grid: a change of points does not change them. */
export function clesDepartage(
  departages: readonly Departage[],
  donnees: Donnees,
  evaluateur: Evaluateur,
): readonly Cle[] {
  return departages.map((departage) => {
    const cle = cleDepartage(departage, donnees, evaluateur)
    return cle.includes(Infinity) || cle.some((valeur) => !Number.isInteger(valeur)) ? rangs(cle) : cle
  })
}

function numeroter(indices: Uint32Array, cles: readonly Cle[], nombre: number): Classement {
  const ordre = new Uint32Array(nombre)
  const rang = new Uint32Array(nombre)
  indices.forEach((indice, place) => {
    const precedent = indices[place - 1]
    ordre[indice] = place + 1
    const egal = precedent !== undefined && cles.every((cle) => cle[indice] === cle[precedent])
    rang[indice] = egal ? (rang[precedent] ?? 0) : place + 1
  })
  return { indices, ordre, rang }
}

/**
 * Ranks demandes by total (highest first), then tie-breaks in order, then unique number.
 *
 * @param parNumero indexes of the demandes to rank, by unique number
 * @param departages keys of `clesDepartage`
 */
export function classer(totaux: Float64Array, departages: readonly Cle[], parNumero: Uint32Array): Classement {
  const cles = [totaux.map((total) => -total), ...departages]
  const indices = cles.reduceRight(trierPar, parNumero)
  return numeroter(indices, cles, totaux.length)
}
