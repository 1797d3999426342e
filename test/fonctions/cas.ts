import { readFileSync } from 'node:fs'
import { lireGrille } from '../../core/cotation/grille/lire-grille.ts'
import { grilleEnTables } from '../../core/cotation/table/grille-en-tables.ts'

export type Simple = string | number | boolean | null
/** A cell of the table of cases; `{ erreur }` is an error value of Excel. */
export type CelluleCas = Simple | { readonly erreur: string }
export type PlageCas = readonly (readonly CelluleCas[])[]

export interface ErreurAttendue {
  readonly erreur: 'absent' | 'valeur'
  /** A piece of the sentence. */
  readonly dit?: string
}
export type Attendu = Simple | ErreurAttendue

export interface CasValeur {
  readonly nom: string
  readonly fonction: string
  readonly arguments: readonly CelluleCas[]
  readonly attendu: Attendu
  readonly sansLigne?: boolean
}

export interface CasCotation {
  readonly nom: string
  readonly fonction: 'COTER' | 'DETAIL' | 'RANG_DEMANDE'
  readonly lignes?: readonly number[]
  readonly entetesAPart?: boolean
  readonly numeros?: string | readonly (readonly string[])[]
  readonly attendu: readonly (readonly Attendu[])[] | ErreurAttendue
}

/** A case over the range of allocations; its arguments are those that follow the range. */
export interface CasSuivi {
  readonly nom: string
  readonly fonction: 'PART' | 'RESTE_A_FAIRE'
  readonly arguments: readonly CelluleCas[]
  readonly attendu: Attendu
}

export interface TableCas {
  readonly jour: string
  readonly valeurs: readonly CasValeur[]
  readonly grille: unknown
  readonly demandes: { readonly entetes: readonly string[]; readonly lignes: PlageCas }
  readonly cotations: readonly CasCotation[]
  readonly attributions: { readonly entetes: readonly string[]; readonly lignes: PlageCas }
  readonly suivis: readonly CasSuivi[]
}

export const CAS = JSON.parse(readFileSync('test/cas/fonctions.json', 'utf8')) as TableCas

/** The three tables of the grid one below the other, as a sheet would hold them, an empty row between. */
export function plageDeGrille(grille: unknown = CAS.grille): PlageCas {
  return grilleEnTables(lireGrille(grille).ecrite).flatMap(({ colonnes, nombreLignes, ligne }) => [
    colonnes.map(({ titre }) => titre),
    ...Array.from({ length: nombreLignes }, (_, i) => ligne(i) as readonly Simple[]),
    [],
  ])
}

/** The rectangle that Excel hands over: every row has the same width. */
export function rectangle(plage: PlageCas): PlageCas {
  const largeur = Math.max(...plage.map((ligne) => ligne.length))
  return plage.map((ligne) => Array.from({ length: largeur }, (_, i) => ligne[i] ?? ''))
}

/** The arguments of a case of scoring, in the order of its function. */
export function argumentsDe({ fonction, lignes, entetesAPart, numeros }: CasCotation): readonly unknown[] {
  const choisies = lignes?.map((i) => CAS.demandes.lignes[i] ?? []) ?? CAS.demandes.lignes
  const entetes = [CAS.demandes.entetes]
  const demandes = entetesAPart === true ? choisies : [...entetes, ...choisies]
  const grille = rectangle(plageDeGrille())
  if (fonction === 'RANG_DEMANDE') return [numeros, demandes, grille, CAS.jour]
  return [demandes, grille, CAS.jour, null, null, entetesAPart === true ? entetes : null]
}

/** What a function gave, as plain data: errors as their kind and sentence. */
export type Obtenu = Simple | { readonly erreur: 'absent' | 'valeur'; readonly phrase: string }

export function estErreurAttendue(attendu: unknown): attendu is ErreurAttendue {
  return typeof attendu === 'object' && attendu !== null && 'erreur' in attendu
}

/** Why a result is not the one expected; undefined when it is. Ratios are compared to a billionth. */
export function ecart(obtenu: unknown, attendu: unknown): string | undefined {
  if (attendu === '*')
    return typeof obtenu === 'string' && obtenu.length > 3 ? undefined : `une phrase, et non ${String(obtenu)}`
  if (Array.isArray(attendu)) {
    if (!Array.isArray(obtenu) || obtenu.length !== attendu.length)
      return `${JSON.stringify(obtenu)} n’a pas la bonne taille`
    return attendu.map((a, i) => ecart(obtenu[i], a)).find((faute) => faute !== undefined)
  }
  if (estErreurAttendue(attendu)) {
    const recu = obtenu as { erreur?: string; phrase?: string } | null
    const juste = recu?.erreur === attendu.erreur && (recu.phrase ?? '').includes(attendu.dit ?? '')
    return juste && (recu.phrase ?? '').length > 10
      ? undefined
      : `${JSON.stringify(obtenu)} au lieu de ${JSON.stringify(attendu)}`
  }
  const egaux =
    typeof attendu === 'number' && typeof obtenu === 'number' ? Math.abs(attendu - obtenu) < 1e-9 : attendu === obtenu
  return egaux ? undefined : `${JSON.stringify(obtenu)} au lieu de ${JSON.stringify(attendu)}`
}

/** The range of allocations, headers included. */
export function plageAttributions(): PlageCas {
  return rectangle([CAS.attributions.entetes, ...CAS.attributions.lignes])
}

/** Every case as one list: function, arguments, expected. */
export const TOUS: readonly (readonly [nom: string, fonction: string, recus: readonly unknown[], attendu: unknown])[] =
  [
    ...CAS.valeurs.map((cas) => [cas.nom, cas.fonction, cas.arguments, cas.attendu] as const),
    ...CAS.cotations.map((cas) => [cas.nom, cas.fonction, argumentsDe(cas), cas.attendu] as const),
    ...CAS.suivis.map((cas) => [cas.nom, cas.fonction, [plageAttributions(), ...cas.arguments], cas.attendu] as const),
  ]

/** The same arguments with error values as the host makes them. */
export function avecErreurs(recu: unknown, faire: (code: string) => unknown): unknown {
  if (Array.isArray(recu)) return recu.map((r) => avecErreurs(r, faire))
  return estCelluleErreur(recu) ? faire(recu.erreur) : recu
}

function estCelluleErreur(recu: unknown): recu is { readonly erreur: string } {
  return typeof recu === 'object' && recu !== null && 'erreur' in recu
}
