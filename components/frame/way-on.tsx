import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

/** The same places as the menu, with the front page first, for a reader whose page did not come. */
export function WayOn({ locale, title }: { locale: Locale; title: string }) {
  const { frame } = messagesFor(locale)
  const places = [
    { path: '/', label: frame.home },
    { path: '/get-help-now', label: frame.crisis.more },
    ...frame.navigation,
  ]

  return (
    <nav aria-labelledby="way-on">
      <h2 id="way-on">{title}</h2>
      <ul className="mt-3">
        {places.map(({ path, label }) => (
          <li key={path}>
            <a href={pathFor(locale, path)} className="inline-block py-1.5">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
