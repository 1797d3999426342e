import type { FeuilleEcrite } from '../../core/index.ts'
import { Refus } from '../../core/index.ts'
import type { ClasseurOuvert } from '../../core/tableur/index.ts'

/** The rows of a text file as a sheet, as they were read, to stand beside the result in a new workbook. */
export function feuilleDesDonnees({ feuilles: [feuille] }: ClasseurOuvert): FeuilleEcrite {
  if (feuille === undefined) throw new Refus('Le fichier est vide.')
  const [entetes, ...lignes] = [...feuille.lignes].map(({ cellules }) =>
    cellules.map((cellule) =>
      typeof cellule === 'object' && cellule !== null && 'erreur' in cellule ? cellule.erreur : cellule,
    ),
  )
  const largeur = lignes.reduce((plusLarge, { length }) => Math.max(plusLarge, length), entetes?.length ?? 0)
  return {
    nom: 'Demandes',
    titre: '',
    provenance: [],
    colonnes: Array.from({ length: largeur }, (_, i) => ({
      titre: String(entetes?.[i] ?? ''),
      format: 'texte',
      largeur: 18,
    })),
    nombreLignes: lignes.length,
    ligne: (i) => lignes[i] ?? [],
  }
}
