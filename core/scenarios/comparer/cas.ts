import type { Cotation } from '../../cotation/coter.ts'
import { enPoints } from '../../cotation/centiemes.ts'
import type { LigneExpliquee } from '../../cotation/expliquer.ts'
import { expliquer } from '../../cotation/expliquer.ts'
import { formatCompte, formatNombre, formatPoints } from '../../socle/format.ts'
import { francais } from '../../socle/typographie.ts'

/** One criterion for one demande, under two grids. */
export interface CritereAvantApres {
  readonly nom: string
  /** Points, « — » when the grid does not have the criterion, « ? » when nobody can say. */
  readonly avant: string
  readonly apres: string
  readonly change: boolean
  readonly motif: string
}

/** One demande under two grids. */
export interface Cas {
  /** « Sa note ne change pas, d’autres passent devant ou derrière elle : elle monte de 22 places. » */
  readonly phrase: string
  readonly noteAvant: string
  readonly noteApres: string
  /** Criteria that count under one of them, changed ones first. */
  readonly criteres: readonly CritereAvantApres[]
}

function direPoints(ligne: LigneExpliquee | undefined): string {
  if (ligne === undefined) return '—'
  if (ligne.etat === 'inconnu') return '?'
  return ligne.etat === 'retenu' ? formatNombre(ligne.points, { signe: true }) : '0'
}

function direMotif(avant: LigneExpliquee | undefined, apres: LigneExpliquee | undefined): string {
  if (apres === undefined) return 'Critère absent de la grille essayée.'
  return avant === undefined ? `Critère ajouté. ${apres.motif}` : apres.motif
}

function compte(ligne: LigneExpliquee | undefined): boolean {
  return ligne !== undefined && ligne.etat !== 'ecarte'
}

function criteres(a: Cotation, b: Cotation, i: number): readonly CritereAvantApres[] {
  const parCode = (cotation: Cotation): ReadonlyMap<string, LigneExpliquee> =>
    new Map(expliquer(cotation, i).map((ligne) => [ligne.critere, ligne]))
  const [avant, apres] = [parCode(a), parCode(b)]
  return [...new Set([...avant.keys(), ...apres.keys()])]
    .flatMap((code) => {
      const [ligneA, ligneB] = [avant.get(code), apres.get(code)]
      const [pointsA, pointsB] = [direPoints(ligneA), direPoints(ligneB)]
      const change = pointsA !== pointsB
      if (!change && !compte(ligneA) && !compte(ligneB)) return []
      const nom = (ligneB ?? ligneA)?.nom ?? code
      return [{ nom, avant: pointsA, apres: pointsB, change, motif: francais(direMotif(ligneA, ligneB)) }]
    })
    .sort((x, y) => Number(y.change) - Number(x.change))
}

function direCas(ecart: number, gain: number): string {
  const note =
    ecart === 0 ? 'Sa note ne change pas' : `Sa note ${ecart > 0 ? 'gagne' : 'perd'} ${formatPoints(Math.abs(ecart))}`
  if (gain === 0) return `${note} ; elle garde sa place.`
  const cause = ecart === 0 ? ', d’autres passent devant ou derrière elle' : ''
  return `${note}${cause} : elle ${gain > 0 ? 'monte' : 'descend'} de ${formatCompte(Math.abs(gain), 'place')}.`
}

/**
 * Why a demande moves from one grid to another, criterion by criterion.
 *
 * @param i index in the table
 * @example
 * const [a, b] = comparaisons.cotations
 * casDe(a!, b!, a!.classement.indices[0]!).phrase //=> 'Sa note perd 10 points : elle descend de 3 places.'
 */
export function casDe(a: Cotation, b: Cotation, i: number): Cas {
  const [avant, apres] = [enPoints(a.totaux[i] ?? 0), enPoints(b.totaux[i] ?? 0)]
  const gain = (a.classement.ordre[i] ?? 0) - (b.classement.ordre[i] ?? 0)
  return {
    phrase: francais(direCas(apres - avant, gain)),
    noteAvant: formatNombre(avant),
    noteApres: formatNombre(apres),
    criteres: criteres(a, b, i),
  }
}
