import type { CDPSession, Page } from 'playwright-core'

/** What a reader does to a control: chooses in a list, in a search field, types, presses. */
export type Geste =
  | { readonly genre: 'choisir' | 'chercher' | 'saisir'; readonly id: string; readonly valeur: string }
  | { readonly genre: 'presser'; readonly selecteur: string }

/** Milliseconds that an answer took. */
export interface Mesure {
  readonly geste: Geste
  /** From the event to the first frame where all that is in the window is new. */
  readonly attente: number
  /** Of work of the page's own thread, whatever other programs do meanwhile. */
  readonly travail: number
}

export const choisir = (id: string, ...valeurs: readonly string[]): Geste[] =>
  valeurs.map((valeur) => ({ genre: 'choisir', id, valeur }))
export const chercher = (id: string, ...valeurs: readonly string[]): Geste[] =>
  valeurs.map((valeur) => ({ genre: 'chercher', id, valeur }))
export const saisir = (id: string, ...valeurs: readonly string[]): Geste[] =>
  valeurs.map((valeur) => ({ genre: 'saisir', id, valeur }))
export const presser = (...selecteurs: readonly string[]): Geste[] =>
  selecteurs.map((selecteur) => ({ genre: 'presser', selecteur }))

/** Counts the work of a page from now on, by the clock of its own thread. */
export async function compter(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Milliseconds of work of the page so far. */
export async function travail(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** Acts in a task of its own, as an event of the reader would, and waits until what is in the window is new. */
function agir(page: Page, geste: Geste): Promise<number> {
  return page.evaluate(
    (g) =>
      new Promise<number>((resolve, reject) => {
        const image = (): Promise<void> =>
          new Promise((suite) => {
            requestAnimationFrame(() => {
              const canal = new MessageChannel()
              canal.port1.onmessage = () => {
                suite()
              }
              canal.port2.postMessage(0)
            })
          })
        const visible = (element: Element): boolean => {
          const { top, bottom } = element.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        }
        const enRetard = (): boolean =>
          [...document.querySelectorAll('att-graphique:not([data-dessine])')].some(visible)
        const element = document.querySelector<HTMLElement>(g.genre === 'presser' ? g.selecteur : `#${g.id}`)
        const faire = (): void => {
          if (element === null) throw new Error(`no such control: ${JSON.stringify(g)}`)
          if (g.genre === 'presser') element.click()
          else if (g.genre === 'chercher') {
            const champ = element.closest('att-recherche') as unknown as {
              modele: { surChoix: (valeur: string) => void }
            }
            champ.modele.surChoix(g.valeur)
          } else {
            ;(element as HTMLInputElement).value = g.valeur
            element.dispatchEvent(new Event(g.genre === 'choisir' ? 'change' : 'input', { bubbles: true }))
          }
        }
        const mesurer = async (): Promise<number> => {
          const debut = performance.now()
          faire()
          do await image()
          while (enRetard())
          return performance.now() - debut
        }
        setTimeout(() => {
          mesurer().then(resolve, reject)
        }, 0)
      }),
    geste,
  )
}

/** Does things one after the other, each once the page has nothing left to do of the one before. */
export async function mesurer(page: Page, session: CDPSession, gestes: readonly Geste[]): Promise<Mesure[]> {
  const mesures: Mesure[] = []
  for (const geste of gestes) {
    await page.waitForFunction(() => document.querySelector('att-graphique:not([data-dessine])') === null)
    const avant = await travail(session)
    const attente = await agir(page, geste)
    mesures.push({ geste, attente, travail: (await travail(session)) - avant })
  }
  return mesures
}

export function mediane(valeurs: readonly number[]): number {
  return valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? Number.NaN
}

function nommer(geste: Geste): string {
  return geste.genre === 'presser' ? geste.selecteur : geste.id
}

/** One line a control: « portrait periode: 58 (31–119) ms, work 51 (27–87) ms, 10 times ». */
export function ecrireMesures(vue: string, mesures: readonly Mesure[]): string {
  const controles = [...new Set(mesures.map(({ geste }) => nommer(geste)))]
  const dire = (valeurs: readonly number[]): string =>
    `${mediane(valeurs).toFixed(0)} (${Math.min(...valeurs).toFixed(0)}–${Math.max(...valeurs).toFixed(0)}) ms`
  return controles
    .map((controle) => {
      const siennes = mesures.filter(({ geste }) => nommer(geste) === controle)
      const [attentes, travaux] = [siennes.map((m) => m.attente), siennes.map((m) => m.travail)]
      return `${vue} ${controle}: ${dire(attentes)}, work ${dire(travaux)}, ${String(siennes.length)} times\n`
    })
    .join('')
}
