import { SEUILS_QUARTILES } from '../../baremes/index.ts'
import { creerTerritoires, DONNEES_EPCI } from '../../territoires/index.ts'
import { INDICATEURS_PARTENARIATS } from '../indicateurs/partenariats.ts'
import { INDICATEURS_REFORME } from '../indicateurs/reforme.ts'
import { INDICATEURS_REPERES } from '../indicateurs/reperes.ts'
import type { Jeu } from '../jeu/jeu.ts'
import avancement from './avancement-reforme.json' with { type: 'json' }
import bilan2025 from './bilan-hauts-de-france-2025.json' with { type: 'json' }
import initiatives from './initiatives-locales.json' with { type: 'json' }
import { jeuBilan } from './jeu-bilan.ts'
import { jeuFaits } from './jeu-faits.ts'
import { jeuSeuils } from './jeu-seuils.ts'
import partenariats from './partenariats.json' with { type: 'json' }
import reperes from './reperes-publics.json' with { type: 'json' }

/** The datasets that come with the product, all of official sources. A new one is one data file and one line here. */
export function jeuxLivres(): readonly Jeu[] {
  const territoires = creerTerritoires(DONNEES_EPCI)
  return [
    jeuBilan(bilan2025, territoires.departementsDe),
    jeuSeuils(SEUILS_QUARTILES, territoires),
    jeuFaits(avancement, INDICATEURS_REFORME, territoires),
    jeuFaits(reperes, INDICATEURS_REPERES, territoires),
    jeuFaits(partenariats, INDICATEURS_PARTENARIATS, territoires),
    jeuFaits(initiatives, [], territoires),
  ]
}
