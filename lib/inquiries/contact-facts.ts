import { type Clinic, TO_BE_CONFIRMED } from '#lib/clinic.ts'

type Facts = Pick<Clinic, 'phone' | 'callerPhone' | 'hours' | 'isOpen' | 'retentionDays'>

/** The clinic's facts as the contact pages print them. Nothing is promised before the clinic is open. */
export function contactFacts({ phone, callerPhone, hours, isOpen, retentionDays }: Facts) {
  return {
    phone: phone ?? TO_BE_CONFIRMED,
    callerPhone: callerPhone ?? TO_BE_CONFIRMED,
    hours: hours ? hoursText(hours) : TO_BE_CONFIRMED,
    goal: isOpen ? '' : TO_BE_CONFIRMED,
    days: isOpen && retentionDays ? String(retentionDays) : TO_BE_CONFIRMED,
  }
}

function hoursText({ week, timeZone }: NonNullable<Clinic['hours']>): string {
  return `${week.map(({ day, opens, closes }) => `${day} ${opens} to ${closes}`).join(', ')} (${timeZone})`
}
