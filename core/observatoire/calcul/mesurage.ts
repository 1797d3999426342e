import { lecture } from '../../demande/derives/derive.ts'
import { CONNU } from '../../lecture/colonne.ts'
import type { NomUnivers, Part } from './univers.ts'

/** A number a row: NaN where it is not known, −1 where the row is not concerned. */
export type Lire = (part: Part) => (i: number) => number

/** A figure of another indicator. */
export interface Reference {
  readonly indicateur: string
  /** Its answer; the whole of it unless given. */
  readonly modalite?: string
}

interface Commun {
  readonly univers: NomUnivers
  /**
   * What must be known of a row for it to be in the denominator; indicators of one base share their denominator. A name
   * with a `:` is the numerator of another indicator, of which this one is a share. The indicator alone unless given.
   */
  readonly base?: string
  /**
   * Rows of which nobody can say whether they are concerned stay out of the denominator, as the law counts them, unless
   * their number would be found by subtraction from the universe. Without it a few of them are always in.
   */
  readonly exacte?: true
}

/** Adds the rows of a part to counts: `effectifs[groupe × (cases + 1) + case]`, the last case being what is not known. */
type Compter = (part: Part, groupes: Int32Array, effectifs: Float64Array) => void

/** How an indicator is counted. */
export type Mesurage =
  | (Commun & { readonly nature: 'compte'; readonly cases: 1; readonly tout: boolean; readonly compter: Compter })
  | (Commun & { readonly nature: 'part'; readonly cases: 2; readonly compter: Compter })
  | (Commun & {
      readonly nature: 'repartition'
      readonly cases: number
      readonly dimension: string
      readonly modalites: readonly string[]
      readonly compter: Compter
    })
  | (Commun & {
      readonly nature: 'parts'
      /** For each answer, those that meet the condition, then all of them. */
      readonly cases: number
      readonly dimension: string
      readonly modalites: readonly string[]
      /** Denominators: the counts of this breakdown. */
      readonly repartition: string
      readonly compter: Compter
    })
  | (Commun & { readonly nature: 'mediane'; readonly lire: Lire; readonly pas: number })
  | (Commun & {
      readonly nature: 'rapport'
      readonly numerateur: Reference
      /** Added up. */
      readonly denominateurs: readonly Reference[]
      readonly dimension?: string
      readonly modalites?: readonly string[]
    })

/** Counts rows by the number of their answer. */
export function compterCodes(lire: Lire, cases: number): Compter {
  return (part, groupes, effectifs) => {
    const code = lire(part)
    const { lignes } = part
    const pas = cases + 1
    for (let k = 0; k < lignes.length; k++) {
      const groupe = groupes[k] ?? -1
      if (groupe < 0) continue
      const c = code(lignes[k] ?? 0)
      const place = groupe * pas + (c !== c ? cases : c)
      if (c >= 0 || c !== c) effectifs[place] = (effectifs[place] ?? 0) + 1
    }
  }
}

/** Adds up numbers: one case a column; a row of which one is not known (or negative: a part above its whole) is left out. */
function additionner(lectures: readonly Lire[]): Compter {
  return (part, groupes, effectifs) => {
    const lire = lectures.map((lecteur) => lecteur(part))
    const pas = lire.length + 1
    part.lignes.forEach((i, k) => {
      const groupe = groupes[k] ?? -1
      if (groupe < 0) return
      const nombres = lire.map((un) => un(i))
      const ajouts = nombres.some((n) => !(n >= 0)) ? [...nombres.map(() => 0), 1] : [...nombres, 0]
      ajouts.forEach((ajout, c) => (effectifs[groupe * pas + c] = (effectifs[groupe * pas + c] ?? 0) + ajout))
    })
  }
}

/** The value of a number, date or yes-no field. */
export function champ(code: string): Lire {
  return ({ donnees }) => lecture(donnees.simple(code))
}

/** 1 where a list or text field has one of these codes. */
export function vaut(code: string, ...valeurs: readonly string[]): Lire {
  return ({ donnees }) => {
    const colonne = donnees.simple(code)
    const parEntree = Uint8Array.from(colonne.dictionnaire, (texte) => Number(valeurs.includes(texte)))
    const lire = lecture(colonne)
    return (i) => {
      const entree = lire(i)
      return entree !== entree ? NaN : (parEntree[entree] ?? 0)
    }
  }
}

/** 1 where a field of several values holds one of these codes. */
export function contient(code: string, ...valeurs: readonly string[]): Lire {
  return ({ donnees }) => {
    const { etats, debuts, elements, dictionnaire } = donnees.multiple(code)
    const parEntree = Uint8Array.from(dictionnaire, (texte) => Number(valeurs.includes(texte)))
    return (i) => {
      if (etats[i] !== CONNU) return NaN
      for (let e = debuts[i] ?? 0; e < (debuts[i + 1] ?? 0); e++) if (parEntree[elements[e] ?? 0] === 1) return 1
      return 0
    }
  }
}

/** 1 where a number field is at least `seuil`. */
export function auMoins(code: string, seuil: number): Lire {
  return (part) => {
    const lire = champ(code)(part)
    return (i) => {
      const valeur = lire(i)
      return valeur !== valeur ? NaN : Number(valeur >= seuil)
    }
  }
}

/** A condition asked only where another one is met; elsewhere the row is not concerned. */
export function quand(condition: Lire, puis: Lire): Lire {
  return (part) => {
    const [si, lire] = [condition(part), puis(part)]
    return (i) => {
      const concerne = si(i)
      return concerne === 1 ? lire(i) : concerne === 0 ? -1 : NaN
    }
  }
}

/** How many, all of them. */
export function compter(univers: NomUnivers): Mesurage {
  return { nature: 'compte', univers, cases: 1, tout: true, compter: compterCodes(() => () => 0, 1) }
}

/** How many meet a condition. */
export function compterQuand(univers: NomUnivers, condition: Lire): Mesurage {
  const lire: Lire = (part) => {
    const si = condition(part)
    return (i) => (si(i) === 1 ? 0 : -1)
  }
  return { nature: 'compte', univers, cases: 1, tout: false, compter: compterCodes(lire, 1) }
}

/** The share of the rows that meet a condition, among those where it is known. */
export function partDe(univers: NomUnivers, condition: Lire, base?: string): Mesurage {
  const lire: Lire = (part) => {
    const oui = condition(part)
    return (i) => {
      const reponse = oui(i)
      return reponse === 1 ? 0 : reponse === 0 ? 1 : reponse
    }
  }
  return { nature: 'part', univers, cases: 2, compter: compterCodes(lire, 2), ...(base === undefined ? {} : { base }) }
}

/** The share of each answer, among the rows where it is known. */
export function repartir(
  univers: NomUnivers,
  dimension: string,
  modalites: readonly string[],
  lire: Lire,
  base?: string,
): Mesurage {
  return {
    nature: 'repartition',
    univers,
    dimension,
    modalites,
    cases: modalites.length,
    compter: compterCodes(lire, modalites.length),
    ...(base === undefined ? {} : { base }),
  }
}

/** For each answer of a breakdown, the share of its rows that meet a condition. */
export function partsDe(
  univers: NomUnivers,
  dimension: string,
  modalites: readonly string[],
  reponse: Lire,
  condition: Lire,
  repartition: string,
): Mesurage {
  const compter: Compter = (part, groupes, effectifs) => {
    const [laquelle, oui] = [reponse(part), condition(part)]
    const pas = modalites.length * 2 + 1
    part.lignes.forEach((i, k) => {
      const [groupe, code] = [groupes[k] ?? -1, laquelle(i)]
      if (groupe < 0 || !(code >= 0)) return
      const place = groupe * pas + code * 2
      if (oui(i) === 1) effectifs[place] = (effectifs[place] ?? 0) + 1
      effectifs[place + 1] = (effectifs[place + 1] ?? 0) + 1
    })
  }
  return { nature: 'parts', univers, dimension, modalites, repartition, cases: modalites.length * 2, compter }
}

/** A band of a breakdown: from `debut` on, up to the next one. */
export interface Tranche {
  readonly debut: number
  readonly nom: string
}

/** The share of each band of a number field, bands in ascending order; below the first one the row is not concerned. */
export function repartirTranches(
  univers: NomUnivers,
  dimension: string,
  lire: Lire,
  tranches: readonly Tranche[],
): Mesurage {
  const debuts = tranches.map(({ debut }) => debut)
  const rang: Lire = (part) => {
    const valeur = lire(part)
    return (i) => {
      const v = valeur(i)
      if (v !== v) return NaN
      let r = debuts.length - 1
      while (r >= 0 && v < (debuts[r] ?? 0)) r--
      return r
    }
  }
  return repartir(
    univers,
    dimension,
    tranches.map(({ nom }) => nom),
    rang,
  )
}

/**
 * The median of a number, over the rows where it is known.
 *
 * @param pas what it is rounded to: an exact median may be the very income of one household
 */
export function medianeDe(univers: NomUnivers, lire: Lire, pas = 1): Mesurage {
  return { nature: 'mediane', univers, lire, pas }
}

/** How many dwellings. */
export function sommer(lire: Lire): Mesurage {
  return { nature: 'compte', univers: 'parc', cases: 1, tout: true, compter: additionner([lire]) }
}

/** The share of some dwellings among others, over the rows that give both. */
export function partSommee(numerateur: Lire, denominateur: Lire): Mesurage {
  const reste: Lire = (part) => {
    const [n, d] = [numerateur(part), denominateur(part)]
    return (i) => d(i) - n(i)
  }
  return { nature: 'part', univers: 'parc', cases: 2, compter: additionner([numerateur, reste]) }
}

/**
 * The share of each kind of dwellings, one column a kind; a row whose kinds make more than all of its dwellings is left out.
 *
 * @param tous all the dwellings of a row
 */
export function repartirSommes(
  dimension: string,
  colonnes: readonly (readonly [modalite: string, Lire])[],
  tous: Lire,
): Mesurage {
  const lireColonne =
    (rang: number): Lire =>
    (part) => {
      const [total, lues] = [tous(part), colonnes.map(([, lire]) => lire(part))]
      return (i) => (lues.reduce((somme, lire) => somme + lire(i), 0) <= total(i) ? (lues[rang]?.(i) ?? NaN) : NaN)
    }
  return {
    nature: 'repartition',
    univers: 'parc',
    dimension,
    modalites: colonnes.map(([modalite]) => modalite),
    cases: colonnes.length,
    compter: additionner(colonnes.map((_, rang) => lireColonne(rang))),
  }
}

/** One count divided by another, or by the sum of several. */
export function rapport(
  univers: NomUnivers,
  numerateur: Reference,
  denominateurs: readonly Reference[],
  ventilation?: { readonly dimension: string; readonly modalites: readonly string[] },
): Mesurage {
  return { nature: 'rapport', univers, numerateur, denominateurs, ...ventilation }
}
