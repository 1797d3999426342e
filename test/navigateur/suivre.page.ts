import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { attributions, classeur, ENTETES, feuille } from '../suivi/classeur-de-test.ts'
import { bouton, ouvrirExemple, titre } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, ouvrir, photographier, type Lecteur } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { largeur: 320, hauteur: 700, theme: 'light' }],
  ['320-sombre', { largeur: 320, hauteur: 700, theme: 'dark' }],
  ['1280-clair', { largeur: 1280, theme: 'light' }],
  ['1280-force', { largeur: 1280, contrasteForce: true }],
]

function activite(page: Page, nom: string) {
  return page.locator('.activite', { hasText: nom })
}

function onglet(page: Page, nom: string) {
  return page.locator('.suivre-onglets button', { hasText: nom })
}

/** From the empty workshop to the answer, as someone who never saw it. */
async function suivreExemple(page: Page): Promise<void> {
  await activite(page, 'Suivre').click()
  await titre(page, /Suivez vos objectifs/)
  await bouton(page, 'Ouvrir l’exemple').click()
  await page.locator('.suivre-carte').first().waitFor()
}

describe.each(LECTEURS)('the follow-up of the example, %s', (cas, lecteur) => {
  it('each screen stands: no serious fault of accessibility, no sideways scroll, no complaint', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'atelier/', lecteur)
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `suivre-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await activite(page, 'Suivre').click()
    await titre(page, /Suivez vos objectifs/)
    await verifier('1-accueil')
    await bouton(page, 'Ouvrir l’exemple').click()
    await page.locator('.suivre-carte').first().waitFor()
    for (const pli of await page.locator('.repli > summary').all()) await pli.click()
    await verifier('2-objectifs')
    await page.locator('att-table [data-ligne="0"]').first().click()
    await page.locator('#lignes-derriere [data-ligne="0"]').click()
    await page.locator('.ligne-source').waitFor()
    await verifier('3-lignes')
    await onglet(page, 'Cibles locales').click()
    await page.locator('.suivre-cible').nth(3).click()
    await page.locator('.suivre-cible-detail').waitFor()
    await verifier('4-cibles')
    await onglet(page, 'Quartile').click()
    await expect.poll(() => page.locator('#quartile-epci').inputValue()).not.toBe('')
    await page.locator('#quartile-ressources').fill('1 500')
    await page.keyboard.press('Enter')
    await page.locator('.suivre-reponse').waitFor()
    await verifier('5-quartile')
    await onglet(page, 'Flux').click()
    await page.locator('.suivre-flux').first().waitFor()
    await verifier('6-flux')
    await onglet(page, 'Données').click()
    await page.locator('.suivre-donnees').first().waitFor()
    for (const pli of await page.locator('.repli > summary').all()) await pli.click()
    await verifier('7-donnees')
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('« how many leases are missing, and at which landlord? »: three clicks, well under a minute', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  const debut = Date.now()
  await suivreExemple(page)
  const reponse = await page.locator('h1.volet-titre').innerText()
  expect(Date.now() - debut).toBeLessThan(20_000)
  expect(reponse).toMatch(
    /^Il manque \d+\sba(?:il|ux) du premier quartile hors QPV en 2025, (?:surtout )?chez .+ \(\d+\)/u,
  )
  const premier = /chez (.+?) \(/u.exec(reponse)?.[1] ?? ''
  expect(await page.locator('att-table [data-ligne="0"]').first().innerText()).toContain(premier)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('finds the tables of the workbook being scored, and follows it when another one is opened', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await ouvrirExemple(page)
  await activite(page, 'Suivre').click()
  await titre(page, /Il manque/)
  await activite(page, 'Coter').click()
  await page.locator('#fichier').setInputFiles({
    name: 'autre.xlsx',
    mimeType: '',
    buffer: Buffer.from(
      classeur(
        feuille(
          'Demandes',
          ['Numéro unique', 'Date de dépôt', 'Nb de personnes à loger'],
          [['059900000000000001', '2024-01-01', 2]],
        ),
        feuille('Attributions', ENTETES, attributions([2024], 50)),
      ),
    ),
  })
  await page.locator('.colonnes, .doutes, .anomalies').first().waitFor({ state: 'attached' })
  await activite(page, 'Suivre').click()
  await titre(page, /en 2024/)
  await page.context().close()
})

it('narrows, opens the rows behind a figure, shares the effort, and gives the workbook with its charts', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await suivreExemple(page)
  await page.locator('.suivre-filtres summary').click()
  const bailleur = page.locator('#suivi-bailleur')
  const choisi = (await bailleur.locator('option').nth(1).innerText()).trim()
  await bailleur.selectOption({ index: 1 })
  await page.locator('.chapeau', { hasText: choisi }).waitFor()
  await bouton(page, 'Retirer les filtres').click()
  await page.locator('.chapeau', { hasText: choisi }).waitFor({ state: 'detached' })
  await page.locator('#suivi-croise').selectOption('qpv')
  await page.locator('h2', { hasText: 'par bailleur et localisation' }).waitFor()
  await page.locator('#suivi-croise').selectOption('')
  await page.locator('h2', { hasText: /par bailleur$/ }).waitFor()
  const ligne = page.locator('att-table [data-ligne="0"]').first()
  const total = /sur (\d+)/u.exec(await ligne.innerText())?.[1]
  await ligne.click()
  const lignes = page.locator('#lignes-derriere')
  await lignes.waitFor()
  const avec = await lignes.locator('label', { hasText: 'Dans l’objectif' }).innerText()
  const sans = await lignes.locator('label', { hasText: 'Hors objectif' }).innerText()
  const nombre = (texte: string): number => Number(/\((\d+)\)/u.exec(texte)?.[1])
  const inconnues = lignes.locator('label', { hasText: 'À compléter' })
  const reste = (await inconnues.count()) === 0 ? 0 : nombre(await inconnues.innerText())
  expect(nombre(avec) + nombre(sans) + reste).toBeGreaterThanOrEqual(Number(total))
  const efforts = async (): Promise<readonly string[]> => page.locator('.suivre-table tbody td strong').allInnerTexts()
  const avant = await efforts()
  await page.locator('#partage-poids').selectOption('1')
  await expect.poll(efforts).not.toEqual(avant)
  const [telechargement] = await Promise.all([
    page.waitForEvent('download'),
    bouton(page, 'Enregistrer le classeur').click(),
  ])
  expect(telechargement.suggestedFilename()).toBe('demandes-exemple - objectifs.xlsx')
  const octets = await readFile(await telechargement.path())
  const noms = ouvrirClasseur(octets, 'x.xlsx').feuilles.map(({ nom }) => nom)
  expect(noms).toEqual(expect.arrayContaining(['Attributions', 'Parc', 'Objectifs', 'Objectifs par bailleur']))
  await page.getByRole('status').getByText('dans vos téléchargements').waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('is driven from the keyboard: the job, a line of the table, its rows', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await suivreExemple(page)
  await page.locator('att-table [role=grid]').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('#lignes-derriere').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('lignes-derriere')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#lignes-derriere').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  await page.context().close()
})

it('several landlords’ files at once: duplicates found, origin kept', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/', { largeur: 320, hauteur: 700 })
  const toutes = attributions([2025], 120)
  const fichier = (name: string, lignes: typeof toutes) => ({
    name,
    mimeType: '',
    buffer: Buffer.from(classeur(feuille('Feuil1', ENTETES, lignes))),
  })
  await activite(page, 'Suivre').click()
  await page
    .locator('#fichiers-suivi')
    .setInputFiles([fichier('nord.xlsx', toutes.slice(0, 80)), fichier('sud.xlsx', toutes.slice(70))])
  await page.locator('.suivre-carte').first().waitFor()
  await onglet(page, 'Données').click()
  await titre(page, /120.attributions lues dans 2 fichiers/u)
  await page.locator('.anomalies-tete', { hasText: /double/iu }).click()
  await page.locator('.suivre-fautes button').first().click()
  expect(await page.locator('.ligne-source h3').innerText()).toBe('Ligne 2, sud.xlsx')
  await page.context().close()
})

/** Sheets of paper of a PDF: each is an object of type « Page ». */
const feuillesDePapier = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/gu)?.length ?? 0

it.each(['Pour la CALEOL', 'Pour la commission de coordination', 'Pour la CIL'])(
  'the report « %s » stands alone, prints on one page, and is given in Word',
  async (pour) => {
    const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
    await suivreExemple(page)
    const reponse = /Il manque (\d+)/u.exec(await page.locator('h1.volet-titre').innerText())?.[1]
    await bouton(page, pour).click()
    await page.locator('.suivre-rapport').waitFor()
    expect(await page.locator('.suivre-rapport .document-encadre').innerText()).toContain(reponse)
    expect(await page.locator('.suivre-carte').count()).toBe(0)
    await photographier(page, `suivre-rapport-${pour}`, true)
    expect(await fautesAxe(page)).toEqual([])
    expect(feuillesDePapier(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBe(1)
    const [telechargement] = await Promise.all([
      page.waitForEvent('download'),
      bouton(page, 'Enregistrer en Word').click(),
    ])
    expect(telechargement.suggestedFilename()).toMatch(/\.docx$/u)
    await bouton(page, 'Revenir aux objectifs').click()
    await page.locator('.suivre-carte').first().waitFor()
    expect(plaintes).toEqual([])
    await page.context().close()
  },
)
