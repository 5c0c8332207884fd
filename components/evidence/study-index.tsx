import type { ReactNode } from 'react'
import { PageHeader } from '#components/article/page-header.tsx'
import { Breadcrumbs } from '#components/frame/breadcrumbs.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { type Choice, choicePath, chooseStudies } from '#lib/evidence/filter.ts'
import { studies } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { breadcrumbListOf } from '#lib/seo/breadcrumb-list.ts'
import { FilterLinks } from './filter-links.tsx'
import { StudyList } from './study-list.tsx'
import { UncheckedStudies } from './unchecked-studies.tsx'

type Props = { locale: Locale; chosen: Choice; children?: ReactNode }

/** The studies that fit a choice: those we cite, and below them those we could not check. */
export function StudyIndex({ locale, chosen, children }: Props) {
  const words = messagesFor(locale).evidence
  const all = studies()
  const citable = all.filter(({ verified }) => verified)
  const shown = chooseStudies(citable, chosen)
  const [path, title] = [choicePath(chosen), titleOf(chosen, words)]
  const above = path === '/evidence' ? [] : [{ path: '/evidence', label: words.title }]

  return (
    <Frame locale={locale} path={path}>
      <Breadcrumbs locale={locale} above={above} />
      <div className="max-w-measure flex flex-col gap-8">
        <PageHeader title={title} lead={words.lead} />
        {children}
        <FilterLinks locale={locale} studies={citable} chosen={chosen} />
        <p className="text-sm text-ink-2">
          {shown.length === 1 ? words.shown.one : words.shown.many.replace('{count}', `${shown.length}`)}
        </p>
        <StudyList locale={locale} studies={shown} />
        <UncheckedStudies
          locale={locale}
          studies={chooseStudies(
            all.filter(({ verified }) => !verified),
            chosen,
          )}
        />
      </div>
      <JsonLd things={[breadcrumbListOf(locale, [...above, { path, label: title }])]} />
    </Frame>
  )
}

type Words = ReturnType<typeof messagesFor>['evidence']

export function titleOf({ substance, family }: Choice, words: Words): string {
  const parts = [substance && words.substances[substance], family && words.families[family]].filter(Boolean)
  return parts.length > 0 ? `${words.title}: ${parts.join(', ')}` : words.title
}
