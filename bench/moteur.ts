import { coter, lireGrille, SEUILS_QUARTILES } from '../core/index.ts'
import type { Demandes } from '../core/index.ts'
import { coterTous } from '../test/naif/classer.ts'
import type { GrilleJson } from '../test/naif/grille.ts'
import { jourIso } from '../test/naif/jours.ts'
import { lireTable } from '../test/naif/lire.ts'
import type { FeuilleExemple } from '../core/exemple/index.ts'
import type { Mesure } from './chrono.ts'
import { median } from './chrono.ts'
import { grille64 } from './grille-64.ts'
import { ISO, JOUR } from './population.ts'

const ECHANTILLON_BOUCLE = 30_000

/** The same demandes as objects, read by the naive implementation: the loop that anyone would write. */
function tempsBoucle(feuille: FeuilleExemple): number {
  const [entetes, ...lignes] = feuille.lignes.slice(0, ECHANTILLON_BOUCLE + 1).map(({ cellules }) => cellules)
  const table = { entetes: (entetes ?? []).map(String), lignes }
  const { demandes } = lireTable(table, { jour: jourIso(ISO) })
  const seuils = new Map(
    [...SEUILS_QUARTILES.parSiren].map(([siren, annees]) => [siren, new Map(annees.map((a) => [a.annee, a]))]),
  )
  const grilles = [grille64() as GrilleJson]
  const debut = performance.now()
  coterTous(demandes, grilles, { jour: jourIso(ISO), seuils, garderLignes: false })
  return ((performance.now() - debut) * (feuille.lignes.length - 1)) / ECHANTILLON_BOUCLE
}

/** Scoring and ranking, derived fields included, after reading. */
export function mesurerMoteur(demandes: Demandes): readonly Mesure[] {
  const grille = lireGrille(grille64())
  const temps = median(15, () => coter(demandes, [grille], { jour: JOUR, seuils: SEUILS_QUARTILES }))
  return [{ nom: 'coter et classer 150 000 demandes × 64 critères', valeur: temps, unite: 'ms', budget: 200 }]
}

/** The engine against the loop. */
export function mesurerBoucle(feuille: FeuilleExemple, [moteur]: readonly Mesure[]): readonly Mesure[] {
  const boucle = tempsBoucle(feuille)
  const rapport = boucle / (moteur?.valeur ?? NaN)
  return [
    { nom: 'la même chose en boucle sur des objets (extrapolée de 30 000)', valeur: boucle, unite: 'ms' },
    { nom: 'rapport boucle / moteur', valeur: rapport, unite: 'fois', budget: 5, auMoins: true },
  ]
}
