import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fautesAxe, lancer, ouvrir } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

describe('the harness sees', () => {
  it('what the policy refuses', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'observatoire/')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.intrus = true'
      document.head.append(script)
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">en ligne</p>')
    })
    await expect.poll(() => plaintes.filter((plainte) => plainte.startsWith('policy: script-src-elem'))).toHaveLength(1)
    await expect.poll(() => plaintes.filter((plainte) => plainte.startsWith('policy: style-src-attr'))).toHaveLength(1)
    expect(await page.evaluate(() => 'intrus' in globalThis)).toBe(false)
    await page.context().close()
  })

  it('a request to another origin, refused', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'observatoire/')
    const partie = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false,
      ),
    )
    expect(partie).toBe(false)
    await expect.poll(() => plaintes.some((plainte) => plainte.startsWith('policy: connect-src'))).toBe(true)
    await page.context().close()
  })

  it('a serious fault of accessibility', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/')
    await page.evaluate(() => {
      document.body.append(document.createElement('button'))
    })
    expect((await fautesAxe(page)).join()).toContain('button-name')
    await page.context().close()
  })
})

/** The name of what has the focus: its label, its text, or its tag. */
async function foyer(page: Page): Promise<string> {
  return page.evaluate(() => {
    const e = document.activeElement as HTMLElement
    const libelle = (e as HTMLInputElement).labels?.[0]?.textContent
    return (e.getAttribute('aria-label') ?? libelle ?? e.textContent).trim().replace(/\s+/g, ' ')
  })
}

it('the workshop is reached from the keyboard, in the order of reading', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  const vus: string[] = []
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    vus.push(await foyer(page))
  }
  expect(vus.slice(0, 11)).toEqual([
    'Aller au contenu',
    'Attributions',
    'Atelier',
    'Observatoire',
    'Thème',
    'Coter',
    'Essayer',
    'Suivre',
    'Publier',
    'Calculs',
    '1. Données, en cours',
  ])
  expect(vus[11]).toContain('Fichier de demandes')
  await page.context().close()
})

it('the chosen theme is kept from one page to the next', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/', { theme: 'light' })
  const fond = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(await fond()).toBe('rgb(242, 245, 245)')
  await page.getByLabel('Thème').selectOption('Sombre')
  expect(await fond()).toBe('rgb(15, 23, 25)')
  await page.getByRole('link', { name: 'Observatoire' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await fond()).toBe('rgb(15, 23, 25)')
  await page.context().close()
})

it('a box is ticked and a switch turned from the keyboard, and their labels press them', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'composants/')
  const coche = page.locator('#v-dalo')
  const cochee = (): Promise<boolean> => coche.evaluate((e) => (e as HTMLElement & { checked: boolean }).checked)
  expect(await cochee()).toBe(true)
  await coche.press(' ')
  expect(await cochee()).toBe(false)
  await page.getByText('Vide compte comme «\u202fnon\u202f»', { exact: true }).click()
  expect(await cochee()).toBe(true)
  expect(await page.locator('#v-dalo').evaluate((e) => (e as HTMLInputElement).labels?.length)).toBe(1)
  await page.locator('#v-defauts').press(' ')
  expect(await page.locator('#v-defauts').evaluate((e) => (e as HTMLElement & { checked: boolean }).checked)).toBe(true)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it.each([
  ['200 % zoom', 640],
  ['a pane of 320 px with its scroll bar', 303],
])('nothing is cut at %s', async (_, largeur) => {
  const { page } = await ouvrir(navigateur, 'composants/', { largeur })
  const coupes = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && e.closest('.table-vue, .hors-ecran') === null)
      .map((e) => e.outerHTML.slice(0, 120)),
  )
  expect(coupes).toEqual([])
  await page.context().close()
})

it('motion stops when asked', async () => {
  const { page } = await ouvrir(navigateur, 'composants/', { mouvementReduit: true })
  const animes = await page.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running').length)
  expect(animes).toBe(0)
  await page.context().close()
})
