/**
 * What makes an inquiry look like spam, how much it weighs, and why. Nothing here refuses anybody: enough weight holds
 * the mail back until a person at the clinic has looked.
 *
 * A weight of QUARANTINE_SCORE decides alone, so only what no person does by accident may have it. Whatever an old
 * browser, a privacy tool or a hurried reader does together must stay below.
 */
export const signals = {
  'trap-filled': { weight: 10, words: 'a field was filled that people do not see and that says to leave it empty' },
  'many-from-one-address': { weight: 10, words: 'many inquiries came from the same network in a short time' },
  'link-markup': { weight: 10, words: 'the text holds links in HTML or forum code, as robots paste them' },
  'link-list': { weight: 10, words: 'the text holds five links or more' },
  'spam-phrases': { weight: 10, words: 'the text holds several phrases that sellers use' },

  'spam-phrase': { weight: 6, words: 'the text holds a phrase that sellers use' },
  'some-links': { weight: 6, words: 'the text holds three or four links' },
  'link-in-name': { weight: 6, words: 'the name holds a link' },
  'message-seen-widely': { weight: 6, words: 'the same text came from several other networks today' },
  'program-user-agent': { weight: 5, words: 'the sender calls itself a program, not a browser' },

  'trap-missing': { weight: 4, words: 'it was not sent with our form, which always sends every field' },
  'message-seen': { weight: 4, words: 'the same text came from another network today' },
  'sec-fetch-odd': { weight: 4, words: 'what it says about itself is not what a browser says about a form' },
  'browser-claim-false': { weight: 3, words: 'it calls itself a new browser but does not act like one' },
  'no-user-agent': { weight: 4, words: 'the sender does not say what browser it is' },
  'sent-in-an-instant': { weight: 4, words: 'it was confirmed before a page could be seen' },
  'mixed-alphabets': { weight: 4, words: 'words mix letters of two alphabets that look the same' },

  'no-accept-language': { weight: 3, words: 'the sender names no language, as every browser does' },
  'accepts-no-page': { weight: 3, words: 'the sender does not ask for a page back' },
  'sent-at-once': { weight: 1, words: 'it was confirmed faster than a person can read it' },
  'names-referrer': { weight: 2, words: 'it names the page it came from, which our pages tell browsers not to do' },
  'no-sec-fetch': { weight: 2, words: 'the browser is older than 2023, or hides what it is' },
} as const satisfies Record<string, { weight: number; words: string }>

export type Signal = keyof typeof signals

/** From here on an inquiry waits for a person before its mail goes out. */
export const QUARANTINE_SCORE = 10

export function isSignal(text: string): text is Signal {
  return Object.hasOwn(signals, text)
}
