import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lireGrille } from '../../core/index.ts'
import { Dossier, executer } from '../outils/lancer-cli.ts'
import { annuler, bouton, titre } from './atelier-gestes.ts'
import { debordement, fautesAxe, lancer, ouvrir, photographier, type Lecteur } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

const CURSEUR = '#essai-points-DALO--curseur'
const CHAMP = '#essai-points-DALO-'

async function essayerExemple(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Essayer' }).click()
  await bouton(page, 'Essayer sur l’exemple').click()
  await page.locator('.essai-carte').waitFor()
}

async function allerPage(page: Page, nom: string): Promise<void> {
  await page.locator('.essai-pages button', { hasText: nom }).click()
}

async function difference(page: Page, texte: string): Promise<void> {
  await page.locator('.essai-differences li', { hasText: texte }).waitFor()
}

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { largeur: 320, hauteur: 700, theme: 'light' }],
  ['320-sombre', { largeur: 320, hauteur: 700, theme: 'dark' }],
  ['1280-clair', { largeur: 1280, theme: 'light' }],
  ['1280-sombre', { largeur: 1280, theme: 'dark' }],
  ['1280-force', { largeur: 1280, contrasteForce: true }],
]

describe.each(LECTEURS)('trying a grid, %s', (cas, lecteur) => {
  it('each page stands: no serious fault of accessibility, no sideways scroll, no complaint', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'atelier/', lecteur)
    const verifier = async (nom: string): Promise<void> => {
      await photographier(page, `essayer-${cas}-${nom}`, true)
      expect({ nom, fautes: await fautesAxe(page) }).toEqual({ nom, fautes: [] })
      expect({ nom, debordement: await debordement(page) }).toEqual({ nom, debordement: 0 })
    }
    await page.getByRole('button', { name: 'Essayer' }).click()
    await page.locator('.vide').waitFor()
    await verifier('1-prealables')
    await essayerExemple(page)
    await verifier('2-depart')
    await page.locator(CURSEUR).fill('40')
    await difference(page, '50 → 40')
    await page.locator('.essai-bandes').waitFor()
    await page.locator('.essai-mouvants button').first().click()
    await page.locator('#essai-explication').waitFor()
    for (const pli of await page.locator('.essai-reglages .repli > summary').all()) {
      if (!(await pli.evaluate((e) => (e.parentElement as HTMLDetailsElement).open))) await pli.click()
    }
    await verifier('3-dalo-40')
    await allerPage(page, 'Scénarios')
    await page.locator('#essai-nom').fill('DALO à 40')
    await bouton(page, /^\s*Garder\s*$/u).click()
    await page.locator('.essai-resume').waitFor()
    await verifier('4-scenarios')
    await allerPage(page, 'Robustesse')
    await bouton(page, 'Mesurer la robustesse').click()
    await page.locator('.essai-tornade').waitFor()
    await verifier('5-robustesse')
    await allerPage(page, 'Équité')
    await bouton(page, 'Mesurer avant et après').click()
    await page.locator('.essai-composition').first().waitFor()
    await verifier('6-equite')
    await allerPage(page, 'Recul')
    await page.locator('.essai-part').first().waitFor()
    await verifier('7-recul')
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

it('« what if DALO were worth 40? »: three moves from the page, well under a minute', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  const debut = Date.now()
  await essayerExemple(page)
  await page.locator(CHAMP).fill('40')
  await page.keyboard.press('Enter')
  await difference(page, 'Reconnu prioritaire au titre du DALO\u202f: 50 → 40')
  expect(await page.locator('.essai-chiffre strong').innerText()).toMatch(/^[1-9][0-9]*,[0-9]\u202f%$/u)
  const secondes = (Date.now() - debut) / 1000
  process.stdout.write(`« et si le DALO valait 40 ? » answered in ${secondes.toFixed(1)} s\n`)
  expect(secondes).toBeLessThan(60)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('from the keyboard: a slider moves by its arrows, one run of arrows a step; undo, redo, all back', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(page)
  const curseur = page.locator(CURSEUR)
  await curseur.focus()
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft')
  await difference(page, '50 → 47')
  expect(await page.locator(CHAMP).inputValue()).toBe('47')
  expect(await curseur.getAttribute('aria-valuetext')).toBe('47 points')
  await page.keyboard.press('Home')
  await page.locator('.etiquette', { hasText: 'retiré' }).waitFor()
  await bouton(page, 'Annuler').click()
  await difference(page, '50 → 47')
  await bouton(page, 'Tout remettre').click()
  await page.getByText('Rien n’est changé').waitFor()
  await bouton(page, 'Annuler').click()
  await difference(page, '50 → 47')
  await bouton(page, 'Rétablir').click()
  await page.getByText('Rien n’est changé').waitFor()
  await page.context().close()
})

it('what cannot be is refused at its field, which keeps what was typed', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(page)
  await page.locator(CHAMP).fill('beaucoup')
  await page.keyboard.press('Enter')
  await page.locator('.reglage .champ-erreur', { hasText: 'n’est pas un nombre' }).waitFor()
  expect(await page.locator(CHAMP).inputValue()).toBe('beaucoup')
  expect(await fautesAxe(page)).toEqual([])
  await page.locator(CHAMP).fill('45')
  await page.keyboard.press('Enter')
  await difference(page, '50 → 45')
  expect(await page.locator('.reglage .champ-erreur').count()).toBe(0)
  await page.context().close()
})

it('a scenario saved as a file and opened again in a new page has the same identity and the same head of ranking', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(page)
  await page.locator(CHAMP).fill('40')
  await page.keyboard.press('Enter')
  await difference(page, '50 → 40')
  const tete = async (p: Page): Promise<string[]> => {
    await p.locator('att-table [data-ligne="5"]').waitFor()
    return p.locator('att-table [data-ligne] [aria-colindex="2"]').allInnerTexts()
  }
  await bouton(page, 'Garder ce scénario').click()
  await page.locator('#essai-nom').fill('DALO à 40')
  await page.keyboard.press('Enter')
  await page.locator('.essai-scenario').waitFor()
  const [fichier] = await Promise.all([page.waitForEvent('download'), bouton(page, 'Fichier .json').click()])
  const texte = await readFile(await fichier.path(), 'utf8')
  const { empreinte } = lireGrille(JSON.parse(texte))
  expect(await page.locator('.essai-scenario .aide').first().innerText()).toContain(empreinte.slice(7, 19))
  await allerPage(page, 'Régler')
  const attendue = await tete(page)
  await page.context().close()

  const autre = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(autre.page)
  await allerPage(autre.page, 'Scénarios')
  await autre.page
    .locator('#essai-fichier')
    .setInputFiles({ name: 'dalo-40.json', mimeType: 'application/json', buffer: Buffer.from(texte) })
  await difference(autre.page, '50 → 40')
  expect(await tete(autre.page)).toEqual(attendue)
  await allerPage(autre.page, 'Scénarios')
  expect(await autre.page.locator('.essai-scenario .aide').first().innerText()).toContain(empreinte.slice(7, 19))
  expect(autre.plaintes).toEqual([])
  await autre.page.context().close()
})

it('« reprendre cette grille » scores with it, and it can be undone; documents leave as files', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(page)
  await page.locator(CHAMP).fill('40')
  await page.keyboard.press('Enter')
  await difference(page, '50 → 40')
  await allerPage(page, 'Scénarios')
  for (const [action, nom] of [
    ['Dossier Word', 'demandes-exemple - dossier de la grille.docx'],
    ['Annexe Word', 'demandes-exemple - annexe du PPGDID.docx'],
    ['Classeur des scénarios', 'demandes-exemple - scénarios.xlsx'],
  ] as const) {
    const [fichier] = await Promise.all([page.waitForEvent('download'), bouton(page, action).click()])
    expect(fichier.suggestedFilename()).toBe(nom)
  }
  await allerPage(page, 'Régler')
  await bouton(page, 'Reprendre cette grille').click()
  await page.getByText('est maintenant la grille en vigueur').waitFor()
  expect(await page.locator(CHAMP).inputValue()).toBe('40')
  await bouton(page, 'Remettre la grille d’avant').click()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#essai-points-DALO-')?.value === '50')
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('measuring can be stopped, and the trial goes on', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(page)
  await allerPage(page, 'Robustesse')
  const arret = annuler(page, 'Mesure de la robustesse')
  await bouton(page, 'Mesurer la robustesse').click()
  await arret
  await titre(page, /Essayer une grille/)
  await page.context().close()
})

it('the workshop ranks as the command line does, communes given by name included', async () => {
  const { page } = await ouvrir(navigateur, 'atelier/')
  await essayerExemple(page)
  await page.getByRole('button', { name: 'Coter' }).click()
  await bouton(page, 'Enregistrer les résultats').click()
  const [fichier] = await Promise.all([page.waitForEvent('download'), bouton(page, 'Enregistrer le CSV').click()])
  using dossier = new Dossier()
  const sortie = dossier.dans('cotation.csv')
  const options = ['--grille', 'exemples/grille-exemple.json', '--jour', '2026-01-31', '--sortie', sortie]
  expect((await executer('coter', 'exemples/demandes-exemple.xlsx', ...options)).statut).toBe(0)
  const numeros = (texte: string): string[] => texte.split('\n').flatMap((ligne) => /\d{18}/u.exec(ligne)?.[0] ?? [])
  const attendus = numeros(await readFile(sortie, 'utf8'))
  expect(attendus.length).toBeGreaterThan(1_900)
  expect(numeros(await readFile(await fichier.path(), 'utf8'))).toEqual(attendus)
  await page.context().close()
})
