/// <reference types="office-js" />
import type { Cellule, LigneBrute } from '../../core/index.ts'
import { Refus } from '../../core/index.ts'
import { celluleLue, octetsDe, type SystemeDates } from './cellule.ts'
import { feuilleDe, type BlocLu } from './donnees.ts'
import { Interruption } from './interruption.ts'
import { message } from './messages.ts'
import { attendre, codeHote, estPassagere, estTropGros, traduite, type Passage } from './passage.ts'
import type { DemandeLecture, Lecture, RepriseLecture, Source } from './port.ts'
import { avisMasquage, lignesDe, situer, systemeDates } from './sources.ts'
import { surveiller, type Surveillance } from './surveillance.ts'
import { adresseZone, suites } from './zone.ts'

/** Codes that say that the sheet or the table of the source is gone. */
const DISPARUE = new Set(['ItemNotFound', 'InvalidObjectPath', 'InvalidReference'])

/** A block as it came. */
interface Bloc extends BlocLu {
  readonly octets: number
  /** Of the source, when the block was read. */
  readonly empreinte: string
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

/** Loads what must not move while the source is read: its place, its size, what its sheet holds, its headers. */
function chargerEmpreinte(contexte: Excel.RequestContext, source: Source): () => string {
  const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
  const plage =
    source.tableauId === undefined ? undefined : contexte.workbook.tables.getItem(source.tableauId).getRange()
  const utilisee = feuille.getUsedRangeOrNullObject(true)
  const entete = feuille.getRangeByIndexes(source.ligne, source.colonne, 1, source.colonnes)
  plage?.load('address')
  utilisee.load('address')
  entete.load('values')
  return () => JSON.stringify([plage?.address, utilisee.address, entete.values])
}

async function commencer(passage: Passage, demandee: Source, demande: DemandeLecture): Promise<EnCours> {
  const source = await passage.etape((contexte) => situer(contexte, demandee), demande.signal)
  const colonnes = new Set(demande.colonnes.map((c) => source.colonne + c))
  const surveillance = await surveiller(passage, source.feuilleId, colonnes)
  try {
    return await passage.etape((contexte) => ouvrirLecture(contexte, source, demande, surveillance), demande.signal)
  } catch (erreur) {
    await surveillance.arreter()
    throw erreur
  }
}

async function ouvrirLecture(
  contexte: Excel.RequestContext,
  source: Source,
  demande: DemandeLecture,
  surveillance: Surveillance,
): Promise<EnCours> {
  const systeme = await systemeDates(contexte)
  const avis = await avisMasquage(contexte, source)
  const combien = Math.min(demande.lignesEntete ?? 1, source.lignes)
  const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
  const plage = feuille.getRangeByIndexes(source.ligne, source.colonne, combien, source.colonnes)
  plage.load('values,numberFormat')
  const empreinte = chargerEmpreinte(contexte, source)
  await contexte.sync()
  return {
    source,
    colonnes: demande.colonnes,
    dates: new Set(demande.dates),
    systeme,
    avis,
    entetes: lignesDe(plage.values, plage.numberFormat as string[][], source.ligne, systeme),
    empreinte: empreinte(),
    blocs: [],
    ligneSuivante: combien,
    octetsLigne: 0,
    plafond: Infinity,
    surveillance,
    abandonner: () => surveillance.arreter(),
  }
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
    for (let j = 0; j < largeur; j++) {
      const valeurs = matrice.map((ligne) => ligne[j])
      colonnes.set(debut + j, valeurs)
    }
  }
  return colonnes
}

function lireBloc(passage: Passage, etat: EnCours, lignes: number, signal?: AbortSignal): Promise<Bloc> {
  return passage.executer(async (contexte) => {
    const valeurs = chargerMorceaux(contexte, etat, lignes, 'values')
    const formats = chargerMorceaux(contexte, etat, lignes, 'numberFormat')
    const empreinte = chargerEmpreinte(contexte, etat.source)
    await contexte.sync()
    const bloc = blocDe(etat, lignes, enColonnes(valeurs, 'values'), enColonnes(formats, 'numberFormat'))
    return { ...bloc, empreinte: empreinte() }
  }, signal)
}

function blocDe(
  etat: EnCours,
  lignes: number,
  valeurs: ReadonlyMap<number, readonly unknown[]>,
  formats: ReadonlyMap<number, readonly unknown[]>,
): Omit<Bloc, 'empreinte'> {
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
      await exigerInchangee(etat, obtenu.empreinte)
      etat.blocs.push(obtenu)
      etat.ligneSuivante += obtenu.lignes
      etat.octetsLigne = Math.max(etat.octetsLigne, obtenu.octets / obtenu.lignes)
      return
    }
    if (obtenu.echec !== undefined && ++echecs >= passage.reglages.echecsToleres) {
      throw new Interruption('hote', message('hote', obtenu.echec), { codeHote: obtenu.echec })
    }
  }
}

/** Events come after the request that reports them: they are let through before looking. */
async function exigerInchangee(etat: EnCours, empreinte: string): Promise<void> {
  await attendre(0)
  if (etat.surveillance.modifiee || empreinte !== etat.empreinte) throw sourceModifiee(etat.source)
}

function sourceModifiee(source: Source): Interruption {
  return new Interruption('source-modifiee', message('sourceModifiee', source.feuille))
}

async function verifierSource(passage: Passage, etat: EnCours): Promise<void> {
  const empreinte = await passage.etape(async (contexte) => {
    const lue = chargerEmpreinte(contexte, etat.source)
    await contexte.sync()
    return lue()
  })
  await exigerInchangee(etat, empreinte)
}

async function lireTout(passage: Passage, etat: EnCours, demande: DemandeLecture): Promise<void> {
  while (etat.ligneSuivante < etat.source.lignes) {
    await blocSuivant(passage, etat, demande.signal)
    demande.progres?.(etat.ligneSuivante, etat.source.lignes)
  }
  await verifierSource(passage, etat)
}

function lectureDe(passage: Passage, etat: EnCours): Lecture {
  const { source, entetes, blocs } = etat
  const premiere = source.ligne + entetes.length + 1
  const donnees = { nom: source.nom, entetes, premiere, largeur: source.colonnes, blocs }
  return {
    feuille: feuilleDe(donnees),
    donnees,
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
    throw await coupee(etat, erreur)
  }
}

/** A host that failed leaves a reading that can go on, still watched; any other end stops watching. */
async function coupee(etat: EnCours, erreur: unknown): Promise<unknown> {
  if (erreur instanceof Interruption && erreur.motif === 'hote' && !DISPARUE.has(erreur.codeHote ?? '')) {
    return new Interruption('hote', erreur.message, { codeHote: erreur.codeHote, reprise: etat })
  }
  await etat.surveillance.arreter()
  return erreur instanceof Interruption && erreur.motif === 'hote' ? sourceModifiee(etat.source) : erreur
}
