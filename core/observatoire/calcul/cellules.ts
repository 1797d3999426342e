import type { IndicateurCatalogue } from '../indicateurs/modele.ts'
import type { NomListe } from '../../listes/listes.ts'
import { libelleDe } from './lire-listes.ts'
import type { Cellule, Relation } from '../protection/modele.ts'
import { NON_RENSEIGNE } from './ventilation.ts'
import type { Mesure, Ventilation } from './ventilation.ts'

/** An indicator once counted in one group. */
export interface Resultat {
  readonly indicateur: IndicateurCatalogue
  readonly ventilation: Ventilation
  /** What each landlord brings to the counts, by cell; absent where contributors are not known. */
  readonly contributions?: ReadonlyMap<string, readonly number[]>
}

/** What is counted in one place: a territory, or one of its districts. */
export interface Lot {
  /** Added to the name of every cell; empty for the whole territory. */
  readonly suffixe: string
  /** Rows of each universe, and what each landlord brings to them. */
  readonly univers: readonly {
    readonly nom: string
    readonly nombre: number
    readonly contributions?: readonly number[]
  }[]
  readonly resultats: readonly Resultat[]
  /** Parts of one family do not overlap: with what lies outside, they make the whole territory. Null: the whole. */
  readonly famille: string | null
  /** Where its figures stand in the dataset. */
  readonly place: Place
}

export interface Place {
  readonly territoire: string
  readonly dimension: string | null
  readonly modalite: string | null
}

/** The counts that figures let one know, and how they hold together. */
export interface Systeme {
  readonly cellules: readonly Cellule[]
  readonly relations: readonly Relation[]
}

type Lien = readonly [tout: string, ...parties: string[]]

function reponses(indicateur: string, liste: NomListe, ...codes: readonly string[]): string[] {
  return codes.map((code) => `${indicateur}:n:${libelleDe(liste, code)}`)
}

const logements = (...codes: readonly string[]): string[] =>
  reponses('repartition_logement_actuel', 'logement_actuel', ...codes)

const decisions = (...codes: readonly string[]): string[] => reponses('repartition_decisions', 'decision', ...codes)

const ATTRIBUEES = decisions('attribution', 'attribution_rang', 'sous_condition')
const REFUS = decisions('refus_candidat')
const SANS_DECISION = `repartition_decisions:n:${NON_RENSEIGNE}`

/** Counts that lie within others, whatever the data; the rest is protected too. */
const INCLUSIONS: readonly Lien[] = [
  ['part_prioritaires:n', 'part_dalo:n'],
  ['presentes', 'decisions'],
  ['attributions_prioritaires:n', 'attributions_dalo:n'],
  ['attributions_prioritaires:n', 'attributions_sortants_hebergement:n'],
  ['attributions_prioritaires:n', 'attributions_sans_logement:n'],
  ['attributions_prioritaires:n', ...reponses('prioritaires', 'reservataire', 'COLTER', 'COLACT', 'AUCUN')],
]

/** The same where the part may well be the whole, which says nothing of anybody. */
const EMBOITEMENTS: readonly (readonly [tout: string, partie: string])[] = [['refus_candidats:n', 'refus_motifs:d']]

/** Sums of counts that anyone can make, though no figure shows them, and a count that lies within each. */
const SOMMES_DEDUITES: readonly {
  readonly nom: string
  readonly parties: readonly string[]
  readonly dedans: string
}[] = [
  {
    nom: 'autres_quartiles',
    parties: ['2', '3', '4'].map((quartile) => `attributions_quartiles:n:${quartile}`),
    dedans: 'autres_quartiles_qpv:n',
  },
]

/** Counts that are the sum of others. */
const SOMMES: readonly Lien[] = [
  ['demandes_deposees:n', 'repartition_anciennete:n:moins de 1 an'],
  ['part_sans_logement:n', ...logements('SD', 'SQUAT')],
  ['part_structures:n', ...logements('SH', 'CDEFCM', 'RHVS', 'HOT')],
  ['part_heberges_tiers:n', ...logements('CPE', 'CP')],
  ['contingent_etat:n', ...reponses('repartition_reservataires', 'reservataire', 'PPRIOR', 'PFONCT')],
  ['contingent_agents:n', ...reponses('repartition_reservataires', 'reservataire', 'PFONCT')],
  ['refus_sans_reponse:n', 'refus_motifs:n:Sans réponse'],
  ['refus_candidats:n', ...REFUS],
  ['lots_trois_candidats:n', 'repartition_candidats:n:3', 'repartition_candidats:n:4 et plus'],
]

class Cellules {
  readonly #valeurs = new Map<string, Cellule>()
  readonly #relations = new Map<string, Relation>()

  ajouter(id: string, valeur: number, contributions?: readonly number[]): void {
    const connue = this.#valeurs.get(id)
    if (connue !== undefined && connue.valeur !== valeur)
      throw new Error(`one count with two values: got ${String(connue.valeur)} and ${String(valeur)} for ${id}`)
    if (connue?.contributions !== undefined) return
    this.#valeurs.set(id, { id, valeur, ...(contributions === undefined ? {} : { contributions }) })
  }

  relier(total: string, parties: readonly string[], nature: 'somme' | 'modalites' | 'taux'): void {
    const siennes = parties.filter((partie) => partie !== total && this.#valeurs.has(partie))
    const complete = nature === 'taux' ? siennes.length > 0 : siennes.length === parties.length
    if (!complete || !this.#valeurs.has(total)) return
    this.#relations.set(`${nature} ${total} ${siennes.join(' ')}`, { total, parties: siennes, nature })
  }

  valeur(id: string): number | undefined {
    return this.#valeurs.get(id)?.valeur
  }

  /**
   * What is known to be within a count, whose rest anyone finds by subtraction: linked where that rest is a count to
   * protect, or where both are one count.
   */
  inclure(total: string, partie: string, seuil: number): void {
    const reste = (this.valeur(total) ?? NaN) - (this.valeur(partie) ?? NaN)
    if (reste === 0) this.relier(total, [partie], 'somme')
    else if (reste > 0 && reste < seuil) this.relier(total, [partie], 'taux')
  }

  /** A count of the territory, the same of its parts and, where there is any, what lies outside all of them. */
  partager(total: string, parties: readonly string[], ailleurs: string): void {
    const entier = this.#valeurs.get(total)?.valeur
    if (entier === undefined || parties.length === 0) return
    const reste = parties.reduce((somme, partie) => somme - (this.#valeurs.get(partie)?.valeur ?? 0), entier)
    // It is published nowhere, but anyone finds it by subtraction.
    if (reste !== 0) this.ajouter(ailleurs, reste)
    this.relier(total, reste === 0 ? parties : [...parties, ailleurs], 'somme')
  }

  systeme(): Systeme {
    return { cellules: [...this.#valeurs.values()], relations: [...this.#relations.values()] }
  }
}

function ajouterMesures(cellules: Cellules, { ventilation, contributions }: Resultat): void {
  if (ventilation.nature === 'rapport') return
  for (const { cellules: ids, numerateur, denominateur } of ventilation.mesures) {
    if (ids.denominateur !== null)
      cellules.ajouter(ids.denominateur, denominateur ?? 0, contributions?.get(ids.denominateur))
    if (ids.numerateur !== null) cellules.ajouter(ids.numerateur, numerateur ?? 0, contributions?.get(ids.numerateur))
  }
}

/** How the counts of one indicator hold together. */
function relierMesures(cellules: Cellules, { ventilation }: Resultat, univers: string): void {
  const { nature, mesures } = ventilation
  if (nature === 'rapport' || nature === 'mediane') return
  for (const { cellules: ids } of nature === 'repartition' ? mesures.slice(0, 1) : mesures) {
    const dedans = ids.denominateur ?? ids.numerateur
    // Those of whom the answer is not known are the rest of this rate: 1 to 10 of them would be found by subtraction.
    if (dedans !== null && nature !== 'parts') cellules.relier(univers, [dedans], 'taux')
    if (nature !== 'repartition' && ids.denominateur !== null && ids.numerateur !== null)
      cellules.relier(ids.denominateur, [ids.numerateur], 'taux')
  }
  const total = mesures[0]?.cellules.denominateur ?? null
  if (nature === 'repartition' && total !== null)
    cellules.relier(
      total,
      mesures.flatMap(({ cellules: { numerateur } }) => numerateur ?? []),
      'modalites',
    )
}

function deduireSommes(cellules: Cellules, suffixe: string, seuil: number): void {
  for (const { nom, parties, dedans } of SOMMES_DEDUITES) {
    const siennes = parties.map((partie) => `${partie}${suffixe}`)
    const somme = siennes.reduce((total, partie) => total + (cellules.valeur(partie) ?? NaN), 0)
    const reste = somme - (cellules.valeur(`${dedans}${suffixe}`) ?? NaN)
    if (!(reste > 0 && reste < seuil)) continue
    cellules.ajouter(`${nom}${suffixe}`, somme)
    cellules.relier(`${nom}${suffixe}`, siennes, 'somme')
    cellules.inclure(`${nom}${suffixe}`, `${dedans}${suffixe}`, seuil)
  }
}

/** Those who were offered a dwelling: with those of whom the decision is not known, where these are in the denominator. */
function relierProposees(cellules: Cellules, suffixe: string): void {
  const total = `refus_candidats:d${suffixe}`
  const avec = (ids: readonly string[]): string[] => ids.map((id) => `${id}${suffixe}`)
  const siennes = avec([...ATTRIBUEES, ...REFUS])
  const somme = siennes.reduce((n, id) => n + (cellules.valeur(id) ?? NaN), 0)
  cellules.relier(total, cellules.valeur(total) === somme ? siennes : [...siennes, ...avec([SANS_DECISION])], 'somme')
}

function ajouterLot(cellules: Cellules, { suffixe, univers, resultats }: Lot, seuil: number): void {
  for (const { nom, nombre, contributions } of univers) cellules.ajouter(`${nom}${suffixe}`, nombre, contributions)
  for (const resultat of resultats) ajouterMesures(cellules, resultat)
  for (const resultat of resultats) relierMesures(cellules, resultat, `${resultat.ventilation.univers}${suffixe}`)
  for (const [liens, nature] of [
    [INCLUSIONS, 'taux'],
    [SOMMES, 'somme'],
  ] as const)
    for (const [tout, ...parties] of liens)
      cellules.relier(
        `${tout}${suffixe}`,
        parties.map((partie) => `${partie}${suffixe}`),
        nature,
      )
  for (const [tout, partie] of EMBOITEMENTS) cellules.inclure(`${tout}${suffixe}`, `${partie}${suffixe}`, seuil)
  relierProposees(cellules, suffixe)
  deduireSommes(cellules, suffixe, seuil)
}

type Role = 'numerateur' | 'denominateur'

function celluleDe(lot: Lot, indicateur: string, mesure: Mesure, role: Role): string | null {
  const sienne = lot.resultats
    .find((resultat) => resultat.indicateur.id === indicateur)
    ?.ventilation.mesures.find(({ modalite }) => modalite === mesure.modalite)
  return sienne?.cellules[role] ?? null
}

/** The cells of the parts of the territory that make one of its counts: of a universe, whose rows several measures share, or of a measure. */
function partiesParCompte(entier: Lot, parties: readonly Lot[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parCompte = new Map<string, Set<string>>()
  const ajouter = (total: string, partie: string): void => {
    parCompte.set(total, (parCompte.get(total) ?? new Set()).add(partie))
  }
  for (const { nom } of entier.univers)
    for (const { univers, suffixe } of parties)
      if (univers.some((un) => un.nom === nom)) ajouter(nom, `${nom}${suffixe}`)
  for (const { indicateur, ventilation } of entier.resultats) {
    if (ventilation.nature === 'rapport') continue
    for (const mesure of ventilation.mesures)
      for (const role of ['numerateur', 'denominateur'] as const) {
        const total = mesure.cellules[role]
        if (total === null) continue
        for (const lot of parties) {
          const partie = celluleDe(lot, indicateur.id, mesure, role)
          if (partie !== null) ajouter(total, partie)
        }
      }
  }
  return parCompte
}

/** The counts of the territory and those of its parts: what lies outside all of them is a count too. */
function relierParties(cellules: Cellules, entier: Lot, parties: readonly Lot[], famille: string): void {
  for (const [total, siennes] of partiesParCompte(entier, parties))
    cellules.partager(total, [...siennes], `${total}@hors ${famille}`)
}

/** The counts behind the figures of a territory and of its parts. Medians have none: they stand or fall with their own rule.
 *
 * @param seuil fewest households that a published count may be
 */
export function systemeDe(lots: readonly Lot[], seuil: number): Systeme {
  const cellules = new Cellules()
  for (const lot of lots) ajouterLot(cellules, lot, seuil)
  const entier = lots.find(({ famille }) => famille === null)
  const familles = new Set(lots.flatMap(({ famille }) => famille ?? []))
  if (entier !== undefined)
    for (const famille of familles)
      relierParties(
        cellules,
        entier,
        lots.filter((lot) => lot.famille === famille),
        famille,
      )
  return cellules.systeme()
}
