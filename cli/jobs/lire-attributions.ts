import { type Attributions, creerLecteurAttributions, MODELE_ATTRIBUTION } from '../../core/objectifs/index.ts'
import type { Arguments } from '../arguments.ts'
import { enListe } from '../arguments.ts'
import { TERRITOIRES } from '../fichiers/territoires.ts'
import type { Terminal } from '../terminal.ts'
import { lireTables, type OuTable } from './lire-tables.ts'
import { jourDemande } from './options-lecture.ts'

/** Reads tables of allocations, duplicates found over all of them. */
export function lireAttributions(
  lieux: readonly OuTable[],
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
  lireTables(lieux, MODELE_ATTRIBUTION, lecteur.fichier, terminal)
  return lecteur.terminer()
}
