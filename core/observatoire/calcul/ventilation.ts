import type { Effectifs } from './denombrer.ts'
import type { MesurageCompte } from './denombrer.ts'
import type { NomUnivers } from './univers.ts'

/** One figure to publish, before anyone knows whether it may be. */
export interface Mesure {
  readonly dimension: string | null
  readonly modalite: string | null
  readonly numerateur: number | null
  readonly denominateur: number | null
  readonly valeur: number | null
  /** The counts behind it, as the protection names them; null where there is none. */
  readonly cellules: { readonly numerateur: string | null; readonly denominateur: string | null }
  /** Other counts that its denominator adds up. */
  readonly autres?: readonly string[]
}

/** What one indicator gives for one group. */
export interface Ventilation {
  /**
   * - `compte`: a number of rows, or of dwellings;
   * - `part`: one numerator under those for which the answer is known;
   * - `repartition`: all the answers of those for which it is known;
   * - `parts`: a share within each answer of a breakdown;
   * - `mediane`: a number alone, which is never added up;
   * - `rapport`: one count divided by another, of another kind.
   */
  readonly nature: 'compte' | 'part' | 'repartition' | 'parts' | 'mediane' | 'rapport'
  readonly univers: NomUnivers
  readonly mesures: readonly Mesure[]
  /** Rows for which the answer is known: the denominator. */
  readonly connus: number
  /** Rows that the indicator cannot place. */
  readonly inconnus: number
}

function ratio(numerateur: number, denominateur: number): number | null {
  return denominateur === 0 ? null : numerateur / denominateur
}

const SANS_CELLULES = { numerateur: null, denominateur: null } as const
const ENTIER = { dimension: null, modalite: null } as const

/** What counts are named within their group: the whole, a commune, a district. */
export interface Contexte {
  readonly id: string
  /** Added to the name of every cell: the group. */
  readonly suffixe: string
  /** Rows of the universe in the group. */
  readonly nombre: number
  /**
   * Whether what is not known is in the denominator, as in the legal rates: a few unknown answers would be found by
   * subtraction, and nothing could be published.
   */
  readonly inconnusComptes: boolean
}

/** The answer of those of whom it is not known, where they are in the denominator. */
export const NON_RENSEIGNE = 'Non renseigné'

/**
 * The cell of a denominator: when the answer is known of everything that is counted it is that number itself, one count
 * that several figures show.
 */
function celluleBase({ univers, base }: MesurageCompte, { id, suffixe, nombre }: Contexte, connus: number): string {
  if (base?.includes(':') === true) return `${base}${suffixe}`
  return connus === nombre ? `${univers}${suffixe}` : `${base ?? id}:d${suffixe}`
}

function mesuresDe(mesurage: MesurageCompte, comptes: Float64Array, contexte: Contexte): Omit<Ventilation, 'inconnus'> {
  const { id, suffixe } = contexte
  const { nature, univers } = mesurage
  const compte = (rang: number): number => comptes[rang] ?? 0
  if (nature === 'compte') {
    const numerateur = mesurage.tout ? `${univers}${suffixe}` : `${id}:n${suffixe}`
    const cellules = { numerateur, denominateur: null }
    const mesure = { ...ENTIER, numerateur: compte(0), denominateur: null, valeur: compte(0), cellules }
    return { nature, univers, mesures: [mesure], connus: compte(0) }
  }
  if (nature === 'parts') {
    const mesures = mesurage.modalites.map((modalite, m) => ({
      dimension: mesurage.dimension,
      modalite,
      numerateur: compte(2 * m),
      denominateur: compte(2 * m + 1),
      valeur: ratio(compte(2 * m), compte(2 * m + 1)),
      cellules: {
        numerateur: `${id}:n:${modalite}${suffixe}`,
        denominateur: `${mesurage.repartition}:n:${modalite}${suffixe}`,
      },
    }))
    return { nature, univers, mesures, connus: mesures.reduce((somme, { denominateur }) => somme + denominateur, 0) }
  }
  const compris = contexte.inconnusComptes ? mesurage.cases + 1 : mesurage.cases
  const connus = comptes.subarray(0, compris).reduce((somme, n) => somme + n, 0)
  const denominateur = celluleBase(mesurage, contexte, connus)
  const reponses = nature === 'part' ? [null] : mesurage.modalites
  const modalites = nature === 'repartition' && contexte.inconnusComptes ? [...reponses, NON_RENSEIGNE] : reponses
  const mesures = modalites.map((modalite, m) => ({
    dimension: nature === 'part' ? null : mesurage.dimension,
    modalite,
    numerateur: compte(m),
    denominateur: connus,
    valeur: ratio(compte(m), connus),
    cellules: { numerateur: `${id}:n${modalite === null ? '' : `:${modalite}`}${suffixe}`, denominateur },
  }))
  return { nature, univers, mesures, connus }
}

/** The figures of an indicator in one group, from its counts there. */
export function ventiler(
  mesurage: MesurageCompte,
  { cases, effectifs }: Effectifs,
  groupe: number,
  contexte: Contexte,
): Ventilation {
  const debut = groupe * (cases + 1)
  const comptes = effectifs.subarray(debut, debut + cases + 1)
  return { ...mesuresDe(mesurage, comptes, contexte), inconnus: comptes[cases] ?? 0 }
}

/** A median: alone, without the number of rows behind it, it is never added up again and nothing is subtracted. */
export function ventilerMediane(univers: NomUnivers, valeur: number, connus: number): Ventilation {
  const milieu = Number.isNaN(valeur) ? null : valeur
  const mesure = { ...ENTIER, numerateur: null, denominateur: null, valeur: milieu, cellules: SANS_CELLULES }
  return { nature: 'mediane', univers, mesures: [mesure], connus, inconnus: 0 }
}

/** One figure divided by another. */
export interface Terme {
  readonly modalite: string | null
  readonly numerateur: Mesure
  /** Added up. */
  readonly denominateurs: readonly Mesure[]
}

/** Ratios of counts of two kinds; each shows two counts that others show too. */
export function ventilerRapport(univers: NomUnivers, dimension: string | null, termes: readonly Terme[]): Ventilation {
  const mesures = termes.map(({ modalite, numerateur: haut, denominateurs: bas }): Mesure => {
    const numerateur = haut.numerateur ?? 0
    const denominateur = bas.reduce((somme, mesure) => somme + (mesure.numerateur ?? 0), 0)
    const [premiere = null, ...autres] = bas.map(({ cellules }) => cellules.numerateur)
    return {
      dimension: modalite === null ? null : dimension,
      modalite,
      numerateur,
      denominateur,
      valeur: ratio(numerateur, denominateur),
      cellules: { numerateur: haut.cellules.numerateur, denominateur: premiere },
      autres: autres.filter((cellule) => cellule !== null),
    }
  })
  return { nature: 'rapport', univers, mesures, connus: 0, inconnus: 0 }
}
