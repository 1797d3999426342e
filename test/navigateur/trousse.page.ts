import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import { debordement, fautesAxe, lancer, ouvrir, photographier } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})
afterAll(async () => {
  await navigateur.close()
})

const PORTRAIT = 'observatoire/#exemple=1&vue=portrait&territoire=200040947'
const CARTE = 'observatoire/#exemple=1&vue=carte&territoire=200040947'
const TROUSSE = 'observatoire/#exemple=1&vue=trousse'

async function telecharger(page: Page, bouton: RegExp): Promise<{ nom: string; octets: Uint8Array }> {
  const attendu: Promise<Download> = page.waitForEvent('download')
  await page.getByRole('button', { name: bouton }).first().click()
  const fichier = await attendu
  return { nom: fichier.suggestedFilename(), octets: new Uint8Array(await readFile(await fichier.path())) }
}

async function prete(page: Page, vue: string): Promise<void> {
  await page.locator(`main[data-vue=${vue}][data-prete]`).waitFor()
}

/** Goes to another view of the same page. */
async function aller(page: Page, chemin: string, vue: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash
    },
    chemin.slice(chemin.indexOf('#')),
  )
  await prete(page, vue)
}

/** Puts the first figures of the view in the kit. */
async function prendre(page: Page, nombre: number): Promise<void> {
  const boutons = page.getByRole('button', { name: /^Mettre dans la trousse/ })
  await boutons.first().waitFor()
  for (let i = 0; i < nombre; i++) await boutons.first().click()
}

describe('the exports of a figure', () => {
  it('write the workbook, the text file and the picture, source and protection inside', async () => {
    const { page, plaintes } = await ouvrir(navigateur, PORTRAIT)
    await prete(page, 'portrait')
    const csv = await telecharger(page, /^Exporter en CSV/)
    expect(csv.nom).toMatch(/^[a-z0-9-]+\.csv$/)
    expect(new TextDecoder().decode(csv.octets)).toMatch(/Données fictives.*menages-11/s)
    const xlsx = await telecharger(page, /^Exporter en Excel/)
    expect(ouvrirClasseur(xlsx.octets, xlsx.nom).feuilles.length).toBeGreaterThan(0)
    const { octets } = await telecharger(page, /^Exporter en PNG/)
    const entete = new DataView(octets.buffer, octets.byteOffset)
    // Twice the points of the screen.
    expect([entete.getUint32(0), entete.getUint32(16)]).toEqual([0x89504e47, 2400])
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('write the map as shapes, and as a picture', async () => {
    const { page, plaintes } = await ouvrir(navigateur, CARTE)
    await prete(page, 'carte')
    const svg = await telecharger(page, /^Exporter en SVG/)
    const texte = new TextDecoder().decode(svg.octets)
    for (const dit of ['<svg xmlns', '<path', 'Source', 'menages-11']) expect(texte).toContain(dit)
    expect(
      await page.evaluate(
        (source) => new DOMParser().parseFromString(source, 'image/svg+xml').querySelector('parsererror'),
        texte,
      ),
    ).toBeNull()
    expect((await telecharger(page, /^Exporter en PNG/)).octets.length).toBeGreaterThan(20_000)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

describe('the kit', () => {
  it('is made into slides, report and workbook, and read again', async () => {
    const { page, plaintes } = await ouvrir(navigateur, PORTRAIT)
    await prete(page, 'portrait')
    await prendre(page, 2)
    await aller(page, CARTE, 'carte')
    await prendre(page, 1)
    await aller(page, TROUSSE, 'trousse')
    await expect.poll(() => page.locator('.trousse-verdict[data-etat=identique]').count()).toBe(3)
    expect(await fautesAxe(page)).toEqual([])
    await photographier(page, 'trousse', true)

    const pptx = await telecharger(page, /^Diapositives/)
    const parties = unzipSync(pptx.octets)
    const graphiques = Object.keys(parties).filter((nom) => /^ppt\/charts\/chart\d+\.xml$/.test(nom))
    expect(graphiques.length).toBeGreaterThan(1)
    expect(Object.keys(parties).some((nom) => /^ppt\/media\/.*\.png$/.test(nom))).toBe(true)
    expect(strFromU8(parties['ppt/slides/slide2.xml'] ?? new Uint8Array())).toContain('Données fictives')

    const html = new TextDecoder().decode((await telecharger(page, /^Rapport à imprimer/)).octets)
    expect(html.match(/<img /g)).toHaveLength(3)
    expect(Object.keys(unzipSync((await telecharger(page, /^Rapport Word/)).octets))).toContain('word/document.xml')
    const classeur = await telecharger(page, /^Classeur/)
    expect(ouvrirClasseur(classeur.octets, classeur.nom).feuilles.at(-1)?.nom).toBe('Provenance')

    await page
      .getByRole('button', { name: /^Retirer/ })
      .first()
      .click()
    await expect.poll(() => page.locator('.trousse-figure').count()).toBe(2)
    await page.setInputFiles('#trousse', { name: classeur.nom, mimeType: '', buffer: Buffer.from(classeur.octets) })
    await expect.poll(() => page.locator('.trousse-verdict[data-etat=identique]').count()).toBe(3)
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('stays from one visit to the next, and says which figures its data no longer give', async () => {
    const { page } = await ouvrir(navigateur, PORTRAIT)
    await prete(page, 'portrait')
    await prendre(page, 1)
    await page.goto(page.url().replace(/#.*/, '#vue=trousse'))
    await page.reload()
    await prete(page, 'trousse')
    await expect.poll(() => page.locator('.trousse-figure').count()).toBe(1)
    await expect.poll(() => page.locator('.trousse-verdict').getAttribute('data-etat')).not.toBe('identique')
    await page.context().close()
  })

  it('refuses a file that is none, in a sentence', async () => {
    const { page, plaintes } = await ouvrir(navigateur, TROUSSE)
    await prete(page, 'trousse')
    await page.setInputFiles('#trousse', { name: 'x.json', mimeType: '', buffer: Buffer.from('{}') })
    await page.getByText('n’est pas une trousse').waitFor()
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it.each([
    { nom: 'sombre', theme: 'dark' as const, largeur: 1280 },
    { nom: 'etroit', theme: 'light' as const, largeur: 320 },
  ])('holds in its window and its contrasts: $nom', async ({ nom, theme, largeur }) => {
    const { page } = await ouvrir(navigateur, PORTRAIT, { theme, largeur })
    await prete(page, 'portrait')
    await prendre(page, 2)
    await aller(page, TROUSSE, 'trousse')
    await page.locator('.trousse-verdict').first().waitFor()
    expect(await debordement(page)).toBe(0)
    expect(await fautesAxe(page)).toEqual([])
    await photographier(page, `trousse-${nom}`, true)
    await page.context().close()
  })
})
