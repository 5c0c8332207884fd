import type { ReactNode } from 'react'
import { markupOf } from '#lib/articles/markup.ts'
import { clinic } from '#lib/clinic.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { CrisisBar } from './crisis-bar.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

type Props = { locale: Locale; path: string; children: ReactNode }

/** What every page shares: crisis line, name, links, footer. `path` is the page's own address, so the menu can mark it. */
export function Frame({ locale, path, children }: Props) {
  const { skip } = messagesFor(locale).frame
  const facts = clinic()

  return (
    <>
      <a className="skip" href="#main">
        {skip}
      </a>
      <CrisisBar locale={locale} />
      <SiteHeader locale={locale} path={path} clinic={facts} />
      <main
        id="main"
        className="mx-auto max-w-page px-4 pt-8 sm:px-6 lg:pt-12"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, from our own components.
        dangerouslySetInnerHTML={{ __html: markupOf(children) }}
      />
      <SiteFooter locale={locale} clinic={facts} />
    </>
  )
}
