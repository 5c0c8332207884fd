import type { MedicalClinic, OpeningHoursSpecification } from 'schema-dts'
import { type Clinic, clinic } from '#lib/clinic.ts'
import { env } from '#lib/env.ts'

/** The clinic as machines read it: a fact nobody has confirmed is left out, never guessed. */
export function medicalClinicOf({ name, isOpen, phone, address, hours }: Clinic): MedicalClinic {
  return {
    ...clinicReference(name),
    '@type': 'MedicalClinic',
    isAcceptingNewPatients: isOpen,
    ...(phone && { telephone: phone }),
    ...(address && { address }),
    ...(hours && { openingHoursSpecification: hours.week.map(openingHoursOf) }),
  }
}

/** The short form in which a page names the clinic as its publisher. */
export function publisher(): MedicalClinic {
  return { '@type': 'MedicalClinic', ...clinicReference(clinic().name) }
}

function clinicReference(name: string) {
  return { '@id': new URL('/#clinic', env().siteOrigin).href, name, url: new URL('/', env().siteOrigin).href }
}

type Span = NonNullable<Clinic['hours']>['week'][number]

function openingHoursOf({ day, opens, closes }: Span): OpeningHoursSpecification {
  return { '@type': 'OpeningHoursSpecification', dayOfWeek: day, opens, closes }
}
