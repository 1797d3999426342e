import {
  comparerPeriodes,
  type Diffusion,
  type Groupe,
  type Indicateur,
  type Initiative,
  type Lieu,
  type Pairs,
  type Source,
  type Table,
} from '../../core/observatoire/index.ts'
import { listeDe, type Selection } from '../adresse.ts'
import { compagniesDe } from './compagnies.ts'
import { parTable } from './memoire.ts'

/** An initiative with all that it refers to. */
export interface InitiativeSituee extends Omit<Initiative, 'source' | 'territoire'> {
  readonly lieu: Lieu
  readonly source: Source | undefined
}

/** What every view is made from: the figures loaded and what the address asks. */
export interface Contexte {
  readonly table: Table
  readonly selection: Selection
  readonly initiatives: readonly InitiativeSituee[]
}

/** One entry of the list of indicators: official figures and ours stand apart even under one name. */
export interface ChoixIndicateur {
  readonly cle: string
  readonly indicateur: Indicateur
  readonly diffusion: Diffusion | null
}

/** What a selection stands for, once every code in it is found in the table. */
export interface Situation {
  readonly table: Table
  readonly selection: Selection
  readonly choix: ChoixIndicateur
  readonly choisissables: readonly ChoixIndicateur[]
  readonly periode: string
  readonly periodes: readonly string[]
  /** Groups of the indicator, all periods. */
  readonly tous: readonly Groupe[]
  /** Those of the period: one group, or one a modality of a breakdown. */
  readonly groupes: readonly Groupe[]
  readonly lieu: Lieu | undefined
  readonly parmi: Pairs
  readonly parmis: readonly Pairs[]
  /** What the address asked for and the data do not hold. */
  readonly introuvables: readonly string[]
}

/** What is shown first, the first that several territories give. */
const INDICATEURS_PREMIERS = ['q1_hors_qpv', 'bilan_prioritaires']

const choixConnus = parTable<undefined, readonly ChoixIndicateur[]>(1)

/** Every indicator of a table, official figures told apart. A portrait asks it once an indicator. */
export function choixIndicateurs(table: Table): readonly ChoixIndicateur[] {
  return choixConnus(table, undefined, () => listerIndicateurs(table))
}

function listerIndicateurs(table: Table): readonly ChoixIndicateur[] {
  const parId = new Map(table.indicateurs.map((indicateur) => [indicateur.id, indicateur]))
  const vus = new Map<string, ChoixIndicateur>()
  for (const { indicateur: id, diffusion } of table.groupes) {
    const indicateur = parId.get(id)
    const cle = diffusion === null ? id : `${id}:${diffusion}`
    if (indicateur !== undefined) vus.set(cle, { cle, indicateur, diffusion })
  }
  const choix = [...vus.values()]
  const freres = new Map<string, number>()
  for (const { indicateur } of choix) freres.set(indicateur.id, (freres.get(indicateur.id) ?? 0) + 1)
  // An id that stands once needs no suffix: addresses stay short.
  return choix.map((c) => (freres.get(c.indicateur.id) === 1 ? { ...c, cle: c.indicateur.id } : c))
}

function trouver<T extends { readonly cle: string }>(
  choix: readonly T[],
  voulus: readonly (string | undefined)[],
): T | undefined {
  for (const voulu of voulus) {
    const trouve = choix.find(({ cle }) => cle === voulu)
    if (trouve !== undefined) return trouve
  }
  return choix[0]
}

/** All the groups of an indicator, and its periods in order of time. */
interface Chronologie {
  readonly tous: readonly Groupe[]
  readonly periodes: readonly string[]
}

const chronologies = parTable<undefined, ReadonlyMap<string, Chronologie>>(1)

function cleGroupes(indicateur: string, diffusion: Diffusion | null): string {
  return `${indicateur}|${diffusion ?? ''}`
}

function listerChronologies({ groupes }: Table): ReadonlyMap<string, Chronologie> {
  const parIndicateur = new Map<string, Groupe[]>()
  for (const groupe of groupes) {
    const cle = cleGroupes(groupe.indicateur, groupe.diffusion)
    const siens = parIndicateur.get(cle) ?? []
    parIndicateur.set(cle, siens)
    siens.push(groupe)
  }
  const periodesDe = (tous: readonly Groupe[]): readonly string[] =>
    [...new Set(tous.map(({ periode }) => periode))].sort(comparerPeriodes)
  return new Map([...parIndicateur].map(([cle, tous]) => [cle, { tous, periodes: periodesDe(tous) }]))
}

function chronologieDe(table: Table, { indicateur, diffusion }: ChoixIndicateur): Chronologie {
  const connues = chronologies(table, undefined, () => listerChronologies(table))
  return connues.get(cleGroupes(indicateur.id, diffusion)) ?? { tous: [], periodes: [] }
}

/** Indicators and periods looked at: a portrait looks at the last one of each indicator. */
const EPCI_CONNUS = 200
const epciConnus = parTable<string, readonly Lieu[]>(EPCI_CONNUS)

/** The EPCI that give figures in some groups. */
function epciDe(table: Table, groupes: readonly Groupe[]): readonly Lieu[] {
  const rangs = new Set(groupes.flatMap(({ debut, fin }) => [...table.lieu.subarray(debut, fin)]))
  return [...rangs].flatMap((rang) => table.lieux[rang] ?? []).filter(({ type }) => type === 'epci')
}

function deuxAuMoins(epci: readonly Lieu[], contient: Pairs['contient']): boolean {
  let trouves = 0
  return epci.some((lieu) => contient(lieu) && ++trouves > 1)
}

/** The companies that hold at least two of the territories shown; all of them in any case. */
function parmisUtiles(
  { table, selection, lieu }: Pick<Situation, 'table' | 'selection' | 'lieu'>,
  epci: readonly Lieu[],
): readonly Pairs[] {
  return compagniesDe(table, lieu, listeDe(selection)).filter(
    ({ cle, contient }) => cle === 'tous' || deuxAuMoins(epci, contient),
  )
}

/** The région of the territory chosen; without one, the région that holds them all; everything otherwise. */
function parmiPremier(parmis: readonly Pairs[], epci: readonly Lieu[], lieu: Lieu | undefined): string {
  const region = parmis.find(
    ({ ensemble, contient }) => ensemble?.type === 'region' && (lieu !== undefined || epci.every(contient)),
  )
  return region?.cle ?? 'tous'
}

function introuvables({ selection, choix, lieu, periodes }: Omit<Situation, 'introuvables'>): string[] {
  const { indicateur, territoire, periode } = selection
  return [
    ...(indicateur !== undefined && indicateur !== choix.cle ? [`l’indicateur «\u202f${indicateur}\u202f»`] : []),
    ...(territoire !== undefined && lieu?.code !== territoire ? [`le territoire «\u202f${territoire}\u202f»`] : []),
    ...(periode !== undefined && !periodes.includes(periode) && indicateur === choix.cle
      ? [`la période «\u202f${periode}\u202f»`]
      : []),
  ]
}

/** The last whole year, else the last period. */
function periodeDe(periodes: readonly string[], voulue: string | undefined): string {
  const annees = periodes.filter((periode) => /^\d{4}$/.test(periode))
  return periodes.find((periode) => periode === voulue) ?? annees.at(-1) ?? periodes.at(-1) ?? ''
}

/** The EPCI of a code. */
function lieuDe({ lieux, rangsLieux }: Table, territoire: string | undefined): Lieu | undefined {
  return lieux[rangsLieux.get(`epci:${territoire ?? ''}`) ?? -1]
}

/**
 * Finds in the table what a selection asks for; undefined when the table holds nothing.
 *
 * @param voulu asked instead of the indicator of the address
 */
export function situer(
  { table, selection }: Pick<Contexte, 'table' | 'selection'>,
  voulu = selection.indicateur,
): Situation | undefined {
  const choisissables = choixIndicateurs(table)
  const choix = trouver(choisissables, [voulu, ...INDICATEURS_PREMIERS])
  if (choix === undefined) return undefined
  const { tous, periodes } = chronologieDe(table, choix)
  const periode = periodeDe(periodes, selection.periode)
  const groupes = tous.filter((groupe) => groupe.periode === periode)
  const epci = epciConnus(table, `${choix.cle}|${periode}`, () => epciDe(table, groupes))
  const lieu = lieuDe(table, selection.territoire)
  const parmis = parmisUtiles({ table, selection, lieu }, epci)
  const parmi = trouver(parmis, [selection.parmi, parmiPremier(parmis, epci, lieu)])
  if (parmi === undefined) return undefined
  const situation = { table, selection, choix, choisissables, periode, periodes, tous, groupes, lieu, parmi, parmis }
  return { ...situation, introuvables: introuvables(situation) }
}
