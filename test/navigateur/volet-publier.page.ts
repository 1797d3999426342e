import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Scenario } from '../hote-simule/scenario.ts'
import { bouton, titre } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, photographier } from './navigateur.ts'
import { avecHote, ouvrirVolet, scenarioExemple } from './volet-hote.ts'

let navigateur: Browser
let exemple: Scenario

beforeAll(async () => {
  navigateur = await lancer()
  const tout = await scenarioExemple('web')
  const feuilles = tout.feuilles.map((f, rang) => (rang === 0 ? { ...f, lignes: f.lignes.slice(0, 300) } : f))
  exemple = { ...tout, feuilles }
})

afterAll(async () => {
  await navigateur.close()
})

function publier(page: Page): Promise<unknown> {
  return avecHote(page, "await globales.actions.get('PublierChiffres')({ completed: () => undefined })")
}

it('finds the allocations and the stock of the live workbook, says so, and reads them again', async () => {
  const { page, plaintes } = await ouvrirVolet(navigateur, exemple, { mouvementReduit: true })
  await bouton(page, 'Trouver les demandes').click()
  await titre(page, /demandes lues/)
  await publier(page)
  await titre(page, /Publier les chiffres/)
  const compte = page.locator('section', { has: page.getByRole('heading', { name: 'Ce qui est compté' }) })
  await compte.getByText('dans « Feuille Attributions »').waitFor()
  await compte.getByText('dans « Feuille Parc »').waitFor()
  await photographier(page, 'volet-publier-1', true)
  expect(await fautesAxe(page)).toEqual([])
  expect(await debordement(page)).toBe(0)
  await avecHote(page, "hote.classeur.supprimerFeuille(hote.classeur.feuilles.find(({ nom }) => nom === 'Parc'))")
  await bouton(page, 'Relire les attributions et le parc').click()
  await compte.getByText('Pas de feuille de parc').waitFor()
  await compte.getByText('dans « Feuille Attributions »').waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('says what the workbook has not', async () => {
  const { page } = await ouvrirVolet(navigateur, { ...exemple, feuilles: exemple.feuilles.slice(0, 1) })
  await bouton(page, 'Trouver les demandes').click()
  await titre(page, /demandes lues/)
  await publier(page)
  await page.getByText('Pas de feuille d’attributions').waitFor()
  await page.getByText('Pas de feuille de parc').waitFor()
  await page.context().close()
})
