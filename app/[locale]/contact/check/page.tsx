import { redirect } from 'next/navigation'
import { AnswerList } from '#components/form/answer-list.tsx'
import { ExpiredNotice } from '#components/form/expired-notice.tsx'
import { PrivacyLine } from '#components/form/privacy-line.tsx'
import { SendButton } from '#components/form/send-button.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { clinic } from '#lib/clinic.ts'
import { contactFacts } from '#lib/inquiries/contact-facts.ts'
import { currentDraft } from '#lib/inquiries/current-draft.ts'
import { problemsIn } from '#lib/inquiries/draft-problems.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { titles } = messagesFor((await params).locale).form
  return { title: (await currentDraft()) ? titles.check : titles.expired, robots: { index: false } }
}

export default async function CheckPage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).form
  const draft = await currentDraft()
  const formPath = pathFor(locale, '/contact')

  if (draft?.sent) redirect(pathFor(locale, '/contact/sent'))
  if (draft && Object.keys(problemsIn(draft)).length > 0) redirect(`${formPath}#problems`)

  return (
    <Frame locale={locale} path="/contact/check">
      {draft ? (
        <div className="max-w-170">
          <h1>{words.check.title}</h1>
          <p className="mt-4 mb-8 text-lead">{words.check.lead}</p>
          <AnswerList words={words} answers={draft.answers} formPath={formPath} />
          <div className="mt-8 grid gap-6">
            <PrivacyLine words={words} days={contactFacts(clinic()).days} noticePath={pathFor(locale, '/privacy')} />
            <SendButton label={words.check.send} action={pathFor(locale, '/contact/send')} />
          </div>
        </div>
      ) : (
        <ExpiredNotice words={words} formPath={formPath} />
      )}
    </Frame>
  )
}
