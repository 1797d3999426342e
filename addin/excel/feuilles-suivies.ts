/// <reference types="office-js" />
import { formatExcel, valeurExcel, type SystemeDates } from './cellule.ts'
import { creerCible, exigerStructureLibre, feuillePossedee, lireCible, type Cible } from './cible.ts'
import { LIGNE_PROVENANCE, partout, provenanceTenue } from './depot.ts'
import { oublierSansTable } from './ecriture.ts'
import { habiller, poserListes, type Listes } from './habillage.ts'
import { message } from './messages.ts'
import type { Passage } from './passage.ts'
import type { Ecriture, FauteSuivie, FeuilleRelue, FeuilleSuivie, HabillageDe } from './port.ts'
import { feuillesConnues, marquer, ROLE_LISTES, type FeuilleConnue } from './proprietes.ts'
import { cibleLibre, POINTS_PAR_CARACTERE, vider } from './publication.ts'
import { lignesDe, systemeDates } from './sources.ts'
import { retirer } from './surveillance.ts'

function titresDe({ colonnes }: FeuilleSuivie): readonly string[] {
  return colonnes.map((c) => c.titre)
}

function ligneEntete({ provenance }: FeuilleSuivie): number {
  return LIGNE_PROVENANCE + provenance.length + 1
}

/** The sheets that do not exist yet are made, hidden until their table is in. */
async function creerManquantes(passage: Passage, feuilles: readonly FeuilleSuivie[]): Promise<void> {
  for (const feuille of feuilles) {
    await passage.insister(async () => {
      const libre = await passage.executer((contexte) => cibleDe(contexte, feuille))
      if (libre !== undefined) return
      await passage.executer(exigerStructureLibre)
      await oublierSansTable(passage, feuille.nom)
      await creerCible(passage, feuille.nom, ligneEntete(feuille), titresDe(feuille))
    })
  }
}

function cibleDe(contexte: Excel.RequestContext, feuille: FeuilleSuivie): Promise<Cible | undefined> {
  return cibleLibre(contexte, { nom: feuille.nom, titres: titresDe(feuille), lignes: feuille.nombreLignes })
}

interface Preparee {
  readonly feuille: FeuilleSuivie
  readonly cible: Cible
  /** Body of the table as it is. */
  readonly presentes: Excel.Range
}

/** Every target with what it holds; undefined when one is not there. */
async function preparer(
  contexte: Excel.RequestContext,
  feuilles: readonly FeuilleSuivie[],
): Promise<readonly Preparee[] | undefined> {
  const pretes: Preparee[] = []
  for (const feuille of feuilles) {
    const cible = await cibleDe(contexte, feuille)
    if (cible === undefined) return undefined
    const { ligne, colonne, lignes, colonnes } = cible.zone
    const presentes = contexte.workbook.worksheets
      .getItem(cible.feuilleId)
      .getRangeByIndexes(ligne + 1, colonne, Math.max(1, lignes - 1), colonnes)
    presentes.load('values')
    pretes.push({ feuille, cible, presentes })
  }
  await contexte.sync()
  return pretes
}

/** The user's own columns follow the row of the same code. */
function cellulesSiennes({ feuille, cible, presentes }: Preparee): (cle: unknown, titre: string) => unknown {
  const lignes = presentes.values as unknown[][]
  const rangCle = cible.titres.indexOf(titresDe(feuille)[0] ?? '')
  const parCle = new Map(lignes.map((ligne) => [String(ligne[rangCle]), ligne]))
  return (cle, titre) => {
    if (feuille.connues.includes(titre)) return ''
    return parCle.get(String(cle))?.[cible.titres.indexOf(titre)] ?? ''
  }
}

function corpsDe(prete: Preparee, ordre: readonly string[], systeme: SystemeDates): unknown[][] {
  const { feuille } = prete
  const titres = titresDe(feuille)
  const sienne = cellulesSiennes(prete)
  if (feuille.nombreLignes === 0) return [ordre.map(() => '')]
  return Array.from({ length: feuille.nombreLignes }, (_, i) => {
    const ligne = feuille.ligne(i)
    return ordre.map((titre) => {
      const rang = titres.indexOf(titre)
      if (rang < 0) return sienne(ligne[0], titre)
      return valeurExcel(ligne[rang] ?? null, feuille.colonnes[rang]?.format ?? 'texte', systeme)
    })
  })
}

function ecrireEntete(feuille: Excel.Worksheet, { feuille: voulue, cible }: Preparee): void {
  const textes = (lignes: readonly (readonly string[])[]) => lignes.map((l) => l.map((v) => `'${v}`))
  feuille.getRangeByIndexes(0, 0, 1, 1).values = textes([[voulue.titre]])
  const places = cible.zone.ligne - LIGNE_PROVENANCE - 1
  if (places <= 0) return
  const provenance = provenanceTenue(voulue.provenance, places)
  const vides = Array.from({ length: places - provenance.length }, () => ['', ''] as const)
  feuille.getRangeByIndexes(LIGNE_PROVENANCE, 0, places, 2).values = [
    ...textes(provenance),
    ...vides.map((ligne) => [...ligne]),
  ]
}

/** Queues one table in its sheet, in place: its name, its columns and the user's own columns stay. */
function ecrireUne(contexte: Excel.RequestContext, prete: Preparee, systeme: SystemeDates, listes: Listes): void {
  const { feuille: voulue, cible } = prete
  const feuille = contexte.workbook.worksheets.getItem(cible.feuilleId)
  const tableau = feuille.tables.getItem(cible.tableauId)
  const { ligne, colonne } = cible.zone
  const ordre = [...cible.titres, ...titresDe(voulue).filter((t) => !cible.titres.includes(t))]
  const lignes = Math.max(1, voulue.nombreLignes)
  if (cible.filtree) tableau.clearFilters()
  if (cible.totaux) tableau.showTotals = false
  ordre.slice(cible.titres.length).forEach((titre, k) => {
    feuille.getRangeByIndexes(ligne, colonne + cible.titres.length + k, 1, 1).values = [[`'${titre}`]]
  })
  tableau.resize(feuille.getRangeByIndexes(ligne, colonne, lignes + 1, ordre.length))
  voulue.colonnes.forEach(({ titre, format, largeur }) => {
    const corps = feuille.getRangeByIndexes(ligne + 1, colonne + ordre.indexOf(titre), lignes, 1)
    corps.numberFormat = partout(formatExcel(format))
    if (!cible.montree) corps.format.columnWidth = largeur * POINTS_PAR_CARACTERE
  })
  feuille.getRangeByIndexes(ligne + 1, colonne, lignes, ordre.length).values = corpsDe(
    prete,
    ordre,
    systeme,
  ) as string[][]
  vider(feuille, ligne + 1 + lignes, colonne, cible.zone.lignes - 1 - lignes, ordre.length)
  ecrireEntete(feuille, prete)
  habiller(
    contexte,
    cible,
    {
      ...voulue,
      zone: { ligne, colonne, lignes: lignes + 1, colonnes: ordre.length },
      titres: ordre,
      avant: cible.zone.lignes,
      fautes: [],
    },
    listes,
  )
  if (cible.totaux) tableau.showTotals = true
  if (!cible.marquee) marquer(feuille)
  if (cible.montree) return
  feuille.visibility = 'Visible'
  feuille.freezePanes.freezeRows(ligne + 1)
}

/** A new sheet of lists is a change of the workbook's structure. */
async function exigerPlaceDesListes(contexte: Excel.RequestContext, connues: readonly FeuilleConnue[]): Promise<void> {
  if (!connues.some(({ role }) => role === ROLE_LISTES)) await exigerStructureLibre(contexte)
}

/**
 * Writes short tables that the user edits, all in one request, each in its owned sheet: lists of values, locked rows. A
 * sheet of the user's of the same name is left alone.
 */
export async function tenirFeuilles(passage: Passage, feuilles: readonly FeuilleSuivie[]): Promise<Ecriture> {
  await creerManquantes(passage, feuilles)
  const pretes = await passage.etape(async (contexte) => {
    const connues = await feuillesConnues(contexte)
    await exigerPlaceDesListes(contexte, connues)
    const systeme = await systemeDates(contexte)
    const prepares = await preparer(contexte, feuilles)
    if (prepares === undefined) throw new Error('the followed sheets were not made')
    const listes = poserListes(
      contexte,
      connues,
      feuilles.flatMap(({ aides }) => aides),
    )
    for (const prete of prepares) ecrireUne(contexte, prete, systeme, listes)
    await contexte.sync()
    return prepares
  })
  const avis = pretes.flatMap(({ feuille, cible }) => [
    ...(cible.filtree ? [message('filtreOte', cible.nomFeuille)] : []),
    ...(!cible.montree && cible.nomFeuille !== feuille.nom ? [message('nomPris', feuille.nom, cible.nomFeuille)] : []),
  ])
  return { feuilles: pretes.map(({ feuille, cible }) => ({ nom: feuille.nom, ecriteDans: cible.nomFeuille })), avis }
}

async function ciblesMontrees(
  contexte: Excel.RequestContext,
  connues: readonly FeuilleConnue[],
  noms: readonly string[],
): Promise<ReadonlyMap<string, Cible>> {
  const cibles = new Map<string, Cible>()
  for (const nom of noms) {
    const feuille = feuillePossedee(connues, nom)
    const cible = feuille?.montree === true ? await lireCible(contexte, feuille) : undefined
    if (cible !== undefined) cibles.set(nom, cible)
  }
  return cibles
}

/** Followed sheets as they are now, headers first; those that do not exist are left out. */
export function relireFeuilles(passage: Passage, noms: readonly string[]): Promise<readonly FeuilleRelue[]> {
  return passage.etape(async (contexte) => {
    const cibles = await ciblesMontrees(contexte, await feuillesConnues(contexte), noms)
    const systeme = await systemeDates(contexte)
    const lues = [...cibles].map(([nom, cible]) => {
      const { ligne, colonne, lignes, colonnes } = cible.zone
      const plage = contexte.workbook.worksheets
        .getItem(cible.feuilleId)
        .getRangeByIndexes(ligne, colonne, lignes, colonnes)
      plage.load('values,numberFormat')
      return { nom, cible, plage }
    })
    await contexte.sync()
    return lues.map(({ nom, cible, plage }) => ({
      nom,
      ecriteDans: cible.nomFeuille,
      feuilleId: cible.feuilleId,
      colonne: cible.zone.colonne,
      lignes: lignesDe(plage.values, plage.numberFormat as string[][], cible.zone.ligne, systeme),
    }))
  })
}

/** Dresses followed sheets again as they are now: lists, locks, and a mark at each fault. No value is written. */
export async function habillerFeuilles(
  passage: Passage,
  habillages: readonly HabillageDe[],
  fautes: readonly FauteSuivie[],
): Promise<void> {
  await passage.etape(async (contexte) => {
    const connues = await feuillesConnues(contexte)
    const noms = habillages.map(({ nom }) => nom)
    const cibles = await ciblesMontrees(contexte, connues, noms)
    const modifiables = [...cibles].filter(([, cible]) => !cible.protegee)
    if (modifiables.length === 0) return
    await exigerPlaceDesListes(contexte, connues)
    const listes = poserListes(
      contexte,
      connues,
      habillages.flatMap(({ aides }) => aides),
    )
    for (const [nom, cible] of modifiables) {
      const habillage = habillages.find((h) => h.nom === nom)
      if (habillage === undefined) continue
      const { zone, titres } = cible
      const siennes = fautes.filter((faute) => faute.nom === nom)
      habiller(contexte, cible, { ...habillage, zone, titres, fautes: siennes }, listes)
    }
    await contexte.sync()
  })
}

/** Tells the id of each sheet in which someone changes something; gives the function that stops it. */
export async function suivreChangements(
  passage: Passage,
  rappel: (feuilleId: string) => void,
): Promise<() => Promise<void>> {
  const abonnement = await passage.etape(async (contexte) => {
    const pose = contexte.workbook.worksheets.onChanged.add((args) => {
      rappel(args.worksheetId)
      return Promise.resolve()
    })
    await contexte.sync()
    return pose
  })
  return () => retirer(abonnement)
}
