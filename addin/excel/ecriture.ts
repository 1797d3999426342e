/// <reference types="office-js" />
import type { FeuilleEcrite, GraphiqueEcrit } from '../../core/index.ts'
import { creerCible, exigerStructureLibre, feuillePossedee, type Cible } from './cible.ts'
import { deposer, feuilleCachee, ligneEntetePour, retirerFeuille, supprimerFeuilles, type Depot } from './depot.ts'
import { traceurGraphiques } from './graphiques.ts'
import { Interruption } from './interruption.ts'
import { ecrireReglage, lireReglage } from './memoire.ts'
import { message } from './messages.ts'
import { verifierSignal, type Passage } from './passage.ts'
import type { DemandeEcriture, Ecriture } from './port.ts'
import { feuillesConnues, rendre, ROLE_LISTES, type FeuilleConnue } from './proprietes.ts'
import { cibleLibre, ordreColonnes, publier } from './publication.ts'
import { systemeDates } from './sources.ts'
import { enSuspension, reparerSuspension } from './suspension.ts'

/** Deposits being published: found there by a later run when this one is cut. */
const PUBLICATION = 'attributions.publication'
/** Former content of the owned sheets, from the last run. */
const AVANT = 'attributions.avant'
/** Charts of the owned sheets, by result: those of a former content are drawn again when it is put back. */
const GRAPHIQUES = 'attributions.graphiques'

type Graphiques = Readonly<Record<string, readonly GraphiqueEcrit[]>>

async function depotsNotes(passage: Passage, cle: string): Promise<readonly Depot[]> {
  return ((await lireReglage(passage, cle)) as readonly Depot[] | undefined) ?? []
}

async function graphiquesNotes(passage: Passage): Promise<Graphiques> {
  return ((await lireReglage(passage, GRAPHIQUES)) as Graphiques | undefined) ?? {}
}

/** Where the results go; the sheet is made when it does not exist, and remade when the user removed its table. */
async function preparerCible(passage: Passage, feuille: FeuilleEcrite): Promise<Cible> {
  const titres = feuille.colonnes.map((c) => c.titre)
  const chercher = () =>
    passage.executer((contexte) => cibleLibre(contexte, { nom: feuille.nom, titres, lignes: feuille.nombreLignes }))
  return passage.insister(async () => {
    const presente = await chercher()
    if (presente !== undefined) return presente
    await oublierSansTable(passage, feuille.nom)
    await creerCible(passage, feuille.nom, ligneEntetePour(feuille.provenance.length), titres)
    const creee = await chercher()
    if (creee === undefined) throw new Error(`the sheet for ${feuille.nom} was not made`)
    return creee
  })
}

/** An owned sheet that lost its table, or was left hidden by a cut run, is no longer ours: its mark is taken off. */
export async function oublierSansTable(passage: Passage, nom: string): Promise<void> {
  await passage.executer(async (contexte) => {
    const feuille = feuillePossedee(await feuillesConnues(contexte), nom)
    if (feuille === undefined) return
    const proxy = contexte.workbook.worksheets.getItem(feuille.id)
    if (feuille.montree) rendre(proxy, feuille)
    else retirerFeuille(proxy)
    await contexte.sync()
  })
}

/** Keeps the present content of a target, so that it can be put back. Undefined: too large, or nothing yet. */
async function conserver(passage: Passage, cible: Cible, depot: Depot, avis: string[]): Promise<Depot | undefined> {
  if (!cible.montree) return undefined
  const cellules = cible.zone.lignes * cible.zone.colonnes
  const plafond = passage.reglages.cellulesConservees
  if (cellules > plafond) {
    avis.push(message('avantTropGrand', cible.nomFeuille, cellules, plafond))
    return undefined
  }
  const feuilleId = await feuilleCachee(passage, `avant:${depot.nom}`)
  const formats = await passage.etape((contexte) =>
    photographier(contexte, cible, feuilleId, passage.reglages.cellulesCopie),
  )
  const { graphiques, ...reste } = depot
  const anciens = (await graphiquesNotes(passage))[depot.nom]
  return {
    ...reste,
    ...(graphiques === undefined && anciens === undefined ? {} : { graphiques: anciens ?? [] }),
    feuilleId,
    ligneEntete: cible.zone.ligne,
    lignes: cible.zone.lignes - 1,
    titres: cible.titres,
    formats,
    largeurs: [],
  }
}

/** Copies the block from the title to the end of the table; gives the formats of its columns. */
async function photographier(
  contexte: Excel.RequestContext,
  cible: Cible,
  vers: string,
  pas: number,
): Promise<readonly string[]> {
  const { worksheets } = contexte.workbook
  const de = worksheets.getItem(cible.feuilleId)
  const cachee = worksheets.getItem(vers)
  const { zone } = cible
  cachee.getRangeByIndexes(0, 0, zone.ligne, 2).copyFrom(de.getRangeByIndexes(0, 0, zone.ligne, 2), 'Values')
  const lignesParPas = Math.max(1, Math.floor(pas / zone.colonnes))
  for (let i = 0; i < zone.lignes; i += lignesParPas) {
    const combien = Math.min(lignesParPas, zone.lignes - i)
    cachee
      .getRangeByIndexes(zone.ligne + i, 0, combien, zone.colonnes)
      .copyFrom(de.getRangeByIndexes(zone.ligne + i, zone.colonne, combien, zone.colonnes), 'Values')
  }
  const corps = de.getRangeByIndexes(zone.ligne + 1, zone.colonne, 1, zone.colonnes)
  corps.load('numberFormat')
  await contexte.sync()
  return (corps.numberFormat as string[][])[0] ?? []
}

/** Publishes with a trace in the file: a run cut here is ended by the next one. */
async function publierAvecTrace(passage: Passage, depots: readonly Depot[], avis: string[]): Promise<readonly Cible[]> {
  await ecrireReglage(passage, PUBLICATION, depots)
  const cibles = await publier(passage, depots)
  if (!(await dessiner(passage, depots, cibles))) avis.push(message('graphiquesAbsents'))
  await ecrireReglage(passage, PUBLICATION, [])
  return cibles
}

/** Charts come after the results and never hold them back: false when Excel would not draw them. */
async function dessiner(passage: Passage, depots: readonly Depot[], cibles: readonly Cible[]): Promise<boolean> {
  const publies = depots.flatMap((depot, i) => {
    const cible = cibles[i]
    return depot.graphiques === undefined || cible === undefined
      ? []
      : [{ cible, depot, titres: ordreColonnes(cible.titres, depot.titres) }]
  })
  if (publies.length === 0) return true
  const tracer = traceurGraphiques(publies)
  try {
    await passage.etape(tracer)
  } catch (erreur) {
    if (erreur instanceof Interruption) return false
    throw erreur
  }
  const traces = Object.fromEntries(publies.map(({ depot }) => [depot.nom, depot.graphiques ?? []]))
  await ecrireReglage(passage, GRAPHIQUES, { ...(await graphiquesNotes(passage)), ...traces })
  return true
}

async function oublierDepots(passage: Passage, depots: readonly Depot[]): Promise<void> {
  await passage.insister(() =>
    supprimerFeuilles(
      passage,
      depots.map((d) => d.feuilleId),
    ),
  )
}

interface Prepare {
  readonly cible: Cible
  readonly depot: Depot
}

async function preparer(passage: Passage, feuille: FeuilleEcrite, demande: DemandeEcriture): Promise<Prepare> {
  verifierSignal(demande.signal)
  const systeme = await passage.etape(systemeDates)
  const cible = await preparerCible(passage, feuille)
  const depot = await deposer(passage, {
    feuille,
    role: `attente:${feuille.nom}`,
    ligneEntete: cible.zone.ligne,
    systeme,
    signal: demande.signal,
    progres: demande.progres,
  })
  return { cible, depot }
}

async function remplacerTout(
  passage: Passage,
  prets: readonly Prepare[],
  demande: DemandeEcriture,
  avis: string[],
): Promise<readonly Cible[]> {
  const avant: Depot[] = []
  for (const { cible, depot } of prets) {
    const garde = await conserver(passage, cible, depot, avis)
    if (garde !== undefined) avant.push(garde)
    if (cible.filtree) avis.push(message('filtreOte', cible.nomFeuille))
    if (!cible.montree && cible.nomFeuille !== depot.nom) avis.push(message('nomPris', depot.nom, cible.nomFeuille))
  }
  await ecrireReglage(passage, AVANT, avant)
  await demande.lecture?.verifier()
  verifierSignal(demande.signal)
  const depots = prets.map((p) => p.depot)
  const surEchec = () => avis.push(message('calculNonRetabli'))
  return enSuspension(passage, () => publierAvecTrace(passage, depots, avis), surEchec)
}

/** Lists that cells of the followed sheets propose. */
function sertEncore({ role }: FeuilleConnue): boolean {
  return role === ROLE_LISTES
}

/** Removes what cut runs left: waiting sheets, owned sheets never shown, former contents of older runs. */
async function nettoyer(passage: Passage): Promise<void> {
  const gardees = new Set((await depotsNotes(passage, AVANT)).map((d) => d.feuilleId))
  const connues = await passage.etape(feuillesConnues)
  const restes = connues.filter((f) => f.role !== undefined && !f.montree && !gardees.has(f.id) && !sertEncore(f))
  await passage.insister(() =>
    supprimerFeuilles(
      passage,
      restes.map((f) => f.id),
    ),
  )
}

async function nettoyerSansBruit(passage: Passage): Promise<void> {
  try {
    if ((await depotsNotes(passage, PUBLICATION)).length === 0) await nettoyer(passage)
  } catch (erreur) {
    if (!(erreur instanceof Interruption)) throw erreur
  }
}

/**
 * Writes result sheets: each is staged in a hidden sheet, the former content is kept, then all are replaced in one
 * request inside the same sheets and tables. Whatever fails before leaves the workbook as it was.
 */
export async function ecrireFeuilles(
  passage: Passage,
  feuilles: readonly FeuilleEcrite[],
  demande: DemandeEcriture,
): Promise<Ecriture> {
  await reparerSuspension(passage)
  const avis: string[] = [...(await terminer(passage))]
  await passage.etape(exigerStructureLibre)
  try {
    const prets: Prepare[] = []
    for (const feuille of feuilles) prets.push(await preparer(passage, feuille, demande))
    const cibles = await remplacerTout(passage, prets, demande, avis)
    const ecrites = feuilles.map((f, i) => ({ nom: f.nom, ecriteDans: cibles[i]?.nomFeuille ?? f.nom }))
    return { feuilles: ecrites, avis }
  } finally {
    await nettoyerSansBruit(passage)
  }
}

/** Ends a publication that was cut, if any. */
async function terminer(passage: Passage): Promise<readonly string[]> {
  const coupes = await depotsNotes(passage, PUBLICATION)
  if (coupes.length === 0) return []
  const connues = await passage.etape(feuillesConnues)
  const entiers = coupes.filter((d) => connues.some((f) => f.id === d.feuilleId))
  const phrases = entiers.map((d) => message('publicationReprise', d.nom))
  if (entiers.length > 0) await publierAvecTrace(passage, entiers, phrases)
  else await ecrireReglage(passage, PUBLICATION, [])
  await oublierDepots(passage, entiers)
  return phrases
}

export async function reprendreTravaux(passage: Passage): Promise<readonly string[]> {
  const calcul = (await reparerSuspension(passage)) ? [message('calculRetabli')] : []
  const phrases = [...calcul, ...(await terminer(passage))]
  await nettoyer(passage)
  return phrases
}

async function depotsAvant(passage: Passage): Promise<readonly Depot[]> {
  const notes = await depotsNotes(passage, AVANT)
  const connues = await passage.etape(feuillesConnues)
  return notes.filter((d) => connues.some((f) => f.id === d.feuilleId) && feuillePossedee(connues, d.nom) !== undefined)
}

export async function listerRestaurables(passage: Passage): Promise<readonly string[]> {
  return (await depotsAvant(passage)).map((d) => d.nom)
}

/** Puts back the former content of every sheet of the last run, by the same way as results. */
export async function restaurerAvant(passage: Passage): Promise<Ecriture> {
  const depots = await depotsAvant(passage)
  const avis: string[] = []
  if (depots.length === 0) return { feuilles: [], avis: [message('aucuneRestauration')] }
  const surEchec = () => avis.push(message('calculNonRetabli'))
  const cibles = await enSuspension(passage, () => publierAvecTrace(passage, depots, avis), surEchec)
  await ecrireReglage(passage, AVANT, [])
  await nettoyerSansBruit(passage)
  return { feuilles: depots.map((d, i) => ({ nom: d.nom, ecriteDans: cibles[i]?.nomFeuille ?? d.nom })), avis }
}
