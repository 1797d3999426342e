import { dateCivile, type Jour } from '../socle/jour.ts'
import type { AttributionExemple, LogementPropose } from './attribution.ts'
import type { Dossier } from './dossier.ts'
import { creerHasard, type Hasard } from './hasard.ts'
import { anneesExemple, tirerCommission, tirerLogementPropose } from './logements-proposes.ts'
import { noteOfficielle } from './note-officielle.ts'
import { DECISIONS, LACUNES, MOTIFS_REFUS, PRIORITE, RELOGEMENTS, TENSION } from './parts-attributions.ts'

/** What the allocations are drawn from. */
export interface SourceAttributions {
  readonly graine: number
  /** Day of the export. */
  readonly jour: Jour
  readonly epci: string
  /** The applications of the workbook. */
  readonly dossiers: readonly Dossier[]
  /** An application of the past, gone from the register since. */
  readonly tirerAncien: (hasard: Hasard, rang: number, jour: Jour) => Dossier
  /** Quartile of a household on a day, 1 to 4. */
  readonly quartile: (dossier: Dossier, jour: Jour) => number
}

/** Keeps the draws of the allocations apart from those of the applications. */
const DECALAGE_GRAINE = 7919
/** Days before the export during which a household that was given a dwelling is still in the register. */
const DELAI_RADIATION = 120
/** Households looked at before one that suits is given up. */
const ESSAIS = 24
/** Applications compared for a dwelling of the last months. */
const EXAMINEES = 40
const CANDIDATS = 3
/** Points already favour the first quartile among the applications of the workbook: landlords take fewer of the best placed. */
const RETENUE = 0.45
/** What a commission weighs beside the points, in points. */
const DISPERSION = 14

const estPrioritaire = ({ dalo, publics }: Dossier): boolean => dalo || publics.length > 0

/** Whether a landlord takes a household for a dwelling: the first quartile is more or less welcome outside priority districts. */
function accueilli(hasard: Hasard, premierQuartile: boolean, { bailleur, qpv }: LogementPropose, retenue = 1): boolean {
  return qpv || hasard.chance(premierQuartile ? retenue * bailleur.accueil : 2 - bailleur.accueil)
}

function veutPrioritaire(hasard: Hasard, { bailleur, reservataire }: LogementPropose): boolean {
  return hasard.chance(PRIORITE[reservataire] ?? bailleur.priorite)
}

function tirerBeneficiaire(
  hasard: Hasard,
  logement: LogementPropose,
  le: Jour,
  rang: number,
  source: SourceAttributions,
): Dossier {
  const prioritaire = veutPrioritaire(hasard, logement)
  let dossier = source.tirerAncien(hasard, rang, le)
  for (let essai = 0; essai < ESSAIS; essai++) {
    if (estPrioritaire(dossier) === prioritaire && accueilli(hasard, source.quartile(dossier, le) === 1, logement))
      return dossier
    dossier = source.tirerAncien(hasard, rang, le)
  }
  return dossier
}

/** A lease follows the decision by some weeks; none yet when that day has not come. */
function tirerBail(hasard: Hasard, decisionLe: Jour, jour: Jour): Jour | null {
  const le = decisionLe + hasard.entier(9, 56)
  return hasard.chance(LACUNES.bail) || le > jour ? null : le
}

/** Whether a decision is followed by a lease: rank 2 and condition only now and then. */
const SUIVIE: Readonly<Record<string, number>> = { attribution: 1, attribution_rang: 0.3, sous_condition: 0.5 }

function ligneAncienne(hasard: Hasard, le: Jour, rang: number, source: SourceAttributions): AttributionExemple {
  const logement = tirerLogementPropose(hasard, rang)
  const dossier = tirerBeneficiaire(hasard, logement, le, rang, source)
  const decision = hasard.selon(DECISIONS)
  const suivie = hasard.chance(SUIVIE[decision] ?? 0)
  return {
    dossier,
    logement,
    decisionLe: le,
    bailLe: suivie ? tirerBail(hasard, le, source.jour) : null,
    decision,
    rang: decision === 'attribution_rang' ? 2 : 1,
    refus: decision === 'refus_candidat' ? hasard.selon(MOTIFS_REFUS) : null,
    relogement: hasard.selon(RELOGEMENTS),
  }
}

/** The best placed of a few applications that suit a dwelling: points first, then what a commission sees. */
function tirerCandidats(
  hasard: Hasard,
  logement: LogementPropose,
  le: Jour,
  loges: ReadonlySet<Dossier>,
  source: SourceAttributions,
): readonly Dossier[] {
  const { dossiers, jour, epci } = source
  const prioritaire = veutPrioritaire(hasard, logement)
  const examinees = new Set(Array.from({ length: EXAMINEES }, () => hasard.parmi(dossiers)))
  return [...examinees]
    .filter((dossier) => dossier.depot < le && !loges.has(dossier) && estPrioritaire(dossier) === prioritaire)
    .filter((dossier) => accueilli(hasard, source.quartile(dossier, le) === 1, logement, RETENUE))
    .map((dossier) => {
      const convient =
        dossier.types.includes(logement.typologie) || dossier.communesSouhaitees.includes(logement.commune)
      const egards = DISPERSION * hasard.normale() + (convient ? 2 * DISPERSION : 0)
      return { dossier, valeur: noteOfficielle(dossier, jour, epci) + egards }
    })
    .sort((a, b) => b.valeur - a.valeur)
    .slice(0, CANDIDATS)
    .map(({ dossier }) => dossier)
}

/** A commission of the last months: three applications of the workbook for a dwelling; when the first refuses, the second gets it. */
function commissionRecente(
  hasard: Hasard,
  le: Jour,
  rang: number,
  loges: Set<Dossier>,
  source: SourceAttributions,
): readonly AttributionExemple[] {
  const logement = tirerLogementPropose(hasard, rang)
  const candidats = tirerCandidats(hasard, logement, le, loges, source)
  const desistement = candidats.length > 1 && hasard.chance(0.14)
  return candidats.map((dossier, i): AttributionExemple => {
    const obtient = i === (desistement ? 1 : 0)
    const refuse = desistement && i === 0
    const bailLe = obtient ? tirerBail(hasard, le, source.jour) : null
    if (obtient) loges.add(dossier)
    return {
      dossier,
      logement,
      decisionLe: le,
      bailLe,
      decision: refuse ? 'refus_candidat' : i === 0 ? 'attribution' : 'attribution_rang',
      rang: i + 1,
      refus: refuse ? hasard.selon(MOTIFS_REFUS) : null,
      relogement: 'aucun',
    }
  })
}

/**
 * Draws three years of allocations and the beginning of the year of the export. Those of the last months are for
 * applications of the workbook, which are still in the register; the others are for households that have left it.
 *
 * @example genererDemandes({ nombre: 20, graine: 1, jour }).attributions.lignes.length //=> 15
 */
export function tirerAttributions(source: SourceAttributions): readonly AttributionExemple[] {
  const { graine, jour, dossiers } = source
  const hasard = creerHasard((graine + DECALAGE_GRAINE) % 4_294_967_296)
  const parAn = Math.round(dossiers.length * TENSION.part)
  const jours = anneesExemple(jour)
    .flatMap((annee) => Array.from({ length: parAn }, () => tirerCommission(hasard, annee)))
    .filter((le) => le <= jour && dateCivile(le).annee <= dateCivile(jour).annee)
    .sort((a, b) => a - b)
  const loges = new Set<Dossier>()
  return jours.flatMap((le, rang) =>
    le > jour - DELAI_RADIATION
      ? commissionRecente(hasard, le, rang, loges, source)
      : [ligneAncienne(hasard, le, rang, source)],
  )
}
