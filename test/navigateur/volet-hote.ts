import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Cellule } from '../../core/index.ts'
import { ouvrirClasseur } from '../../core/tableur/index.ts'
import type { Scenario } from '../hote-simule/scenario.ts'
import { scriptHote, URL_OFFICE } from '../hote-simule/script.ts'
import type { Stockee } from '../hote-simule/stockage.ts'
import { contexte, ecouter, type Lecteur, type PageOuverte } from './navigateur.ts'

/** Serial number of 1970-01-01 in the 1900 date system. */
const SERIE_1970 = 25_569

function stockee(cellule: Cellule): Stockee {
  return typeof cellule === 'object' && cellule !== null && 'jour' in cellule ? cellule.jour + SERIE_1970 : cellule
}

function formatsDe(lignes: readonly (readonly Cellule[])[]): readonly (string | null)[] {
  const largeur = Math.max(...lignes.map((l) => l.length))
  const datee = (c: number): boolean =>
    lignes.some((ligne) => {
      const cellule = ligne[c] ?? null
      return typeof cellule === 'object' && cellule !== null && 'jour' in cellule
    })
  // Typed again without it, a number of digits would lose its last ones.
  const ecrite = (c: number): boolean => lignes.slice(1).some((ligne) => typeof ligne[c] === 'string')
  return Array.from({ length: largeur }, (_, c) => (datee(c) ? 'dd/mm/yyyy' : ecrite(c) ? '@' : null))
}

/** The example workbook as a workbook of the fake host, its demandes in the table `Export`. */
export async function scenarioExemple(profil: Scenario['profil'] = 'web', lignes = Infinity): Promise<Scenario> {
  const octets = await readFile(new URL('../../exemples/demandes-exemple.xlsx', import.meta.url))
  const { feuilles } = ouvrirClasseur(octets, 'demandes-exemple.xlsx')
  return {
    profil,
    feuilles: feuilles.map(({ nom, lignes: brutes }, rang) => {
      const toutes = Array.from(brutes, ({ cellules }) => cellules).slice(0, lignes)
      const texte = toutes.map((ligne) => ligne.map(stockee))
      return { nom, lignes: texte, formats: formatsDe(toutes), ...(rang === 0 ? { tableau: 'Export' } : {}) }
    }),
  }
}

let script: Promise<string> | undefined

/** Opens the built pane with the fake host served in place of office.js. */
export async function ouvrirVolet(
  navigateur: Browser,
  scenario: Scenario,
  lecteur: Lecteur = {},
): Promise<PageOuverte> {
  script ??= scriptHote()
  const corps = `globalThis.scenarioHote = ${JSON.stringify(scenario)};\n${await script}`
  const page = await (await navigateur.newContext(contexte({ largeur: 320, hauteur: 700, ...lecteur }))).newPage()
  const plaintes: string[] = []
  await ecouter(page, plaintes)
  await page.route(URL_OFFICE, (route) => route.fulfill({ body: corps, contentType: 'text/javascript; charset=utf-8' }))
  await page.goto(`${inject('site')}volet.html`, { waitUntil: 'load' })
  await page.locator('.source').first().waitFor()
  return { page, plaintes }
}

/** Runs something in the page with the fake host: `hote` is the truth of the workbook. */
export function avecHote<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(`(async () => { const { hote, globales } = globalThis.hoteSimule; ${expression} })()`)
}
