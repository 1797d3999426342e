import { FAUX } from '../cotation/condition.ts'
import { epciDe, seuilsPar } from '../demande/derives/quartile.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'
import type { DetailsAnomalie } from '../socle/messages.ts'
import { anomalie } from '../socle/messages.ts'
import type { AnomalieAttribution } from './attributions.ts'
import type { Compte } from './compte.ts'
import { QUARTILE_DONNE } from './derives.ts'

/**
 * What stands in the way of the quartiles computed for the year, or should be known of them: an EPCI without thresholds,
 * thresholds of an earlier year, no income at all. Rows of other years, or whose quartile is given, are not concerned.
 */
export function anomaliesQuartiles({
  attributions,
  annee,
  donnees,
  assiettes,
}: Compte): readonly AnomalieAttribution[] {
  const donne = donnees.simple(QUARTILE_DONNE)
  const ressources = donnees.simple('ressources_mensuelles')
  const epci = epciDe(donnees)
  const seuils = seuilsPar(donnees)
  const anomalies: AnomalieAttribution[] = []
  const signaler = (i: number, details: DetailsAnomalie): void => {
    const faute = anomalie(details)
    const fichier = attributions.fichiers[attributions.origines[i] ?? 0]
    anomalies.push(attributions.fichiers.length === 1 || fichier === undefined ? faute : { ...faute, fichier })
  }
  for (let i = 0; i < attributions.nombre; i++) {
    if (donne.etats[i] !== VIDE || (assiettes.baux[i] === FAUX && assiettes.decisions[i] === FAUX)) continue
    const ligne = attributions.lignes[i] ?? 0
    const trouves = seuils(i)
    if (trouves === undefined) signaler(i, { code: 'epci-sans-seuils', ligne, colonne: 'epci', lu: epci(i) ?? '' })
    else if (trouves.ancien)
      signaler(i, {
        code: 'seuils-anciens',
        ligne,
        colonne: 'epci',
        lu: epci(i) ?? '',
        annee,
        utilisee: trouves.annee,
      })
    if (ressources.etats[i] === CONNU && ressources.valeurs[i] === 0)
      signaler(i, { code: 'ressources-nulles', ligne, colonne: 'ressources_mensuelles' })
  }
  return anomalies
}
