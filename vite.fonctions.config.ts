import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { budgetDesFonctions, donneesPliees } from './addin/fonctions/greffons.ts'

const depuisIci = (chemin: string): string => fileURLToPath(new URL(chemin, import.meta.url))

/** Builds the custom functions: one classic script, never renamed, that the manifest and the pane's page both name. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: depuisIci('dist/fonctions'),
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: depuisIci('addin/fonctions/script.ts'),
      formats: ['iife'],
      name: 'attributionsFonctions',
      fileName: () => 'fonctions.js',
    },
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.endsWith('addin/fonctions/script.ts') } },
  },
  plugins: [donneesPliees(), budgetDesFonctions()],
})
