import { direCondition } from '../../cotation/dire/dire-regle.ts'
import { formatCompte, formatTaux } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'
import { REGISTRE_ATTRIBUTION } from '../registre.ts'
import type { Attendu, CibleLocale } from './cible-locale.ts'

const BASES = { baux: 'des baux signés dans l’année', decisions: 'des décisions d’attribution de l’année' } as const
const NOMBRES = { baux: 'baux signés', decisions: 'décisions d’attribution' } as const

function direAttendu(attendu: Attendu, assiette: CibleLocale['assiette']): string {
  if (attendu === null) return `Part ${BASES[assiette]}`
  if (attendu.genre === 'taux') {
    const { numerateur, denominateur } = attendu.taux
    return `Au moins ${formatTaux(numerateur / denominateur)} ${BASES[assiette]}`
  }
  const duree = formatCompte(attendu.annees, 'an')
  return `${formatCompte(attendu.menages, 'ménage')} en ${duree} (${NOMBRES[assiette]})`
}

/**
 * A local target in one French sentence, from its conditions.
 *
 * @example direCibleLocale(cible) //=> 'Au moins 42,5 % des décisions d’attribution de l’année, avec : « Public prioritaire… » : oui.'
 */
export function direCibleLocale({ attendu, assiette, denominateur, numerateur }: CibleLocale): string {
  const parmi = denominateur === undefined ? '' : `, parmi : ${direCondition(denominateur, REGISTRE_ATTRIBUTION)}`
  return francais(
    `${direAttendu(attendu, assiette)}${parmi}, avec : ${direCondition(numerateur, REGISTRE_ATTRIBUTION)}.`,
  )
}
