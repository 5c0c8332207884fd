import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { breadcrumbListOf, type Crumb } from '#lib/seo/breadcrumb-list.ts'
import { JsonLd } from './json-ld.tsx'

type Props = { locale: Locale; above?: Crumb[]; here: Crumb }

/** The way back up from this page to the home page. Machines get the same list, with this page at its end. */
export function Breadcrumbs({ locale, above = [], here }: Props) {
  const { label, home } = messagesFor(locale).frame.breadcrumbs
  const trail = [{ path: '/', label: home }, ...above]

  return (
    <nav aria-label={label} className="mb-4 text-sm print:hidden">
      <ol className="flex flex-wrap gap-x-2">
        {trail.map((crumb, index) => (
          <li key={crumb.path} className="text-ink-2">
            {index > 0 && <span aria-hidden="true">› </span>}
            <a className="inline-block py-1 text-ink-2" href={pathFor(locale, crumb.path)}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
      <JsonLd things={[breadcrumbListOf(locale, [...trail, here])]} />
    </nav>
  )
}
