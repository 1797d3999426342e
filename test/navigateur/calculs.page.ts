import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bouton } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, ouvrir, photographier, type Lecteur } from './navigateur.ts'
import { avecHote, ouvrirVolet, scenarioExemple } from './volet-hote.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

async function allerCalculs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Calculs' }).click()
  await page.locator('#calcul').waitFor()
}

async function remplir(page: Page, fonction: string, valeurs: Readonly<Record<string, string>>): Promise<void> {
  for (const [nom, valeur] of Object.entries(valeurs)) {
    await page.locator(`#calcul-${fonction}-${nom}`).fill(valeur)
  }
}

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { theme: 'light' }],
  ['320-sombre', { theme: 'dark' }],
  ['320-force', { contrasteForce: true }],
]

describe.each(LECTEURS)('the functions as forms in the pane, %s', (cas, lecteur) => {
  it('each stands: result, sentence when there is none, formula to copy', async () => {
    const { page, plaintes } = await ouvrirVolet(navigateur, await scenarioExemple('web', 20), {
      ...lecteur,
      mouvementReduit: true,
    })
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `calculs-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await allerCalculs(page)
    await verifier('1-attente')
    await page.locator('#calcul').selectOption('TAUX_EFFORT')
    await remplir(page, 'TAUX_EFFORT', { loyer_actuel: '620', ressources_mensuelles: '1 550', aide_logement: '155' })
    await expect.poll(() => page.locator('.calcul-valeur').textContent()).toContain('30')
    expect(await page.locator('.formule').textContent()).toBe('=ATTRIB.TAUX_EFFORT(620;1550;155)')
    await verifier('2-valeur')
    await remplir(page, 'TAUX_EFFORT', { ressources_mensuelles: 'beaucoup' })
    await page.locator('.calcul-valeur[data-erreur]').waitFor()
    await verifier('3-erreur')

    await page.locator('#calcul').selectOption('COTER')
    await avecHote(
      page,
      "hote.selectionner(hote.classeur.feuille('Demandes'), { ligne: 0, colonne: 0, lignes: 5, colonnes: 54 })",
    )
    await bouton(page, 'Prendre la sélection').click()
    await page.getByText('5 lignes, 54 colonnes').waitFor()
    expect(await page.locator('.formule').textContent()).toContain('Demandes!A1:BB5')
    await page
      .locator('#calcul-COTER-grille')
      .fill('code\tnom\tpoints\tchamp\ttest\tvaleur\nMUT\tMutation\t10\tnature\test\tmutation')
    await page.locator('#calcul-COTER-jour').fill('31/01/2026')
    await page.locator('.calcul-bloc tr').nth(3).waitFor()
    await verifier('4-bloc')
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('the workshop has them too, from the keyboard', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await page.getByRole('button', { name: 'Calculs' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.volet-titre:focus').waitFor()
  await page.locator('#calcul').focus()
  await page.keyboard.press('ArrowDown')
  await page.locator('#calcul-QUARTILE-ressources_uc').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('0')
  await page.keyboard.press('Tab')
  await page.keyboard.type('245900410')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2026')
  await expect.poll(() => page.locator('.calcul-valeur').textContent()).toBe('quartile 1')
  await photographier(page, 'calculs-atelier', true)
  expect(await fautesAxe(page)).toEqual([])
  expect(plaintes).toEqual([])
  await page.context().close()
})
