import type { Constat } from './constater.ts'
import type { Grille } from './grille/grille.ts'
import type { Groupe, Limites } from './groupes.ts'
import { borner, limitesGroupe, limitesNote } from './groupes.ts'
import { parcourir, suivante } from './parcourir.ts'
import type { Etendue } from './regles/regle.ts'
import { INCERTAIN, RETENU } from './regles/regle.ts'

/** What one group brings to each demande, in hundredths, once its cap and floor are applied. */
export interface SousTotal {
  readonly sommes: Float64Array
  /** Bounds over what the unknown criteria could give; infinite when nothing limits it. */
  readonly minimums: Float64Array
  readonly maximums: Float64Array
  /** In a group of which only the highest counts: rank in the grid of the criterion that does, −1 for none. */
  readonly meilleurs: Int16Array | undefined
}

export interface Totaux {
  readonly totaux: Float64Array
  readonly minimums: Float64Array
  readonly maximums: Float64Array
}

/** What a group needs of a criterion. */
export interface Membre {
  readonly rang: number
  readonly constat: Constat
  readonly etendue: Etendue
}

/** Adds the points of every demande that the criterion retains. */
function ajouterRetenus(sommes: Float64Array, { etats, points }: Constat): void {
  if (typeof points === 'number') ajouterOu(sommes, etats, RETENU, points)
  else for (let i = 0; i < sommes.length; i++) sommes[i] = (sommes[i] ?? 0) + (points[i] ?? 0)
}

/** Adds an amount to every demande in a state. */
function ajouterOu(sommes: Float64Array, etats: Uint8Array, etat: number, centiemes: number): void {
  const parcours = parcourir(etats)
  for (let i = suivante(parcours, etat, 0); i < sommes.length; i = suivante(parcours, etat, i + 1)) {
    sommes[i] = (sommes[i] ?? 0) + centiemes
  }
}

/** What an unknown criterion could give at the least, or at the most. */
type Extreme = (membre: Membre) => number

const auMoins: Extreme = ({ etendue }) => etendue.min
const auPlus: Extreme = ({ etendue }) => etendue.max

/** The unknown criteria that move a bound: most can only add points, and their sums serve as their least. */
function mobiles(membres: readonly Membre[], extreme: Extreme): readonly Membre[] {
  return membres.filter((membre) => membre.constat.incertain && extreme(membre) !== 0)
}

/** Every criterion counts. */
function additionner(nombre: number, membres: readonly Membre[]): SousTotal {
  const sommes = new Float64Array(nombre)
  for (const { constat } of membres) ajouterRetenus(sommes, constat)
  const borne = (extreme: Extreme): Float64Array => {
    const incertains = mobiles(membres, extreme)
    if (incertains.length === 0) return sommes
    const bornes = sommes.slice()
    for (const membre of incertains) ajouterOu(bornes, membre.constat.etats, INCERTAIN, extreme(membre))
    return bornes
  }
  return { sommes, minimums: borne(auMoins), maximums: borne(auPlus), meilleurs: undefined }
}

/** Of the positive points only the highest count; negative ones always add. */
interface Sommets {
  readonly sommets: Float64Array
  readonly negatifs: Float64Array
}

function copier({ sommets, negatifs }: Sommets): Sommets {
  return { sommets: sommets.slice(), negatifs: negatifs.slice() }
}

/** Sums of the two, in the place of the highest points. */
function sommer({ sommets, negatifs }: Sommets): Float64Array {
  for (let i = 0; i < sommets.length; i++) sommets[i] = (sommets[i] ?? 0) + (negatifs[i] ?? 0)
  return sommets
}

/** Takes the points of a criterion in; `meilleurs` takes its rank where none are higher so far. */
function retenirSommets(
  { sommets, negatifs }: Sommets,
  { rang, constat: { etats, points } }: Membre,
  meilleurs: Int16Array,
): void {
  const parcours = parcourir(etats)
  for (let i = suivante(parcours, RETENU, 0); i < etats.length; i = suivante(parcours, RETENU, i + 1)) {
    const centiemes = typeof points === 'number' ? points : (points[i] ?? 0)
    if (centiemes < 0) negatifs[i] = (negatifs[i] ?? 0) + centiemes
    else if (centiemes > (sommets[i] ?? 0)) {
      sommets[i] = centiemes
      meilleurs[i] = rang
    }
  }
}

/** Takes in what an unknown criterion could give. */
function supposer({ sommets, negatifs }: Sommets, { etats }: Constat, centiemes: number): void {
  const parcours = parcourir(etats)
  for (let i = suivante(parcours, INCERTAIN, 0); i < etats.length; i = suivante(parcours, INCERTAIN, i + 1)) {
    if (centiemes < 0) negatifs[i] = (negatifs[i] ?? 0) + centiemes
    else if (centiemes > (sommets[i] ?? 0)) sommets[i] = centiemes
  }
}

/** Of the positive points only the highest count, the first in grid order on a draw; negative ones always add. */
function garderLeMeilleur(nombre: number, membres: readonly Membre[]): SousTotal {
  const meilleurs = new Int16Array(nombre).fill(-1)
  const retenus: Sommets = { sommets: new Float64Array(nombre), negatifs: new Float64Array(nombre) }
  for (const membre of membres) retenirSommets(retenus, membre, meilleurs)
  const borne = (extreme: Extreme): Float64Array | undefined => {
    const incertains = mobiles(membres, extreme)
    if (incertains.length === 0) return undefined
    const bornes = copier(retenus)
    for (const membre of incertains) supposer(bornes, membre.constat, extreme(membre))
    return sommer(bornes)
  }
  const [minimums, maximums] = [borne(auMoins), borne(auPlus)]
  const sommes = sommer(retenus)
  return { sommes, minimums: minimums ?? sommes, maximums: maximums ?? sommes, meilleurs }
}

function bornerTous(sommes: Float64Array, limites: Limites): void {
  if (limites.plafond === Infinity && limites.plancher === -Infinity) return
  for (let i = 0; i < sommes.length; i++) sommes[i] = borner(sommes[i] ?? 0, limites)
}

/** What a group brings to each demande. */
export function sousTotal(nombre: number, groupe: Groupe, membres: readonly Membre[]): SousTotal {
  const total = groupe.famille?.cumul === 'maximum' ? garderLeMeilleur(nombre, membres) : additionner(nombre, membres)
  const limites = limitesGroupe(groupe)
  for (const sommes of new Set([total.sommes, total.minimums, total.maximums])) bornerTous(sommes, limites)
  return total
}

function cumuler(nombre: number, parties: readonly Float64Array[], limites: Limites): Float64Array {
  const [premiere, ...autres] = parties
  const sommes = premiere?.slice() ?? new Float64Array(nombre)
  for (const partie of autres) {
    for (let i = 0; i < sommes.length; i++) sommes[i] = (sommes[i] ?? 0) + (partie[i] ?? 0)
  }
  bornerTous(sommes, limites)
  return sommes
}

/** The totals of every demande: its groups added up, then the limits of the note. */
export function totaliser(nombre: number, grille: Grille, sousTotaux: readonly SousTotal[]): Totaux {
  const limites = limitesNote(grille)
  const sommes = sousTotaux.map((sousTotal) => sousTotal.sommes)
  const totaux = cumuler(nombre, sommes, limites)
  const borner = (parties: readonly Float64Array[]): Float64Array =>
    parties.every((partie, g) => partie === sommes[g]) ? totaux : cumuler(nombre, parties, limites)
  return {
    totaux,
    minimums: borner(sousTotaux.map(({ minimums }) => minimums)),
    maximums: borner(sousTotaux.map(({ maximums }) => maximums)),
  }
}
