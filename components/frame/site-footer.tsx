import { type Clinic, TO_BE_CONFIRMED } from '#lib/clinic.ts'
import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

type Link = { path: string; label: string }

export function SiteFooter({ locale, clinic }: { locale: Locale; clinic: Clinic }) {
  const { footer } = messagesFor(locale).frame

  return (
    <footer className="mt-18 border-t border-line bg-sand text-sm print:mt-8">
      <div className="mx-auto grid max-w-page gap-8 px-4 py-12 sm:px-6 lg:grid-cols-4 print:py-4">
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
        <nav
          aria-label={footer.linksLabel}
          className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:col-span-3 print:hidden"
        >
          {footer.links.map(({ title, pages }) => (
            <section key={title}>
              <h2 className="mb-2 font-text text-body font-bold">{title}</h2>
              <ul>
                <PageLinks locale={locale} pages={pages} />
              </ul>
            </section>
          ))}
        </nav>
        <section className="flex flex-col gap-2 border-t border-line pt-8 lg:col-span-4">
          <h2 className="mb-2 font-text text-body font-bold">{footer.clinicTitle}</h2>
          <p>
            {clinic.name}. {footer.phone}: {clinic.phone ?? TO_BE_CONFIRMED}. {footer.address}:{' '}
            {clinic.address ?? TO_BE_CONFIRMED}.
          </p>
          <p>
            {footer.interest} {footer.notAdvice}
          </p>
          <ul className="flex flex-wrap gap-x-6 print:hidden">
            <PageLinks locale={locale} pages={footer.notices} />
          </ul>
        </section>
      </div>
    </footer>
  )
}

function PageLinks({ locale, pages }: { locale: Locale; pages: Link[] }) {
  return pages.map(({ path, label }) => (
    <li key={path}>
      <a className="inline-block py-1" href={pathFor(locale, path)}>
        {label}
      </a>
    </li>
  ))
}
