import { type Locale, messagesFor, pathFor } from '#lib/locale.ts'

export function CrisisBar({ locale }: { locale: Locale }) {
  const { crisisLabel, crisis } = messagesFor(locale).frame

  return (
    <section aria-label={crisisLabel} className="bg-night px-4 py-2 text-center text-sm leading-snug text-on-night">
      <p className="mx-auto max-w-page">
        {crisis.danger}{' '}
        <a className="font-bold text-on-night" href="tel:911">
          911
        </a>
        . {crisis.crisis}{' '}
        <a className="font-bold text-on-night" href="tel:988">
          988
        </a>
        , {crisis.anyTime}{' '}
        <a className="whitespace-nowrap text-on-night print:hidden" href={pathFor(locale, '/get-help-now')}>
          {crisis.more}
        </a>
      </p>
    </section>
  )
}
