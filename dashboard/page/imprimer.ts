/** On paper nothing can be unfolded, and ink is dark: tables are open and the theme is light while it prints. */
export function preparerImpression(racine: HTMLElement): void {
  const { dataset } = document.documentElement
  let ouverts: readonly HTMLDetailsElement[] = []
  let theme: string | undefined
  window.addEventListener('beforeprint', () => {
    theme = dataset.theme
    dataset.theme = 'clair'
    ouverts = [...racine.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const pli of ouverts) pli.open = true
  })
  window.addEventListener('afterprint', () => {
    if (theme === undefined) delete dataset.theme
    else dataset.theme = theme
    for (const pli of ouverts) pli.open = false
    ouverts = []
  })
}
