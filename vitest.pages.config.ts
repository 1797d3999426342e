import { defineConfig } from 'vitest/config'

process.env.TZ = 'Europe/Paris'

/** The browser tests, on the built files: `npm run test:pages`. They are `*.page.ts`, which `npm test` leaves alone. */
export default defineConfig({
  test: {
    include: ['test/**/*.page.ts'],
    globalSetup: ['test/navigateur/preparer.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
