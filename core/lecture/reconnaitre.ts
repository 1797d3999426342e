import type { Anomalie } from '../socle/anomalie.ts'
import { anomalie } from '../socle/messages.ts'
import { cleTexte, texteLisible } from '../socle/texte.ts'
import type { Champ, Modele } from './modele.ts'
import { similarite } from './similarite.ts'

/** What the user said of a header: the field that it gives, or `null` for a column to leave alone. */
export type ChoixColonnes = Readonly<Record<string, string | null>>

export interface Proposition {
  readonly entete: string
  readonly champ: string
  /** 0 to 1. */
  readonly score: number
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
  readonly ambigus: readonly { readonly champ: Champ; readonly entetes: readonly string[] }[]
  /** Required fields that no column gives. */
  readonly manquants: readonly Champ[]
  readonly anomalies: readonly Anomalie[]
}

const SCORE_MINIMAL = 0.6

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

function proposer(entete: string, libres: readonly Champ[]): Proposition | undefined {
  let meilleure: Proposition | undefined
  for (const champ of libres) {
    const score = Math.max(...[champ.libelle, ...champ.synonymes].map((nom) => similarite(entete, nom)))
    if (score >= SCORE_MINIMAL && score > (meilleure?.score ?? 0)) meilleure = { entete, champ: champ.code, score }
  }
  return meilleure
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
): Appariement {
  const champs = champsDesColonnes(entetes, modele, choix)
  const colonnes = regrouper(champs)
  const libres = modele.champs.filter((champ) => !colonnes.has(champ.code))
  const inconnues = entetesInconnus(entetes, champs, choixParCle(choix, modele))
  const propositions = inconnues.map((entete) => proposer(entete, libres)).filter((p) => p !== undefined)
  return {
    entetes,
    ligneEntetes,
    colonnes,
    propositions,
    ambigus: modele.champs
      .filter((champ) => champ.type !== 'liste multiple' && (colonnes.get(champ.code)?.length ?? 0) > 1)
      .map((champ) => ({ champ, entetes: (colonnes.get(champ.code) ?? []).map((i) => entetes[i] ?? '') })),
    manquants: libres.filter((champ) => champ.obligatoire),
    anomalies: anomaliesEntetes(inconnues, propositions, modele, ligneEntetes),
  }
}

function champsDesColonnes(
  entetes: readonly string[],
  modele: Modele,
  choix: ChoixColonnes,
): readonly (Champ | undefined)[] {
  const noms = nomsReconnus(modele)
  const choisis = choixParCle(choix, modele)
  const imposes = new Set([...choisis.values()].map((champ) => champ?.code))
  return entetes.map((entete) => {
    const choisi = choisis.get(cleTexte(entete))
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

function entetesInconnus(
  entetes: readonly string[],
  champs: readonly (Champ | undefined)[],
  choisis: ReadonlyMap<string, Champ | null>,
): readonly string[] {
  return entetes
    .filter((entete, i) => champs[i] === undefined && entete.trim() !== '' && !choisis.has(cleTexte(entete)))
    .map(texteLisible)
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
