import { comparerPeriodes, type Lieu, type Table, type Groupe, chiffreDe } from '../../core/observatoire/index.ts'

/** How long the periods of a series are: a series holds one length only. */
export type Pas = 'annee' | 'trimestre' | 'mois' | 'jour'

const FORMES: readonly (readonly [Pas, RegExp])[] = [
  ['annee', /^\d{4}$/],
  ['trimestre', /^\d{4}-T\d$/],
  ['mois', /^\d{4}-\d{2}$/],
  ['jour', /^\d{4}-\d{2}-\d{2}$/],
]

export const NOMS_PAS: Readonly<Record<Pas, string>> = {
  annee: 'Années',
  trimestre: 'Trimestres',
  mois: 'Mois',
  jour: 'Jours',
}

/** @example pasDe('2025-T1') //=> 'trimestre' */
export function pasDe(periode: string): Pas {
  return FORMES.find(([, forme]) => forme.test(periode))?.[0] ?? 'annee'
}

/** The lengths that some periods have. */
export function pasPossibles(periodes: readonly string[]): readonly Pas[] {
  return FORMES.map(([pas]) => pas).filter((pas) => periodes.some((periode) => pasDe(periode) === pas))
}

/** Periods of one length, in order. */
export function periodesDuPas(periodes: readonly string[], pas: Pas): readonly string[] {
  return periodes.filter((periode) => pasDe(periode) === pas).toSorted(comparerPeriodes)
}

/**
 * The length that tells the most: the shortest of which the territory knows more periods than it lacks, else that which
 * has the most periods.
 */
export function pasParlant(table: Table, tous: readonly Groupe[], lieu: Lieu | undefined): Pas {
  const periodes = [...new Set(tous.map(({ periode }) => periode))]
  const possibles = pasPossibles(periodes)
  const connues = (pas: Pas): number =>
    tous.filter(
      (groupe) =>
        pasDe(groupe.periode) === pas &&
        lieu !== undefined &&
        typeof chiffreDe(table, groupe, lieu)?.valeur === 'number',
    ).length
  const nombre = (pas: Pas): number => periodesDuPas(periodes, pas).length
  const sures = possibles.filter((pas) => nombre(pas) > 1 && (lieu === undefined || 2 * connues(pas) > nombre(pas)))
  return sures.at(-1) ?? possibles.toSorted((a, b) => nombre(b) - nombre(a))[0] ?? 'annee'
}
