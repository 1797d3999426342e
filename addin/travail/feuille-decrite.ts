import type { FeuilleEcrite, ValeurEcrite } from '../../core/index.ts'

/** A sheet to write as plain data: its rows are asked for by windows. */
export type FeuilleDecrite = Omit<FeuilleEcrite, 'ligne'>

/** A short sheet, rows and all. */
export interface TableDecrite extends FeuilleDecrite {
  readonly lignes: readonly (readonly ValeurEcrite[])[]
}

export function decrireFeuille(feuille: FeuilleEcrite): FeuilleDecrite {
  const { nom, titre, provenance, colonnes, colonnesFigees, nombreLignes, graphiques } = feuille
  return {
    nom,
    titre,
    provenance,
    // A column of a result may know how to compute itself: that stays here.
    colonnes: colonnes.map(({ titre: t, format, largeur, propositions }) => ({
      titre: t,
      format,
      largeur,
      ...(propositions === undefined ? {} : { propositions }),
    })),
    nombreLignes,
    ...(colonnesFigees === undefined ? {} : { colonnesFigees }),
    ...(graphiques === undefined ? {} : { graphiques }),
  }
}

export function lignesDe(feuille: FeuilleEcrite, debut: number, nombre: number): readonly (readonly ValeurEcrite[])[] {
  const fin = Math.min(debut + nombre, feuille.nombreLignes)
  return Array.from({ length: Math.max(0, fin - debut) }, (_, i) => feuille.ligne(debut + i))
}
