import type { SeuilsTrouves } from '../../baremes/index.ts'
import { seuilsDe } from '../../baremes/index.ts'
import { CONNU, VIDE } from '../../lecture/colonne.ts'
import { dateCivile } from '../../socle/jour.ts'
import type { BorneQuartile, ChampDerive, Donnees } from './derive.ts'
import { derivee, lecture } from './derive.ts'
import { ressourcesUc } from './ressources.ts'

/**
 * The quartile of a yearly income per consumption unit. The law says « inférieur »: an income equal to a threshold is in
 * the quartile above, unless the bound is `incluse`.
 *
 * @example quartileDe(9456, { annee: 2026, q1: 9456, q2: 13935, q3: 19380, ancien: false }, 'stricte') //=> 2
 */
export function quartileDe(ressources: number, { q1, q2, q3 }: SeuilsTrouves, borne: BorneQuartile): 1 | 2 | 3 | 4 {
  if (borne === 'incluse') return ressources <= q1 ? 1 : ressources <= q2 ? 2 : ressources <= q3 ? 3 : 4
  return ressources < q1 ? 1 : ressources < q2 ? 2 : ressources < q3 ? 3 : 4
}

/** The EPCI whose thresholds apply to row `i`: its own, or the grid's territory when it gives none. */
export function epciDe(donnees: Donnees): (i: number) => string | undefined {
  const { etats, valeurs, dictionnaire } = donnees.simple('epci')
  const { territoire } = donnees.contexte
  return (i) => (etats[i] === CONNU ? dictionnaire[valeurs[i] ?? 0] : etats[i] === VIDE ? territoire : undefined)
}

/** The thresholds that apply to row `i`, in the year of the computation: found once an EPCI. */
export function seuilsPar(donnees: Donnees): (i: number) => SeuilsTrouves | undefined {
  const { etats, valeurs, dictionnaire } = donnees.simple('epci')
  const { jour, seuils, territoire } = donnees.contexte
  const { annee } = dateCivile(jour)
  const parEntree = dictionnaire.map((siren) => seuilsDe(siren, annee, seuils))
  const parDefaut = territoire === undefined ? undefined : seuilsDe(territoire, annee, seuils)
  return (i) => (etats[i] === CONNU ? parEntree[valeurs[i] ?? 0] : etats[i] === VIDE ? parDefaut : undefined)
}

/** Whether row `i` is in the first quartile for want of any income: whatever its thresholds. */
export function sansRessources(donnees: Donnees): (i: number) => boolean {
  const ressources = lecture(donnees.simple('ressources_uc'))
  return (i) => ressources(i) === 0
}

/**
 * Quartile of income among the applicants of the EPCI (of the region in Île-de-France), 1 to 4. No income at all is
 * quartile 1 whatever the thresholds.
 *
 * Source: CCH art. L. 441-1 and the yearly arrêtés.
 */
export const quartile: ChampDerive = {
  code: 'quartile',
  libelle: 'Quartile de ressources',
  type: 'entier',
  unite: '',
  besoins: ['ressources_mensuelles', 'nb_personnes', 'nb_moins_14'],
  baseLegale: 'L. 441-1 CCH',
  calculer: (donnees) => {
    const ressources = lecture(donnees.simple('ressources_uc'))
    const seuils = seuilsPar(donnees)
    const { borne } = donnees.contexte
    const quartiles = new Float64Array(donnees.nombre)
    for (let i = 0; i < quartiles.length; i++) {
      const seuil = seuils(i)
      const valeur = ressources(i)
      if (valeur === 0) quartiles[i] = 1
      else quartiles[i] = seuil === undefined || Number.isNaN(valeur) ? NaN : quartileDe(valeur, seuil, borne)
    }
    return derivee(quartiles)
  },
  manque: (donnees, i) => [
    ...(Number.isNaN(lecture(donnees.simple('ressources_uc'))(i)) ? ressourcesUc.manque(donnees, i) : []),
    ...(seuilsPar(donnees)(i) === undefined ? ['epci'] : []),
  ],
}
