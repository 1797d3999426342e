import type { Secret } from './modele.ts'
import type { Profil } from './profils.ts'
import type { Systeme } from './systeme.ts'

/**
 * What the attacker is taken to know beyond the published cells, the relations and whole numbers:
 * - `regle`: a `primaire` count is under the threshold, another hidden one is not;
 * - `zeros`: also that zeros are published, so that a `primaire` count is 1 or more.
 */
export type Savoir = 'regle' | 'zeros'

export const SAVOIRS: readonly Savoir[] = ['zeros', 'regle']

/** Another table that fits all that the attacker knows: what moves, and by how much. */
export interface Temoin {
  readonly savoir: Savoir
  readonly cellules: readonly number[]
  readonly deltas: readonly number[]
}

/** For each cell and one kind of knowledge: bounds, wanted width, and how far witnesses moved it down and up. */
interface Vue {
  readonly bas: Float64Array
  readonly haut: Float64Array
  readonly exige: Float64Array
  readonly moins: Float64Array
  readonly plus: Float64Array
}

/** The work in progress: which cells are hidden, under which bounds, and the witnesses found so far. */
export interface Etat {
  readonly systeme: Systeme
  readonly profil: Profil
  readonly raisons: Secret[]
  /** 1: unknown to the attacker. The rests of rates are, from the start. */
  readonly masque: Uint8Array
  /** Cells of each relation that can move, in the order in which they were hidden. */
  readonly mobiles: number[][]
  /** What withholding a cell costs. */
  readonly couts: readonly number[]
  /** Members of each relation by rising cost, zeros last; made when first asked for. */
  readonly parCout: (readonly number[] | undefined)[]
  readonly vues: Readonly<Record<Savoir, Vue>>
  readonly temoins: (Temoin | null)[]
  readonly temoinsDe: (number[] | undefined)[]
}

function vueVide(nombre: number): Vue {
  return {
    bas: new Float64Array(nombre),
    haut: new Float64Array(nombre).fill(Infinity),
    exige: new Float64Array(nombre),
    moins: new Float64Array(nombre),
    plus: new Float64Array(nombre),
  }
}

export function etatInitial(systeme: Systeme, profil: Profil): Etat {
  const nombre = systeme.valeurs.length
  return {
    systeme,
    profil,
    raisons: Array.from({ length: systeme.reelles }, () => null),
    masque: new Uint8Array(nombre).fill(1, systeme.reelles),
    mobiles: systeme.relations.map(({ nature, parties }) => (nature === 'taux' ? parties.slice(-1) : [])),
    couts: couter(systeme),
    parCout: new Array<readonly number[] | undefined>(systeme.relations.length),
    vues: { regle: vueVide(nombre), zeros: vueVide(nombre) },
    temoins: [],
    temoinsDe: new Array<number[] | undefined>(nombre),
  }
}

function copierVue({ bas, haut, exige, moins, plus }: Vue): Vue {
  return { bas: bas.slice(), haut: haut.slice(), exige: exige.slice(), moins: moins.slice(), plus: plus.slice() }
}

/** The same work, to try something on it and keep it or not. */
export function copier(etat: Etat): Etat {
  return {
    ...etat,
    raisons: [...etat.raisons],
    masque: etat.masque.slice(),
    mobiles: etat.mobiles.map((mobiles) => [...mobiles]),
    vues: { regle: copierVue(etat.vues.regle), zeros: copierVue(etat.vues.zeros) },
    temoins: [...etat.temoins],
    temoinsDe: etat.temoinsDe.map((temoins) => temoins && [...temoins]),
  }
}

/** One withheld cell costs 1, and the rates on it with it; at equal number a part goes before a total, and the smaller. */
function couter({ valeurs, relations }: Systeme): number[] {
  const couts = valeurs.map((n) => 1 + Math.log10(1 + n) / 100)
  for (const { nature, total, parties } of relations) {
    const lignes = nature === 'taux' && parties.some((p) => (valeurs[p] ?? 0) > 0) ? 1 : 0
    couts[total] = (couts[total] ?? 0) + lignes + 0.02
  }
  return couts
}

export function cout(etat: Etat, cellule: number): number {
  return etat.couts[cellule] ?? 0
}

/** Members of a relation by rising cost, zeros last. */
export function membresParCout(etat: Etat, relation: number): readonly number[] {
  const rang = (c: number): number => cout(etat, c) + (valeur(etat, c) === 0 ? 1e6 : 0)
  const trier = (): readonly number[] =>
    [...(etat.systeme.relations[relation]?.membres ?? [])].sort((a, b) => rang(a) - rang(b) || a - b)
  return (etat.parCout[relation] ??= trier())
}

export function valeur(etat: Etat, cellule: number): number {
  return etat.systeme.valeurs[cellule] ?? 0
}

/** Whether a cell can take another value in the attacker's eyes. */
export function mobile(etat: Etat, cellule: number): boolean {
  return etat.masque[cellule] === 1
}

/** Withholds a cell for a reason, or publishes it (null). */
export function placer(etat: Etat, cellule: number, raison: Secret): void {
  const masque = raison === null ? 0 : 1
  etat.raisons[cellule] = raison
  if (etat.masque[cellule] === masque) return
  etat.masque[cellule] = masque
  for (const r of etat.systeme.relationsDe[cellule] ?? []) {
    const mobiles = etat.mobiles[r] ?? []
    if (masque === 1) mobiles.push(cellule)
    else mobiles.splice(mobiles.indexOf(cellule), 1)
  }
}

/** Whether a cell is, in some relation, the only one that could move. */
export function bloquee(etat: Etat, cellule: number): boolean {
  return (etat.systeme.relationsDe[cellule] ?? []).some((r) => (etat.mobiles[r]?.length ?? 0) < 2)
}

/** Whether a published cell may be withheld to protect another; zeros, which lead to nobody, only as a last resort. */
export function masquable(etat: Etat, cellule: number, zeros: boolean): boolean {
  const source = etat.systeme.cellules[cellule]
  if (etat.masque[cellule] === 1 || source === undefined || source.source === true) return false
  return source.valeur > 0 || (zeros && source.structurel !== true)
}

export interface Bornes {
  /** Least value when the attacker counts on published zeros. */
  readonly basZeros: number
  readonly bas: number
  readonly haut: number
  /** Wanted width of the interval. */
  readonly largeur: number
}

/**
 * Sets what the attacker knows of a hidden cell, and how wide its interval must be: the whole of a narrower one. Counting
 * on published zeros shortens 0–10 to 1–10, which holds as many counts as the width says.
 */
export function borner(etat: Etat, cellule: number, bornes: Bornes): void {
  const { regle, zeros } = etat.vues
  regle.bas[cellule] = bornes.bas
  zeros.bas[cellule] = bornes.basZeros
  for (const vue of [regle, zeros]) {
    vue.haut[cellule] = bornes.haut
    const largeur = vue === regle ? bornes.largeur : bornes.largeur - 1
    vue.exige[cellule] = Math.min(largeur, bornes.haut - (vue.bas[cellule] ?? 0))
  }
}

/** What is known of a cell withheld only to protect another: it is not small itself, unless it is 0. */
export function bornesSecondaires({ profil }: Etat, nul: boolean): Bornes {
  const { seuil, largeur } = profil
  return nul
    ? { basZeros: 0, bas: 0, haut: seuil > 0 ? seuil - 1 : Infinity, largeur }
    : { basZeros: Math.max(1, seuil), bas: seuil, haut: Infinity, largeur }
}

/** Visible numerators over this denominator: a rate is shown whole or not at all (a zero tells nothing without it). */
export function numerateursSur(etat: Etat, cellule: number): number[] {
  const { relations, relationsDe } = etat.systeme
  return (relationsDe[cellule] ?? []).flatMap((r) => {
    const relation = relations[r]
    if (relation?.nature !== 'taux' || relation.total !== cellule) return []
    return relation.parties.filter((p) => masquable(etat, p, false))
  })
}

/** Withholds a published cell to protect another, and the rates that it is the denominator of. */
export function masquerSecondaire(etat: Etat, cellule: number): number[] {
  const nul = valeur(etat, cellule) === 0
  placer(etat, cellule, nul && etat.profil.seuil > 0 ? 'primaire' : 'secondaire')
  borner(etat, cellule, bornesSecondaires(etat, nul))
  return [cellule, ...numerateursSur(etat, cellule).flatMap((n) => masquerSecondaire(etat, n))]
}

/** Records a witness: it serves every cell it moves, and, under `zeros`, the weaker knowledge too. */
export function retenir(etat: Etat, temoin: Temoin): void {
  const index = etat.temoins.push(temoin) - 1
  for (const cellule of temoin.cellules) (etat.temoinsDe[cellule] ??= []).push(index)
  compter(etat, temoin)
}

function compter(etat: Etat, temoin: Temoin): void {
  const vues = temoin.savoir === 'zeros' ? [etat.vues.zeros, etat.vues.regle] : [etat.vues.regle]
  temoin.cellules.forEach((cellule, k) => {
    const delta = temoin.deltas[k] ?? 0
    for (const vue of vues) {
      vue.plus[cellule] = Math.max(vue.plus[cellule] ?? 0, delta)
      vue.moins[cellule] = Math.max(vue.moins[cellule] ?? 0, -delta)
    }
  })
}

/** Forgets the witnesses that move a cell, and returns them. */
export function oublier(etat: Etat, cellule: number): readonly Temoin[] {
  const oublies = (etat.temoinsDe[cellule] ?? []).flatMap((index) => {
    const temoin = etat.temoins[index] ?? null
    etat.temoins[index] = null
    return temoin === null ? [] : [temoin]
  })
  for (const c of new Set(oublies.flatMap((temoin) => temoin.cellules))) recompter(etat, c)
  return oublies
}

function recompter(etat: Etat, cellule: number): void {
  for (const savoir of SAVOIRS) {
    etat.vues[savoir].plus[cellule] = 0
    etat.vues[savoir].moins[cellule] = 0
  }
  const vivants = (etat.temoinsDe[cellule] ?? []).filter((index) => etat.temoins[index] !== null)
  etat.temoinsDe[cellule] = vivants
  for (const index of vivants) {
    const temoin = etat.temoins[index]
    const k = temoin?.cellules.indexOf(cellule) ?? -1
    if (temoin) compter(etat, { savoir: temoin.savoir, cellules: [cellule], deltas: [temoin.deltas[k] ?? 0] })
  }
}

/** Width still missing to the interval of a hidden cell. */
export function manque(etat: Etat, cellule: number, savoir: Savoir): number {
  const { exige, plus, moins } = etat.vues[savoir]
  return (exige[cellule] ?? 0) - (plus[cellule] ?? 0) - (moins[cellule] ?? 0)
}

/** How far a cell must still move in a direction, given how far it already moves in the other one; 0: far enough. */
export function reste(etat: Etat, cellule: number, savoir: Savoir, sens: number): number {
  const vue = etat.vues[savoir]
  const [deja, autre] = sens > 0 ? [vue.plus, vue.moins] : [vue.moins, vue.plus]
  const x = valeur(etat, cellule)
  const place = sens > 0 ? (vue.haut[cellule] ?? 0) - x : x - (vue.bas[cellule] ?? 0)
  const voulu = Math.min(place, (vue.exige[cellule] ?? 0) - (autre[cellule] ?? 0))
  return voulu > (deja[cellule] ?? 0) ? voulu : 0
}
