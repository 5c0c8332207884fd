import { defineConfig } from '@playwright/test'
import { CHROMIUM, CHROMIUM_FLAGS } from '#tests/support/chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    browserName: 'chromium',
    javaScriptEnabled: true,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    launchOptions: { executablePath: CHROMIUM, args: CHROMIUM_FLAGS },
  },
})
