import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lancer, ouvrir, type Lecteur } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

const LIGNES = 150_000
/** Milliseconds during which nothing answers: what the product allows at that size. */
const TACHE_MAXIMALE = 200

async function ouvrirTable(
  lecteur: Lecteur = {},
): Promise<{ page: Page; table: Locator; plaintes: readonly string[] }> {
  const { page, plaintes } = await ouvrir(navigateur, 'composants/', lecteur)
  return { page, plaintes, table: page.getByRole('grid', { name: 'Demandes classées' }).first() }
}

/** Index of the active row, as a screen reader is told: 1 is the row of headings. */
async function rangActif(table: Locator): Promise<number> {
  return table.evaluate((grille) => {
    const active = document.getElementById(grille.getAttribute('aria-activedescendant') ?? '')
    return Number(active?.getAttribute('aria-rowindex'))
  })
}

/** Whether the active row is wholly on screen, below the headings. */
async function actifVisible(table: Locator): Promise<boolean> {
  return table.evaluate((grille) => {
    const active = document.getElementById(grille.getAttribute('aria-activedescendant') ?? '')?.getBoundingClientRect()
    const cadre = grille.getBoundingClientRect()
    // On cards the headings are there for screen readers only.
    const tete = grille.hasAttribute('data-etroite') ? null : grille.querySelector('.table-tete')
    const haut = tete?.getBoundingClientRect().bottom ?? cadre.top
    return active !== undefined && active.top >= haut - 1 && active.bottom <= cadre.bottom + 1
  })
}

describe.each([
  ['wide', { largeur: 1280 }],
  ['320 px', { largeur: 320 }],
] as const)('table of 150,000 rows, %s', (_, lecteur) => {
  it('says its size and holds only the rows on screen', async () => {
    const { page, table } = await ouvrirTable(lecteur)
    expect(await table.getAttribute('aria-rowcount')).toBe(String(LIGNES + 1))
    expect(await table.getByRole('row').count()).toBeLessThan(50)
    await page.context().close()
  })

  it('scrolls from end to end without freezing or leaving a hole', async () => {
    const { page, table } = await ouvrirTable(lecteur)
    const mesures = await table.evaluate(async (grille) => {
      const longues: number[] = []
      new PerformanceObserver((liste) => {
        longues.push(...liste.getEntries().map(({ duration }) => duration))
      }).observe({ type: 'longtask' })
      const image = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
      let trous = 0
      for (let pas = 0; pas <= 60; pas++) {
        grille.scrollTop = (grille.scrollHeight * pas) / 60
        await image()
        await image()
        const { left, top, width, height } = grille.getBoundingClientRect()
        const dessous = document.elementsFromPoint(left + width / 2, top + height / 2)
        if (top + height / 2 < innerHeight && !dessous.some((e) => e.matches('.table-ligne'))) trous++
      }
      const dernier = Math.max(
        ...[...grille.querySelectorAll('[aria-rowindex]')].map((e) => Number(e.getAttribute('aria-rowindex'))),
      )
      return { plusLongue: Math.max(0, ...longues), trous, dernier }
    })
    expect(mesures).toMatchObject({ trous: 0, dernier: LIGNES + 1 })
    expect(mesures.plusLongue).toBeLessThan(TACHE_MAXIMALE)
    await page.context().close()
  })

  it('is used from the keyboard alone', async () => {
    const { page, table, plaintes } = await ouvrirTable(lecteur)
    await table.focus()
    for (const [touche, attendu] of [
      ['Home', 2],
      ['ArrowDown', 3],
      ['End', LIGNES + 1],
      ['ArrowUp', LIGNES],
      ['Home', 2],
    ] as const) {
      await page.keyboard.press(touche)
      await expect.poll(() => rangActif(table)).toBe(attendu)
      expect(await actifVisible(table)).toBe(true)
    }
    await page.keyboard.press('PageDown')
    await expect.poll(() => rangActif(table)).toBeGreaterThan(4)
    const rang = await rangActif(table)
    await page.keyboard.press('Enter')
    await page.getByText(`Ligne ouverte\u202f: ${String(rang - 1)}.`).waitFor()
    expect(await table.locator('[aria-selected=true]').getAttribute('aria-rowindex')).toBe(String(rang))
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('sorts by its headings, and says so', async () => {
  const { page, table } = await ouvrirTable()
  const entete = table.getByRole('columnheader', { name: 'Points' })
  await entete.getByRole('button').press('Enter')
  await expect.poll(() => entete.getAttribute('aria-sort')).toBe('ascending')
  const points = async (): Promise<string> => table.locator('[aria-rowindex="2"] [aria-colindex="3"]').innerText()
  expect((await points()).trim()).toBe('0,00')
  await entete.getByRole('button').press('Enter')
  await expect.poll(() => entete.getAttribute('aria-sort')).toBe('descending')
  expect((await points()).trim()).toBe('240,00')
  await page.context().close()
})

it('prints a bounded number of rows in the flow of the page, and says how many there are', async () => {
  const { page, table } = await ouvrirTable()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await table.locator('.table-ligne').count()).toBe(500)
  await page.getByText('500 premières lignes').first().waitFor()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => table.locator('.table-ligne').count()).toBeLessThan(50)
  await page.context().close()
})
