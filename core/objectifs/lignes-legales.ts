import { comparerCodes } from '../socle/texte.ts'
import type { Axe } from './axes.ts'
import { NON_RENSEIGNE } from './axes.ts'
import type { Compte } from './compte.ts'
import { debutCroise, debutGroupe, denombrer, denombrerCroise, totaliser } from './denombrer.ts'
import type { TableauPlaces } from './denombrer.ts'
import type { CodeIndicateur, Indicateur } from './indicateurs.ts'
import { INDICATEURS } from './indicateurs.ts'
import type { Effectifs, Mesure } from './mesure.ts'
import { effectifsDe, mesurer, totalPlaces } from './mesure.ts'

/** One line of `objectifs/1`: an indicator within a perimeter (`tous`, `epci:…`, `bailleur:…`, `reservataire:…`, or two joined by `+`). */
export interface LigneObjectif extends Mesure {
  readonly code: string
  readonly perimetre: string
}

/** Holders whose share of priority publics is a legal target; AUCUN is what the landlord gives by itself. */
const TENUS = ['COLTER', 'COLACT', 'AUCUN'] as const

interface Groupe {
  readonly rang: number
  readonly nom: string
}

function groupesTries({ modalites }: Pick<Axe, 'modalites'>): readonly Groupe[] {
  return modalites.map((nom, rang) => ({ rang, nom })).sort((a, b) => comparerCodes(a.nom, b.nom))
}

function lignesSimples(compte: Compte, indicateur: Indicateur & { readonly code: CodeIndicateur }): LigneObjectif[] {
  const { code } = indicateur
  const cible = compte.cible(code)
  const placement = compte.placement(indicateur)
  const parAxe = (nom: 'epci' | 'bailleur'): LigneObjectif[] => {
    const axe = compte.axe(nom, indicateur.assiette)
    const tableau = denombrer(placement, axe.groupes, axe.modalites.length)
    return groupesTries(axe).map((groupe) => ({
      code,
      perimetre: `${nom}:${groupe.nom}`,
      ...mesurer(effectifsDe(tableau, debutGroupe(groupe.rang)), cible),
    }))
  }
  const tous = { code, perimetre: 'tous', ...mesurer(effectifsDe(totaliser(placement)), cible) }
  return [tous, ...parAxe('epci'), ...parAxe('bailleur')]
}

/** A row without holder may be anyone's: it is in the unknown denominator of each. */
function avecReservataireInconnu(effectifs: Effectifs, sansReservataire: number): Effectifs {
  return { ...effectifs, inconnus_denominateur: effectifs.inconnus_denominateur + sansReservataire }
}

const AUCUN_EFFECTIF = effectifsDe(new Uint32Array(0))

function effectifsCroises(tableau: TableauPlaces, groupe: number, reservataire: number, nombre: number): Effectifs {
  const sans = totalPlaces(tableau, debutCroise(groupe, NON_RENSEIGNE, nombre))
  const debut = debutCroise(groupe, reservataire, nombre)
  return avecReservataireInconnu(reservataire < 0 ? AUCUN_EFFECTIF : effectifsDe(tableau, debut), sans)
}

/** Counts within each group of an axis, for each holder bound by the target. */
function lignesCroisees(
  compte: Compte,
  indicateur: Indicateur,
  axe: Pick<Axe, 'modalites' | 'groupes'>,
  codes: readonly string[],
  perimetre: (nom: string, code: string) => string,
  garder: (groupe: number, code: string) => boolean = () => true,
): LigneObjectif[] {
  const reservataires = compte.axe('reservataire', indicateur.assiette)
  const nombre = reservataires.modalites.length
  const tableau = denombrerCroise(
    compte.placement(indicateur),
    axe.groupes,
    reservataires.groupes,
    axe.modalites.length,
    nombre,
  )
  return groupesTries(axe).flatMap(({ rang, nom }) =>
    codes
      .filter((code) => garder(rang, code))
      .map((code) => ({
        code: indicateur.code,
        perimetre: perimetre(nom, code),
        ...mesurer(
          effectifsCroises(tableau, rang, reservataires.modalites.indexOf(code), nombre),
          compte.cible(indicateur.code),
        ),
      })),
  )
}

/** Which pairs name × holder the file gives, counted in the year or not. */
function pairesPresentes(noms: Pick<Axe, 'modalites' | 'groupes'>, reservataires: Axe): Uint8Array {
  const nombre = reservataires.modalites.length
  const presentes = new Uint8Array(noms.modalites.length * nombre)
  noms.groupes.forEach((nom, i) => {
    const reservataire = reservataires.groupes[i] ?? NON_RENSEIGNE
    if (nom >= 0 && reservataire >= 0) presentes[nom * nombre + reservataire] = 1
  })
  return presentes
}

/** The named holders that the file gives, counted only on the rows that carry the name. */
function lignesNommees(compte: Compte, indicateur: Indicateur): LigneObjectif[] {
  const noms = compte.axe('reservataire_nom', indicateur.assiette)
  const reservataires = compte.axe('reservataire', indicateur.assiette)
  const presentes = pairesPresentes(noms, reservataires)
  const estPresente = (nom: number, code: string): boolean => {
    const reservataire = reservataires.modalites.indexOf(code)
    return reservataire >= 0 && presentes[nom * reservataires.modalites.length + reservataire] === 1
  }
  const perimetre = (nom: string, code: string): string => `reservataire:${code}/${nom}`
  return lignesCroisees(compte, indicateur, noms, TENUS, perimetre, estPresente)
}

function lignesPrioritaires(compte: Compte, indicateur: Indicateur): LigneObjectif[] {
  const tous = { modalites: ['tous'], groupes: new Int32Array(compte.attributions.nombre) }
  const epci = compte.axe('epci', indicateur.assiette)
  const bailleurs = compte.axe('bailleur', indicateur.assiette)
  return [
    ...lignesCroisees(compte, indicateur, tous, TENUS, (_, code) => `reservataire:${code}`),
    ...lignesCroisees(compte, indicateur, epci, TENUS, (nom, code) => `epci:${nom}+reservataire:${code}`),
    ...lignesNommees(compte, indicateur),
    ...lignesCroisees(compte, indicateur, bailleurs, ['AUCUN'], (nom, code) => `reservataire:${code}+bailleur:${nom}`),
  ]
}

/**
 * Every line that the law and the yearly accounts ask for, in the order of the indicators.
 *
 * @example lignesLegales(compte).slice(0, 2).map(({ perimetre }) => perimetre) //=> ['tous', 'epci:200093201']
 */
export function lignesLegales(compte: Compte): readonly LigneObjectif[] {
  return INDICATEURS.flatMap((indicateur) =>
    indicateur.code === 'prioritaires' ? lignesPrioritaires(compte, indicateur) : lignesSimples(compte, indicateur),
  )
}
