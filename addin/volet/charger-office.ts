/** The only supported place for office.js. */
export const URL_OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/** Milliseconds after which the network is taken as absent. */
export const DELAI_OFFICE = 15_000

/** The script cannot be reached: no network, or an address that the network refuses. */
export class OfficeInjoignable extends Error {
  constructor() {
    super('office.js cannot be reached')
    this.name = 'OfficeInjoignable'
  }
}

/**
 * Runs a classic script. It is asked for by the page rather than written in it, so that a network that does not answer
 * leaves a page that says so, not a blank one.
 *
 * @throws OfficeInjoignable when it does not come in time
 */
export function chargerScript(adresse: string, delai: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const abandonner = (): void => {
      script.remove()
      reject(new OfficeInjoignable())
    }
    const minuterie = setTimeout(abandonner, delai)
    script.src = adresse
    script.onload = () => {
      clearTimeout(minuterie)
      resolve()
    }
    script.onerror = () => {
      clearTimeout(minuterie)
      abandonner()
    }
    document.head.append(script)
  })
}
