import { redirect } from 'next/navigation'
import { Frame } from '#components/frame/frame.tsx'
import { clinic } from '#lib/clinic.ts'
import { contactFacts } from '#lib/inquiries/contact-facts.ts'
import { currentDraft } from '#lib/inquiries/current-draft.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { AnswerList } from './answer-list.tsx'
import { ExpiredNotice } from './expired-notice.tsx'
import { NotSentNotice } from './not-sent-notice.tsx'

type Props = { locale: Locale; path: string; reason: 'notSent' | 'wait' }

/** The page that says nothing was sent and why, with the answers as they were typed. */
export async function NotSentBody({ locale, path, reason }: Props) {
  const words = messagesFor(locale).form
  const draft = await currentDraft()
  const formPath = pathFor(locale, '/contact')

  if (draft?.sent) redirect(pathFor(locale, '/contact/sent'))

  return (
    <Frame locale={locale} path={path}>
      {draft ? (
        <div className="max-w-170">
          <NotSentNotice
            words={words}
            reason={reason}
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
