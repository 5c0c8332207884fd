import fc from 'fast-check'

const pieces = [
  '\r\n',
  '\n',
  '\r',
  '\0',
  '\u0007',
  '\u001b[2J',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '\u{1f469}\u200d\u{1f467}',
  '\u{1f600}',
  'e\u0301',
  '\u0344',
  '\u1e9b\u0323',
  'Å',
  '\u212b',
  'ﬁ',
  'ı',
  'ß',
  'a\u0300\u0301\u0302\u0303\u0304\u0305',
  '\u0e33',
  '한',
  '\u1112\u1161\u11ab',
  'مرحبا',
  'שלום',
  '日本',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</textarea>',
  '<b>',
  '&lt;',
  '&amp;#x0a;',
  '"',
  "'",
  '`',
  '$',
  '{1}',
  '{{7*7}}',
  '{x}',
  '<Cite id="x" />',
  '# h',
  '[a](javascript:alert(1))',
  '%0d%0aBcc: a@b.example',
  '\r\nBcc: a@b.example\r\n',
  'Subject: x',
  '=?utf-8?b?eA==?=',
  "' or 1=1 --",
  '; drop table inquiry',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '%',
  '%zz',
  '%c0%af',
  '+',
  '&',
  '=',
  ';',
  ',',
  '\\',
  '\\u0000',
  ' ',
  '\t',
  '\u00a0',
  '\u3000',
]

/** Text as no keyboard makes it: controls, halves of characters, marks that turn text around, code of every kind. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 120 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', '\u0301', '\u{1f600}', '\ud800', '<'), fc.integer({ min: 90, max: 2100 }))
      .map(([unit, times]) => unit.repeat(times)),
  },
)

/** A name, an address or a number that is nearly right. */
export const nastyWord: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom('Ana', 'Sam', 'O’Neil', ''), nastyText).map(([name, text]) => name + text.slice(0, 60)),
  fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom('Ana', 'José', ''))
    .map(([piece, name]) => `${name}${piece}${name}`),
)

const fieldNames = [
  'about',
  'topics',
  'name',
  'channel',
  'phone',
  'voicemail',
  'otherAnswers',
  'times',
  'email',
  'language',
  'otherLanguage',
  'message',
  'subject',
]
const strangeNames = [
  '__proto__',
  'constructor',
  'name[]',
  'name[first]',
  'message.x',
  '',
  '$ACTION_ID_x',
  '1_$ACTION_REF_1',
  'toString',
  'id',
  'sent',
  'traces',
  'keptAt',
]

/** A body as a program writes it that knows nothing of our form, or too much: any bytes, or fields in any number. */
export const nastyBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  nastyText.map((text) => Buffer.from(text)),
  fc.json({ maxDepth: 40 }).map((text) => Buffer.from(text)),
  fc.integer({ min: 1, max: 4000 }).map((depth) => Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`)),
  fc
    .array(fc.tuple(fc.constantFrom(...fieldNames, ...strangeNames), fc.oneof(nastyText, nastyWord)), { maxLength: 40 })
    .map((fields) => Buffer.from(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString())),
  fc
    .array(fc.tuple(fc.constantFrom(...fieldNames, ...strangeNames), nastyText), { maxLength: 20 })
    .map((fields) => Buffer.from(fields.map(([name, value]) => `${name}=${value}`).join('&'), 'latin1')),
)
