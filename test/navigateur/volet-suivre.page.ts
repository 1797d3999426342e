import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scenario } from '../hote-simule/scenario.ts'
import { bouton, titre } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, photographier, type Lecteur } from './navigateur.ts'
import { avecHote, ouvrirVolet, scenarioExemple } from './volet-hote.ts'

let navigateur: Browser
let exemple: Scenario
let sansSuivi: Scenario

beforeAll(async () => {
  navigateur = await lancer()
  const tout = await scenarioExemple('web')
  const feuilles = tout.feuilles.map((f, rang) => (rang === 0 ? { ...f, lignes: f.lignes.slice(0, 60) } : f))
  exemple = { ...tout, feuilles }
  sansSuivi = { ...tout, feuilles: feuilles.slice(0, 1) }
})

afterAll(async () => {
  await navigateur.close()
})

function commander(page: Page, id: string): Promise<unknown> {
  return avecHote(page, `await globales.actions.get('${id}')({ completed: () => undefined })`)
}

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { theme: 'light' }],
  ['320-sombre', { theme: 'dark' }],
]

describe.each(LECTEURS)('the follow-up in the pane, %s', (cas, lecteur) => {
  it('the ribbon leads to the answer, a figure to its rows, a row to its cell, then to the sheet', async () => {
    const { page, plaintes } = await ouvrirVolet(navigateur, exemple, { ...lecteur, mouvementReduit: true })
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `volet-suivre-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await commander(page, 'SuivreObjectifs')
    await titre(page, /Il manque .* en 20\d\d/)
    await verifier('1-objectifs')
    await page.locator('att-table [data-ligne="0"]').first().click()
    const ligne = page.locator('#lignes-derriere [data-ligne="1"]')
    await ligne.waitFor()
    const numero = Number(/ligne\s+([\d\s]+)/u.exec(await ligne.innerText())?.[1]?.replace(/\s/gu, ''))
    await ligne.click()
    await expect.poll(() => avecHote(page, 'return hote.classeur.selection.zone.ligne + 1')).toBe(numero)
    await page.locator('.anomalies-tete').first().click()
    const cellule = page.locator('.anomalies-detail att-table [data-ligne="0"]').last()
    await cellule.click()
    await expect.poll(() => avecHote(page, 'return hote.classeur.selection.zone.colonne')).toBeGreaterThan(0)
    await verifier('2-lignes')
    await bouton(page, 'Écrire la feuille Objectifs').click()
    await page.getByText('Écrit dans').waitFor()
    expect(await avecHote(page, "return hote.classeur.tableau('Objectifs').corps.lignes > 0")).toBe(true)
    await bouton(page, 'Pour la CALEOL').click()
    await bouton(page, 'Copier le rapport').click()
    await page.getByText('Le texte est copié').waitFor()
    await verifier('4-rapport')
    await commander(page, 'SuivreFlux')
    await titre(page, /à répartir/)
    await verifier('3-flux')
    await bouton(page, 'Écrire la feuille Flux').click()
    await page.getByText('Écrit dans').waitFor()
    expect(await avecHote(page, "return hote.classeur.tableau('Flux').corps.lignes > 0")).toBe(true)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('reopened elsewhere, the workbook gives back its columns, the tables left aside and the local targets', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await commander(page, 'SuivreObjectifs')
  await titre(page, /Il manque/)
  await page.locator('.suivre-onglets button', { hasText: 'Cibles locales' }).click()
  await page.locator('.suivre-cible', { hasText: 'Publics prioritaires, par bailleur' }).click()
  const part = page.locator('#cible-prioritaires_par_bailleur')
  await part.fill('44')
  await page.keyboard.press('Enter')
  await page.locator('.suivre-onglets button', { hasText: 'Données' }).click()
  await page
    .locator('.suivre-donnees', { hasText: 'Parc et conventions' })
    .locator('fluent-button', { hasText: 'Laisser ce tableau' })
    .click()
  await page.getByText(/Laissé de côté/).waitFor()
  await page.locator('.colonnes').first().waitFor({ state: 'attached' })
  await page.locator('.repli > summary', { hasText: 'reconnues' }).first().click()
  await bouton(page, 'Corriger').first().click()
  await page.locator('.colonne-choix select').first().selectOption({ value: '' })
  const lire = 'return JSON.stringify([...hote.classeur.reglages])'
  await expect.poll(() => avecHote(page, lire)).toMatch(/"ecartees":\[\{"genre":"parc"/u)
  await expect.poll(() => avecHote(page, lire)).toContain('"taux":0.44')
  await expect.poll(() => avecHote(page, lire)).toContain('"colonnes":[[')
  const garde = await avecHote<string>(page, lire)
  const autre = await ouvrirVolet(navigateur, exemple)
  await avecHote(autre.page, `for (const [cle, valeur] of ${garde}) hote.classeur.reglages.set(cle, valeur)`)
  await commander(autre.page, 'SuivreObjectifs')
  await titre(autre.page, /Il manque/)
  await autre.page.locator('.suivre-onglets button', { hasText: 'Données' }).click()
  await autre.page.getByText(/Laissé de côté/).waitFor()
  await autre.page.locator('.colonne[data-etat=ecartee]').waitFor({ state: 'attached' })
  await autre.page.locator('.suivre-onglets button', { hasText: 'Cibles locales' }).click()
  await autre.page.locator('.suivre-cible', { hasText: 'Publics prioritaires, par bailleur' }).click()
  await expect.poll(() => autre.page.locator('#cible-prioritaires_par_bailleur').inputValue()).toBe('44')
  await page.context().close()
  await autre.page.context().close()
})

it('says in one sentence what the workbook lacks, and finds it once it is there', async () => {
  const { page } = await ouvrirVolet(navigateur, sansSuivi)
  await commander(page, 'SuivreObjectifs')
  await page.getByText('Ajoutez à ce classeur une feuille d’attributions').waitFor()
  await titre(page, /Suivez vos objectifs/)
  await commander(page, 'SuivreFlux')
  await page.getByText('Ajoutez à ce classeur une feuille de parc').waitFor()
  await page.context().close()
})
