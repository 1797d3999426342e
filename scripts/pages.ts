/** One page of the site: where it is, and how much its first load may weigh. */
export interface Page {
  /** Path of its HTML file in `pages/`, and of the page in the built site. */
  readonly chemin: string
  /** Most bytes, gzipped, of the HTML with all the scripts and styles that it loads before anything is asked for. */
  readonly budget: number
  /** Directives that this page alone relaxes: each one replaces the one of `CSP`. */
  readonly csp?: Readonly<Record<string, string>>
  /** Works without network once opened: it has a service worker in its folder, which must hold no other page. */
  readonly horsLigne?: boolean
}

export const PAGES: readonly Page[] = [
  { chemin: 'index.html', budget: 20_000 },
  { chemin: 'aide.html', budget: 20_000 },
  { chemin: 'atelier/index.html', budget: 200_000, horsLigne: true },
  { chemin: 'observatoire/index.html', budget: 250_000, horsLigne: true },
  { chemin: 'composants/index.html', budget: 200_000 },
  {
    chemin: 'volet.html',
    budget: 200_000,
    // Office.js comes from there only, fetches its own parts there, and writes styles in the page.
    csp: {
      'script-src': "'self' https://appsforoffice.microsoft.com",
      'style-src': "'self' 'unsafe-inline'",
      'connect-src': "'self' https://appsforoffice.microsoft.com",
    },
  },
]

/**
 * What a page may do, directive by directive: nothing inline, nothing evaluated, no other origin. `frame-ancestors`
 * works only as a header: see `scripts/servir.ts`.
 */
const CSP: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

/** The content security policy of a page, as written in its `<meta>`. */
export function politique(page: Page): string {
  return Object.entries({ ...CSP, ...page.csp })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}
