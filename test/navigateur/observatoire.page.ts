import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEUILS_QUARTILES } from '../../core/index.ts'
import { ecrireJeu, INDICATEURS_DEMANDE, sceller, type Territoire } from '../../core/observatoire/index.ts'
import { jeu, FLANDRE, LILLE, LYS, observation, RETENU, taux } from '../observatoire/outils.ts'
import { debordement, fautesAxe, lancer, ouvrir, photographier, type Lecteur } from './navigateur.ts'

let navigateur: Browser

beforeAll(async () => {
  navigateur = await lancer()
})

afterAll(async () => {
  await navigateur.close()
})

const DUNKERQUE = '#territoire=245900428'
const QUARTILES = [40, 25, 20, 15]
const INDICATEURS = INDICATEURS_DEMANDE.map(({ indicateur }) => indicateur)

function repartition({ code: territoire }: Territoire, retenue: boolean) {
  return QUARTILES.map((n, i) =>
    observation({
      indicateur: 'repartition_quartiles',
      territoire,
      dimension: 'quartile',
      modalite: String(i + 1),
      ...(retenue ? RETENU : { numerateur: n, denominateur: 100, valeur: n / 100 }),
    }),
  )
}

/** Three territories, one of which withholds its breakdowns. */
const FICHIER = ecrireJeu(
  sceller(
    jeu(
      [
        taux(LILLE, 300, 1_000, { indicateur: 'part_mutations' }),
        taux(FLANDRE, 90, 400, { indicateur: 'part_mutations' }),
        taux(LYS, 0, 1, { indicateur: 'part_mutations', ...RETENU }),
        ...repartition(LILLE, false),
        ...repartition(LYS, true),
      ],
      {
        titre: 'Trois territoires fictifs',
        indicateurs: INDICATEURS.filter(({ id }) => ['part_mutations', 'repartition_quartiles'].includes(id)),
      },
    ),
  ),
)

async function deposer(page: Page, contenu: string, nom = 'trois.json'): Promise<void> {
  await page
    .locator('#fichier')
    .setInputFiles({ name: nom, mimeType: 'application/json', buffer: Buffer.from(contenu) })
}

async function pret(page: Page): Promise<void> {
  await page.locator('att-graphique[data-dessine], .vide').first().waitFor()
}

async function allerA(page: Page, fragment: string): Promise<void> {
  await page.evaluate((f) => {
    location.hash = f
  }, fragment)
  await pret(page)
}

interface TableLue extends HTMLElement {
  readonly modele: {
    readonly nombreLignes: number
    readonly colonnes: readonly { readonly code: string }[]
    readonly cellule: (ligne: number, colonne: number) => string
  }
}

/** Name and value of each row of the table, and of each bar drawn, both as texts of the page. */
async function jumeaux(page: Page): Promise<{ table: [string, string][]; barres: [string, number][] }> {
  await pret(page)
  return page.evaluate(() => {
    const { modele } = document.querySelector('att-table') as TableLue
    const rang = (code: string): number => modele.colonnes.findIndex((colonne) => colonne.code === code)
    const { donneesDessinees } = document.querySelector('att-graphique') as HTMLElement & {
      readonly donneesDessinees: readonly { readonly nom: string; readonly valeur: number }[]
    }
    return {
      table: Array.from({ length: modele.nombreLignes }, (_, i) => [
        modele.cellule(i, rang('nom')),
        modele.cellule(i, rang('valeur')),
      ]),
      barres: donneesDessinees.map(({ nom, valeur }) => [nom, valeur]),
    }
  })
}

function nombre(texte: string): number {
  return Number(texte.replace(/[\s%€]/gu, '').replace(',', '.'))
}

const LECTEURS: readonly (readonly [string, Lecteur])[] = [
  ['320-clair', { largeur: 320, theme: 'light' }],
  ['320-sombre', { largeur: 320, theme: 'dark' }],
  ['768-clair', { largeur: 768, theme: 'light' }],
  ['1280-clair', { largeur: 1280, theme: 'light' }],
  ['1280-sombre', { largeur: 1280, theme: 'dark' }],
  ['1280-force', { largeur: 1280, contrasteForce: true }],
  ['2200-clair', { largeur: 2200, hauteur: 1200, theme: 'light' }],
]

describe.each(LECTEURS)('%s', (cas, lecteur) => {
  it.each([
    ['ensemble', ''],
    ['profil', DUNKERQUE],
    ['noms', '#territoire=200071785&parmi=departement:02'],
    ['sans-taux', '#indicateur=bilan_dalo&territoire=240200576'],
  ])('%s: no complaint, no serious fault of accessibility, no sideways scroll', async (nom, fragment) => {
    const { page, plaintes } = await ouvrir(navigateur, `observatoire/${fragment}`, lecteur)
    await pret(page)
    await photographier(page, `observatoire-${nom}-${cas}`, true)
    expect(await fautesAxe(page)).toEqual([])
    expect(await debordement(page)).toBe(0)
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('a file of one’s own, its withheld breakdown: the same', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'observatoire/', lecteur)
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByRole('heading', { level: 1 }).getByText('déjà logés').waitFor()
    for (const [nom, fragment] of [
      ['mutations', `#indicateur=part_mutations&territoire=${LILLE.code}`],
      ['repartition', `#indicateur=repartition_quartiles&territoire=${LILLE.code}`],
      ['retenue', `#indicateur=repartition_quartiles&territoire=${LYS.code}`],
    ] as const) {
      await allerA(page, fragment)
      await photographier(page, `observatoire-${nom}-${cas}`, true)
      expect(await fautesAxe(page)).toEqual([])
      expect(await debordement(page)).toBe(0)
    }
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})

describe('the table is the twin of the chart', () => {
  it.each([
    ['many bars', DUNKERQUE],
    ['named bars', '#territoire=200071785&parmi=departement:02'],
    ['thresholds', '#indicateur=seuil_q2&territoire=200093201&periode=2025&parmi=tous'],
    ['counts', '#indicateur=bilan_attributions'],
  ])('%s', async (_, fragment) => {
    const { page } = await ouvrir(navigateur, `observatoire/${fragment}`)
    const { table, barres } = await jumeaux(page)
    const montrees = table.filter(([, valeur]) => valeur !== '–')
    expect(barres.length).toBeGreaterThan(4)
    expect(barres.map(([nom]) => nom)).toEqual(montrees.map(([nom]) => nom))
    barres.forEach(([, valeur], i) => {
      const texte = montrees[i]?.[1] ?? ''
      expect(nombre(texte)).toBeCloseTo(texte.includes('%') ? Math.round(valeur * 1000) / 10 : valeur, 6)
    })
    await page.context().close()
  })

  it('and shows the thresholds of the law as they are in its table', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/#indicateur=seuil_q1&periode=2024&parmi=tous')
    const { barres } = await jumeaux(page)
    const attendus = [...SEUILS_QUARTILES.parSiren.values()].flatMap((annees) =>
      annees.filter(({ annee }) => annee === 2024).map(({ q1 }) => q1),
    )
    expect(barres.map(([, valeur]) => valeur)).toEqual(attendus.sort((a, b) => b - a))
    await page.context().close()
  })
})

it('a territory is found, chosen and left from the keyboard, and the back button undoes it', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'observatoire/')
  await pret(page)
  const champ = page.getByRole('combobox', { name: 'Territoire' })
  await champ.focus()
  await page.keyboard.type('chateau thierry')
  const options = page.getByRole('listbox', { name: 'Territoire' }).getByRole('option')
  await expect.poll(() => options.count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'CA de la Région de Château-Thierry' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#territoire=200072031')
  await champ.focus()
  await page.keyboard.type('dunkerque')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'CU de Dunkerque' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 2, name: 'CA de la Région de Château-Thierry' }).waitFor()
  expect(await champ.inputValue()).toBe('CA de la Région de Château-Thierry')
  await page.goBack()
  await page.getByRole('heading', { level: 2, name: /^Médiane/ }).waitFor()
  await page.goForward()
  await page.getByRole('heading', { level: 2, name: 'CA de la Région de Château-Thierry' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 2, name: 'CA de la Région de Château-Thierry' }).waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('the list closes on Escape and says when nothing fits', async () => {
  const { page } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`)
  await pret(page)
  const champ = page.getByRole('combobox', { name: 'Territoire' })
  await champ.fill('zzzz')
  await page.getByText('Aucun résultat.').waitFor()
  await page.keyboard.press('Escape')
  expect(await champ.getAttribute('aria-expanded')).toBe('false')
  expect(await champ.inputValue()).toBe('CU de Dunkerque')
  await page.context().close()
})

it('the indicator, the company and a row of the table change the address and the title', async () => {
  const { page } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`)
  await pret(page)
  await page.getByLabel('Indicateur').selectOption('Seuil du premier quartile de ressources')
  await page.getByRole('heading', { level: 1, name: /premier quartile/ }).waitFor()
  await page.getByLabel('Comparer parmi').selectOption('Département\u202f: Nord')
  expect(new URL(page.url()).hash).toBe('#indicateur=seuil_q1&territoire=245900428&parmi=departement:59')
  const table = page.getByRole('grid')
  await table.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).hash).not.toContain('245900428')
  expect(await page.title()).toContain('premier quartile')
  await page.context().close()
})

it('a bar chooses its territory', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/')
  await pret(page)
  const cadre = await page.locator('canvas').boundingBox()
  if (cadre === null) throw new Error('no chart on screen')
  await page.mouse.click(cadre.x + cadre.width - 8, cadre.y + cadre.height - 60)
  await page.getByRole('heading', { level: 2, name: 'CC du Sud Avesnois' }).waitFor()
  await page.context().close()
})

it('the link to the content leaves the selection in the address', async () => {
  const { page } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`)
  await pret(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe(DUNKERQUE)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu')
  await page.context().close()
})

it('an address that asks for what is not there says so and shows the rest', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'observatoire/#indicateur=__proto__&territoire=123456789')
  await page.getByText('L’adresse demande ce qui n’est pas ici').waitFor()
  await pret(page)
  expect(plaintes).toEqual([])
  await page.context().close()
})

describe('a file of one’s own', () => {
  it('is opened, ranked, compared with the sum of its EPCI, and taken away', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/')
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByText(/11\u00a0chiffres, dont 5\u00a0retenus/).waitFor()
    await page.getByText('30,0\u202f%').first().waitFor()
    await page
      .getByText(/390 sur|1er sur 2/)
      .first()
      .waitFor()
    await page.getByText('Hauts-de-France\u202f: 27,9\u202f%, somme de 2 EPCI sur 3, les autres retenus').waitFor()
    await page.getByRole('button', { name: 'Retirer trois.json' }).click()
    await page.getByText('L’adresse demande ce qui n’est pas ici').waitFor()
    expect(await page.getByText('30,0\u202f%').count()).toBe(0)
    await page.context().close()
  })

  it('shows why a figure is withheld, in the card and in the table', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/')
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByText(/11\u00a0chiffres, dont/).waitFor()
    await allerA(page, `#indicateur=part_mutations&territoire=${LYS.code}`)
    await page.getByText('Non publié').waitFor()
    await page.getByText('compte moins de 11 ménages').waitFor()
    await page.getByRole('gridcell', { name: 'Protégé' }).waitFor()
    await page.context().close()
  })

  it('is refused with its reasons, and the page goes on', async () => {
    const { page, plaintes } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`)
    await pret(page)
    await deposer(page, '{"format":"observatoire/2"}', 'futur.json')
    await page.getByRole('alert').getByText('d’une autre version').waitFor()
    await photographier(page, 'observatoire-refus')
    await deposer(page, 'pas du json', 'x.json')
    await page.getByRole('alert').getByText('n’est pas un fichier JSON valide').waitFor()
    expect(await page.getByText('15,6\u202f%').first().isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Fermer le message' }).click()
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('that was changed since it was published is said to be', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/')
    await pret(page)
    await deposer(page, FICHIER.replace('Trois territoires fictifs', 'Trois territoires modifiés'))
    await page.getByText('son empreinte ne correspond plus').waitFor()
    await page.context().close()
  })

  it('never leaves the page', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/')
    await pret(page)
    const requetes: string[] = []
    page.on('request', (requete) => requetes.push(requete.url()))
    await deposer(page, FICHIER)
    await page.getByText(/11\u00a0chiffres, dont/).waitFor()
    await page.waitForLoadState('networkidle')
    expect(requetes).toEqual([])
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).toBe('{}')
    await page.context().close()
  })
})

it('says that it is loading, then that it failed, and tries again', async () => {
  const page = await (await navigateur.newContext()).newPage()
  const { page: autre } = await ouvrir(navigateur, 'observatoire/')
  const adresse = autre.url()
  await autre.context().close()
  let rompre: (() => void) | undefined
  let casse = true
  await page.route(/livrees/, async (route) => {
    if (!casse) {
      await route.continue()
      return
    }
    await new Promise<void>((resolve) => (rompre = resolve))
    await route.abort()
  })
  await page.goto(adresse)
  await page.getByText('Ouverture des chiffres publiés…').waitFor()
  await photographier(page, 'observatoire-chargement')
  await expect.poll(() => rompre !== undefined).toBe(true)
  casse = false
  rompre?.()
  await page.getByText('n’ont pas pu être ouverts').waitFor()
  await photographier(page, 'observatoire-echec')
  await page.getByRole('button', { name: 'Réessayer' }).click()
  await page.getByRole('heading', { level: 2, name: /^Médiane/ }).waitFor()
  await page.context().close()
})

it('prints in ink on paper, even from a dark screen', async () => {
  const { page } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`, { theme: 'dark' })
  await pret(page)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await photographier(page, 'observatoire-impression', true)
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('clair')
  expect(await page.getByLabel('Indicateur').isVisible()).toBe(false)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined()
  await page.context().close()
})
