import type { SeuilsTrouves } from '../baremes/index.ts'
import { FAUX } from '../cotation/condition.ts'
import { epciDe, sansRessources, seuilsPar } from '../demande/derives/quartile.ts'
import { CONNU, VIDE } from '../lecture/colonne.ts'
import type { Anomalie } from '../socle/anomalie.ts'
import { anomalie } from '../socle/messages.ts'
import type { AnomalieAttribution, Attributions } from './attributions.ts'
import type { Compte } from './compte.ts'
import { QUARTILE_DONNE } from './derives.ts'

/**
 * What stands in the way of the quartiles computed for the year, or should be known of them: an EPCI without thresholds,
 * thresholds of an earlier year, no income at all. Rows of other years, or whose quartile is given, are not concerned.
 *
 * @example
 * anomaliesQuartiles(compte)[0]?.message
 * //=> 'Les ressources sont à 0 : le ménage est compté au premier quartile. …'
 */
export function anomaliesQuartiles(compte: Compte): readonly AnomalieAttribution[] {
  const { donnees, assiettes, attributions } = compte
  const donne = donnees.simple(QUARTILE_DONNE)
  const ressources = donnees.simple('ressources_mensuelles')
  const nul = sansRessources(donnees)
  const fautesSeuils = fautesDesSeuils(compte)
  const nulles = anomalie({ code: 'ressources-nulles', ligne: 0, colonne: 'ressources_mensuelles' })
  const anomalies: AnomalieAttribution[] = []
  for (let i = 0; i < attributions.nombre; i++) {
    if (donne.etats[i] !== VIDE || (assiettes.baux[i] === FAUX && assiettes.decisions[i] === FAUX)) continue
    // Without income the quartile is the first whatever the thresholds.
    const faute = nul(i) ? undefined : fautesSeuils(i)
    if (faute !== undefined) anomalies.push(situer(faute, attributions, i))
    if (ressources.etats[i] === CONNU && ressources.valeurs[i] === 0) anomalies.push(situer(nulles, attributions, i))
  }
  return anomalies
}

/** What is wrong with the thresholds of a row. One sentence a territory, made once: a whole file may have the same fault. */
function fautesDesSeuils({ annee, donnees }: Compte): (i: number) => Anomalie | undefined {
  const epci = epciDe(donnees)
  const seuils = seuilsPar(donnees)
  const parEpci = new Map<string, Anomalie | undefined>()
  return (i) => {
    const lu = epci(i) ?? ''
    if (!parEpci.has(lu)) parEpci.set(lu, fauteSeuils(lu, seuils(i), annee))
    return parEpci.get(lu)
  }
}

function fauteSeuils(lu: string, trouves: SeuilsTrouves | undefined, annee: number): Anomalie | undefined {
  const lieu = { ligne: 0, colonne: 'epci', lu }
  if (trouves === undefined) return anomalie({ code: 'epci-sans-seuils', ...lieu })
  return trouves.ancien ? anomalie({ code: 'seuils-anciens', ...lieu, annee, utilisee: trouves.annee }) : undefined
}

function situer(faute: Anomalie, { lignes, fichiers, origines }: Attributions, i: number): AnomalieAttribution {
  const ligne = lignes[i] ?? 0
  const fichier = fichiers[origines[i] ?? 0]
  return fichiers.length === 1 || fichier === undefined ? { ...faute, ligne } : { ...faute, ligne, fichier }
}
