import type { Diffusion, Observations } from './jeu.ts'

/** What the figures of a group share: together they make one map, one ranking. */
export interface CleGroupe {
  readonly indicateur: string
  readonly periode: string
  readonly dimension: string | null
  readonly modalite: string | null
  readonly diffusion: Diffusion | null
}

/** The rows of a dataset, each with the number of its group. */
export interface Groupement {
  /** In the order in which they come. */
  readonly cles: readonly CleGroupe[]
  readonly rangs: Uint32Array
}

type Colonne = readonly (string | null)[]

/** Room for the number of a text in a pair: more than the rows that a dataset may have. */
const PLACE = 2 ** 26

/** Numbers texts from 0, in the order in which they come. From one row to the next they are often the same. */
export function numeroteur(): (texte: string | null | undefined) => number {
  const numeros = new Map<string | null | undefined, number>()
  let dernier: string | null | undefined
  let numero = -1
  return (texte) => {
    if (numero >= 0 && texte === dernier) return numero
    dernier = texte
    const connu = numeros.get(texte)
    numero = connu ?? numeros.size
    if (connu === undefined) numeros.set(texte, numero)
    return numero
  }
}

/** Tells apart, among rows of one number, those whose texts differ. */
function departager(rangs: Uint32Array, colonne: Colonne): void {
  const numeroDe = numeroteur()
  const paires = new Map<number, number>()
  let derniere = -1
  let rang = -1
  for (let i = 0; i < rangs.length; i++) {
    const paire = (rangs[i] ?? 0) * PLACE + numeroDe(colonne[i])
    if (paire !== derniere) {
      derniere = paire
      const connu = paires.get(paire)
      rang = connu ?? paires.size
      if (connu === undefined) paires.set(paire, rang)
    }
    rangs[i] = rang
  }
}

function cleDe(o: Observations, i: number): CleGroupe {
  return {
    indicateur: o.indicateur[i] ?? '',
    periode: o.periode[i] ?? '',
    dimension: o.dimension[i] ?? null,
    modalite: o.modalite[i] ?? null,
    diffusion: o.diffusion[i] ?? null,
  }
}

/** Puts each row in its group: numbers only, whatever the number of rows. */
export function grouper(o: Observations): Groupement {
  const rangs = new Uint32Array(o.indicateur.length)
  for (const colonne of [o.indicateur, o.periode, o.dimension, o.modalite, o.diffusion]) departager(rangs, colonne)
  const cles: CleGroupe[] = []
  for (let i = 0; i < rangs.length; i++) if (rangs[i] === cles.length) cles.push(cleDe(o, i))
  return { cles, rangs }
}
