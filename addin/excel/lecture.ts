/// <reference types="office-js" />
import type { Cellule, LigneBrute } from '../../core/socle/table.ts'
import { Refus } from '../../core/socle/refus.ts'
import { celluleLue, octetsDe, type SystemeDates } from './cellule.ts'
import { Interruption } from './interruption.ts'
import { message } from './messages.ts'
import { attendre, codeHote, estPassagere, estTropGros, traduite, type Passage } from './passage.ts'
import type { DemandeLecture, Lecture, RepriseLecture, Source } from './port.ts'
import { avisMasquage, lignesDe, situer, systemeDates } from './sources.ts'
import { surveiller, type Surveillance } from './surveillance.ts'
import { adresseZone, suites } from './zone.ts'

/** Rows of the mapped columns, column by column. */
interface Bloc {
  readonly lignes: number
  /** By column of the source. */
  readonly colonnes: ReadonlyMap<number, readonly Cellule[]>
  readonly octets: number
}

/** What is known of a reading under way: enough to go on after a cut. */
interface EnCours extends RepriseLecture {
  readonly source: Source
  readonly colonnes: readonly number[]
  readonly dates: ReadonlySet<number>
  readonly systeme: SystemeDates
  readonly entetes: readonly LigneBrute[]
  readonly empreinte: string
  readonly avis: readonly string[]
  readonly blocs: Bloc[]
  ligneSuivante: number
  /** Largest size in bytes of a row so far. */
  octetsLigne: number
  /** Rows that proved too many. */
  plafond: number
  /** Goes on while a cut reading waits to be taken up. */
  surveillance: Surveillance
}

/** What must not move while the source is read: its place, its size, the filled part of its sheet, its headers. */
async function empreinteDe(contexte: Excel.RequestContext, source: Source): Promise<string> {
  const ici = await situer(contexte, source)
  const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
  const utilisee = feuille.getUsedRangeOrNullObject(true)
  const entete = feuille.getRangeByIndexes(ici.ligne, ici.colonne, 1, ici.colonnes)
  utilisee.load('address')
  entete.load('values')
  await contexte.sync()
  return JSON.stringify([adresseZone(ici), utilisee.address, entete.values])
}

async function commencer(passage: Passage, demandee: Source, demande: DemandeLecture): Promise<EnCours> {
  const colonnes = new Set(demande.colonnes.map((c) => demandee.colonne + c))
  const surveillance = await surveiller(passage, demandee.feuilleId, colonnes)
  return passage.etape(async (contexte) => {
    const source = await situer(contexte, demandee)
    const systeme = await systemeDates(contexte)
    const avis = await avisMasquage(contexte, source)
    const combien = Math.min(demande.lignesEntete ?? 1, source.lignes)
    const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
    const plage = feuille.getRangeByIndexes(source.ligne, source.colonne, combien, source.colonnes)
    plage.load('values,numberFormat')
    await contexte.sync()
    const formats = plage.numberFormat as string[][]
    return {
      source,
      colonnes: demande.colonnes,
      dates: new Set(demande.dates),
      systeme,
      avis,
      entetes: lignesDe(plage.values, formats, source.ligne, systeme),
      empreinte: await empreinteDe(contexte, source),
      blocs: [],
      ligneSuivante: combien,
      octetsLigne: 0,
      plafond: Infinity,
      surveillance,
    }
  }, demande.signal)
}

/** Rows of the next block: as many as the budget holds, never above the cap of cells nor what proved too much. */
function tailleBloc(passage: Passage, etat: EnCours): number {
  const { octetsLecture, cellulesLecture, premierBloc } = passage.reglages
  const parOctets = etat.octetsLigne === 0 ? premierBloc : Math.floor(octetsLecture / etat.octetsLigne)
  const parCellules = Math.floor(cellulesLecture / (etat.colonnes.length + etat.dates.size))
  const restantes = etat.source.lignes - etat.ligneSuivante
  return Math.max(1, Math.min(parOctets, parCellules, etat.plafond, restantes))
}

interface Morceau {
  readonly debut: number
  readonly plage: Excel.Range
}

function chargerMorceaux(contexte: Excel.RequestContext, etat: EnCours, lignes: number, quoi: string): Morceau[] {
  const { source } = etat
  const voulues = quoi === 'values' ? etat.colonnes : etat.colonnes.filter((c) => etat.dates.has(c))
  const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
  return suites(voulues).map(([debut, largeur]) => {
    const ligne = source.ligne + etat.ligneSuivante
    const plage = feuille.getRangeByIndexes(ligne, source.colonne + debut, lignes, largeur)
    plage.load(quoi)
    return { debut, plage }
  })
}

/** Above its cap Excel gives null without an error: it counts as too large. */
function exigerValeurs(matrice: unknown[][] | null): unknown[][] {
  if (matrice === null) throw Object.assign(new Error('values === null'), { code: 'RangeExceedsLimit' })
  return matrice
}

function enColonnes(morceaux: readonly Morceau[], quoi: 'values' | 'numberFormat'): Map<number, unknown[]> {
  const colonnes = new Map<number, unknown[]>()
  for (const { debut, plage } of morceaux) {
    const matrice = exigerValeurs(plage[quoi] as unknown[][] | null)
    const largeur = matrice[0]?.length ?? 0
    for (let j = 0; j < largeur; j++)
      colonnes.set(
        debut + j,
        matrice.map((ligne) => ligne[j]),
      )
  }
  return colonnes
}

function lireBloc(passage: Passage, etat: EnCours, lignes: number, signal?: AbortSignal): Promise<Bloc> {
  return passage.executer(async (contexte) => {
    const valeurs = chargerMorceaux(contexte, etat, lignes, 'values')
    const formats = chargerMorceaux(contexte, etat, lignes, 'numberFormat')
    await contexte.sync()
    return blocDe(etat, lignes, enColonnes(valeurs, 'values'), enColonnes(formats, 'numberFormat'))
  }, signal)
}

function blocDe(
  etat: EnCours,
  lignes: number,
  valeurs: ReadonlyMap<number, readonly unknown[]>,
  formats: ReadonlyMap<number, readonly unknown[]>,
): Bloc {
  const colonnes = new Map<number, Cellule[]>()
  let octets = 0
  for (const [colonne, brutes] of valeurs) {
    const leurs = formats.get(colonne)
    for (const brute of brutes) octets += octetsDe(brute)
    for (const format of leurs ?? []) octets += octetsDe(format)
    colonnes.set(
      colonne,
      brutes.map((brute, i) => celluleLue(brute, etat.systeme, leurs?.[i] as string | undefined)),
    )
  }
  return { lignes, colonnes, octets }
}

/** The block, or undefined when it has to be asked again, smaller. */
async function tenterBloc(passage: Passage, etat: EnCours, lignes: number, signal?: AbortSignal) {
  try {
    return await lireBloc(passage, etat, lignes, signal)
  } catch (erreur) {
    if (!estTropGros(erreur) && !estPassagere(erreur)) throw traduite(erreur)
    if (estTropGros(erreur) && lignes === 1) {
      throw new Refus(message('ligneTropGrande', etat.source.ligne + etat.ligneSuivante + 1))
    }
    etat.plafond = Math.max(1, Math.floor(lignes / 2))
    if (!estTropGros(erreur)) await attendre(passage.reglages.pause)
    return { echec: estTropGros(erreur) ? undefined : codeHote(erreur) }
  }
}

async function blocSuivant(passage: Passage, etat: EnCours, signal?: AbortSignal): Promise<void> {
  let echecs = 0
  for (;;) {
    const obtenu = await tenterBloc(passage, etat, tailleBloc(passage, etat), signal)
    if ('colonnes' in obtenu) {
      etat.blocs.push(obtenu)
      etat.ligneSuivante += obtenu.lignes
      etat.octetsLigne = Math.max(etat.octetsLigne, obtenu.octets / obtenu.lignes)
      return
    }
    if (obtenu.echec !== undefined && ++echecs >= passage.reglages.echecsToleres) {
      const details = { codeHote: obtenu.echec, reprise: etat }
      throw new Interruption('hote', message('hote', obtenu.echec), details)
    }
  }
}

async function verifierSource(passage: Passage, etat: EnCours): Promise<void> {
  const empreinte = await passage.etape((contexte) => empreinteDe(contexte, etat.source))
  await attendre(0)
  if (etat.surveillance.modifiee || empreinte !== etat.empreinte) {
    throw new Interruption('source-modifiee', message('sourceModifiee', etat.source.feuille))
  }
}

async function lireTout(passage: Passage, etat: EnCours, demande: DemandeLecture): Promise<void> {
  while (etat.ligneSuivante < etat.source.lignes) {
    await blocSuivant(passage, etat, demande.signal)
    demande.progres?.(etat.ligneSuivante, etat.source.lignes)
    await verifierSource(passage, etat)
  }
}

function* lignesLues(etat: EnCours): Generator<LigneBrute> {
  yield* etat.entetes
  let numero = etat.source.ligne + etat.entetes.length
  for (const bloc of etat.blocs) {
    for (let i = 0; i < bloc.lignes; i++) {
      const cellules = Array.from<Cellule>({ length: etat.source.colonnes }).fill(null)
      for (const [colonne, valeurs] of bloc.colonnes) cellules[colonne] = valeurs[i] ?? null
      yield { numero: ++numero, cellules }
    }
  }
}

function lectureDe(passage: Passage, etat: EnCours): Lecture {
  return {
    feuille: {
      nom: etat.source.nom,
      lignes: { [Symbol.iterator]: () => lignesLues(etat) },
    },
    avis: etat.avis,
    adresse: `${etat.source.feuille}!${adresseZone(etat.source)}`,
    verifier: () => verifierSource(passage, etat),
    fermer: () => etat.surveillance.arreter(),
  }
}

/** Only what `lireSource` threw can be given back to it. */
function enCours(reprise: RepriseLecture | undefined): EnCours | undefined {
  return reprise !== undefined && 'blocs' in reprise ? (reprise as EnCours) : undefined
}

/**
 * Reads the mapped columns of a source, block by block, and checks between blocks that nothing moved. Values of other
 * columns are never asked for.
 */
export async function lireSource(passage: Passage, demandee: Source, demande: DemandeLecture): Promise<Lecture> {
  const etat = enCours(demande.reprise) ?? (await commencer(passage, demandee, demande))
  try {
    if (demande.reprise !== undefined) await verifierSource(passage, etat)
    await lireTout(passage, etat, demande)
    return lectureDe(passage, etat)
  } catch (erreur) {
    if (!(erreur instanceof Interruption) || erreur.reprise === undefined) await etat.surveillance.arreter()
    throw erreur
  }
}
