import { SEUILS_QUARTILES, coter, lireGrille } from '../core/index.ts'
import type { Demandes } from '../core/index.ts'
import { creerEssai } from '../core/scenarios/essai/essai.ts'
import { creerTemoin } from '../core/scenarios/essai/temoin.ts'
import { pairesRecherchees } from '../core/scenarios/lots/paires-recherchees.ts'
import { recherchesDe } from '../core/scenarios/lots/souhaits.ts'
import { pairesLots } from '../core/scenarios/mesures/recherches.ts'
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
  return { ...grille, criteres }
}

/** A change of the grid, from a number that is another at each call. */
type Changement = (grille: GrilleBanc, k: number) => unknown

const CHANGEMENTS: readonly (readonly [nom: string, changer: Changement])[] = [
  ['points d’un critère seul (sur-occupation)', (_, k) => variante('SUR', k + 2)],
  ['points dans une famille au maximum (public)', (_, k) => variante('PUBLICc', k + 2)],
  ['points dans une famille additive (motif)', (_, k) => variante('MOTIF5', k + 2)],
  ['points par mois', (_, k) => variante('MOIS', k + 2)],
  [
    'plafond d’une famille',
    (grille, k) => ({
      ...grille,
      familles: grille.familles.map((f) => (f.code === 'ANCIENNETE' ? { ...f, plafond: 30 + k } : f)),
    }),
  ],
  [
    'borne d’une condition',
    (grille, k) => ({
      ...grille,
      criteres: grille.criteres.map((c) =>
        c.code === 'LONG' ? { ...c, si: { champ: 'anciennete_mois', plus_de: 20 + k } } : c,
      ),
    }),
  ],
  ['limite de la note', (grille, k) => ({ ...grille, note_max: 50 + k })],
  ['borne des quartiles', (grille, k) => ({ ...grille, quartile_borne: k % 2 === 0 ? 'incluse' : 'stricte' })],
  [
    'départage',
    (grille, k) => ({
      ...grille,
      departage: k % 2 === 0 ? [{ champ: 'date_depot' }] : [{ champ: 'nature', premier: 'mutation' }],
    }),
  ],
]

const VARIANTES = 12

/** Totals and ranking alone, then with what a screen shows of them. */
function mesurerChangement(demandes: Demandes, nom: string, changer: Changement): readonly Mesure[] {
  const cotations = coter(demandes, [lireGrille(grille64())], { jour: JOUR, seuils: SEUILS_QUARTILES })
  const essai = creerEssai(cotations)
  const lots = pairesLots(pairesRecherchees(recherchesDe(demandes, essai.cotation.classement.indices)))
  const temoin = creerTemoin(essai.cotation, demandes, lots)
  const grilles = Array.from({ length: VARIANTES }, (_, k) => lireGrille(changer(grille64() as GrilleBanc, k)))
  let rang = 0
  const suivante = () => essai.essayer(grilles[rang++ % VARIANTES] ?? essai.cotation.grilleLue)
  return [
    { nom: `essai, ${nom} : reclasser`, valeur: median(11, suivante), unite: 'ms', budget: 50 },
    { nom: `essai, ${nom} : et montrer qui bouge`, valeur: median(11, () => temoin.effet(suivante())), unite: 'ms' },
  ]
}

/** @param demandes 150,000 of them */
export function mesurerScenarios(demandes: Demandes): readonly Mesure[] {
  return CHANGEMENTS.flatMap(([nom, changer]) => mesurerChangement(demandes, nom, changer))
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
