import { baseClassement } from '../../cotation/classer.ts'
import type { Evaluateur } from '../../cotation/condition.ts'
import { creerEvaluateur } from '../../cotation/condition.ts'
import type { Cotation } from '../../cotation/coter.ts'
import { clesDepartage } from '../../cotation/departager.ts'
import type { Demandes } from '../../demande/demandes.ts'
import { paires as pairesDe } from './paires.ts'
import { recherchesDe } from '../lots/souhaits.ts'
import type { Lots, PairesLots } from '../mesures/recherches.ts'
import type { Bassins } from './bassins.ts'
import { formerBassins } from './bassins.ts'
import type { Cles } from './trois.ts'
import { troisParPaire } from './trois.ts'

/** A scoring made ready for its weights to be tried. Demandes are numbered by their place: 0 is the first. */
export interface Banc {
  readonly cotation: Cotation
  readonly evaluateur: Evaluateur
  /** Index in the table of each place. */
  readonly demandes: Uint32Array
  /** Place of each index of the table; −1 when it is not ranked. */
  readonly places: Int32Array
  /** In hundredths, by place. */
  readonly totaux: Float64Array
  /** By place: what is added to total × `nombre` so that no two keys are equal. */
  readonly departages: Float64Array
  readonly nombre: number
  readonly lots: PairesLots
  /** How many dwellings share each pair of a commune and a type. */
  readonly effectifs: Uint32Array
  readonly nombreLots: number
  readonly bassins: Bassins
  /** The three candidates of each pair under the grid. */
  readonly trois: Int32Array
}

/** Keys that rank as the grid does: total, then tie-breaks, then unique number, in one number. */
export function clesDe(totaux: Float64Array, { departages, nombre }: Pick<Banc, 'departages' | 'nombre'>): Cles {
  const cles = new Float64Array(totaux.length)
  for (let p = 0; p < cles.length; p++) cles[p] = (totaux[p] ?? 0) * nombre + (departages[p] ?? 0)
  return cles
}

function departagesDe(cotation: Cotation, evaluateur: Evaluateur, { parNumero }: Demandes): Float64Array {
  const { classement, donnees, grilleLue } = cotation
  const cles = clesDepartage(grilleLue.grille.departage ?? [], donnees, evaluateur)
  const classees = parNumero.filter((i) => (classement.ordre[i] ?? 0) > 0)
  const { indices } = baseClassement(donnees.nombre, cles, classees)
  const departages = new Float64Array(indices.length)
  indices.forEach((i, rang) => {
    departages[(classement.ordre[i] ?? 0) - 1] = indices.length - 1 - rang
  })
  return departages
}

function placesDe({ indices, ordre }: Cotation['classement']): Int32Array {
  const places = new Int32Array(ordre.length).fill(-1)
  indices.forEach((i, place) => {
    places[i] = place
  })
  return places
}

/**
 * Makes a scoring ready.
 *
 * @param lots dwellings; without them, one for each pair of a commune and a type that a demande names
 * @example preparerBanc(cotation, demandes).nombreLots //=> 131
 */
export function preparerBanc(cotation: Cotation, demandes: Demandes, lots?: Lots): Banc {
  const { indices } = cotation.classement
  const evaluateur = creerEvaluateur(cotation.donnees)
  const recherches = recherchesDe(demandes, indices)
  const { paires, effectifs, nombreLots } = pairesDe(recherches, lots)
  const bassins = formerBassins(recherches, paires)
  const totaux = Float64Array.from(indices, (i) => cotation.totaux[i] ?? 0)
  const departages = departagesDe(cotation, evaluateur, demandes)
  const nombre = indices.length
  return {
    cotation,
    evaluateur,
    demandes: indices,
    places: placesDe(cotation.classement),
    totaux,
    departages,
    nombre,
    lots: paires,
    effectifs,
    nombreLots,
    bassins,
    trois: troisParPaire(bassins, clesDe(totaux, { departages, nombre })),
  }
}
