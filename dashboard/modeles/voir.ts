import { francais } from '../../core/index.ts'
import { chiffresDe } from '../../core/observatoire/index.ts'
import type { Contexte } from './contexte.ts'
import { ecrirePeriode } from './ecrire-valeur.ts'
import { protectionDe, sourcesDe } from './provenance.ts'
import type { Vue } from './vue.ts'
import { vueClassement } from './vue-classement.ts'
import { vueRepartition } from './vue-repartition.ts'

function sousTitre({ lieu, periode, parmi }: Contexte): string {
  return `${lieu?.nom ?? parmi.libelle}, ${ecrirePeriode(periode)}`
}

/** All that the page shows of a selection. */
export function voir(contexte: Contexte): Vue {
  const { choix, groupes, table } = contexte
  const { indicateur } = choix
  const simple = groupes.find(({ dimension }) => dimension === null)
  const chiffres = groupes.flatMap((groupe) => chiffresDe(table, groupe))
  return {
    question: indicateur.question ?? `${indicateur.nom}\u202f: où en sont les territoires\u202f?`,
    sousTitre: sousTitre(contexte),
    ...(simple === undefined ? vueRepartition(contexte) : vueClassement(contexte, simple)),
    sources: sourcesDe(chiffres),
    protection: protectionDe(contexte, chiffres),
    definition: francais(indicateur.definition),
    baseLegale: indicateur.base_legale,
    pieges: (indicateur.pieges ?? []).map(francais),
  }
}
