import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Inquiry } from '#lib/inquiries/schema.ts'

/** Two inquiries between them fill every field with words that stand nowhere else. */
export const plantedByPhone: Inquiry = {
  about: 'me',
  topics: ['safety', 'what-happens', 'cost', 'helping-someone', 'something-else'],
  name: 'Plantedname Quillfeather',
  channel: 'phone',
  phone: {
    typed: '(786) 555-0173',
    e164: '+17865550173',
    voicemail: 'yes',
    otherAnswers: 'personal-call',
    times: ['morning', 'afternoon', 'evening'],
  },
  language: { choice: 'other', other: 'Plantedlanguage' },
  message: 'Plantedmessage: may I ask about my wife?',
  receipt: false,
}

export const plantedByEmail: Inquiry = {
  about: 'someone',
  topics: ['cost'],
  name: 'Plantedsender Ñandú',
  channel: 'email',
  email: 'plantedaddress@plantedhost.example',
  language: { choice: 'es' },
  message: 'Plantedwords “with quotes” & more',
  receipt: true,
}

/** The planted words, one at least of every field a person fills in. */
export const planted = [
  'Plantedname',
  'Quillfeather',
  '(786) 555-0173',
  '7865550173',
  'Plantedlanguage',
  'Plantedmessage',
  'about my wife',
  'Plantedsender',
  'Ñandú',
  'plantedaddress',
  'plantedhost',
  'Plantedwords',
  'with quotes',
]

type Sighting = { file: string; found: string }

/** Where any of these can be read, as it is or in another spelling; folders are searched whole. */
export function findPlanted(paths: string | string[], sought: readonly (string | Buffer)[] = planted): Sighting[] {
  const spellings = sought.flatMap((one) => spellingsOf(one).map((bytes) => ({ bytes, found: one.toString('latin1') })))
  return [paths]
    .flat()
    .flatMap(filesIn)
    .flatMap((file) => {
      const content = readFileSync(file)
      return spellings.filter(({ bytes }) => content.includes(bytes)).map(({ found }) => ({ file, found }))
    })
}

/** The same search in what was printed, requested or answered. */
export function isPlantedIn(text: string, sought: readonly string[] = planted): boolean {
  const content = Buffer.from(text)
  return sought.some((one) => spellingsOf(one).some((bytes) => content.includes(bytes)))
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}

function spellingsOf(sought: string | Buffer): Buffer[] {
  if (typeof sought !== 'string') return [sought]
  const bytes = Buffer.from(sought)
  const texts = [
    sought.toLowerCase(),
    sought.toUpperCase(),
    encodeURIComponent(sought),
    JSON.stringify(sought).slice(1, -1),
    bytes.toString('hex'),
    ...[0, 1, 2].flatMap((offset) => ['base64', 'base64url'].map((name) => base64At(bytes, offset, name))),
  ]
  return [bytes, Buffer.from(sought, 'utf16le'), ...texts.map((text) => Buffer.from(text))]
}

// Depending on what stands before it, a word has three spellings in base64; its edges are shared with its neighbours.
function base64At(bytes: Buffer, offset: number, encoding: string): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString(encoding as BufferEncoding)
    .replaceAll('=', '')
  return text.slice(offset === 0 ? 0 : offset + 1, -1)
}
