import type { Anomalie } from '../socle/anomalie.ts'
import { anomalie } from '../socle/messages.ts'
import type { Cellule } from '../socle/table.ts'
import { cleTexte, texteLisible } from '../socle/texte.ts'
import type { Champ, Modele } from './modele.ts'
import { proposer } from './proposer.ts'
import type { Proposition } from './proposer.ts'

/** What the user said of a header: the field that it gives, or `null` for a column to leave alone. */
export type ChoixColonnes = Readonly<Record<string, string | null>>

/** What else is known of the columns than their headers. Columns are counted from 0. */
export interface Indices {
  /** What the user said of one column, whatever others bear its header: as `ChoixColonnes`. */
  readonly places?: ReadonlyMap<number, string | null>
  /** Some of the cells of a column, for proposals. */
  exemples?(colonne: number): readonly Cellule[]
}

/** A field of a single value and the columns (0 is the first) that give it. */
export interface Ambigu {
  readonly champ: Champ
  readonly entetes: readonly string[]
  readonly rangs: readonly number[]
}

/** Which column gives which field. */
export interface Appariement {
  readonly entetes: readonly string[]
  /** Row of the headers, as the user sees it. */
  readonly ligneEntetes: number
  /** Columns (0 is the first) of each field found; several only for a list of several values. */
  readonly colonnes: ReadonlyMap<string, readonly number[]>
  /** Headers that match nothing but look like a field: for the user to confirm. */
  readonly propositions: readonly Proposition[]
  /** Fields of a single value that several columns give: no result until the user chooses. */
  readonly ambigus: readonly Ambigu[]
  /** Required fields that no column gives. */
  readonly manquants: readonly Champ[]
  readonly anomalies: readonly Anomalie[]
}

/** Every name under which a field is recognised: code first, then label, then synonyms. */
function nomsReconnus(modele: Modele): ReadonlyMap<string, Champ> {
  const noms = new Map<string, Champ>()
  const ajouter = (nom: string, champ: Champ): void => {
    const cle = cleTexte(nom)
    if (!noms.has(cle)) noms.set(cle, champ)
  }
  for (const champ of modele.champs) ajouter(champ.code, champ)
  for (const champ of modele.champs) ajouter(champ.libelle, champ)
  for (const champ of modele.champs) for (const synonyme of champ.synonymes) ajouter(synonyme, champ)
  return noms
}

/** « Commune souhaitée 2 » is one more column of a list field. */
function champDe(entete: string, noms: ReadonlyMap<string, Champ>): Champ | undefined {
  const cle = cleTexte(entete)
  const exact = noms.get(cle)
  if (exact !== undefined || cle === '') return exact
  const sansNumero = noms.get(cle.replace(/\d+$/, ''))
  return sansNumero?.type === 'liste multiple' ? sansNumero : undefined
}

/** How many of these headers name a field: what tells a row of headers, and the sheet of the demandes, from others. */
export function compterReconnus(entetes: readonly string[], modele: Modele): number {
  const noms = nomsReconnus(modele)
  return new Set(entetes.map((entete) => champDe(entete, noms)?.code).filter((code) => code !== undefined)).size
}

function choixParCle(choix: ChoixColonnes, modele: Modele): ReadonlyMap<string, Champ | null> {
  return new Map(
    Object.entries(choix).map(([entete, code]) => [
      cleTexte(entete),
      modele.champs.find((champ) => champ.code === code) ?? null,
    ]),
  )
}

/**
 * Recognises the columns of a table: by the user's choice, then the field's code, its label, its synonyms; what is left
 * is proposed by similarity, never taken.
 *
 * @param ligneEntetes row of the headers, as the user sees it
 */
export function reconnaitreColonnes(
  entetes: readonly string[],
  ligneEntetes: number,
  modele: Modele,
  choix: ChoixColonnes = {},
  indices: Indices = {},
): Appariement {
  const choisis = choixDesColonnes(entetes, modele, choix, indices)
  const champs = champsDesColonnes(entetes, modele, choisis)
  const colonnes = regrouper(champs)
  const libres = modele.champs.filter((champ) => !colonnes.has(champ.code))
  const inconnues = entetes.flatMap((entete, rang) =>
    champs[rang] === undefined && choisis[rang] === undefined && entete.trim() !== ''
      ? [{ entete: texteLisible(entete), rang }]
      : [],
  )
  const propositions = inconnues
    .map(({ entete, rang }) => proposer(entete, libres, indices.exemples?.(rang) ?? []))
    .filter((proposition) => proposition !== undefined)
  return {
    entetes,
    ligneEntetes,
    colonnes,
    propositions,
    ambigus: modele.champs.flatMap((champ) => ambigu(champ, colonnes.get(champ.code) ?? [], entetes)),
    manquants: libres.filter((champ) => champ.obligatoire),
    anomalies: anomaliesEntetes(
      inconnues.map(({ entete }) => entete),
      propositions,
      modele,
      ligneEntetes,
    ),
  }
}

function ambigu(champ: Champ, rangs: readonly number[], entetes: readonly string[]): readonly Ambigu[] {
  if (champ.type === 'liste multiple' || rangs.length < 2) return []
  return [{ champ, entetes: rangs.map((rang) => entetes[rang] ?? ''), rangs }]
}

/** What the user said of each column: a field, `null` to leave it alone, undefined for nothing. */
function choixDesColonnes(
  entetes: readonly string[],
  modele: Modele,
  choix: ChoixColonnes,
  { places = new Map() }: Indices,
): readonly (Champ | null | undefined)[] {
  const parEntete = choixParCle(choix, modele)
  return entetes.map((entete, rang) => {
    const place = places.get(rang)
    if (place === undefined) return parEntete.get(cleTexte(entete))
    return modele.champs.find(({ code }) => code === place) ?? null
  })
}

function champsDesColonnes(
  entetes: readonly string[],
  modele: Modele,
  choisis: readonly (Champ | null | undefined)[],
): readonly (Champ | undefined)[] {
  const noms = nomsReconnus(modele)
  const imposes = new Set(choisis.map((champ) => champ?.code))
  return entetes.map((entete, rang) => {
    const choisi = choisis[rang]
    if (choisi !== undefined) return choisi ?? undefined
    const reconnu = champDe(entete, noms)
    return reconnu !== undefined && reconnu.type !== 'liste multiple' && imposes.has(reconnu.code) ? undefined : reconnu
  })
}

function regrouper(champs: readonly (Champ | undefined)[]): ReadonlyMap<string, readonly number[]> {
  const colonnes = new Map<string, number[]>()
  champs.forEach((champ, i) => {
    if (champ === undefined) return
    const rangs = colonnes.get(champ.code)
    if (rangs === undefined) colonnes.set(champ.code, [i])
    else rangs.push(i)
  })
  return colonnes
}

function anomaliesEntetes(
  inconnues: readonly string[],
  propositions: readonly Proposition[],
  modele: Modele,
  ligne: number,
): readonly Anomalie[] {
  const vues = new Set<string>()
  return inconnues.map((entete) => {
    const cle = cleTexte(entete)
    const enDouble = vues.has(cle)
    vues.add(cle)
    if (enDouble) return anomalie({ code: 'colonne-en-double', ligne, colonne: entete })
    const proposition = propositions.find((p) => p.entete === entete)
    const champ = modele.champs.find(({ code }) => code === proposition?.champ)
    return anomalie({
      code: 'colonne-inconnue',
      ligne,
      colonne: entete,
      ...(champ === undefined ? {} : { ressemble: champ.libelle }),
    })
  })
}
