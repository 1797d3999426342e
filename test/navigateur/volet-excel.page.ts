import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Scenario } from '../hote-simule/scenario.ts'
import { URL_OFFICE } from '../hote-simule/script.ts'
import { bouton, titre, lireDemandes } from './atelier-gestes.ts'
import { fautesAxe, lancer, photographier } from './navigateur.ts'
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

async function allerClassement(page: Page): Promise<void> {
  await lireDemandes(page)
  await bouton(page, /anomalies/).click()
  await bouton(page, 'Choisir la grille').click()
  await titre(page, /Grille/)
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
}

function commander(page: Page, id: string): Promise<unknown> {
  return avecHote(page, `await globales.actions.get('${id}')({ completed: () => undefined })`)
}

it('a click on an anomaly selects its cell in the sheet', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await lireDemandes(page)
  await bouton(page, /anomalies/).click()
  await page.locator('.anomalies-tete').first().click()
  // Until its anomaly has come from the worker, a row shows « … ».
  const ligne = page.locator('att-table [data-ligne="1"]', { hasText: /\d/u })
  const [, numero] = /ligne\s+(\d+)/u.exec(await ligne.innerText()) ?? []
  await ligne.click()
  await page.locator('.ligne-source').waitFor()
  await expect.poll(() => avecHote(page, 'return hote.classeur.selection.zone.ligne + 1')).toBe(Number(numero))
  await page.context().close()
})

it('writes sheets, adds two columns when asked, puts the former results back', async () => {
  const { page, plaintes } = await ouvrirVolet(navigateur, exemple)
  await allerClassement(page)
  await page.getByRole('button', { name: /6\. Enregistrer/ }).click()
  const largeur = (): Promise<number> => avecHote(page, "return hote.classeur.tableau('Export').zone.colonnes")
  const avant = await largeur()
  await bouton(page, 'Écrire les résultats').click()
  await page.getByText('Résultats écrits dans').waitFor()
  expect(await largeur()).toBe(avant)
  await bouton(page, 'Ajouter note et rang').click()
  await page.getByText('Note et rang ajoutés').waitFor()
  expect(await largeur()).toBe(avant + 2)
  await bouton(page, 'Écrire les résultats').click()
  await page.getByText('Résultats écrits dans').waitFor()
  await bouton(page, 'Rétablir les résultats précédents').click()
  await page.getByText('Contenu précédent rétabli dans').waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('demandes changed since they were read are not written over: the pane says so, and reads again', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await allerClassement(page)
  await page.getByRole('button', { name: /6\. Enregistrer/ }).click()
  await avecHote(page, "hote.coauteurDecale(hote.classeur.feuille('Demandes'), 50, -1)")
  await bouton(page, 'Écrire les résultats').click()
  await page.getByText('a changé pendant le travail').waitFor()
  expect(await avecHote(page, "return hote.classeur.tableau('Cotation') === undefined")).toBe(true)
  await bouton(page, 'Recoter').click()
  await titre(page, /classées/)
  await page.getByRole('button', { name: /6\. Enregistrer/ }).click()
  await bouton(page, 'Écrire les résultats').click()
  await page.getByText('Résultats écrits dans').waitFor()
  await page.context().close()
})

it('the explanation follows the selected row', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await allerClassement(page)
  await bouton(page, 'Voir l’explication').click()
  await page.locator('.explication-total').waitFor()
  const numero = await avecHote<string>(
    page,
    `const feuille = hote.classeur.feuille('Demandes')
     hote.selectionner(feuille, { ligne: 20, colonne: 3, lignes: 1, colonnes: 1 })
     return String(feuille.lire(20, 0))`,
  )
  await page.getByText(`Demande ${numero}`).waitFor()
  await page.context().close()
})

it('each command opens the pane at the missing step, with one sentence', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await commander(page, 'Coter')
  await page.getByText('Choisissez d’abord le tableau des demandes').waitFor()
  await commander(page, 'ReconnaitreColonnes')
  await titre(page, /demandes lues/)
  await commander(page, 'Verifier')
  await titre(page, /anomalies/)
  await commander(page, 'Coter')
  await page.getByText('Vérifiez la grille, puis cotez').waitFor()
  await commander(page, 'Coter')
  await titre(page, /classées/)
  await commander(page, 'ExpliquerLigne')
  await page.getByText(/pas une demande classée/).waitFor()
  await page.context().close()
})

it('sheets to fill are added where they are missing, never over one that is there', async () => {
  const { page, plaintes } = await ouvrirVolet(navigateur, exemple)
  await commander(page, 'ModelesDeFeuilles')
  await page.getByText('Feuilles ajoutées').waitFor()
  await page.getByText('Déjà là, non touchées').waitFor()
  await photographier(page, 'volet-modeles')
  const noms = await avecHote<string[]>(
    page,
    "return hote.classeur.feuilles.filter((f) => f.visibilite === 'Visible').map((f) => f.nom)",
  )
  expect(noms).toEqual(expect.arrayContaining(['Demandes', 'Attributions', 'Parc', 'Grille', 'Familles', 'Parametres']))
  expect(await avecHote(page, "return hote.classeur.tableau('Export').feuille.nom")).toBe('Demandes')
  await commander(page, 'ModelesDeFeuilles')
  await page.getByText('rien n’a été ajouté').waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('a cell being edited is said in one sentence, and work goes on after it', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await avecHote(page, 'hote.commencerSaisie()')
  await bouton(page, 'Trouver les demandes').click()
  await page.getByText('en cours de saisie dans Excel').waitFor()
  await photographier(page, 'volet-saisie')
  expect(await fautesAxe(page)).toEqual([])
  await avecHote(page, 'hote.terminerSaisie()')
  await titre(page, /demandes lues/)
  await page.context().close()
})

it('reading can be stopped, and done again', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await avecHote(page, 'hote.latence = 400')
  await bouton(page, 'Trouver les demandes').click()
  await bouton(page, 'Annuler').click()
  await avecHote(page, 'hote.latence = 0')
  await page.locator('.progression').waitFor({ state: 'detached' })
  await page.locator('.source').first().waitFor()
  await lireDemandes(page)
  await page.context().close()
})

it('choices and grid are in the workbook, nothing is in the browser', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await allerClassement(page)
  await page.getByRole('button', { name: /1\. Données/ }).click()
  await page.getByLabel('Jour du calcul').fill('2026-03-15')
  await expect.poll(() => avecHote(page, 'return JSON.stringify([...hote.classeur.reglages])')).toContain('2026-03-15')
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  expect(await avecHote(page, 'return history.pushState')).toBeNull()
  await page.context().close()
})

it('says plainly that office.js cannot be reached', async () => {
  const page = await navigateur.newPage({ viewport: { width: 320, height: 700 } })
  await page.route(URL_OFFICE, (route) => route.abort())
  await page.goto(`${inject('site')}volet.html`)
  await page.getByText('La bibliothèque d’Excel est injoignable').waitFor()
  await photographier(page, 'volet-injoignable')
  expect(await fautesAxe(page)).toEqual([])
  await page.close()
})

it('works from the keyboard alone, from the workbook to an explanation', async () => {
  const { page, plaintes } = await ouvrirVolet(navigateur, exemple)
  const allerA = async (texte: RegExp): Promise<void> => {
    for (let n = 0; n < 200; n++) {
      await page.keyboard.press('Tab')
      const nom = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement | null
        return `${e?.getAttribute('aria-label') ?? ''} ${e?.textContent ?? ''}`
      })
      if (texte.test(nom)) return
    }
    throw new Error(`never reached: ${String(texte)}`)
  }
  await allerA(/Tableau Export/)
  await page.keyboard.press('Enter')
  await titre(page, /demandes lues/)
  await allerA(/Voir les .*anomalies/)
  await page.keyboard.press('Enter')
  await titre(page, /anomalies/)
  await allerA(/Choisir la grille/)
  await page.keyboard.press('Enter')
  await titre(page, /Grille/)
  await page.locator('[data-famille]').first().waitFor()
  await allerA(/Coter/)
  await page.keyboard.press('Enter')
  await titre(page, /classées/)
  await page.locator('att-table [data-ligne="0"]').waitFor()
  await allerA(/^Demandes classées/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.explication-total').waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('reopened elsewhere, the workbook gives back its day and its grid', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await allerClassement(page)
  await page.getByRole('button', { name: /3\. Grille/ }).click()
  await page.getByRole('radio', { name: /Toulouse/ }).check()
  await titre(page, /Toulouse/)
  await page.getByRole('button', { name: /1\. Données/ }).click()
  await page.getByLabel('Jour du calcul').fill('2026-03-15')
  const lire = 'return JSON.stringify([[...hote.classeur.reglages], [...hote.classeur.partiesXml]])'
  await expect.poll(() => avecHote(page, lire)).toContain('2026-03-15')
  await expect.poll(() => avecHote(page, lire)).toContain('toulouse-partielle')
  const garde = await avecHote<string>(page, lire)
  const autre = await ouvrirVolet(navigateur, exemple)
  await avecHote(
    autre.page,
    `const [reglages, parties] = ${garde}
     for (const [cle, valeur] of reglages) hote.classeur.reglages.set(cle, valeur)
     for (const [id, partie] of parties) hote.classeur.partiesXml.set(id, partie)`,
  )
  await lireDemandes(autre.page)
  expect(await autre.page.getByLabel('Jour du calcul').inputValue()).toBe('2026-03-15')
  await bouton(autre.page, /anomalies/).click()
  await bouton(autre.page, 'Choisir la grille').click()
  await titre(autre.page, /Toulouse/)
  await page.context().close()
  await autre.page.context().close()
})
