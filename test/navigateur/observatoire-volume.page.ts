import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ecrireJeu, indexDe, sceller, type Jeu } from '../../core/observatoire/index.ts'
import { EPCI, grandJeu, INDICATEURS, PERIODES, TERRITOIRES, tous } from '../observatoire/grand-jeu.ts'
import { contexte, ecouter, lancer } from './navigateur.ts'

/** Most milliseconds for the first view, and from a choice to its figure; a machine that others share may take longer. */
const BUDGET_PREMIERE = 1000
const BUDGET_FILTRE = 100
const ESSAIS = 3

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
const PARTITIONS = new Map<string, string>()

function contenuDe(fichier: string): string {
  if (fichier === 'index.json') return INDEX
  if (fichier === 'entete.json') return ENTETE
  const connu = PARTITIONS.get(fichier)
  if (connu !== undefined) return connu
  const [, mesure = '0', trimestre = '0'] = /^m(\d+)-t(\d+)\.json$/.exec(fichier) ?? []
  const texte = texteDe(grandJeu([Number(mesure)], [Number(trimestre)]))
  PARTITIONS.set(fichier, texte)
  return texte
}

async function ouvrirGrand(adresse: string): Promise<{ page: Page; plaintes: string[] }> {
  const page = await (await navigateur.newContext(contexte({}))).newPage()
  const plaintes: string[] = []
  await ecouter(page, plaintes)
  await page.route('**/observatoire/donnees/**', async (route) => {
    const fichier = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    await route.fulfill({ contentType: 'application/json', body: contenuDe(fichier) })
  })
  await page.goto(`${inject('site')}observatoire/${adresse}`)
  return { page, plaintes }
}

beforeAll(async () => {
  navigateur = await lancer()
})
afterAll(async () => {
  await navigateur.close()
})

const ADRESSE = `#vue=evolution&indicateur=mesure_1&territoire=${TERRITOIRES[0]?.code ?? ''}`

describe(`${String(EPCI * INDICATEURS * PERIODES)} figures in partitions`, () => {
  it('show their first view within a second', async () => {
    const temps: number[] = []
    for (let essai = 0; essai < ESSAIS; essai++) {
      const { page, plaintes } = await ouvrirGrand('#vue=portrait&indicateur=mesure_1&periode=2025-T4')
      await page.locator('main[data-prete] .fig').first().waitFor()
      temps.push(await page.evaluate(() => performance.now()))
      expect(plaintes).toEqual([])
      await page.context().close()
    }
    // The first run writes the files that the next ones are given.
    expect(Math.min(...temps)).toBeLessThan(BUDGET_PREMIERE)
  })

  it('answer any choice within a tenth of a second once they are read', async () => {
    const { page } = await ouvrirGrand(ADRESSE.replace('evolution', 'portrait'))
    await page.locator('main[data-prete] .fig').first().waitFor()
    await page.waitForLoadState('networkidle')
    const temps = await page.evaluate(async () => {
      const durees: number[] = []
      const choix = ['mesure_1', 'mesure_1', 'mesure_2', 'mesure_1', 'mesure_3']
      for (const [i, indicateur] of choix.entries()) {
        const debut = performance.now()
        location.hash = `#vue=carte&indicateur=${indicateur}&periode=${String(2016 + i)}-T1&parmi=tous`
        await new Promise<void>((resolve) => {
          addEventListener('popstate', () => setTimeout(resolve, 0), { once: true })
        })
        durees.push(performance.now() - debut)
      }
      return durees
    })
    expect(temps.sort((a, b) => a - b)[Math.floor(temps.length / 2)]).toBeLessThan(BUDGET_FILTRE)
    await page.context().close()
  })

  it('load the periods of the indicator looked at, and no other file', async () => {
    const { page } = await ouvrirGrand(ADRESSE)
    const lus = new Set<string>()
    page.on('request', (requete) => lus.add(requete.url().split('/').at(-1) ?? ''))
    await page.reload()
    await page.locator('main[data-prete] .fig').first().waitFor()
    await expect
      .poll(() => [...lus].filter((nom) => /^m0-t\d+\.json$/.test(nom)).length, { timeout: 20_000 })
      .toBe(PERIODES)
    expect([...lus].filter((nom) => /^m[1-9]\d*-/.test(nom))).toEqual([])
    await page.context().close()
  })
})
