import { dateCivile, jourDe, moisComplets, type Jour } from '../socle/jour.ts'
import type { Logement, Menage, Suivi } from './dossier.ts'
import type { Hasard } from './hasard.ts'
import { ANCIENNETE, CHANCES, COMMUNES, COMMUNES_VOISINES, PASSAGES, REFUS, STATUTS } from './parts.ts'

const JOURS_PAR_MOIS = 30.4375
const TYPES = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6P']
const EN_ACTIVITE = ['CDI', 'CDD', 'ART', 'APP']

/** Draws the application itself: when, where, why, and what has been recognised. */
export function tirerSuivi(hasard: Hasard, jour: Jour, menage: Menage, logement: Logement): Suivi {
  const depot = jour - tirerAnciennete(hasard)
  const violences = menage.personnes > 1 && hasard.chance(CHANCES.violences.part)
  const dalo = hasard.chance(CHANCES.dalo.part)
  return {
    statut: hasard.selon(STATUTS),
    depot,
    renouvellement: dernierAnniversaire(depot, jour),
    communesSouhaitees: distincts(hasard.entier(1, 3), () => hasard.selon(COMMUNES)),
    travail: EN_ACTIVITE.includes(menage.contrat) ? tirerLieuTravail(hasard) : null,
    types: tirerTypes(hasard, menage),
    motifs: tirerMotifs(hasard, menage, logement, violences),
    dalo,
    publics: [...(dalo ? ['dalo'] : []), ...tirerPublics(hasard, menage, logement, violences)],
    surendettement: hasard.chance(0.03),
    dette: hasard.chance(0.015),
    aJour: !hasard.chance(CHANCES.dossierIncomplet.part),
    refus: hasard.selon(REFUS),
    nonReponses: hasard.selon(REFUS),
    passages: hasard.selon(PASSAGES),
    fausseDeclaration: hasard.chance(CHANCES.fausseDeclaration.part),
    justifies: tirerJustifies(hasard, menage, logement, dalo),
  }
}

/** In days. */
function tirerAnciennete(hasard: Hasard): number {
  const mois = ANCIENNETE.medianeMois * Math.exp(ANCIENNETE.ecartLog * hasard.normale())
  return Math.round(Math.min(mois, ANCIENNETE.maximumMois) * JOURS_PAR_MOIS)
}

/** An application is renewed every year on its day; null during the first year. */
function dernierAnniversaire(depot: Jour, jour: Jour): Jour | null {
  const annees = Math.floor(moisComplets(depot, jour) / 12)
  const { annee, mois, quantieme } = dateCivile(depot)
  return annees === 0 ? null : (jourDe(annee + annees, mois, Math.min(quantieme, 28)) ?? null)
}

function tirerLieuTravail(hasard: Hasard): string {
  return hasard.chance(0.15) ? hasard.parmi(COMMUNES_VOISINES) : hasard.selon(COMMUNES)
}

function tirerTypes(hasard: Hasard, { personnes }: Menage): string[] {
  const place = Math.min(personnes, TYPES.length - 1)
  const type = TYPES[place] ?? 'T6P'
  return hasard.chance(0.25) ? [TYPES[place - 1] ?? type, type] : [type]
}

/** The main reason first; codes of the list `motif`. */
function tirerMotifs(hasard: Hasard, menage: Menage, logement: Logement, violences: boolean): string[] {
  const fondes = [
    ...(violences ? ['06'] : []),
    ...(logement.expulsion ? ['05'] : []),
    ...(logement.indigne ? ['03'] : []),
    ...(['SD', 'SH', 'CP', 'HOT', 'SLHT', 'CAMCAR', 'SQUAT', 'CDEFCM'].includes(logement.logement) ? ['01'] : []),
    ...(logement.logement === 'CPE' ? ['12'] : []),
    ...(manqueDePlace(logement) ? ['13'] : []),
    ...(menage.handicap && hasard.chance(0.6) ? ['07'] : []),
    ...(['D', 'S'].includes(menage.situationFamiliale) && hasard.chance(0.35) ? ['11'] : []),
  ]
  const courants = ['09', '13', '17', '08', '21', '20', '19', '10', '23', '14', '18', '15', '04']
  const autres = distincts(hasard.entier(fondes.length === 0 ? 1 : 0, 2), () => hasard.parmi(courants))
  return [...new Set([...fondes, ...autres])].slice(0, 3)
}

function manqueDePlace({ pieces, occupants }: Logement): boolean {
  return pieces !== null && occupants !== null && pieces <= occupants - 2
}

/** Letters of CCH art. L. 441-1 that the register labels, each for part of those whom its facts may concern. */
function tirerPublics(hasard: Hasard, menage: Menage, logement: Logement, violences: boolean): string[] {
  const parts: readonly (readonly [lettre: string, part: number])[] = [
    ['viol', 0.0006],
    ['a', menage.handicap ? 0.35 : 0],
    ['b', 0.0006],
    ['c', menage.ressources === 0 ? 0.3 : 0.04],
    ['d', ['SH', 'RHVS', 'CDEFCM', 'SLHT'].includes(logement.logement) ? 0.6 : 0],
    ['e', menage.contrat === 'CDD' ? 0.03 : 0],
    ['f', logement.indigne ? 0.3 : 0],
    ['g', violences ? 0.55 : 0],
    ['h', 0.0004],
    ['i', 0.0004],
    ['j', menage.mineurs > 0 && manqueDePlace(logement) ? 0.3 : 0],
    ['k', ['SD', 'CAMCAR', 'SQUAT', 'HOT'].includes(logement.logement) ? 0.6 : logement.logement === 'CP' ? 0.1 : 0],
    ['l', logement.expulsion ? 0.5 : 0],
    ['m', 0.004],
  ]
  return parts.filter(([, part]) => hasard.chance(part)).map(([lettre]) => lettre)
}

function tirerJustifies(hasard: Hasard, menage: Menage, logement: Logement, dalo: boolean): string[] {
  const prouvables = [
    ...(menage.handicap ? ['handicap'] : []),
    ...(dalo ? ['dalo'] : []),
    ...(menage.essentiel ? ['travailleur_essentiel'] : []),
    ...(logement.expulsion ? ['procedure_expulsion'] : []),
    'ressources_mensuelles',
    'situation_professionnelle',
  ]
  return prouvables.filter(() => hasard.chance(0.7))
}

function distincts<V>(nombre: number, tirer: () => V): V[] {
  return [...new Set(Array.from({ length: nombre }, tirer))]
}
