import { retryWhenBusy } from '#lib/db/retry-when-busy.ts'
import type { Desk } from './desk.ts'

export type Colleague = { id: string; name: string }

/** Everybody an inquiry can be given to, by name. */
export function listColleagues({ db }: Desk): Promise<Colleague[]> {
  return retryWhenBusy(() =>
    db.selectFrom('staff').select(['id', 'name']).where('disabled_at', 'is', null).orderBy('name').execute(),
  )
}

export function findColleague({ db }: Desk, id: string): Promise<Colleague | undefined> {
  return retryWhenBusy(() =>
    db
      .selectFrom('staff')
      .select(['id', 'name'])
      .where('id', '=', id)
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  )
}
