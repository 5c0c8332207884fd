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
  return `${week.map(({ day, opens, closes }) => `${day} ${clockText(opens)} to ${clockText(closes)}`).join(', ')} (${timeZone})`
}

/** 09:00 is "9 am", 17:30 is "5:30 pm", as people here say it. */
function clockText(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes} ${hour % 24 < 12 ? 'am' : 'pm'}`
}
