import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { pagesHorsLigne } from './scripts/greffon-hors-ligne.ts'
import { catalogueDansAide, iconesDuComplement } from './scripts/greffon-complement.ts'
import { budgetDesPages, indexDesDonnees, politiqueDesPages } from './scripts/greffon-pages.ts'
import { PAGES } from './scripts/pages.ts'

const depuisIci = (chemin: string): string => fileURLToPath(new URL(chemin, import.meta.url))

/** The page, in whose folder its worker is built. */
function dossierDuTravailleur(module: string | null): string {
  if (module?.includes('/addin/atelier/') === true) return 'atelier/'
  return module?.includes('/dashboard/') === true ? 'observatoire/' : ''
}

export default defineConfig({
  root: depuisIci('pages'),
  // Relative addresses: the site works in any folder of any static host.
  base: './',
  publicDir: false,
  build: {
    outDir: depuisIci('dist/site'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // `light-dark()` and nesting are written for the web views of older Office, which lack them.
    cssTarget: ['chrome109', 'safari16', 'firefox115'],
    // The polyfill is for browsers that the targets exclude.
    modulePreload: { polyfill: false },
    // The content security policy has no `data:` for fonts and scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: PAGES.map(({ chemin }) => depuisIci(`pages/${chemin}`)),
      // `npm start` is read by users: on a slow machine this check talks to us.
      checks: { pluginTimings: false },
    },
  },
  // A service worker serves a worker by the worker's own address: that of a page is built into the page's folder.
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: ({ facadeModuleId }) => `${dossierDuTravailleur(facadeModuleId)}assets/[name]-[hash].js`,
      },
    },
  },
  plugins: [
    catalogueDansAide(),
    iconesDuComplement(),
    politiqueDesPages(),
    indexDesDonnees(),
    pagesHorsLigne(),
    budgetDesPages(),
  ],
})
