import type { ClinicHours } from '#lib/hours/clinic-hours.ts'
import { act } from '#lib/inbox/act.ts'
import type { Desk } from '#lib/inbox/desk.ts'
import { openForDesk } from '#lib/inbox/inquiry.ts'
import { snoozeChoices } from '#lib/inbox/snooze-choice.ts'
import type { Deed } from './scene.ts'

const fieldOf = { attempt: 'attempt', note: 'note', close: 'closing' } as const

/** Presses a button of the inbox as somebody of the staff would, some time ago. */
export async function doDeed(desk: Desk, reference: string, deed: Deed, hours: ClinicHours): Promise<void> {
  if (deed.act === 'open') {
    await openForDesk(desk, reference)
    return
  }
  const { version } = await desk.db
    .selectFrom('inquiry')
    .select('version')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  const form = new FormData()
  form.set('reference', reference)
  form.set('version', String(version))
  const { act: name, choice = '' } = deed
  if (name === 'snooze') form.set('until', String(snoozeChoices(desk.now, hours).at(Number(choice))))
  else if (name in fieldOf) form.set(fieldOf[name as keyof typeof fieldOf], choice)

  const { said } = await act(desk, name, form)
  if (!['changed', 'noted', 'released'].includes(said)) throw new Error(`The demo could not ${name}: ${said}.`)
}
