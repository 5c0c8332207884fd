import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const CHROMIUM = '/usr/bin/chromium'

/** Browsers cannot be downloaded everywhere; Debian's package can. These flags keep it from calling home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Makes sure there is a browser: finds Debian's, or installs it. Throws with what to do when it can do neither. */
export function ensureChromium(say: (line: string) => void): void {
  if (existsSync(CHROMIUM)) return
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const command of ['apt-get update', 'apt-get install -y --no-install-recommends chromium']) {
    say(`Installing the browser for the tests: ${command}`)
    const [program = '', ...words] = [...asRoot, ...command.split(' ')]
    spawnSync(program, words, { stdio: 'pipe' })
  }
  if (!existsSync(CHROMIUM)) {
    throw new Error(`The tests need a browser at ${CHROMIUM}. Install it with: apt-get install chromium`)
  }
}
