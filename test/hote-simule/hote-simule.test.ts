/// <reference types="office-js" />
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, it } from 'vitest'
import { adresseDe, lireAdresse } from './adresse.ts'
import { HoteSimule, type Panne } from './hote.ts'
import { installer } from './office.ts'
import { PROFILS } from './profils.ts'
import { hoteDe } from './scenario.ts'
import { scriptHote } from './script.ts'

let hote: HoteSimule
const portee = globalThis as unknown as { Excel: typeof Excel; Office: typeof Office }

function ouvrir(profil: keyof typeof PROFILS = 'windows') {
  hote = hoteDe({
    profil,
    feuilles: [
      {
        nom: 'Export',
        tableau: 'Demandes',
        lignes: [
          ['numero', 'points'],
          ['A1', 10],
          ['A2', 20],
        ],
      },
      { nom: 'Calculs', lignes: [[null]] },
    ],
  })
  return installer(globalThis, hote)
}

function feuille(nom = 'Export') {
  const trouvee = hote.classeur.feuille(nom)
  if (trouvee === undefined) throw new Error(nom)
  return trouvee
}

function plage(contexte: Excel.RequestContext, adresse: string, nom = 'Export') {
  return contexte.workbook.worksheets.getItem(nom).getRange(adresse)
}

async function codeDe(action: () => Promise<unknown>): Promise<string> {
  try {
    await action()
  } catch (erreur) {
    return (erreur as { code?: string }).code ?? String(erreur)
  }
  return 'rien'
}

async function ecrire(adresse: string, valeurs: unknown[][], nom = 'Export', options: Excel.RunOptions = {}) {
  await portee.Excel.run(options, async (contexte) => {
    plage(contexte, adresse, nom).values = valeurs
    await contexte.sync()
  })
}

beforeEach(() => {
  ouvrir()
})

describe('proxies', () => {
  it('refuses a property that was not loaded, before and after a sync', async () => {
    const lus = await portee.Excel.run(async (contexte) => {
      const r = plage(contexte, 'A1:B2')
      const avant = await codeDe(() => Promise.resolve(r.values))
      r.load('rowCount')
      const entre = await codeDe(() => Promise.resolve(r.rowCount))
      await contexte.sync()
      return [avant, entre, r.rowCount, await codeDe(() => Promise.resolve(r.values))]
    })
    expect(lus).toEqual(['PropertyNotLoaded', 'PropertyNotLoaded', 2, 'PropertyNotLoaded'])
  })

  it('runs commands in the order in which they were queued, and only at sync', async () => {
    await portee.Excel.run(async (contexte) => {
      const r = plage(contexte, 'B2')
      r.load('values')
      r.values = [[99]]
      const apres = plage(contexte, 'B2')
      apres.load('values')
      expect(feuille().lire(1, 1)).toBe(10)
      await contexte.sync()
      expect(apres.values).toEqual([[99]])
    })
  })

  it('gives null objects that say so, without an error', async () => {
    const [absent, present] = await portee.Excel.run(async (contexte) => {
      const feuilles = ['Absente', 'Export'].map((nom) => contexte.workbook.worksheets.getItemOrNullObject(nom))
      for (const f of feuilles) f.load('name')
      await contexte.sync()
      return feuilles.map((f) => f.isNullObject)
    })
    expect([absent, present]).toEqual([true, false])
    expect(
      await codeDe(() =>
        portee.Excel.run(async (c) => {
          c.workbook.worksheets.getItem('Absente').load('name')
          await c.sync()
        }),
      ),
    ).toBe('ItemNotFound')
  })

  it('loads the items of a collection with their properties', async () => {
    const noms = await portee.Excel.run(async (contexte) => {
      const { worksheets, tables } = contexte.workbook
      worksheets.load('items/name,items/visibility')
      tables.load('items/name')
      await contexte.sync()
      return [...worksheets.items.map((f) => f.name), ...tables.items.map((t) => t.name)]
    })
    expect(noms).toEqual(['Export', 'Calculs', 'Demandes'])
  })

  it('counts requests, not empty syncs', async () => {
    await portee.Excel.run(async (contexte) => {
      await contexte.sync()
      plage(contexte, 'A1').load('values')
      await contexte.sync()
      await contexte.sync()
    })
    expect(hote.compteurs).toMatchObject({ syncs: 1, cellulesLues: 1 })
  })
})

describe('cells', () => {
  it.each([
    ['=1+1', 'General', { erreur: '#NAME?' }],
    ['-abc', 'General', { erreur: '#NAME?' }],
    ["'=1+1", 'General', '=1+1'],
    ['0123', 'General', 123],
    ['0123', '@', '0123'],
    ['=1+1', '@', '=1+1'],
    ["'0123", '@', '0123'],
    ['TRUE', 'General', true],
    ['', 'General', null],
    ['12/01/2026', 'General', '12/01/2026'],
    ['#N/A', 'General', { erreur: '#N/A' }],
  ])('reads %s written in a cell of format %s as typed', async (ecrite, format, attendue) => {
    feuille().formater(5, 0, format)
    await ecrire('A6', [[ecrite]])
    expect(feuille().lire(5, 0)).toEqual(attendue)
  })

  it('leaves a cell as it is when null is written, and gives errors back as texts', async () => {
    await ecrire('A2:B2', [[null, 5]])
    expect([feuille().lire(1, 0), feuille().lire(1, 1)]).toEqual(['A1', 5])
    feuille().poser(1, 0, { erreur: '#N/A' })
    await portee.Excel.run(async (contexte) => {
      const r = plage(contexte, 'A2:A4')
      r.load('values,valueTypes')
      await contexte.sync()
      expect(r.values).toEqual([['#N/A'], ['A2'], ['']])
      expect(r.valueTypes).toEqual([['Error'], ['String'], ['Empty']])
    })
  })

  it('refuses a matrix of another size', async () => {
    expect(await codeDe(() => ecrire('A1:B2', [[1]]))).toBe('InvalidArgument')
  })

  it('tells the date system by DATE(2000;1;1)', async () => {
    const lire = () =>
      portee.Excel.run(async (contexte) => {
        const r = contexte.workbook.functions.date(2000, 1, 1)
        r.load('value')
        await contexte.sync()
        return r.value
      })
    expect(await lire()).toBe(36_526)
    hote.classeur.date1904 = true
    expect(await lire()).toBe(35_064)
  })

  it('copies inside the workbook without payload, texts staying texts', async () => {
    feuille().formater(1, 0, '@')
    await ecrire('A2', [['007']])
    hote.remettreCompteurs()
    await portee.Excel.run(async (contexte) => {
      plage(contexte, 'A1', 'Calculs').copyFrom(plage(contexte, 'A2'), 'Values')
      await contexte.sync()
    })
    expect(feuille('Calculs').lire(0, 0)).toBe('007')
    expect(hote.compteurs.cellulesEcrites).toBe(0)
  })

  it.each(['A1', 'B2:AB17', "'L''export 2'!C3:D4"])('reads and writes the address %s', (texte) => {
    const lue = lireAdresse(texte)
    expect(lue && adresseDe(lue.rectangle, lue.feuille)).toBe(texte)
  })
})

describe('limits', () => {
  it.each([
    ['windows', 4_999_999, false],
    ['windows', 5_000_001, true],
    ['web', 5_000_001, true],
  ] as const)('on %s a read of about %i cells gives null: %s', async (profil, cellules, nul) => {
    ouvrir(profil)
    const valeurs = await portee.Excel.run(async (contexte) => {
      const r = contexte.workbook.worksheets.getItem('Calculs').getRangeByIndexes(0, 0, Math.ceil(cellules / 10), 10)
      r.load('values')
      await contexte.sync()
      return r.values as unknown
    })
    expect(valeurs === null).toBe(nul)
  })

  it('fails instead of null on the platforms set so', async () => {
    ouvrir('mac')
    expect(
      await codeDe(() =>
        portee.Excel.run(async (contexte) => {
          contexte.workbook.worksheets.getItem('Calculs').getRange('A:F').load('values')
          await contexte.sync()
        }),
      ),
    ).toBe('RangeExceedsLimit')
  })

  const GROS = Array.from({ length: 6 }, () => ['é'.repeat(450_000)])

  it.each([
    ['web', 'RequestPayloadSizeLimitExceeded'],
    ['windows', 'rien'],
  ] as const)('on %s a request of 5.4 MB gives %s, counted in UTF-8 bytes', async (profil, code) => {
    ouvrir(profil)
    expect(await codeDe(() => ecrire('A1:A6', GROS, 'Calculs'))).toBe(code)
    expect(feuille('Calculs').lire(0, 0) === null).toBe(code !== 'rien')
  })

  it.each([
    ['web', 'ResponsePayloadSizeLimitExceeded'],
    ['windows', 'rien'],
  ] as const)('on %s a response of 5.4 MB gives %s', async (profil, code) => {
    ouvrir(profil)
    hote.classeur.remplir(feuille('Calculs'), GROS)
    expect(
      await codeDe(() =>
        portee.Excel.run(async (contexte) => {
          plage(contexte, 'A1:A6', 'Calculs').load('values')
          await contexte.sync()
        }),
      ),
    ).toBe(code)
  })

  it('keeps 150,000 × 60 virtual cells without holding them', async () => {
    const grande = hote.classeur.ajouterFeuille('Grande')
    for (let c = 0; c < 60; c++) grande.engendrerColonne(c, { fin: 150_001, valeur: (l) => l * 60 + c })
    const [adresse, derniere] = await portee.Excel.run(async (contexte) => {
      const f = contexte.workbook.worksheets.getItem('Grande')
      const utilisee = f.getUsedRangeOrNullObject(true)
      const cellule = f.getRange('BH150001')
      utilisee.load('address')
      cellule.load('values')
      await contexte.sync()
      return [utilisee.address, cellule.values] as const
    })
    expect(adresse).toBe('Grande!A1:BH150001')
    expect(derniere).toEqual([[150_000 * 60 + 59]])
  })
})

describe('platform', () => {
  it('refuses at once what the platform does not know', async () => {
    ouvrir('ltsc2021')
    expect(
      await codeDe(() =>
        portee.Excel.run(async (contexte) => {
          plage(contexte, 'A1').copyFrom(plage(contexte, 'B1'))
          await contexte.sync()
        }),
      ),
    ).toBe('rien')
    hote = new HoteSimule({ ...PROFILS.windows, ensembles: { ExcelApi: '1.8' } })
    hote.classeur.ajouterFeuille('Export')
    installer(globalThis, hote)
    expect(
      await codeDe(() =>
        portee.Excel.run((contexte) => {
          plage(contexte, 'A1').copyFrom(plage(contexte, 'B1'))
          return Promise.resolve()
        }),
      ),
    ).toBe('ApiNotFound')
    expect(hote.compteurs.syncs).toBe(0)
  })

  it.each([
    ['1.14', true],
    ['1.15', false],
    ['1.9', true],
    [1.1, true],
  ])('says that ExcelApi %s is supported by the volume version of 2021: %s', (version, attendu) => {
    ouvrir('ltsc2021')
    expect(portee.Office.context.requirements.isSetSupported('ExcelApi', version as string)).toBe(attendu)
    expect(portee.Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1')).toBe(false)
  })

  it('takes history.pushState away, as office.js does', () => {
    const page = { history: { pushState: () => undefined, replaceState: () => undefined } }
    installer(page as unknown as typeof globalThis, hote)
    expect(page.history).toEqual({ pushState: null, replaceState: null })
  })

  it('gives no theme on the web', () => {
    expect(portee.Office.context.officeTheme.isDarkTheme).toBe(false)
    ouvrir('web')
    expect(portee.Office.context.officeTheme).toBeUndefined()
  })

  it('refuses to group with the rest what cannot be undone', async () => {
    const supprimer = (options: Excel.RunOptions) =>
      portee.Excel.run(options, async (contexte) => {
        contexte.workbook.worksheets.getItem('Calculs').delete()
        await contexte.sync()
      })
    expect(await codeDe(() => supprimer({ mergeUndoGroup: true }))).toBe('UndoNotSupported')
    expect(await codeDe(() => supprimer({}))).toBe('rien')
  })
})

describe('people at work', () => {
  it('fails in edit mode, or waits for its end when asked', async () => {
    hote.commencerSaisie()
    expect(await codeDe(() => ecrire('A2', [['B1']]))).toBe('InvalidOperationInCellEditMode')
    const attente = ecrire('A2', [['B1']], 'Export', { delayForCellEdit: true })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(feuille().lire(1, 0)).toBe('A1')
    hote.terminerSaisie()
    await attente
    expect(feuille().lire(1, 0)).toBe('B1')
  })

  it('lets co-authors edit and move rows between two requests, and says so by an event', async () => {
    const recus: string[] = []
    hote.entreSyncs = (numero) => {
      if (numero === 2) hote.coauteurDecale(feuille(), 1, 2)
    }
    const [avant, apres] = await portee.Excel.run(async (contexte) => {
      const f = contexte.workbook.worksheets.getItem('Export')
      f.onChanged.add((args) => {
        recus.push(`${args.changeType} ${args.source}`)
        return Promise.resolve()
      })
      const table = f.tables.getItem('Demandes').getRange()
      table.load('address')
      await contexte.sync()
      const encore = contexte.workbook.tables.getItem('Demandes').getRange()
      encore.load('address')
      await contexte.sync()
      return [table.address, encore.address]
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect([avant, apres]).toEqual(['Export!A1:B3', 'Export!A1:B5'])
    expect(recus).toEqual(['RowInserted Remote'])
  })

  it('sends no event while they are off', async () => {
    let recus = 0
    await portee.Excel.run(async (contexte) => {
      contexte.workbook.worksheets.getItem('Export').onChanged.add(() => Promise.resolve(void recus++))
      contexte.runtime.enableEvents = false
      await contexte.sync()
    })
    await ecrire('A2', [['B1']])
    hote.evenementsActifs = true
    await ecrire('A2', [['B2']])
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(recus).toBe(1)
  })

  it('refuses to write in a protected sheet or to add a sheet to a protected workbook', async () => {
    feuille().protegee = true
    expect(await codeDe(() => ecrire('A2', [['B1']]))).toBe('AccessDenied')
    hote.classeur.protege = true
    expect(
      await codeDe(() =>
        portee.Excel.run(async (contexte) => {
          contexte.workbook.worksheets.add('Neuve')
          await contexte.sync()
        }),
      ),
    ).toBe('AccessDenied')
  })

  it('refuses to delete a very hidden sheet until it is only hidden', async () => {
    feuille('Calculs').visibilite = 'VeryHidden'
    const supprimer = (avant: (f: Excel.Worksheet) => void) =>
      portee.Excel.run(async (contexte) => {
        const f = contexte.workbook.worksheets.getItem('Calculs')
        avant(f)
        f.delete()
        await contexte.sync()
      })
    expect(await codeDe(() => supprimer(() => undefined))).toBe('InvalidOperation')
    expect(await codeDe(() => supprimer((f) => (f.visibility = 'Hidden')))).toBe('rien')
  })

  it('says whether rows are hidden: all, none, or null for some', async () => {
    feuille().lignesMasquees.add(1)
    const etats = await portee.Excel.run(async (contexte) => {
      const plages = ['A1:B3', 'A2:B2', 'A3:B3'].map((a) => plage(contexte, a))
      for (const p of plages) p.load('rowHidden')
      await contexte.sync()
      return plages.map((p) => p.rowHidden as boolean | null)
    })
    expect(etats).toEqual([null, true, false])
  })
})

describe('faults', () => {
  it.each([
    ['avant', [10, 20]],
    ['pendant', [1, 20]],
    ['apres', [1, 2]],
  ] as const)('%s: what ran stays done, since there is no transaction', async (quand, attendues) => {
    hote.pannes = [{ auSync: 1, quand, code: 'GeneralException' } satisfies Panne]
    const ecriture = () =>
      portee.Excel.run(async (contexte) => {
        const table = contexte.workbook.worksheets.getItem('Export')
        table.getRange('B2').values = [[1]]
        table.getRange('B3').values = [[2]]
        table.getRange('C9').load('values')
        await contexte.sync()
      })
    expect(await codeDe(ecriture)).toBe('GeneralException')
    expect([feuille().lire(1, 1), feuille().lire(2, 1)]).toEqual(attendues)
    expect(await codeDe(ecriture)).toBe('rien')
  })
})

describe('what people build on a table', () => {
  const formule = () => feuille('Calculs').lire(0, 0)
  const texte = () => feuille('Calculs').contenu(0, 0)

  it('recalculates a formula on a column, follows a renamed header, and breaks when the table goes', async () => {
    feuille('Calculs').saisir(0, 0, '=SUM(Demandes[points])')
    await ecrire('B2', [[30]])
    expect([formule(), texte()]).toEqual([50, '=SUM(Demandes[points])'])
    await ecrire('B1', [['total']])
    expect([formule(), texte()]).toEqual([50, '=SUM(Demandes[total])'])
    hote.classeur.supprimerFeuille(feuille())
    hote.classeur.recalculer()
    expect([formule(), texte()]).toEqual([{ erreur: '#REF!' }, '=SUM(#REF!)'])
  })

  it('does not recalculate in manual mode, nor while calculation is suspended for one request', async () => {
    feuille('Calculs').saisir(0, 0, '=SUM(Demandes[points])')
    hote.modeCalcul = 'Manual'
    await ecrire('B2', [[30]])
    expect(formule()).toBe(30)
    hote.modeCalcul = 'Automatic'
    await portee.Excel.run(async (contexte) => {
      contexte.application.suspendApiCalculationUntilNextSync()
      plage(contexte, 'B2').values = [[40]]
      await contexte.sync()
    })
    expect(formule()).toBe(30)
    await ecrire('B3', [[20]])
    expect(formule()).toBe(60)
  })

  it('keeps a pivot alive through resizes, not through a deletion of its table', async () => {
    const table = hote.classeur.tableau('Demandes')
    if (table === undefined) throw new Error('Demandes')
    const croise = hote.classeur.ajouterTableauCroise('TCD', table)
    await portee.Excel.run(async (contexte) => {
      plage(contexte, 'A4:B4').values = [['A3', 30]]
      contexte.workbook.tables.getItem('Demandes').resize('A1:B4')
      await contexte.sync()
    })
    expect(croise.actualiser('points')).toBe(60)
    hote.classeur.supprimerFeuille(feuille())
    expect(() => croise.actualiser('points')).toThrow('the pivot has lost its source')
  })
})

describe('what is kept in the file', () => {
  it('keeps settings and one XML part by its namespace', async () => {
    await portee.Excel.run(async (contexte) => {
      contexte.workbook.settings.add('cle', { a: [1] })
      contexte.workbook.customXmlParts.add('<x xmlns="urn:a">é</x>')
      await contexte.sync()
    })
    const lus = await portee.Excel.run(async (contexte) => {
      const reglage = contexte.workbook.settings.getItemOrNullObject('cle')
      const partie = contexte.workbook.customXmlParts.getByNamespace('urn:a').getOnlyItemOrNullObject()
      reglage.load('value')
      partie.load('id')
      await contexte.sync()
      const xml = partie.getXml()
      const avant = await codeDe(() => Promise.resolve(xml.value))
      await contexte.sync()
      return [reglage.value as unknown, avant, xml.value]
    })
    expect(lus).toEqual([{ a: [1] }, 'ValueNotLoaded', '<x xmlns="urn:a">é</x>'])
  })
})

describe('validation of what is typed', () => {
  const liste = (source: string) => ({ list: { inCellDropDown: true, source } })

  function valider(adresse: string, faire: (v: Excel.DataValidation) => void) {
    return portee.Excel.run(async (contexte) => {
      faire(plage(contexte, adresse).dataValidation)
      await contexte.sync()
    })
  }

  it('stops what is not in the list, lets the rest be kept after a word, never looks at what a program writes', async () => {
    await valider('B2:B3', (v) => {
      v.rule = liste('10,20')
    })
    expect(hote.utilisateurTape(feuille(), 1, 1, '30')).toBe('refuse')
    expect(feuille().lire(1, 1)).toBe(10)
    expect(hote.utilisateurTape(feuille(), 1, 1, '20')).toBe('pris')
    hote.utilisateurEfface(feuille(), 1, 1)
    expect(feuille().lire(1, 1)).toBeNull()
    await ecrire('B2', [[99]])
    expect(feuille().lire(1, 1)).toBe(99)
    await valider('B2', (v) => {
      v.errorAlert = { title: 'Hors liste', message: '', showAlert: true, style: 'Information' }
    })
    expect(hote.utilisateurTape(feuille(), 1, 1, '30')).toBe('averti')
    await valider('B2', (v) => {
      v.clear()
    })
    expect(hote.utilisateurTape(feuille(), 1, 1, '40')).toBe('pris')
  })

  it('takes its list from the cells of another sheet, and refuses a list too long to be written in the rule', async () => {
    await ecrire('A1:A2', [['oui'], ['non']], 'Calculs')
    await valider('B2', (v) => {
      v.rule = liste('=Calculs!$A$1:$A$2')
    })
    expect(hote.utilisateurTape(feuille(), 1, 1, 'OUI')).toBe('pris')
    expect(hote.utilisateurTape(feuille(), 1, 1, 'peut-être')).toBe('refuse')
    const trop = valider('B2', (v) => {
      v.rule = liste(Array.from({ length: 60 }, (_, i) => `champ${String(i)}`).join(','))
    })
    expect(await codeDe(() => trop)).toBe('InvalidArgument')
    const absente = valider('B2', (v) => {
      v.rule = liste('=Ailleurs!$A$1')
    })
    expect(await codeDe(() => absente)).toBe('InvalidArgument')
  })

  it('refuses everything by a formula that is never true, blanks too when they count', async () => {
    await valider('B2', (v) => {
      v.rule = { custom: { formula: '=1=0' } }
    })
    expect(hote.utilisateurTape(feuille(), 1, 1, '')).toBe('pris')
    await valider('B2', (v) => {
      v.ignoreBlanks = false
    })
    expect(hote.utilisateurTape(feuille(), 1, 1, '')).toBe('refuse')
    expect(hote.utilisateurTape(feuille(), 1, 1, '5')).toBe('refuse')
  })

  it.each([
    [32, 255, 'rien'],
    [33, 1, 'InvalidArgument'],
    [1, 256, 'InvalidArgument'],
  ])('takes a prompt of %i and %i characters: %s', async (titre, message, code) => {
    const pose = valider('B2', (v) => {
      v.prompt = { title: 'x'.repeat(titre), message: 'x'.repeat(message), showPrompt: true }
    })
    expect(await codeDe(() => pose)).toBe(code)
  })

  it('says that cells have different rules, and needs 1.8', async () => {
    await valider('B2', (v) => {
      v.rule = liste('10,20')
    })
    const types = await portee.Excel.run(async (contexte) => {
      const seule = plage(contexte, 'B2').dataValidation.load('type')
      const deux = plage(contexte, 'B2:B3').dataValidation.load('type')
      await contexte.sync()
      return [seule.type, deux.type]
    })
    expect(types).toEqual(['List', 'Inconsistent'])
  })

  it('follows rows that are inserted, and goes down with a table that grows', async () => {
    await valider('B2:B3', (v) => {
      v.rule = liste('10,20')
    })
    hote.coauteurDecale(feuille(), 1, 1)
    expect([1, 2, 3].map((l) => feuille().validation(l, 1)?.regle !== undefined)).toEqual([false, true, true])
    expect(hote.utilisateurTape(feuille(), 4, 0, 'A3')).toBe('pris')
    expect(hote.classeur.tableau('Demandes')?.zone.lignes).toBe(5)
    expect(hote.utilisateurTape(feuille(), 4, 1, '30')).toBe('refuse')
  })

  it('tells every sheet that changes to who asked for all', async () => {
    const ids: string[] = []
    await portee.Excel.run(async (contexte) => {
      contexte.workbook.worksheets.onChanged.add((args) => {
        ids.push(args.worksheetId)
        return Promise.resolve()
      })
      await contexte.sync()
    })
    hote.utilisateurTape(feuille(), 1, 1, '1')
    hote.utilisateurTape(feuille('Calculs'), 1, 1, '1')
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(ids).toEqual([feuille().id, feuille('Calculs').id])
  })
})

describe('as a script', () => {
  it('runs in place of office.js and shows the scenario', async () => {
    const page = {
      setTimeout,
      history: { pushState: () => undefined },
      scenarioHote: { profil: 'web', feuilles: [{ nom: 'Export', lignes: [['numero'], ['A1']] }] },
    } as Record<string, unknown>
    page['globalThis'] = page
    runInNewContext(await scriptHote(), page)
    const excel = page['Excel'] as typeof Excel
    const nom = await excel.run(async (contexte) => {
      const f = contexte.workbook.worksheets.getActiveWorksheet()
      f.load('name')
      await contexte.sync()
      return f.name
    })
    expect(nom).toBe('Export')
    expect((page['history'] as { pushState: unknown }).pushState).toBeNull()
    expect((await (page['Office'] as typeof Office).onReady()).host).toBe('Excel')
  })
})
