import type { ChampDerive } from './derive.ts'
import { ageTitulaire, ancienneteAns, ancienneteMois, hebergementMois } from './durees.ts'
import { sousOccupation, sousOccupation1996, surOccupation } from './occupation.ts'
import { quartile } from './quartile.ts'
import { ressourcesUc, resteAVivre, tauxEffort } from './ressources.ts'
import { habiteCommuneSouhaitee, nbMotifs, parentIsole, prioritaire, travailleCommuneSouhaitee } from './situation.ts'
import { unitesConso } from './unites-conso.ts'

/** Every derived field. A new one is one definition in this folder and one line here. */
export const DERIVES: readonly ChampDerive[] = [
  ancienneteMois,
  ancienneteAns,
  hebergementMois,
  ageTitulaire,
  unitesConso,
  ressourcesUc,
  quartile,
  tauxEffort,
  resteAVivre,
  surOccupation,
  sousOccupation,
  sousOccupation1996,
  parentIsole,
  prioritaire,
  habiteCommuneSouhaitee,
  travailleCommuneSouhaitee,
  nbMotifs,
]
