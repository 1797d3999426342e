import { seuilsDe, surfaceMinimale, type SeuilsQuartiles } from '../baremes/index.ts'
import { dateCivile, moisComplets, type Jour } from '../socle/jour.ts'
import type { Dossier } from './dossier.ts'

/**
 * The score that the « national system » of the example shows: the rules of `exemples/grille-exemple.json`, applied to
 * what the register knows and not to what the export shows. It shares no code with the scoring engine, so that the two
 * columns of a workbook can really differ.
 *
 * @example
 * const hasard = creerHasard(1)
 * const menage = tirerMenage(hasard, jour, seuilsDe('200093201', 2026)!)
 * const logement = tirerLogement(hasard, jour, menage)
 * const suivi = tirerSuivi(hasard, jour, menage, logement)
 * noteOfficielle({ ...menage, ...logement, ...suivi, numero: '099010000000199999' }, jour, '200093201') //=> 2
 */
export function noteOfficielle(dossier: Dossier, jour: Jour, epci: string): number {
  const total =
    notePublics(dossier) +
    noteLogement(dossier) +
    noteRessources(dossier, jour, epci) +
    noteAnciennete(moisComplets(dossier.depot, jour)) +
    noteLocale(dossier) +
    noteSuivi(dossier)
  return Math.max(0, total)
}

/** 1 to 4; undefined when the territory has no thresholds. */
export function quartileOfficiel(dossier: Dossier, jour: Jour, epci: string): number | undefined {
  const seuils = seuilsDe(epci, dateCivile(jour).annee)
  return seuils && quartileSelon(dossier, seuils)
}

/** The same with thresholds at hand. */
export function quartileSelon({ personnes, moins14, ressources }: Dossier, seuils: SeuilsQuartiles): number {
  const annuelles = (ressources * 12) / (1 + 0.5 * (personnes - moins14 - 1) + 0.3 * moins14)
  return 1 + [seuils.q1, seuils.q2, seuils.q3].filter((seuil) => annuelles >= seuil).length
}

function notePublics({ dalo, publics }: Dossier): number {
  if (dalo) return 50
  return publics.some((lettre) => lettre !== 'dalo') ? 30 : 0
}

function noteLogement(dossier: Dossier): number {
  const { logement, motifs, nature } = dossier
  return Math.max(
    ['SD', 'CAMCAR', 'SQUAT'].includes(logement) ? 30 : 0,
    ['SH', 'HOT', 'CP', 'RHVS', 'SLHT', 'CDEFCM', 'RS'].includes(logement) ? 18 : 0,
    logement === 'CPE' ? 6 : 0,
    motifs.includes('03') ? 15 : 0,
    estTropPetit(dossier) ? 15 : 0,
    nature === 'mutation' && (dossier.pieces ?? 0) > (dossier.occupants ?? dossier.personnes) + 1 ? 12 : 0,
  )
}

function estTropPetit({ logement, surface, occupants, personnes }: Dossier): boolean {
  const minimum = surfaceMinimale(occupants ?? personnes) ?? 0
  return ['HLM', 'LP', 'FONC', 'POCC', 'LTG'].includes(logement) && surface !== null && surface < minimum
}

function noteRessources(dossier: Dossier, jour: Jour, epci: string): number {
  const { logement, loyer, aide, ressources } = dossier
  const quartile1 = quartileOfficiel(dossier, jour, epci) === 1 ? 10 : 0
  const concerne = ['HLM', 'LP', 'FONC'].includes(logement) && loyer !== null && ressources > 0
  const effort = concerne ? (loyer - (aide ?? 0)) / ressources : 0
  return Math.min(20, quartile1 + (effort >= 0.4 ? 10 : effort >= 0.3 ? 5 : 0))
}

function noteAnciennete(mois: number): number {
  return Math.min(40, 2 * Math.min(15, Math.floor(Math.max(0, mois) / 6)) + (mois > 36 ? 10 : 0))
}

function noteLocale(dossier: Dossier): number {
  const { essentiel, justifies, travail, communesSouhaitees, parentSeul, mineurs } = dossier
  const emploi = travail !== null && communesSouhaitees.includes(travail) ? 5 : 0
  const isole = parentSeul && ['C', 'D', 'S', 'V'].includes(dossier.situationFamiliale)
  return (
    (essentiel && justifies.includes('travailleur_essentiel') ? 8 : 0) + emploi + (isole ? 2 * Math.min(4, mineurs) : 0)
  )
}

function noteSuivi({ refus, fausseDeclaration }: Dossier): number {
  return Math.max(-30, -10 * Math.min(2, refus) - (fausseDeclaration ? 30 : 0))
}
