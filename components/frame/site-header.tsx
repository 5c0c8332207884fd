import type { Clinic } from '#lib/clinic.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Props = { locale: Locale; path: string; clinic: Clinic }

/** Every link of the site stays in view: no menu to open, so no script and nothing hidden on a phone. */
export function SiteHeader({ locale, path, clinic }: Props) {
  const { preview, navigationLabel, navigation, search } = messagesFor(locale).frame

  return (
    <header>
      {!clinic.isOpen && <p className="border-b border-line px-4 py-1 text-center text-sm text-ink-2">{preview}</p>}
      <div className="mx-auto flex max-w-page flex-wrap items-baseline gap-x-8 gap-y-2 px-4 pt-4 sm:px-6 lg:pt-8">
        <a
          className="font-heading text-h3 font-semibold leading-tight text-ink no-underline hover:underline"
          href={pathFor(locale, '/')}
          aria-current={path === '/' ? 'page' : undefined}
        >
          {clinic.shortName}
        </a>
        <nav aria-label={navigationLabel} className="print:hidden">
          <ul className="flex flex-wrap gap-x-5 text-sm">
            {[...navigation, search].map((link) => (
              <li key={link.path}>
                <a
                  className="inline-block py-1 text-ink no-underline hover:underline aria-[current]:font-bold aria-[current]:text-teal"
                  href={pathFor(locale, link.path)}
                  aria-current={currentMark(path, link.path)}
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function currentMark(path: string, linkPath: string) {
  if (path === linkPath) return 'page'
  return path.startsWith(`${linkPath}/`) ? 'true' : undefined
}
