import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scenario } from '../hote-simule/scenario.ts'
import { bouton, titre } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, photographier, type Lecteur } from './navigateur.ts'
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

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { theme: 'light' }],
  ['320-sombre', { theme: 'dark' }],
  ['320-force', { contrasteForce: true }],
  ['480-clair', { largeur: 480 }],
]

describe.each(LECTEURS)('from the workbook to its results, %s', (cas, lecteur) => {
  it('each step stands: no serious fault of accessibility, no sideways scroll, no complaint', async () => {
    const { page, plaintes } = await ouvrirVolet(navigateur, exemple, { ...lecteur, mouvementReduit: true })
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `volet-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await verifier('1-accueil')
    await bouton(page, 'Trouver les demandes').click()
    await titre(page, /demandes lues/)
    await verifier('2-donnees')
    await bouton(page, /anomalies/).click()
    await page.locator('.anomalies-tete').first().click()
    await page.locator('att-table [data-ligne="1"]').click()
    await page.locator('.ligne-source').waitFor()
    await verifier('3-anomalies')
    await bouton(page, 'Choisir la grille').click()
    await titre(page, /Grille/)
    await page.locator('[data-famille]').first().waitFor()
    await verifier('4-grille')
    await bouton(page, /Coter/).click()
    await titre(page, /classées/)
    await page.locator('att-table [data-ligne="0"]').waitFor()
    await verifier('5-cotation')
    await bouton(page, 'Voir l’explication').click()
    await page.locator('.explication-total').waitFor()
    await verifier('6-explication')
    await bouton(page, 'Enregistrer les résultats').click()
    await titre(page, /Enregistrer/)
    await bouton(page, 'Écrire les résultats').click()
    await page.getByText('Résultats écrits dans').waitFor()
    await verifier('7-ecrit')
    expect(await avecHote(page, "return hote.classeur.tableau('Cotation').corps.lignes > 0")).toBe(true)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})
