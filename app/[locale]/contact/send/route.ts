import { sendDraft } from '#lib/inquiries/send-draft.ts'
import { isLocale, pathFor } from '#lib/locale.ts'
import { seeOther } from '#lib/server/see-other.ts'

type Context = { params: Promise<{ locale: string }> }

const nextPage = {
  sent: '/contact/sent',
  expired: '/contact/check',
  'has-problems': '/contact#problems',
} as const

/** Stores the inquiry before anybody reads "sent". The front server shows a page of its own for 503 and 429. */
export async function POST(request: Request, { params }: Context) {
  const { locale } = await params
  if (!isLocale(locale)) return new Response('There is no such page.', { status: 404 })

  const outcome = await sendDraft(request.headers, locale, Date.now())
  if (outcome.kind === 'storage-unavailable') return new Response('Your message was not sent.', { status: 503 })
  if (outcome.kind === 'too-many') return new Response('Your message was not sent yet.', { status: 429 })

  return seeOther(pathFor(locale, nextPage[outcome.kind]), outcome.cookie)
}
