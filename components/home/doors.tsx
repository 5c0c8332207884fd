import { type Locale, pathFor } from '#lib/locale.ts'

type Door = { path: string; label: string; text: string }
type Props = { locale: Locale; title: string; doors: Door[] }

/** The three people who come here, each with one way in. */
export function Doors({ locale, title, doors }: Props) {
  return (
    <nav aria-labelledby="doors">
      <h2 id="doors">{title}</h2>
      <ul className="mt-6 grid gap-4 lg:grid-cols-3 lg:gap-6">
        {doors.map(({ path, label, text }) => (
          <li key={path} className="relative rounded-box border border-line bg-card p-5 hover:border-teal sm:p-6">
            <a className="cover font-heading text-h3 font-semibold text-teal" href={pathFor(locale, path)}>
              {label}
            </a>
            <p className="mt-2">{text}</p>
          </li>
        ))}
      </ul>
    </nav>
  )
}
