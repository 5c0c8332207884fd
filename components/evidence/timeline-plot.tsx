import type { Messages } from '#content/en/messages.ts'
import type { Row } from '#lib/evidence/timeline.ts'
import { placeTimeline } from './timeline-scale.ts'

type Props = {
  id: string
  title: string
  description: string
  rows: Row[]
  names: Messages['evidence']['substances']
}

/** A row for each drug, the years across; filled dots are randomized, hollow ones are not. */
export function TimelinePlot({ id, title, description, rows, names }: Props) {
  const plot = placeTimeline(rows)

  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className="w-full overflow-visible text-sm"
      height={plot.height}
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>

      {plot.ticks.map(({ year, x }) => (
        <g key={year} className="fill-ink-2">
          <line x1={`${x}%`} x2={`${x}%`} y1="0" y2={plot.bottom} className="stroke-input" strokeOpacity=".35" />
          <text x={`${x}%`} y={plot.yearsAt} textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {plot.rows.map(({ substance, top, labelAt, dots }) => (
        <g key={substance}>
          <line x1="0" x2="100%" y1={top} y2={top} className="stroke-input" />
          <text x="0" y={labelAt} className="font-bold stroke-card [paint-order:stroke]" strokeWidth="5">
            {names[substance]}
          </text>
          {dots.map(({ study, x, y, radius, isRandomized }) => (
            <circle
              key={study.id}
              cx={`${x}%`}
              cy={y}
              r={radius}
              strokeWidth="2"
              className={isRandomized ? 'fill-teal stroke-card' : 'fill-card stroke-teal'}
            />
          ))}
        </g>
      ))}
      <line x1="0" x2="100%" y1={plot.bottom} y2={plot.bottom} className="stroke-input" />
    </svg>
  )
}
