import { SEUILS_QUARTILES, seuilsDe, type SeuilsQuartiles } from '../baremes/index.ts'
import { dateCivile, type Jour } from '../socle/jour.ts'
import type { Cellule, FeuilleBrute } from '../socle/table.ts'
import { tirerAttributions, type SourceAttributions } from './attributions.ts'
import { COLONNES, EPCI_EXEMPLE } from './colonnes.ts'
import { COLONNES_ATTRIBUTIONS } from './colonnes-attributions.ts'
import type { Dossier } from './dossier.ts'
import { abimer, abimerAttributions } from './fautes.ts'
import { feuilleCommunes, feuilleLisezMoi } from './feuilles.ts'
import { creerHasard, type Hasard } from './hasard.ts'
import { tirerLogement } from './logement.ts'
import { tirerMenage } from './menage.ts'
import { quartileSelon } from './note-officielle.ts'
import { COLONNES_PARC, lignesParc } from './parc.ts'
import { tirerSuivi } from './suivi.ts'

export interface DemandeExemple {
  /** How many applications. */
  readonly nombre: number
  /** The same seed gives the same workbook. */
  readonly graine: number
  /** Day of the export. */
  readonly jour: Jour
}

/** A sheet whose rows are all in memory. */
export interface FeuilleExemple extends FeuilleBrute {
  readonly lignes: readonly { readonly numero: number; readonly cellules: readonly Cellule[] }[]
}

/** The workbook, sheet by sheet; the applications come first, their headers on the first row. */
export interface ClasseurExemple {
  readonly demandes: FeuilleExemple
  /** Three years of allocations and the beginning of the year of the export. */
  readonly attributions: FeuilleExemple
  /** Stock and reservation agreements of the landlords. */
  readonly parc: FeuilleExemple
  readonly communes: FeuilleExemple
  readonly lisezMoi: FeuilleExemple
}

/**
 * Makes a workbook that looks like an export of the national register: its own headers, labels instead of codes, empty
 * cells, a few faults, columns of no use. Everything in it is fictitious, and says so: numbers begin with 099.
 *
 * @example genererDemandes({ nombre: 20, graine: 1, jour }).demandes.lignes.length //=> 21
 */
export function genererDemandes({ nombre, graine, jour }: DemandeExemple): ClasseurExemple {
  const hasard = creerHasard(graine)
  const seuils = seuilsConnus(dateCivile(jour).annee)
  const dossiers: Dossier[] = []
  const lignes = Array.from({ length: nombre }, (_, rang) => {
    const dossier = tirerDossier(hasard, rang, jour, seuils)
    dossiers.push(dossier)
    return ligneDe(dossier, jour, hasard)
  })
  abimer(lignes, hasard)
  const entetes = COLONNES.map(({ entete }) => entete)
  return {
    demandes: feuille('Demandes', [entetes, ...lignes]),
    attributions: feuilleAttributions({ graine, jour, dossiers }),
    parc: feuille('Parc', [COLONNES_PARC.map(({ entete }) => entete), ...lignesParc({ graine, jour, nombre })]),
    communes: feuille('Liste des communes', feuilleCommunes()),
    lisezMoi: feuille('Lisez-moi', feuilleLisezMoi({ nombre, graine, jour })),
  }
}

/** Past applications are numbered apart from those of the workbook. */
const PREMIER_ANCIEN = 900_000

const quartile = (dossier: Dossier, le: Jour): number => quartileSelon(dossier, seuilsConnus(dateCivile(le).annee))

function feuilleAttributions(de: Pick<SourceAttributions, 'graine' | 'jour' | 'dossiers'>): FeuilleExemple {
  const attributions = tirerAttributions({
    ...de,
    epci: EPCI_EXEMPLE.siren,
    quartile,
    tirerAncien: (hasard, rang, le) =>
      tirerDossier(hasard, PREMIER_ANCIEN + (rang % 100_000), le, seuilsConnus(dateCivile(le).annee)),
  })
  const hasard = creerHasard(de.graine + 1)
  const lignes = attributions.map((attribution) => {
    const { dossier, decisionLe } = attribution
    const seuilsPublies = seuilsDe(EPCI_EXEMPLE.siren, dateCivile(decisionLe).annee) !== undefined
    const contexte = { attribution, quartile: quartile(dossier, decisionLe), seuilsConnus: seuilsPublies, hasard }
    return COLONNES_ATTRIBUTIONS.map(({ vide, cellule }) => {
      const valeur = cellule(contexte)
      return hasard.chance(vide) ? null : valeur
    })
  })
  abimerAttributions(lignes, hasard)
  return feuille('Attributions', [COLONNES_ATTRIBUTIONS.map(({ entete }) => entete), ...lignes])
}

/** Those of the year, else the oldest known. */
function seuilsConnus(annee: number): SeuilsQuartiles {
  const seuils = seuilsDe(EPCI_EXEMPLE.siren, annee) ?? SEUILS_QUARTILES.parSiren.get(EPCI_EXEMPLE.siren)?.at(-1)
  if (seuils === undefined) throw new Error(`No thresholds for ${EPCI_EXEMPLE.siren}.`)
  return seuils
}

function tirerDossier(hasard: Hasard, rang: number, jour: Jour, seuils: SeuilsQuartiles): Dossier {
  const menage = tirerMenage(hasard, jour, seuils)
  const logement = tirerLogement(hasard, jour, menage)
  const suivi = tirerSuivi(hasard, jour, menage, logement)
  return { ...menage, ...logement, ...suivi, numero: numeroFictif(suivi.depot, rang) }
}

/** Eighteen figures as in the register: département, month and year of deposit, serial number, key. */
function numeroFictif(depot: Jour, rang: number): string {
  const { annee, mois } = dateCivile(depot)
  return `099${String(mois).padStart(2, '0')}${String(annee % 100).padStart(2, '0')}${String(rang + 1).padStart(6, '0')}99999`
}

function ligneDe(dossier: Dossier, jour: Jour, hasard: Hasard): Cellule[] {
  return COLONNES.map(({ vide, cellule }) => {
    const valeur = cellule({ dossier, jour, hasard })
    return hasard.chance(vide) ? null : valeur
  })
}

function feuille(nom: string, lignes: readonly (readonly Cellule[])[]): FeuilleExemple {
  return { nom, lignes: lignes.map((cellules, i) => ({ numero: i + 1, cellules })) }
}
