import { chromium, type Browser, type Page } from 'playwright-core'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { budgetDesFonctions } from '../../addin/fonctions/greffons.ts'
import { METADONNEES, SCRIPT_FONCTIONS } from '../../addin/manifeste/adresses.ts'
import { fonctionsLivrees } from '../../addin/manifeste/fonctions.ts'
import { scriptHote, URL_OFFICE } from '../hote-simule/script.ts'
import { optionsChromium } from '../navigateur/chromium.ts'
import { ecart, TOUS } from './cas.ts'
import { construireFonctions } from './construire.ts'

const ORIGINE = 'https://attributions.exemple.fr'
const CSP =
  "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'"
const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}"><title>Essai</title>
<script src="${URL_OFFICE}"></script><script src="/${SCRIPT_FONCTIONS}"></script></head><body></body></html>`

let navigateur: Browser
let fichiers: ReadonlyMap<string, string>

beforeAll(async () => {
  const [options, construits] = await Promise.all([optionsChromium(), construireFonctions()])
  fichiers = construits
  navigateur = await chromium.launch(options)
}, 120_000)

afterAll(async () => {
  await navigateur.close()
})

function script(): string {
  return fichiers.get(SCRIPT_FONCTIONS) ?? ''
}

async function ouvrir(fautes: string[]): Promise<Page> {
  const page = await navigateur.newPage()
  page.on('console', (m) => m.type() === 'error' && fautes.push(m.text()))
  page.on('pageerror', (e) => fautes.push(e.message))
  const servis: Record<string, string> = {
    [`${ORIGINE}/`]: PAGE,
    [`${ORIGINE}/${SCRIPT_FONCTIONS}`]: script(),
    [URL_OFFICE]: await scriptHote(),
  }
  await page.route('**/*', (route) => {
    const corps = servis[route.request().url()]
    if (corps === undefined) return route.fulfill({ status: 204 })
    const contentType = corps === PAGE ? 'text/html' : 'text/javascript'
    return route.fulfill({ body: corps, contentType: `${contentType}; charset=utf-8` })
  })
  await page.goto(`${ORIGINE}/`)
  return page
}

/** Runs in the page: calls each function as Excel does, errors made by the host's own class. */
const APPELER = `(cas) => {
  const { fonctions } = hoteSimule.globales
  const recevoir = (v) => Array.isArray(v) ? v.map(recevoir) : v !== null && typeof v === 'object' ? new CustomFunctions.Error(v.erreur) : v
  const genres = { '#N/A': 'absent', '#VALUE!': 'valeur' }
  const rendre = (v) => Array.isArray(v) ? v.map(rendre) : v instanceof CustomFunctions.Error ? { erreur: genres[v.code], phrase: v.message } : v
  return cas.map(([fonction, recus]) => {
    try {
      return rendre(fonctions.get(fonction)(...recus.map(recevoir), { functionName: fonction }))
    } catch (erreur) {
      return rendre(erreur)
    }
  })
}`

describe('the built script', () => {
  it('gives in a real browser, under the strict policy, what the table says', async () => {
    const fautes: string[] = []
    const page = await ouvrir(fautes)
    const appels = JSON.stringify(TOUS.map(([, fonction, recus]) => [fonction, recus]))
    const obtenus = (await page.evaluate(`(${APPELER})(${appels})`)) as readonly unknown[]
    expect(fautes).toEqual([])
    expect(obtenus.length).toBe(TOUS.length)
    const ecarts = TOUS.flatMap(([nom, fonction, , attendu], i) => {
      const faute = ecart(obtenus[i], attendu)
      return faute === undefined ? [] : [`${nom} (${fonction}) : ${faute}`]
    })
    expect(ecarts).toEqual([])
    await page.close()
  })

  it('ties each function of the metadata, in both languages, and no other', async () => {
    const page = await ouvrir([])
    const associees = (await page.evaluate('[...hoteSimule.globales.fonctions.keys()]')) as readonly string[]
    const livrees = fonctionsLivrees().map(({ id }) => id)
    expect([...associees].sort()).toEqual([...livrees].sort())
    for (const nom of Object.values(METADONNEES)) {
      const lues = JSON.parse(fichiers.get(nom) ?? '{}') as {
        allowErrorForDataTypeAny: boolean
        functions: { id: string; name: string; options?: object }[]
      }
      expect(lues.allowErrorForDataTypeAny).toBe(true)
      expect(lues.functions.map(({ id }) => id)).toEqual(livrees)
      // Neither volatile nor streaming: the day is an argument.
      expect(lues.functions.filter(({ options }) => options !== undefined)).toEqual([])
      expect(lues.functions.every(({ id, name }) => id === name)).toBe(true)
    }
    await page.close()
  })

  it('is a classic script that compiles no code, below 60 kB compressed', () => {
    expect(script()).toMatch(/^\(function\(\)\{/)
    expect(script()).not.toMatch(/\b(import|export)\s*[{*(]|\beval\(|new Function\b/)
    const octets = gzipSync(script(), { level: 9 }).length
    expect(octets).toBeLessThan(60_000)
    process.stdout.write(`functions: ${String(octets)} bytes compressed\n`)
  })

  it('is refused by the build beyond its budget', async () => {
    await expect(construireFonctions([budgetDesFonctions(1_000)])).rejects.toThrow('1 au plus')
  })
})
