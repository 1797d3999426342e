import type { SeuilsQuartiles } from '../baremes/index.ts'
import type { Jour } from '../socle/jour.ts'
import type { Menage } from './dossier.ts'
import type { Hasard } from './hasard.ts'
import { CHANCES, COMPOSITIONS, CONTRATS, ENFANTS, SITUATIONS_FAMILIALES, type Composition } from './parts.ts'

const JOURS_PAR_AN = 365.25
const CONTRATS_EN_ACTIVITE = ['CDI', 'CDD', 'ART', 'APP']

/** Draws a household: its members, then an income whose quartile has one chance in four. */
export function tirerMenage(hasard: Hasard, jour: Jour, seuils: SeuilsQuartiles): Menage {
  const composition = hasard.selon(COMPOSITIONS)
  const ages = tirerAgesEnfants(hasard, composition)
  const personnes = (composition === 'couple' || composition === 'famille' ? 2 : 1) + ages.length
  const moins14 = ages.filter((age) => age < 14).length
  const niveau = hasard.reel(0, 4)
  const contrat = hasard.selon(CONTRATS[Math.floor(niveau)] ?? COMPOSITION_IMPOSSIBLE)
  const uc = 1 + 0.5 * (personnes - moins14 - 1) + 0.3 * moins14
  const ressources = hasard.chance(CHANCES.ressourcesNulles.part) ? 0 : ressourcesMensuelles(niveau, uc, seuils)
  return {
    personnes,
    moins14,
    mineurs: ages.filter((age) => age < 18).length,
    aNaitre: personnes > 1 && hasard.chance(CHANCES.naissance.part) ? 1 : 0,
    parentSeul: composition === 'parent',
    situationFamiliale: hasard.selon(SITUATIONS_FAMILIALES[composition]),
    naissance: jour - Math.round(tirerAge(hasard, contrat) * JOURS_PAR_AN),
    contrat,
    essentiel: CONTRATS_EN_ACTIVITE.includes(contrat) && hasard.chance(CHANCES.essentiel.part),
    ressources,
    rfrN2: Math.round(ressources * 12 * hasard.reel(0.55, 0.95)),
    rfrN1: Math.round(ressources * 12 * hasard.reel(0.65, 0.98)),
    handicap: hasard.chance(CHANCES.handicap.part),
  }
}

const COMPOSITION_IMPOSSIBLE = { source: '', parts: [] }

function tirerAgesEnfants(hasard: Hasard, composition: Composition): number[] {
  if (composition === 'seul' || composition === 'couple') return []
  return Array.from({ length: hasard.selon(ENFANTS[composition]) }, () => hasard.entier(0, 21))
}

function tirerAge(hasard: Hasard, contrat: string): number {
  if (contrat === 'RET') return hasard.reel(62, 88)
  if (contrat === 'ETU' || contrat === 'APP') return hasard.reel(18, 27)
  return 20 + 40 * (0.55 * hasard.reel(0, 1) + 0.45 * hasard.reel(0, 1))
}

/** Whole euros; `niveau` goes from 0 to 4, one unit per quartile. */
function ressourcesMensuelles(niveau: number, uc: number, { q1, q2, q3 }: SeuilsQuartiles): number {
  const bornes = [0.55 * q1, q1, q2, q3, 1.7 * q3]
  const quartile = Math.floor(niveau)
  const bas = bornes[quartile] ?? 0
  const haut = bornes[quartile + 1] ?? bas
  return Math.round(((bas + (niveau - quartile) * (haut - bas)) * uc) / 12)
}
