import { borner, limitesGroupe, limitesNote } from '../../cotation/groupes.ts'
import type { Banc } from './banc.ts'
import type { Reglage } from './reglages.ts'
import { reglagesDe } from './reglages.ts'

/** Every demande as the points that concern it: totals under any weights, without reading the table again. */
export interface Decomposition {
  readonly reglages: readonly Reglage[]
  /** By place, entries `debuts[p]` to `debuts[p + 1] − 1`, group after group. */
  readonly debuts: Uint32Array
  /** Number of the points of each entry, and how many times the demande gets them. */
  readonly numeros: Uint16Array
  readonly unites: Float64Array
  /** Group of each number of points. */
  readonly groupes: Uint16Array
}

function groupesDesReglages(reglages: readonly Reglage[], { cotation }: Banc): Uint16Array {
  return Uint16Array.from(reglages, ({ rang }) => cotation.groupes.findIndex(({ criteres }) => criteres.includes(rang)))
}

export function decomposer(banc: Banc): Decomposition {
  const reglages = reglagesDe(banc)
  const groupes = groupesDesReglages(reglages, banc)
  const debuts = new Uint32Array(banc.nombre + 1)
  for (const { places } of reglages) for (const p of places) debuts[p + 1] = (debuts[p + 1] ?? 0) + 1
  for (let p = 1; p < debuts.length; p++) debuts[p] = (debuts[p] ?? 0) + (debuts[p - 1] ?? 0)
  const numeros = new Uint16Array(debuts[banc.nombre] ?? 0)
  const unites = new Float64Array(numeros.length)
  const suivants = debuts.slice()
  const parGroupe = [...reglages.keys()].sort((a, b) => (groupes[a] ?? 0) - (groupes[b] ?? 0))
  for (const numero of parGroupe) {
    reglages[numero]?.places.forEach((p, k) => {
      const entree = suivants[p] ?? 0
      numeros[entree] = numero
      unites[entree] = reglages[numero]?.unites[k] ?? 0
      suivants[p] = entree + 1
    })
  }
  return { reglages, debuts, numeros, unites, groupes }
}

/** Adds up the totals of every demande under other weights. */
export class Compteur {
  readonly #decomposition: Decomposition
  readonly #sommets: readonly boolean[]
  readonly #limites: readonly ReturnType<typeof limitesGroupe>[]
  readonly #note: ReturnType<typeof limitesNote>
  /** What groups of which no criterion concerns a demande bring: their floor may be above 0, their cap below. */
  readonly #bases: Float64Array
  readonly #base: number

  constructor(decomposition: Decomposition, { cotation }: Banc) {
    this.#decomposition = decomposition
    this.#sommets = cotation.groupes.map(({ famille }) => famille?.cumul === 'maximum')
    this.#limites = cotation.groupes.map(limitesGroupe)
    this.#note = limitesNote(cotation.grilleLue.grille)
    this.#bases = Float64Array.from(this.#limites, (limites) => borner(0, limites))
    this.#base = this.#bases.reduce((a, b) => a + b, 0)
  }

  /** @param poids points of each number, in hundredths */
  totaux(poids: Float64Array): Float64Array {
    const totaux = new Float64Array(this.#decomposition.debuts.length - 1)
    for (let p = 0; p < totaux.length; p++) totaux[p] = this.#total(p, poids)
    return totaux
  }

  #total(p: number, poids: Float64Array): number {
    const { debuts, numeros, unites, groupes } = this.#decomposition
    const fin = debuts[p + 1] ?? 0
    let total = this.#base
    let entree = debuts[p] ?? 0
    while (entree < fin) {
      const groupe = groupes[numeros[entree] ?? 0] ?? 0
      const enSommet = this.#sommets[groupe] === true
      let somme = 0
      let sommet = 0
      while (entree < fin && groupes[numeros[entree] ?? 0] === groupe) {
        const gagnes = Math.round((poids[numeros[entree] ?? 0] ?? 0) * (unites[entree] ?? 0))
        if (enSommet && gagnes > 0) sommet = Math.max(sommet, gagnes)
        else somme += gagnes
        entree++
      }
      total += this.#borner(groupe, somme + sommet) - (this.#bases[groupe] ?? 0)
    }
    return borner(total, this.#note)
  }

  #borner(groupe: number, somme: number): number {
    const limites = this.#limites[groupe]
    return limites === undefined ? somme : borner(somme, limites)
  }
}
