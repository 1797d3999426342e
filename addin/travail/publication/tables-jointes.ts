import {
  cleTexte,
  lireTable,
  reconnaitreTable,
  Refus,
  type FeuilleBrute,
  type TableReconnue,
  type Territoires,
} from '../../../core/index.ts'
import { creerLecteurAttributions, MODELE_ATTRIBUTION, type Attributions } from '../../../core/objectifs/index.ts'
import { creerLecteurParcObserve, MODELE_PARC_OBSERVE, type Parc } from '../../../core/observatoire/index.ts'
import type { ColonnesUtiles } from '../colonnes-utiles.ts'
import { jourLu } from '../lire-demandes.ts'
import type { ClasseurLu } from '../ouvrir-classeur.ts'
import { feuillesDuModele, INDISPENSABLES, type ModeleTable } from '../suivi/tables.ts'
import type { GenreJoint, TableJointeVue } from './contrat-publication.ts'

const MODELES: Readonly<
  Record<GenreJoint, { readonly modele: ModeleTable; readonly indispensables: readonly string[] }>
> = {
  attributions: { modele: MODELE_ATTRIBUTION, indispensables: INDISPENSABLES.attributions },
  parc: { modele: MODELE_PARC_OBSERVE, indispensables: ['parc'] },
}

export const GENRES_JOINTS: readonly GenreJoint[] = ['attributions', 'parc']

/** A sheet of the workbook that is published beside the demandes. */
export interface FeuilleJointe {
  readonly genre: GenreJoint
  readonly feuille: FeuilleBrute
  /** Its table; the reasons, when its headers cannot be told. */
  readonly reconnue: TableReconnue | Refus
}

/** What is published beside the demandes, and what is to be said of it. */
export interface TablesJointes {
  readonly attributions?: Attributions
  readonly parc?: Parc
  readonly vues: readonly TableJointeVue[]
}

interface Contexte {
  readonly lieux: Territoires
  /** SIREN within which communes are found by name. */
  readonly territoire: string
  readonly jour: string
}

function essayer<T>(faire: () => T): T | Refus {
  try {
    return faire()
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur
    throw erreur
  }
}

/** The sheet that bears the name of what it holds, else the one whose headers fit best. */
function trouver(classeur: ClasseurLu, genre: GenreJoint): readonly FeuilleJointe[] {
  const { modele, indispensables } = MODELES[genre]
  const nommee = classeur.feuilles.find((feuille) => cleTexte(feuille.nom) === genre)
  const feuille = nommee ?? feuillesDuModele(classeur, modele, indispensables)[0]
  if (feuille === undefined) return []
  const reconnue = essayer(() => reconnaitreTable([feuille], modele, { feuille: feuille.nom }))
  return [{ genre, feuille, reconnue }]
}

/** The allocations and the stock of a workbook, where it has them. */
export function trouverJointes(classeur: ClasseurLu): readonly FeuilleJointe[] {
  return GENRES_JOINTS.flatMap((genre) => trouver(classeur, genre))
}

/** Columns that the reading of a table needs. @throws Error when its headers could not be told */
export function colonnesJointes({ genre, reconnue }: FeuilleJointe): ColonnesUtiles {
  if (reconnue instanceof Refus) throw new Error(`not a table that can be read: ${genre}`)
  const { colonnes } = reconnue.appariement
  const dates = MODELES[genre].modele.champs.filter(({ type }) => type === 'date')
  return {
    colonnes: [...new Set([...colonnes.values()].flat())].sort((a, b) => a - b),
    dates: dates.flatMap(({ code }) => colonnes.get(code) ?? []),
  }
}

function lireAttributions(feuille: FeuilleBrute, reconnue: TableReconnue, { lieux, jour }: Contexte): Attributions {
  const lecteur = creerLecteurAttributions({ jour: jourLu(jour), lieux, videNon: [] })
  lireTable([feuille], reconnue, lecteur.fichier(reconnue.appariement, feuille.nom))
  return lecteur.terminer()
}

function lireParc(feuille: FeuilleBrute, reconnue: TableReconnue, { lieux, territoire }: Contexte): Parc {
  const lecteur = creerLecteurParcObserve(reconnue.appariement, { lieux, territoire })
  lireTable([feuille], reconnue, lecteur)
  return lecteur.terminer()
}

function lire({ genre, feuille, reconnue }: FeuilleJointe, contexte: Contexte): TablesJointes {
  const vue = (lignes: number, raisons: readonly string[] = []): TablesJointes => ({
    vues: [{ genre, feuille: feuille.nom, lignes, raisons }],
  })
  const lue = essayer(() => {
    if (reconnue instanceof Refus) throw reconnue
    if (genre === 'attributions') {
      const attributions = lireAttributions(feuille, reconnue, contexte)
      return { attributions, ...vue(attributions.nombre) }
    }
    const parc = lireParc(feuille, reconnue, contexte)
    return { parc, ...vue(parc.nombre) }
  })
  return lue instanceof Refus ? vue(0, lue.raisons) : lue
}

/** Reads what was found; a table that cannot be read is left out, with the reasons. */
export function lireJointes(jointes: readonly FeuilleJointe[], contexte: Contexte): TablesJointes {
  const lues = jointes.map((jointe) => lire(jointe, contexte))
  return lues.reduce<TablesJointes>((a, b) => ({ ...a, ...b, vues: [...a.vues, ...b.vues] }), { vues: [] })
}
