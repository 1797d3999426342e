import { appliquerTheme, themeChoisi } from '../ui/theme.ts'

/** Where a page's application goes, its theme already on. */
export function racine(): HTMLElement {
  appliquerTheme(themeChoisi())
  const element = document.getElementById('application')
  if (element === null) throw new Error('no element of id application in the page')
  return element
}
