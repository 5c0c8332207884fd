import type { Setting } from '#lib/inquiries/accept.ts'
import type { Inquiry } from '#lib/inquiries/schema.ts'
import { makePrivateKeyText } from '#lib/seal/key-pair.ts'
import { sealKeysFrom } from '#lib/seal/keys.ts'

export const keys = sealKeysFrom(makePrivateKeyText())

/** Every field holds a word that must never be found in the clear. */
export const inquiry: Inquiry = {
  about: 'me',
  topics: ['safety', 'cost'],
  name: 'Canary Nameless',
  channel: 'phone',
  phone: {
    typed: '(305) 555-0142',
    e164: '+13055550142',
    voicemail: 'no',
    otherAnswers: 'hang-up',
    times: ['morning', 'evening'],
  },
  language: { choice: 'other', other: 'Canary Kreyol' },
  message: 'Canary message: is it safe with my heart?',
  receipt: false,
}

export const byEmail: Inquiry = {
  about: 'someone',
  topics: [],
  name: 'Canary Writer',
  channel: 'email',
  email: 'canary@person.example',
  language: { choice: 'es' },
  message: '',
  receipt: false,
}

export const canaries = ['Canary', 'canary', '555-0142', '3055550142', 'my heart']

export function settingFor(db: Setting['db'], changes: Partial<Setting> = {}): Setting {
  return {
    db,
    publicKeys: keys.publicKeys,
    countKey: Buffer.alloc(32, 3),
    siteOrigin: 'https://clinic.example',
    // A test about something else may send more than a clinic gets in an hour.
    surgeAnHour: 1_000_000,
    clinic: { name: 'Ketamine & Wellness Clinic of South Florida', isOpen: false },
    mail: { mode: 'full', from: 'Clinic website <website@clinic.example>', to: 'inbox@clinic.example' },
    ...changes,
  }
}
