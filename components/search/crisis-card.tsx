import { CareCard } from '#components/article/care-card.tsx'
import { Phone } from '#components/article/phone.tsx'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

/** Shown before any result when the search sounds like an emergency. */
export function CrisisCard({ locale }: { locale: Locale }) {
  const { article, search } = messagesFor(locale)
  const words = search.crisis

  return (
    <CareCard level="emergency" title={words.title} hints={article.care}>
      <p>
        {words.danger} <Phone number="911" />.
      </p>
      <p>
        {words.crisis} <Phone number="988" />.
      </p>
      <p>
        <a href={pathFor(locale, '/get-help-now')}>{words.more}</a>
      </p>
    </CareCard>
  )
}
