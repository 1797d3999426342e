import { enCentiemes } from '../../cotation/centiemes.ts'
import { centiemesDe, constater } from '../../cotation/constater.ts'
import type { Critere } from '../../cotation/grille/grille.ts'
import { unites } from '../../cotation/regles/par.ts'
import type { Banc } from './banc.ts'

/** One number of the grid that can be moved: the points of a criterion, or those of one of its brackets. */
export interface Reglage {
  /** Rank of the criterion in the grid. */
  readonly rang: number
  readonly code: string
  readonly nom: string
  /** Rank of the bracket from the lowest; null when the criterion has one number. */
  readonly tranche: number | null
  /** Points now, in hundredths. */
  readonly centiemes: number
  /** Least move that makes sense for these points, in hundredths: 1 point, a tenth or a hundredth. */
  readonly pas: number
  /** Places of the demandes that these points concern, increasing, and how many times each gets them. */
  readonly places: Uint32Array
  readonly unites: Float64Array
}

/** @example pasDe(1250) //=> 10 */
export function pasDe(centiemes: number): number {
  if (centiemes % 100 === 0) return 100
  return centiemes % 10 === 0 ? 10 : 1
}

/** The same criterion, giving a point a unit, or the rank of the bracket plus one: it tells whom it concerns. */
function temoin({ points: _points, tranches, ...reste }: Critere): Critere {
  if (tranches === undefined) return { ...reste, points: 1 }
  return { ...reste, tranches: { ...tranches, points: tranches.points.map((_, k) => k + 1) } }
}

/** For each demande concerned: its place and what the witness gives, in points. */
function concernees(critere: Critere, banc: Banc): readonly (readonly [place: number, quantite: number])[] {
  const { donnees } = banc.cotation
  const constat = constater(temoin(critere), donnees, banc.evaluateur)
  const { par } = critere
  const colonne = par === undefined ? undefined : donnees.simple(par.champ)
  const liste: (readonly [number, number])[] = []
  banc.demandes.forEach((i, place) => {
    const temoignage = centiemesDe(constat, i) / 100
    if (temoignage === 0) return
    const exactes = par === undefined || colonne === undefined ? temoignage : unites(colonne.valeurs[i] ?? 0, par)
    liste.push([place, exactes])
  })
  return liste
}

function reglage(
  { code, nom }: Critere,
  rang: number,
  tranche: number | null,
  points: number,
  trouvees: readonly (readonly [number, number])[],
): Reglage {
  const centiemes = enCentiemes(points) ?? 0
  return {
    rang,
    code,
    nom,
    tranche,
    centiemes,
    pas: pasDe(centiemes),
    places: Uint32Array.from(trouvees, ([place]) => place),
    unites: Float64Array.from(trouvees, ([, quantite]) => quantite),
  }
}

function reglagesDuCritere(critere: Critere, rang: number, banc: Banc): readonly Reglage[] {
  const trouvees = concernees(critere, banc)
  if (critere.tranches === undefined) return [reglage(critere, rang, null, critere.points ?? 0, trouvees)]
  return critere.tranches.points.map((points, tranche) => {
    const dedans = trouvees.flatMap(([place, numero]) => (numero === tranche + 1 ? [[place, 1] as const] : []))
    return reglage(critere, rang, tranche, points, dedans)
  })
}

/** Every number of points of the grid, in grid order. */
export function reglagesDe(banc: Banc): readonly Reglage[] {
  return banc.cotation.grilleLue.grille.criteres.flatMap((critere, rang) => reglagesDuCritere(critere, rang, banc))
}
