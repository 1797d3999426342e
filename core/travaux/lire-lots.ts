import type { Lecture, OptionsLecture } from '../lecture/lire.ts'
import { reconnaitreColonnes } from '../lecture/reconnaitre.ts'
import { LIGNES_EXPLOREES, trouverTable } from '../lecture/trouver-table.ts'
import { creerLecteurLots, MODELE_LOTS } from '../scenarios/lots/logements.ts'
import type { FeuilleBrute } from '../socle/table.ts'
import { premieresLignes } from '../tableur/premieres-lignes.ts'

/**
 * Reads the dwellings of a workbook: the sheet whose headers name the most of their fields.
 *
 * @throws Refus when the workbook is empty, or has no column for the commune or for the type
 * @example
 * const feuille = enFeuille('Logements', [['Commune', 'Type'], ['59350', 'T3'], ['59512', 'T2']])
 * lireLots([feuille], { lieux: territoires }).nombre //=> 2
 */
export function lireLots(feuilles: readonly FeuilleBrute[], options: OptionsLecture): Lecture {
  const apercus = feuilles.map((feuille) => ({
    nom: feuille.nom,
    premieresLignes: premieresLignes(feuille, LIGNES_EXPLOREES),
  }))
  const table = trouverTable(apercus, MODELE_LOTS)
  const lecteur = creerLecteurLots(reconnaitreColonnes(table.entetes, table.ligneEntetes, MODELE_LOTS), options)
  const lignes = feuilles.find(({ nom }) => nom === table.feuille)?.lignes ?? []
  for (const ligne of lignes) if (ligne.numero > table.ligneEntetes) lecteur.ajouter(ligne)
  return lecteur.terminer()
}
