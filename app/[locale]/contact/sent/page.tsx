import { redirect } from 'next/navigation'
import { AnswerList } from '#components/form/answer-list.tsx'
import { ExpiredNotice } from '#components/form/expired-notice.tsx'
import { NextSteps } from '#components/form/next-steps.tsx'
import { SentPanel } from '#components/form/sent-panel.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { clinic } from '#lib/clinic.ts'
import { contactFacts } from '#lib/inquiries/contact-facts.ts'
import { currentDraft } from '#lib/inquiries/current-draft.ts'
import { receivedTimeText } from '#lib/inquiries/received-time.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { titles } = messagesFor((await params).locale).form
  return { title: (await currentDraft())?.sent ? titles.sent : titles.expired, robots: { index: false } }
}

export default async function SentPage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).form
  const draft = await currentDraft()
  const formPath = pathFor(locale, '/contact')

  if (draft && !draft.sent) redirect(pathFor(locale, '/contact/check'))

  return (
    <Frame locale={locale} path="/contact/sent">
      {draft?.sent ? (
        <div className="max-w-170">
          <SentPanel
            words={words}
            reference={draft.sent.reference}
            received={receivedTimeText(draft.sent.receivedAt, clinic().timeZone, locale)}
          />
          <NextSteps
            words={words}
            channel={draft.answers.channel === 'phone' ? 'phone' : 'email'}
            facts={contactFacts(clinic())}
          />
          <h2 className="mt-12 mb-4">{words.sent.answersTitle}</h2>
          <AnswerList words={words} answers={draft.answers} />
          <p className="mt-8 print:hidden">
            <a href={formPath}>{words.sent.another}</a>
          </p>
        </div>
      ) : (
        <ExpiredNotice words={words} formPath={formPath} />
      )}
    </Frame>
  )
}
