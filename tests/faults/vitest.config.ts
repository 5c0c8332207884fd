import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const HOUR_MS = 3_600_000
const shared = {
  testTimeout: HOUR_MS,
  hookTimeout: 60_000,
  globalSetup: ['tests/support/postgres-for-tests.ts'],
}

/** Most rows wait for something, so several share the machine. A row that measures time has it for itself, at the end. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  cacheDir: 'node_modules/.vite',
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'together',
          include: ['tests/faults/*.test.ts'],
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'alone',
          include: ['tests/faults/alone/*.test.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
