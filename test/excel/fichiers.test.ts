import { read, utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ouvrirExcel } from '../../addin/excel/index.ts'
import { VALEUR_MARQUE } from '../../core/index.ts'
import { ajouterFeuilles, creerClasseur, feuillesDeResultat } from '../../core/tableur/index.ts'
import { lireAdresse } from '../hote-simule/adresse.ts'
import type { HoteSimule } from '../hote-simule/hote.ts'
import { hoteDe } from '../hote-simule/scenario.ts'
import { installer } from '../hote-simule/office.ts'
import type { Stockee } from '../hote-simule/stockage.ts'
import { cotation, monter } from './montage.ts'

const MARQUE = '_attributions'

/** What an independent reader sees of a file of ours, put in the fake host: cells, local names, tables. */
function charger(octets: Uint8Array): HoteSimule {
  const classeur = read(octets, { cellDates: false })
  const hote = hoteDe({ feuilles: [] })
  classeur.SheetNames.forEach((nom) => {
    const feuille = hote.classeur.ajouterFeuille(nom)
    const lignes = utils.sheet_to_json<Stockee[]>(classeur.Sheets[nom] as WorkSheet, { header: 1, defval: null })
    lignes.forEach((ligne, i) => {
      ligne.forEach((valeur, j) => {
        feuille.poser(i, j, valeur)
      })
    })
  })
  for (const { Name: nom, Ref: formule, Sheet: rang } of classeur.Workbook?.Names ?? []) {
    if (nom === MARQUE && rang !== undefined) {
      hote.classeur.feuilles[rang]?.noms.set(nom, { formule: `=${formule}`, visible: false })
    }
  }
  poserTableaux(hote, octets)
  return hote
}

/** The one table of each sheet of ours: parts are numbered alike. */
function poserTableaux(hote: HoteSimule, octets: Uint8Array): void {
  const parties = unzipSync(octets)
  for (const chemin of Object.keys(parties).filter((nom) => /worksheets\/_rels\//.test(nom))) {
    const rang = Number(/sheet(\d+)\.xml/.exec(chemin)?.[1]) - 1
    const cible = /tables\/(table\d+\.xml)/.exec(strFromU8(parties[chemin] ?? new Uint8Array()))?.[1]
    const xml = strFromU8(parties[`xl/tables/${cible ?? ''}`] ?? new Uint8Array())
    const [, ref = ''] = /<table [^>]*\bref="([^"]*)"/.exec(xml) ?? []
    const [, nom = ''] = /<table [^>]*\bdisplayName="([^"]*)"/.exec(xml) ?? []
    const zone = lireAdresse(ref)?.rectangle
    const feuille = hote.classeur.feuilles[rang]
    if (zone !== undefined && feuille !== undefined) hote.classeur.ajouterTableau(feuille, zone, nom)
  }
}

/** The workbook of the host as a real file: visible sheets, local names. */
function enregistrer(hote: HoteSimule): Uint8Array {
  const classeur: WorkBook = utils.book_new()
  const visibles = hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible')
  for (const feuille of visibles) {
    const zone = feuille.zoneUtilisee()
    const lignes = Array.from({ length: (zone?.ligne ?? 0) + (zone?.lignes ?? 0) }, (_, i) =>
      Array.from({ length: (zone?.colonne ?? 0) + (zone?.colonnes ?? 0) }, (__, j) => feuille.lire(i, j)),
    )
    utils.book_append_sheet(classeur, utils.aoa_to_sheet(lignes), feuille.nom)
  }
  const noms = visibles.flatMap((feuille, rang) =>
    [...feuille.noms].map(([nom, { formule, visible }]) => ({
      Name: nom,
      Ref: formule.slice(1),
      Sheet: rang,
      Hidden: !visible,
    })),
  )
  classeur.Workbook = { Names: noms }
  return new Uint8Array(write(classeur, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const noms = (hote: HoteSimule) => hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible').map((f) => f.nom)

async function ecrireDansExcel(hote: HoteSimule, feuille = cotation(5, 7)) {
  installer(globalThis, hote)
  const excel = await ouvrirExcel({ reglages: { pause: 0 } })
  return excel.ecrire([feuille])
}

/** Points of the first row of the table `Cotation`. */
function total(hote: HoteSimule): Stockee | undefined {
  const tableau = hote.classeur.tableau('Cotation')
  const rang = tableau?.colonnes.findIndex(({ nom }) => nom === 'total') ?? -1
  return tableau?.feuille.lire(tableau.corps.ligne, tableau.corps.colonne + rang)
}

const DONNEES = {
  nom: 'Export',
  titre: '',
  provenance: [],
  colonnes: cotation(1, 1).colonnes,
  nombreLignes: 0,
  ligne: () => [],
}

describe('a sheet written by the command line', () => {
  const fichier = ajouterFeuilles(creerClasseur([DONNEES]), [cotation(3, 3)])

  it('is replaced by the add-in, in the same sheet and table', async () => {
    const hote = charger(fichier)
    const avant = hote.classeur.tableau('Cotation')
    expect(noms(hote)).toEqual(['Export', 'Cotation'])
    const { feuilles } = await ecrireDansExcel(hote)
    expect(feuilles).toEqual([{ nom: 'Cotation', ecriteDans: 'Cotation' }])
    expect(noms(hote)).toEqual(['Export', 'Cotation'])
    expect(hote.classeur.tableau('Cotation')?.id).toBe(avant?.id)
    expect([hote.classeur.tableau('Cotation')?.corps.lignes, total(hote)]).toEqual([5, 7])
  })

  it('is never offered as demandes', async () => {
    const hote = charger(fichier)
    installer(globalThis, hote)
    const sources = await (await ouvrirExcel()).sources()
    expect(sources.map(({ feuille }) => feuille)).not.toContain('Cotation')
  })

  it('beside a Cotation of the user is found under its second name', async () => {
    const hote = charger(ajouterFeuilles(creerClasseur([{ ...DONNEES, nom: 'Cotation' }]), [cotation(3, 3)]))
    expect(noms(hote)).toEqual(['Cotation', 'Cotation (2)'])
    const { feuilles } = await ecrireDansExcel(hote)
    expect(feuilles).toEqual([{ nom: 'Cotation', ecriteDans: 'Cotation (2)' }])
    expect(noms(hote)).toEqual(['Cotation', 'Cotation (2)'])
  })

  it('without its mark is the user’s own', async () => {
    const hote = charger(fichier)
    hote.classeur.feuille('Cotation')?.noms.clear()
    const { feuilles } = await ecrireDansExcel(hote)
    expect(feuilles).toEqual([{ nom: 'Cotation', ecriteDans: 'Cotation (2)' }])
  })
})

describe('a sheet written by the add-in', () => {
  const vide = () => hoteDe({ feuilles: [{ nom: 'Export', lignes: [['numero_unique'], ['A1']] }] })

  it('bears the mark of files, hidden, once', async () => {
    const hote = vide()
    await ecrireDansExcel(hote)
    await ecrireDansExcel(hote)
    const marques = hote.classeur.feuilles.map((f) => [f.nom, [...f.noms]])
    expect(marques).toEqual([
      ['Export', []],
      ['Cotation', [[MARQUE, { formule: `="${VALEUR_MARQUE}"`, visible: false }]]],
      [expect.stringMatching(/^_attributions/), []],
    ])
  })

  it('is known, and replaced in its place, by the command line', async () => {
    const hote = vide()
    await ecrireDansExcel(hote)
    const fichier = enregistrer(hote)
    expect(feuillesDeResultat(fichier)).toEqual(['Cotation'])
    const refait = charger(ajouterFeuilles(fichier, [cotation(2, 9)]))
    expect(noms(refait)).toEqual(['Export', 'Cotation'])
    expect([refait.classeur.tableau('Cotation')?.corps.lignes, total(refait)]).toEqual([2, 9])
    await ecrireDansExcel(refait, cotation(4, 4))
    expect(noms(refait)).toEqual(['Export', 'Cotation'])
    expect(total(refait)).toBe(4)
  })

  it('loses the mark with its table: it is the user’s again, here and in files', async () => {
    const hote = vide()
    await ecrireDansExcel(hote)
    hote.classeur.feuille('Cotation')?.tableaux.splice(0)
    const { feuilles } = await ecrireDansExcel(hote)
    expect(feuilles).toEqual([{ nom: 'Cotation', ecriteDans: 'Cotation (2)' }])
    expect(feuillesDeResultat(enregistrer(hote))).toEqual(['Cotation (2)'])
  })
})

describe('the headers of a new sheet', () => {
  const avecProvenance = (n: number) => ({
    ...cotation(2, 1),
    provenance: Array.from({ length: n }, (_, i) => [`É${String(i)}`, 'x'] as const),
  })

  it.each([
    [2, true],
    [11, true],
    [12, false],
  ])('under a title and %i rows of provenance: frozen %s, as in a file', async (n, figee) => {
    const { hote, excel, feuille } = await monter(ouvrirExcel)
    await excel.ecrire([avecProvenance(n)])
    const entete = (hote.classeur.tableau('Cotation')?.zone.ligne ?? 0) + 1
    expect(feuille('Cotation').lignesFigees).toBe(figee ? entete : 0)
    const xml = strFromU8(unzipSync(creerClasseur([avecProvenance(n)]))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml.includes('state="frozen"')).toBe(figee)
  })
})
