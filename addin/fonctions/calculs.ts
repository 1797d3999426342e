import { fonctionsLivrees } from '../manifeste/fonctions.ts'
import { ErreurCellule, type Rendu } from './erreur-cellule.ts'
import { REFERENCES } from './references.ts'
import { TRAVAUX } from './travaux.ts'

export interface ParametreCalcul {
  readonly nom: string
  readonly libelle: string
  /** A range of cells, headers included, rather than one value. */
  readonly plage: boolean
  readonly facultatif: boolean
}

/** A custom function as a plain job: what the pane offers where Excel has no custom functions. */
export interface Calcul {
  readonly id: string
  readonly libelle: string
  readonly parametres: readonly ParametreCalcul[]
  /** One value, a block of cells, or why there is none; never throws for what the user gave. */
  calculer(...recus: readonly unknown[]): Rendu | readonly (readonly Rendu[])[]
}

function calculer(id: string, recus: readonly unknown[]): ReturnType<Calcul['calculer']> {
  const travail = TRAVAUX[id]
  if (travail === undefined) throw new Error(`no job for ${id}`)
  try {
    return travail(REFERENCES, ...recus)
  } catch (erreur) {
    if (erreur instanceof ErreurCellule) return erreur
    throw erreur
  }
}

/** Every shipped function, for the pane. */
export const CALCULS: readonly Calcul[] = fonctionsLivrees().map(({ id, description, parametres }) => ({
  id,
  libelle: description.fr,
  parametres: parametres.map(({ nom, description: texte, matrice, facultatif }) => ({
    nom: nom.fr,
    libelle: texte.fr,
    plage: matrice === true,
    facultatif: facultatif === true,
  })),
  calculer: (...recus) => calculer(id, recus),
}))
