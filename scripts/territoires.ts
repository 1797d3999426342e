/**
 * Makes `core/territoires/donnees/` from the official list of places. Run by hand when its yearly edition changes:
 * `npx tsx scripts/territoires.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import complements from './donnees/epci-complements.json' with { type: 'json' }

const PAQUET = '@etalab/decoupage-administratif'
const DOSSIER = new URL('../core/territoires/donnees/', import.meta.url)
/** Year of the edition: see the table in the README of the package. */
const MILLESIME = 2026
const PARIS = '217500016'
const GRAND_PARIS = '200054781'

interface Commune {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly departement?: string
  readonly region?: string
  readonly commune?: string
  readonly population?: number
}

interface Groupement {
  readonly code: string
  readonly nom: string
  readonly membres: readonly { readonly code: string; readonly nom: string }[]
}

interface Territoire {
  readonly siren: string
  readonly nom: string
  readonly communes: readonly Commune[]
  /** Its communes are written under these territories. */
  readonly composants: readonly string[]
}

const exiger = createRequire(import.meta.url)

function charger<T>(fichier: string): T {
  return JSON.parse(readFileSync(exiger.resolve(`${PAQUET}/${fichier}.json`), 'utf8')) as T
}

const { version } = charger<{ version: string }>('package')
const communes = charger<Commune[]>('data/communes')
const etablissements = charger<Groupement[]>('data/ept')
const groupements = [...charger<Groupement[]>('data/epci'), ...etablissements]
const actuelles = new Map(communes.filter(({ type }) => type === 'commune-actuelle').map((c) => [c.code, c]))

/** The two groupings whose communes are already those of others. */
const COMPOSANTS: Readonly<Record<string, readonly string[]>> = {
  [GRAND_PARIS]: [PARIS, ...etablissements.map(({ code }) => code)].sort(),
  ...Object.fromEntries(complements.ajouts.map(({ siren, reprend }) => [siren, reprend])),
}

function communeActuelle(code: string): Commune {
  const commune = actuelles.get(code)
  if (commune === undefined) throw new Error(`No commune has the code ${code}.`)
  return commune
}

function membresDe(siren: string): Commune[] {
  return (groupements.find(({ code }) => code === siren)?.membres ?? []).map(({ code }) => communeActuelle(code))
}

function territoireDe({ code, nom }: Groupement): Territoire {
  return { siren: code, nom, communes: membresDe(code), composants: COMPOSANTS[code] ?? [] }
}

function territoireAjoute({ siren, nom, communes: codes, reprend }: (typeof complements.ajouts)[number]): Territoire {
  const membres = [...codes.map(communeActuelle), ...reprend.flatMap(membresDe)]
  return { siren, nom, communes: membres, composants: reprend }
}

/** The region where most of the inhabitants live. */
function regionPrincipale(membres: readonly Commune[]): string {
  const habitants = new Map<string, number>()
  for (const { region = '', population = 0 } of membres)
    habitants.set(region, (habitants.get(region) ?? 0) + population)
  return [...habitants].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

/** « de », « du », « des »… before the name of a place, by the INSEE code « TNCC ». */
const LIAISONS = ['de ', 'd’', 'du ', 'de la ', 'des ', 'de l’', 'des ', 'de las ', 'de los ']

/** `siren|nom|region|departement,departement|other name`. */
function ligneEpci({ siren, nom, communes: membres }: Territoire): string {
  const departements = [...new Set(membres.map(({ departement = '' }) => departement))].sort()
  const autresNoms = complements.noms.filter(([code]) => code === siren).map(([, autre = '']) => autre)
  return [siren, nom, regionPrincipale(membres), departements.join(','), ...autresNoms].join('|')
}

/** `59009Villeneuve-d'Ascq|59013Anstaing…`, by code. */
function enChaine(membres: readonly Commune[]): string {
  return membres
    .map(({ code, nom }) => code + nom)
    .sort()
    .join('|')
}

/** The text of the file of communes, one line per territory so that a new edition can be compared with the last. */
function fichierCommunes(territoires: readonly Territoire[]): object {
  const rattachees = new Set(territoires.flatMap(({ communes: membres }) => membres.map(({ code }) => code)))
  const isolees = [...actuelles.values()].filter(({ code }) => !rattachees.has(code))
  const propres = territoires.filter(({ composants }) => composants.length === 0)
  return {
    ...entete('Communes actuelles et arrondissements municipaux, par SIREN de leur territoire'),
    parTerritoire: Object.fromEntries(propres.map((territoire) => [territoire.siren, enChaine(territoire.communes)])),
    composants: Object.fromEntries(
      territoires.filter(({ composants }) => composants.length > 0).map((t) => [t.siren, t.composants]),
    ),
    horsEpci: enChaine(isolees),
    arrondissements: arrondissementsParCommune(),
    autresNoms: autresNoms(),
  }
}

function arrondissementsParCommune(): Record<string, string> {
  const municipaux = communes.filter(({ type }) => type === 'arrondissement-municipal')
  const centres = [...new Set(municipaux.map(({ commune = '' }) => commune))].sort()
  return Object.fromEntries(
    centres.map((centre) => [centre, enChaine(municipaux.filter(({ commune }) => commune === centre))]),
  )
}

/** Names that the list of EPCI gives to communes, where the geographical code has another one (renamed since). */
function autresNoms(): string {
  const cites = groupements.flatMap(({ membres }) => membres.map(({ code, nom }) => code + nom))
  return [...new Set(cites)]
    .filter((cite) => actuelles.get(cite.slice(0, 5))?.nom !== cite.slice(5))
    .sort()
    .join('|')
}

function fichierEpci(territoires: readonly Territoire[]): object {
  const regions = charger<{ code: string; nom: string; typeLiaison: number }[]>('data/regions')
  return {
    ...entete('EPCI à fiscalité propre, établissements publics territoriaux et Paris'),
    regions: Object.fromEntries(regions.map(({ code, nom }) => [code, nom])),
    liaisons: Object.fromEntries(regions.map(({ code, typeLiaison }) => [code, LIAISONS[typeLiaison] ?? 'de '])),
    lignes: territoires.map(ligneEpci),
  }
}

function entete(description: string): object {
  return {
    description,
    source: `Code officiel géographique et liste des EPCI, par ${PAQUET} ${version} ; ${complements.source}`,
    licence: 'Licence Ouverte 2.0',
    millesime: MILLESIME,
  }
}

function ecrire(fichier: string, contenu: object): void {
  writeFileSync(new URL(fichier, DOSSIER), `${JSON.stringify(contenu, null, 1)}\n`)
}

const territoires = [...groupements.map(territoireDe), ...complements.ajouts.map(territoireAjoute)].sort((a, b) =>
  a.siren < b.siren ? -1 : 1,
)
ecrire('epci.json', fichierEpci(territoires))
ecrire('communes.json', fichierCommunes(territoires))
