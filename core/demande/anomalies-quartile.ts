import { CONNU } from '../lecture/colonne.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import { dateCivile } from '../socle/jour.ts'
import { anomalie } from '../socle/messages.ts'
import type { Demandes } from './demandes.ts'
import type { Donnees } from './derives/derive.ts'
import { epciDe, seuilsPar } from './derives/quartile.ts'

/**
 * What stands in the way of the quartile, or should be known of it: an EPCI without thresholds, thresholds of an earlier
 * year, no income at all.
 *
 * @param exigee whether the quartile is used: only then is an EPCI that nobody gives a fault
 */
export function anomaliesQuartile({ lignes }: Demandes, donnees: Donnees, exigee: boolean): readonly Anomalie[] {
  const { annee } = dateCivile(donnees.contexte.jour)
  const epci = epciDe(donnees)
  const seuils = seuilsPar(donnees)
  const ressources = donnees.simple('ressources_mensuelles')
  const anomalies: Anomalie[] = []
  lignes.forEach((ligne, i) => {
    const lu = epci(i) ?? ''
    const trouves = seuils(i)
    if (trouves === undefined && (lu !== '' || exigee)) {
      anomalies.push(anomalie({ code: 'epci-sans-seuils', ligne, colonne: 'epci', lu }))
    }
    if (trouves?.ancien === true) {
      anomalies.push(anomalie({ code: 'seuils-anciens', ligne, colonne: 'epci', lu, annee, utilisee: trouves.annee }))
    }
    if (ressources.etats[i] === CONNU && ressources.valeurs[i] === 0) {
      anomalies.push(anomalie({ code: 'ressources-nulles', ligne, colonne: 'ressources_mensuelles' }))
    }
  })
  return anomalies
}
