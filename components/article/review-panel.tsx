import type { Article, Page } from '#lib/articles/library.ts'
import { clinic } from '#lib/clinic.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { Day } from './day.tsx'

/** Who stands behind the page and when it was checked; where nobody has, it says so. */
export function ReviewPanel({ locale, page }: { locale: Locale; page: Article | Page }) {
  const words = messagesFor(locale).article.review

  return (
    <section aria-labelledby="page-review" className="border-y border-line py-6 text-sm">
      <h2 id="page-review" className="font-text text-body font-bold">
        {words.title}
      </h2>
      <dl className="mt-3 grid gap-y-2 sm:grid-cols-[12rem_1fr]">
        <dt className="text-ink-2">{words.reviewed}</dt>
        <dd>
          {page.reviewedBy && page.reviewedOn ? (
            <>
              {page.reviewedBy}, <Day locale={locale} on={page.reviewedOn} />
            </>
          ) : (
            <b>{words.notReviewed}</b>
          )}
        </dd>
        <dt className="text-ink-2">{words.writtenFor}</dt>
        <dd>{clinic().name}</dd>
        <dt className="text-ink-2">{words.updated}</dt>
        <dd>
          <Day locale={locale} on={page.updatedOn} />
        </dd>
        {'nextReviewDue' in page && (
          <>
            <dt className="text-ink-2">{words.next}</dt>
            <dd>
              <Day locale={locale} on={page.nextReviewDue} />
            </dd>
          </>
        )}
        <dt className="text-ink-2">{words.interest}</dt>
        <dd>{words.interestText}</dd>
      </dl>
      {'changes' in page && page.changes.length > 0 && (
        <details className="mt-4">
          <summary className="py-1 text-link underline">{words.changes}</summary>
          <ul className="mt-2 flex flex-col gap-1">
            {page.changes.map(({ on, what }) => (
              <li key={`${on} ${what}`}>
                <Day locale={locale} on={on} />: {what}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
