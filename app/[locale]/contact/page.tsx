import type { Metadata } from 'next'
import { ContactForm } from '#components/form/contact-form.tsx'
import { EmergencyNote } from '#components/form/emergency-note.tsx'
import { ErrorSummary } from '#components/form/error-summary.tsx'
import { SentEarlier } from '#components/form/sent-earlier.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { clinic } from '#lib/clinic.ts'
import { noAnswers } from '#lib/inquiries/answers.ts'
import { contactFacts } from '#lib/inquiries/contact-facts.ts'
import { currentDraft } from '#lib/inquiries/current-draft.ts'
import { problemSentences } from '#lib/inquiries/draft-problems.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'
import { homePicture, metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const { words, problems } = await contactState(locale)
  const hasProblems = Object.keys(problems).length > 0
  const { titles, description } = words
  return {
    ...metadataFor({ locale, path: '/contact', title: words.page.title, description, pictured: homePicture(locale) }),
    title: hasProblems ? titles.problems : titles.form,
  }
}

export default async function ContactPage({ params }: Props) {
  const { locale } = await params
  const { wasSent, ...state } = await contactState(locale)
  const { words, problems } = state

  return (
    <Frame locale={locale} path="/contact">
      <div className="max-w-170">
        <ErrorSummary words={words} problems={problems} />
        <h1>{words.page.title}</h1>
        <p className="my-4 text-lead">{words.page.lead}</p>
        {wasSent && <SentEarlier words={words} sentPath={pathFor(locale, '/contact/sent')} />}
        <EmergencyNote words={words} />
        <ContactForm state={state} action={pathFor(locale, '/contact/answers')} />
      </div>
    </Frame>
  )
}

async function contactState(locale: Locale) {
  const words = messagesFor(locale).form
  const facts = contactFacts(clinic())
  const draft = await currentDraft()
  if (!draft || draft.sent) return { words, facts, answers: noAnswers, problems: {}, wasSent: draft !== undefined }

  return { words, facts, answers: draft.answers, problems: problemSentences(draft, words, locale), wasSent: false }
}
