import { beforeEach, describe, expect, it } from 'vitest'
import type { FeuilleBrute } from '../../core/socle/table.ts'
import { associerCommandes, ouvrirExcel, type Place } from '../../addin/excel/index.ts'
import { formatDeDate, jourDeSerie, DATES_1900, DATES_1904 } from '../../addin/excel/cellule.ts'
import { globalesOffice, installer } from '../hote-simule/office.ts'
import { contenu, cotation, DATES, echecDe, MAPPEES, monter, sourceDemandes, type Montage } from './montage.ts'

let montage: Montage

beforeEach(async () => {
  montage = await monter(ouvrirExcel)
})

/** As the recognition of columns would: how many headers are known. */
function noter(feuille: FeuilleBrute): number {
  const [entete] = feuille.lignes
  return entete?.cellules.filter((c) => c === 'N° unique' || c === 'Points').length ?? 0
}

const attendreEvenements = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('where the demandes are', () => {
  it('offers the selection first, then names, tables and sheets, each place once', async () => {
    const { hote, excel, feuille } = montage
    hote.classeur.remplir(feuille('Suivi'), [
      ['a', 'b'],
      [1, 2],
    ])
    hote.classeur.definirNom('Perimetre', 'Suivi!A1:B2')
    hote.classeur.definirNom('Cachee', 'Export!A1:B9', false)
    const sources = await excel.sources()
    expect(sources.map((s) => [s.genre, s.nom])).toEqual([
      ['selection', 'Demandes'],
      ['nom', 'Perimetre'],
    ])
    hote.selectionner(feuille('Suivi'), { ligne: 8, colonne: 8, lignes: 1, colonnes: 1 })
    expect((await excel.sources()).map((s) => [s.genre, s.nom])).toEqual([
      ['selection', 'Suivi'],
      ['tableau', 'Demandes'],
    ])
  })

  it('takes the cells selected when there are several', async () => {
    const { hote, excel, feuille } = montage
    hote.classeur.remplir(feuille('Suivi'), [
      ['x', 'a', 'b'],
      ['x', 1, 2],
      ['x', 3, 4],
    ])
    hote.selectionner(feuille('Suivi'), { ligne: 0, colonne: 1, lignes: 3, colonnes: 2 })
    const [source] = await excel.sources()
    expect(source).toMatchObject({ genre: 'selection', ligne: 0, colonne: 1, lignes: 3, colonnes: 2 })
  })

  it('finds by its headers the one that is not selected, and never offers owned sheets', async () => {
    const { hote, excel, feuille } = montage
    await excel.ecrire([cotation(5, 1)])
    hote.selectionner(feuille('Cotation'), { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 })
    expect((await excel.sources()).map((s) => s.feuille)).toEqual(['Export'])
    expect(await excel.trouverSource(noter)).toMatchObject({ nom: 'Demandes', lignes: 26, colonnes: 5 })
    expect(await excel.trouverSource(() => 0)).toBeUndefined()
  })

  it('peeks at the first rows, with dates', async () => {
    const apercu = await montage.excel.apercu(await sourceDemandes(montage.excel))
    expect(apercu.colonnesDates).toEqual([2])
    expect([...apercu.feuille.lignes][1]).toEqual({
      numero: 2,
      cellules: ['075123456789000000', 'Personne 0', { jour: 19_723 }, 0, null],
    })
    expect(apercu.avis).toEqual([])
  })

  it('says that filtered rows are read too, and reads them', async () => {
    const { excel, export: f } = montage
    for (const l of [3, 4, 5]) f.lignesMasquees.add(l)
    const lecture = await excel.lire(await sourceDemandes(excel), { colonnes: MAPPEES, dates: DATES })
    expect([...lecture.feuille.lignes]).toHaveLength(26)
    expect(lecture.avis).toEqual([expect.stringContaining('même celles que vous ne voyez pas')])
    await lecture.fermer()
  })

  it('does not take the totals row of a table for a demande', async () => {
    const { hote, excel } = montage
    const table = hote.classeur.tableau('Demandes')
    table?.montrerTotaux(true)
    const source = await sourceDemandes(excel)
    const lecture = await excel.lire(source, { colonnes: MAPPEES, dates: DATES })
    expect([...lecture.feuille.lignes]).toHaveLength(26)
    await lecture.fermer()
    const valeurs = Array.from({ length: 25 }, (_, i) => i)
    await excel.ajouterColonnes(source, [{ titre: 'Note', format: 'points', valeurs }])
    expect(table?.colonnes.at(-1)?.nom).toBe('Note')
    expect([table?.zone.lignes, table?.feuille.lire(25, 5), table?.feuille.lire(26, 5)]).toEqual([27, 24, null])
  })

  it('follows a table that has grown, and says when it is gone', async () => {
    const { hote, excel, export: f } = montage
    const source = await sourceDemandes(excel)
    hote.coauteurDecale(f, 4, 3)
    const lecture = await excel.lire(source, { colonnes: MAPPEES, dates: DATES })
    expect([...lecture.feuille.lignes]).toHaveLength(29)
    await lecture.fermer()
    hote.classeur.supprimerFeuille(f)
    const echec = await echecDe(() => excel.lire(source, { colonnes: MAPPEES, dates: DATES }))
    expect(echec).toMatchObject({ nom: 'Refus', message: expect.stringContaining('introuvable') as string })
  })
})

describe('sheets that cannot be written as they are', () => {
  it('refuses with a sentence a protected workbook, a protected sheet, content in the way', async () => {
    const { hote, excel, feuille } = montage
    hote.classeur.protege = true
    expect((await echecDe(() => excel.ecrire([cotation(3, 1)]))).message).toContain(
      'structure du classeur est protégée',
    )
    hote.classeur.protege = false
    await excel.ecrire([cotation(3, 1)])
    feuille('Cotation').protegee = true
    const avant = contenu(feuille('Cotation'))
    expect((await echecDe(() => excel.ecrire([cotation(4, 1)]))).message).toContain(
      '« Cotation » est protégée'.replaceAll(' »', '\u202f»').replaceAll('« ', '«\u202f'),
    )
    feuille('Cotation').protegee = false
    expect(contenu(feuille('Cotation'))).toBe(avant)
    feuille('Cotation').poser(18, 0, 'ma note')
    const echec = await echecDe(() => excel.ecrire([cotation(9, 1)]))
    expect(echec).toMatchObject({ nom: 'Refus', message: expect.stringContaining('(A19)') as string })
    await excel.ecrire([cotation(2, 1)])
    expect(feuille('Cotation').lire(18, 0)).toBe('ma note')
  })

  it('removes a filter and says so, keeps the totals row and a sheet that the user has hidden or renamed', async () => {
    const { hote, excel, feuille } = montage
    await excel.ecrire([cotation(3, 1)])
    const table = hote.classeur.tableau('Cotation')
    if (table === undefined) throw new Error('no table')
    table.filtre = true
    table.montrerTotaux(true)
    feuille('Cotation').visibilite = 'Hidden'
    feuille('Cotation').nom = 'Classement'
    const { avis, feuilles } = await excel.ecrire([cotation(6, 1)])
    expect(feuilles).toEqual([{ nom: 'Cotation', ecriteDans: 'Classement' }])
    expect(avis).toEqual([expect.stringContaining('Le filtre')])
    expect([table.filtre, table.totaux, table.corps.lignes, table.feuille.visibilite]).toEqual([
      false,
      true,
      6,
      'Hidden',
    ])
    expect(table.feuille.lire(table.zone.ligne + 7, 0)).toBe('Total')
  })

  it('does not keep a former output above the cap, and says so', async () => {
    const petit = await monter(ouvrirExcel, { reglages: { cellulesConservees: 10 } })
    await petit.excel.ecrire([cotation(3, 1)])
    const { avis } = await petit.excel.ecrire([cotation(4, 1)])
    expect(avis).toEqual([expect.stringContaining('ne pourra pas être rétabli')])
    expect(await petit.excel.restaurables()).toEqual([])
    expect((await petit.excel.restaurer()).avis).toEqual([expect.stringContaining('résultats précédents')])
  })

  it('makes its sheet again when the user has deleted it', async () => {
    const { hote, excel, feuille } = montage
    await excel.ecrire([cotation(3, 1)])
    hote.classeur.supprimerFeuille(feuille('Cotation'))
    expect((await excel.ecrire([cotation(4, 1)])).feuilles[0]?.ecriteDans).toBe('Cotation')
    expect(hote.classeur.tableau('Cotation')?.corps.lignes).toBe(4)
  })

  it('gives a sheet back to the user who took its table away, and makes another', async () => {
    const { hote, excel, feuille } = montage
    await excel.ecrire([cotation(3, 1)])
    feuille('Cotation').tableaux.length = 0
    const avant = contenu(feuille('Cotation'))
    expect((await excel.ecrire([cotation(4, 1)])).feuilles[0]?.ecriteDans).toBe('Cotation (2)')
    expect(contenu(feuille('Cotation'))).toBe(avant)
    expect((await excel.sources()).map((s) => s.feuille)).toContain('Cotation')
    expect(hote.classeur.tableau('Cotation')?.corps.lignes).toBe(4)
  })

  it('writes several sheets together, a longer provenance in the same place', async () => {
    const { hote, excel, feuille } = montage
    const anomalies = { ...cotation(2, 3), nom: 'Anomalies' }
    await excel.ecrire([cotation(3, 1), anomalies])
    const place = hote.classeur.tableau('Anomalies')?.zone.ligne
    const longue = Array.from({ length: 15 }, (_, i) => [`Étiquette ${String(i)}`, `valeur ${String(i)}`] as const)
    await excel.ecrire([cotation(3, 1), { ...anomalies, provenance: longue }])
    expect(hote.classeur.tableau('Anomalies')?.zone.ligne).toBe(place)
    expect(feuille('Anomalies').lire(11, 1)).toContain('Étiquette 14\u202f: valeur 14')
    expect(await excel.restaurables()).toEqual(['Cotation', 'Anomalies'])
  })

  it('writes a sheet without rows, then with rows', async () => {
    const { hote, excel } = montage
    await excel.ecrire([cotation(0, 1)])
    expect(hote.classeur.tableau('Cotation')?.corps.lignes).toBe(1)
    await excel.ecrire([cotation(2, 1)])
    expect(hote.classeur.tableau('Cotation')?.corps.lignes).toBe(2)
  })
})

describe('columns beside the table of the user', () => {
  const colonnes = (n: number, decalage: number) => [
    { titre: 'Note', format: 'points', valeurs: Array.from({ length: n }, (_, i) => i + decalage) } as const,
    { titre: 'Rang', format: 'entier', valeurs: Array.from({ length: n }, (_, i) => n - i) } as const,
  ]

  it('are added on request, then replaced in place, and nothing else changes', async () => {
    const { hote, excel, export: f } = montage
    const sienne = () => JSON.stringify(Array.from({ length: 27 }, (_, l) => [0, 1, 2, 3, 4].map((c) => f.lire(l, c))))
    const avant = sienne()
    await excel.ajouterColonnes(await sourceDemandes(excel), colonnes(25, 0))
    await excel.ajouterColonnes(await sourceDemandes(excel), colonnes(25, 100))
    expect(sienne()).toBe(avant)
    expect(
      hote.classeur
        .tableau('Demandes')
        ?.colonnes.map((c) => c.nom)
        .slice(5),
    ).toEqual(['Note', 'Rang'])
    expect([f.lire(1, 5), f.lire(25, 5), f.lire(1, 6), f.lire(25, 6), f.lire(26, 5), f.lire(1, 7)]).toEqual([
      100,
      124,
      25,
      1,
      null,
      null,
    ])
    expect(hote.classeur.feuilles.map((s) => s.nom)).toEqual(['Export', 'Suivi'])
  })

  it('are refused where the user has something, or a column of that name', async () => {
    const { hote, excel, export: f } = montage
    f.poser(12, 6, 'mon calcul')
    const source = await sourceDemandes(excel)
    expect((await echecDe(() => excel.ajouterColonnes(source, colonnes(25, 0)))).message).toContain('G13')
    f.poser(12, 6, null)
    f.poser(0, 4, 'Note')
    expect((await echecDe(() => excel.ajouterColonnes(source, colonnes(25, 0)))).message).toContain('Renommez-la')
    f.protegee = true
    expect((await echecDe(() => excel.ajouterColonnes(source, colonnes(25, 0)))).message).toContain('protégée')
    expect(hote.classeur.tableau('Demandes')?.colonnes).toHaveLength(5)
  })

  it('survive a failure at any request: the columns of the user are never touched', async () => {
    for (const quand of ['avant', 'pendant', 'apres'] as const) {
      for (let n = 1; n < 30; n++) {
        const m = await monter(ouvrirExcel, { lignes: 6 })
        const source = await sourceDemandes(m.excel)
        const sienne = () =>
          JSON.stringify(Array.from({ length: 7 }, (_, l) => [0, 1, 2, 3, 4].map((c) => m.export.lire(l, c))))
        const avant = sienne()
        m.hote.remettreCompteurs()
        m.hote.pannes = [{ auSync: n, quand, code: 'GeneralException' }]
        await m.excel.ajouterColonnes(source, colonnes(6, 0))
        m.hote.pannes = []
        expect(sienne()).toBe(avant)
        expect([m.export.lire(0, 5), m.export.lire(6, 5), m.export.lire(6, 6), m.export.lire(0, 7)]).toEqual([
          'Note',
          5,
          1,
          null,
        ])
      }
    }
  })
})

describe('what travels with the workbook', () => {
  it('is found again by another pane on the same file', async () => {
    const document = {
      grille: JSON.stringify({ nom: 'Grille « test » <&>', points: [1, 2] }),
      provenance: [['Région', 'Île & "îlots"']] as const,
    }
    await montage.excel.ecrireReglage('colonnes', { numero_unique: 'N° unique' })
    await montage.excel.ecrireDocument({ grille: '{}', provenance: [] })
    await montage.excel.ecrireDocument(document)
    installer(globalThis, montage.hote)
    const ailleurs = await ouvrirExcel()
    expect(await ailleurs.lireReglage('colonnes')).toEqual({ numero_unique: 'N° unique' })
    expect(await ailleurs.lireDocument()).toEqual(document)
    expect(await ailleurs.lireReglage('absent')).toBeUndefined()
    expect(montage.hote.classeur.partiesXml.size).toBe(1)
  })

  it('gives nothing on a new workbook, and refuses a grid too large', async () => {
    expect(await montage.excel.lireDocument()).toBeUndefined()
    const enorme = { grille: 'é'.repeat(500_000), provenance: [] }
    expect((await echecDe(() => montage.excel.ecrireDocument(enorme))).message).toContain('Réduisez')
  })
})

describe('selection', () => {
  it('shows a cell, and follows the user until told to stop', async () => {
    const { hote, excel, export: f, feuille } = montage
    const places: Place[] = []
    const arreter = await excel.suivreSelection((place) => places.push(place))
    await excel.selectionner({ feuilleId: f.id, ligne: 7, colonne: 2 })
    await attendreEvenements()
    hote.selectionner(feuille('Suivi'), { ligne: 3, colonne: 1, lignes: 2, colonnes: 2 })
    await attendreEvenements()
    expect(places.at(-1)).toEqual({ feuilleId: feuille('Suivi').id, ligne: 3, colonne: 1 })
    expect(places).toContainEqual({ feuilleId: f.id, ligne: 7, colonne: 2 })
    await arreter()
    expect(hote.abonnes.size).toBe(0)
    f.visibilite = 'Hidden'
    const echec = await echecDe(() => excel.selectionner({ feuilleId: f.id, ligne: 7, colonne: 2 }))
    expect(echec.message).toContain('masquée')
  })
})

describe('commands', () => {
  it('open the pane at what was asked, and always complete', async () => {
    const globales = globalesOffice(montage.hote)
    Object.assign(globalThis, { Office: globales.Office })
    const demandees: string[] = []
    associerCommandes(['Coter', 'Verifier'], (id) => {
      demandees.push(id)
      if (id === 'Verifier') throw new Error('refused')
    })
    let finis = 0
    const evenement = { completed: () => void finis++ }
    await globales.actions.get('Coter')?.(evenement)
    await expect(globales.actions.get('Verifier')?.(evenement)).rejects.toThrow('refused')
    expect([demandees, finis, globales.voletMontre()]).toEqual([['Coter', 'Verifier'], 2, 2])
  })
})

describe('dates', () => {
  it.each([
    ['dd/mm/yyyy', true],
    ['[$-40C]d mmmm yyyy;@', true],
    ['mmm-yy', true],
    ['m', true],
    ['h:mm', false],
    ['[h]:mm:ss', false],
    ['General', false],
    ['0.00 "années"', false],
    ['#,##0 "d"', false],
    ['@', false],
  ])('the format %s shows a day: %s', (format, attendu) => {
    expect(formatDeDate(format)).toBe(attendu)
  })

  it.each([
    [1, DATES_1900, -25_567],
    [59, DATES_1900, -25_509],
    [60, DATES_1900, undefined],
    [61, DATES_1900, -25_508],
    [45_292.75, DATES_1900, 19_723],
    [0, DATES_1900, undefined],
    [0, DATES_1904, -24_107],
    [43_830, DATES_1904, 19_723],
    [-1, DATES_1904, undefined],
    [9e9, DATES_1900, undefined],
  ])('the serial number %s gives its day', (serie, systeme, jour) => {
    expect(jourDeSerie(serie, systeme)).toBe(jour)
  })
})
