import { centiemesDe } from '../../cotation/constater.ts'
import type { Limites } from '../../cotation/groupes.ts'
import { borner, limitesGroupe, limitesNote } from '../../cotation/groupes.ts'
import type { Banc } from './banc.ts'
import type { Reglage } from './reglages.ts'

/** What the total of each demande that some points concern owes to everything else, in hundredths. */
export interface Contributions {
  /** Other groups, limits applied. */
  readonly reste: Float64Array
  /** Other criteria of the group that always add. */
  readonly somme: Float64Array
  /** Highest other positive points, in a group of which only the highest counts; undefined when all add. */
  readonly sommet: Float64Array | undefined
  readonly groupe: Limites
  readonly note: Limites
}

/** The group of a criterion, and the other criteria of it. */
function entourage({ cotation }: Banc, rang: number) {
  const g = cotation.groupes.findIndex(({ criteres }) => criteres.includes(rang))
  const groupe = cotation.groupes[g]
  if (groupe === undefined) throw new Error(`a criterion stands in a group: got ${String(rang)}`)
  const autres = groupe.criteres.flatMap((autre) => (autre === rang ? [] : (cotation.constats[autre] ?? [])))
  return { g, groupe, autres }
}

export function contributionsDe(reglage: Reglage, banc: Banc): Contributions {
  const { cotation, demandes } = banc
  const { g, groupe, autres } = entourage(banc, reglage.rang)
  const enSommet = groupe.famille?.cumul === 'maximum'
  const n = reglage.places.length
  const [reste, somme, sommet] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  reglage.places.forEach((place, k) => {
    const i = demandes[place] ?? 0
    cotation.sousTotaux.forEach(({ sommes }, autre) => {
      if (autre !== g) reste[k] = (reste[k] ?? 0) + (sommes[i] ?? 0)
    })
    for (const constat of autres) {
      const centiemes = centiemesDe(constat, i)
      if (enSommet && centiemes > 0) sommet[k] = Math.max(sommet[k] ?? 0, centiemes)
      else somme[k] = (somme[k] ?? 0) + centiemes
    }
  })
  return {
    reste,
    somme,
    sommet: enSommet ? sommet : undefined,
    groupe: limitesGroupe(groupe),
    note: limitesNote(cotation.grilleLue.grille),
  }
}

/** The total of the k-th demande concerned when the criterion gives it `centiemes`. */
export function totalAvec(contributions: Contributions, k: number, centiemes: number): number {
  const { reste, somme, sommet, groupe, note } = contributions
  const autres = somme[k] ?? 0
  const brut =
    sommet === undefined ? autres + centiemes : autres + Math.min(centiemes, 0) + Math.max(sommet[k] ?? 0, centiemes, 0)
  return borner((reste[k] ?? 0) + borner(brut, groupe), note)
}
