/** Whether a path belongs to the inbox. */
export function isStaffPath(path: string): boolean {
  return path === '/staff' || path.startsWith('/staff/')
}

/** What a form on the page of one inquiry can ask for. */
export const inquiryActs = [
  ...['attempt', 'note', 'take', 'give-back', 'give', 'snooze', 'wake', 'close', 'reopen', 'release', 'send-again'],
  'delete',
]

/** Where each form of the inbox is sent, and the page to go to for a browser that only opens that address. */
export const staffForms: Record<string, string> = {
  '/staff/sign-in/passkey': '/staff/sign-in',
  '/staff/sign-in/code': '/staff/sign-in',
  '/staff/enrol/passkey': '/staff/enrol',
  '/staff/passkeys/add': '/staff/passkeys',
  '/staff/passkeys/remove': '/staff/passkeys',
  '/staff/passkeys/keep-codes': '/staff/passkeys',
  '/staff/step-up': '/staff',
  '/staff/sessions/end': '/staff/sessions',
  '/staff/people/add': '/staff/people',
  '/staff/people/link': '/staff/people',
  '/staff/people/disable': '/staff/people',
  '/staff/sign-out': '/staff',
  '/staff/search/find': '/staff/search',
  '/staff/export/period': '/staff/export',
  '/staff/export/inquiry': '/staff/export',
  ...Object.fromEntries(inquiryActs.map((act) => [`/staff/act/${act}`, '/staff'])),
}

/** Open to everybody: the ways in. */
const open = /^\/staff\/(sign-in|enrol)(\/|$)/
/** Open to a person who is signed in but has no second way in yet. */
const preparing = /^\/staff\/(passkeys|confirm\/passkeys|step-up|sign-out)(\/|$)/

type Need = 'nothing' | 'own-session' | 'staff-session'

/** What a path of the inbox asks for. A path nobody thought of asks for the most. */
export function needOf(path: string): Need {
  if (open.test(path)) return 'nothing'
  return preparing.test(path) ? 'own-session' : 'staff-session'
}

/** The pages that may ask for a fresh proof, by the name they have in the address of the question. */
const asking: Record<string, string> = {
  passkeys: '/staff/passkeys',
  people: '/staff/people',
  export: '/staff/export',
  audit: '/staff/audit',
}

/** Where to go on after a fresh proof: a page of the table, or one inquiry. */
export function pageAskingAs(name: string): string | undefined {
  if (Object.hasOwn(asking, name)) return asking[name]
  return /^KW-[0-9A-Z]{5}$/.test(name) ? `/staff/inquiries/${name}` : undefined
}

const lists = ['/staff', '/staff/mine', '/staff/snoozed', '/staff/closed', '/staff/quarantine', '/staff/attention']

/**
 * Where a page goes by itself after a minute: a list to itself, unless the reader has stopped it or turned its pages.
 *
 * The address says that nobody pressed anything, so that an empty chair does not keep a session open; and it says
 * nothing else, so that what was done is told once.
 */
export function reloadAddress(path: string, url: string): string | undefined {
  const isStill = new URLSearchParams(url.split('?')[1]).has('still')
  return lists.includes(path) && !isStill ? `${path}?again=1` : undefined
}
