import { stringify } from 'yaml'
import { writtenPage } from '#lib/editorial/check.ts'
import { type Manuscript, readManuscript } from '#lib/editorial/manuscript.ts'
import type { Problem } from '#lib/editorial/problem.ts'
import type { Rule, Surroundings, Written } from '#lib/editorial/rule.ts'
import { surroundingsOf } from '#lib/editorial/surroundings.ts'
import type { EvidenceRecord } from '#lib/evidence/library.ts'

type Fields = Record<string, unknown>

export const TODAY = '2026-11-21'

export const articleFields: Fields = {
  title: 'Can ketamine help?',
  description: 'What is known so far.',
  mainMessage: 'We do not know yet.',
  updatedOn: '2026-11-21',
  reviewedBy: null,
  reviewedOn: null,
  keyPoints: ['It is new.', 'It has risks.', 'Ask a doctor.'],
  topic: 'alcohol',
  audience: 'People who drink',
  publishedOn: '2026-11-21',
  nextReviewDue: '2027-05-21',
  furtherHelp: [
    { label: 'One', url: 'https://one.example' },
    { label: 'Two', url: 'https://two.example' },
  ],
  changes: [],
}

export const studyFields: Fields = {
  kind: 'rct',
  substance: 'alcohol',
  title: 'A trial',
  shortName: 'Author 2022',
  authors: null,
  year: 2022,
  journal: null,
  volumePages: null,
  doi: '10.1000/1',
  pmid: null,
  pmcid: null,
  registration: null,
  country: null,
  design: null,
  blinding: null,
  participants: 96,
  analyzed: null,
  groups: { ketamine: 48 },
  population: null,
  dose: null,
  route: null,
  sessions: 3,
  alongside: null,
  comparison: null,
  primaryOutcome: null,
  followUp: '6 months',
  results: [
    {
      id: 'days',
      measure: 'Days without alcohol',
      kind: 'difference',
      estimate: 10.1,
      low: 1.1,
      high: 19,
      unit: 'points',
    },
    { id: 'words', measure: 'What people said', kind: 'statement', finding: 'They liked it.' },
  ],
  adverseEvents: null,
  limits: ['Small'],
  funding: null,
  conflicts: null,
  direction: null,
  verified: true,
  unverifiedFields: [],
  readIn: [],
  note: null,
}

export const sourceFields: Fields = {
  title: 'A label',
  publisher: 'An agency',
  published: null,
  url: null,
  kind: 'label',
  verified: true,
  unverifiedFields: [],
  readIn: [],
  note: null,
}

export const clinicFields: Fields = {
  name: 'The Clinic of the Town',
  shortName: 'The Clinic',
  open: false,
  phone: null,
  callerPhone: null,
  address: null,
  hours: null,
  holidays: null,
  timeZone: null,
  people: [],
  prices: null,
  licences: null,
  retentionDays: null,
  retentionDaysMax: null,
}

export const mdxOf = (fields: Fields, body: string) => `---\n${stringify(fields)}---\n\n${body}\n`

/** Reads a file that must be right. */
export function manuscriptOf(path: string, text: string): Manuscript {
  const reading = readManuscript(path, text)
  if (reading?.kind !== 'read') throw new Error(JSON.stringify(reading))
  return reading.manuscript
}

export const articleWith = (body: string, fields: Fields = {}) =>
  manuscriptOf('content/en/articles/page.mdx', mdxOf({ ...articleFields, ...fields }, body))

/** What one rule says about an article with this body, among a known study, an unread one and a label. */
export function judge(rule: Rule, body: string, fields: Fields = {}, around: Partial<Surroundings> = {}): Problem[] {
  const written = writtenWith(body, fields)
  return rule(written, { ...surroundingsOf([written], records, TODAY), ...around })
}

export function writtenWith(body: string, fields: Fields = {}): Written {
  return writtenPage(articleWith(body, fields), surroundingsOf([], records, TODAY))
}

export const records: Manuscript[] = [
  manuscriptOf('content/evidence/known-study.yaml', stringify(studyFields)),
  manuscriptOf('content/evidence/unread-study.yaml', stringify({ ...studyFields, verified: false })),
  manuscriptOf('content/sources/known-label.yaml', stringify(sourceFields)),
]

export const recordMap = (): Map<string, EvidenceRecord> => surroundingsOf([], records, TODAY).records

export const messagesOf = (problems: Problem[]) => problems.map(({ level, message }) => `${level}: ${message}`)
