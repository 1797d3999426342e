import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAID } from '../atelier/fichier-laid.ts'
import { allerCotation, bouton, ouvrirExemple, titre } from './atelier-gestes.ts'
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
  ['1280-sombre', { largeur: 1280, theme: 'dark' }],
  ['1280-force', { largeur: 1280, contrasteForce: true }],
]

describe.each(LECTEURS)('from the example to the files, %s', (cas, lecteur) => {
  const etroit = (lecteur.largeur ?? 0) < 900

  it('each step stands: no serious fault of accessibility, no sideways scroll, no complaint', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'atelier/', lecteur)
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `atelier-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await verifier('1-accueil')
    await ouvrirExemple(page)
    await verifier('2-donnees')
    for (const pli of await page.locator('.repli > summary').all()) await pli.click()
    await verifier('3-donnees-ouvertes')
    await bouton(page, /anomalies/).click()
    await page.locator('.anomalies-tete').first().click()
    await page.locator('att-table [data-ligne="1"]').click()
    await page.locator('.ligne-source').waitFor()
    await verifier('4-anomalies')
    await bouton(page, 'Choisir la grille').click()
    await titre(page, /Grille/)
    await page.locator('[data-famille] > summary').nth(1).click()
    await page.locator('[data-famille] > summary').nth(3).click()
    await page.locator('.critere-ouvrir:visible').nth(1).click()
    await page.locator('.critere-formulaire').waitFor()
    await verifier('5-grille')
    await bouton(page, /Coter/).click()
    await titre(page, /classées/)
    await page.locator('att-table [data-ligne="0"]').waitFor()
    await verifier('6-cotation')
    if (etroit) {
      await bouton(page, 'Voir l’explication').click()
      await page.locator('.explication-total').waitFor()
    }
    for (const pli of await page.locator('.volet-explication .repli > summary').all()) await pli.click()
    await verifier('7-explication')
    await bouton(page, 'Enregistrer les résultats').click()
    await titre(page, /Enregistrer/)
    await verifier('8-enregistrer')
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

async function octetsTelecharges(page: Page, action: string): Promise<{ nom: string; octets: Buffer }> {
  const [telechargement] = await Promise.all([page.waitForEvent('download'), bouton(page, action).click()])
  return { nom: telechargement.suggestedFilename(), octets: await readFile(await telechargement.path()) }
}

it('narrows to « ce T3 à Lille, les dix premiers », explains one, and gives the three files', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await ouvrirExemple(page)
  expect(await page.getByLabel('Jour du calcul').inputValue()).toBe('2026-01-31')
  await allerCotation(page)
  await page.locator('.filtres summary').click()
  await page.getByLabel('Type souhaité').selectOption('T3')
  await page.getByLabel('Commune souhaitée').selectOption('59350')
  await bouton(page, 'Les dix premières').click()
  await page.getByRole('status').getByText('Les 10 premières sur').waitFor()
  expect(await page.locator('.filtres-resultat').innerText()).toContain('T3, Lille')
  expect(await page.locator('att-table [role=grid]').getAttribute('aria-rowcount')).toBe('11')
  await page.locator('att-table [data-ligne="3"]').click()
  const numero = (await page.locator('att-table [data-ligne="3"] [aria-colindex="2"]').innerText()).trim()
  await page.getByText(`Demande ${numero}`).waitFor()
  await bouton(page, 'Enregistrer les résultats').click()
  expect((await octetsTelecharges(page, 'Enregistrer le classeur')).nom).toBe('demandes-exemple - coté.xlsx')
  expect((await octetsTelecharges(page, 'Enregistrer le CSV')).octets.toString()).toContain('Numéro unique;Note')
  expect((await octetsTelecharges(page, 'Enregistrer les relevés')).nom).toBe('demandes-exemple - relevés.docx')
  await page.getByRole('status').getByText('dans vos téléchargements').waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('an ugly file: asks what it cannot know, reads, and leads to a ranking', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/', { largeur: 320, hauteur: 700 })
  await page
    .locator('#fichier')
    .setInputFiles({ name: 'export laid.csv', mimeType: 'text/csv', buffer: Buffer.from(LAID) })
  await titre(page, /Colonnes à désigner/)
  await photographier(page, 'atelier-laid-320-1-colonnes', true)
  expect(await bouton(page, 'Lire les demandes').getAttribute('disabled')).not.toBeNull()
  await bouton(page, /^C.: Nb de pers à loger/u).click()
  await page.locator('[data-genre=manquant]').waitFor({ state: 'detached' })
  await bouton(page, /Garder B/).click()
  await page.locator('[data-genre=ambigu]').waitFor({ state: 'detached' })
  expect(await fautesAxe(page)).toEqual([])
  await bouton(page, 'Lire les demandes').click()
  await titre(page, /anomalies/)
  await photographier(page, 'atelier-laid-320-2-anomalies', true)
  await bouton(page, 'Choisir la grille').click()
  await titre(page, /Grille/)
  await bouton(page, /Coter 3.demandes/u).click()
  await titre(page, /3.demandes classées/u)
  await photographier(page, 'atelier-laid-320-3-cotation', true)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it.each([
  ['not a workbook', 'photo.xlsx', Buffer.from('\u0000\u0001\u0002\u0003'), /n’ont pas pu être lues/],
  ['another kind of table', 'autre.csv', Buffer.from('couleur;forme\nrouge;rond\n'), /Aucune colonne n’est reconnue/],
])('says what it is given, and what to do: %s', async (_, name, buffer, attendu) => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await page.locator('#fichier').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.locator('.bandeau', { hasText: attendu }).waitFor()
  await photographier(page, `atelier-refus-${name}`)
  expect(await fautesAxe(page)).toEqual([])
  await page.context().close()
})

it('a grid edited in the form changes the ranking; what cannot be is refused at its field', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await ouvrirExemple(page)
  await allerCotation(page)
  const premiere = await page.locator('.explication-total').innerText()
  await page.getByRole('button', { name: /3\. Grille/ }).click()
  await page.locator('[data-famille=PRIO] > summary').click()
  await page.locator('.critere-ouvrir', { hasText: 'DALO' }).click()
  const points = page.locator('#c-DALO-points')
  await points.fill('beaucoup')
  await points.press('Enter')
  await page.locator('#c-DALO-points-erreur').waitFor()
  expect(await points.getAttribute('aria-invalid')).toBe('true')
  await photographier(page, 'atelier-grille-refus', true)
  expect(await fautesAxe(page)).toEqual([])
  await points.fill('80')
  await points.press('Enter')
  await page.locator('.critere-phrase', { hasText: '80 points' }).waitFor()
  expect(await page.locator('#c-DALO-points-erreur').count()).toBe(0)
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
  await page.locator('.explication-total').waitFor()
  expect(await page.locator('.explication-total').innerText()).not.toBe(premiere)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('works from the keyboard alone, from the example to an explanation', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/', { largeur: 320, hauteur: 700 })
  const tabulerJusqua = async (texte: RegExp): Promise<void> => {
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
  await tabulerJusqua(/Ouvrir l’exemple/)
  await page.keyboard.press('Enter')
  await titre(page, /demandes lues/)
  await tabulerJusqua(/Voir les .*anomalies/)
  await page.keyboard.press('Enter')
  await titre(page, /anomalies/)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await tabulerJusqua(/Choisir la grille/)
  await page.keyboard.press('Enter')
  await titre(page, /Grille/)
  await tabulerJusqua(/Coter/)
  await page.keyboard.press('Enter')
  await titre(page, /classées/)
  await page.locator('att-table [data-ligne="0"]').waitFor()
  await tabulerJusqua(/^Demandes classées/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.explication-total').waitFor()
  expect(await page.locator('.volet-explication').getByText('Rang 3 sur').count()).toBe(1)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('once the page is there, works with the network cut', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await page.locator('html[data-pret]').waitFor({ state: 'attached' })
  await page.context().setOffline(true)
  await ouvrirExemple(page)
  await allerCotation(page)
  await bouton(page, 'Enregistrer les résultats').click()
  expect((await octetsTelecharges(page, 'Enregistrer les relevés')).nom).toBe('demandes-exemple - relevés.docx')
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('prints the explanation alone, in full', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await ouvrirExemple(page)
  await allerCotation(page)
  await page.getByRole('button', { name: /5\. Explication/ }).click()
  await page.emulateMedia({ media: 'print' })
  await photographier(page, 'atelier-impression', true)
  expect(await page.locator('.volet-classement').isVisible()).toBe(false)
  expect(await page.locator('.volet-releve').isVisible()).toBe(true)
  expect(await bouton(page, 'Imprimer').isVisible()).toBe(false)
  await page.context().close()
})
