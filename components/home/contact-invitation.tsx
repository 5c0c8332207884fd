import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function ContactInvitation({ locale }: { locale: Locale }) {
  const { contactTitle, contact, contactLink } = messagesFor(locale).home

  return (
    <section aria-labelledby="ask" className="rounded-box bg-teal-tint p-5 sm:p-8 print:hidden">
      <h2 id="ask">{contactTitle}</h2>
      <p className="mt-2 mb-5 max-w-measure">{contact}</p>
      <a className="button" href={pathFor(locale, '/contact')}>
        {contactLink}
      </a>
    </section>
  )
}
