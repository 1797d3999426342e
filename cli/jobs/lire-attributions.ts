import { formatNombre, lireTable, reconnaitreTable } from '../../core/index.ts'
import { type Attributions, creerLecteurAttributions, MODELE_ATTRIBUTION } from '../../core/objectifs/index.ts'
import type { Arguments } from '../arguments.ts'
import { enListe } from '../arguments.ts'
import { feuillesSource } from '../fichiers/feuilles-source.ts'
import type { FichierOuvert } from '../fichiers/lire.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import type { Terminal } from '../terminal.ts'
import { jourDemande } from './options-lecture.ts'

/** Where allocations are read: a file, and its sheet when it is known. */
export interface OuAttributions {
  readonly fichier: FichierOuvert
  readonly feuille?: string | undefined
}

/** Reads tables of allocations, duplicates found over all of them. */
export function lireAttributions(
  lieux: readonly OuAttributions[],
  options: Arguments,
  terminal: Terminal,
  videNon = enListe(options.valeurs('vide-non')),
): Attributions {
  const lecteur = creerLecteurAttributions({
    jour: jourDemande(options, terminal),
    lieux: TERRITOIRES,
    videNon,
    sansDefauts: options.presente('sans-defauts'),
  })
  for (const { fichier, feuille } of lieux) {
    const feuilles = feuillesSource(fichier)
    const reconnue = reconnaitreTable(feuilles, MODELE_ATTRIBUTION, { feuille })
    lireTable(feuilles, reconnue, lecteur.fichier(reconnue.appariement, fichier.nom), (lignes) => {
      terminal.progresser(`${fichier.nom} : ${formatNombre(lignes)} lignes…`)
    })
  }
  return lecteur.terminer()
}
