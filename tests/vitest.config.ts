import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  cacheDir: 'node_modules/.vite',
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/faults/**', 'tests/budgets/**'],
    globalSetup: ['tests/support/postgres-for-tests.ts'],
    setupFiles: ['tests/support/silent-console.ts'],
    restoreMocks: true,
    // Left to itself Vitest uses all processors but one, which on a machine of two is one: 260 s instead of 160.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests wait for what happens, not for a time: these only end what hangs, on however busy a machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
