import { defineConfig } from 'vitest/config'

process.env.TZ = 'Europe/Paris'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
