/// <reference types="office-js" />
import { Refus } from '../../core/index.ts'
import type { FeuilleEcrite } from '../../core/index.ts'
import { deposer, ligneEntetePour, partout, supprimerFeuilles, type Depot } from './depot.ts'
import { exigerStructureLibre } from './cible.ts'
import { ecrireReglage, lireReglage } from './memoire.ts'
import { message } from './messages.ts'
import type { Passage } from './passage.ts'
import type { ColonneAjoutee, DemandeEcriture, Source } from './port.ts'
import { situer, systemeDates, zoneLue } from './sources.ts'
import { enSuspension } from './suspension.ts'
import { adresseZone } from './zone.ts'

/** Columns that the add-in put beside the user's own, by sheet: only those may be written again. */
const AJOUTEES = 'attributions.colonnesAjoutees'

type Registre = Readonly<Record<string, readonly string[]>>

/** Where each column goes, from 0 in the sheet. */
type Places = ReadonlyMap<string, number>

async function registre(passage: Passage): Promise<Registre> {
  return ((await lireReglage(passage, AJOUTEES)) as Registre | undefined) ?? {}
}

function feuilleProvisoire(colonnes: readonly ColonneAjoutee[], lignes: number): FeuilleEcrite {
  return {
    nom: 'colonnes',
    titre: '',
    provenance: [],
    colonnes: colonnes.map(({ titre, format }) => ({ titre, format, largeur: 10 })),
    nombreLignes: lignes,
    ligne: (i) => colonnes.map((c) => c.valeurs[i] ?? null),
  }
}

/** Columns of ours are found again by their title; new ones come after the last column, where all must be empty. */
async function placer(
  contexte: Excel.RequestContext,
  demandee: Source,
  titres: readonly string[],
  nos: readonly string[],
): Promise<{ readonly source: Source; readonly places: Places }> {
  const source = await situer(contexte, demandee)
  const feuille = contexte.workbook.worksheets.getItem(source.feuilleId)
  const { ligne, colonne, lignes, colonnes } = source
  const entetes = feuille.getRangeByIndexes(ligne, colonne, 1, colonnes + titres.length)
  const { protection } = feuille
  const aDroite = feuille.getRangeByIndexes(ligne, colonne + colonnes, lignes, titres.length)
  const occupee = aDroite.getUsedRangeOrNullObject(true)
  entetes.load('values')
  protection.load('protected')
  occupee.load('rowIndex,columnIndex,rowCount,columnCount')
  await contexte.sync()
  if (protection.protected) throw new Refus(message('sourceProtegee', source.feuille))
  const lus = (entetes.values as unknown[][])[0] ?? []
  const presents = lus.slice(0, colonnes)
  const commencees = lus.slice(colonnes).some((t) => titres.includes(String(t)) && nos.includes(String(t)))
  const siennes = titres.filter((t) => presents.includes(t) && !nos.includes(t))
  if (siennes.length > 0) throw new Refus(message('colonneSienne', siennes.join(', ')))
  const nouvelles = titres.filter((t) => !presents.includes(t))
  if (nouvelles.length > 0 && !commencees && !occupee.isNullObject) {
    throw new Refus(message('contenuDroite', source.feuille, adresseZone(zoneLue(occupee))))
  }
  const rang = (t: string) => (presents.includes(t) ? presents.indexOf(t) : colonnes + nouvelles.indexOf(t))
  return { source, places: new Map(titres.map((t) => [t, colonne + rang(t)])) }
}

async function copier(contexte: Excel.RequestContext, source: Source, places: Places, depot: Depot): Promise<void> {
  const { worksheets, tables } = contexte.workbook
  const vers = worksheets.getItem(source.feuilleId)
  const de = worksheets.getItem(depot.feuilleId)
  const largeur = Math.max(source.colonnes, ...[...places.values()].map((c) => c - source.colonne + 1))
  for (const [titre, colonne] of places) {
    const rang = depot.titres.indexOf(titre)
    vers.getRangeByIndexes(source.ligne + 1, colonne, source.lignes - 1, 1).numberFormat = partout(
      depot.formats[rang] ?? 'General',
    )
    vers
      .getRangeByIndexes(source.ligne, colonne, source.lignes, 1)
      .copyFrom(de.getRangeByIndexes(depot.ligneEntete, rang, source.lignes, 1), 'Values')
  }
  // Last: a request cut before leaves columns that the next try knows by their headers.
  if (source.tableauId !== undefined && largeur > source.colonnes) {
    const tableau = tables.getItem(source.tableauId)
    tableau.resize(tableau.getRange().getResizedRange(0, largeur - source.colonnes))
  }
  await contexte.sync()
}

/**
 * Writes columns beside the user's own table, because they asked for it: nothing of theirs is written over. Done again, it
 * replaces its own columns where they are.
 */
export async function ajouterColonnes(
  passage: Passage,
  demandee: Source,
  colonnes: readonly ColonneAjoutee[],
  demande: DemandeEcriture,
): Promise<readonly string[]> {
  await passage.etape(exigerStructureLibre)
  const avis: string[] = []
  const titres = colonnes.map((c) => c.titre)
  const avant = await registre(passage)
  const nos = avant[demandee.feuilleId] ?? []
  const { source } = await passage.etape((contexte) => placer(contexte, demandee, titres, nos))
  const depot = await deposer(passage, {
    feuille: feuilleProvisoire(colonnes, source.lignes - 1),
    role: 'attente:colonnes',
    ligneEntete: ligneEntetePour(0),
    systeme: await passage.etape(systemeDates),
    signal: demande.signal,
    progres: demande.progres,
  })
  try {
    await demande.lecture?.verifier()
    const publier = () =>
      passage.etape(async (contexte) => {
        const { source: ici, places } = await placer(contexte, demandee, titres, [...nos, ...titres])
        await copier(contexte, ici, places, depot)
      })
    await ecrireReglage(passage, AJOUTEES, { ...avant, [source.feuilleId]: [...new Set([...nos, ...titres])] })
    await enSuspension(passage, publier, () => avis.push(message('calculNonRetabli')))
    return avis
  } finally {
    await passage.insister(() => supprimerFeuilles(passage, [depot.feuilleId])).catch(() => undefined)
  }
}
