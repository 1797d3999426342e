import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { servir } from '../../scripts/servir.ts'
import { optionsChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: string
  }
}

const depuisRacine = (chemin: string): string => fileURLToPath(new URL(`../../${chemin}`, import.meta.url))

/** The runner sets `NODE_ENV` to `test`, under which lit is built in its mode for development: users get the other. */
async function construire(): Promise<void> {
  const avant = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({ configFile: depuisRacine('vite.config.ts'), logLevel: 'warn' })
  await build({ configFile: depuisRacine('vite.fonctions.config.ts'), logLevel: 'warn' })
  process.env.NODE_ENV = avant
}

/** Once before all browser tests: builds the site, unpacks the browser, serves the built files. */
export default async function preparer(projet: TestProject): Promise<() => Promise<void>> {
  const dossier = depuisRacine('dist/site')
  await construire()
  await optionsChromium()
  const { serveur, adresse } = await servir(dossier)
  projet.provide('site', adresse)
  return () =>
    new Promise((resolve) => {
      serveur.closeAllConnections()
      serveur.close(() => {
        resolve()
      })
    })
}
