import { inbox } from '#content/en/inbox.ts'
import type { Clock } from '#lib/inbox/clock.ts'
import type { InboxRow } from '#lib/inbox/row.ts'
import { ClockText } from './clock-text.tsx'
import { MailText } from './mail-text.tsx'
import { ReachText } from './reach-text.tsx'

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
  return (
    <table className="inquiries">
      <thead>
        <tr>
          <th scope="col">{words.reference}</th>
          <th scope="col">{words.clock}</th>
          <th scope="col">{words.safety}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{isQuarantine ? words.spam : words.owner}</th>
          <th scope="col">{words.mail}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, clock, spam }) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/staff/inquiries/${row.reference}`}>{row.reference}</a>
              <br />
              <span className="text-sm font-normal">{inbox.statuses[row.status]}</span>
            </th>
            <td data-label={words.clock}>
              <ClockText row={row} clock={clock} now={now} timeZone={timeZone} />
            </td>
            <td data-label={words.safety}>
              <ReachText reach={row.reach} />
            </td>
            <td data-label={words.about}>{row.reach ? inbox.about[row.reach.about] : ''}</td>
            {isQuarantine ? (
              <td data-label={words.spam}>{spam.join(' ')}</td>
            ) : (
              <td data-label={words.owner}>{row.owner?.name ?? words.nobody}</td>
            )}
            <td data-label={words.mail}>
              <MailText mail={row.mail} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
