import type { Cotations, GenreLots, Temoin } from '../../../core/index.ts'
import {
  creerEssai,
  differences,
  formatNombre,
  formatTaux,
  phraseListes,
  sensDesDeplacements,
} from '../../../core/index.ts'
import type { ScenarioEcrit } from './contrat-essai.ts'
import type { ScenarioResume } from './contrat-mesures.ts'
import { lireScenario } from './scenario.ts'

/** Scenarios beside the grid in force, one line each. */
export function comparerScenarios(
  cotations: Cotations,
  temoin: Temoin,
  genre: GenreLots,
  scenarios: readonly ScenarioEcrit[],
): readonly ScenarioResume[] {
  const essai = creerEssai(cotations)
  const force = essai.cotation.grilleLue.grille
  return scenarios.map(({ id, nom, ecrites }) => {
    const { lue } = lireScenario(ecrites)
    const { lots, deplacements } = temoin.effet(essai.essayer(lue))
    const { montent, descendent } = sensDesDeplacements(deplacements)
    return {
      id,
      nom,
      part: lots?.part ?? 0,
      listes: lots?.part === undefined || lots.part === null ? '—' : formatTaux(lots.part),
      phrase: lots === undefined ? '' : phraseListes(lots, genre),
      montent: formatNombre(montent),
      descendent: formatNombre(descendent),
      moyen: deplacements.moyen === null ? '—' : formatNombre(Math.round(deplacements.moyen * 10) / 10),
      differences: differences(force, { ...lue.grille, nom: force.nom }),
    }
  })
}
