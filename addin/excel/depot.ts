/// <reference types="office-js" />
import type { ColonneEcrite, FeuilleEcrite, FormatColonne, GraphiqueEcrit } from '../../core/index.ts'
import { entetesFiges } from '../../core/index.ts'
import { formatExcel, octetsDe, valeurExcel, type SystemeDates } from './cellule.ts'
import { estPassagere, estTropGros, traduite, verifierSignal, attendre, type Passage } from './passage.ts'
import type { Progres } from './port.ts'
import { feuillesConnues, PREFIXE, ROLE, type Role } from './proprietes.ts'

/** A hidden sheet that holds the whole of a result sheet: title, provenance, table. Plain data: kept in settings. */
export interface Depot {
  readonly feuilleId: string
  /** Name under which the result is known (`Cotation`). */
  readonly nom: string
  readonly provenance: number
  readonly ligneEntete: number
  readonly lignes: number
  readonly titres: readonly string[]
  /** Number formats, as Excel writes them. */
  readonly formats: readonly string[]
  readonly largeurs: readonly number[]
  /** Headers stay in view on a new sheet; one that the user already has keeps what they chose. */
  readonly figee: boolean
  /** Charts beside the table; undefined: those that are there are left as they are. */
  readonly graphiques?: readonly GraphiqueEcrit[]
}

/** Rows of the provenance block on a new sheet, at least: a longer one, later, must not move the table. */
const PLACES_PROVENANCE = 10
/** First row of the provenance block: title, blank row, block, blank row, table. */
export const LIGNE_PROVENANCE = 2

export function ligneEntetePour(provenance: number): number {
  return LIGNE_PROVENANCE + Math.max(PLACES_PROVENANCE, provenance) + 1
}

/** The block in as many rows as there is room for: the last one takes what is left over. */
export function provenanceTenue(
  provenance: FeuilleEcrite['provenance'],
  places: number,
): readonly (readonly [string, string])[] {
  if (provenance.length <= places) return provenance
  const reste = provenance.slice(places - 1).map(([etiquette, valeur]) => `${etiquette}\u202f: ${valeur}`)
  return [...provenance.slice(0, places - 1), ['Suite', reste.join('\u202f; ')]]
}

/** Hidden sheets with this role, from a run that was cut, are removed; the new one is made. */
export async function feuilleCachee(passage: Passage, role: Role): Promise<string> {
  return passage.insister(async () => {
    const connues = await passage.executer(feuillesConnues)
    await supprimerFeuilles(
      passage,
      connues.filter((f) => f.role === role).map((f) => f.id),
    )
    const pris = new Set(connues.map((f) => f.nom.toLowerCase()))
    return passage.executer(async (contexte) => {
      const feuille = contexte.workbook.worksheets.add(nomLibre(PREFIXE, pris))
      feuille.visibility = 'VeryHidden'
      feuille.customProperties.add(ROLE, role)
      feuille.load('id')
      await contexte.sync()
      return feuille.id
    })
  })
}

/** @example nomLibre('Cotation', new Set(['cotation'])) //=> 'Cotation (2)' */
export function nomLibre(voulu: string, pris: ReadonlySet<string>): string {
  const candidat = (n: number) => (n === 1 ? voulu.slice(0, 31) : `${voulu.slice(0, 26)} (${String(n)})`)
  let n = 1
  while (pris.has(candidat(n).toLowerCase())) n++
  return candidat(n)
}

export async function supprimerFeuilles(passage: Passage, ids: readonly string[]): Promise<void> {
  for (const id of ids) await passage.executer((contexte) => supprimer(contexte, id))
}

/** A very hidden sheet cannot be deleted as it is; its mark changes first, so that a cut leaves it known as rubbish. */
export function retirerFeuille(feuille: Excel.Worksheet): void {
  feuille.customProperties.add(ROLE, 'attente:')
  feuille.visibility = 'Hidden'
  feuille.delete()
}

async function supprimer(contexte: Excel.RequestContext, id: string): Promise<void> {
  const feuille = contexte.workbook.worksheets.getItemOrNullObject(id)
  feuille.load('id')
  await contexte.sync()
  if (feuille.isNullObject) return
  retirerFeuille(feuille)
  await contexte.sync()
}

/** One value for a whole block of cells: Office.js takes it as it is, its types only know matrices. */
export function partout(valeur: string): string[][] {
  return valeur as unknown as string[][]
}

function enTete(
  feuille: Excel.Worksheet,
  depot: Depot,
  titre: string,
  provenance: readonly (readonly string[])[],
): void {
  const textes = (lignes: readonly (readonly string[])[]) => lignes.map((l) => l.map((v) => `'${v}`))
  feuille.getRangeByIndexes(0, 0, 1, 1).values = textes([[titre]])
  if (provenance.length > 0) {
    feuille.getRangeByIndexes(LIGNE_PROVENANCE, 0, provenance.length, 2).values = textes(provenance)
  }
  feuille.getRangeByIndexes(depot.ligneEntete, 0, 1, depot.titres.length).values = textes([depot.titres])
}

/** Formats come before values: a text column keeps its leading zeros only when it is already one. */
function formater(feuille: Excel.Worksheet, depot: Depot): void {
  depot.formats.forEach((format, j) => {
    const plage = feuille.getRangeByIndexes(depot.ligneEntete + 1, j, Math.max(1, depot.lignes), 1)
    plage.numberFormat = partout(format)
  })
}

interface Paquet {
  readonly debut: number
  readonly lignes: (string | number | boolean)[][]
}

/** The rows from `debut` on that fit the budget, at most `maximum`. */
function paquet(feuille: FeuilleEcrite, debut: number, budget: number, maximum: number, systeme: SystemeDates): Paquet {
  const lignes: Paquet['lignes'] = []
  let octets = 0
  for (let i = debut; i < feuille.nombreLignes && lignes.length < maximum; i++) {
    const ligne = feuille.ligne(i).map((v, j) => valeurExcel(v, formatDe(feuille.colonnes, j), systeme))
    octets += ligne.reduce<number>((somme, v) => somme + octetsDe(v), 2)
    if (octets > budget && lignes.length > 0) break
    lignes.push(ligne)
  }
  return { debut, lignes }
}

function formatDe(colonnes: readonly ColonneEcrite[], j: number): FormatColonne {
  return colonnes[j]?.format ?? 'nombre'
}

function envoyer(passage: Passage, depot: Depot, { debut, lignes }: Paquet, signal?: AbortSignal): Promise<void> {
  return passage.executer(async (contexte) => {
    const feuille = contexte.workbook.worksheets.getItem(depot.feuilleId)
    const plage = feuille.getRangeByIndexes(depot.ligneEntete + 1 + debut, 0, lignes.length, depot.titres.length)
    contexte.application.suspendApiCalculationUntilNextSync()
    plage.values = lignes
    await contexte.sync()
  }, signal)
}

/** Sends one block; too large or failed, it is halved, until the host has failed too often in a row. */
async function envoyerOuPartager(passage: Passage, depot: Depot, bloc: Paquet, signal?: AbortSignal): Promise<number> {
  let lignes = bloc.lignes
  for (let echecs = 0; ;) {
    try {
      await envoyer(passage, depot, { debut: bloc.debut, lignes }, signal)
      return lignes.length
    } catch (erreur) {
      const gros = estTropGros(erreur)
      if (!gros && (!estPassagere(erreur) || ++echecs >= passage.reglages.echecsToleres)) throw traduite(erreur)
      if (gros && lignes.length === 1) throw traduite(erreur)
      lignes = lignes.slice(0, Math.max(1, Math.floor(lignes.length / 2)))
      if (!gros) await attendre(passage.reglages.pause)
    }
  }
}

export interface DemandeDepot {
  readonly feuille: FeuilleEcrite
  readonly role: Role
  readonly ligneEntete: number
  readonly systeme: SystemeDates
  readonly signal: AbortSignal | undefined
  readonly progres: Progres | undefined
}

/** Writes a whole result in a hidden sheet: nothing that the user sees changes yet. */
export async function deposer(passage: Passage, demande: DemandeDepot): Promise<Depot> {
  const { feuille, signal } = demande
  const places = demande.ligneEntete - LIGNE_PROVENANCE - 1
  const provenance = provenanceTenue(feuille.provenance, Math.max(1, places))
  const depot: Depot = {
    feuilleId: await feuilleCachee(passage, demande.role),
    nom: feuille.nom,
    provenance: provenance.length,
    ligneEntete: demande.ligneEntete,
    lignes: feuille.nombreLignes,
    titres: feuille.colonnes.map((c) => c.titre),
    formats: feuille.colonnes.map((c) => formatExcel(c.format)),
    largeurs: feuille.colonnes.map((c) => c.largeur),
    figee: entetesFiges(feuille),
    ...(feuille.graphiques === undefined ? {} : { graphiques: feuille.graphiques }),
  }
  await passage.etape(async (contexte) => {
    const cachee = contexte.workbook.worksheets.getItem(depot.feuilleId)
    formater(cachee, depot)
    enTete(cachee, depot, feuille.titre, provenance)
    await contexte.sync()
  }, signal)
  await envoyerTout(passage, depot, demande)
  return depot
}

async function envoyerTout(passage: Passage, depot: Depot, demande: DemandeDepot): Promise<void> {
  const { feuille, systeme, signal } = demande
  let maximum = Math.max(1, Math.floor(passage.reglages.cellulesLecture / depot.titres.length))
  for (let fait = 0; fait < depot.lignes;) {
    verifierSignal(signal)
    const bloc = paquet(feuille, fait, passage.reglages.octetsEcriture, maximum, systeme)
    const envoyees = await envoyerOuPartager(passage, depot, bloc, signal)
    if (envoyees < bloc.lignes.length) maximum = envoyees
    fait += envoyees
    demande.progres?.(fait, depot.lignes)
  }
}
