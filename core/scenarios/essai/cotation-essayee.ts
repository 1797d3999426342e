import type { Classement } from '../../cotation/classer.ts'
import type { Constat } from '../../cotation/constater.ts'
import type { Cotation } from '../../cotation/coter.ts'
import { completude } from '../../cotation/coter.ts'
import type { GrilleLue } from '../../cotation/grille/lire-grille.ts'
import type { Groupe } from '../../cotation/groupes.ts'
import type { SousTotal, Totaux } from '../../cotation/totaliser.ts'
import { totaliser } from '../../cotation/totaliser.ts'
import type { Donnees } from '../../demande/derives/derive.ts'

export interface PartiesCotation {
  readonly grilleLue: GrilleLue
  readonly donnees: Donnees
  readonly groupes: readonly Groupe[]
  readonly constats: readonly Constat[]
  readonly sousTotaux: readonly SousTotal[]
  readonly totaux: Float64Array
  readonly classement: Classement
}

/** A scoring whose bounds and completeness are computed only if somebody asks for them: a ranking needs neither. */
class CotationEssayee implements Cotation {
  readonly grilleLue: GrilleLue
  readonly donnees: Donnees
  readonly groupes: readonly Groupe[]
  readonly constats: readonly Constat[]
  readonly sousTotaux: readonly SousTotal[]
  readonly totaux: Float64Array
  readonly classement: Classement
  #bornes: Totaux | undefined
  #complets: Uint8Array | undefined

  constructor(parties: PartiesCotation) {
    this.grilleLue = parties.grilleLue
    this.donnees = parties.donnees
    this.groupes = parties.groupes
    this.constats = parties.constats
    this.sousTotaux = parties.sousTotaux
    this.totaux = parties.totaux
    this.classement = parties.classement
  }

  get minimums(): Float64Array {
    return this.#borner().minimums
  }

  get maximums(): Float64Array {
    return this.#borner().maximums
  }

  get complets(): Uint8Array {
    return (this.#complets ??= completude(this.donnees.nombre, this.constats))
  }

  #borner(): Totaux {
    return (this.#bornes ??= totaliser(this.donnees.nombre, this.grilleLue.grille, this.sousTotaux))
  }
}

export function cotationEssayee(parties: PartiesCotation): Cotation {
  return new CotationEssayee(parties)
}
