/**
 * Where Excel for the web may show the pane in a frame; on a computer, the pane is in no frame. From use: Microsoft
 * publishes no list (« à vérifier » in docs/installation.md).
 */
export const HOTES_EXCEL: readonly string[] = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
  'https://*.cloud.microsoft',
]

const COMMUNS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }

/** What Excel fetches from another origin than the page: metadata and script of functions, icons. */
const PARTAGES = /^(?:functions(?:-fr)?\.json|fonctions\.js|icones\/.+)$/u

/** How long a browser may keep a file: only `assets/` holds names that change with their content. */
function conservation(chemin: string): string {
  if (chemin.includes('assets/')) return 'public, max-age=31536000, immutable'
  return chemin.startsWith('icones/') ? 'public, max-age=86400' : 'no-cache'
}

/** On pages only, since a worker obeys the policy of its own response: who may show them in a frame. */
function cadre(chemin: string, hotes: readonly string[] | undefined): Record<string, string> {
  if (!chemin.endsWith('.html')) return {}
  // X-Frame-Options knows no list: it would shut Excel out.
  return hotes === undefined
    ? { 'Content-Security-Policy': "frame-ancestors 'none'", 'X-Frame-Options': 'DENY' }
    : { 'Content-Security-Policy': `frame-ancestors ${hotes.join(' ')}` }
}

/**
 * The headers of a file of the site, its type left out.
 *
 * @param chemin from the root of the site, without a slash at the beginning
 * @param hotes sites that may show the pages in a frame; undefined when there are none
 */
export function entetesDe(chemin: string, hotes?: readonly string[]): Record<string, string> {
  const partage = hotes !== undefined && PARTAGES.test(chemin) ? { 'Access-Control-Allow-Origin': '*' } : {}
  return { ...COMMUNS, ...partage, ...cadre(chemin, hotes), 'Cache-Control': conservation(chemin) }
}
