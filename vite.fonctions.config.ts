import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { SCRIPT_FONCTIONS } from './addin/manifeste/adresses.ts'
import { budgetDesFonctions, donneesPliees, metadonneesDesFonctions } from './addin/fonctions/greffons.ts'

const depuisIci = (chemin: string): string => fileURLToPath(new URL(chemin, import.meta.url))

/**
 * Builds the custom functions beside the pages: one classic script, never renamed, that the manifest and the pane's page
 * both name, and its metadata. To be run after the pages, whose build empties the folder.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: depuisIci('dist/site'),
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: depuisIci('addin/fonctions/script.ts'),
      formats: ['iife'],
      name: 'attributionsFonctions',
      fileName: () => SCRIPT_FONCTIONS,
    },
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.endsWith('addin/fonctions/script.ts') } },
  },
  plugins: [donneesPliees(), metadonneesDesFonctions(), budgetDesFonctions()],
})
