import { plainNumber } from '#lib/evidence/fact.ts'
import { type Interval, placeInterval } from './interval-scale.ts'

type Props = { id: string; title: string; description: string; interval: Interval }

/** Across in percent and down in ems, so the words keep their size on any screen and grow with the reader's own. */
export function IntervalPlot({ id, title, description, interval }: Props) {
  const { none, estimate, low, high, ticks } = placeInterval(interval)
  const numbers = [
    { value: interval.low, at: low, y: '4.1em' },
    { value: interval.high, at: high, y: '4.1em' },
  ]

  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      className="h-[6.5em] w-full overflow-visible text-sm"
      fill="currentColor"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>

      <line x1={`${none}%`} x2={`${none}%`} y1="0" y2="4.8em" className="stroke-ink" strokeDasharray="4 4" />
      <line x1="0" x2="100%" y1="4.8em" y2="4.8em" className="stroke-input" />
      {ticks.map(({ value, at }) => (
        <g key={value} className="fill-ink-2">
          <line x1={`${at}%`} x2={`${at}%`} y1="4.8em" y2="5.1em" className="stroke-input" />
          <text x={`${at}%`} y="6.2em" textAnchor="middle">
            {plainNumber(value)}
          </text>
        </g>
      ))}

      <rect x={`${low}%`} width={`${high - low}%`} y="2.25em" height=".5em" className="fill-teal" fillOpacity=".4" />
      {numbers.map(({ value, at, y }) => (
        <g key={value}>
          <line x1={`${at}%`} x2={`${at}%`} y1="1.95em" y2="3.05em" className="stroke-teal" strokeWidth="2" />
          <text x={`${at}%`} y={y} textAnchor="middle" className="stroke-card [paint-order:stroke]" strokeWidth="5">
            {plainNumber(value)}
          </text>
        </g>
      ))}
      <circle cx={`${estimate}%`} cy="2.5em" r=".6em" className="fill-teal stroke-card" strokeWidth="2" />
      <text x={`${estimate}%`} y="1.4em" textAnchor="middle" className="font-bold">
        {plainNumber(interval.estimate)}
      </text>
    </svg>
  )
}
