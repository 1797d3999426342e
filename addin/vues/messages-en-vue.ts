const ATTENDUS = '.bandeau:is([data-genre=erreur], [data-genre=succes])'

function horsDeVue(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom <= 0 || top >= window.innerHeight
}

/** What went wrong or was done is said at the top of a page that may be long: a new message is brought into sight. */
export class MessagesEnVue {
  readonly #racine: HTMLElement
  #connus: ReadonlySet<string> = new Set()

  constructor(racine: HTMLElement) {
    this.#racine = racine
  }

  /** After each drawing. */
  montrer(): void {
    const presents = [...this.#racine.querySelectorAll(ATTENDUS)]
    const nouveau = presents.find((element) => !this.#connus.has(element.textContent))
    this.#connus = new Set(presents.map((element) => element.textContent))
    if (nouveau !== undefined && horsDeVue(nouveau)) nouveau.scrollIntoView({ block: 'center' })
  }
}
