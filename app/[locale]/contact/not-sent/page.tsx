import { redirect } from 'next/navigation'
import { AnswerList } from '#components/form/answer-list.tsx'
import { ExpiredNotice } from '#components/form/expired-notice.tsx'
import { NotSentNotice } from '#components/form/not-sent-notice.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { clinic } from '#lib/clinic.ts'
import { contactFacts } from '#lib/inquiries/contact-facts.ts'
import { currentDraft } from '#lib/inquiries/current-draft.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { titles } = messagesFor((await params).locale).form
  return { title: (await currentDraft()) ? titles.notSent : titles.expired, robots: { index: false } }
}

/** The front server shows this page, with status 503, when an inquiry could not be stored. */
export default async function NotSentPage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).form
  const draft = await currentDraft()
  const formPath = pathFor(locale, '/contact')

  if (draft?.sent) redirect(pathFor(locale, '/contact/sent'))

  return (
    <Frame locale={locale} path="/contact/not-sent">
      {draft ? (
        <div className="max-w-170">
          <NotSentNotice
            words={words}
            why="notSent"
            phone={contactFacts(clinic()).phone}
            sendPath={pathFor(locale, '/contact/send')}
          />
          <h2 className="mt-12 mb-4">{words.notSent.answersTitle}</h2>
          <AnswerList words={words} answers={draft.answers} formPath={formPath} />
        </div>
      ) : (
        <ExpiredNotice words={words} formPath={formPath} />
      )}
    </Frame>
  )
}
