import { managerWords } from '#content/en/inbox-manager.ts'
import { filled } from '#content/en/staff.ts'
import type { Week } from '#lib/inbox/overview.ts'
import { Cell, Row, Table } from './table.tsx'

const { overview: words } = managerWords
const { columns } = words

export function WeekTable({ weeks }: { weeks: Week[] }) {
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks">{words.weeksTitle}</h2>
      <Table columns={Object.values(columns)}>
        {weeks.map(({ week, received, spam, answered, inTime, medianMinutes, slowestTenthMinutes }) => (
          <Row key={week} head={week}>
            <Cell label={columns.received}>{received}</Cell>
            <Cell label={columns.spam}>{shareText(spam, received)}</Cell>
            <Cell label={columns.answered}>{answered}</Cell>
            <Cell label={columns.inTime}>{shareText(inTime, answered)}</Cell>
            <Cell label={columns.median}>{minutesText(medianMinutes)}</Cell>
            <Cell label={columns.slowest}>{minutesText(slowestTenthMinutes)}</Cell>
          </Row>
        ))}
      </Table>
      <p className="max-w-measure text-sm text-ink-2">{words.weeksNote}</p>
    </section>
  )
}

function shareText(count: number, all: number): string {
  return all === 0 ? String(count) : filled(words.share, { count, share: Math.round((100 * count) / all) })
}

function minutesText(minutes: number | null): string {
  if (minutes === null) return words.unknown
  if (!Number.isFinite(minutes)) return words.more
  return minutes < 120 ? filled(words.atMost, { minutes }) : filled(words.atMostHours, { hours: minutes / 60 })
}
