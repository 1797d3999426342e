import type { Demandes } from '../../demande/demandes.ts'
import { CONNU } from '../../lecture/colonne.ts'
import type { Attributions } from '../../objectifs/attributions.ts'
import { calculerMedianes, denombrer, lireValeurs } from '../calcul/denombrer.ts'
import { communeDe } from '../calcul/famille.ts'
import type { Mesurage } from '../calcul/mesurage.ts'
import { peuplerAttributions } from '../calcul/peupler-attributions.ts'
import { type ContexteObservation, peuplerDemandes } from '../calcul/peupler.ts'
import type { Groupement, NomUnivers, Part, Univers } from '../calcul/univers.ts'
import type { IndicateurCalcule } from '../indicateurs/modele.ts'
import type { TypeTerritoire } from '../jeu/jeu.ts'
import type { Parc } from '../parc/lire-parc.ts'
import { peuplerParc } from '../parc/peupler-parc.ts'
import type { Hierarchie } from './hierarchie.ts'

/** The tables of every territory together. */
export interface TablesTerritoires {
  readonly demandes: readonly Demandes[]
  readonly attributions?: Attributions
  readonly parc?: Parc
}

/**
 * The counts of one indicator in every territory of a level: those of territory `t` and answer `m` stand at
 * `t × reponses + m`. Unprotected: they are for the one who protects them, never for a file.
 */
export interface Colonnes {
  readonly indicateur: string
  readonly dimension: string | null
  readonly modalites: readonly (string | null)[]
  /** NaN for a median. */
  readonly numerateur: Float64Array
  /** NaN for a number that is not divided. */
  readonly denominateur: Float64Array
  readonly valeur: Float64Array
}

/** Every territory of one kind. */
export interface Niveau {
  readonly type: TypeTerritoire
  readonly codes: readonly string[]
  readonly colonnes: readonly Colonnes[]
}

const NIVEAUX = ['commune', 'epci', 'departement', 'region', 'france'] as const

/** The finest places that rows name: a commune, or an EPCI where no commune is known. */
interface Lieux {
  /** For each level, the codes of its territories, and that of each place (−1: none). */
  readonly niveaux: Readonly<Record<(typeof NIVEAUX)[number], { readonly codes: string[]; readonly rangs: number[] }>>
  coder(commune: string | undefined, epci: string | undefined): number
}

function creerLieux(hierarchie: Hierarchie): Lieux {
  const vide = () => ({ codes: [] as string[], rangs: [] as number[], index: new Map<string, number>() })
  const niveaux = { commune: vide(), epci: vide(), departement: vide(), region: vide(), france: vide() }
  const connus = new Map<string, number>()
  const ranger = (niveau: keyof typeof niveaux, code: string | null | undefined): void => {
    const { codes, rangs, index } = niveaux[niveau]
    if (typeof code !== 'string') {
      rangs.push(-1)
      return
    }
    const rang = index.get(code) ?? codes.push(code) - 1
    index.set(code, rang)
    rangs.push(rang)
  }
  return {
    niveaux,
    coder: (commune, epci) => {
      const place = commune === undefined ? undefined : hierarchie.rattachement(commune)
      // A commune outside the EPCI of its row is not a place of it: an applicant may seek elsewhere first.
      const dedans = place !== undefined && (epci === undefined || place.epci === epci)
      const cle = dedans ? (commune ?? '') : `epci ${epci ?? ''}`
      const connu = connus.get(cle)
      if (connu !== undefined) return connu
      const rang = connus.size
      connus.set(cle, rang)
      ranger('commune', dedans ? commune : null)
      ranger('epci', dedans ? place.epci : epci)
      ranger('departement', dedans ? place.departement : null)
      ranger('region', dedans ? place.region : null)
      ranger('france', 'FR')
      return rang
    },
  }
}

/** The place of each row; the same pair of cells is looked up once. */
function placer({ nom, parts }: Univers, lieux: Lieux): readonly Int32Array[] {
  return parts.map((part: Part) => {
    const commune = communeDe(nom, part)
    const { etats, valeurs, dictionnaire } = part.donnees.simple('epci')
    const parCommune = new Map<string | undefined, Map<number, number>>()
    return Int32Array.from(part.lignes, (i) => {
      const [nomCommune, entree] = [commune(i), etats[i] === CONNU ? (valeurs[i] ?? 0) : -1]
      const siens = parCommune.get(nomCommune) ?? new Map<number, number>()
      if (siens.size === 0) parCommune.set(nomCommune, siens)
      const rang = siens.get(entree) ?? lieux.coder(nomCommune, dictionnaire[entree])
      siens.set(entree, rang)
      return rang
    })
  })
}

/** Counts by place added up by territory. */
function sommer(effectifs: Float64Array, pas: number, rangs: readonly number[], nombre: number): Float64Array {
  const sommes = new Float64Array(nombre * pas)
  rangs.forEach((rang, lieu) => {
    if (rang < 0) return
    for (let c = 0; c < pas; c++)
      sommes[rang * pas + c] = (sommes[rang * pas + c] ?? 0) + (effectifs[lieu * pas + c] ?? 0)
  })
  return sommes
}

type MesurageAdditif = Extract<Mesurage, { readonly cases: number }>

/** Numerators and denominators from counts by case. */
function colonnesDe(id: string, mesurage: MesurageAdditif, sommes: Float64Array, nombre: number): Colonnes {
  const { nature, cases } = mesurage
  const modalites: readonly (string | null)[] = nature === 'compte' || nature === 'part' ? [null] : mesurage.modalites
  const taille = nombre * modalites.length
  const [numerateur, denominateur] = [new Float64Array(taille), new Float64Array(taille).fill(NaN)]
  const valeur = new Float64Array(taille)
  for (let t = 0; t < nombre; t++) {
    const debut = t * (cases + 1)
    let connus = 0
    for (let c = 0; c < cases; c++) connus += sommes[debut + c] ?? 0
    for (let m = 0; m < modalites.length; m++) {
      const place = t * modalites.length + m
      const n = sommes[debut + (nature === 'parts' ? 2 * m : m)] ?? 0
      const d = nature === 'compte' ? NaN : nature === 'parts' ? (sommes[debut + 2 * m + 1] ?? 0) : connus
      numerateur[place] = n
      denominateur[place] = d
      valeur[place] = nature === 'compte' ? n : n / d
    }
  }
  const dimension = nature === 'compte' || nature === 'part' ? null : mesurage.dimension
  return { indicateur: id, dimension, modalites, numerateur, denominateur, valeur }
}

function rapportDe(
  id: string,
  mesurage: Extract<Mesurage, { readonly nature: 'rapport' }>,
  parId: ReadonlyMap<string, Colonnes>,
  nombre: number,
): Colonnes | undefined {
  const haut = parId.get(mesurage.numerateur.indicateur)
  const bas = mesurage.denominateurs.flatMap(({ indicateur }) => parId.get(indicateur) ?? [])
  if (haut === undefined || bas.length < mesurage.denominateurs.length) return undefined
  const modalites: readonly (string | null)[] = mesurage.modalites ?? [null]
  const lire = (colonnes: Colonnes, t: number, modalite: string | null): number =>
    colonnes.numerateur[t * colonnes.modalites.length + colonnes.modalites.indexOf(modalite)] ?? NaN
  const places = Array.from({ length: nombre * modalites.length }, (_, p) => ({
    t: Math.floor(p / modalites.length),
    modalite: modalites[p % modalites.length] ?? null,
  }))
  const numerateur = Float64Array.from(places, ({ t, modalite }) => lire(haut, t, modalite))
  const denominateur = Float64Array.from(places, ({ t, modalite }) =>
    bas.reduce((somme, colonnes) => somme + lire(colonnes, t, modalite), 0),
  )
  const valeur = numerateur.map((n, p) => (denominateur[p] === 0 ? NaN : n / (denominateur[p] ?? NaN)))
  return { indicateur: id, dimension: mesurage.dimension ?? null, modalites, numerateur, denominateur, valeur }
}

function universDe(tables: TablesTerritoires, periode: string, contexte: ContexteObservation): readonly Univers[] {
  return [
    peuplerDemandes(tables.demandes, contexte).univers,
    ...(tables.attributions === undefined ? [] : peuplerAttributions(tables.attributions, periode, contexte)),
    ...(tables.parc === undefined ? [] : peuplerParc(tables.parc, periode, contexte)),
  ]
}

/**
 * Counts indicators in every commune, EPCI, département and région that the rows name, and in France, in one pass over the
 * rows for each: larger territories are the sum of the finest places, along both hierarchies. Medians are made anew from the
 * rows at each level.
 *
 * @param periode as in `observer`
 * @returns the levels from the finest; a row of which only the EPCI is known is in no commune nor département
 * @example
 * const hierarchie = creerHierarchie(territoires)
 * const niveaux = compterTerritoires({ demandes: [demandes] }, hierarchie, INDICATEURS_DEMANDE, '2025', contexte)
 * niveaux.map(({ type, codes }) => [type, codes.length]) //=> [['commune', 22], ['epci', 1], …]
 */
export function compterTerritoires(
  tables: TablesTerritoires,
  hierarchie: Hierarchie,
  indicateurs: readonly IndicateurCalcule[],
  periode: string,
  contexte: Omit<ContexteObservation, 'territoire'>,
): readonly Niveau[] {
  const univers = universDe(tables, periode, { ...contexte, territoire: undefined })
  const lieux = creerLieux(hierarchie)
  const places = new Map(univers.map((un) => [un.nom, placer(un, lieux)] as const))
  const nombreLieux = lieux.niveaux.france.rangs.length
  const parUnivers = new Map<NomUnivers, Univers>(univers.map((un) => [un.nom, un]))
  const fins = new Map(
    indicateurs.flatMap(({ indicateur: { id }, mesurage }) => {
      const un = parUnivers.get(mesurage.univers)
      if (un === undefined || mesurage.nature === 'mediane' || mesurage.nature === 'rapport') return []
      return [
        [id, denombrer(mesurage, un, { nombre: nombreLieux, groupes: places.get(un.nom) ?? [] }).effectifs] as const,
      ]
    }),
  )
  const lues = new Map(
    indicateurs.flatMap(({ indicateur: { id }, mesurage }) => {
      const un = parUnivers.get(mesurage.univers)
      return un === undefined || mesurage.nature !== 'mediane' ? [] : [[id, lireValeurs(mesurage, un)] as const]
    }),
  )
  return NIVEAUX.map((type): Niveau => {
    const { codes, rangs } = lieux.niveaux[type]
    const nombre = codes.length
    const parId = new Map<string, Colonnes>()
    for (const { indicateur, mesurage } of indicateurs) {
      const colonnes = colonnesNiveau(indicateur.id, mesurage)
      if (colonnes !== undefined) parId.set(indicateur.id, colonnes)
    }
    return { type, codes, colonnes: [...parId.values()] }

    function colonnesNiveau(id: string, mesurage: Mesurage): Colonnes | undefined {
      const un = parUnivers.get(mesurage.univers)
      if (un === undefined) return undefined
      if (mesurage.nature === 'rapport') return rapportDe(id, mesurage, parId, nombre)
      if (mesurage.nature !== 'mediane')
        return colonnesDe(
          id,
          mesurage,
          sommer(fins.get(id) ?? new Float64Array(0), mesurage.cases + 1, rangs, nombre),
          nombre,
        )
      const groupement: Groupement = {
        nombre,
        groupes: (places.get(un.nom) ?? []).map((siens) => siens.map((lieu) => rangs[lieu] ?? -1)),
      }
      const { valeurs } = calculerMedianes(lues.get(id) ?? [], mesurage.pas, groupement)
      const vides = new Float64Array(nombre).fill(NaN)
      return {
        indicateur: id,
        dimension: null,
        modalites: [null],
        numerateur: vides,
        denominateur: vides,
        valeur: valeurs,
      }
    }
  })
}
