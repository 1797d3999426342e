import { comparer, decimal, entier } from './exact.ts'
import type { Rapport } from './exact.ts'
import type { Valeur } from './cellules.ts'
import { anneeDe, moisEntre } from './jours.ts'
import { estRapport } from './lire.ts'
import type { DemandeNaive } from './lire.ts'

/** q1, q2, q3 in € per consumption unit and year, by SIREN then by year. */
export type Seuils = ReadonlyMap<
  string,
  ReadonlyMap<number, { readonly q1: number; readonly q2: number; readonly q3: number }>
>

/** What the derived fields depend on besides the application. */
export interface Contexte {
  readonly jour: number
  readonly seuils: Seuils
  /** EPCI of the grid, where the row gives none. */
  readonly territoire?: string | undefined
  /** Whether an income equal to a threshold is still in the lower quartile. */
  readonly borneIncluse: boolean
}

function nombre(demande: DemandeNaive, champ: string): Rapport | undefined {
  const valeur = demande.valeurs[champ]
  return estRapport(valeur) ? valeur : undefined
}

function liste(demande: DemandeNaive, champ: string): readonly string[] | undefined {
  const valeur = demande.valeurs[champ]
  return Array.isArray(valeur) ? valeur : undefined
}

function estVide(demande: DemandeNaive, champ: string): boolean {
  return demande.valeurs[champ] === undefined && !demande.illisibles.has(champ)
}

/** Complete months since a date; unknown for a date to come. */
function moisDepuis(demande: DemandeNaive, champ: string, { jour }: Contexte): number | undefined {
  const date = demande.valeurs[champ]
  return typeof date === 'number' && date <= jour ? moisEntre(date, jour) : undefined
}

function enRapport(valeur: number | undefined): Rapport | undefined {
  return valeur === undefined ? undefined : entier(valeur)
}

function enAnnees(mois: number | undefined): Rapport | undefined {
  return mois === undefined ? undefined : entier(Math.floor(mois / 12))
}

/** Consumption units, in tenths. */
function uc(demande: DemandeNaive): Rapport | undefined {
  const personnes = nombre(demande, 'nb_personnes')?.n
  const moins14 = nombre(demande, 'nb_moins_14')?.n
  if (personnes === undefined) return undefined
  if (moins14 === undefined) return personnes === 1 && estVide(demande, 'nb_moins_14') ? { n: 10, d: 10 } : undefined
  const autres = personnes - moins14
  return autres > 0 ? { n: 10 + 5 * (autres - 1) + 3 * moins14, d: 10 } : { n: 10 + 3 * (moins14 - 1), d: 10 }
}

function ressourcesUc(demande: DemandeNaive): Rapport | undefined {
  const ressources = nombre(demande, 'ressources_mensuelles')
  const unites = uc(demande)
  return ressources && unites && { n: ressources.n * 12 * unites.d, d: ressources.d * unites.n }
}

/** The EPCI whose thresholds apply: the row's, else, when it is empty, the grid's. */
export function epciDuQuartile(demande: DemandeNaive, contexte: Contexte): string | undefined {
  const epci = demande.valeurs['epci']
  if (typeof epci === 'string') return epci
  return estVide(demande, 'epci') ? contexte.territoire : undefined
}

/** The year of the thresholds in force for an EPCI: that of the day, else the latest earlier one. */
export function anneeDesSeuils(epci: string | undefined, { seuils, jour }: Contexte): number | undefined {
  const limite = anneeDe(jour)
  let derniere: number | undefined
  for (const annee of seuils.get(epci ?? '')?.keys() ?? []) {
    if (annee <= limite && (derniere === undefined || annee > derniere)) derniere = annee
  }
  return derniere
}

function quartile(demande: DemandeNaive, contexte: Contexte): Rapport | undefined {
  const montant = ressourcesUc(demande)
  if (montant === undefined) return undefined
  if (montant.n === 0) return entier(1)
  const epci = epciDuQuartile(demande, contexte)
  const annee = anneeDesSeuils(epci, contexte)
  const bornes = annee === undefined ? undefined : contexte.seuils.get(epci ?? '')?.get(annee)
  if (bornes === undefined) return undefined
  const rang = [bornes.q1, bornes.q2, bornes.q3].findIndex((borne) => {
    const ecart = comparer(montant, decimal(borne))
    return ecart < 0 || (ecart === 0 && contexte.borneIncluse)
  })
  return entier(rang < 0 ? 4 : rang + 1)
}

/** Rent net of housing aid, in cents; an empty aid counts 0. */
function loyerNet(demande: DemandeNaive): number | undefined {
  const loyer = nombre(demande, 'loyer_actuel')?.n
  const aide = nombre(demande, 'aide_logement')?.n ?? (estVide(demande, 'aide_logement') ? 0 : undefined)
  return loyer === undefined || aide === undefined ? undefined : loyer - aide
}

function tauxEffort(demande: DemandeNaive): Rapport | undefined {
  const ressources = nombre(demande, 'ressources_mensuelles')?.n
  const loyer = loyerNet(demande)
  return ressources === undefined || ressources === 0 || loyer === undefined ? undefined : { n: loyer, d: ressources }
}

function resteAVivre(demande: DemandeNaive): Rapport | undefined {
  const ressources = nombre(demande, 'ressources_mensuelles')?.n
  const loyer = loyerNet(demande)
  const unites = uc(demande)
  if (ressources === undefined || loyer === undefined || unites === undefined) return undefined
  return { n: (ressources - loyer) * 12 * unites.d, d: 100 * 365 * unites.n }
}

/** Persons who live in the present dwelling: a column of its own, else the household. */
function occupants(demande: DemandeNaive): number | undefined {
  const declares = nombre(demande, 'occupants_actuels')?.n
  const personnes = declares ?? (estVide(demande, 'occupants_actuels') ? nombre(demande, 'nb_personnes')?.n : undefined)
  return personnes === 0 ? undefined : personnes
}

function surOccupation(demande: DemandeNaive): boolean | undefined {
  const surface = nombre(demande, 'surface_actuelle')
  const personnes = occupants(demande)
  if (surface === undefined || personnes === undefined) return undefined
  const minimum = personnes === 1 ? 9 : Math.min(70, 16 + 9 * (personnes - 2))
  return comparer(surface, entier(minimum)) < 0
}

function piecesEnTrop(demande: DemandeNaive, tolerance: number): boolean | undefined {
  const pieces = nombre(demande, 'pieces_actuelles')?.n
  const personnes = occupants(demande)
  return pieces === undefined || personnes === undefined ? undefined : pieces > personnes + tolerance
}

function parentIsole(demande: DemandeNaive): boolean | undefined {
  const situation = demande.valeurs['situation_familiale']
  const mineurs = nombre(demande, 'nb_mineurs')
  if (typeof situation !== 'string' || mineurs === undefined) return undefined
  return ['C', 'D', 'S', 'V'].includes(situation) && mineurs.n > 0
}

function prioritaire(demande: DemandeNaive): boolean | undefined {
  const { dalo } = demande.valeurs
  const publics = liste(demande, 'publics_prioritaires')
  if (dalo === true || (publics !== undefined && publics.length > 0)) return true
  return dalo === undefined && publics === undefined ? undefined : false
}

function estSouhaitee(demande: DemandeNaive, champ: string): boolean | undefined {
  const commune = demande.valeurs[champ]
  const souhaits = liste(demande, 'communes_souhaitees')
  return typeof commune !== 'string' || souhaits === undefined ? undefined : souhaits.includes(commune)
}

/** The value of a derived field, or undefined when it is unknown (or no derived field has this code). */
export function deriver(champ: string, demande: DemandeNaive, contexte: Contexte): Valeur | undefined {
  switch (champ) {
    case 'anciennete_mois':
      return enRapport(moisDepuis(demande, 'date_depot', contexte))
    case 'anciennete_ans':
      return enAnnees(moisDepuis(demande, 'date_depot', contexte))
    case 'hebergement_mois':
      return enRapport(moisDepuis(demande, 'hebergement_depuis', contexte))
    case 'age_titulaire':
      return enAnnees(moisDepuis(demande, 'date_naissance', contexte))
    case 'uc':
      return uc(demande)
    case 'ressources_uc':
      return ressourcesUc(demande)
    case 'quartile':
      return quartile(demande, contexte)
    case 'taux_effort':
      return tauxEffort(demande)
    case 'reste_a_vivre':
      return resteAVivre(demande)
    case 'sur_occupation':
      return surOccupation(demande)
    case 'sous_occupation':
      return piecesEnTrop(demande, 1)
    case 'sous_occupation_1996':
      return piecesEnTrop(demande, 2)
    case 'parent_isole':
      return parentIsole(demande)
    case 'prioritaire':
      return prioritaire(demande)
    case 'habite_commune_souhaitee':
      return estSouhaitee(demande, 'commune_residence')
    case 'travaille_commune_souhaitee':
      return estSouhaitee(demande, 'commune_travail')
    case 'nb_motifs':
      return enRapport(liste(demande, 'motifs')?.length)
    default:
      return undefined
  }
}

/**
 * Base fields that make a derived field unknown though they are not among those it needs, or are not empty: a date to
 * come, an income of 0 under an effort rate, an EPCI without thresholds, an unusable number of occupants or aid.
 */
export function champsInutilisables(champ: string, demande: DemandeNaive, contexte: Contexte): readonly string[] {
  const futures = (code: string) => {
    const date = demande.valeurs[code]
    return typeof date === 'number' && date > contexte.jour ? [code] : []
  }
  const illisible = (code: string) => (demande.illisibles.has(code) ? [code] : [])
  switch (champ) {
    case 'anciennete_mois':
    case 'anciennete_ans':
      return futures('date_depot')
    case 'hebergement_mois':
      return futures('hebergement_depuis')
    case 'age_titulaire':
      return futures('date_naissance')
    case 'quartile':
      return anneeDesSeuils(epciDuQuartile(demande, contexte), contexte) === undefined ? ['epci'] : []
    case 'taux_effort':
      return [
        ...illisible('aide_logement'),
        ...(nombre(demande, 'ressources_mensuelles')?.n === 0 ? ['ressources_mensuelles'] : []),
      ]
    case 'reste_a_vivre':
      return illisible('aide_logement')
    case 'sur_occupation':
    case 'sous_occupation':
    case 'sous_occupation_1996':
      return [
        ...illisible('occupants_actuels'),
        ...(nombre(demande, 'occupants_actuels')?.n === 0 ? ['occupants_actuels'] : []),
      ]
    default:
      return []
  }
}
