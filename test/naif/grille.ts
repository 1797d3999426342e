/** A condition, as the JSON of a grid writes it. */
export type ConditionJson =
  | { readonly tous: readonly ConditionJson[] }
  | { readonly un_de: readonly ConditionJson[] }
  | { readonly non: ConditionJson }
  | { readonly connu: string }
  | TestJson

export type ValeurJson = boolean | number | string

export interface TestJson {
  readonly champ: string
  readonly est?: ValeurJson
  readonly parmi?: readonly ValeurJson[]
  readonly min?: number | string
  readonly max?: number | string
  readonly plus_de?: number | string
  readonly moins_de?: number | string
}

export interface ParJson {
  readonly champ: string
  readonly chaque: number
  readonly a_partir_de?: number
  readonly maximum?: number
}

export interface TranchesJson {
  readonly champ: string
  readonly bornes: readonly number[]
  readonly points: readonly number[]
}

export interface CritereJson {
  readonly code: string
  readonly nom: string
  readonly famille?: string
  readonly points?: number
  readonly si?: ConditionJson
  readonly par?: ParJson
  readonly tranches?: TranchesJson
  readonly sur_justificatif?: boolean
  readonly base_legale?: string
  readonly verrouille?: boolean
}

export interface RetraitJson {
  readonly code: string
  readonly retire: true
}

export interface FamilleJson {
  readonly code: string
  readonly nom: string
  readonly cumul: 'somme' | 'maximum'
  readonly plafond?: number
  readonly plancher?: number
}

export type DepartageJson =
  | { readonly champ: string; readonly premier: ValeurJson }
  | { readonly champ: string; readonly ordre?: 'croissant' | 'decroissant' }

interface EnTete {
  readonly format: 'grille-cotation/1'
  readonly id: string
  readonly nom: string
  readonly territoire?: string
  readonly date_effet?: string
  readonly source?: string
  readonly quartile_borne?: 'stricte' | 'incluse'
  readonly socle?: string
  readonly portee?: ConditionJson
  readonly note_min?: number
  readonly note_max?: number
  readonly familles?: readonly FamilleJson[]
  readonly departage?: readonly DepartageJson[]
}

/** A grid ready to score: nothing left to inherit. */
export interface GrilleJson extends EnTete {
  readonly criteres: readonly CritereJson[]
}

/** A grid as a file holds it: with `socle`, its criteria replace, add to or remove those of another grid. */
export interface SurcoucheJson extends EnTete {
  readonly criteres: readonly (CritereJson | RetraitJson)[]
}

function estRetrait(critere: CritereJson | RetraitJson): critere is RetraitJson {
  return 'retire' in critere
}

function remplacerParCode<T extends { readonly code: string }>(base: readonly T[], ajouts: readonly T[]): readonly T[] {
  const nouveaux = ajouts.filter((ajout) => !base.some((ancien) => ancien.code === ajout.code))
  return [...base.map((ancien) => ajouts.find((ajout) => ajout.code === ancien.code) ?? ancien), ...nouveaux]
}

function heriterCriteres(socle: readonly CritereJson[], surcouche: SurcoucheJson['criteres']): readonly CritereJson[] {
  for (const { code } of surcouche) {
    if (socle.find((critere) => critere.code === code)?.verrouille) throw new Error(`locked criterion: ${code}`)
  }
  const retires = surcouche.filter(estRetrait).map((retrait) => retrait.code)
  const absent = retires.find((code) => !socle.some((critere) => critere.code === code))
  if (absent !== undefined) throw new Error(`nothing to remove: ${absent}`)
  const garde = socle.filter((critere) => !retires.includes(critere.code))
  return remplacerParCode(
    garde,
    surcouche.filter((critere): critere is CritereJson => !estRetrait(critere)),
  )
}

/** The grid after inheritance. Throws on a cycle, an unknown core, a locked criterion, the removal of an absent one. */
export function heriter(
  grille: SurcoucheJson,
  socles: ReadonlyMap<string, SurcoucheJson>,
  dejaVus: readonly string[] = [],
): GrilleJson {
  if (dejaVus.includes(grille.id)) throw new Error(`cycle: ${[...dejaVus, grille.id].join(' > ')}`)
  const { socle: idSocle, criteres, ...reste } = grille
  if (idSocle === undefined) return { ...reste, criteres: heriterCriteres([], criteres) }
  const parent = socles.get(idSocle)
  if (parent === undefined) throw new Error(`unknown core: ${idSocle}`)
  const socle = heriter(parent, socles, [...dejaVus, grille.id])
  return {
    ...socle,
    ...reste,
    ...(socle.familles || grille.familles
      ? { familles: remplacerParCode(socle.familles ?? [], grille.familles ?? []) }
      : {}),
    criteres: heriterCriteres(socle.criteres, criteres),
  }
}
