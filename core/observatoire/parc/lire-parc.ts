import type { Lecteur, Lecture, OptionsLecture } from '../../lecture/lire.ts'
import { creerLecteur } from '../../lecture/lire.ts'
import type { Appariement } from '../../lecture/reconnaitre.ts'
import { MODELE_PARC_OBSERVE } from './champs.ts'

/** The stock once read. */
export type Parc = Lecture

/**
 * Makes the reader of a table of the social housing stock whose columns are recognised.
 *
 * @throws Refus when no column gives the number of dwellings
 * @example
 * const reconnue = reconnaitreTable(feuilles, MODELE_PARC_OBSERVE, { feuille: 'Parc' })
 * const lecteur = creerLecteurParcObserve(reconnue.appariement, { lieux: territoires })
 * lireTable(feuilles, reconnue, lecteur)
 * lecteur.terminer().nombre //=> 18
 */
export function creerLecteurParcObserve(appariement: Appariement, options: OptionsLecture): Lecteur {
  return creerLecteur(MODELE_PARC_OBSERVE, appariement, options)
}
