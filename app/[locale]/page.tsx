import { Frame } from '#components/frame/frame.tsx'
import { JsonLd } from '#components/frame/json-ld.tsx'
import { ContactInvitation } from '#components/home/contact-invitation.tsx'
import { Doors } from '#components/home/doors.tsx'
import { Hero } from '#components/home/hero.tsx'
import { KeyFacts } from '#components/home/key-facts.tsx'
import { TrialExample } from '#components/home/trial-example.tsx'
import { clinic } from '#lib/clinic.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import { medicalClinicOf } from '#lib/seo/medical-clinic.ts'
import { metadataFor } from '#lib/seo/metadata.ts'

type Props = { params: Promise<{ locale: Locale }> }

export async function generateMetadata({ params }: Props) {
  const { locale } = await params
  return metadataFor({ locale, path: '/', ...messagesFor(locale).home })
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params
  const words = messagesFor(locale).home

  return (
    <Frame locale={locale} path="/">
      <div className="flex flex-col gap-12 lg:gap-18">
        <Hero locale={locale} {...words.hero} />
        <Doors locale={locale} title={words.doorsTitle} doors={words.doors} />
        <KeyFacts locale={locale} title={words.factsTitle} facts={words.facts} />
        <TrialExample locale={locale} />
        <ContactInvitation locale={locale} />
      </div>
      <JsonLd things={[medicalClinicOf(clinic())]} />
    </Frame>
  )
}
