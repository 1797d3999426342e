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

/** The median of a number field, over the demandes where it is known. */
export function medianeDe(lire: Lire): Calcul {
  return (population) => {
    const valeurs = connues(population, lire)
    return ventilerMediane(mediane(valeurs), valeurs.length)
  }
}
