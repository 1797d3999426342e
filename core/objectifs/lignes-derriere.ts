import { AVEC, DEHORS, DENOMINATEUR_INCONNU, NUMERATEUR_INCONNU, SANS } from './appartenance.ts'
import type { CodeAxe } from './axes.ts'
import { NON_RENSEIGNE } from './axes.ts'
import type { Compte } from './compte.ts'
import type { Indicateur } from './indicateurs.ts'

/** Where a row stands behind a figure. */
export type PlaceLigne = 'avec' | 'sans' | 'numerateur-inconnu' | 'denominateur-inconnu'

const PLACE: Readonly<Record<number, PlaceLigne>> = {
  [AVEC]: 'avec',
  [SANS]: 'sans',
  [NUMERATEUR_INCONNU]: 'numerateur-inconnu',
  [DENOMINATEUR_INCONNU]: 'denominateur-inconnu',
}

/** A row behind a figure: where to find it, and its place in the rate. */
export interface LigneDerriere {
  /** Index of the allocation. */
  readonly rang: number
  /** Row in its file, as the user sees it. */
  readonly ligne: number
  readonly fichier: string
  readonly place: PlaceLigne
}

/** One modality of an axis; null is what the file does not give. */
export type FiltreAxe = readonly [axe: CodeAxe, modalite: string | null]

/**
 * The rows behind a figure of a breakdown, in the order of the file: those counted and those that nobody can place.
 *
 * @example
 * const lignes = lignesDerriere(compte, indicateur, [['bailleur', 'Maisons Inventées']])
 * lignes.filter(({ place }) => place === 'avec').length //=> 7
 */
export function lignesDerriere(
  compte: Compte,
  indicateur: Indicateur,
  filtres: readonly FiltreAxe[] = [],
): readonly LigneDerriere[] {
  const { attributions } = compte
  const { places, rangs } = compte.placement(indicateur)
  const tests = filtres.map(([code, modalite]) => {
    const axe = compte.axe(code, indicateur.assiette)
    const voulu = modalite === null ? NON_RENSEIGNE : axe.modalites.indexOf(modalite)
    // An unknown modality must match nothing, not the rows that give none.
    if (modalite !== null && voulu < 0) return () => false
    return (i: number) => axe.groupes[i] === voulu
  })
  const lignes: LigneDerriere[] = []
  for (const rang of rangs) {
    const place = PLACE[places[rang] ?? DEHORS]
    if (place === undefined || !tests.every((test) => test(rang))) continue
    const fichier = attributions.fichiers[attributions.origines[rang] ?? 0] ?? ''
    lignes.push({ rang, ligne: attributions.lignes[rang] ?? 0, fichier, place })
  }
  return lignes
}
