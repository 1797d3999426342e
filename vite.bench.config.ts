import { defineConfig } from 'vite'

/** Builds the benchmarks as the product is built: what runs in the bench is what runs for users. */
export default defineConfig({
  build: {
    ssr: 'bench/index.ts',
    outDir: 'dist/bench',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'index.js' } },
  },
})
