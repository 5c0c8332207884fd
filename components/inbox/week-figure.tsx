import { managerWords } from '#content/en/inbox-manager.ts'
import type { Week } from '#lib/inbox/overview.ts'

const { overview: words } = managerWords
const BAR_WIDTH = 40
const GAP = 16
const HEIGHT = 160

/** Bars of answered inquiries by week, the part in time at the bottom. The table below says the same in numbers. */
export function WeekFigure({ weeks }: { weeks: Week[] }) {
  const oldestFirst = weeks.toReversed()
  const most = Math.max(...weeks.map(({ answered }) => answered))
  if (most === 0) return <p className="my-8">{words.none}</p>

  const heightOf = (count: number) => (count / most) * HEIGHT
  const width = oldestFirst.length * (BAR_WIDTH + GAP)
  return (
    <figure className="my-8 rounded-box border border-line bg-card p-4 sm:p-6">
      <p className="font-bold leading-snug">{words.figureTitle}</p>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + 28}`}
        role="img"
        aria-label={words.figureTitle}
        className="mt-4 w-full max-w-page"
      >
        {oldestFirst.map(({ week, answered, inTime }, place) => {
          const x = place * (BAR_WIDTH + GAP) + GAP / 2
          return (
            <g key={week}>
              <rect
                x={x}
                y={HEIGHT - heightOf(answered)}
                width={BAR_WIDTH}
                height={heightOf(answered)}
                fill="none"
                stroke="currentColor"
              />
              <rect
                x={x}
                y={HEIGHT - heightOf(inTime)}
                width={BAR_WIDTH}
                height={heightOf(inTime)}
                fill="currentColor"
              />
              <text x={x + BAR_WIDTH / 2} y={HEIGHT + 20} textAnchor="middle" fontSize={14} fill="currentColor">
                {week.slice(5)}
              </text>
            </g>
          )
        })}
        <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" />
      </svg>
      <figcaption className="mt-2 text-sm text-ink-2">{words.figureRead}</figcaption>
    </figure>
  )
}
