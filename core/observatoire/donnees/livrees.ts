import { SEUILS_QUARTILES } from '../../baremes/index.ts'
import { creerTerritoires, DONNEES_EPCI } from '../../territoires/index.ts'
import type { Jeu } from '../jeu/jeu.ts'
import bilan2025 from './bilan-hauts-de-france-2025.json' with { type: 'json' }
import { jeuBilan } from './jeu-bilan.ts'
import { jeuSeuils } from './jeu-seuils.ts'

/** The datasets that come with the product, all of official sources. A new one is one data file and one line here. */
export function jeuxLivres(): readonly Jeu[] {
  const territoires = creerTerritoires(DONNEES_EPCI)
  return [jeuBilan(bilan2025, territoires.departementsDe), jeuSeuils(SEUILS_QUARTILES, territoires)]
}
