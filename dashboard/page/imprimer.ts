/** On paper nothing can be unfolded: tables are open while it prints. */
export function ouvrirPourImprimer(racine: HTMLElement): void {
  let ouverts: readonly HTMLDetailsElement[] = []
  window.addEventListener('beforeprint', () => {
    ouverts = [...racine.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const pli of ouverts) pli.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const pli of ouverts) pli.open = false
    ouverts = []
  })
}
