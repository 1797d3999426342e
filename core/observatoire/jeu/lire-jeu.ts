import { fauteJson } from '../../socle/faute-json.ts'
import { Refus } from '../../socle/refus.ts'
import { empreinteDuJeu } from './ecrire-jeu.ts'
import type { Jeu } from './jeu.ts'
import { lireObservations } from './lire-observations.ts'
import { abreger, formerTete, type Tete } from './schema.ts'

const FORMAT = 'observatoire/1'

function formatDe(brut: unknown): string | undefined {
  if (typeof brut !== 'object' || brut === null || Array.isArray(brut) || !Object.hasOwn(brut, 'format'))
    return undefined
  const { format } = brut as { readonly format: unknown }
  return typeof format === 'string' ? format.slice(0, 60) : undefined
}

/** Refuses what is not `observatoire/1`, and says what it is when that can be told. */
function exigerFormat(brut: unknown): void {
  const format = formatDe(brut)
  if (format === FORMAT) return
  if (format === undefined)
    throw new Refus(`Ce fichier n’est pas un jeu de données de l’observatoire : « format » devrait être « ${FORMAT} ».`)
  if (/^observatoire\//.test(format)) {
    throw new Refus(
      `Ce fichier est d’une autre version (« ${format} ») ; cette page lit « ${FORMAT} ». Ouvrez-le avec une version plus récente, ou demandez à son producteur de le publier en « ${FORMAT} ».`,
    )
  }
  if (/^observatoire-index\//.test(format)) {
    throw new Refus(
      'Ce fichier est un index (« observatoire-index ») : il ne contient pas de chiffres. Ouvrez les fichiers qu’il nomme.',
    )
  }
  throw new Refus(`« ${format} » n’est pas un jeu de données de l’observatoire ; attendu : « ${FORMAT} ».`)
}

function enDouble(quoi: string, codes: readonly string[]): string[] {
  const doubles = new Set(codes.filter((code, i) => codes.indexOf(code) !== i))
  return [...doubles].map((code) => `${quoi} « ${code} » est décrit deux fois.`)
}

function doubles(quoi: string, codes: readonly string[]): string[] {
  return new Set(codes).size === codes.length ? [] : enDouble(quoi, codes)
}

function exigerSansDoubles({ territoires, indicateurs, sources }: Tete): void {
  const fautes = [
    ...doubles(
      'Le territoire',
      territoires.map(({ code }) => code),
    ),
    ...doubles(
      'L’indicateur',
      indicateurs.map(({ id }) => id),
    ),
    ...doubles(
      'La source',
      sources.map(({ id }) => id),
    ),
  ]
  if (fautes.length > 0) throw new Refus(abreger(fautes))
}

/**
 * Reads a dataset from parsed JSON. Members that the format does not know are dropped.
 *
 * @throws Refus with one sentence a fault: unknown format or version, member that does not fit, columns of unequal
 * length, code not described, figure both withheld and written, figure given twice
 * @example
 * lireJeu({ format: 'observatoire/2' })
 * //=> throws Refus: Ce fichier est d’une autre version (« observatoire/2 »)…
 */
export function lireJeu(brut: unknown): Jeu {
  exigerFormat(brut)
  const tete = formerTete(brut)
  exigerSansDoubles(tete)
  return { ...tete, format: FORMAT, observations: lireObservations(tete) }
}

/** A dataset once read from a file. */
export interface JeuLu {
  readonly jeu: Jeu
  /** Whether the content is still what its `empreinte` says; undefined when it bears none. */
  readonly intact: boolean | undefined
}

function estIntact(brut: unknown, { empreinte }: Jeu): boolean | undefined {
  return empreinte === undefined ? undefined : empreinte === empreinteDuJeu(brut as object)
}

/** What takes its time when a large dataset is read, in this order. */
export type EtapeLecture = 'json' | 'verification' | 'empreinte'

/**
 * Reads a dataset from parsed JSON, and says whether it is intact.
 *
 * @throws Refus with one sentence a fault, as `lireJeu` does
 * @example lireJeuVerifie(JSON.parse(ecrireJeu(jeu))).intact //=> true
 */
export function lireJeuVerifie(brut: unknown): JeuLu {
  const jeu = lireJeu(brut)
  return { jeu, intact: estIntact(brut, jeu) }
}

/**
 * Parses the text of a dataset, then reads it.
 *
 * @param dire told when each step begins
 * @throws Refus when it is not JSON, or not a dataset
 * @example lireTexteJeu(ecrireJeu(jeu), 'jeu.json').intact //=> true
 */
export function lireTexteJeu(
  texte: string,
  nomFichier: string,
  dire: (etape: EtapeLecture) => void = () => undefined,
): JeuLu {
  dire('json')
  const brut = lireJsonJeu(texte, nomFichier)
  dire('verification')
  const jeu = lireJeu(brut)
  dire('empreinte')
  return { jeu, intact: estIntact(brut, jeu) }
}

/**
 * Parses the text of a dataset or of an index.
 *
 * @throws Refus when it is not JSON, with the line and column where it goes wrong
 * @example lireJsonJeu('{"format": "observatoire/1"}', 'jeu.json') //=> { format: 'observatoire/1' }
 */
export function lireJsonJeu(texte: string, nomFichier: string): unknown {
  const json = texte.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json) as unknown
  } catch (erreur) {
    throw new Refus(
      `« ${nomFichier} » n’est pas un fichier JSON valide${fauteJson(json, erreur)}. Attendu : un fichier publié au format « ${FORMAT} ».`,
    )
  }
}
