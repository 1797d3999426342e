import type { ContexteCalcul } from '../../demande/derives/derive.ts'
import { champsDeCondition, champsDeCritere } from '../../cotation/grille/champs-de.ts'
import type { Condition, Critere, Departage } from '../../cotation/grille/grille.ts'
import type { Groupe } from '../../cotation/groupes.ts'
import { jsonCanonique } from '../../socle/empreinte.ts'

/** The one derived field whose values depend on the grid: on its territory and on its bound of quartiles. */
export const CHAMP_DU_CONTEXTE = 'quartile'

function contexteDe(champs: readonly string[], { territoire, borne }: ContexteCalcul): unknown {
  return champs.includes(CHAMP_DU_CONTEXTE) ? [territoire ?? null, borne] : null
}

/** Same signature, same outcome for every demande: names, families and sources are left out. */
export function signatureCritere(critere: Critere, contexte: ContexteCalcul): string {
  const { points, si, par, tranches, sur_justificatif } = critere
  return jsonCanonique([
    { points, si, par, tranches, sur_justificatif },
    contexteDe(champsDeCritere(critere), contexte),
  ])
}

/** Same signature, same sub-totals. The rank of each member counts: it says which criterion is the highest. */
export function signatureGroupe({ famille, criteres }: Groupe, signatures: readonly string[]): string {
  const limites = [famille?.cumul, famille?.plafond, famille?.plancher].map((limite) => limite ?? null)
  return jsonCanonique([limites, criteres.map((rang) => [rang, signatures[rang] ?? ''])])
}

export function signatureDepartage(departages: readonly Departage[], contexte: ContexteCalcul): string {
  const champs = departages.map(({ champ }) => champ)
  return jsonCanonique([departages, contexteDe(champs, contexte)])
}

export function signaturePortee(portee: Condition | undefined, contexte: ContexteCalcul): string {
  return portee === undefined ? '' : jsonCanonique([portee, contexteDe(champsDeCondition(portee), contexte)])
}
