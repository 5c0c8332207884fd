import type { Signal } from './signal.ts'
import { spamPhrases } from './spam-phrase.ts'

const LINKS_MANY = 3
const LINKS_LIST = 5
const MARKUP = /<\s*a\s[^>]*href|\[\s*(url|link)\s*[=\]]|\[[^\]]+\]\(https?:/i
const LINK =
  /https?:\/\/\S+|\bwww\.\S+|(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|ru|cn|xyz|top|info|biz|shop|site|online|store|club|vip|live|link|click|icu|io|co|me|ly)\b(?:\/\S*)?/giu
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g
// Scripts with letters that look like Latin ones. In Japanese or Chinese text Latin words stand without a space between.
const MIXED =
  /\p{Script=Latin}[\p{M}]*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}][\p{M}]*\p{Script=Latin}/gu
const MIXED_MANY = 2

/** What the words themselves say. The language somebody writes in says nothing, so it is not looked at. */
export function textSignals({ name, message }: { name: string; message: string }): Signal[] {
  const text = `${name}\n${message}`
  const links = message.match(LINK)?.length ?? 0
  const phrases = countPhrases(text)
  const found: Record<string, boolean> = {
    'link-markup': MARKUP.test(text),
    'link-list': links >= LINKS_LIST,
    'some-links': links >= LINKS_MANY && links < LINKS_LIST,
    'link-in-name': (name.match(LINK)?.length ?? 0) > 0,
    'spam-phrases': phrases > 1,
    'spam-phrase': phrases === 1,
    'mixed-alphabets': (text.match(MIXED)?.length ?? 0) >= MIXED_MANY,
  } satisfies Partial<Record<Signal, boolean>>
  return (Object.keys(found) as Signal[]).filter((signal) => found[signal])
}

function countPhrases(text: string): number {
  const plain = plainText(text)
  return Object.values(spamPhrases)
    .flat()
    .filter((phrase) => phrase.test(plain)).length
}

/** The text as it is compared: one spelling, small letters, single spaces, nothing invisible. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
}
