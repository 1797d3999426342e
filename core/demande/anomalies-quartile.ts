import { CONNU, INUTILISABLE } from '../lecture/colonne.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import { dateCivile } from '../socle/jour.ts'
import { anomalie } from '../socle/messages.ts'
import type { Demandes } from './demandes.ts'
import type { Donnees } from './derives/derive.ts'
import { epciDe, seuilsPar } from './derives/quartile.ts'

/** What is wrong with the thresholds of row `i`; a cell that cannot be read is already an anomaly of its own. */
function fauteSeuils(donnees: Donnees, exigee: boolean): (i: number, ligne: number) => Anomalie | undefined {
  const { annee } = dateCivile(donnees.contexte.jour)
  const { etats } = donnees.simple('epci')
  const epci = epciDe(donnees)
  const seuils = seuilsPar(donnees)
  return (i, ligne) => {
    const trouves = seuils(i)
    if (trouves?.ancien === false || etats[i] === INUTILISABLE) return undefined
    const lu = epci(i) ?? ''
    if (trouves !== undefined) {
      return anomalie({ code: 'seuils-anciens', ligne, colonne: 'epci', lu, annee, utilisee: trouves.annee })
    }
    return lu === '' && !exigee ? undefined : anomalie({ code: 'epci-sans-seuils', ligne, colonne: 'epci', lu })
  }
}

/**
 * What stands in the way of the quartile, or should be known of it: an EPCI without thresholds, thresholds of an earlier
 * year, no income at all.
 *
 * @param exigee whether the quartile is used: only then is an EPCI that nobody gives a fault
 * @param concernee the rows to look at: those that one grid scores, since its territory decides; all by default
 * @example
 * anomaliesQuartile(demandes, donnees, true)[0]?.message
 * //=> 'Les ressources sont à 0 : le ménage est compté au premier quartile. …'
 */
export function anomaliesQuartile(
  { lignes }: Demandes,
  donnees: Donnees,
  exigee: boolean,
  concernee: (i: number) => boolean = () => true,
): readonly Anomalie[] {
  const faute = fauteSeuils(donnees, exigee)
  const ressources = donnees.simple('ressources_mensuelles')
  const anomalies: Anomalie[] = []
  for (let i = 0; i < donnees.nombre; i++) {
    if (!concernee(i)) continue
    const ligne = lignes[i] ?? 0
    const trouvee = faute(i, ligne)
    if (trouvee !== undefined) anomalies.push(trouvee)
    if (ressources.etats[i] === CONNU && ressources.valeurs[i] === 0) {
      anomalies.push(anomalie({ code: 'ressources-nulles', ligne, colonne: 'ressources_mensuelles' }))
    }
  }
  return anomalies
}
