import type { Table } from '../../core/observatoire/index.ts'

/** The last things made, the oldest let go beyond a number. */
class Derniers<K, V> {
  readonly #nombre: number
  readonly #faits = new Map<K, V>()

  constructor(nombre: number) {
    this.#nombre = nombre
  }

  lire(cle: K, faire: () => V): V {
    const connu = this.#faits.get(cle)
    const valeur = connu ?? faire()
    this.#faits.delete(cle)
    this.#faits.set(cle, valeur)
    const [ancienne] = this.#faits.keys()
    if (this.#faits.size > this.#nombre && ancienne !== undefined) this.#faits.delete(ancienne)
    return valeur
  }
}

/**
 * Keeps what is made from a table as long as the table lives, at most `nombre` things: filters ask the same of it again
 * and again.
 */
export function parTable<K, V extends object>(nombre: number): (table: Table, cle: K, faire: () => V) => V {
  const tables = new WeakMap<Table, Derniers<K, V>>()
  return (table, cle, faire) => {
    const siens = tables.get(table) ?? new Derniers<K, V>(nombre)
    tables.set(table, siens)
    return siens.lire(cle, faire)
  }
}
