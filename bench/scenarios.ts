import { SEUILS_QUARTILES, coter, lireGrille } from '../core/index.ts'
import type { Demandes } from '../core/index.ts'
import { creerEssai } from '../core/scenarios/essai/essai.ts'
import { acceptabilite } from '../core/scenarios/robustesse/acceptabilite.ts'
import { preparerBanc } from '../core/scenarios/robustesse/banc.ts'
import { intervallesStables } from '../core/scenarios/robustesse/intervalles.ts'
import { tornade } from '../core/scenarios/robustesse/tornade.ts'
import type { Mesure } from './chrono.ts'
import { median } from './chrono.ts'
import { grille64 } from './grille-64.ts'
import { JOUR } from './population.ts'

type GrilleBanc = Record<string, unknown> & {
  criteres: (Record<string, unknown> & { code: string })[]
  familles: (Record<string, unknown> & { code: string })[]
}

/** The grid of the bench with one criterion changed at each call, so that nothing is answered from memory. */
function variante(code: string, points: number) {
  const grille = grille64() as GrilleBanc
  const criteres = grille.criteres.map((critere) => (critere.code === code ? { ...critere, points } : critere))
  return lireGrille({ ...grille, criteres })
}

function tempsEssai(demandes: Demandes, varier: (k: number) => unknown): number {
  const contexte = { jour: JOUR, seuils: SEUILS_QUARTILES }
  const essai = creerEssai(coter(demandes, [lireGrille(grille64())], contexte))
  const grilles = Array.from({ length: 12 }, (_, k) => lireGrille(varier(k)))
  let rang = 0
  return median(11, () => essai.essayer(grilles[rang++ % grilles.length] ?? lireGrille(grille64())))
}

export function mesurerScenarios(demandes: Demandes): readonly Mesure[] {
  const grille = grille64() as GrilleBanc
  return [
    ...['DALO', 'PUBLICc', 'MOTIF5', 'MOIS', 'SUR', 'LOGHLM'].map((code) => ({
      nom: `essai : points de ${code}`,
      valeur: tempsEssai(demandes, (k) => variante(code, k + 2).ecrite),
      unite: 'ms' as const,
      budget: 50,
    })),
    {
      nom: 'essai : plafond Ancienneté',
      valeur: tempsEssai(demandes, (k) => ({
        ...grille,
        familles: grille.familles.map((f) => (f.code === 'ANCIENNETE' ? { ...f, plafond: 30 + k } : f)),
      })),
      unite: 'ms',
      budget: 50,
    },
    {
      nom: 'essai : borne des quartiles',
      valeur: tempsEssai(demandes, (k) => ({ ...grille, quartile_borne: k % 2 === 0 ? 'incluse' : 'stricte' })),
      unite: 'ms',
      budget: 50,
    },
    {
      nom: 'essai : départage',
      valeur: tempsEssai(demandes, (k) => ({
        ...grille,
        departage: k % 2 === 0 ? [{ champ: 'date_depot' }] : [{ champ: 'nature', premier: 'mutation' }],
      })),
      unite: 'ms',
      budget: 50,
    },
  ]
}

/** @param demandes 20,000 of them */
export function mesurerRobustesse(demandes: Demandes): readonly Mesure[] {
  const contexte = { jour: JOUR, seuils: SEUILS_QUARTILES }
  const [cotation] = coter(demandes, [lireGrille(grille64())], contexte).cotations
  if (cotation === undefined) throw new Error('a grid gives a scoring')
  const banc = preparerBanc(cotation, demandes)
  const taille = `${String(demandes.nombre)} demandes × 64 critères, ${String(banc.nombreLots)} lots`
  return [
    {
      nom: `préparer la robustesse : ${taille}`,
      valeur: median(3, () => preparerBanc(cotation, demandes)),
      unite: 'ms',
    },
    { nom: `tornade : ${taille} × 41 pas`, valeur: median(3, () => tornade(banc)) / 1000, unite: 's', budget: 3 },
    { nom: `intervalles exacts : ${taille}`, valeur: median(1, () => intervallesStables(banc)) / 1000, unite: 's' },
    {
      nom: `acceptabilité : ${taille}, 500 tirages`,
      valeur: median(1, () => acceptabilite(banc, { graine: 1 })) / 1000,
      unite: 's',
    },
  ]
}
