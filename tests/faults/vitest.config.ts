import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  cacheDir: 'node_modules/.vite',
  test: {
    include: ['tests/faults/*.test.ts'],
    globalSetup: ['tests/support/postgres-for-tests.ts'],
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
})
