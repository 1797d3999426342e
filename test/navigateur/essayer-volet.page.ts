import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lireGrille } from '../../core/index.ts'
import type { Scenario } from '../hote-simule/scenario.ts'
import { bouton } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, photographier } from './navigateur.ts'
import { avecHote, ouvrirVolet, scenarioExemple } from './volet-hote.ts'

let navigateur: Browser
let exemple: Scenario

beforeAll(async () => {
  navigateur = await lancer()
  exemple = await scenarioExemple('web', 400)
})

afterAll(async () => {
  await navigateur.close()
})

it('in the workbook: a grid tried, its scenario kept with the workbook, its sheets beside the demandes', async () => {
  const { page, plaintes } = await ouvrirVolet(navigateur, exemple)
  await page.getByRole('button', { name: 'Essayer' }).click()
  await bouton(page, 'Trouver les demandes').click()
  await page.locator('.essai-carte').waitFor()
  await page.locator('#essai-points-DALO-').fill('40')
  await page.keyboard.press('Enter')
  await page.locator('.essai-differences li', { hasText: '50 → 40' }).waitFor()
  await bouton(page, 'Garder ce scénario').click()
  await page.locator('#essai-nom').fill('DALO à 40')
  await page.keyboard.press('Enter')
  await page.getByText('Il est dans le classeur').waitFor()
  await photographier(page, 'essayer-volet-320-scenarios', true)
  expect(await fautesAxe(page)).toEqual([])
  expect(await debordement(page)).toBe(0)

  // What the workbook keeps is the grid itself: the same identity when it is read without the pane.
  const gardes = await avecHote<readonly { empreinte: string; ecrites: readonly unknown[] }[]>(
    page,
    'return [...hote.classeur.reglages.values()].map((v) => (typeof v === "string" ? JSON.parse(v) : v)).find((v) => Array.isArray(v) && v[0]?.ecrites)',
  )
  expect(lireGrille(gardes[0]?.ecrites.at(-1)).empreinte).toBe(gardes[0]?.empreinte)

  await bouton(page, 'Écrire les feuilles').click()
  await page.getByText('Scénarios écrits dans').waitFor()
  await photographier(page, 'essayer-volet-320-feuilles', true)
  expect(plaintes).toEqual([])
  await page.context().close()
})
