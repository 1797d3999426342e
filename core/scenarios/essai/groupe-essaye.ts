import type { Constat } from '../../cotation/constater.ts'
import { centiemesDe } from '../../cotation/constater.ts'
import type { Groupe } from '../../cotation/groupes.ts'
import { borner, limitesGroupe } from '../../cotation/groupes.ts'
import { RETENU } from '../../cotation/regles/regle.ts'
import type { Membre, SousTotal } from '../../cotation/totaliser.ts'
import { sousTotal } from '../../cotation/totaliser.ts'

/** The sub-totals of a group, with what makes the next ones cheap. */
export interface GroupeEssaye {
  readonly groupe: Groupe
  readonly membres: readonly Membre[]
  /** Before cap and floor, in hundredths. */
  readonly brut: Float64Array
  readonly sousTotal: SousTotal
}

/** Sub-totals whose bounds are computed only if somebody asks for them. */
class SousTotalDiffere implements SousTotal {
  readonly sommes: Float64Array
  readonly meilleurs: Int16Array | undefined
  readonly #complet: () => SousTotal
  #calcule: SousTotal | undefined

  constructor(sommes: Float64Array, meilleurs: Int16Array | undefined, complet: () => SousTotal) {
    this.sommes = sommes
    this.meilleurs = meilleurs
    this.#complet = complet
  }

  get minimums(): Float64Array {
    return (this.#calcule ??= this.#complet()).minimums
  }

  get maximums(): Float64Array {
    return (this.#calcule ??= this.#complet()).maximums
  }
}

function sansLimites({ famille, criteres }: Groupe): Groupe {
  if (famille === undefined) return { famille, criteres }
  const { plafond: _plafond, plancher: _plancher, ...libre } = famille
  return { famille: libre, criteres }
}

function limiter(brut: Float64Array, groupe: Groupe): Float64Array {
  const limites = limitesGroupe(groupe)
  if (limites.plafond === Infinity && limites.plancher === -Infinity) return brut
  const sommes = new Float64Array(brut.length)
  for (let i = 0; i < sommes.length; i++) sommes[i] = borner(brut[i] ?? 0, limites)
  return sommes
}

function assembler(
  groupe: Groupe,
  membres: readonly Membre[],
  brut: Float64Array,
  meilleurs: Int16Array | undefined,
): GroupeEssaye {
  const sommes = limiter(brut, groupe)
  const certain = membres.every(({ constat }) => !constat.incertain)
  const complet = (): SousTotal => sousTotal(brut.length, groupe, membres)
  return {
    groupe,
    membres,
    brut,
    sousTotal: certain
      ? { sommes, minimums: sommes, maximums: sommes, meilleurs }
      : new SousTotalDiffere(sommes, meilleurs, complet),
  }
}

/** Takes a group from nothing: every member is added up for every demande. */
export function groupeEntier(nombre: number, groupe: Groupe, membres: readonly Membre[]): GroupeEssaye {
  const { sommes, meilleurs } = sousTotal(nombre, sansLimites(groupe), membres)
  return assembler(groupe, membres, sommes, meilleurs)
}

/** 1 for each demande to which one of two findings of the same criterion does not give what the other does. */
function marquer(marques: Uint8Array, a: Constat, b: Constat): void {
  if (a.etats === b.etats && typeof a.points === 'number' && typeof b.points === 'number') {
    for (let i = 0; i < marques.length; i++) if (a.etats[i] === RETENU) marques[i] = 1
    return
  }
  for (let i = 0; i < marques.length; i++) if (centiemesDe(a, i) !== centiemesDe(b, i)) marques[i] = 1
}

function sommeDe(membres: readonly Membre[], i: number): number {
  let somme = 0
  for (const { constat } of membres) somme += centiemesDe(constat, i)
  return somme
}

/** The sum of the negative points and of the highest positive ones; `meilleurs` takes the rank of the latter. */
function sommetDe(membres: readonly Membre[], i: number, meilleurs: Int16Array): number {
  let negatifs = 0
  let sommet = 0
  meilleurs[i] = -1
  for (const { constat, rang } of membres) {
    const centiemes = centiemesDe(constat, i)
    if (centiemes < 0) negatifs += centiemes
    else if (centiemes > sommet) {
      sommet = centiemes
      meilleurs[i] = rang
    }
  }
  return negatifs + sommet
}

/** Adds up again the demandes for which a member changed, and no other. */
function corriger(ancien: GroupeEssaye, groupe: Groupe, membres: readonly Membre[]): GroupeEssaye {
  const marques = new Uint8Array(ancien.brut.length)
  membres.forEach(({ constat }, m) => {
    const avant = ancien.membres[m]?.constat
    if (avant !== undefined && avant !== constat) marquer(marques, avant, constat)
  })
  const brut = ancien.brut.slice()
  const meilleurs = ancien.sousTotal.meilleurs?.slice()
  for (let i = 0; i < marques.length; i++) {
    if (marques[i] === 1) brut[i] = meilleurs === undefined ? sommeDe(membres, i) : sommetDe(membres, i, meilleurs)
  }
  return assembler(groupe, membres, brut, meilleurs)
}

function memesRangs(a: readonly Membre[], b: readonly Membre[]): boolean {
  return a.length === b.length && a.every(({ rang }, m) => rang === b[m]?.rang)
}

/** Takes a group from what it was: only its limits, or the demandes that a member treats otherwise, are looked at. */
export function groupeDepuis(ancien: GroupeEssaye, groupe: Groupe, membres: readonly Membre[]): GroupeEssaye {
  const { brut, sousTotal: avant } = ancien
  if (ancien.groupe.famille?.cumul !== groupe.famille?.cumul || !memesRangs(ancien.membres, membres)) {
    return groupeEntier(brut.length, groupe, membres)
  }
  const memes = membres.every(({ constat }, m) => constat === ancien.membres[m]?.constat)
  return memes ? assembler(groupe, membres, brut, avant.meilleurs) : corriger(ancien, groupe, membres)
}
