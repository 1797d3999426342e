/** Drawings are shrunk to the sheet and not drawn again for it: their boxes must keep their proportions. */
function retenirProportions(racine: HTMLElement): void {
  if (matchMedia('print').matches) return
  for (const toile of racine.querySelectorAll<HTMLElement>('.graphique-toile')) {
    const { clientWidth, clientHeight } = toile
    if (clientHeight > 0) toile.style.setProperty('--proportion', String(clientWidth / clientHeight))
  }
}

/** On paper nothing can be unfolded, and ink is dark: tables are open and the theme is light while it prints. */
export function preparerImpression(racine: HTMLElement): void {
  const { dataset } = document.documentElement
  let ouverts: readonly HTMLDetailsElement[] = []
  let theme: string | undefined
  window.addEventListener('beforeprint', () => {
    retenirProportions(racine)
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
