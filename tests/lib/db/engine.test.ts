import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { lossCodeOf } from '#lib/db/connection-lost.ts'
import { engineOf } from '#lib/db/engine.ts'
import { eachEngine } from '#tests/support/database.ts'

/** A second copy of a module and of all it imports, as Next's bundle has one beside the process's own. */
async function copyOf<Module>(path: string): Promise<Module> {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    external: ['pg', 'better-sqlite3'],
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}

test.each(eachEngine)('the copy of this code in a bundle knows a database on $engine too', async (given) => {
  const copy = await copyOf<{ engineOf: typeof engineOf }>('lib/db/engine.ts')
  const { db } = await given.makeDatabase()
  expect(engineOf(db)).toBe(given.engine)
  expect(copy.engineOf).not.toBe(engineOf)
  expect(copy.engineOf(db)).toBe(given.engine)
})

test('a lost connection is known by whichever copy meets it', () => {
  class ConnectionLostError extends Error {
    override readonly name = 'ConnectionLostError'
    readonly code = 'OUTCOME_UNKNOWN'
  }
  expect(lossCodeOf(new ConnectionLostError())).toBe('OUTCOME_UNKNOWN')
  expect(lossCodeOf(Object.assign(new Error(), { code: 'CONNECTION_LOST' }))).toBeUndefined()
})
