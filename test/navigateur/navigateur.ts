import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type axeCore from 'axe-core'
import type { Result } from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { optionsChromium } from './chromium.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const IMAGES = fileURLToPath(new URL('../../dist/images', import.meta.url))

/** What the reader's machine is like. */
export interface Lecteur {
  readonly theme?: 'light' | 'dark'
  readonly largeur?: number
  readonly hauteur?: number
  readonly contrasteForce?: boolean
  readonly mouvementReduit?: boolean
  /** Left out: a mouse. */
  readonly tactile?: boolean
}

/** A page under test, with all that it complained of since it was opened. */
export interface PageOuverte {
  readonly page: Page
  /** Errors of the console, exceptions, refused requests, violations of the policy. */
  readonly plaintes: readonly string[]
}

export async function lancer(): Promise<Browser> {
  return chromium.launch(await optionsChromium())
}

export function contexte({
  theme = 'light',
  largeur = 1280,
  hauteur = 800,
  ...lecteur
}: Lecteur): BrowserContextOptions {
  return {
    viewport: { width: largeur, height: hauteur },
    colorScheme: theme,
    forcedColors: lecteur.contrasteForce === true ? 'active' : 'none',
    reducedMotion: lecteur.mouvementReduit === true ? 'reduce' : 'no-preference',
    hasTouch: lecteur.tactile === true,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  }
}

/** Violations are logged by the browser as errors of the console; the event adds those that it reports only there. */
export async function ecouter(page: Page, plaintes: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error') plaintes.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (erreur) => plaintes.push(`exception: ${erreur.message}`))
  page.on('requestfailed', (requete) =>
    plaintes.push(`request: ${requete.url()} ${requete.failure()?.errorText ?? ''}`),
  )
  page.on('response', (reponse) => {
    if (reponse.status() >= 400) plaintes.push(`response: ${String(reponse.status())} ${reponse.url()}`)
  })
  await page.exposeFunction('signalerViolation', (texte: string) => plaintes.push(`policy: ${texte}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => {
      const { signalerViolation } = globalThis as unknown as { signalerViolation: (texte: string) => void }
      signalerViolation(`${violation.violatedDirective} ${violation.blockedURI}`)
    })
  })
}

/** Opens a page of the built site, `chemin` from its root. Close the page's context when done. */
export async function ouvrir(navigateur: Browser, chemin: string, lecteur: Lecteur = {}): Promise<PageOuverte> {
  const page = await (await navigateur.newContext(contexte(lecteur))).newPage()
  const plaintes: string[] = []
  await ecouter(page, plaintes)
  await page.goto(`${inject('site')}${chemin}`, { waitUntil: 'load' })
  await page.locator('h1').first().waitFor()
  return { page, plaintes }
}

function resume({ id, help, nodes }: Result): string {
  return `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary ?? ''}`).join('\n')}`
}

/** Ends the changes of colour under way, once what began them is drawn: half way, a contrast is nobody's. */
async function finirTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const racines = (racine: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      racine,
      ...[...racine.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot === null ? [] : racines(shadowRoot),
      ),
    ]
    for (let image = 0; image < 2; image++) await new Promise(requestAnimationFrame)
    for (const racine of racines(document))
      for (const animation of racine.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  })
}

/** Serious and critical findings of axe, as texts. Playwright evaluates outside the page's policy, which stays on. */
export async function fautesAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(await readFile(AXE, 'utf8'))
  }
  await finirTransitions(page)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore }
    return (await axe.run(document, { resultTypes: ['violations'] })).violations
  })
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(resume)
}

/** Pixels by which the page is wider than its window: a page never scrolls sideways. */
export async function debordement(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Saves what is on screen to `dist/images/`, for a person to look at. */
export async function photographier(page: Page, nom: string, entiere = false): Promise<void> {
  await mkdir(IMAGES, { recursive: true })
  await page.screenshot({ path: `${IMAGES}/${nom}.png`, fullPage: entiere })
}
