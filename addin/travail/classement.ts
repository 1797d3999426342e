import type { Cotation, Cotations, Territoires } from '../../core/index.ts'
import { enPoints } from '../../core/index.ts'
import type { ExplicationVue, Filtres, LigneClassee, ListeVue } from './contrat.ts'
import { explication, maximumBarre, type ListeClassee } from './expliquer-demande.ts'
import { filtrer } from './filtrer.ts'
import { ecrivain, type Ecrivain } from './lignes-classees.ts'
import { ordreDepartage, placesIncertaines, type OrdreDepartage } from './ordre-incertain.ts'

/** Row of the source, note in points, rank. */
export type NotesParLigne = readonly (readonly [ligne: number, note: number, rang: number])[]

/** The demandes that a grid has ranked, and the list that filters leave of them. */
export class Classement {
  readonly cotations: Cotations
  readonly lieux: Territoires
  readonly #cotation: Cotation
  readonly #ecrire: Ecrivain
  readonly #departage: OrdreDepartage
  readonly #maximum: number
  #liste: ListeClassee = { indices: new Uint32Array(), marques: new Uint8Array(), nombre: 0 }

  constructor(cotations: Cotations, cotation: Cotation, lieux: Territoires) {
    this.cotations = cotations
    this.lieux = lieux
    this.#cotation = cotation
    this.#ecrire = ecrivain(cotation, cotations.demandes, lieux)
    this.#departage = ordreDepartage(cotations, cotation)
    this.#maximum = maximumBarre(cotation)
  }

  filtrer(filtres: Filtres): ListeVue {
    const debut = performance.now()
    const { minimums, maximums } = this.#cotation
    const indices = filtrer(filtres, this.#cotation, this.cotations.demandes)
    const marques = placesIncertaines(indices, { minimums, maximums, departage: this.#departage })
    const nombre = Math.min(indices.length, filtres.limite ?? Infinity)
    this.#liste = { indices, marques, nombre }
    let incertaines = 0
    for (let place = 0; place < nombre; place++) incertaines += marques[place] ?? 0
    return { nombre, retenues: indices.length, incertaines, duree: performance.now() - debut }
  }

  fenetre(debut: number, nombre: number): readonly LigneClassee[] {
    const { indices, marques } = this.#liste
    const fin = Math.min(debut + nombre, this.#liste.nombre)
    return Array.from(indices.subarray(debut, fin), (i, k) => this.#ecrire(i, debut + k, marques[debut + k] === 1))
  }

  placeDe(numero: string): number {
    const place = this.#liste.indices.findIndex((i) => this.#numero(i) === numero)
    return place < this.#liste.nombre ? place : -1
  }

  /** Place in the list of the demande read on this row of the source; −1 when it is not there. */
  placeDeLigne(ligne: number): number {
    const { lignes } = this.cotations.demandes
    const place = this.#liste.indices.findIndex((i) => lignes[i] === ligne)
    return place < this.#liste.nombre ? place : -1
  }

  /** Every ranked demande, filters or not. */
  notesParLigne(): NotesParLigne {
    const { indices, rang } = this.#cotation.classement
    const { totaux } = this.#cotation
    return Array.from(indices, (i) => [this.cotations.demandes.lignes[i] ?? 0, enPoints(totaux[i] ?? 0), rang[i] ?? 0])
  }

  expliquer(place: number): ExplicationVue {
    return explication(this.cotations, this.#cotation, this.#liste, place, this.lieux, this.#maximum)
  }

  /** Index of the demande at a place of the list. */
  indice(place: number): number {
    return this.#liste.indices[place] ?? 0
  }

  premiersNumeros(nombre: number): readonly string[] {
    const choisies = this.#liste.indices.subarray(0, Math.min(this.#liste.nombre, nombre))
    return Array.from(choisies, (i) => this.#numero(i))
  }

  #numero(i: number): string {
    return this.cotations.demandes.numeros[i] ?? ''
  }
}
