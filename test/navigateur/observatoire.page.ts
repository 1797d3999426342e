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

const DUNKERQUE = '#vue=portrait&territoire=245900428'
const EXEMPLE = '&exemple=1&territoire=245900428&indicateur=q1_hors_qpv'
/** The views by address, each with what makes it full. */
const VUES: readonly (readonly [string, string])[] = [
  ['ensemble', `#vue=ensemble${EXEMPLE}`],
  ['portrait', `#vue=portrait${EXEMPLE}`],
  ['comparaison', `#vue=comparaison${EXEMPLE}`],
  ['evolution', `#vue=evolution${EXEMPLE}`],
  ['carte-tuiles', `#vue=carte${EXEMPLE}&indicateur2=bilan_prioritaires&fond=epci`],
  ['carte-departements', `#vue=carte${EXEMPLE}&indicateur2=bilan_prioritaires&fond=departements`],
  ['objectifs', `#vue=objectifs${EXEMPLE}`],
  ['reforme', '#vue=reforme'],
  ['initiatives', '#vue=initiatives'],
  ['methode', '#vue=methode'],
  ['donnees', `#vue=donnees${EXEMPLE}`],
]
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
  await allerA(page, '#vue=donnees')
  await page
    .locator('#fichier')
    .setInputFiles({ name: nom, mimeType: 'application/json', buffer: Buffer.from(contenu) })
}

/** The view that the address asks for is on screen, its drawings drawn. */
async function pret(page: Page): Promise<void> {
  await page.locator('main[data-prete]').waitFor()
  await page.waitForFunction(() => {
    const graphiques = [...document.querySelectorAll('att-graphique')]
    return graphiques.every((g) => g.hasAttribute('data-dessine')) && document.querySelector('.fig-attente') === null
  })
}

async function allerA(page: Page, fragment: string): Promise<void> {
  await page.evaluate((f) => {
    location.hash = f
  }, fragment)
  const vue = new URLSearchParams(fragment.slice(1)).get('vue') ?? 'portrait'
  await page.locator(`main[data-prete][data-vue="${vue}"]`).waitFor()
  await pret(page)
}

interface TableLue extends HTMLElement {
  readonly modele: {
    readonly nombreLignes: number
    readonly colonnes: readonly { readonly code: string }[]
    readonly cellule: (ligne: number, colonne: number) => string | { readonly values: readonly unknown[] }
  }
}

/** Name and value of each row of the first table, and of each bar of the first drawing, as the page holds them. */
async function jumeaux(page: Page): Promise<{ table: [string, string][]; barres: [string, number | null][] }> {
  await pret(page)
  return page.evaluate(() => {
    const { modele } = document.querySelector('.fig att-table') as TableLue
    const rang = (code: string): number => modele.colonnes.findIndex((colonne) => colonne.code === code)
    const lire = (ligne: number, code: string): string => {
      const cellule = modele.cellule(ligne, rang(code))
      return typeof cellule === 'string' ? cellule : String(cellule.values[0])
    }
    const { donneesDessinees } = document.querySelector('att-graphique') as HTMLElement & {
      readonly donneesDessinees: readonly { readonly nom: string; readonly valeur: number | null }[]
    }
    return {
      table: Array.from({ length: modele.nombreLignes }, (_, i) => [lire(i, 'nom'), lire(i, 'valeur')]),
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
  ['1280-clair', { largeur: 1280, theme: 'light' }],
  ['1280-sombre', { largeur: 1280, theme: 'dark' }],
  ['1280-force', { largeur: 1280, contrasteForce: true }],
  ['2200-clair', { largeur: 2200, hauteur: 1200, theme: 'light' }],
]

describe.each(LECTEURS)('%s', (cas, lecteur) => {
  it('each view by its address: no complaint, no serious fault of accessibility, no sideways scroll', async () => {
    const { page, plaintes } = await ouvrir(navigateur, `observatoire/${VUES[0]?.[1] ?? ''}`, lecteur)
    for (const [nom, fragment] of VUES) {
      await allerA(page, fragment)
      await photographier(page, `observatoire-${nom}-${cas}`, true)
      expect([nom, await fautesAxe(page)]).toEqual([nom, []])
      expect([nom, await debordement(page)]).toEqual([nom, 0])
      expect([nom, await page.title()]).not.toEqual([nom, ''])
    }
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('a file of one’s own, its withheld breakdown: the same', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'observatoire/', lecteur)
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByRole('heading', { level: 1 }).getByText('déjà logés').waitFor()
    for (const [nom, fragment] of [
      ['mutations', `#vue=portrait&indicateur=part_mutations&territoire=${LILLE.code}`],
      ['repartition', `#vue=portrait&indicateur=repartition_quartiles&territoire=${LILLE.code}`],
      ['retenue', `#vue=portrait&indicateur=repartition_quartiles&territoire=${LYS.code}`],
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

it('the question that is judged is answered from the first screen, by the keyboard, in under a minute', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'observatoire/')
  const debut = Date.now()
  await pret(page)
  await page.getByRole('link', { name: /^Essayer/ }).press('Enter')
  await page.getByRole('heading', { level: 1, name: /baux signés hors quartier prioritaire/ }).waitFor()
  await page.getByRole('combobox', { name: 'Territoire' }).focus()
  await page.keyboard.type('dunkerque')
  await page.keyboard.press('Enter')
  await page.getByText(/CU de Dunkerque est \d+e sur \d+, entre le \d+er? et le \d+e rang/).waitFor()
  await page
    .locator('.fig-depuis')
    .getByText(/depuis le \de trimestre 202\d/)
    .waitFor()
  expect(await page.locator('main .fig-fictif').count()).toBeGreaterThan(1)
  expect(Date.now() - debut).toBeLessThan(60_000)
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('on a phone the answer comes under the eyes when a territory is chosen', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/#vue=portrait&exemple=1&indicateur=q1_hors_qpv', {
    largeur: 360,
    hauteur: 740,
    tactile: true,
  })
  await pret(page)
  await page.getByRole('combobox', { name: 'Territoire' }).fill('dunk')
  await page.getByRole('option', { name: /CU de Dunkerque/ }).tap()
  await expect.poll(async () => (await page.locator('.fig-depuis').boundingBox())?.y ?? 1_000).toBeLessThan(700)
  await page.context().close()
})

it('views are gone through by the keyboard; the title takes the focus, and the back button comes back', async () => {
  const { page, plaintes } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`)
  await pret(page)
  for (const [nom, vue] of [
    ['Comparaison', 'comparaison'],
    ['Réforme', 'reforme'],
    ['Méthode', 'methode'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Vues' }).getByRole('link', { name: nom }).press('Enter')
    await page.locator(`main[data-prete][data-vue=${vue}]`).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(new URL(page.url()).hash).toContain(`vue=${vue}`)
  }
  await page.goBack()
  await page.locator('main[data-prete][data-vue=reforme]').waitFor()
  expect(await page.title()).toContain('réforme')
  expect(new URL(page.url()).hash).toContain('territoire=245900428')
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('on a narrow screen the views are a list', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/', { largeur: 320 })
  await pret(page)
  await page.getByLabel('Vue', { exact: true }).selectOption('Carte')
  await page.locator('main[data-prete][data-vue=carte]').waitFor()
  await page.context().close()
})

describe('the table is the twin of the chart', () => {
  it.each([
    ['many bars', `${DUNKERQUE}&indicateur=bilan_prioritaires`],
    ['named bars', '#vue=portrait&territoire=200071785&parmi=departement:02'],
    ['thresholds', '#vue=portrait&indicateur=seuil_q2&territoire=200093201&periode=2025&parmi=tous'],
    ['counts', '#vue=portrait&indicateur=bilan_attributions'],
    ['dots', `#vue=comparaison${EXEMPLE}`],
  ])('%s', async (_, fragment) => {
    const { page } = await ouvrir(navigateur, `observatoire/${fragment}`)
    const { table, barres } = await jumeaux(page)
    const montrees = table.filter(([, valeur]) => /\d/.test(valeur))
    expect(barres.length).toBeGreaterThan(4)
    expect(barres.map(([nom]) => nom)).toEqual(montrees.map(([nom]) => nom))
    barres.forEach(([, valeur], i) => {
      const texte = montrees[i]?.[1] ?? ''
      expect(nombre(texte)).toBeCloseTo(texte.includes('%') ? Math.round((valeur ?? 0) * 1000) / 10 : (valeur ?? 0), 6)
    })
    await page.context().close()
  })

  it('and shows the thresholds of the law as they are in its table', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/#vue=portrait&indicateur=seuil_q1&periode=2024&parmi=tous')
    const { barres } = await jumeaux(page)
    const attendus = [...SEUILS_QUARTILES.parSiren.values()].flatMap((annees) =>
      annees.filter(({ annee }) => annee === 2024).map(({ q1 }) => q1),
    )
    expect(barres.map(([, valeur]) => valeur)).toEqual(attendus.sort((a, b) => b - a))
    await page.context().close()
  })
})

it('a territory is found, chosen and left from the keyboard, and the back button undoes it', async () => {
  const { page, plaintes } = await ouvrir(navigateur, 'observatoire/#vue=portrait')
  await pret(page)
  const champ = page.getByRole('combobox', { name: 'Territoire' })
  await champ.focus()
  await page.keyboard.type('chateau thierry')
  const options = page.getByRole('listbox', { name: 'Territoire' }).getByRole('option')
  await expect.poll(() => options.count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 3, name: 'CA de la Région de Château-Thierry' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#vue=portrait&territoire=200072031')
  await champ.focus()
  await page.keyboard.type('dunkerque')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 3, name: 'CU de Dunkerque' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 3, name: 'CA de la Région de Château-Thierry' }).waitFor()
  expect(await champ.inputValue()).toBe('CA de la Région de Château-Thierry')
  await page.goBack()
  await page.getByRole('heading', { level: 3, name: /^Médiane/ }).waitFor()
  await page.goForward()
  await page.getByRole('heading', { level: 3, name: 'CA de la Région de Château-Thierry' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 3, name: 'CA de la Région de Château-Thierry' }).waitFor()
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
  await page.getByLabel('Indicateur', { exact: true }).selectOption('Seuil du premier quartile de ressources')
  await page.getByRole('heading', { level: 1, name: /premier quartile/ }).waitFor()
  await page.getByLabel('Comparer parmi').selectOption('EPCI du département Nord')
  expect(new URL(page.url()).hash).toBe('#vue=portrait&territoire=245900428&indicateur=seuil_q1&parmi=departement:59')
  await page.getByText('Tableau des chiffres').first().click()
  const table = page.getByRole('grid').first()
  await table.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(() => new URL(page.url()).hash).not.toContain('245900428')
  expect(await page.title()).toContain('premier quartile')
  await page.context().close()
})

it('a bar chooses its territory', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/#vue=portrait&indicateur=bilan_prioritaires')
  await pret(page)
  const cadre = await page.locator('canvas').first().boundingBox()
  if (cadre === null) throw new Error('no chart on screen')
  await page.mouse.click(cadre.x + cadre.width - 14, cadre.y + cadre.height - 60)
  await page.getByRole('heading', { level: 3, name: 'CC du Sud Avesnois' }).waitFor()
  await page.context().close()
})

describe('the map', () => {
  it('is one stop of the Tab key, gone through with the arrows, read on both sides, chosen with Enter', async () => {
    const { page, plaintes } = await ouvrir(navigateur, `observatoire/${VUES[4]?.[1] ?? ''}`)
    await pret(page)
    const tuiles = page.locator('.carte-tuile')
    await tuiles.first().waitFor()
    expect(await page.locator('.carte-tuile[tabindex="0"]').count()).toBe(2)
    await page.locator('.carte-tuile[tabindex="0"]').first().focus()
    await page.keyboard.press('Home')
    expect(await page.locator('.carte-tuile[data-vise]').count()).toBe(2)
    const lecture = page.locator('.obs-lecture-carte')
    expect(await lecture.textContent()).toContain('hors quartier prioritaire, 2025')
    expect(await lecture.textContent()).toContain('bilan officiel')
    await page.keyboard.press('ArrowRight')
    const nom = (await lecture.textContent())?.split('\u202f:')[0] ?? ''
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).hash).not.toContain('245900428')
    await expect.poll(() => page.getByRole('combobox', { name: 'Territoire' }).inputValue()).toBe(nom)
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('draws départements, with the name of who drew them', async () => {
    const { page } = await ouvrir(navigateur, `observatoire/${VUES[5]?.[1] ?? ''}`)
    await pret(page)
    await page.locator('.carte-lieu').first().waitFor()
    expect(await page.locator('.carte-france').first().locator('.carte-lieu').count()).toBe(5)
    expect(await page.getByText('CC BY 4.0').count()).toBe(2)
    await page.context().close()
  })
})

it('initiatives are found by words and theme, in the address; the matrix leads to them', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/#vue=initiatives')
  await pret(page)
  await page.getByRole('heading', { level: 2, name: '79\u00a0initiatives' }).waitFor()
  await page.getByRole('searchbox').fill('bourse')
  await expect.poll(() => page.locator('.obs-fiche').count()).toBeLessThan(10)
  expect(new URL(page.url()).hash).toContain('mots=bourse')
  await page.getByRole('searchbox').fill('zzz')
  await page.getByText('Aucune initiative ne correspond').waitFor()
  await page.getByRole('link', { name: 'Tout montrer' }).click()
  await page.getByRole('heading', { level: 2, name: '79\u00a0initiatives' }).waitFor()
  await page.locator('.obs-matrice a').first().click()
  await expect.poll(() => page.locator('.obs-fiche').count()).toBeLessThan(10)
  await page.context().close()
})

it('territories are compared two by two: chosen, kept in the address, taken away', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/#vue=comparaison&indicateur=bilan_prioritaires')
  await pret(page)
  for (const nom of ['dunkerque', 'boulonnais']) {
    await page.getByRole('combobox', { name: 'Ajouter' }).fill(nom)
    await page.keyboard.press('Enter')
    await pret(page)
  }
  expect(new URL(page.url()).hash).toContain('parmi=choisis&territoires=245900428,')
  expect((await jumeaux(page)).table).toHaveLength(2)
  await page.getByRole('button', { name: 'Retirer CU de Dunkerque' }).click()
  await expect.poll(() => page.locator('.obs-puce').count()).toBe(1)
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
  await page.evaluate(() => {
    location.hash = '#vue=constructor&territoire=245900428'
  })
  await page.getByRole('heading', { level: 3, name: 'CU de Dunkerque' }).waitFor()
  expect(plaintes).toEqual([])
  await page.context().close()
})

it('the room display is larger, and in the address', async () => {
  const { page } = await ouvrir(navigateur, `observatoire/${DUNKERQUE}`)
  await pret(page)
  const avant = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  await page.getByRole('button', { name: 'Affichage en salle' }).click()
  expect(new URL(page.url()).hash).toContain('affichage=salle')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).not.toBe(avant)
  await photographier(page, 'observatoire-salle')
  expect(await debordement(page)).toBe(0)
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
      .getByText(/1er sur 2/)
      .first()
      .waitFor()
    await page
      .getByText('Hauts-de-France\u202f: 27,9\u202f%, somme de 2 EPCI sur 3, les autres retenus')
      .first()
      .waitFor()
    await page.getByRole('navigation', { name: 'Vues' }).getByRole('link', { name: 'Données' }).click()
    await page.getByRole('button', { name: 'Retirer trois.json' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Retirer trois.json' }).count()).toBe(0)
    await page.goBack()
    await page.getByText('L’adresse demande ce qui n’est pas ici').waitFor()
    await page.context().close()
  })

  it('shows why a figure is withheld, in the answer and in the table', async () => {
    const { page } = await ouvrir(navigateur, 'observatoire/')
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByText(/11\u00a0chiffres, dont/).waitFor()
    await allerA(page, `#vue=portrait&indicateur=part_mutations&territoire=${LYS.code}`)
    await page.getByText('Non publié').first().waitFor()
    await page.getByText('compte moins de 11 ménages').first().waitFor()
    await page.getByText('Tableau des chiffres').first().click()
    await page.getByRole('gridcell', { name: 'Protégé' }).first().waitFor()
    await page.context().close()
  })

  it('never stands beside the fictitious years', async () => {
    const { page } = await ouvrir(navigateur, `observatoire/#vue=portrait${EXEMPLE}`)
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByText(/11\u00a0chiffres, dont/).waitFor()
    await expect.poll(() => page.locator('.obs-exemple').count()).toBe(0)
    await page.context().close()
  })

  it('and another that says otherwise: the conflict is shown, settled by rule', async () => {
    const { page, plaintes } = await ouvrir(navigateur, 'observatoire/')
    await pret(page)
    await deposer(page, FICHIER)
    await page.getByText(/11\u00a0chiffres, dont/).waitFor()
    const autre = ecrireJeu(
      sceller(
        jeu([taux(LILLE, 310, 1_000, { indicateur: 'part_mutations' })], {
          titre: 'Une correction fictive',
          fait_le: '2026-06-30',
          indicateurs: INDICATEURS.filter(({ id }) => id === 'part_mutations'),
        }),
      ),
    )
    await deposer(page, autre, 'correction.json')
    await page.getByText('31,0\u202f%').first().waitFor()
    await allerA(page, '#vue=donnees')
    await page.getByRole('heading', { name: 'Ce que les fichiers disent autrement' }).waitFor()
    await page
      .getByText(/gardé.*écarté/)
      .first()
      .waitFor()
    await photographier(page, 'observatoire-conflits', true)
    expect(plaintes).toEqual([])
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
    await allerA(page, '#vue=donnees')
    const requetes: string[] = []
    page.on('request', (requete) => {
      if (requete.method() !== 'GET' || requete.postData() !== null) requetes.push(requete.url())
    })
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
  await pret(page)
  await page.context().close()
})

it('prints in ink on paper, tables open, nothing cut at the side, even from a dark screen', async () => {
  const { page } = await ouvrir(navigateur, 'observatoire/', { theme: 'dark', largeur: 760 })
  for (const [nom, fragment] of VUES) {
    await allerA(page, fragment)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await pret(page)
    await photographier(page, `observatoire-${nom}-impression`, true)
    expect([nom, await debordement(page)]).toEqual([nom, 0])
    expect(await page.locator('details:not([open])').count()).toBe(0)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
  }
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined()
  await page.context().close()
})

it('on paper no drawing is laid over what follows it', async () => {
  const { page } = await ouvrir(navigateur, `observatoire/${VUES[2]?.[1] ?? ''}`)
  await pret(page)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const bas = await page.evaluate(() =>
    [...document.querySelectorAll('.graphique-toile')].map((toile) => {
      const { bottom } = (toile.querySelector('canvas') ?? toile).getBoundingClientRect()
      const suite = toile.closest('figure')?.querySelector('figcaption')?.getBoundingClientRect().top ?? 0
      return suite - bottom
    }),
  )
  expect(bas.length).toBeGreaterThan(0)
  expect(Math.min(...bas)).toBeGreaterThanOrEqual(0)
  await page.context().close()
})
