import type { Evaluateur } from '../cotation/condition.ts'
import { creerEvaluateur } from '../cotation/condition.ts'
import type { Donnees } from '../demande/derives/derive.ts'
import type { Fraction } from '../socle/fraction.ts'
import type { Placement } from './appartenance.ts'
import { placer } from './appartenance.ts'
import type { Assiettes, NomAssiette } from './assiettes.ts'
import { assiettesAnnee } from './assiettes.ts'
import type { Attributions } from './attributions.ts'
import type { Axe, CodeAxe } from './axes.ts'
import { grouper } from './axes.ts'
import type { CibleAppliquee, CiblesLocales } from './cibles.ts'
import { ciblesAppliquees } from './cibles.ts'
import type { ContexteAnnee } from './donnees-annee.ts'
import { donneesAnnee } from './donnees-annee.ts'
import type { Indicateur } from './indicateurs.ts'
import { REGISTRE_ATTRIBUTION } from './registre.ts'

export interface OptionsCompte extends ContexteAnnee {
  /** Local rates, in place of the legal ones. */
  readonly cibles?: CiblesLocales
}

/** A year of allocations ready to be counted in any way; places and groups are worked out once each. */
export interface Compte {
  readonly attributions: Attributions
  readonly annee: number
  readonly donnees: Donnees
  readonly assiettes: Assiettes
  readonly evaluateur: Evaluateur
  readonly cibles: readonly CibleAppliquee[]
  /** The place of each row in a rate. */
  placement(indicateur: Indicateur): Placement
  axe(code: CodeAxe, assiette: NomAssiette): Axe
  /** The target of an indicator, if it has one. */
  cible(code: string): Fraction | undefined
}

function memoriser<V>(): (cle: string, faire: () => V) => V {
  const connus = new Map<string, V>()
  return (cle, faire) => {
    const connu = connus.get(cle)
    if (connu !== undefined) return connu
    const valeur = faire()
    connus.set(cle, valeur)
    return valeur
  }
}

/**
 * Makes a year of allocations ready to be counted.
 *
 * @example lignesLegales(preparerCompte(attributions, { annee: 2025 }))[0]?.taux //=> 0.189…
 */
export function preparerCompte(attributions: Attributions, options: OptionsCompte): Compte {
  const { annee } = options
  const donnees = donneesAnnee(attributions, options)
  const assiettes = assiettesAnnee(donnees, annee)
  const evaluateur = creerEvaluateur(donnees, REGISTRE_ATTRIBUTION)
  const cibles = ciblesAppliquees(annee, options.cibles)
  const placements = memoriser<Placement>()
  const axes = memoriser<Axe>()
  return {
    attributions,
    annee,
    donnees,
    assiettes,
    evaluateur,
    cibles,
    placement: (indicateur) => placements(indicateur.code, () => placer(indicateur, assiettes, evaluateur)),
    axe: (code, assiette) => {
      const parPeriode = code === 'trimestre' || code === 'mois'
      return axes(parPeriode ? `${code} ${assiette}` : code, () => grouper(donnees, code, assiette, annee))
    },
    cible: (code) => cibles.find((cible) => cible.code === code)?.cible,
  }
}
