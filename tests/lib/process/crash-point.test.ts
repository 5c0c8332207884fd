import { expect, test } from 'vitest'
import { crashPoint } from '#lib/process/crash-point.ts'
import { runCode } from '#tests/support/process.ts'

const code = (armed: string) => `
  import { armCrashPoint, crashPoint } from './lib/process/crash-point.ts'
  ${armed}
  crashPoint('accept.before-commit')
  process.stdout.write('passed ')
  crashPoint('accept.after-commit')
  process.stdout.write('alive')`

test('ends the process at the armed point, and at no other', async () => {
  const { signal, stdout } = await runCode(code(`armCrashPoint('accept.after-commit')`))
  expect({ signal, stdout }).toEqual({ signal: 'SIGKILL', stdout: 'passed ' })
})

test('does nothing when nothing was armed', () => {
  expect(() => crashPoint('accept.after-commit')).not.toThrow()
})
