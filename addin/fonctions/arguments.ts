import type { Champ, Jour, Lieux } from '../../core/index.ts'
import { champ, francais, lireValeur } from '../../core/index.ts'
import { ErreurCellule } from './erreur-cellule.ts'
import { celluleDate, celluleDe } from './recu.ts'

const CHAMP_JOUR = champ('jour', 'Jour du calcul', 'date', '', [])
const CHAMP_ANNEE = champ('annee', 'Année', 'entier', '', [], { minimum: 2000, maximum: 2100 })
const CHAMP_RANG = champ('quartile', 'Quartile', 'entier', '', [], { minimum: 1, maximum: 3 })
const CHAMP_RESSOURCES = champ('ressources_uc', 'Ressources annuelles par unité de consommation', 'nombre', '€/an', [])
const CHAMP_EPCI = champ('epci', 'EPCI', 'texte', 'siren', [])
const CHAMP_NUMERO = champ('numero_unique', 'Numéro unique', 'texte', 'numero', [])

/** The argument read as a field; #N/A when it is empty, #VALUE! when it cannot be read, each with its sentence. */
function exiger(leChamp: Champ, recu: unknown, lieux: Lieux): string | number {
  const cellule = leChamp.type === 'date' ? celluleDate(recu) : celluleDe(recu)
  if (typeof cellule === 'object' && cellule !== null && 'erreur' in cellule) throw manque([leChamp.libelle])
  const lu = lireValeur(leChamp, cellule, lieux)
  if (lu.etat === 'connue') return lu.valeur
  if (lu.etat === 'vide') throw manque([leChamp.libelle])
  throw new ErreurCellule('valeur', francais(`« ${leChamp.libelle} » ne se lit pas. Attendu : ${lu.attendu}.`))
}

/** @param libelles of the fields that must be filled for a result */
export function manque(libelles: readonly string[]): ErreurCellule {
  return new ErreurCellule('absent', francais(`On ne peut pas savoir. Il manque : ${libelles.join(', ')}.`))
}

const SANS_LIEUX: Lieux = { epciParNom: () => undefined, communeParNom: () => undefined }

export function jourLu(recu: unknown): Jour {
  return Number(exiger(CHAMP_JOUR, recu, SANS_LIEUX))
}

export function anneeLue(recu: unknown): number {
  return Number(exiger(CHAMP_ANNEE, recu, SANS_LIEUX))
}

/** 1, 2 or 3: a threshold stands above each quartile but the last. */
export function rangDeSeuilLu(recu: unknown): number {
  return Number(exiger(CHAMP_RANG, recu, SANS_LIEUX))
}

export function ressourcesUcLues(recu: unknown): number {
  return Number(exiger(CHAMP_RESSOURCES, recu, SANS_LIEUX))
}

/** A count, 0 or more. */
export function nombreLu(recu: unknown, libelle: string): number {
  return Number(exiger(champ('nombre', libelle, 'entier', '', []), recu, SANS_LIEUX))
}

/** The SIREN of an EPCI given by number or by name. */
export function epciLu(recu: unknown, lieux: Lieux): string {
  return String(exiger(CHAMP_EPCI, recu, lieux))
}

export function numeroLu(recu: unknown): string {
  return String(exiger(CHAMP_NUMERO, recu, SANS_LIEUX))
}
