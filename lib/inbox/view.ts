import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Schema } from '#lib/db/schema.ts'
import { needsPerson } from '#lib/outbox/fate.ts'

export const views = ['waiting', 'mine', 'snoozed', 'closed', 'quarantine', 'attention'] as const
export type View = (typeof views)[number]

type Inquiries = ExpressionBuilder<Schema, 'inquiry'>
type Asking = { staffId: string; now: number }
type TimeColumn = 'received_at' | 'due_at' | 'answered_at' | 'snoozed_until' | 'closed_at' | 'quarantined_at'

/** A stretch of a view in one order. Stretches follow each other, so each can be read straight from an index. */
export type Stretch = {
  by: TimeColumn
  direction: 'asc' | 'desc'
  where: (inquiry: Inquiries, asking: Asking) => Expression<SqlBool>
}

const isOpen = (inquiry: Inquiries) =>
  inquiry.and([inquiry('closed_at', 'is', null), inquiry('quarantined_at', 'is', null)])

const isAwake = (inquiry: Inquiries, { now }: Asking) =>
  inquiry.and([
    isOpen(inquiry),
    inquiry.or([inquiry('snoozed_until', 'is', null), inquiry('snoozed_until', '<=', now)]),
  ])

const isMine = (inquiry: Inquiries, { staffId }: Asking) =>
  inquiry.and([isOpen(inquiry), inquiry('owner_id', '=', staffId)])

/** Who waits for a first answer comes first, by when it is due; then who was answered and is not finished. */
const byDueTime = (within: Stretch['where']): Stretch[] => [
  {
    by: 'received_at',
    direction: 'asc',
    where: (inquiry, asking) =>
      inquiry.and([within(inquiry, asking), inquiry('answered_at', 'is', null), inquiry('due_at', 'is', null)]),
  },
  {
    by: 'due_at',
    direction: 'asc',
    where: (inquiry, asking) =>
      inquiry.and([within(inquiry, asking), inquiry('answered_at', 'is', null), inquiry('due_at', 'is not', null)]),
  },
  {
    by: 'answered_at',
    direction: 'asc',
    where: (inquiry, asking) => inquiry.and([within(inquiry, asking), inquiry('answered_at', 'is not', null)]),
  },
]

/** An e-mail to the clinic did not arrive, and was not sent again. */
const hasFailedMail = (inquiry: Inquiries) =>
  inquiry(
    'id',
    'in',
    inquiry
      .selectFrom('delivery')
      .select('delivery.inquiry_id')
      .where(needsPerson())
      .where('delivery.inquiry_id', 'is not', null)
      .where('delivery.kind', '!=', 'receipt')
      .$castTo<{ inquiry_id: string }>(),
  )

export const stretchesOf = {
  waiting: byDueTime(isAwake),
  mine: byDueTime(isMine),
  snoozed: [
    {
      by: 'snoozed_until',
      direction: 'asc',
      where: (inquiry, { now }) => inquiry.and([isOpen(inquiry), inquiry('snoozed_until', '>', now)]),
    },
  ],
  closed: [{ by: 'closed_at', direction: 'desc', where: (inquiry) => inquiry('closed_at', 'is not', null) }],
  quarantine: [
    {
      by: 'quarantined_at',
      direction: 'desc',
      where: (inquiry) => inquiry.and([inquiry('closed_at', 'is', null), inquiry('quarantined_at', 'is not', null)]),
    },
  ],
  attention: [
    {
      by: 'received_at',
      direction: 'asc',
      where: (inquiry) => inquiry.and([inquiry('closed_at', 'is', null), hasFailedMail(inquiry)]),
    },
  ],
} satisfies Record<View, Stretch[]> as Record<View, Stretch[]>
