import { expect, test } from 'vitest'
import { TRAP_FIELD } from '#content/en/form.ts'
import { formTraces } from '#lib/inquiries/form-traces.ts'
import { phoneForm } from '#tests/support/typed-form.ts'

const tracesOf = (trap: string | string[]) => formTraces(phoneForm({ [TRAP_FIELD]: trap }))

test('the form as a browser sends it, with the trap empty, leaves no trace', () => {
  expect(tracesOf('')).toEqual([])
  expect(tracesOf('  ')).toEqual([])
})

test.each(['Hello', ['', 'Hello']])('a filled trap is one: %s', (typed) => {
  expect(tracesOf(typed)).toEqual(['trap-filled'])
})

test('a form without the trap is not our form', () => {
  expect(formTraces(phoneForm())).toEqual(['trap-missing'])
})
