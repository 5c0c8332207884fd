import { TRAP_FIELD } from '#content/en/form.ts'
import { MINUTE_MS } from '#lib/duration.ts'
import { browserHeaders, oldBrowserHeaders } from '#tests/support/browser-headers.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { english, names, otherLanguages } from './people.ts'
import type { Submission } from './submission.ts'

const SECOND_MS = 1000

const agent = (headers: Record<string, string>, name: string) => ({ ...headers, 'user-agent': name })
const without = (headers: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

/** Browsers that people have, what each says of itself, and the odd things that privacy tools and old phones do. */
const browsers: Record<string, string>[] = [
  browserHeaders,
  agent(
    browserHeaders,
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Mobile Safari/537.36',
  ),
  agent(
    without(browserHeaders, 'sec-fetch-user'),
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
  ),
  {
    ...agent(browserHeaders, 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'),
    'accept-language': 'en-US,en;q=0.5',
  },
  { ...browserHeaders, 'accept-language': 'es-US,es;q=0.9' },
  { ...browserHeaders, 'accept-language': 'ht,fr;q=0.8,en;q=0.5' },
  { ...browserHeaders, 'accept-language': 'ru' },
  { ...browserHeaders, 'accept-language': 'zh-CN,zh;q=0.9' },
  oldBrowserHeaders,
  agent(
    oldBrowserHeaders,
    'Mozilla/5.0 (Linux; Android 5.1; SM-J320F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/59.0.3071.125 Mobile Safari/537.36',
  ),
  agent(
    oldBrowserHeaders,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_6) AppleWebKit/601.7.8 (KHTML, like Gecko) Version/9.1.3 Safari/601.7.8',
  ),
  {
    ...agent(oldBrowserHeaders, 'Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko'),
    referer: 'https://clinic.test/contact',
  },
  agent(oldBrowserHeaders, 'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80; U; en) Presto/2.5.25'),
  agent(without(oldBrowserHeaders, 'origin'), 'Lynx/2.9.0 libwww-FM/2.14'),
  without(browserHeaders, 'accept-language'),
  without(browserHeaders, 'user-agent'),
  without(browserHeaders, 'accept-encoding', 'sec-fetch-user'),
  without(oldBrowserHeaders, 'accept-language'),
]

/** People who asked for help, made from a seed: each a form as some browser sends it, from somewhere, in some hurry. */
export function legitimateSubmissions(count: number, seed: number): Submission[] {
  const random = seededRandom(seed)
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(random() * things.length)] as Thing
  const chance = (probability: number) => random() < probability

  const homes = Array.from({ length: Math.ceil(count / 8) }, (_, number) => `2600:1700:${number.toString(16)}:8::`)
  const messageOf = () => {
    if (chance(0.15)) return ''
    if (chance(0.4))
      return [
        pick(Object.values(otherLanguages).flat()),
        chance(0.3) ? pick(Object.values(otherLanguages).flat()) : '',
      ].join('\n')
    const message = [
      pick(english.openings),
      pick(english.middles),
      chance(0.3) ? pick(english.middles) : '',
      pick(english.closings),
    ].join(chance(0.5) ? ' ' : '\r\n\r\n')
    return chance(0.1) ? `\t“${message}”\u00a0\u200b` : message
  }
  const tookMsOf = () => {
    if (chance(0.1)) return 600 + random() * 1300
    return chance(0.1) ? 40 * MINUTE_MS + random() * 19 * MINUTE_MS : 3 * SECOND_MS + random() * 3 * MINUTE_MS
  }

  return Array.from({ length: count }, (_, number): Submission => {
    const isByPhone = chance(0.7)
    const reach = isByPhone
      ? {
          channel: 'phone',
          phone: phoneOf(random, chance(0.3)),
          voicemail: pick(['yes', 'no']),
          otherAnswers: pick(['', 'hang-up', 'personal-call']),
        }
      : {
          channel: 'email',
          email: `${chance(0.3) ? 'First.Last' : 'someone'}+${number}@${pick(['gmail.com', 'yahoo.es', 'mail.ru', 'qq.com', 'example.org'])}`,
        }
    // A browser without :has() shows both branches, and autofill fills what it sees.
    const other = chance(0.2) ? { phone: phoneOf(random, true), email: 'autofilled@example.org', voicemail: '' } : {}
    const language = pick(['', '', 'en', 'es', 'other'])
    return {
      kind: 'person',
      headers: pick(browsers),
      // One in eight shares a home with the person before.
      address: chance(0.12)
        ? `${homes[Math.floor(number / 8)]}${number.toString(16)}`
        : `198.${18 + (number % 2)}.${number % 250}.${(number * 7) % 250}`,
      tookMs: tookMsOf(),
      isDoubled: chance(0.1),
      waitMs: random() * 20 * MINUTE_MS,
      fields: {
        about: pick(['me', 'someone', 'professional']),
        ...(chance(0.5) && { topics: pick(['safety', 'cost', 'what-happens']) }),
        name: pick(names),
        phone: '',
        email: '',
        ...other,
        ...reach,
        language,
        otherLanguage: language === 'other' ? pick(['Kreyòl', 'Русский', '中文', 'ASL', 'Português']) : '',
        message: messageOf().slice(0, 900),
        [TRAP_FIELD]: '',
      },
    }
  })
}

/** Five people in ten minutes in one waiting room, and eighteen in one day: as many as a network may send. */
export function waitingRoom(seed: number): Submission[] {
  const gapsMs = [...Array(5).fill(100 * SECOND_MS), ...Array(13).fill(25 * MINUTE_MS)]
  return legitimateSubmissions(gapsMs.length, seed).map((person, number) => ({
    ...person,
    kind: 'waiting room',
    address: '203.0.113.80',
    waitMs: gapsMs[number] ?? 0,
    tookMs: Math.min(person.tookMs, 10 * SECOND_MS),
  }))
}

function phoneOf(random: () => number, isOdd: boolean): string {
  const digits = `305555${String(Math.floor(random() * 10_000)).padStart(4, '0')}`
  return isOdd ? `\u202a+1 (${digits.slice(0, 3)}) ${digits.slice(3, 6)}.${digits.slice(6)}\u202c ` : digits
}
