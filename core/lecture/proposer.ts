import type { Cellule } from '../socle/table.ts'
import { estRejet, estVide, texteCellule } from './cellules/lecteur.ts'
import { lecteurChamp } from './lecteur-champ.ts'
import type { Champ } from './modele.ts'
import { similarite } from './similarite.ts'

/** A field that a header may mean, for the user to confirm. */
export interface Proposition {
  readonly entete: string
  readonly champ: string
  /** 0 to 1. */
  readonly score: number
}

const SCORE_MINIMAL = 0.6
/** What the labels of a closed list add: « Célibataire », « Marié » say more of a column than its header does. */
const POIDS_LABELS = 0.45
/** Different cells of a column that are tried. */
const EXEMPLES_LUS = 12
/** Shorter, a text may be the code of anything. */
const LONGUEUR_LABEL = 4

const SANS_NOMENCLATURE = {
  lieux: { epciParNom: () => undefined, communeParNom: () => undefined },
  champs: [],
}

function differents(exemples: readonly Cellule[]): readonly Cellule[] {
  const parTexte = new Map(exemples.filter((cellule) => !estVide(cellule)).map((cellule) => [cleDe(cellule), cellule]))
  return [...parTexte.values()].slice(0, EXEMPLES_LUS)
}

function cleDe(cellule: Cellule): string {
  return typeof cellule === 'object' ? JSON.stringify(cellule) : `${typeof cellule} ${texteCellule(cellule)}`
}

/** Whether the cells of this field say more than « some text »: places need the lists of places, which are not here. */
function lisible({ type, uniteOuListe }: Champ): boolean {
  return type !== 'texte' && uniteOuListe !== 'insee' && uniteOuListe !== 'champ'
}

/** The share of these cells that the field can hold. */
function partLue(champ: Champ, exemples: readonly Cellule[]): number {
  const { lire } = lecteurChamp(champ, SANS_NOMENCLATURE)
  return exemples.filter((cellule) => !estRejet(lire(cellule, undefined))).length / exemples.length
}

function sontDesLabels({ type }: Champ, exemples: readonly Cellule[]): boolean {
  const listes = type === 'liste' || type === 'liste multiple'
  return listes && exemples.length > 1 && exemples.every((cellule) => texteCellule(cellule).length >= LONGUEUR_LABEL)
}

/** How likely the field is: its names against the header, then what its cells hold, for and against. */
function scoreDe(champ: Champ, entete: string, exemples: readonly Cellule[]): number {
  const noms = Math.max(...[champ.libelle, ...champ.synonymes].map((nom) => similarite(entete, nom)))
  if (exemples.length === 0 || !lisible(champ)) return noms
  const apport = sontDesLabels(champ, exemples) ? POIDS_LABELS : 0
  if (noms + apport < SCORE_MINIMAL) return 0
  const lue = partLue(champ, exemples)
  return Math.min(1, noms * (0.5 + lue / 2) + (lue === 1 ? apport : 0))
}

/**
 * The field that an unknown header resembles the most, among those that no column gives.
 *
 * @param exemples cells of the column: they count for a field that can hold them, against one that cannot
 * @example proposer('Situation matrimoniale', MODELE_DEMANDE.champs, ['Marié', 'Célibataire'])?.champ //=> 'situation_familiale'
 */
export function proposer(
  entete: string,
  libres: readonly Champ[],
  exemples: readonly Cellule[] = [],
): Proposition | undefined {
  const cellules = differents(exemples)
  let meilleure: Proposition | undefined
  for (const champ of libres) {
    const score = scoreDe(champ, entete, cellules)
    if (score >= SCORE_MINIMAL && score > (meilleure?.score ?? 0)) meilleure = { entete, champ: champ.code, score }
  }
  return meilleure
}
