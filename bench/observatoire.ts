import { creerTerritoires, type Demandes, DONNEES_EPCI, SEUILS_QUARTILES } from '../core/index.ts'
import { colonneVide, CONNU, type Colonne } from '../core/lecture/colonne.ts'
import type { Attributions } from '../core/objectifs/index.ts'
import { CHAMPS_ATTRIBUTION } from '../core/objectifs/index.ts'
import { compterTerritoires, creerHierarchie, INDICATEURS_CALCULES } from '../core/observatoire/index.ts'
import { aleatoire } from '../core/socle/aleatoire.ts'
import { DONNEES_COMMUNES } from '../core/territoires/donnees-communes.ts'
import { CHAMPS_DEMANDE } from '../core/demande/champs.ts'
import { LISTES, type NomListe } from '../core/listes/listes.ts'
import type { Champ } from '../core/lecture/modele.ts'
import type { Mesure } from './chrono.ts'
import { JOUR } from './population.ts'

const DEMANDES = 1_000_000
const ATTRIBUTIONS = 300_000

interface Tirage {
  readonly nombre: number
  readonly hasard: () => number
  readonly communes: readonly string[]
  readonly epci: readonly string[]
  /** Commune of each row, and its EPCI. */
  readonly rangs: Uint32Array
  readonly epciDe: Uint32Array
}

const entier = ({ hasard }: Tirage, n: number): number => Math.floor(hasard() * n)

function simple(tirage: Tirage, dictionnaire: readonly string[], valeur: (i: number) => number): Colonne {
  const { nombre, hasard } = tirage
  const etats = Uint8Array.from({ length: nombre }, () => (hasard() < 0.97 ? CONNU : 1))
  return { genre: 'simple', etats, valeurs: Float64Array.from({ length: nombre }, (_, i) => valeur(i)), dictionnaire }
}

function multiple({ nombre }: Tirage, dictionnaire: readonly string[], element: (i: number) => number): Colonne {
  return {
    genre: 'multiple',
    etats: new Uint8Array(nombre),
    debuts: Uint32Array.from({ length: nombre + 1 }, (_, i) => i),
    elements: Uint16Array.from({ length: nombre }, (_, i) => element(i)),
    dictionnaire,
  }
}

/** Values that a field may hold, drawn as the field is: a code of its list, a day of the last years, a number. */
function tirer(champ: Champ, tirage: Tirage): Colonne {
  const { type, uniteOuListe: liste, code } = champ
  const codes = Object.hasOwn(LISTES, liste) ? LISTES[liste as NomListe].map((valeur) => valeur.code) : []
  if (code === 'communes_souhaitees') return multiple(tirage, tirage.communes, (i) => tirage.rangs[i] ?? 0)
  if (code === 'commune') return simple(tirage, tirage.communes, (i) => tirage.rangs[i] ?? 0)
  if (code === 'epci') return simple(tirage, tirage.epci, (i) => tirage.epciDe[i] ?? 0)
  if (code === 'reference_logement') return simple(tirage, LOGEMENTS, (i) => i % LOGEMENTS.length)
  if (code === 'bailleur') return simple(tirage, BAILLEURS, () => entier(tirage, BAILLEURS.length))
  if (type === 'liste multiple' && codes.length > 0) return multiple(tirage, codes, () => entier(tirage, codes.length))
  if (type === 'liste') return simple(tirage, codes, () => entier(tirage, codes.length))
  if (type === 'booleen') return simple(tirage, [], () => entier(tirage, 2))
  if (type === 'date')
    return simple(tirage, [], () => JOUR - 31 - entier(tirage, code === 'date_naissance' ? 20_000 : 1_500))
  if (type === 'entier' || type === 'nombre')
    return simple(tirage, [], () => champ.minimum + entier(tirage, type === 'nombre' ? 3_000 : 4))
  return colonneVide(champ, tirage.nombre)
}

const LOGEMENTS = Array.from({ length: 120_000 }, (_, i) => `L${String(i)}`)
const BAILLEURS = Array.from({ length: 600 }, (_, i) => `Bailleur ${String(i)}`)

const territoires = creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES)

function preparer(nombre: number, graine: number): Tirage {
  const hasard = aleatoire(graine)
  const places = territoires
    .epci()
    .flatMap(({ siren }, e) => territoires.communesDe(siren).map(({ code }) => ({ code, e })))
  const rangs = Uint32Array.from({ length: nombre }, () => Math.floor(hasard() * places.length))
  return {
    nombre,
    hasard,
    communes: places.map(({ code }) => code),
    epci: territoires.epci().map(({ siren }) => siren),
    rangs,
    epciDe: rangs.map((rang) => places[rang]?.e ?? 0),
  }
}

function table(champs: readonly Champ[], tirage: Tirage) {
  const colonnes = new Map(champs.map((champ) => [champ.code, tirer(champ, tirage)]))
  return {
    nombre: tirage.nombre,
    lignesLues: tirage.nombre,
    lignes: Uint32Array.from({ length: tirage.nombre }, (_, i) => i + 2),
    anomalies: [],
    videNon: [],
    defauts: [],
    colonne: (code: string): Colonne => {
      const colonne = colonnes.get(code)
      if (colonne === undefined) throw new Error(`not a field: got ${code}`)
      return colonne
    },
  }
}

/** A million demandes and three hundred thousand allocations spread over every commune of France. */
function population(): { readonly demandes: readonly Demandes[]; readonly attributions: Attributions } {
  const demandes = table(CHAMPS_DEMANDE, preparer(DEMANDES, 1))
  const attributions = table(CHAMPS_ATTRIBUTION, preparer(ATTRIBUTIONS, 2))
  const numeros = Array.from({ length: DEMANDES }, (_, i) => `075${String(10 ** 15 + i)}`)
  return {
    demandes: [{ ...demandes, numeros } as unknown as Demandes],
    attributions: {
      ...attributions,
      fichiers: ['attributions.csv'],
      origines: new Uint16Array(ATTRIBUTIONS),
      champsPresents: new Set(CHAMPS_ATTRIBUTION.map(({ code }) => code)),
    },
  }
}

/** Every indicator for every territory of the country, from columns once read. */
export function mesurerObservatoire(): readonly Mesure[] {
  const tables = population()
  const hierarchie = creerHierarchie(territoires)
  const debut = performance.now()
  const niveaux = compterTerritoires(tables, hierarchie, INDICATEURS_CALCULES, '2025', {
    jour: JOUR,
    seuils: SEUILS_QUARTILES,
    borne: 'stricte',
  })
  const temps = (performance.now() - debut) / 1_000
  const nombre = niveaux.reduce((somme, { codes }) => somme + codes.length, 0)
  const indicateurs = Math.max(...niveaux.map(({ colonnes }) => colonnes.length))
  return [
    {
      nom: `1 000 000 demandes, 300 000 attributions : ${String(indicateurs)} indicateurs × ${String(nombre)} territoires`,
      valeur: temps,
      unite: 's',
      budget: 10,
    },
  ]
}
