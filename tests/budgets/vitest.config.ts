import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  cacheDir: 'node_modules/.vite',
  test: {
    include: ['tests/budgets/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 60_000,
    // A timing gate on a shared machine may be unlucky once; a page that is slow is slow twice.
    retry: 1,
  },
})
