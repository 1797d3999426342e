import { raisonsDe } from '../../travail/poste.ts'
import type { CiblesGardees } from '../../travail/suivi/cibles.ts'
import type { SuiviDistant } from '../../travail/suivi/distant.ts'
import type { Volet } from '../volet.ts'

/** Setting under which the local targets are kept with the workbook. */
export const CLE_CIBLES = 'cibles'

function sontGardees(valeur: unknown): valeur is CiblesGardees {
  return typeof valeur === 'object' && valeur !== null && 'fixees' in valeur && 'propres' in valeur
}

/** Gives the worker the local targets kept. Those that cannot be read any more are said, and left. */
export async function rendreCibles(volet: Volet, suivi: SuiviDistant): Promise<void> {
  const gardees = await volet.hote.reglages.lire(CLE_CIBLES)
  if (!sontGardees(gardees)) return
  try {
    await suivi.reprendreCibles(gardees)
  } catch (erreur) {
    const raisons = raisonsDe(erreur)
    if (raisons === undefined) throw erreur
    volet.changer({ avis: ['Les cibles locales gardées dans ce classeur ne se lisent pas.', ...raisons] })
  }
}
