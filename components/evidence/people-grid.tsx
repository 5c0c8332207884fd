type Props = { id: string; title: string; description: string; count: number }

const ROW = 10

/** A hundred people as ten rows of ten, the first `count` of them filled: told apart by form, not by colour. */
export function PeopleGrid({ id, title, description, count }: Props) {
  return (
    <svg
      viewBox="0 0 100 100"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      width="100%"
      className="max-w-50"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <pattern id={`${id}-one`} width={ROW} height={ROW} patternUnits="userSpaceOnUse">
        <circle cx="5" cy="5" r="4" className="fill-teal" />
      </pattern>
      <pattern id={`${id}-other`} width={ROW} height={ROW} patternUnits="userSpaceOnUse">
        <circle cx="5" cy="5" r="3.5" fill="none" className="stroke-input" />
      </pattern>
      <path d={placesBefore(count)} fill={`url(#${id}-one)`} />
      <path d={`${placesBefore(100)}${placesBefore(count)}`} fillRule="evenodd" fill={`url(#${id}-other)`} />
    </svg>
  )
}

/** The shape of the first places, read like text: whole rows, and then a part of the next one. */
function placesBefore(count: number): string {
  const wholeRows = ROW * Math.floor(count / ROW)
  const rest = ROW * (count % ROW)
  return `M0 0H100V${wholeRows}H${rest}V${rest > 0 ? wholeRows + ROW : wholeRows}H0Z`
}
