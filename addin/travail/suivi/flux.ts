import { formatCompte, formatNombre, formatTaux, francais } from '../../../core/index.ts'
import {
  bilanAnnuel,
  calculerFlux,
  convertirStock,
  suivreFlux,
  type Flux,
  type LigneFlux,
  type LivraisonFlux,
  type Parc,
} from '../../../core/flux/index.ts'
import { direReservataire, type Compte } from '../../../core/objectifs/index.ts'
import type { ConversionVue, DemandeConversion, FluxBailleurVu, FluxVu, LivraisonVue } from './contrat-flux.ts'
import { nombreTape } from './quartile.ts'

const QUI = { contingent_etat: 'l’État', contingent_agents: 'les agents de l’État' } as const

function entier(nombre: number | null): string {
  return nombre === null ? 'inconnu' : formatNombre(nombre)
}

function compte(nombre: number | null, singulier: string, pluriel: string): string {
  return nombre === null ? `nombre inconnu de ${pluriel}` : formatCompte(nombre, singulier, pluriel)
}

/** « 100 libérés + 12 premières locations − 8 mutations » */
function direCalcul({ liberations, liberations_estimees, premieres_locations, exclusions }: LigneFlux): string {
  const termes = [
    [exclusions.mutations, 'mutation', 'mutations'],
    [exclusions.relogements, 'relogement', 'relogements'],
    [exclusions.identifies, 'identifié', 'identifiés'],
    [
      exclusions.premieres_locations,
      'première location que la convention ne compte pas',
      'premières locations que la convention ne compte pas',
    ],
  ] as const
  const retires = termes.flatMap(([nombre, un, plusieurs]) =>
    nombre === 0 ? [] : [` − ${compte(nombre, un, plusieurs)}`],
  )
  const neuf =
    premieres_locations === 0 ? '' : ` + ${compte(premieres_locations, 'première location', 'premières locations')}`
  return `${compte(liberations, 'libéré', 'libérés')}${liberations_estimees ? ' (parc × rotation)' : ''}${neuf}${retires.join('')}`
}

function bailleurVu(ligne: LigneFlux): FluxBailleurVu {
  const { bailleur, departement, assiette, flux, reste_bailleur, plafonds } = ligne
  return {
    bailleur,
    departement: departement === null ? '' : `département ${departement}`,
    assiette: assiette === null ? 'assiette inconnue' : formatCompte(assiette, 'logement'),
    calcul: direCalcul(ligne),
    parts: [
      ...flux.map(({ reservataire, taux, logements }) => ({
        nom: direReservataire(reservataire),
        taux: taux === null ? 'part inconnue' : formatTaux(taux),
        logements: entier(logements),
      })),
      { nom: 'Bailleur (non réservé)', taux: '', logements: entier(reste_bailleur) },
    ],
    plafonds: plafonds.map(({ code, taux, plafond, respecte }) => ({
      texte: `${formatTaux(taux)} pour ${QUI[code]}, plafond ${formatTaux(plafond)}`,
      respecte,
    })),
  }
}

function livraisonVue(livraison: LivraisonFlux): LivraisonVue {
  const { bailleur, departement, reservataire, logements, du, livres, incertains, retard, reste, parMois } = livraison
  const rythme =
    parMois === null || reste === null || reste === 0
      ? ''
      : `${formatNombre(parMois, { decimales: 1 })} par mois pour finir à l’heure`
  return {
    bailleur: departement === null ? bailleur : `${bailleur} (${departement})`,
    reservataire: direReservataire(reservataire),
    annuel: entier(logements),
    du: entier(du),
    livres:
      incertains === 0 ? formatNombre(livres) : `${formatNombre(livres)} (+ ${formatCompte(incertains, 'incertain')})`,
    retard:
      retard === null
        ? ''
        : retard > 0
          ? `${formatNombre(retard)} de retard`
          : retard < 0
            ? `${formatNombre(-retard)} d’avance`
            : 'à l’heure',
    enRetard: (retard ?? 0) > 0,
    rythme,
  }
}

/** What the flow of a year is drawn from. */
export interface FondsFlux {
  readonly parc: Parc
  readonly annee: number
  readonly jour: number
  /** The allocations of the year, when there are some. */
  readonly compte: Compte | undefined
}

function direTitre(flux: Flux): string {
  const assiettes = flux.lignes.map(({ assiette }) => assiette)
  const connues = assiettes.filter((assiette) => assiette !== null)
  const total = connues.reduce((somme, assiette) => somme + assiette, 0)
  const annee = String(flux.annee)
  if (flux.lignes.length === 0) return `Aucun parc n’est donné pour ${annee}`
  const depasses = flux.lignes.filter(({ plafonds }) => plafonds.some(({ respecte }) => !respecte)).length
  const plafonds =
    depasses === 0
      ? ', plafonds de l’État respectés'
      : `, ${formatCompte(depasses, 'plafond dépassé', 'plafonds dépassés')}`
  return `${formatCompte(total, 'logement')} à répartir en ${annee}${plafonds}`
}

function direRetard(livraisons: readonly LivraisonFlux[]): string {
  const enRetard = livraisons.filter(({ retard }) => (retard ?? 0) > 0)
  const logements = enRetard.reduce((somme, { retard }) => somme + (retard ?? 0), 0)
  if (livraisons.length === 0) return ''
  return enRetard.length === 0
    ? 'Chaque réservataire a reçu ce qui lui était dû à ce jour.'
    : `${formatCompte(logements, 'logement')} de retard de livraison, sur ${formatCompte(enRetard.length, 'convention')}.`
}

export function decrireFlux({ parc, annee, jour, compte }: FondsFlux): FluxVu {
  const flux = calculerFlux(parc, { annee })
  const livraisons = compte === undefined ? [] : suivreFlux(flux, compte, jour)
  const bilan = compte === undefined ? undefined : bilanAnnuel(compte)
  const proposes = bilan?.lignes.reduce((somme, ligne) => somme + ligne.proposes, 0) ?? 0
  const attribues = bilan?.lignes.reduce((somme, ligne) => somme + ligne.attribues, 0) ?? 0
  return {
    annee,
    titre: direTitre(flux),
    chapeau: direRetard(livraisons),
    formule: flux.formule.texte,
    note: flux.formule.note,
    bailleurs: flux.lignes.map(bailleurVu),
    livraisons: livraisons.map(livraisonVue),
    bilan:
      bilan === undefined
        ? ''
        : `${formatCompte(proposes, 'logement proposé', 'logements proposés')} et ${formatCompte(attribues, 'attribué', 'attribués')} en ${String(annee)}, à transmettre aux réservataires avant le 28/02/${String(annee + 1)}.`,
    anomalies: flux.anomalies.map(
      ({ ligne, message }) => `Ligne ${formatNombre(ligne)} du parc\u202f: ${francais(message)}`,
    ),
  }
}

/** @throws Refus when a number typed cannot be used */
export function convertir({ parc, rotation, reservataire, logements }: DemandeConversion): ConversionVue {
  const conversion = convertirStock({
    parc: nombreTape(parc, 'Parc', { entier: true, minimum: 1 }),
    rotation: nombreTape(rotation, 'Rotation') / 100,
    droits: [{ reservataire, logements: nombreTape(logements, 'Logements réservés', { entier: true }) }],
  })
  const [droits] = conversion.droits
  return {
    etapes: (droits?.etapes ?? []).map(({ libelle, formule, valeur, unite }) => ({
      libelle,
      calcul: formule.replaceAll('.', ','),
      valeur: unite === 'ratio' ? formatTaux(valeur, { decimales: 2 }) : formatCompte(valeur, 'logement'),
    })),
    phrase: droits === undefined ? '' : `${formatTaux(droits.taux, { decimales: 2 })} du flux annuel`,
    note: conversion.note,
  }
}
