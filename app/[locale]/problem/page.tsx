import { PageHeader } from '#components/article/page-header.tsx'
import { Frame } from '#components/frame/frame.tsx'
import { WayOn } from '#components/frame/way-on.tsx'
import { clinic, TO_BE_CONFIRMED } from '#lib/clinic.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { title } = messagesFor((await params).locale).problem
  return { title: `${title} – ${clinic().shortName}`, robots: { index: false } }
}

/** What the front server sends, already finished, whenever a page cannot be made. */
export default async function ProblemPage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).problem

  return (
    <Frame locale={locale} path="/problem">
      <div className="max-w-measure flex flex-col gap-6">
        <PageHeader title={words.title} lead={words.lead} />
        <p>{words.answers}</p>
        <p>
          {words.phone} <b>{clinic().phone ?? TO_BE_CONFIRMED}</b>
        </p>
        <WayOn locale={locale} title={words.goTitle} />
      </div>
    </Frame>
  )
}
