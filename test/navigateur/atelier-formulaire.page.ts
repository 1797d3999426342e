import { readFile } from 'node:fs/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lireGrille } from '../../core/index.ts'
import { tirage, type Tirage } from '../generateurs/tirage.ts'
import { bouton, ouvrirExemple, titre } from './atelier-gestes.ts'
import { lancer, ouvrir, photographier } from './navigateur.ts'

const GESTES = 45

/** What hands type: numbers, lists, dates, texts; right, wrong, empty, huge, hostile. */
const SAISIES = [
  ...['0', '1', '12', '7,5', '-3', '1,234', '999999999', '1e3', 'beaucoup', '', ' ', '٣', '½'],
  ...['10 ; 20 ; 30', '30 ; 20', '10 % ; 40 %', '0 ; 5 ; 10', ';', '1;;2', '1 et 2', '2 et 1', 'oui ; non'],
  ...['31/02/2024', '01/01/2020', '2020-01-01', '01/01/2020 et 31/12/2020'],
  ...['Nom', 'DALO', '__proto__', '<b>', '«\u202f»', 'é'.repeat(300), 'date_depot croissant', '200093201'],
]

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

/** All that a hand can reach in the panel of the form, grids to choose and files to save left out. */
const COMMANDES = [
  '.replis summary',
  '.critere-ouvrir',
  'input:not([type=file]):not([type=radio])',
  'select',
  'fluent-switch',
  'fluent-checkbox',
  'fluent-button:not([aria-label^="Enregistrer"], :has-text("Faire une grille locale"))',
]
  .map((quoi) => `[data-part=grille] > div:first-child ${quoi}:visible:not([disabled])`)
  .join(', ')

async function agir(commande: Locator, { entier, parmi }: Tirage): Promise<string> {
  const quoi = await commande.evaluate((e) => `${e.tagName} ${e.getAttribute('type') ?? ''} ${e.id}`)
  if (quoi.startsWith('SELECT')) {
    const choisie = entier(0, (await commande.locator('option').count()) - 1)
    await commande.selectOption({ index: choisie })
    return `${quoi} ← ${String(choisie)}`
  }
  if (quoi.startsWith('INPUT text')) {
    const saisie = parmi(SAISIES)
    await commande.fill(saisie)
    await commande.press('Enter')
    return `${quoi} ← « ${saisie} »`
  }
  const texte = await commande.evaluate((e) => e.getAttribute('aria-label') ?? e.textContent.trim())
  await commande.click()
  return `${quoi} ${texte}`
}

/** What « Fichier .json » gives: the grid as the user would keep it. */
async function grilleEnregistree(page: Page): Promise<unknown> {
  const [fichier] = await Promise.all([page.waitForEvent('download'), bouton(page, 'Fichier .json').click()])
  return JSON.parse(await readFile(await fichier.path(), 'utf8')) as unknown
}

async function ouvrirFormulaire(page: Page): Promise<void> {
  await ouvrirExemple(page)
  await page.getByRole('button', { name: /3\. Grille/ }).click()
  await page.locator('.critere').first().waitFor({ state: 'attached' })
}

it.each([
  ['a grid', 11, false],
  ['a grid', 12, false],
  ['a local grid over a core', 13, true],
])('whatever is done in the form of %s (seed %i), what it saves is accepted', async (_, graine, locale) => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await ouvrirFormulaire(page)
  const socle = await grilleEnregistree(page)
  if (locale) {
    await bouton(page, 'Faire une grille locale').click()
    await page.getByText('grille locale sur').first().waitFor()
  }
  await page.locator('[data-famille] > summary').first().click()
  const hasard = tirage(graine)
  const faits: string[] = []
  const empreintes = new Set<string>()
  let refus = 0
  for (let n = 0; n < GESTES; n++) {
    const commandes = page.locator(COMMANDES)
    faits.push(await agir(commandes.nth(hasard.entier(0, (await commandes.count()) - 1)), hasard))
    const ecrite = await grilleEnregistree(page)
    expect(() => empreintes.add(lireGrille(ecrite, () => socle).empreinte), faits.join('\n')).not.toThrow()
    refus += await page.locator('.champ-erreur:visible').count()
    expect(await page.locator('.bandeau[data-genre=erreur]').count(), faits.join('\n')).toBe(0)
  }
  await photographier(page, `atelier-formulaire-${String(graine)}`, true)
  process.stdout.write(
    `form, seed ${String(graine)}: ${String(empreintes.size)} grids, ${String(refus)} refusals shown\n`,
  )
  // The walk went somewhere.
  expect(empreintes.size).toBeGreaterThan(5)
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
  expect(plaintes).toEqual([])
  await page.context().close()
})
