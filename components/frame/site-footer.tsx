import { type Clinic, TO_BE_CONFIRMED } from '#lib/clinic.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function SiteFooter({ locale, clinic }: { locale: Locale; clinic: Clinic }) {
  const { footer } = messagesFor(locale).frame

  return (
    <footer className="mt-18 border-t border-line bg-sand text-sm print:mt-8">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-12 sm:grid-cols-3 sm:px-6 print:py-4">
        <section>
          <h2 className="mb-2 font-text text-body font-bold">{footer.helpTitle}</h2>
          <ul className="flex flex-col gap-2">
            <li>
              {footer.help.emergency}: <a href="tel:911">911</a>
            </li>
            <li>
              {footer.help.lifeline} <a href="tel:988">988</a>
            </li>
            <li>
              {footer.help.treatment}:{' '}
              <a href="tel:+18006624357" className="inline-block">
                1-800-662-4357
              </a>
            </li>
          </ul>
        </section>
        <section>
          <h2 className="mb-2 font-text text-body font-bold">{footer.clinicTitle}</h2>
          <p>{clinic.name}</p>
          <p>
            {footer.phone}: {clinic.phone ?? TO_BE_CONFIRMED}
          </p>
          <p>
            {footer.address}: {clinic.address ?? TO_BE_CONFIRMED}
          </p>
        </section>
        <nav aria-label={footer.aboutTitle} className="print:hidden">
          <h2 className="mb-2 font-text text-body font-bold">{footer.aboutTitle}</h2>
          <ul className="flex flex-col gap-2">
            {footer.about.map((link) => (
              <li key={link.path}>
                <a href={pathFor(locale, link.path)}>{link.label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-ink-2 sm:col-span-3">
          {footer.interest} {footer.notAdvice}
        </p>
      </div>
    </footer>
  )
}
