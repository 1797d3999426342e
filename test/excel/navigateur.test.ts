import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scriptHote, URL_OFFICE } from '../hote-simule/script.ts'

const ORIGINE = 'https://attributions.exemple.fr'
const CSP =
  "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'"
const PAGE = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}"><title>Essai</title>
<script src="/scenario.js"></script><script src="${URL_OFFICE}"></script><script src="/essai.js"></script></head><body></body></html>`

/** 150,000 × 60 virtual cells, in the page itself: the scenario only names the sheet. */
const SCENARIO = `globalThis.scenarioHote = { profil: 'web', feuilles: [{ nom: 'Export', lignes: [[null]] }] }`

let navigateur: Browser

async function scriptAdaptateur(): Promise<string> {
  const fait = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: new URL('../../addin/excel/index.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'adaptateur',
        fileName: 'essai',
      },
    },
  })
  const sorties = Array.isArray(fait) ? fait.flatMap((f) => f.output) : 'output' in fait ? fait.output : []
  return sorties.flatMap((s) => (s.type === 'chunk' ? [s.code] : [])).join('')
}

/** The browser that comes with the packages; its fonts file is rewritten to where it was unpacked. */
async function lancer(): Promise<Browser> {
  const dossier = mkdtempSync(join(tmpdir(), 'navigateur-147-'))
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: dossier })
  const { default: paquet } = await import('@sparticuz/chromium')
  const executablePath = await paquet.executablePath()
  const polices = join(dossier, 'fonts', 'fonts.conf')
  try {
    writeFileSync(
      polices,
      readFileSync(polices, 'utf8').replace(/<dir>[^<]*<\/dir>/, `<dir>${join(dossier, 'fonts')}</dir>`),
    )
  } catch {
    // This package version brings no fonts: nothing to rewrite.
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--no-zygote'] })
}

beforeAll(async () => {
  navigateur = await lancer()
}, 120_000)

afterAll(async () => {
  await navigateur.close()
})

interface Mesure {
  readonly lignes: number
  readonly ecrites: number
  readonly syncs: number
  readonly pireLecture: number
  readonly pireEcriture: number
  readonly pushState: unknown
}

describe('the adapter in a real browser, on the fake host served in place of office.js', () => {
  it('reads and writes at full size under the strict policy, without a violation', { timeout: 180_000 }, async () => {
    const page = await navigateur.newPage()
    const fautes: string[] = []
    page.on('console', (m) => m.type() === 'error' && fautes.push(m.text()))
    page.on('pageerror', (e) => fautes.push(e.message))
    const servis: Record<string, string> = {
      [`${ORIGINE}/`]: PAGE,
      [`${ORIGINE}/scenario.js`]: SCENARIO,
      [`${ORIGINE}/essai.js`]: await scriptAdaptateur(),
      [URL_OFFICE]: await scriptHote(),
    }
    await page.route('**/*', (route) => {
      const corps = servis[route.request().url()]
      if (corps === undefined) return route.fulfill({ status: 204 })
      const contentType = corps === PAGE ? 'text/html' : 'text/javascript'
      return route.fulfill({ body: corps, contentType: `${contentType}; charset=utf-8` })
    })
    await page.goto(`${ORIGINE}/`)
    const mesure = (await page.evaluate(ESSAI)) as Mesure
    expect(fautes).toEqual([])
    expect(mesure).toMatchObject({ lignes: 150_001, ecrites: 20_000, pushState: null })
    process.stdout.write(
      `Chromium, fake web host: ${String(mesure.syncs)} requests to read 150,000 rows × 14 and write 20,000 × 3, longest task ${mesure.pireLecture.toFixed(0)} ms reading, ${mesure.pireEcriture.toFixed(0)} ms writing, the fake host's own work included\n`,
    )
  })
})

/** Runs in the page. */
const ESSAI = `(async () => {
  let pire = 0
  new PerformanceObserver((l) => { for (const e of l.getEntries()) pire = Math.max(pire, e.duration) }).observe({ entryTypes: ['longtask'] })
  const { hote } = hoteSimule
  hote.latence = 1
  const souffler = () => new Promise((r) => setTimeout(r, 60))
  const feuille = hote.classeur.feuille('Export')
  for (let c = 0; c < 60; c++) {
    feuille.engendrerColonne(c, { fin: 150001, valeur: (l) => l === 0 ? 'Colonne ' + c : c === 0 ? '0751234' + l : l * c % 977 })
  }
  const excel = await adaptateur.ouvrirExcel()
  const [source] = await excel.sources()
  const colonnes = [0, 1, 2, 5, 6, 7, 12, 13, 20, 21, 30, 31, 45, 59]
  const lecture = await excel.lire(source, { colonnes, dates: [2] })
  await souffler()
  const pireLecture = pire
  let lignes = 0
  for (const ligne of lecture.feuille.lignes) lignes += ligne.cellules.length === 60 ? 1 : 0
  await souffler()
  pire = 0
  const titres = ['rang', 'numero', 'total']
  await excel.ecrire([{ nom: 'Cotation', titre: 'Cotation', provenance: [], nombreLignes: 20000,
    colonnes: titres.map((titre) => ({ titre, format: 'nombre', largeur: 10 })), ligne: (i) => [i, 'n' + i, i % 50] }], { lecture })
  await lecture.fermer()
  await souffler()
  return { lignes, ecrites: hote.classeur.tableau('Cotation').corps.lignes, syncs: hote.compteurs.syncs, pireLecture, pireEcriture: pire, pushState: history.pushState }
})()`
