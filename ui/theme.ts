export type Theme = 'auto' | 'clair' | 'sombre'

const CLE = 'theme'

function estTheme(valeur: string | null): valeur is Theme {
  return valeur === 'auto' || valeur === 'clair' || valeur === 'sombre'
}

/** The theme that the reader chose in this browser; `auto` follows the system, and where nothing can be remembered. */
export function themeChoisi(): Theme {
  try {
    const garde = localStorage.getItem(CLE)
    return estTheme(garde) ? garde : 'auto'
  } catch {
    return 'auto'
  }
}

/** Dresses the page; Office's own theme is given the same way. */
export function appliquerTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Remembers the choice, where the browser allows it. */
export function retenirTheme(theme: Theme): void {
  try {
    localStorage.setItem(CLE, theme)
  } catch {
    // A browser that keeps nothing still shows the theme until the page is closed.
  }
}
