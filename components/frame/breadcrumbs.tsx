import { type Locale, pathFor } from '#lib/locale.ts'
import { type Crumb, trailOf } from '#lib/seo/breadcrumb-list.ts'

/** The way back up to the home page, through the pages above this one. */
export function Breadcrumbs({ locale, above = [] }: { locale: Locale; above?: Crumb[] }) {
  const { label, crumbs } = trailOf(locale, above)

  return (
    <nav aria-label={label} className="menu mb-4 text-sm text-ink-2 print:hidden">
      <ol className="flex flex-wrap gap-x-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.path}>
            {index > 0 && <span aria-hidden="true">› </span>}
            <a href={pathFor(locale, crumb.path)}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
