import type { Locator, Page } from 'playwright-core'

/** A Fluent button by its text: its role is set inside, where Playwright's own search by role does not look. */
export function bouton(page: Page, texte: string | RegExp): Locator {
  return page.locator('fluent-button', { hasText: texte }).first()
}

export async function titre(page: Page, attendu: RegExp): Promise<void> {
  await page.locator('h1', { hasText: attendu }).waitFor()
}

/** Opens the example and waits until its demandes are read. */
export async function ouvrirExemple(page: Page): Promise<void> {
  await bouton(page, 'Ouvrir l’exemple').click()
  await titre(page, /demandes lues/)
}

/** Reads the demandes that the pane finds in the workbook. */
export async function lireDemandes(page: Page): Promise<void> {
  await bouton(page, 'Trouver les demandes').click()
  await titre(page, /demandes lues/)
}

/** From demandes read to a ranking, by the one obvious button of each step. */
export async function allerCotation(page: Page): Promise<void> {
  await bouton(page, /anomalies/).click()
  await titre(page, /anomalies/)
  await bouton(page, 'Choisir la grille').click()
  await titre(page, /Grille/)
  await bouton(page, /Coter/).click()
  await titre(page, /classées/)
  await page.locator('att-table [data-ligne="0"]').first().waitFor()
}

/** Milliseconds of every task that kept the page busy for more than 50 ms, from now on. */
export async function surveillerTaches(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const longues: number[] = []
    Object.assign(globalThis, { longues })
    new PerformanceObserver((liste) => {
      longues.push(...liste.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask' })
  })
  return () => page.evaluate(() => (globalThis as unknown as { longues: number[] }).longues)
}

interface Intervalle {
  readonly debut: number
  readonly fin: number
}

function commun(a: Intervalle, b: Intervalle): number {
  return Math.max(0, Math.min(a.fin, b.fin) - Math.max(a.debut, b.debut))
}

/** Long tasks of the page from now on; `hote` tells when the fake host itself was at work, which is then taken off. */
export async function surveillerSansHote(page: Page): Promise<() => Promise<{ page: number[]; toutes: number[] }>> {
  await page.evaluate(() => {
    const longues: { debut: number; fin: number }[] = []
    Object.assign(globalThis, { longuesSituees: longues })
    new PerformanceObserver((liste) => {
      longues.push(
        ...liste.getEntries().map(({ startTime, duration }) => ({ debut: startTime, fin: startTime + duration })),
      )
    }).observe({ type: 'longtask' })
  })
  return async () => {
    const { longues, hote } = await page.evaluate(() => {
      const portee = globalThis as unknown as {
        longuesSituees: { debut: number; fin: number }[]
        hoteSimule: { hote: { intervalles?: { debut: number; fin: number }[] } }
      }
      return { longues: portee.longuesSituees, hote: portee.hoteSimule.hote.intervalles ?? [] }
    })
    const siennes = longues.map((l) => l.fin - l.debut - hote.reduce((somme, h) => somme + commun(l, h), 0))
    return { page: siennes, toutes: longues.map((l) => l.fin - l.debut) }
  }
}

/**
 * Cancels the work that says `dit`, in the very task that shows it: some works are over before a request from outside
 * the page would arrive. Call it, then begin the work, then await.
 *
 * @returns milliseconds from the press of « Annuler » to the page without its progress, as the page sees it
 */
export function annuler(page: Page, dit = ''): Promise<number> {
  return page.evaluate(
    (attendu) =>
      new Promise<number>((resolve) => {
        let debut: number | undefined
        const regarder = (): void => {
          const progression = document.querySelector('.progression')
          if (debut === undefined && progression?.textContent.includes(attendu) === true) {
            debut = performance.now()
            progression.querySelector<HTMLElement>('fluent-button')?.click()
          } else if (debut !== undefined && progression === null) {
            observateur.disconnect()
            resolve(performance.now() - debut)
          }
        }
        const observateur = new MutationObserver(regarder)
        observateur.observe(document.body, { subtree: true, childList: true, characterData: true })
        regarder()
      }),
    dit,
  )
}
