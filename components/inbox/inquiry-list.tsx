import { inbox } from '#content/en/inbox.ts'
import type { Clock } from '#lib/inbox/clock.ts'
import type { InboxRow } from '#lib/inbox/row.ts'
import { ClockText } from './clock-text.tsx'
import { MailText } from './mail-text.tsx'
import { ReachText } from './reach-text.tsx'
import { Cell, Row, Table } from './table.tsx'

type Props = {
  rows: { row: InboxRow; clock: Clock; spam: string[] }[]
  now: number
  timeZone: string
  /** Shows why each looks like spam, instead of who has it. */
  isQuarantine?: boolean
}

const words = inbox.list

/** One line an inquiry on a wide screen, one card on a narrow one; the same table for a screen reader. */
export function InquiryList({ rows, now, timeZone, isQuarantine = false }: Props) {
  const columns = [words.reference, words.clock, words.safety, words.about, isQuarantine ? words.spam : words.owner]
  return (
    <Table columns={[...columns, words.mail]}>
      {rows.map(({ row, clock, spam }) => (
        <Row key={row.id} head={<Name row={row} />}>
          <Cell label={words.clock}>
            <ClockText row={row} clock={clock} now={now} timeZone={timeZone} />
          </Cell>
          <Cell label={words.safety}>
            <ReachText reach={row.reach} />
          </Cell>
          <Cell label={words.about}>{row.reach ? inbox.about[row.reach.about] : ''}</Cell>
          {isQuarantine ? (
            <Cell label={words.spam}>{spam.join('; ')}</Cell>
          ) : (
            <Cell label={words.owner}>{row.owner?.name ?? words.nobody}</Cell>
          )}
          <Cell label={words.mail}>
            <MailText mail={row.mail} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function Name({ row }: { row: InboxRow }) {
  return (
    <>
      <a href={`/staff/inquiries/${row.reference}`} className="whitespace-nowrap">
        {row.reference}
      </a>
      <br />
      <span className="text-sm font-[400]">{inbox.statuses[row.status]}</span>
    </>
  )
}
