import { defineConfig } from 'vite'

/** Builds the command line for Node: dependencies stay in node_modules, data goes in. */
export default defineConfig({
  build: {
    ssr: 'cli/attributions.ts',
    outDir: 'dist/cli',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'attributions.js' } },
  },
})
