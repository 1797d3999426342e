import { CONNU, INUTILISABLE } from '../../lecture/colonne.ts'
import type { ColonneMultiple } from '../../lecture/colonne.ts'
import type { Cotation } from '../coter.ts'

/** Where a demande stands among those that seek the same commune and the same type of dwelling. */
export interface Place {
  /** INSEE code; null when the demande names no commune: it seeks them all. */
  readonly commune: string | null
  /** Code of the type; null when the demande names none: it seeks them all. */
  readonly typologie: string | null
  /** 1 + the demandes that rank before this one. */
  readonly position: number
  /** Other demandes at that position. */
  readonly exAequo: number
  /** Similar demandes, this one included. */
  readonly nombre: number
}

/** Answers for any demande that the grid ranks, each in the time of a few searches. */
export interface IndexSimilaires {
  /**
   * One place a pair of a commune and a type sought, in the order of the wishes of the demande: communes as they are
   * given, then types. Undefined when a wish cannot be read, or the demande is not ranked.
   */
  places(i: number): readonly Place[] | undefined
}

const TOUT = -1

function souhaits({ etats, debuts, elements }: ColonneMultiple, i: number): readonly number[] | undefined {
  if (etats[i] === INUTILISABLE) return undefined
  const choisis = etats[i] === CONNU ? [...elements.subarray(debuts[i], debuts[i + 1])] : []
  return choisis.length === 0 ? [TOUT] : choisis
}

/** How many ranks of an increasing list are under a limit. */
function inferieurs(rangs: readonly number[], limite: number): number {
  let bas = 0
  let haut = rangs.length
  while (bas < haut) {
    const milieu = (bas + haut) >> 1
    if ((rangs[milieu] ?? 0) < limite) bas = milieu + 1
    else haut = milieu
  }
  return bas
}

/** Ranks by what is sought: filled from the best rank down, so that each list is sorted. */
class Rangs {
  readonly #listes = new Map<number, number[]>()

  ajouter(cle: number, rang: number): void {
    const liste = this.#listes.get(cle)
    if (liste === undefined) this.#listes.set(cle, [rang])
    else liste.push(rang)
  }

  de(cle: number): readonly number[] {
    return this.#listes.get(cle) ?? []
  }
}

/** No list of communes or types is longer. */
const BASE = 2 ** 20
const couple = (commune: number, typologie: number): number => (commune + 1) * BASE + typologie + 1

/**
 * Indexes the demandes that a grid ranks by what they seek, once for any number of statements. Similar demandes seek the
 * same commune and the same type; an empty wish seeks everything; a wish that cannot be read is not compared.
 *
 * @example indexerSimilaires(cotation).places(0)?.[0]?.position //=> 75
 */
export function indexerSimilaires({ donnees, classement }: Cotation): IndexSimilaires {
  const communes = donnees.multiple('communes_souhaitees')
  const typologies = donnees.multiple('typologies_souhaitees')
  const [couples, parCommune, parType, tous] = [new Rangs(), new Rangs(), new Rangs(), new Rangs()]
  for (const i of classement.indices) {
    const rang = classement.rang[i] ?? 0
    const voulues = souhaits(communes, i)
    const types = souhaits(typologies, i)
    if (voulues === undefined || types === undefined) continue
    for (const c of voulues) for (const t of types) couples.ajouter(couple(c, t), rang)
    for (const c of voulues) parCommune.ajouter(c, rang)
    for (const t of types) parType.ajouter(t, rang)
    tous.ajouter(TOUT, rang)
  }
  // Each demande is in one of these lists at most: a wish is a list or everything, never both.
  const listes = (c: number, t: number): readonly (readonly number[])[] => {
    if (c === TOUT && t === TOUT) return [tous.de(TOUT)]
    if (c === TOUT) return [parType.de(t), parType.de(TOUT)]
    if (t === TOUT) return [parCommune.de(c), parCommune.de(TOUT)]
    return [couple(c, t), couple(c, TOUT), couple(TOUT, t), couple(TOUT, TOUT)].map((cle) => couples.de(cle))
  }
  const place = (c: number, t: number, rang: number): Place => {
    const semblables = listes(c, t)
    const compter = (limite: number): number => semblables.reduce((n, liste) => n + inferieurs(liste, limite), 0)
    const devant = compter(rang)
    return {
      commune: communes.dictionnaire[c] ?? null,
      typologie: typologies.dictionnaire[t] ?? null,
      position: devant + 1,
      exAequo: compter(rang + 1) - devant - 1,
      nombre: semblables.reduce((n, liste) => n + liste.length, 0),
    }
  }
  return {
    places: (i) => {
      const rang = classement.rang[i] ?? 0
      const voulues = souhaits(communes, i)
      const types = souhaits(typologies, i)
      if (rang === 0 || voulues === undefined || types === undefined) return undefined
      return voulues.flatMap((c) => types.map((t) => place(c, t, rang)))
    },
  }
}
