import { Refus } from '../../socle/refus.ts'
import { grouper, numeroteur } from './groupes.ts'
import type { Observations } from './jeu.ts'
import { intervalleDe } from './periode.ts'
import { abreger, type Tete } from './schema.ts'

const COLONNES = [
  'indicateur',
  'territoire',
  'periode',
  'dimension',
  'modalite',
  'numerateur',
  'denominateur',
  'valeur',
  'secret',
  'diffusion',
  'source',
] as const satisfies readonly (keyof Observations)[]

/** More could not be held by a page. */
const LIGNES_MAXIMALES = 5_000_000
const LONGUEUR_CITATION = 60
const SECRETS: ReadonlySet<unknown> = new Set(['primaire', 'secondaire', 'dominance', 'difference'])

type Brutes = Readonly<Record<(typeof COLONNES)[number], readonly unknown[]>>

function citer(valeur: unknown): string {
  const texte = typeof valeur === 'string' ? valeur : ((JSON.stringify(valeur) as string | undefined) ?? 'rien')
  return `« ${texte.length > LONGUEUR_CITATION ? `${texte.slice(0, LONGUEUR_CITATION)}…` : texte} »`
}

/** The eleven columns as arrays of one length. Other columns are dropped: nothing else may enter. */
function separer(observations: Readonly<Record<string, unknown>>): Brutes {
  const colonnes = COLONNES.map(
    (nom) => [nom, Object.hasOwn(observations, nom) ? observations[nom] : undefined] as const,
  )
  const absentes = colonnes.filter(([, valeurs]) => !Array.isArray(valeurs)).map(([nom]) => nom)
  if (absentes.length > 0)
    throw new Refus(`Colonnes absentes des observations, ou qui ne sont pas des listes : ${absentes.join(', ')}.`)
  const brutes = Object.fromEntries(colonnes) as unknown as Brutes
  const longueurs = COLONNES.map((nom) => `${nom} ${String(brutes[nom].length)}`)
  if (COLONNES.some((nom) => brutes[nom].length !== brutes.indicateur.length)) {
    throw new Refus(`Les colonnes des observations doivent avoir la même longueur ; lues : ${longueurs.join(', ')}.`)
  }
  if (brutes.indicateur.length > LIGNES_MAXIMALES) {
    throw new Refus(
      `Le fichier compte ${String(brutes.indicateur.length)} observations ; ${String(LIGNES_MAXIMALES)} au plus peuvent être lues.`,
    )
  }
  return brutes
}

function texteOuRien(valeur: unknown): boolean {
  return valeur === null || (typeof valeur === 'string' && valeur !== '')
}

function nombreOuRien(valeur: unknown): boolean {
  return valeur === null || (typeof valeur === 'number' && Number.isFinite(valeur))
}

function positifOuRien(valeur: unknown): boolean {
  return valeur === null || (typeof valeur === 'number' && Number.isFinite(valeur) && valeur >= 0)
}

/** What each column may hold, and the sentence when it does not. */
function verifications(tete: Tete): readonly (readonly [keyof Observations, (valeur: unknown) => boolean, string])[] {
  const indicateurs: ReadonlySet<unknown> = new Set(tete.indicateurs.map(({ id }) => id))
  const territoires: ReadonlySet<unknown> = new Set(tete.territoires.map(({ code }) => code))
  const sources: ReadonlySet<unknown> = new Set(tete.sources.map(({ id }) => id))
  const periodes = new Map<unknown, boolean>()
  const estPeriode = (valeur: unknown): boolean => {
    const connue = periodes.get(valeur)
    if (connue !== undefined) return connue
    const juste = typeof valeur === 'string' && intervalleDe(valeur) !== undefined
    periodes.set(valeur, juste)
    return juste
  }
  return [
    ['indicateur', (v) => indicateurs.has(v), 'n’est pas décrit dans « indicateurs »'],
    ['territoire', (v) => territoires.has(v), 'n’est pas décrit dans « territoires »'],
    ['periode', estPeriode, 'n’est pas une période : attendu 2025, 2025-T1, 2025-03 ou un jour'],
    ['dimension', texteOuRien, 'doit être un texte ou null'],
    ['modalite', texteOuRien, 'doit être un texte ou null'],
    ['numerateur', positifOuRien, 'doit être un nombre positif ou null'],
    ['denominateur', positifOuRien, 'doit être un nombre positif ou null'],
    ['valeur', nombreOuRien, 'doit être un nombre ou null'],
    [
      'secret',
      (v) => v === null || SECRETS.has(v),
      'n’est pas un motif de secret connu (primaire, secondaire, dominance, difference)',
    ],
    ['diffusion', (v) => v === null || v === 'source', 'n’est pas une diffusion connue (« source » ou null)'],
    ['source', (v) => v === null || sources.has(v), 'n’est pas décrite dans « sources »'],
  ]
}

function fautesDeColonne(brutes: Brutes, [nom, juste, phrase]: ReturnType<typeof verifications>[number]): string[] {
  const fautes: string[] = []
  const colonne = brutes[nom]
  for (let i = 0; i < colonne.length; i++) {
    if (!juste(colonne[i])) fautes.push(`Observation n° ${String(i + 1)}, ${nom} : ${citer(colonne[i])} ${phrase}.`)
  }
  return fautes
}

/** Relative gap allowed between a value and its ratio: other programs round what they write. */
const TOLERANCE = 1e-4

function differe(valeur: number, attendue: number): boolean {
  return Math.abs(valeur - attendue) > TOLERANCE * Math.max(1e-9, Math.abs(attendue))
}

/** What is wrong with the members of one row taken together, if anything. */
function fauteDeLigne(o: Observations, i: number, additifs: ReadonlySet<string>): string | undefined {
  const [numerateur, denominateur, valeur] = [o.numerateur[i] ?? null, o.denominateur[i] ?? null, o.valeur[i] ?? null]
  const secret = o.secret[i] ?? null
  if ((o.dimension[i] === null) !== (o.modalite[i] === null)) return 'une dimension va avec une modalité'
  if (secret !== null && (numerateur !== null || denominateur !== null || valeur !== null)) {
    return `le chiffre est retenu (« ${secret} ») et pourtant écrit : numerateur, denominateur et valeur doivent être null`
  }
  if (secret !== null && o.diffusion[i] === 'source')
    return 'un chiffre déjà publié par une source ne peut pas être retenu'
  if (o.diffusion[i] === 'source')
    return o.source[i] === null ? 'un chiffre de diffusion « source » doit nommer sa source' : undefined
  if (valeur === null || numerateur === null || !additifs.has(o.indicateur[i] ?? '')) return undefined
  if (denominateur === null) return valeur === numerateur ? undefined : 'la valeur n’est pas égale au numérateur'
  if (denominateur === 0) return 'une valeur ne se calcule pas sur un dénominateur nul'
  return differe(valeur, numerateur / denominateur) ? 'la valeur n’est pas numerateur / denominateur' : undefined
}

/** Most cases of a grid of one byte each; beyond, rows fill too few of them and a set is smaller. */
const CASES_MAXIMALES = 2 ** 26

/** Tells whether a number below `limite` was already given. */
function memoire(limite: number): (numero: number) => boolean {
  if (limite > CASES_MAXIMALES) {
    const vus = new Set<number>()
    return (numero) => vus.size === vus.add(numero).size
  }
  const vus = new Uint8Array(limite)
  return (numero) => {
    const vu = vus[numero] === 1
    vus[numero] = 1
    return vu
  }
}

function fautesDesLignes(o: Observations, tete: Tete): string[] {
  const additifs = new Set(tete.indicateurs.filter(({ additif }) => additif).map(({ id }) => id))
  const { cles, rangs } = grouper(o)
  const lieuDe = numeroteur()
  const dejaVu = memoire(cles.length * tete.territoires.length)
  const fautes: string[] = []
  for (let i = 0; i < rangs.length; i++) {
    const place = (rangs[i] ?? 0) * tete.territoires.length + lieuDe(o.territoire[i])
    const faute = dejaVu(place) ? 'ce chiffre est déjà donné plus haut' : fauteDeLigne(o, i, additifs)
    if (faute !== undefined) fautes.push(`Observation n° ${String(i + 1)} : ${faute}.`)
  }
  return fautes
}

function exiger(fautes: readonly string[]): void {
  if (fautes.length > 0) throw new Refus(abreger(fautes))
}

/**
 * The columns of a dataset, checked cell by cell, then row by row.
 *
 * @throws Refus naming each fault with its row (1 is the first observation)
 */
export function lireObservations(tete: Tete): Observations {
  const brutes = separer(tete.observations)
  exiger(verifications(tete).flatMap((verification) => fautesDeColonne(brutes, verification)))
  const observations = brutes as unknown as Observations
  exiger(fautesDesLignes(observations, tete))
  return observations
}
