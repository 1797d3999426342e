import { annexePpgdid, francais } from '../../core/index.ts'
import { ecrireDocx, ecrireHtml } from '../../core/document/index.ts'
import type { OptionsJob } from '../arguments.ts'
import { MauvaisUsage } from '../arguments.ts'
import { ecrireFichier, verifierSortie } from '../fichiers/ecrire.ts'
import { lireGrilles } from '../fichiers/grilles.ts'
import { encoderUtf8 } from '../fichiers/texte.ts'
import { VERSION } from '../version.ts'
import type { Job } from './job.ts'

const OPTIONS: OptionsJob = {
  socle: { arite: 'plusieurs', valeur: 'FICHIER…', aide: 'socles régionaux, s’ils ne sont pas à côté de la grille' },
  sortie: { arite: 'une', valeur: 'FICHIER', aide: 'projet d’annexe, en .docx (Word) ou .html (à imprimer)' },
}

/** `annexe GRILLE --sortie FICHIER`: the draft annex of the PPGDID that states a grid. */
export const JOB_ANNEXE: Job = {
  nom: 'annexe',
  usage: 'GRILLE --sortie FICHIER [--socle FICHIER…]',
  resume: 'projet d’annexe au PPGDID : critères, pondération, effet d’un refus, tels que la grille les écrit',
  options: OPTIONS,
  lancer: async (options, terminal) => {
    const [chemin, ...autres] = options.positions
    if (chemin === undefined || autres.length > 0) throw new MauvaisUsage('Indiquez une grille, et une seule.')
    const sortie = options.valeur('sortie')
    if (sortie === undefined) throw new MauvaisUsage('Indiquez où écrire l’annexe : --sortie FICHIER.docx.')
    const extension = verifierSortie(sortie, ['docx', 'html'], [chemin, ...options.valeurs('socle')])
    const [lue] = lireGrilles([chemin], options.valeurs('socle'))
    if (lue === undefined) throw new Error('one grid was asked for')
    const document = annexePpgdid(lue, VERSION)
    ecrireFichier(sortie, [extension === 'docx' ? await ecrireDocx(document) : encoderUtf8(ecrireHtml(document))])
    await terminal.ecrire(francais(`Projet d’annexe écrit dans ${sortie} : à relire et à compléter.\n`))
  },
}
