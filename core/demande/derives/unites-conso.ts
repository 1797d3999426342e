import { CONNU, VIDE } from '../../lecture/colonne.ts'
import type { ChampDerive } from './derive.ts'
import { derivee, inconnusParmi, lecture } from './derive.ts'

/**
 * Consumption units in tenths, so that sums stay whole: 10 for the first person of 14 or more, 5 for each further one, 3
 * for each one under 14; when nobody is 14 or more the first person counts 10.
 *
 * Source: scale of the arrêtés on the first quartile (CCH art. L. 441-1).
 *
 * @example dixiemesUc(3, 2) //=> 16
 */
export function dixiemesUc(personnes: number, moinsDe14: number): number {
  const autresAdultes = Math.max(0, personnes - moinsDe14 - 1)
  return 10 + autresAdultes * 5 + (personnes - 1 - autresAdultes) * 3
}

/** Consumption units of the household. An empty number of under-14s is 0 for a person alone, else unknown. */
export const unitesConso: ChampDerive = {
  code: 'uc',
  libelle: 'Unités de consommation du ménage',
  type: 'nombre',
  unite: 'UC',
  besoins: ['nb_personnes', 'nb_moins_14'],
  calculer: (donnees) => {
    const personnes = lecture(donnees.simple('nb_personnes'))
    const { etats, valeurs } = donnees.simple('nb_moins_14')
    const uc = new Float64Array(donnees.nombre)
    for (let i = 0; i < uc.length; i++) {
      const total = personnes(i)
      if (etats[i] === CONNU) uc[i] = dixiemesUc(total, valeurs[i] ?? 0) / 10
      else uc[i] = etats[i] === VIDE && total === 1 ? 1 : NaN
    }
    return derivee(uc)
  },
  manque: (donnees, i) => inconnusParmi(['nb_personnes', 'nb_moins_14'], donnees, i),
}
