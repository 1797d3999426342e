import type { Flux } from '../../core/flux/index.ts'
import { calculerFlux, creerLecteurParc, feuilleFlux, MODELE_PARC } from '../../core/flux/index.ts'
import { formatNombre, formatTaux, isoJour } from '../../core/index.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import { VERSION } from '../version.ts'
import { anneeDemandee } from './annee.ts'
import type { Job } from './job.ts'
import { jourDemande } from './options-lecture.ts'
import { lireTables } from './lire-tables.ts'
import { exigerFichiers, OPTIONS_ANNUELLES, rendre, sortieDemandee, tablesDemandees } from './travail-annuel.ts'

function direLigne({ bailleur, departement, assiette, flux }: Flux['lignes'][number]): string {
  const titre = `  ${bailleur}${departement === null ? '' : `, département ${departement}`} : assiette ${assiette === null ? 'inconnue' : formatNombre(assiette)}`
  const parts = flux.map(
    ({ reservataire, taux, logements }) =>
      `    ${reservataire} : ${taux === null ? 'taux inconnu' : formatTaux(taux)}, ${logements === null ? 'non calculé' : formatNombre(logements)}`,
  )
  return [titre, ...parts].join('\n')
}

function lignesBilan({ annee, formule, lignes }: Flux): readonly string[] {
  return [`Flux de ${String(annee)} (formule à valider : ${formule.texte})`, ...lignes.map(direLigne), '']
}

/** `flux PARC… --annee A`: each holder's yearly flow of dwellings, by landlord and département. */
export const JOB_FLUX: Job = {
  nom: 'flux',
  usage: 'PARC… --annee ANNÉE [options]',
  resume: 'calcule le flux annuel de chaque réservataire',
  options: OPTIONS_ANNUELLES,
  lancer: async (options, terminal) => {
    exigerFichiers(options, 'de parc')
    const annee = anneeDemandee(options)
    const sortie = sortieDemandee(options)
    const lecteur = creerLecteurParc({ lieux: TERRITOIRES })
    lireTables(tablesDemandees(options), MODELE_PARC, lecteur.feuille, terminal)
    const resultat = {
      jour: isoJour(jourDemande(options, terminal)),
      ...calculerFlux(lecteur.terminer(), { annee }),
    }
    const feuille = feuilleFlux(resultat, [
      ['Fichiers', options.positions.join(', ')],
      ['Moteur', VERSION],
    ])
    await rendre({ resultat, feuille, lignes: lignesBilan(resultat) }, sortie, options, terminal)
  },
}
