import {
  creerTable,
  enColonnes,
  lireTexteJeu,
  type EtapeLecture,
  type Jeu,
  type Table,
} from '../../core/observatoire/index.ts'

/** A dataset read from a file, its figures in columns: they go from a worker to the page without being copied. */
export interface FichierLu {
  readonly fichier: string
  /** All of the dataset but its observations: `table` holds them. */
  readonly jeu: Jeu
  /** Whether the content is still what its hash says; undefined when it bears none. */
  readonly intact: boolean | undefined
  readonly table: Table
  /** Figures withheld. */
  readonly retenus: number
  /** Where and when the first figure of the first indicator is. */
  readonly premier: {
    readonly indicateur: string | undefined
    readonly territoire: string | undefined
    readonly periode: string | undefined
  }
}

/** What is being done of a file. */
export type Etape = EtapeLecture | 'colonnes'

function premierDe({ observations, indicateurs }: Jeu): FichierLu['premier'] {
  const indicateur = indicateurs[0]?.id
  const rang = observations.indicateur.indexOf(indicateur ?? '')
  return { indicateur, territoire: observations.territoire[rang], periode: observations.periode[rang] }
}

/**
 * Reads the text of a file and puts it in columns.
 *
 * @param dire told when each step begins
 * @throws Refus when it is not a dataset
 */
export function lireFichier(texte: string, fichier: string, dire: (etape: Etape) => void): FichierLu {
  const { jeu, intact } = lireTexteJeu(texte, fichier, dire)
  dire('colonnes')
  return {
    fichier,
    jeu: { ...jeu, observations: enColonnes([]) },
    intact,
    table: creerTable([jeu]),
    retenus: jeu.observations.secret.filter((motif) => motif !== null).length,
    premier: premierDe(jeu),
  }
}
