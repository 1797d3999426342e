import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scenario } from '../hote-simule/scenario.ts'
import { bouton, ouvrirExemple, allerCotation, titre, lireDemandes } from './atelier-gestes.ts'
import { fautesAxe, lancer, ouvrir, photographier } from './navigateur.ts'
import { avecHote, ouvrirVolet, scenarioExemple } from './volet-hote.ts'

let navigateur: Browser
let exemple: Scenario

beforeAll(async () => {
  navigateur = await lancer()
  exemple = await scenarioExemple('web', 120)
})

afterAll(async () => {
  await navigateur.close()
})

async function allerEnregistrer(page: Page): Promise<void> {
  await lireDemandes(page)
  await bouton(page, /anomalies/).click()
  await bouton(page, 'Choisir la grille').click()
  await page.locator('[data-famille]').first().waitFor()
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
  await page.getByRole('button', { name: /6\. Enregistrer/ }).click()
}

/** The same demandes in a sheet without a table: there only can cells be merged. */
function sansTableau(scenario: Scenario): Scenario {
  return { ...scenario, feuilles: scenario.feuilles.map(({ tableau: _tableau, ...feuille }) => feuille) }
}

describe('what stands in the way is read anyway, or said in one sentence', () => {
  it('hidden rows: all are read, and it is said', async () => {
    const { page } = await ouvrirVolet(navigateur, exemple)
    await avecHote(page, "for (const l of [3, 4, 5]) hote.classeur.feuille('Demandes').lignesMasquees.add(l)")
    await lireDemandes(page)
    await page.getByText('toutes les lignes sont lues, même celles que vous ne voyez pas').waitFor()
    expect(await page.locator('h1').textContent()).toMatch(/^115\sdemandes lues/u)
    await photographier(page, 'volet-filtre')
    expect(await fautesAxe(page)).toEqual([])
    await page.context().close()
  })

  it('merged cells: it is said which, and what they count as', async () => {
    const { page } = await ouvrirVolet(navigateur, sansTableau(exemple))
    await avecHote(
      page,
      "hote.classeur.feuille('Demandes').fusions.push({ ligne: 2, colonne: 10, lignes: 2, colonnes: 1 })",
    )
    await lireDemandes(page)
    await page.getByText(/cellules fusionnées \(K3:K4\).*seule la première/).waitFor()
    await page.context().close()
  })

  it('protected sheets and a protected workbook: what to do, and nothing written', async () => {
    const { page } = await ouvrirVolet(navigateur, exemple)
    await allerEnregistrer(page)
    await avecHote(page, 'hote.classeur.protege = true')
    await bouton(page, 'Écrire les résultats').click()
    await page.getByText('La structure du classeur est protégée').waitFor()
    expect(await avecHote(page, "return hote.classeur.tableau('Cotation') === undefined")).toBe(true)
    await avecHote(page, 'hote.classeur.protege = false')
    await bouton(page, 'Écrire les résultats').click()
    await page.getByText('Résultats écrits dans').waitFor()
    await avecHote(page, "hote.classeur.feuille('Cotation').protegee = true")
    await bouton(page, 'Écrire les résultats').click()
    await page.getByText(/«.Cotation.» est protégée/).waitFor()
    await photographier(page, 'volet-protegee', true)
    await avecHote(page, "hote.classeur.feuille('Demandes').protegee = true")
    await bouton(page, 'Ajouter note et rang').click()
    await page.getByText(/«.Demandes.» est protégée.*aucune colonne/).waitFor()
    await page.context().close()
  })

  it('a filter on the results: taken off, and said', async () => {
    const { page } = await ouvrirVolet(navigateur, exemple)
    await allerEnregistrer(page)
    await bouton(page, 'Écrire les résultats').click()
    await page.getByText('Résultats écrits dans').waitFor()
    await avecHote(page, "hote.classeur.tableau('Cotation').filtre = true")
    await bouton(page, 'Écrire les résultats').click()
    await page.getByText('a été retiré pour remplacer les résultats').waitFor()
    await page.context().close()
  })
})

it('a reading cut by Excel goes on from where it stopped', async () => {
  const grand = await scenarioExemple('web', 1_900)
  const { page } = await ouvrirVolet(navigateur, grand)
  await avecHote(
    page,
    `hote.remettreCompteurs()
     hote.entreSyncs = () => {
       if (hote.compteurs.cellulesLues > 20000 && hote.pannes.length === 0) {
         const n = hote.compteurs.syncs
         hote.pannes = [1, 2, 3, 4, 5, 6].map((k) => ({ auSync: n + k, quand: 'avant', code: 'GeneralException' }))
       }
     }`,
  )
  await bouton(page, 'Trouver les demandes').click()
  await page.getByText('Excel n’a pas répondu').or(page.getByText("Excel n'a pas répondu")).waitFor()
  await photographier(page, 'volet-reprendre')
  expect(await fautesAxe(page)).toEqual([])
  await avecHote(page, 'hote.entreSyncs = undefined; hote.pannes = []; hote.remettreCompteurs()')
  await bouton(page, 'Reprendre').click()
  await titre(page, /demandes lues/)
  const { relues, toutes } = await avecHote<{ relues: number; toutes: number }>(
    page,
    "return { relues: hote.compteurs.cellulesLues, toutes: 1899 * hote.classeur.tableau('Export').zone.colonnes }",
  )
  expect(relues).toBeLessThan(toutes * 0.7)
  await page.context().close()
})

it('statements are copied, with their tables, where no file can be saved', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await allerEnregistrer(page)
  await bouton(page, 'Copier les relevés').click()
  await page.getByText('collez-les dans un document Word').waitFor()
  const copie = await page.evaluate(async () => {
    const [objet] = await navigator.clipboard.read()
    const lire = async (type: string): Promise<string> => (await objet?.getType(type))?.text() ?? ''
    return { html: await lire('text/html'), texte: await lire('text/plain') }
  })
  const numero = await avecHote<string>(page, "return hote.classeur.feuille('Demandes').lire(1, 0)")
  expect(copie.html).toContain('<table')
  expect(copie.html.match(/<h1/g)).toHaveLength(10)
  expect(copie.html).toMatch(/border="?1/)
  expect(copie.texte).toContain('la commission d’attribution (CALEOL) reste libre de son choix')
  expect(typeof numero).toBe('string')
  await photographier(page, 'volet-releves', true)
  await page.context().close()
})

it('statements are copied by the older command when the web view refuses the clipboard', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await page.evaluate(() => {
    const refuser = (): Promise<never> => Promise.reject(new Error('NotAllowed'))
    Object.assign(navigator.clipboard, { write: refuser, writeText: refuser })
    document.addEventListener('copy', (evenement) => {
      setTimeout(() => Object.assign(globalThis, { copie: evenement.defaultPrevented }), 0)
    })
  })
  await allerEnregistrer(page)
  await bouton(page, 'Copier les relevés').click()
  await page.getByText('collez-les dans un document Word').waitFor()
  expect(await page.evaluate(() => (globalThis as { copie?: boolean }).copie)).toBe(true)
  await page.context().close()
})

describe('after the demandes are read again', () => {
  const verifier = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: /1\. Données/ }).click()
    await page.getByText('Coter aussi les demandes inactives').click()
    await bouton(page, 'Relire avec ces choix').click()
    await page.locator('.progression').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /4\. Cotation/ }).waitFor()
    expect(await page.getByRole('button', { name: /4\. Cotation/ }).isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: /5\. Explication/ }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: /3\. Grille/ }).click()
    await page.locator('[data-famille]').first().waitFor()
    await bouton(page, /Coter/).click()
    await titre(page, /classées/)
  }

  it('the former ranking is gone from the pane', async () => {
    const { page, plaintes } = await ouvrirVolet(navigateur, exemple)
    await allerEnregistrer(page)
    await verifier(page)
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('the former ranking is gone from the workshop', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
    await ouvrirExemple(page)
    await allerCotation(page)
    await verifier(page)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})
