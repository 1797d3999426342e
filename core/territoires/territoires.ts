import { cleTexte } from '../socle/texte.ts'

/** The list of territories as it is stored: `scripts/territoires.ts` writes it. */
export interface DonneesEpci {
  readonly source: string
  /** Year of the official list. */
  readonly millesime: number
  /** Name of each region, by INSEE code. */
  readonly regions: Readonly<Record<string, string>>
  /** « de », « du », « des »… before each of these names. */
  readonly liaisons: Readonly<Record<string, string>>
  /** `siren|name|region|departement,departement|other name…`. */
  readonly lignes: readonly string[]
}

/** The communes as they are stored: `scripts/territoires.ts` writes them. Lists read `59350Lille|59009Villeneuve…`. */
export interface DonneesCommunes {
  readonly source: string
  readonly millesime: number
  readonly parTerritoire: Readonly<Record<string, string>>
  /** Territories made of the communes of others: the métropole du Grand Paris, EPCI just merged. */
  readonly composants: Readonly<Record<string, readonly string[]>>
  readonly horsEpci: string
  /** Arrondissements of Paris, Lyon and Marseille, by INSEE code of their commune. */
  readonly arrondissements: Readonly<Record<string, string>>
  /** Former names of some communes: read, never shown. */
  readonly autresNoms: string
}

export interface Commune {
  /** INSEE code, five characters. */
  readonly code: string
  readonly nom: string
}

export interface Region {
  /** INSEE code, such as « 32 ». */
  readonly code: string
  readonly nom: string
  /** After a noun: « des Hauts-de-France », « du Grand Est ». */
  readonly complement: string
}

/** What is known of French territories. Without the communes, the questions about communes have no answer. */
export interface Territoires {
  /** Year of the official list. */
  readonly millesime: number
  /** SIREN of the only territory of that exact name (accents, case and punctuation apart), else undefined. */
  epciParNom(nom: string): string | undefined
  nomEpci(siren: string): string | undefined
  /** INSEE codes in order: 89 EPCI span several départements. Empty when the territory is unknown. */
  departementsDe(siren: string): readonly string[]
  /** The region, for an EPCI that spans several the one where most of its inhabitants live. */
  regionDe(siren: string): Region | undefined
  /** INSEE code of the only commune or arrondissement of that exact name within the territory, else undefined. */
  communeParNom(nom: string, siren: string): string | undefined
  nomCommune(insee: string): string | undefined
  /** Communes of the territory by code, arrondissements apart. Empty when the territory is unknown. */
  communesDe(siren: string): readonly Commune[]
  /** Every territory, by SIREN. */
  epci(): readonly { readonly siren: string; readonly nom: string }[]
}

interface Epci {
  readonly siren: string
  readonly nom: string
  readonly region: string
  readonly departements: readonly string[]
  readonly autresNoms: readonly string[]
}

/**
 * Makes the lists ready to be asked. Give the communes only where they are needed: they are heavy.
 *
 * @example creerTerritoires(DONNEES_EPCI).epciParNom('metropole europeenne de lille') //=> '200093201'
 * @example creerTerritoires(DONNEES_EPCI, DONNEES_COMMUNES).communeParNom('Lille', '200093201') //=> '59350'
 */
export function creerTerritoires(donneesEpci: DonneesEpci, donneesCommunes?: DonneesCommunes): Territoires {
  const parSiren = new Map(donneesEpci.lignes.map(lireEpci).map((epci) => [epci.siren, epci]))
  const parNom = indexUnique([...parSiren.values()].flatMap(nomsDe))
  return {
    millesime: donneesEpci.millesime,
    epciParNom: (nom) => parNom.get(cleTexte(nom)) ?? undefined,
    nomEpci: (siren) => parSiren.get(siren)?.nom,
    departementsDe: (siren) => parSiren.get(siren)?.departements ?? [],
    regionDe: (siren) => regionDe(parSiren.get(siren)?.region ?? '', donneesEpci),
    epci: () => [...parSiren.values()].map(({ siren, nom }) => ({ siren, nom })),
    ...(donneesCommunes === undefined ? SANS_COMMUNES : avecCommunes(donneesCommunes)),
  }
}

type QuestionsCommunes = Pick<Territoires, 'communeParNom' | 'nomCommune' | 'communesDe'>

const SANS_COMMUNES: QuestionsCommunes = {
  communeParNom: () => undefined,
  nomCommune: () => undefined,
  communesDe: () => [],
}

function lireEpci(ligne: string): Epci {
  const [siren = '', nom = '', region = '', departements = '', ...autresNoms] = ligne.split('|')
  return { siren, nom, region, departements: departements.split(','), autresNoms }
}

function nomsDe({ siren, nom, autresNoms }: Epci): [string, string][] {
  return [nom, ...autresNoms].map((unNom) => [unNom, siren])
}

function regionDe(code: string, { regions, liaisons }: DonneesEpci): Region | undefined {
  if (!Object.hasOwn(regions, code)) return undefined
  const nom = regions[code] ?? ''
  return { code, nom, complement: `${liaisons[code] ?? 'de '}${nom}` }
}

/** Code by name; null for a name that several codes bear. */
function indexUnique(noms: readonly (readonly [nom: string, code: string])[]): Map<string, string | null> {
  const index = new Map<string, string | null>()
  for (const [nom, code] of noms) {
    const cle = cleTexte(nom)
    const connu = index.get(cle)
    index.set(cle, connu === undefined || connu === code ? code : null)
  }
  return index
}

/** Communes are read territory by territory, when first asked for: a workbook holds one or two of a thousand. */
function avecCommunes(donnees: DonneesCommunes): QuestionsCommunes {
  const listes = new Map(Object.entries(donnees.parTerritoire))
  const composants = new Map(Object.entries(donnees.composants))
  const communesDe = memoire((siren) =>
    (composants.get(siren) ?? [siren])
      .flatMap((composant) => lireCommunes(listes.get(composant) ?? ''))
      .toSorted(parCode),
  )
  const noms = memoire((siren) => indexUnique(lieuxDe(communesDe(siren), donnees).map(({ nom, code }) => [nom, code])))
  const parInsee = memoire(() => nomsParInsee([...listes.values()], donnees))
  return {
    communesDe,
    communeParNom: (nom, siren) => noms(siren).get(cleTexte(nom)) ?? undefined,
    nomCommune: (insee) => parInsee('').get(insee),
  }
}

function memoire<V>(calculer: (cle: string) => V): (cle: string) => V {
  const connus = new Map<string, V>()
  return (cle) => {
    const valeur = connus.get(cle) ?? calculer(cle)
    connus.set(cle, valeur)
    return valeur
  }
}

function lireCommunes(liste: string): Commune[] {
  return liste === '' ? [] : liste.split('|').map((lieu) => ({ code: lieu.slice(0, 5), nom: lieu.slice(5) }))
}

/** Communes with their arrondissements and former names. */
function lieuxDe(communes: readonly Commune[], { arrondissements, autresNoms }: DonneesCommunes): Commune[] {
  const municipaux = new Map(Object.entries(arrondissements))
  const codes = new Set(communes.map(({ code }) => code))
  return [
    ...communes,
    ...communes.flatMap(({ code }) => lireCommunes(municipaux.get(code) ?? '')),
    ...lireCommunes(autresNoms).filter(({ code }) => codes.has(code)),
  ]
}

function nomsParInsee(listes: readonly string[], donnees: DonneesCommunes): Map<string, string> {
  const lieux = [...listes, donnees.horsEpci, ...Object.values(donnees.arrondissements)].flatMap(lireCommunes)
  return new Map(lieux.map(({ code, nom }) => [code, nom]))
}

function parCode(a: Commune, b: Commune): number {
  return a.code < b.code ? -1 : 1
}
