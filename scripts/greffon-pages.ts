import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'
import { PAGES, politique, type Page } from './pages.ts'

type Lot = Rolldown.OutputBundle

function page(chemin: string): Page {
  const trouvee = PAGES.find((p) => p.chemin === chemin)
  if (trouvee === undefined) throw new Error(`page without a line in scripts/pages.ts: ${chemin}`)
  return trouvee
}

/** A chunk and all that it imports statically, transitively. */
function fermeture(lot: Lot, fichier: string, vus = new Set<string>()): Set<string> {
  const morceau = lot[fichier]
  if (morceau?.type !== 'chunk' || vus.has(fichier)) return vus
  vus.add(fichier)
  for (const importe of morceau.imports) fermeture(lot, importe, vus)
  return vus
}

function styles(lot: Lot, scripts: Iterable<string>): string[] {
  return [...scripts].flatMap((nom) => {
    const morceau = lot[nom]
    return morceau?.type === 'chunk' ? [...(morceau.viteMetadata?.importedCss ?? [])] : []
  })
}

function octets(lot: Lot, fichier: string): number {
  const sortie = lot[fichier]
  if (sortie === undefined) return 0
  return gzipSync(sortie.type === 'chunk' ? sortie.code : sortie.source).length
}

/** Files that the browser must have before a page shows: its HTML, scripts and styles, not what is loaded on demand. */
export function premierChargement(lot: Lot, chemin: string): string[] {
  const html = lot[chemin]
  const source = html?.type === 'asset' ? String(html.source) : ''
  const cites = [...source.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, adresse]) =>
    new URL(adresse ?? '', `https://site/${chemin}`).pathname.slice(1),
  )
  const scripts = new Set(cites.flatMap((cite) => [...fermeture(lot, cite)]))
  return [...new Set([chemin, ...cites, ...scripts, ...styles(lot, scripts)])]
}

/** Gives each page its content security policy. In development Vite needs inline scripts: the policy is for the build. */
export function politiqueDesPages(): Plugin {
  return {
    name: 'politique-des-pages',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path }) {
        const csp = `<meta http-equiv="Content-Security-Policy" content="${politique(page(path.slice(1)))}" />`
        return html.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />\n    ${csp}`)
      },
    },
  }
}

/** Makes the build fail when the first load of a page weighs more than its budget. */
export function budgetDesPages(pages: readonly Page[] = PAGES): Plugin {
  return {
    name: 'budget-des-pages',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler(_, lot) {
        const depassees = pages.filter(({ chemin, budget }) => {
          const poids = premierChargement(lot, chemin).reduce((somme, fichier) => somme + octets(lot, fichier), 0)
          this.info(`${chemin}: ${(poids / 1000).toFixed(1)} kB gz of ${String(budget / 1000)} at first load`)
          return poids > budget
        })
        if (depassees.length > 0) this.error(`first load over budget: ${depassees.map((p) => p.chemin).join(', ')}`)
      },
    },
  }
}

/**
 * Puts beside the observatory an index of no dataset, which whoever hosts the site replaces by theirs: a page cannot ask
 * whether a file is there without an error when it is not.
 */
export function indexDesDonnees(): Plugin {
  return {
    name: 'index-des-donnees',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'observatoire/donnees/index.json',
        source: `${JSON.stringify({ format: 'observatoire-index/1', jeux: [] })}\n`,
      })
    },
  }
}
