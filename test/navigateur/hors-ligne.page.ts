import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Server } from 'node:http'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ecrireJeu, indexDe, partitionner } from '../../core/observatoire/index.ts'
import { servir } from '../../scripts/servir.ts'
import { grandJeu } from '../observatoire/grand-jeu.ts'
import { allerCotation, bouton, ouvrirExemple } from './atelier-gestes.ts'
import { lancer, photographier } from './navigateur.ts'

const SITE = fileURLToPath(new URL('../../dist/site', import.meta.url))

let navigateur: Browser
let contexte: BrowserContext
let dossier: string
let serveur: Server
let adresse: string

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

/** Each test has a site and a server of its own: the network is cut by ending the server, for good. */
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'hors-ligne-'))
  await cp(SITE, join(dossier, 'site'), { recursive: true })
  ;({ serveur, adresse } = await servir(join(dossier, 'site')))
  contexte = await navigateur.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })
})

afterEach(async () => {
  await contexte.close()
  couper()
  await rm(dossier, { recursive: true })
})

function couper(): void {
  serveur.closeAllConnections()
  serveur.close()
}

async function rallumer(): Promise<void> {
  const { port } = new URL(adresse)
  ;({ serveur } = await servir(join(dossier, 'site'), Number(port)))
}

/** Opens a page and waits until its service worker has all its files. */
async function garder(chemin: string): Promise<{ page: Page; plaintes: string[] }> {
  const page = await contexte.newPage()
  const plaintes: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') plaintes.push(message.text())
  })
  page.on('pageerror', (erreur) => plaintes.push(erreur.message))
  await page.goto(`${adresse}${chemin}`)
  await page.locator('h1').first().waitFor()
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state === 'activated') return
    await new Promise((resolve) => active?.addEventListener('statechange', resolve))
  })
  return { page, plaintes }
}

it('the workshop, loaded again with the network cut, goes from the example to a ranking and its files', async () => {
  const { page, plaintes } = await garder('atelier/')
  couper()
  await page.reload()
  await ouvrirExemple(page)
  await allerCotation(page)
  await page.locator('.explication-total').waitFor()
  await photographier(page, 'hors-ligne-atelier')
  await bouton(page, 'Enregistrer les résultats').click()
  for (const action of ['Enregistrer le classeur', 'Enregistrer les relevés']) {
    const [fichier] = await Promise.all([page.waitForEvent('download'), bouton(page, action).click()])
    expect((await readFile(await fichier.path())).length).toBeGreaterThan(10_000)
  }
  expect(plaintes).toEqual([])
})

it('every grid supplied opens with the network cut', async () => {
  const { page, plaintes } = await garder('atelier/')
  couper()
  await page.reload()
  await ouvrirExemple(page)
  await page.getByRole('button', { name: /3\. Grille/ }).click()
  await page.locator('.critere').first().waitFor({ state: 'attached' })
  const noms = await page.locator('.grille-offre .grille-nom').allInnerTexts()
  expect(noms.length).toBeGreaterThan(4)
  for (const nom of [...noms].reverse()) {
    const avant = await page.locator('h1').innerText()
    await page.locator('.grille-offre', { hasText: nom }).first().click()
    await expect.poll(() => page.locator('h1').innerText()).not.toBe(avant)
  }
  expect(plaintes).toEqual([])
})

it('the dashboard, loaded again with the network cut, draws its figures, keeps its address, makes slides, opens a file', async () => {
  const { page, plaintes } = await garder('observatoire/#territoire=245900428')
  couper()
  await page.reload()
  await page.locator('att-graphique[data-dessine]').first().waitFor()
  await page.getByRole('heading', { name: 'CU de Dunkerque' }).first().waitFor()
  await page.getByText('15,6\u202f%').first().waitFor()
  await photographier(page, 'hors-ligne-observatoire')
  await page
    .getByRole('button', { name: /^Mettre dans la trousse/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Trousse', exact: true }).click()
  const [fichier] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Diapositives/ }).click(),
  ])
  expect((await readFile(await fichier.path())).length).toBeGreaterThan(10_000)
  // What reads a file of one's own is kept too.
  await page.getByRole('link', { name: 'Données' }).click()
  const buffer = Buffer.from(ecrireJeu(grandJeu([0], [0])))
  await page.locator('#fichier').setInputFiles({ name: 'petit.json', mimeType: 'application/json', buffer })
  await page.locator('.bandeau', { hasText: /petit\.json.» est ouvert/u }).waitFor()
  expect(plaintes).toEqual([])
})

it('published figures once read are shown again with the network cut', async () => {
  const donnees = join(dossier, 'site/observatoire/donnees')
  const parties = partitionner(grandJeu([0], [38, 39]))
  for (const { fichier, jeu } of parties) {
    await mkdir(dirname(join(donnees, fichier)), { recursive: true })
    await writeFile(join(donnees, fichier), ecrireJeu(jeu))
  }
  const entrees = parties.map((partie) => ({ ...partie, octets: 0 }))
  await writeFile(join(donnees, 'index.json'), JSON.stringify(indexDe(entrees)))
  const chemin = 'observatoire/#vue=evolution&indicateur=mesure_1&territoire=900000000'
  const { page, plaintes } = await garder(chemin)
  // The first visit reads before the service worker is there to keep.
  await page.reload()
  await page.locator('att-graphique[data-dessine]').first().waitFor()
  await page.waitForLoadState('networkidle')
  couper()
  await page.reload()
  await page.locator('att-graphique[data-dessine]').first().waitFor()
  expect(plaintes).toEqual([])
})

it('no other page is kept', async () => {
  const { page } = await garder('atelier/')
  const portees = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  )
  expect(portees).toEqual(['/atelier/'])
  await page.goto(`${adresse}composants/`)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  couper()
  await expect(page.reload()).rejects.toThrow('ERR_CONNECTION_REFUSED')
})

async function reserves(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await caches.keys()).map((nom) => nom.replace(/.* /u, '')))
}

it('a new build is shown at once, kept whole beside the old one, and the old one leaves with its last page', async () => {
  const { page } = await garder('atelier/')
  const [ancienne = ''] = await reserves(page)
  const service = join(dossier, 'site', 'atelier', 'hors-ligne.js')
  const html = join(dossier, 'site', 'atelier', 'index.html')
  await writeFile(service, (await readFile(service, 'utf8')).replace(ancienne, 'nouvelle'))
  await writeFile(html, (await readFile(html, 'utf8')).replace('Atelier ·', 'Atelier neuf ·'))
  await page.reload()
  expect(await page.title()).toContain('Atelier neuf')
  await expect.poll(() => reserves(page), { timeout: 20_000 }).toEqual([ancienne, 'nouvelle'])
  // The page that is open still has its own files.
  couper()
  await page.reload()
  expect(await page.title()).toMatch(/^Atelier ·/)
  await ouvrirExemple(page)
  await rallumer()
  // Seen from a page that the workshop's worker does not serve: another workshop opened at once would keep the old build.
  const temoin = await contexte.newPage()
  await temoin.goto(`${adresse}composants/`)
  await page.close()
  await expect.poll(() => reserves(temoin), { timeout: 20_000 }).toEqual(['nouvelle'])
  const { page: suivante } = await garder('atelier/')
  couper()
  await suivante.reload()
  expect(await suivante.title()).toContain('Atelier neuf')
})
