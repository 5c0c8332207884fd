import { StudyIndex, titleOf } from '#components/evidence/study-index.tsx'
import { choiceParts, choicePath, readChoice } from '#lib/evidence/filter.ts'
import { studies } from '#lib/evidence/library.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale; choice: string[] }> }

export const dynamicParams = false

export function generateStaticParams() {
  return choiceParts(studies()).map((choice) => ({ choice }))
}

export async function generateMetadata({ params }: Props) {
  const { locale, choice } = await params
  const words = messagesFor(locale).evidence
  const chosen = readChoice(choice)
  return metadataFor({
    locale,
    path: choicePath(chosen),
    title: titleOf(chosen, words),
    description: words.description,
  })
}

export default async function ChosenEvidencePage({ params }: Props) {
  const { locale, choice } = await params
  return <StudyIndex locale={locale} chosen={readChoice(choice)} />
}
