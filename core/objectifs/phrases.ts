import { FINE, formatCompte, formatNombre, formatTaux } from '../socle/format.ts'

/** The French sentences of this room. No-break spaces before ; : ! ? are put by the caller that shows them. */

export const LIGNE_COMPTEE = 'la ligne est comptée telle quelle'

export const MEME_ATTRIBUTION = 'L’attribution de même numéro, mêmes dates et même bailleur'

export const BAIL_SANS_ATTRIBUTION: readonly [string, string] = [
  'Un bail est signé alors que la décision de la commission n’est pas une attribution',
  'd’ici là, la ligne n’est comptée dans aucun objectif',
]

export const BAIL_AVANT_DECISION: readonly [string, string] = [
  'Le bail est signé avant la décision de la commission',
  'd’ici là, chaque date est comptée telle quelle',
]

export const EX_QPV_TARDIF =
  'L’assimilation des anciens quartiers à un QPV a pris fin avec les baux de 2020, et ce bail est plus récent'

export const SANS_DATE = 'Ni date de décision ni date de bail : l’année de l’attribution est inconnue'

export function aucuneDate(fichier: string): string {
  return `« ${fichier} » n’a ni colonne de date de décision ni colonne de date de bail : rien ne dit de quelle année sont les attributions. Ajoutez l’une des deux colonnes, ou désignez-la.`
}

export function cibleSousLePlancher(code: string, cible: number, plancher: number): string {
  return `La cible locale de « ${code} » (${formatTaux(cible)}) est sous le plancher légal de ${formatTaux(plancher)} : elle est appliquée telle quelle, mais ne dispense pas de l’objectif légal.`
}

export function cibleAVerifier(code: string, titre: string): string {
  return `La cible de « ${code} » est à vérifier dans la rédaction en vigueur (${titre}).`
}

/** « 31 cellules vides de « Ressources » font varier le taux de 4 points. » */
export function effetCellules(libelle: string, cellules: number, points: number): string {
  const sujet = cellules < 2 ? 'cellule manquante fait' : 'cellules manquantes font'
  return `${formatNombre(cellules)} ${sujet} varier le taux de ${formatCompte(points, 'point')} : « ${libelle} ».`
}

export function colonneAbsente(libelle: string): string {
  return `Aucun fichier ne donne « ${libelle} » : ajoutez la colonne, ou déclarez que le vide veut dire « non » si c’est le cas.`
}

export interface TermesProjection {
  /** What is counted: « baux du premier quartile hors QPV ». */
  readonly quoi: readonly [singulier: string, pluriel: string]
  readonly manque: number | null
  readonly attendus: number
  readonly bas: number
  readonly haut: number
  /** « 31/12 » of the year. */
  readonly fin: string
}

/** « Il manque 14 baux … d’ici le 31/12 ; au rythme actuel vous finirez entre 17 % et 21 %. » */
export function phraseProjection({ quoi, manque, attendus, bas, haut, fin }: TermesProjection): string {
  const entier = { decimales: 0 }
  const fourchette =
    formatTaux(bas, entier) === formatTaux(haut, entier)
      ? `à ${formatTaux(bas, entier)}`
      : `entre ${formatTaux(bas, entier)} et ${formatTaux(haut, entier)}`
  const suite = `au rythme actuel vous finirez ${fourchette}`
  if (manque === null) return `Au rythme actuel, vous finirez ${fourchette}.`
  if (manque === 0) return `Il ne manque rien pour finir le ${fin} à la cible ; ${suite}.`
  const manquants = `${formatNombre(manque)} ${manque < 2 ? quoi[0] : quoi[1]}`
  const horsPortee = manque > attendus ? `, plus que les ${formatNombre(attendus)} attendus d’ici là` : ''
  return `Il manque ${manquants} d’ici le ${fin}${horsPortee} ; ${suite}.`
}

export function phraseAnneeFinie(annee: number, taux: string): string {
  return `L’année ${String(annee)} est terminée${FINE}: le taux constaté est ${taux}, il n’y a plus rien à projeter.`
}

export const AUCUNE_ATTRIBUTION =
  'Aucune attribution n’est encore comptée cette année : il n’y a pas de rythme à projeter.'

/** How the missing number is counted, with an example. */
export const AIDE_MANQUE =
  'Manque : combien des attributions déjà comptées auraient dû entrer dans l’objectif. Exemple : 10 sur 60 pour une cible de 25 % ; il en fallait 15, il en manque 5.'

export const AIDE_MANQUE_AJOUTE =
  'Manque en ajoutant : combien d’attributions de plus, toutes dans l’objectif, l’atteignent. Exemple : 10 sur 60 pour 25 % ; il en faut 7 de plus (17 sur 67), car chacune agrandit aussi le total.'

export const AIDE_WILSON =
  'Intervalle de Wilson à 95 % : ce que le seul hasard peut faire d’un petit nombre d’attributions. Le taux constaté reste le taux légal.'

export const AIDE_EFFECTIF =
  'Petit effectif : moins de 30 attributions comptées, le taux peut changer beaucoup avec une seule.'

export function cibleIllisible(texte: string, codes: readonly string[]): string {
  return `La cible « ${texte} » ne se lit pas. Attendu : code=taux, le taux entre 0 et 1 ou en %, par exemple mutations=0,25 ; codes possibles : ${codes.join(', ')}.`
}

export const EFFORT_IMPOSSIBLE =
  'Un effort se partage en nombres entiers positifs ou nuls (effort, vacances, manques, capacités), avec un poids des vacances entre 0 et 1. Corrigez la valeur qui ne l’est pas.'

/**
 * The rule of the sharing of an effort, in one French sentence.
 *
 * @param poidsVacances weight of the dwellings expected, from 0 to 1; the rest is that of the present gap
 * @example
 * regleRepartition(0.5)
 * //=> 'Partage au prorata, pour 50 % des logements attendus et pour 50 % du retard constaté, …'
 */
export function regleRepartition(poidsVacances: number): string {
  return `Partage au prorata, pour ${formatTaux(poidsVacances, { decimales: 0 })} des logements attendus et pour ${formatTaux(1 - poidsVacances, { decimales: 0 })} du retard constaté, sans dépasser ce que chacun peut faire ; ce qu’un bailleur ne peut pas prendre va aux autres selon la même règle ; arrondi à l’entier au plus près, somme exacte.`
}
