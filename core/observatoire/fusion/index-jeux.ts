import * as z from 'zod'
import { Refus } from '../../socle/refus.ts'
import type { Jeu } from '../jeu/jeu.ts'
import { comparerPeriodes } from '../jeu/periode.ts'
import { abreger } from '../jeu/schema.ts'

const FORMAT = 'observatoire-index/1'

/** One dataset that an index names. */
export interface EntreeIndex {
  /** Path of the dataset beside the index: never another site, never a folder above. */
  readonly fichier: string
  readonly indicateurs: readonly string[]
  readonly periodes: readonly string[]
  readonly octets: number
}

/** The datasets of a site, `observatoire-index/1`. */
export interface IndexJeux {
  readonly format: 'observatoire-index/1'
  readonly jeux: readonly EntreeIndex[]
}

const ICI = /^(?!.*(^|\/)\.\.?(\/|$))[^/\\:?#%][^\\:?#%]*\.json$/

const entree = z.object({
  fichier: z.string({ error: '« fichier » doit être un texte' }).regex(ICI, {
    error: '« fichier » doit nommer un fichier .json placé à côté de l’index, sans « .. » ni adresse',
  }),
  indicateurs: z.array(z.string(), { error: '« indicateurs » doit être une liste de textes' }),
  periodes: z.array(z.string(), { error: '« periodes » doit être une liste de textes' }),
  octets: z.int({ error: '« octets » doit être un nombre entier' }).min(0, { error: '« octets » doit être positif' }),
})
const schema = z.object({ jeux: z.array(entree, { error: '« jeux » doit être une liste' }) })

function formatDe(brut: unknown): unknown {
  return typeof brut === 'object' && brut !== null && 'format' in brut ? brut.format : undefined
}

/**
 * Whether parsed JSON says that it is an index, whatever its version.
 *
 * @example estIndex({ format: 'observatoire-index/2' }) //=> true
 */
export function estIndex(brut: unknown): boolean {
  const format = formatDe(brut)
  return typeof format === 'string' && format.startsWith('observatoire-index/')
}

/**
 * Reads an index from parsed JSON.
 *
 * @throws Refus when it is of another version, or a member does not fit
 * @example lireIndex(indexDe([{ fichier: 'corse.json', jeu, octets: 1200 }])).jeux[0]?.fichier //=> 'corse.json'
 */
export function lireIndex(brut: unknown): IndexJeux {
  if (formatDe(brut) !== FORMAT) {
    throw new Refus(`Cet index n’est pas au format « ${FORMAT} ». Demandez à son producteur de le publier ainsi.`)
  }
  const lu = schema.safeParse(brut)
  if (lu.success) return { format: FORMAT, jeux: lu.data.jeux }
  throw new Refus(
    abreger(lu.error.issues.map(({ path, message }) => `Jeu n° ${String(Number(path[1] ?? 0) + 1)} : ${message}.`)),
  )
}

/**
 * The index of datasets, with what a page must know to open only those that it needs.
 *
 * @example indexDe([{ fichier: 'corse.json', jeu, octets: 1200 }]).jeux[0]?.periodes.length //=> 15
 */
export function indexDe(
  fichiers: readonly { readonly fichier: string; readonly jeu: Jeu; readonly octets: number }[],
): IndexJeux {
  return {
    format: FORMAT,
    jeux: fichiers.map(({ fichier, jeu, octets }) => ({
      fichier,
      indicateurs: [...new Set(jeu.observations.indicateur)].sort(),
      periodes: [...new Set(jeu.observations.periode)].sort(comparerPeriodes),
      octets,
    })),
  }
}
