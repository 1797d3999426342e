import { Refus } from '../../core/index.ts'

/** A web view of Office may refuse the clipboard's own interface: the older command still works there. */
function copierParCommande(poser: (donnees: DataTransfer) => void): boolean {
  let fait = false
  const ecouter = (evenement: ClipboardEvent): void => {
    if (evenement.clipboardData === null) return
    poser(evenement.clipboardData)
    evenement.preventDefault()
    fait = true
  }
  document.addEventListener('copy', ecouter)
  try {
    // Deprecated, and the only way left in some web views.
    ;(document as { execCommand(commande: string): boolean }).execCommand('copy')
  } finally {
    document.removeEventListener('copy', ecouter)
  }
  return fait
}

/** @throws Refus when the place gives no access to the clipboard */
export async function copierTexte(texte: string, refus: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(texte)
  } catch {
    const fait = copierParCommande((donnees) => {
      donnees.setData('text/plain', texte)
    })
    if (!fait) throw new Refus(refus)
  }
}

/** As Word takes it: some clipboards drop the styles of a page, none drops attributes. */
function pourWord(page: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(page, 'text/html')
  for (const tableau of body.querySelectorAll('table')) {
    tableau.setAttribute('border', '1')
    tableau.setAttribute('cellspacing', '0')
    tableau.setAttribute('cellpadding', '4')
  }
  for (const [rang, article] of body.querySelectorAll('article').entries()) {
    if (rang > 0) article.insertAdjacentHTML('beforebegin', '<br style="page-break-before:always">')
  }
  return body
}

/**
 * Copies a page with its titles and tables, and as plain text for what takes nothing else.
 *
 * @throws Refus when the place gives no access to the clipboard
 */
export async function copierPage(page: string, refus: string): Promise<void> {
  const { innerHTML: mise, textContent: texte } = pourWord(page)
  try {
    const blob = (contenu: string, type: string): Blob => new Blob([contenu], { type })
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': blob(mise, 'text/html'), 'text/plain': blob(texte, 'text/plain') }),
    ])
  } catch {
    const fait = copierParCommande((donnees) => {
      donnees.setData('text/html', mise)
      donnees.setData('text/plain', texte)
    })
    if (!fait) throw new Refus(refus)
  }
}
