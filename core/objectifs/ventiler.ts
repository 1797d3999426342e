import type { Axe, CodeAxe } from './axes.ts'
import { NON_RENSEIGNE } from './axes.ts'
import type { Compte } from './compte.ts'
import { debutCroise, debutGroupe, denombrer, denombrerCroise, totaliser } from './denombrer.ts'
import type { Indicateur } from './indicateurs.ts'
import type { Mesure } from './mesure.ts'
import { effectifsDe, mesurer, totalPlaces } from './mesure.ts'
import { wilson } from './wilson.ts'
import type { Fraction } from '../socle/fraction.ts'

/** Below this many rows counted, a rate is flagged as resting on few. */
export const EFFECTIF_FAIBLE = 30

/** One cell of a breakdown; `null` is what the file does not give. */
export interface CaseVentilee extends Mesure {
  readonly modalites: readonly (string | null)[]
  /** Wilson's interval at 95 %; null when nothing is counted. */
  readonly intervalle: { readonly bas: number; readonly haut: number } | null
  readonly effectifFaible: boolean
}

/** A rate broken down by one axis, or by two crossed. */
export interface Ventilation {
  readonly indicateur: Indicateur
  readonly axes: readonly { readonly code: CodeAxe; readonly libelle: string }[]
  readonly cases: readonly CaseVentilee[]
  readonly total: CaseVentilee
}

/** A rate with its interval and its flag. */
export function caseVentilee(
  modalites: readonly (string | null)[],
  places: Uint32Array,
  debut: number,
  cible: Fraction | undefined,
): CaseVentilee {
  const mesure = mesurer(effectifsDe(places, debut), cible)
  const { numerateur, denominateur } = mesure
  return {
    ...mesure,
    modalites,
    intervalle: wilson(numerateur, denominateur),
    effectifFaible: denominateur < EFFECTIF_FAIBLE,
  }
}

/** Groups of an axis in the order of their names (quarters and months in theirs), then what is not given. */
function ordre({ modalites }: Axe): readonly number[] {
  const rangs = modalites.map((_, rang) => rang)
  rangs.sort((a, b) => ((modalites[a] ?? '') < (modalites[b] ?? '') ? -1 : 1))
  return [...rangs, NON_RENSEIGNE]
}

function nomDe({ modalites }: Axe, groupe: number): string | null {
  return groupe === NON_RENSEIGNE ? null : (modalites[groupe] ?? null)
}

/**
 * Breaks a rate down by an axis, or by two crossed: counts, rate, bracket, gap, interval. Cells that hold no row, not
 * even an unknown one, are left out; rows that do not say where they belong have their own cells.
 *
 * @param cible the target to compare with: the indicator's own unless told
 * @throws Error without an axis
 * @example ventiler(compte, indicateur, ['bailleur']).cases[0]?.modalites //=> ['Coopérative du Beffroi rêvé']
 */
export function ventiler(
  compte: Compte,
  indicateur: Indicateur,
  codes: readonly [CodeAxe] | readonly [CodeAxe, CodeAxe],
  cible: Fraction | undefined = compte.cible(indicateur.code),
): Ventilation {
  const placement = compte.placement(indicateur)
  const axes = codes.map((code) => compte.axe(code, indicateur.assiette))
  const [premier, second] = axes
  if (premier === undefined) throw new Error('at least one axis is needed')
  const cases = second === undefined ? casesSimples(premier) : casesCroisees(premier, second)
  return {
    indicateur,
    axes: axes.map(({ code, libelle }) => ({ code, libelle })),
    cases,
    total: caseVentilee([], totaliser(placement), 0, cible),
  }

  function casesSimples(axe: Axe): CaseVentilee[] {
    const tableau = denombrer(placement, axe.groupes, axe.modalites.length)
    return ordre(axe)
      .filter((groupe) => totalPlaces(tableau, debutGroupe(groupe)) > 0)
      .map((groupe) => caseVentilee([nomDe(axe, groupe)], tableau, debutGroupe(groupe), cible))
  }

  function casesCroisees(a: Axe, b: Axe): CaseVentilee[] {
    const nombre = b.modalites.length
    const tableau = denombrerCroise(placement, a.groupes, b.groupes, a.modalites.length, nombre)
    return ordre(a).flatMap((x) =>
      ordre(b).flatMap((y) => {
        const debut = debutCroise(x, y, nombre)
        return totalPlaces(tableau, debut) === 0
          ? []
          : [caseVentilee([nomDe(a, x), nomDe(b, y)], tableau, debut, cible)]
      }),
    )
  }
}
