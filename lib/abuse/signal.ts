/**
 * What makes an inquiry look like spam, how much it weighs, and why. Nothing here refuses anybody: enough weight holds
 * the mail back until a person at the clinic has looked.
 *
 * Weak signs are what an old browser, a privacy tool, a hurried reader or an honest story also bring about. However
 * many of them come together they stay below QUARANTINE_SCORE: to hold an inquiry back takes one clear sign.
 */
export const signals = {
  'trap-filled': clear(10, 'a field was filled that people do not see and that says to leave it empty'),
  'many-from-one-address': clear(10, 'many inquiries came from the same network in a short time'),
  'link-markup': clear(10, 'the text holds links in HTML or forum code, as robots paste them'),
  'link-list': clear(10, 'the text holds five links or more'),
  'spam-phrases': clear(10, 'the text holds several phrases of somebody who sells something'),

  'spam-phrase': clear(6, 'the text holds a phrase of somebody who sells something'),
  'link-in-name': clear(6, 'the name holds a link'),
  'program-user-agent': clear(5, 'the sender calls itself a program, not a browser'),
  'message-seen-widely': clear(5, 'the same text came from several other networks today'),
  'trap-missing': clear(4, 'it was not sent with our form, which always sends every field'),
  'sent-in-an-instant': clear(4, 'it was confirmed before a page could be seen'),
  'sec-fetch-odd': clear(4, 'what it says about itself is not what a browser says about a form'),
  'mixed-alphabets': clear(4, 'words mix letters of two alphabets that look the same'),
  'browser-claim-false': clear(3, 'it calls itself a new browser but does not act like one'),

  'some-links': weak(4, 'the text holds three or four links'),
  'no-user-agent': weak(4, 'the sender does not say what browser it is'),
  'sale-words': weak(
    3,
    'the text speaks of goods, money or messengers as sellers do, and as people tell of their lives',
  ),
  'message-seen': weak(3, 'the same text came from another network today'),
  'no-accept-language': weak(3, 'the sender names no language, as every browser does'),
  'accepts-no-page': weak(3, 'the sender does not ask for a page back'),
  'names-referrer': weak(2, 'it names the page it came from, which our pages tell browsers not to do'),
  'no-sec-fetch': weak(2, 'the browser is older than 2023, or hides what it is'),
  'sent-at-once': weak(1, 'it was confirmed faster than most people read'),
}

export type Signal = keyof typeof signals

/** From here on an inquiry waits for a person before its mail goes out. */
export const QUARANTINE_SCORE = 10
const WEAK_SCORE_MAX = QUARANTINE_SCORE - 1

type Weight = { weight: number; isWeak: boolean; words: string }

function clear(weight: number, words: string): Weight {
  return { weight, isWeak: false, words }
}

function weak(weight: number, words: string): Weight {
  return { weight, isWeak: true, words }
}

export function isSignal(text: string): text is Signal {
  return Object.hasOwn(signals, text)
}

/** What these signals weigh together; each counts once, and the weak ones alone never decide. */
export function scoreOf(found: Iterable<Signal>): number {
  const weights = [...new Set(found)].map((signal) => signals[signal])
  const sum = (isWeak: boolean) =>
    weights.filter((one) => one.isWeak === isWeak).reduce((total, { weight }) => total + weight, 0)
  return sum(false) + Math.min(sum(true), WEAK_SCORE_MAX)
}
