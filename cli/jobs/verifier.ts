import { anomaliesQuartile, creerDonnees, formatCompte, francais, isoJour } from '../../core/index.ts'
import type { OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { documentJson } from '../fichiers/json.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import type { Job } from './job.ts'
import { borneDemandee, jourDemande, lireFichierDemandes, OPTIONS_LECTURE, seuilsDemandes } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

const OPTIONS: OptionsJob = {
  ...OPTIONS_LECTURE,
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'anomalies en .json' },
  json: { arite: 'aucune', aide: 'écrit les anomalies en JSON sur la sortie standard' },
}

/** `verifier FICHIER`: reads a file and says what is wrong with it. */
export const JOB_VERIFIER: Job = {
  nom: 'verifier',
  usage: 'DEMANDES [options]',
  resume: 'lit un fichier et dit ce qui ne va pas, sans coter',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const [chemin, ...autres] = options.positions
    if (chemin === undefined || autres.length > 0) throw new MauvaisUsage('Indiquez un fichier de demandes, un seul.')
    const sortie = options.valeur('sortie')
    if (sortie !== undefined) verifierSortie(sortie, ['json'], [chemin, ...options.valeurs('seuils')])
    const jour = jourDemande(options, terminal)
    const { borne = 'stricte' } = borneDemandee(options)
    const seuils = seuilsDemandes(options)
    const { demandes, fichier, reconnue } = lireFichierDemandes(chemin, options, terminal, undefined)
    const donnees = creerDonnees(demandes, { jour, seuils, territoire: undefined, borne })
    const anomalies = [...demandes.anomalies, ...anomaliesQuartile(demandes, donnees, false)]
    const entete = {
      format: 'verification/1',
      jour: isoJour(jour),
      vide_non: demandes.videNon,
      defauts: demandes.defauts,
    }
    if (sortie !== undefined)
      ecrireFichier(sortie, [encoderUtf8([...documentJson(entete, 'anomalies', anomalies)].join(''))])
    if (options.presente('json')) {
      for (const morceau of documentJson(entete, 'anomalies', anomalies)) await terminal.ecrire(morceau)
      return
    }
    const lignes = [
      francais(
        `${fichier.nom}, feuille « ${reconnue.table.feuille} » : ${formatCompte(demandes.lignesLues, 'ligne lue', 'lignes lues')}, ${formatCompte(demandes.nombre, 'demande utilisable', 'demandes utilisables')}.`,
      ),
      anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`,
      ...resumerAnomalies(anomalies),
    ]
    await terminal.ecrire(`${lignes.join('\n')}\n`)
  },
}
