import type { Donnees } from '../demande/derives/derive.ts'
import type { Evaluateur } from './condition.ts'
import { FAUX, INCONNU, VRAI } from './condition.ts'
import { champNommable } from './grille/champs-nommables.ts'
import { champsDeCritere } from './grille/champs-de.ts'
import type { Critere } from './grille/grille.ts'
import { regleDe } from './regles/regle-de.ts'
import type { Centiemes } from './regles/regle.ts'
import { ECARTE, INCERTAIN, NON_JUSTIFIE, RETENU } from './regles/regle.ts'

/** What one criterion found for every demande: a state and points, in hundredths (0 unless retained). */
export interface Constat {
  readonly etats: Uint8Array
  readonly points: Centiemes
}

/** 1 where supporting documents cover a field: itself or, when it is derived, all that it rests on. */
function pieces(champ: string, evaluateur: Evaluateur): (i: number) => boolean {
  const propre = evaluateur.evaluer({ champ: 'justifies', est: champ })
  const besoins = (champNommable(champ)?.besoins ?? []).map((besoin) =>
    evaluateur.evaluer({ champ: 'justifies', est: besoin }),
  )
  return (i) => propre[i] === VRAI || besoins.every((besoin) => besoin[i] === VRAI)
}

/** The states before points: put aside when the condition is false, then when nothing supports it, then unknown. */
function etatsInitiaux(critere: Critere, donnees: Donnees, evaluateur: Evaluateur): Uint8Array {
  const etats = new Uint8Array(donnees.nombre).fill(RETENU)
  if (critere.si !== undefined) {
    const reponses = evaluateur.evaluer(critere.si)
    for (let i = 0; i < etats.length; i++) {
      if (reponses[i] === FAUX) etats[i] = ECARTE
      else if (reponses[i] === INCONNU) etats[i] = INCERTAIN
    }
  }
  if (critere.sur_justificatif === true) {
    const couverts = champsDeCritere(critere).map((champ) => pieces(champ, evaluateur))
    for (let i = 0; i < etats.length; i++) {
      if (etats[i] !== ECARTE && !couverts.every((couvert) => couvert(i))) etats[i] = NON_JUSTIFIE
    }
  }
  return etats
}

const ENTIER_32_BITS = 2 ** 31 - 1

/** One pass over the table for one criterion. */
export function constater(critere: Critere, donnees: Donnees, evaluateur: Evaluateur): Constat {
  const regle = regleDe(critere)
  const { min, max } = regle.etendue
  const points =
    Math.max(-min, max) <= ENTIER_32_BITS ? new Int32Array(donnees.nombre) : new Float64Array(donnees.nombre)
  const etats = etatsInitiaux(critere, donnees, evaluateur)
  regle.appliquer(donnees, etats, points)
  return { etats, points }
}
