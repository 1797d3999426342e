/** What is said of a place seen on one map, for all the maps at once. */
export interface Lecture {
  readonly nom: string
  readonly textes: readonly string[]
}

/**
 * Ties maps together: the place under the pointer or the focus is shown on all of them, and read out once.
 *
 * @param lire what to say of a place, by its code
 */
export function synchroniser(zone: HTMLElement, lire: (code: string) => Lecture | undefined): void {
  const montrer = (cible: EventTarget | null): void => {
    const code = (cible as Element | null)?.closest<HTMLElement>('[data-code]')?.dataset.code
    for (const vu of zone.querySelectorAll('[data-vise]')) vu.removeAttribute('data-vise')
    const sortie = zone.querySelector('.obs-lecture-carte')
    const lecture = code === undefined ? undefined : lire(code)
    if (code === undefined || lecture === undefined || sortie === null) return
    for (const lieu of zone.querySelectorAll(`[data-code="${CSS.escape(code)}"]`)) lieu.setAttribute('data-vise', '')
    sortie.textContent = `${lecture.nom}\u202f: ${lecture.textes.join('\u202f; ')}`
  }
  zone.addEventListener('pointerover', ({ target }) => {
    montrer(target)
  })
  zone.addEventListener('focusin', ({ target }) => {
    montrer(target)
  })
}
