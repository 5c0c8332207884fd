import { NotSentBody } from '#components/form/not-sent-body.tsx'
import { currentDraft } from '#lib/inquiries/current-draft.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { titles } = messagesFor((await params).locale).form
  return { title: (await currentDraft()) ? titles.notSent : titles.expired, robots: { index: false } }
}

/** The front server shows this page, with status 503, when an inquiry could not be stored. */
export default async function NotSentPage({ params }: Props) {
  return <NotSentBody locale={(await params).locale} path="/contact/not-sent" reason="notSent" />
}
