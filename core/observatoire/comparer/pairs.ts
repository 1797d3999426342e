import { formatNombre } from '../../socle/format.ts'
import { typographier } from '../indicateurs/typographie.ts'
import { chiffresDe, groupesDe, type Chiffre } from '../table/chiffre.ts'
import { ensemblesDe } from '../table/ensemble.ts'
import type { Groupe, Lieu, Table } from '../table/table.ts'
import { comparerPeriodes } from '../jeu/periode.ts'

/** Territories among which one is looked at. */
export interface Pairs {
  /** `tous`, `region:32`, `departement:59`, `semblables`, `choisis`. */
  readonly cle: string
  /** In a sentence: « EPCI de la région Hauts-de-France ». */
  readonly nom: string
  /** How they were chosen, when the name does not say it all. */
  readonly regle?: string
  /** The larger territory that holds them, if one does. */
  readonly ensemble?: Lieu
  readonly contient: (lieu: Lieu) => boolean
}

/** A class from its lower bound to the next one. */
interface Classe {
  readonly rang: number
  readonly nom: string
}

/** What is counted to tell the size of a territory, the first known one. */
const TAILLES = [
  { indicateur: 'demandes', noms: 'demandes', bornes: [1_000, 5_000, 20_000] },
  { indicateur: 'bilan_attributions', noms: 'attributions', bornes: [100, 500, 2_000] },
] as const
const PRESSION = {
  publiee: 'pression_demandes',
  demandes: 'demandes',
  attributions: 'attributions',
  bornes: [3, 6, 10],
} as const

function situer(valeur: number, bornes: readonly number[], noms: string): Classe {
  const rang = bornes.filter((borne) => valeur >= borne).length
  const [bas, haut] = [bornes[rang - 1], bornes[rang]]
  const sous = haut === undefined ? '' : `moins de ${formatNombre(haut)} ${noms}`
  if (bas === undefined) return { rang, nom: sous }
  return {
    rang,
    nom: haut === undefined ? `${formatNombre(bas)} ${noms} ou plus` : `de ${formatNombre(bas)} à ${sous}`,
  }
}

/** The group of the last year of an indicator, breakdowns apart. */
function derniereAnnee(table: Table, indicateur: string): Groupe | undefined {
  return groupesDe(table, { indicateur, dimension: null })
    .filter(({ periode }) => /^\d{4}$/.test(periode))
    .toSorted((a, b) => comparerPeriodes(a.periode, b.periode))
    .at(-1)
}

function valeurs(table: Table, indicateur: string): ReadonlyMap<Lieu, Chiffre> {
  const groupe = derniereAnnee(table, indicateur)
  return new Map(groupe === undefined ? [] : chiffresDe(table, groupe).map((chiffre) => [chiffre.lieu, chiffre]))
}

type Mesure = (lieu: Lieu) => Classe | undefined

function mesureTaille(table: Table, lieu: Lieu): Mesure | undefined {
  for (const { indicateur, noms, bornes } of TAILLES) {
    const connues = valeurs(table, indicateur)
    if (typeof connues.get(lieu)?.valeur !== 'number') continue
    return (autre) => {
      const valeur = connues.get(autre)?.valeur ?? null
      return valeur === null ? undefined : situer(valeur, bornes, noms)
    }
  }
  return undefined
}

function mesurePression(table: Table): Mesure {
  const publiee = valeurs(table, PRESSION.publiee)
  const [demandes, attributions] = [valeurs(table, PRESSION.demandes), valeurs(table, PRESSION.attributions)]
  const calculee = (lieu: Lieu): number | null => {
    const [d, a] = [demandes.get(lieu)?.valeur ?? null, attributions.get(lieu)?.valeur ?? null]
    return d === null || a === null || a === 0 ? null : d / a
  }
  return (lieu) => {
    const valeur = publiee.get(lieu)?.valeur ?? calculee(lieu)
    return valeur === null ? undefined : situer(valeur, PRESSION.bornes, 'demandes par attribution')
  }
}

/**
 * Territories of the same class of size, and of the same class of pressure (demandes for one allocation) when it is known.
 * Undefined when the size is not known.
 */
function semblables(table: Table, lieu: Lieu): Pairs | undefined {
  const taille = mesureTaille(table, lieu)
  const sienne = taille?.(lieu)
  if (taille === undefined || sienne === undefined) return undefined
  const pression = mesurePression(table)
  const tension = pression(lieu)
  return {
    cle: 'semblables',
    nom: 'EPCI de même taille et de même pression',
    regle: typographier(
      tension === undefined
        ? `Même taille : ${sienne.nom}. La pression n’est pas connue : elle n’est pas prise en compte.`
        : `Même taille : ${sienne.nom} ; même pression : ${tension.nom}.`,
    ),
    contient: (autre) =>
      autre.type === 'epci' &&
      taille(autre)?.rang === sienne.rang &&
      (tension === undefined || pression(autre)?.rang === tension.rang),
  }
}

/**
 * Whether a territory is shown among those of another: one that spans two départements is shown in both.
 *
 * @example touche(table.lieux.find(({ type }) => type === 'region')!, lieu) //=> true
 */
export function touche(ensemble: Lieu, lieu: Lieu): boolean {
  if (ensemble.type === 'departement') return lieu.departements.includes(ensemble.code)
  return ensemble.type === 'region' ? lieu.regions.includes(ensemble.code) : true
}

const TITRES = { departement: 'du département', region: 'de la région' } as const

function pairsDe(ensemble: Lieu): Pairs {
  const titre = ensemble.type === 'departement' || ensemble.type === 'region' ? TITRES[ensemble.type] : 'de'
  return {
    cle: `${ensemble.type}:${ensemble.code}`,
    nom: `EPCI ${titre} ${ensemble.nom}`,
    ensemble,
    contient: (lieu) => lieu.type === 'epci' && touche(ensemble, lieu),
  }
}

const TOUS: Pairs = { cle: 'tous', nom: 'tous les EPCI', contient: ({ type }) => type === 'epci' }

/**
 * The companies in which a territory may be looked at, widest last: its région, its départements, those alike, those chosen,
 * all. Without a territory, every région and département.
 *
 * @param choisis SIREN of the territories that the reader chose
 * @example
 * pairsPossibles(table, lieu).map(({ nom }) => nom)
 * //=> ['EPCI de la région Corse', 'EPCI de même taille et de même pression', 'tous les EPCI']
 */
export function pairsPossibles(
  table: Table,
  lieu: Lieu | undefined,
  choisis: readonly string[] = [],
): readonly Pairs[] {
  const ensembles =
    lieu === undefined
      ? table.lieux.filter(({ type }) => type === 'region' || type === 'departement')
      : ensemblesDe(table, lieu)
  const rang = ({ type }: Lieu): number => (type === 'region' ? 0 : 1)
  const proches = lieu === undefined ? undefined : semblables(table, lieu)
  return [
    ...ensembles.toSorted((a, b) => rang(a) - rang(b)).map(pairsDe),
    ...(proches === undefined ? [] : [proches]),
    ...(choisis.length === 0
      ? []
      : [
          {
            cle: 'choisis',
            nom: 'EPCI choisis',
            contient: (autre: Lieu) => autre === lieu || (autre.type === 'epci' && choisis.includes(autre.code)),
          },
        ]),
    TOUS,
  ]
}
