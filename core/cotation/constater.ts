import type { Donnees } from '../demande/derives/derive.ts'
import type { Evaluateur } from './condition.ts'
import { VRAI } from './condition.ts'
import { champNommable } from './grille/champs-nommables.ts'
import { champsDeCritere } from './grille/champs-de.ts'
import type { Condition, Critere } from './grille/grille.ts'
import { regleDe } from './regles/regle-de.ts'
import type { Centiemes, Regle } from './regles/regle.ts'
import { ECARTE, INCERTAIN, NON_JUSTIFIE, RETENU } from './regles/regle.ts'

/** What one criterion found for every demande. Never changed once made: states may be shared between criteria. */
export interface Constat {
  readonly etats: Uint8Array
  /** Points in hundredths: the same for all who are retained, or one a demande (0 unless retained). */
  readonly points: number | Centiemes
  /** Whether any state is unknown. */
  readonly incertain: boolean
}

/** The points of a demande, in hundredths: 0 unless it is retained. */
export function centiemesDe({ etats, points }: Constat, i: number): number {
  if (etats[i] !== RETENU) return 0
  return typeof points === 'number' ? points : (points[i] ?? 0)
}

function justifie(champ: string): Condition {
  return { champ: 'justifies', est: champ }
}

/** Whether supporting documents cover a field: itself or, when it is derived, all that it rests on. */
function couvert(champ: string): Condition {
  const besoins = champNommable(champ)?.besoins ?? [champ]
  return { un_de: [justifie(champ), { tous: besoins.map(justifie) }] }
}

/** Puts aside, among those who may be retained, the ones that nothing supports. */
function ecarterNonJustifies(reponses: Uint8Array, critere: Critere, evaluateur: Evaluateur): Uint8Array {
  const couverts = evaluateur.evaluer({ tous: champsDeCritere(critere).map(couvert) })
  const etats = reponses.slice()
  for (let i = 0; i < etats.length; i++) {
    if (etats[i] !== ECARTE && couverts[i] !== VRAI) etats[i] = NON_JUSTIFIE
  }
  return etats
}

/** The states before points: put aside when the condition is false, then when nothing supports it, then unknown. */
function etatsInitiaux(critere: Critere, donnees: Donnees, evaluateur: Evaluateur): Uint8Array {
  const reponses =
    critere.si === undefined ? new Uint8Array(donnees.nombre).fill(RETENU) : evaluateur.evaluer(critere.si)
  return critere.sur_justificatif === true ? ecarterNonJustifies(reponses, critere, evaluateur) : reponses
}

const ENTIER_32_BITS = 2 ** 31 - 1

function colonneDePoints({ etendue: { min, max } }: Regle, nombre: number): Centiemes {
  return Math.max(-min, max) <= ENTIER_32_BITS ? new Int32Array(nombre) : new Float64Array(nombre)
}

/** One pass over the table for one criterion. */
export function constater(critere: Critere, donnees: Donnees, evaluateur: Evaluateur): Constat {
  const regle = regleDe(critere)
  const initiaux = etatsInitiaux(critere, donnees, evaluateur)
  if (regle.fixe !== undefined) {
    return { etats: initiaux, points: regle.fixe, incertain: initiaux.includes(INCERTAIN) }
  }
  const etats = initiaux.slice()
  const points = colonneDePoints(regle, donnees.nombre)
  regle.appliquer(donnees, etats, points)
  return { etats, points, incertain: etats.includes(INCERTAIN) }
}
