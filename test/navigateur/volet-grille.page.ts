import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scenario } from '../hote-simule/scenario.ts'
import { bouton, titre } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, photographier, type Lecteur } from './navigateur.ts'
import { avecHote, ouvrirVolet, scenarioExemple } from './volet-hote.ts'

let navigateur: Browser
let exemple: Scenario

beforeAll(async () => {
  navigateur = await lancer()
  exemple = await scenarioExemple('web', 60)
})

afterAll(async () => {
  await navigateur.close()
})

async function allerGrille(page: Page): Promise<void> {
  await bouton(page, 'Trouver les demandes').click()
  await titre(page, /demandes lues/)
  await page.getByRole('button', { name: /3\. Grille/ }).click()
  await page.locator('[data-famille]').first().waitFor()
}

async function ouvrirFeuille(page: Page): Promise<void> {
  await bouton(page, 'Ouvrir la grille dans une feuille').click()
  await page.getByText('la dernière modification compte').first().waitFor()
}

/** Types in a cell of the table `Grille`, by the code of its row and its header. */
function taper(page: Page, code: string, colonne: string, texte: string): Promise<string> {
  return avecHote<string>(
    page,
    `const { feuille, zone, colonnes } = hote.classeur.tableau('Grille')
     const c = zone.colonne + colonnes.findIndex(({ nom }) => nom === ${JSON.stringify(colonne)})
     for (let l = zone.ligne + 1; l < zone.ligne + zone.lignes; l++)
       if (feuille.lire(l, zone.colonne) === ${JSON.stringify(code)})
         return hote.utilisateurTape(feuille, l, c, ${JSON.stringify(texte)})
     return 'absente'`,
  )
}

function lirePoints(page: Page, code: string): Promise<unknown> {
  return avecHote(
    page,
    `const { feuille, zone, colonnes } = hote.classeur.tableau('Grille')
     const c = zone.colonne + colonnes.findIndex(({ nom }) => nom === 'points')
     for (let l = zone.ligne + 1; l < zone.ligne + zone.lignes; l++)
       if (feuille.lire(l, zone.colonne) === ${JSON.stringify(code)}) return feuille.lire(l, c)`,
  )
}

const premierCode = (page: Page): Promise<string> =>
  avecHote<string>(
    page,
    `const { feuille, zone, colonnes } = hote.classeur.tableau('Grille')
     const champ = zone.colonne + colonnes.findIndex(({ nom }) => nom === 'champ')
     const points = zone.colonne + colonnes.findIndex(({ nom }) => nom === 'points')
     for (let l = zone.ligne + 1; l < zone.ligne + zone.lignes; l++)
       if (typeof feuille.lire(l, points) === 'number' && feuille.lire(l, champ) !== null) return feuille.lire(l, zone.colonne)`,
  )

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { theme: 'light' }],
  ['320-sombre', { theme: 'dark' }],
  ['320-force', { contrasteForce: true }],
]

describe.each(LECTEURS)('the grid in its sheets, %s', (cas, lecteur) => {
  it('sheet and form say the same grid, faults are one click from their cell', async () => {
    const { page, plaintes } = await ouvrirVolet(navigateur, exemple, { ...lecteur, mouvementReduit: true })
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `grille-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await allerGrille(page)
    await ouvrirFeuille(page)
    await verifier('1-ouverte')
    expect(await avecHote(page, 'return hote.classeur.selection.feuille.nom')).toBe('Grille')

    const code = await premierCode(page)
    expect(await taper(page, code, 'points', '37')).toBe('pris')
    await page.getByText('la grille du volet la suit').waitFor()
    await page.locator('[data-famille] summary').first().click()
    await page.getByText(/37/).first().waitFor()
    await verifier('2-suivie')

    expect(await taper(page, code, 'champ', 'handicapp')).toBe('averti')
    await page.getByText('1 cellule à corriger dans la feuille').waitFor()
    await verifier('3-faute')
    await page.getByRole('button', { name: /^Ligne \d+, champ$/ }).click()
    await expect
      .poll(() =>
        avecHote(
          page,
          'const { feuille, zone } = hote.classeur.selection; return feuille.fond(zone.ligne, zone.colonne)',
        ),
      )
      .toBe('#FBD9DE')
    await bouton(page, /Coter/).click()
    await page.getByText('1 cellule à corriger dans la feuille').waitFor()
    await bouton(page, 'Remettre la grille du volet').click()
    await page.getByText('à corriger dans la feuille').waitFor({ state: 'detached' })
    expect(await lirePoints(page, code)).toBe(37)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('the form writes the sheet, and scoring counts what was just typed in it', async () => {
  const { page } = await ouvrirVolet(navigateur, exemple)
  await allerGrille(page)
  await ouvrirFeuille(page)
  const code = await premierCode(page)
  await page.locator('[data-famille] summary').first().click()
  const critere = page.locator('.critere-ouvrir').first()
  await critere.click()
  const points = page.locator('[id^="c-"][id$="-points"]').first()
  await points.fill('41')
  await points.press('Enter')
  await expect.poll(() => lirePoints(page, code)).toBe(41)
  await taper(page, code, 'points', '43')
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
  await page.getByRole('button', { name: /3\. Grille/ }).click()
  expect(await points.inputValue()).toBe('43')
  await page.context().close()
})
