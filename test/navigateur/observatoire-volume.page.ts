import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ecrireJeu, indexDe, sceller, type Jeu } from '../../core/observatoire/index.ts'
import { EPCI, grandJeu, INDICATEURS, PERIODES, TERRITOIRES, tous } from '../observatoire/grand-jeu.ts'
import { contexte, ecouter, lancer } from './navigateur.ts'

/** Most milliseconds of work for the first view, and from a choice to its figure. */
const BUDGET_PREMIERE = 1000
const BUDGET_FILTRE = 100

const texteDe = (jeu: Jeu): string => ecrireJeu(sceller(jeu))
const nomDe = (mesure: number, trimestre: number): string => `m${String(mesure)}-t${String(trimestre)}.json`

/** Three million fictitious figures as a site would hold them: each file is written when it is asked for. */
function index(): string {
  const entete = grandJeu(tous(INDICATEURS), [])
  const jeux = tous(INDICATEURS).flatMap((m) =>
    tous(PERIODES).map((t) => {
      const periode = `${String(2016 + Math.floor(t / 4))}-T${String((t % 4) + 1)}`
      return { fichier: nomDe(m, t), indicateurs: [`mesure_${String(m + 1)}`], periodes: [periode], octets: 1 }
    }),
  )
  const [tete] = indexDe([{ fichier: 'entete.json', jeu: entete, octets: 1 }]).jeux
  return JSON.stringify({ format: 'observatoire-index/1', jeux: [tete, ...jeux] })
}

let navigateur: Browser
const INDEX = index()
const ENTETE = texteDe(grandJeu(tous(INDICATEURS), []))

function contenuDe(fichier: string): string {
  if (fichier === 'index.json') return INDEX
  if (fichier === 'entete.json') return ENTETE
  const [, mesure = '0', trimestre = '0'] = /^m(\d+)-t(\d+)\.json$/.exec(fichier) ?? []
  return texteDe(grandJeu([Number(mesure)], [Number(trimestre)]))
}

async function ouvrirGrand(adresse: string): Promise<{ page: Page; plaintes: string[]; lus: string[] }> {
  const page = await (await navigateur.newContext(contexte({}))).newPage()
  const [plaintes, lus]: [string[], string[]] = [[], []]
  await ecouter(page, plaintes)
  await page.route('**/observatoire/donnees/**', async (route) => {
    const fichier = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    lus.push(fichier)
    await route.fulfill({ contentType: 'application/json', body: contenuDe(fichier) })
  })
  await page.goto(`${inject('site')}observatoire/${adresse}`)
  return { page, plaintes, lus }
}

beforeAll(async () => {
  navigateur = await lancer()
})
afterAll(async () => {
  await navigateur.close()
})

/**
 * Milliseconds of work of the page so far, by the clock of its own thread: other programs of the machine do not count,
 * and neither does the test that writes the files asked for.
 */
async function travail(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

async function compter(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Goes where a link would, and comes back once it is painted. */
async function aller(page: Page, adresse: string): Promise<void> {
  await page.evaluate(
    (hash) =>
      new Promise((resolve) => {
        location.hash = hash
        setTimeout(() => requestAnimationFrame(() => setTimeout(resolve, 0)), 0)
      }),
    adresse,
  )
}

const TERRITOIRE = TERRITOIRES[0]?.code ?? ''
const FILTRES = ['2016-T1&parmi=tous', '2017-T1&parmi=tous', '2018-T1&parmi=tous', '2018-T1&parmi=region:11', '2019-T1']

describe(`${String(EPCI * INDICATEURS * PERIODES)} figures in partitions`, () => {
  it('show their first view within a second of work', async () => {
    const { page, plaintes } = await ouvrirGrand('#vue=portrait&indicateur=mesure_1&periode=2025-T4')
    const session = await compter(page)
    await page.reload()
    await page.locator('main[data-prete] .fig').first().waitFor()
    expect(await travail(session)).toBeLessThan(BUDGET_PREMIERE)
    expect(plaintes).toEqual([])
    await page.context().close()
  })

  it('load the periods of the indicator looked at and no other file, then answer any choice in a tenth of a second', async () => {
    const { page, plaintes, lus } = await ouvrirGrand(`#vue=evolution&indicateur=mesure_1&territoire=${TERRITOIRE}`)
    await page.locator('main[data-prete] .fig').first().waitFor()
    await expect.poll(() => lus.filter((nom) => nom.startsWith('m0-')).length, { timeout: 30_000 }).toBe(PERIODES)
    expect(lus.filter((nom) => /^m[1-9]/.test(nom))).toEqual([])
    await page.waitForLoadState('networkidle')
    const session = await compter(page)
    const temps: number[] = []
    for (const vue of ['carte', 'comparaison']) {
      for (const filtre of FILTRES) {
        const avant = await travail(session)
        await aller(page, `#vue=${vue}&indicateur=mesure_1&territoire=${TERRITOIRE}&periode=${filtre}`)
        temps.push((await travail(session)) - avant)
      }
    }
    expect(temps.sort((a, b) => a - b)[Math.floor(temps.length / 2)]).toBeLessThan(BUDGET_FILTRE)
    expect(plaintes).toEqual([])
    await page.context().close()
  })
})
