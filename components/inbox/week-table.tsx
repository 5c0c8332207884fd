import { managerWords } from '#content/en/inbox-manager.ts'
import { filled } from '#content/en/staff.ts'
import type { Week } from '#lib/inbox/overview.ts'

const { overview: words } = managerWords
const { columns } = words

export function WeekTable({ weeks }: { weeks: Week[] }) {
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks">{words.weeksTitle}</h2>
      <table className="inquiries">
        <thead>
          <tr>
            {Object.values(columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, received, spam, answered, inTime, medianMinutes, slowestTenthMinutes }) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              <td data-label={columns.received}>{received}</td>
              <td data-label={columns.spam}>{shareText(spam, received)}</td>
              <td data-label={columns.answered}>{answered}</td>
              <td data-label={columns.inTime}>{shareText(inTime, answered)}</td>
              <td data-label={columns.median}>{minutesText(medianMinutes)}</td>
              <td data-label={columns.slowest}>{minutesText(slowestTenthMinutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
