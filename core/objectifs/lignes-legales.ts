import { comparerCodes } from '../socle/texte.ts'
import type { Axe } from './axes.ts'
import { grouperTextes, NON_RENSEIGNE } from './axes.ts'
import type { Compte } from './compte.ts'
import { additionnerGroupes, croiser, debutGroupe, denombrer, groupeCroise } from './denombrer.ts'
import type { TableauPlaces } from './denombrer.ts'
import type { CodeIndicateur, Indicateur } from './indicateurs.ts'
import { INDICATEURS } from './indicateurs.ts'
import type { Effectifs, Mesure } from './mesure.ts'
import { effectifsDe, mesurer, totalPlaces } from './mesure.ts'
import { cleNom } from './noms.ts'

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
  const denombres = (['epci', 'bailleur'] as const).map((nom) => {
    const axe = compte.axe(nom, indicateur.assiette)
    return { axe, tableau: denombrer(compte.places(indicateur), axe.groupes, axe.modalites.length) }
  })
  const total = additionnerGroupes(denombres[0]?.tableau ?? new Uint32Array(0))
  return [
    { code, perimetre: 'tous', ...mesurer(effectifsDe(total), cible) },
    ...denombres.flatMap(({ axe, tableau }) =>
      groupesTries(axe).map(({ rang, nom }) => ({
        code,
        perimetre: `${axe.code}:${nom}`,
        ...mesurer(effectifsDe(tableau, debutGroupe(rang)), cible),
      })),
    ),
  ]
}

/** A row without holder may be anyone's: it is in the unknown denominator of each. */
function avecReservataireInconnu(effectifs: Effectifs, sansReservataire: number): Effectifs {
  return { ...effectifs, inconnus_denominateur: effectifs.inconnus_denominateur + sansReservataire }
}

const AUCUN_EFFECTIF = effectifsDe(new Uint32Array(0))

function effectifsCroises(tableau: TableauPlaces, groupe: number, reservataire: number, nombre: number): Effectifs {
  const sans = totalPlaces(tableau, debutGroupe(groupeCroise(groupe, NON_RENSEIGNE, nombre)))
  const debut = debutGroupe(groupeCroise(groupe, reservataire, nombre))
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
  const croises = croiser(axe.groupes, reservataires.groupes, nombre)
  const tableau = denombrer(compte.places(indicateur), croises, axe.modalites.length * (nombre + 1))
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

/** The pairs holder × name that the file gives, counted only on the rows that carry the name. */
function lignesNommees(compte: Compte, indicateur: Indicateur): LigneObjectif[] {
  const noms = grouperTextes(compte.donnees.simple('reservataire_nom'), cleNom)
  const reservataires = compte.axe('reservataire', indicateur.assiette)
  const nombre = reservataires.modalites.length
  const presentes = new Uint8Array(noms.modalites.length * (nombre + 1) + 1)
  for (const groupe of croiser(noms.groupes, reservataires.groupes, nombre)) presentes[groupe + 1] = 1
  const estPresente = (rang: number, code: string): boolean => {
    const reservataire = reservataires.modalites.indexOf(code)
    return reservataire >= 0 && presentes[groupeCroise(rang, reservataire, nombre) + 1] === 1
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

/** Every line that the law and the yearly accounts ask for, in the order of the indicators. */
export function lignesLegales(compte: Compte): readonly LigneObjectif[] {
  return INDICATEURS.flatMap((indicateur) =>
    indicateur.code === 'prioritaires' ? lignesPrioritaires(compte, indicateur) : lignesSimples(compte, indicateur),
  )
}
