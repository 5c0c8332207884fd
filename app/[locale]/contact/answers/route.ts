import { keepAnswers } from '#lib/inquiries/keep-answers.ts'
import { isLocale, pathFor } from '#lib/locale.ts'
import { seeOther } from '#lib/server/see-other.ts'

type Context = { params: Promise<{ locale: string }> }

/** Keeps what was typed, right or wrong, and sends the visitor to check it or to fix it. */
export async function POST(request: Request, { params }: Context) {
  const { locale } = await params
  // "/%2Fevil.example/contact/answers" would otherwise send the visitor to another site.
  if (!isLocale(locale)) return new Response('There is no such page.', { status: 404 })

  const form = await request.formData().catch(() => undefined)
  if (!form) return new Response('This address takes a form.', { status: 400 })

  const { cookie, isReady } = keepAnswers(form, request.headers.get('cookie'), Date.now())
  return seeOther(pathFor(locale, isReady ? '/contact/check' : '/contact#problems'), cookie)
}
