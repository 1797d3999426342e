import type { Donnees } from '../../demande/derives/derive.ts'
import { lecture } from '../../demande/derives/derive.ts'
import { mediane } from '../table/classement.ts'
import type { Population } from './population.ts'
import type { Ventilation } from './ventilation.ts'
import { ventilerCompte, ventilerMediane, ventilerPart, ventilerRepartition } from './ventilation.ts'

/** How an indicator is made from the demandes of a territory. */
export type Calcul = (population: Population) => Ventilation

/** A number a row (0 or 1 for a yes or no); NaN where it is not known. */
export type Lire = (donnees: Donnees) => (i: number) => number

/** The value of a number, date or yes-no field. */
export function champ(code: string): Lire {
  return (donnees) => lecture(donnees.simple(code))
}

/** 1 where a list or text field has that code. */
export function vaut(code: string, valeur: string): Lire {
  return (donnees) => {
    const colonne = donnees.simple(code)
    const cherchee = colonne.dictionnaire.indexOf(valeur)
    const lire = lecture(colonne)
    return (i) => (Number.isNaN(lire(i)) ? NaN : Number(lire(i) === cherchee))
  }
}

function connues({ parts }: Population, lire: Lire): number[] {
  return parts.flatMap(({ donnees, lignes }) => lignes.map(lire(donnees)).filter((valeur) => !Number.isNaN(valeur)))
}

/** How many demandes. */
export const compter: Calcul = ({ nombre }) => ventilerCompte(nombre)

/** The share of the demandes that meet a condition, among those where it is known. */
export function partDe(condition: Lire): Calcul {
  return (population) => {
    const valeurs = connues(population, condition)
    const oui = valeurs.filter((valeur) => valeur === 1).length
    return ventilerPart(oui, valeurs.length, population.nombre - valeurs.length)
  }
}

/** The share of each value of a field, among the demandes where it is known. */
export function repartir(dimension: string, lire: Lire, modalites: readonly number[]): Calcul {
  return (population) => {
    const comptes = new Map(modalites.map((modalite) => [modalite, 0]))
    for (const valeur of connues(population, lire)) comptes.set(valeur, (comptes.get(valeur) ?? 0) + 1)
    const places = [...comptes.values()].reduce((somme, n) => somme + n, 0)
    const parModalite = new Map([...comptes].map(([modalite, n]) => [String(modalite), n]))
    return ventilerRepartition(dimension, parModalite, population.nombre - places)
  }
}

/**
 * The median of a number field, over the demandes where it is known.
 *
 * @param pas what it is rounded to: an exact median may be the very income of one household
 */
export function medianeDe(lire: Lire, pas = 1): Calcul {
  return (population) => {
    const valeurs = connues(population, lire)
    const milieu = mediane(valeurs)
    return ventilerMediane(milieu === undefined ? undefined : Math.round(milieu / pas) * pas, valeurs.length)
  }
}

/** 1 where a number field is at least `seuil`. */
export function auMoins(code: string, seuil: number): Lire {
  return (donnees) => {
    const lire = champ(code)(donnees)
    return (i) => (Number.isNaN(lire(i)) ? NaN : Number(lire(i) >= seuil))
  }
}

/** A band of a breakdown: from `debut` on, up to the next one. */
export interface Tranche {
  readonly debut: number
  readonly nom: string
}

/** The share of each band of a number field, bands in ascending order; below the first one is unknown. */
export function repartirTranches(dimension: string, code: string, tranches: readonly Tranche[]): Calcul {
  const rangDe = (valeur: number): number => tranches.findLastIndex(({ debut }) => valeur >= debut)
  return (population) => {
    const comptes = tranches.map(() => 0)
    for (const valeur of connues(population, champ(code))) {
      const rang = rangDe(valeur)
      if (rang >= 0) comptes[rang] = (comptes[rang] ?? 0) + 1
    }
    const places = comptes.reduce((somme, n) => somme + n, 0)
    const parTranche = new Map(tranches.map(({ nom }, rang) => [nom, comptes[rang] ?? 0]))
    return ventilerRepartition(dimension, parTranche, population.nombre - places)
  }
}
