import { CertaintyOverview } from '#components/evidence/certainty-overview.tsx'
import { StudyIndex } from '#components/evidence/study-index.tsx'
import { TrialTimeline } from '#components/evidence/trial-timeline.tsx'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  return metadataFor({ locale, path: '/evidence', ...messagesFor(locale).evidence })
}

export default async function EvidencePage({ params }: Props) {
  const { locale } = await params

  return (
    <StudyIndex locale={locale} chosen={{}}>
      <CertaintyOverview locale={locale} />
      <TrialTimeline locale={locale} />
    </StudyIndex>
  )
}
