import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireTexteJeu } from '../../core/observatoire/index.ts'
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
  ['320-sombre', { largeur: 320, hauteur: 700, theme: 'dark' }],
  ['1280-clair', { largeur: 1280, theme: 'light' }],
]

describe.each(LECTEURS)('publishing from the workshop, %s', (cas, lecteur) => {
  it('waits for demandes, then shows what leaves and what does not', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'atelier/', lecteur)
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `publier-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await page.getByRole('button', { name: 'Publier', exact: true }).click()
    await page.getByText('Pas encore de demandes').waitFor()
    await verifier('1-sans-demandes')
    await bouton(page, 'Aller aux données').click()
    await ouvrirExemple(page)
    await page.getByRole('button', { name: 'Publier', exact: true }).click()
    await titre(page, /Publier les chiffres de Métropole Européenne de Lille/)
    await page.getByText('Chiffres publiés').waitFor()
    for (const pli of await page.locator('[data-activite] .repli > summary').all()) await pli.click()
    await verifier('2-apercu')
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('gives the file that was shown, and checks it against the former one', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await ouvrirExemple(page)
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByText('Chiffres publiés').waitFor()
  const empreinte = await page.locator('.publier-fichier code').textContent()
  await page.getByLabel('Publié par').fill('Union régionale')
  const [telechargement] = await Promise.all([
    page.waitForEvent('download'),
    bouton(page, 'Enregistrer le fichier').click(),
  ])
  const texte = await readFile(await telechargement.path(), 'utf8')
  const { jeu, intact } = lireTexteJeu(texte, telechargement.suggestedFilename())
  expect({ intact, producteur: jeu.producteur }).toEqual({ intact: true, producteur: 'Union régionale' })
  expect(await page.locator('.publier-fichier code').textContent()).toBe(jeu.empreinte)
  expect(jeu.empreinte).not.toBe(empreinte)

  await page.getByText('n’ont pas été contrôlées').waitFor()
  const ancien = { name: 'ancien.json', mimeType: 'application/json', buffer: Buffer.from(texte) }
  await page.locator('#publier-precedent').setInputFiles(ancien)
  await page.getByText('Comparé à ancien.json').waitFor()
  await page.getByText('n’ont pas été contrôlées').waitFor({ state: 'detached' })

  await page.locator('label', { hasText: 'Retenus' }).click()
  const retenus = await page.locator('.publier-raisons').first().innerText()
  expect(retenus).toContain('par différence')
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('says why nothing can be published, and keeps the settings at hand', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await ouvrirExemple(page)
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByText('Chiffres publiés').waitFor()
  const autre = { name: 'autre.json', mimeType: 'application/json', buffer: Buffer.from('{}') }
  await page.locator('#publier-precedent').setInputFiles(autre)
  await page.getByRole('alert').getByText('observatoire/1').waitFor()
  await page.getByLabel('Règles de protection').waitFor()
  await page.context().close()
})
