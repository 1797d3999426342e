import type { Cellule, FeuilleBrute, FeuilleEcrite, ValeurEcrite } from '../../core/index.ts'

function ecrite(cellule: Cellule): ValeurEcrite {
  return typeof cellule === 'object' && cellule !== null && 'erreur' in cellule ? cellule.erreur : cellule
}

/** The rows of a text file as a sheet, as they were read, to stand beside the results in a new workbook. */
export function feuilleDesDonnees({ lignes: source }: FeuilleBrute): FeuilleEcrite {
  const [entetes = [], ...lignes] = Array.from(source, ({ cellules }) => cellules.map(ecrite))
  const largeur = lignes.reduce((maximum, { length }) => Math.max(maximum, length), entetes.length)
  return {
    nom: 'Demandes',
    titre: '',
    provenance: [],
    colonnes: Array.from({ length: largeur }, (_, i) => ({
      titre: typeof entetes[i] === 'string' ? entetes[i] : '',
      format: 'texte',
      largeur: 18,
    })),
    nombreLignes: lignes.length,
    ligne: (i) => lignes[i] ?? [],
  }
}
