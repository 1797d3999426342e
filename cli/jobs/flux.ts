import type { Flux, Parc } from '../../core/flux/index.ts'
import { calculerFlux, creerLecteurParc, feuilleFlux, MODELE_PARC } from '../../core/flux/index.ts'
import {
  formatCompte,
  formatNombre,
  formatTaux,
  francais,
  isoJour,
  lireTable,
  reconnaitreTable,
} from '../../core/index.ts'
import { creerClasseur, ecrireCsv } from '../../core/tableur/index.ts'
import type { OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { feuillesSource } from '../fichiers/feuilles-source.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import { ouvrirFichier } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import { VERSION } from '../version.ts'
import { anneeDemandee, OPTION_ANNEE } from './annee.ts'
import type { Job } from './job.ts'
import { jourDemande, OPTIONS_LECTURE } from './options-lecture.ts'
import { resumerAnomalies } from './resume-anomalies.ts'

const OPTIONS: OptionsJob = {
  ...OPTION_ANNEE,
  jour: OPTIONS_LECTURE.jour,
  feuille: OPTIONS_LECTURE.feuille,
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'résultat en .xlsx, .csv ou .json' },
  json: { arite: 'aucune', aide: 'écrit le résultat en JSON sur la sortie standard' },
}

function lireParc(fichiers: readonly FichierOuvert[], feuille: string | undefined): Parc {
  const lecteur = creerLecteurParc({ lieux: TERRITOIRES })
  for (const fichier of fichiers) {
    const feuilles = feuillesSource(fichier)
    const reconnue = reconnaitreTable(feuilles, MODELE_PARC, { feuille })
    lireTable(feuilles, reconnue, lecteur.feuille(reconnue.appariement, fichier.nom))
  }
  return lecteur.terminer()
}

function direLigne({ bailleur, departement, assiette, flux }: Flux['lignes'][number]): string {
  const titre = `  ${bailleur}${departement === null ? '' : `, département ${departement}`} : assiette ${assiette === null ? 'inconnue' : formatNombre(assiette)}`
  const parts = flux.map(
    ({ reservataire, taux, logements }) =>
      `    ${reservataire} : ${taux === null ? 'taux inconnu' : formatTaux(taux)}, ${logements === null ? 'non calculé' : formatNombre(logements)}`,
  )
  return [titre, ...parts].join('\n')
}

function direBilan({ annee, formule, lignes, anomalies }: Flux): string {
  const texte = [
    `Flux de ${String(annee)} (formule à valider : ${formule.texte})`,
    ...lignes.map(direLigne),
    '',
    anomalies.length === 0 ? 'Aucune anomalie.' : `${formatCompte(anomalies.length, 'anomalie')} :`,
    ...resumerAnomalies(anomalies),
  ]
  return francais(`${texte.join('\n')}\n`)
}

/** `flux PARC… --annee A`: each holder's yearly flow of dwellings, by landlord and département. */
export const JOB_FLUX: Job = {
  nom: 'flux',
  usage: 'PARC… --annee ANNÉE [options]',
  resume: 'calcule le flux annuel de chaque réservataire',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    if (options.positions.length === 0) throw new MauvaisUsage('Indiquez au moins un fichier de parc.')
    const annee = anneeDemandee(options)
    const sortie = options.valeur('sortie')
    const extension = sortie === undefined ? '' : verifierSortie(sortie, ['xlsx', 'csv', 'json'], options.positions)
    const parc = lireParc(options.positions.map(ouvrirFichier), options.valeur('feuille'))
    const resultat = { jour: isoJour(jourDemande(options, terminal)), ...calculerFlux(parc, { annee }) }
    const json = `${JSON.stringify(resultat)}\n`
    if (sortie !== undefined) ecrireFichier(sortie, [octets(extension)])
    await terminal.ecrire(options.presente('json') ? json : direBilan(resultat))

    function octets(format: string): Uint8Array {
      if (format === 'json') return encoderUtf8(json)
      const feuille = feuilleFlux(resultat, [
        ['Fichiers', options.positions.join(', ')],
        ['Moteur', VERSION],
      ])
      return format === 'csv' ? ecrireCsv(feuille) : creerClasseur([feuille])
    }
  },
}
