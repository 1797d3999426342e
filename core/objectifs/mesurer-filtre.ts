import { PLACES } from './appartenance.ts'
import { NON_RENSEIGNE } from './axes.ts'
import type { Compte } from './compte.ts'
import type { Indicateur } from './indicateurs.ts'
import type { FiltreAxe } from './lignes-derriere.ts'
import type { Mesure } from './mesure.ts'
import { effectifsDe, mesurer } from './mesure.ts'

/**
 * A rate within some modalities of the axes, measured against its target.
 *
 * @example mesurerFiltre(compte, indicateur, [['bailleur', 'Maisons Inventées']]).manque //=> 3
 */
export function mesurerFiltre(compte: Compte, indicateur: Indicateur, filtres: readonly FiltreAxe[] = []): Mesure {
  const { places, rangs } = compte.placement(indicateur)
  const tests = filtres.map(([code, modalite]) => {
    const { groupes, modalites } = compte.axe(code, indicateur.assiette)
    const voulu = modalite === null ? NON_RENSEIGNE : modalites.indexOf(modalite)
    return (i: number) => (modalite === null || voulu >= 0) && groupes[i] === voulu
  })
  const tableau = new Uint32Array(PLACES)
  for (const rang of rangs) {
    const place = places[rang] ?? 0
    if (tests.every((test) => test(rang))) tableau[place] = (tableau[place] ?? 0) + 1
  }
  return mesurer(effectifsDe(tableau), compte.cible(indicateur.code))
}
