import { CONNU } from '../../lecture/colonne.ts'
import { cleNom } from '../../objectifs/noms.ts'
import type { Echelle } from '../indicateurs/modele.ts'
import type { Territoire } from '../jeu/jeu.ts'
import type { Place } from './cellules.ts'
import type { Groupement, NomUnivers, Part, Univers } from './univers.ts'
import { ensemble } from './univers.ts'

/** Places that do not overlap, and the rows of each universe in each of them. */
export interface Famille {
  /** Null: the whole territory. */
  readonly nom: Echelle | null
  readonly membres: readonly { readonly suffixe: string; readonly place: Place }[]
  /** A universe of which the rows cannot be placed is absent. */
  readonly groupements: ReadonlyMap<NomUnivers, Groupement>
}

type TexteDe = (i: number) => string | undefined

/** The text of a field, under one spelling. */
function texteSimple(part: Part, code: string): TexteDe {
  const { etats, valeurs, dictionnaire } = part.donnees.simple(code)
  return (i) => (etats[i] === CONNU ? dictionnaire[valeurs[i] ?? 0] : undefined)
}

/** The commune named first among those that are sought. */
function premiereCommune({ donnees }: Part): TexteDe {
  const { etats, debuts, elements, dictionnaire } = donnees.multiple('communes_souhaitees')
  return (i) => {
    const debut = debuts[i] ?? 0
    return etats[i] === CONNU && debut < (debuts[i + 1] ?? 0) ? dictionnaire[elements[debut] ?? 0] : undefined
  }
}

/** The commune of a row: of the dwelling; of a demande, the first that it seeks. */
export function communeDe(univers: NomUnivers, part: Part): TexteDe {
  return univers === 'demandes' ? premiereCommune(part) : texteSimple(part, 'commune')
}

/** Rows by text, among those that are named. */
function grouper({ parts }: Univers, cles: readonly string[], texteDe: (part: Part) => TexteDe): Groupement {
  const rangs = new Map(cles.map((cle, rang) => [cle, rang]))
  const groupes = parts.map((part) => {
    const texte = texteDe(part)
    return Int32Array.from(part.lignes, (i) => rangs.get(texte(i) ?? '') ?? -1)
  })
  return { nombre: cles.length, groupes }
}

/** The whole territory. */
export function familleEntiere(univers: readonly Univers[], territoire: string): Famille {
  return {
    nom: null,
    membres: [{ suffixe: '', place: { territoire, dimension: null, modalite: null } }],
    groupements: new Map(univers.map((un) => [un.nom, ensemble(un)])),
  }
}

/** The communes of the territory. */
export function familleCommunes(univers: readonly Univers[], territoires: readonly Territoire[]): Famille {
  const communes = territoires.map(({ code }) => code)
  return {
    nom: 'communes',
    membres: communes.map((code) => ({
      suffixe: `@${code}`,
      place: { territoire: code, dimension: null, modalite: null },
    })),
    // Rows of which none names its commune are nowhere: « 0 » in every commune would be read as an answer.
    groupements: new Map(
      univers
        .map((un) => [un.nom, grouper(un, communes, (part) => communeDe(un.nom, part))] as const)
        .filter(([, { groupes }]) => groupes.some((siens) => siens.some((groupe) => groupe >= 0))),
    ),
  }
}

/** The priority districts that the rows name; demandes name none. */
export function familleQuartiers(univers: readonly Univers[], territoire: string): Famille {
  const situes = univers.filter(({ nom }) => nom !== 'demandes')
  const codes = new Set<string>()
  for (const { parts } of situes)
    for (const part of parts) {
      const texte = texteSimple(part, 'code_qpv')
      for (const i of part.lignes) codes.add(texte(i) ?? '')
    }
  codes.delete('')
  const tries = [...codes].sort()
  return {
    nom: 'quartiers',
    membres: tries.map((code) => ({
      suffixe: `@${code}`,
      place: { territoire, dimension: 'qpv', modalite: code },
    })),
    groupements: new Map(
      situes.map((un) => [un.nom, grouper(un, tries, (part) => texteSimple(part, 'code_qpv'))] as const),
    ),
  }
}

/** Rows by landlord, those without one together; undefined where nothing names landlords. */
export function parBailleur(univers: Univers): Groupement | undefined {
  if (univers.nom === 'demandes') return undefined
  const rangs = new Map<string, number>()
  const groupes = univers.parts.map((part) => {
    const texte = texteSimple(part, 'bailleur')
    return Int32Array.from(part.lignes, (i) => {
      const cle = cleNom(texte(i) ?? '')
      const rang = rangs.get(cle) ?? rangs.size
      rangs.set(cle, rang)
      return rang
    })
  })
  const anonymes = rangs.size === 0 || (rangs.size === 1 && rangs.has(''))
  return anonymes ? undefined : { nombre: rangs.size, groupes }
}

/** Two groupings at once: the group of a pair is `a × b.nombre + b`. */
export function croiser(a: Groupement, b: Groupement): Groupement {
  return {
    nombre: a.nombre * b.nombre,
    groupes: a.groupes.map((siens, p) => siens.map((g, k) => (g < 0 ? -1 : g * b.nombre + (b.groupes[p]?.[k] ?? 0)))),
  }
}
