import { valeurVideNon, type Champ } from '../../core/index.ts'
import type { VideVu } from './contrat.ts'

/** What the user is offered that an empty cell means; undefined for a number that is never 0, such as a number of people. */
export function sensDuVide(champ: Champ): VideVu['sens'] | undefined {
  const sens = valeurVideNon(champ)
  return sens === '0' && (champ.minimum ?? 0) > 0 ? undefined : sens
}
