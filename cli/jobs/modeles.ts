import { modelesDeFeuilles } from '../../core/flux/index.ts'
import { francais } from '../../core/index.ts'
import { creerClasseur } from '../../core/tableur/index.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import type { Job } from './job.ts'

/** `modeles --sortie F`: the empty sheets to fill for `objectifs` and `flux`. */
export const JOB_MODELES: Job = {
  nom: 'modeles',
  usage: '--sortie FICHIER.xlsx',
  resume: 'écrit les feuilles vides « Attributions » et « Parc », à remplir',
  options: { sortie: { arite: 'une', valeur: 'FICHIER', aide: 'classeur à écrire, en .xlsx' } },
  lancer: async (options, terminal) => {
    const sortie = options.valeur('sortie')
    if (sortie === undefined) throw new MauvaisUsage('Indiquez où écrire : --sortie modeles.xlsx.')
    if (options.positions.length > 0) throw new MauvaisUsage('Aucun fichier n’est lu : indiquez seulement --sortie.')
    verifierSortie(sortie, ['xlsx'], [])
    ecrireFichier(sortie, [creerClasseur(modelesDeFeuilles())])
    await terminal.ecrire(
      francais(`Feuilles « Attributions » et « Parc » à remplir, et leurs listes, écrites dans ${sortie}.\n`),
    )
  },
}
