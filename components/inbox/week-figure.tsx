import { managerWords } from '#content/en/inbox-manager.ts'
import { filled } from '#content/en/staff.ts'
import type { Week } from '#lib/inbox/overview.ts'

const { overview: words } = managerWords
const ROW_HEIGHT = 28
const BAR_HEIGHT = 16
const BARS_FROM = 60
const BARS_WIDTH = 220
const WIDTH = 340

/** A bar for each week of answered inquiries, the part in time filled. The table below says the same in numbers. */
export function WeekFigure({ weeks }: { weeks: Week[] }) {
  const most = Math.max(...weeks.map(({ answered }) => answered))
  if (most === 0) return <p className="my-8">{words.none}</p>

  return (
    <figure className="my-8 max-w-150 rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="font-bold leading-snug">{words.figureTitle}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${weeks.length * ROW_HEIGHT}`}
        role="img"
        aria-label={words.figureTitle}
        className="mt-4 w-full"
        fontSize={14}
        fill="currentColor"
      >
        {weeks.map((week, place) => (
          <Bar key={week.week} week={week} most={most} top={place * ROW_HEIGHT} />
        ))}
      </svg>
      <figcaption className="mt-2 text-sm text-ink-2">{words.figureRead}</figcaption>
    </figure>
  )
}

function Bar({ week: { week, answered, inTime }, most, top }: { week: Week; most: number; top: number }) {
  const widthOf = (count: number) => (count / most) * BARS_WIDTH
  const bar = { x: BARS_FROM, y: top + (ROW_HEIGHT - BAR_HEIGHT) / 2, height: BAR_HEIGHT }
  const baseline = top + ROW_HEIGHT / 2 + 5
  return (
    <>
      <text x={0} y={baseline}>
        {dayText(week)}
      </text>
      <g className="text-teal">
        <rect {...bar} width={widthOf(answered)} fill="none" stroke="currentColor" />
        <rect {...bar} width={widthOf(inTime)} />
      </g>
      <text x={BARS_FROM + widthOf(answered) + 8} y={baseline}>
        {filled(words.inTime, { count: inTime, all: answered })}
      </text>
    </>
  )
}

const dayText = (week: string) =>
  new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(Date.parse(week))
