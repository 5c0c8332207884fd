import { TRAP_FIELD } from '#content/en/form.ts'
import { browserHeaders, oldBrowserHeaders } from '#tests/support/browser-headers.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { fillers, links, offers } from './offers.ts'
import type { Submission } from './submission.ts'

const FORM = { 'content-type': browserHeaders['content-type'] }
const CHROME = browserHeaders['user-agent']

/** Programs as they introduce themselves when nobody taught them to lie. */
const programs: Record<string, string>[] = [
  { ...FORM, 'user-agent': 'curl/8.5.0', accept: '*/*' },
  { ...FORM, 'user-agent': 'python-requests/2.32.3', accept: '*/*', 'accept-encoding': 'gzip, deflate' },
  { ...FORM, 'user-agent': 'Go-http-client/1.1', 'accept-encoding': 'gzip' },
  { ...FORM, 'user-agent': 'axios/1.7.2', accept: 'application/json, text/plain, */*' },
  { ...FORM, 'user-agent': 'Java/17.0.2', accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2' },
  { ...FORM, 'user-agent': 'GuzzleHttp/7' },
  {
    ...FORM,
    'user-agent': 'Scrapy/2.11 (+https://scrapy.org)',
    accept: 'text/html,*/*;q=0.8',
    'accept-language': 'en',
  },
  { ...FORM, 'user-agent': 'node', accept: '*/*', 'accept-language': '*', 'sec-fetch-mode': 'cors' },
]

/** Programs that lie, each a little better than the one before. */
const liars: Record<string, string>[] = [
  { ...FORM, 'user-agent': CHROME, accept: '*/*' },
  { ...FORM, 'user-agent': CHROME, accept: '*/*', referer: 'https://clinic.test/contact' },
  { ...FORM, 'user-agent': CHROME, accept: '*/*', 'sec-fetch-site': 'same-origin' },
  {
    ...FORM,
    'user-agent': CHROME,
    accept: '*/*',
    'sec-fetch-site': 'same-origin',
    'x-client-address': '1.2.3.4',
    'x-request-marks': '',
  },
  { ...FORM, 'user-agent': CHROME, accept: '*/*', 'accept-language': 'en-US', 'x-forwarded-for': '8.8.8.8' },
  {
    ...FORM,
    'user-agent': CHROME,
    accept: 'text/html',
    'sec-fetch-site': 'same-origin',
    'sec-fetch-mode': 'cors',
    referer: 'https://clinic.test/contact',
  },
]

/** What robots send, in seven kinds; every form is filled so that it would be accepted. */
export function robotSubmissions(seed: number): Submission[] {
  const random = seededRandom(seed)
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)] as Thing
  let number = 0

  function make(kind: string, change: Partial<Submission> & { message?: string; trap?: string }): Submission {
    number += 1
    const { message = pick(fillers), trap, ...more } = change
    const fields = {
      about: pick(['me', 'professional']),
      name: pick(['Robert', 'JamesVax', 'Mike Spencer', 'Elena', 'admin', 'SEO Team', 'Kevin Moore']),
      phone: '',
      channel: 'email',
      email: `sales${number}@${pick(['gmail.com', 'mail.ru', 'outlook.com', 'agency.example'])}`,
      language: '',
      otherLanguage: '',
      message,
      ...(trap !== undefined && { [TRAP_FIELD]: trap }),
    }
    const address = `45.${seed}.${number % 250}.${(number * 3) % 250}`
    return {
      kind,
      fields,
      address,
      headers: browserHeaders,
      tookMs: 20 + random() * 200,
      waitMs: random() * 600_000,
      ...more,
    }
  }
  const times = (count: number, one: (at: number) => Submission) => Array.from({ length: count }, (_, at) => one(at))
  const human = () => ({ tookMs: 4000 + random() * 60_000, trap: '' })

  return [
    ...times(32, () => make('bare post', { headers: pick(programs) })),
    ...times(20, () =>
      make('hardly a header', { headers: pick([FORM, { ...FORM, accept: '*/*' }, { ...FORM, 'user-agent': '' }]) }),
    ),
    ...times(30, () => make('forged headers', { headers: pick(liars), trap: pick(['', '']) })),
    ...times(34, () =>
      make('fills every field', {
        headers: pick([browserHeaders, oldBrowserHeaders]),
        tookMs: 5000,
        trap: pick(fillers),
      }),
    ),
    ...times(30, (at) => make('links', { ...human(), message: `${pick(fillers)} ${links[at % links.length]}` })),
    ...times(offers.length, (at) => make('offer', { ...human(), message: offers[at] ?? '' })),
    ...times(40, () =>
      make('flood from one address', {
        ...human(),
        address: '45.9.9.9',
        waitMs: 2000,
        tookMs: 3000,
        message: `${pick(fillers)} ${pick(fillers)}`,
      }),
    ),
  ]
}
