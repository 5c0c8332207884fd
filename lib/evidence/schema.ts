import { z } from 'zod'

const text = z.string('Write some text here').trim().min(1, 'Write some text, or null when it is not known')
const count = z.int('Write a whole number').nonnegative()
const number = z.number('Write a plain number')
const list = z.array(text)

const studyKinds = [
  'context',
  'controlled-nonrandomized',
  'observational',
  'ongoing',
  'open-label-case-series',
  'open-label-pilot',
  'rct',
  'rct-crossover-lab',
  'rct-experimental',
  'rct-open-label',
  'rct-pilot',
  'retrospective',
  'review',
  'secondary-analysis',
  'survey',
] as const

const groupSchema = z
  .strictObject({ name: text, events: count, total: count.positive('Write how many people were in the group') })
  .refine(({ events, total }) => events <= total, {
    path: ['events'],
    error: 'More people are counted than were in the group',
  })

const resultSchema = z
  .strictObject({
    id: text.regex(/^[a-z][a-z0-9-]*$/, 'Use small letters, digits and hyphens'),
    measure: text,
    kind: z.enum(['difference', 'ratio', 'count', 'statement'], 'Choose difference, ratio, count or statement'),
    estimate: number.nullish(),
    low: number.nullish(),
    high: number.nullish(),
    unit: text.nullish(),
    p: z.union([text, number]).nullish(),
    isPrimary: z.boolean().nullish(),
    /** For a yes or no outcome: in each group, to how many of how many people it happened. */
    groups: z.array(groupSchema).min(1, 'List at least one group, or leave groups out').nullish(),
    finding: text.nullish(),
    note: text.nullish(),
  })
  .refine(({ kind, groups }) => !groups || kind === 'count', {
    path: ['groups'],
    error: 'Only a result of kind count has groups',
  })
  .refine(({ estimate, low, high }) => (low ?? -Infinity) <= (estimate ?? high ?? Infinity), {
    path: ['low'],
    error: 'The low end of the interval lies above the estimate',
  })
  .refine(({ estimate, low, high }) => (estimate ?? low ?? -Infinity) <= (high ?? Infinity), {
    path: ['high'],
    error: 'The high end of the interval lies below the estimate',
  })

type Bibliography = Partial<Record<'doi' | 'pmid' | 'pmcid' | 'registration' | 'authors', string | null>>

const isFindable = (study: Bibliography & { verified: boolean; year: number | null }) =>
  Boolean(
    !study.verified || study.doi || study.pmid || study.pmcid || study.registration || (study.authors && study.year),
  )

export const studySchema = z
  .strictObject({
    kind: z.enum(studyKinds, `Choose one of: ${studyKinds.join(', ')}`).describe('What sort of study it is.'),
    substance: text.describe('What the people used, like alcohol; "mixed" when several.'),
    title: text.nullable().describe('The title of the paper, word for word.'),
    shortName: text.describe('How a page names it, like "Grabski 2022".'),
    authors: text.nullable().describe('The authors as the journal lists them.'),
    year: count.nullable().describe('The year it was published.'),
    journal: text.nullable().describe('The journal it was published in.'),
    volumePages: text.nullable().describe('Volume, issue and pages.'),
    doi: text.nullable().describe('The DOI without an address in front, like 10.1176/appi.ajp.2021.21030277.'),
    pmid: text.nullable().describe('The PubMed number, in quotes.'),
    pmcid: text.nullable().describe('The PubMed Central number, in quotes.'),
    registration: text.nullable().describe('The trial registration number, like NCT02649231.'),
    country: text.nullable().describe('Where it was done.'),
    design: text.nullable().describe('How it was done, in a sentence or two.'),
    blinding: text.nullable().describe('Who did not know which treatment was given.'),
    participants: count.nullable().describe('How many people were randomized or enrolled.'),
    analyzed: count.nullable().describe('How many of them are in the analysis.'),
    groups: z.record(text, count).optional().describe('How many people were in each group, like ketamine: 17.'),
    population: text.nullable().describe('Who took part.'),
    dose: text.nullable().describe('The dose of ketamine, with its unit.'),
    route: text.nullable().describe('How it was given.'),
    sessions: count.nullable().describe('How many ketamine sessions each person had.'),
    alongside: text.nullable().describe('The therapy or medicine given with it.'),
    comparison: text.nullable().describe('What the other group got.'),
    primaryOutcome: text.nullable().describe('The result the study was planned to measure.'),
    followUp: text.nullable().describe('How long people were followed.'),
    results: z.array(resultSchema).describe('Each result with its estimate and interval, as printed in the paper.'),
    adverseEvents: text.nullable().describe('The harms the study reported.'),
    limits: list.describe('Why a reader should not make too much of it.'),
    funding: text.nullable().describe('Who paid for it.'),
    conflicts: text.nullable().describe('What the authors stood to gain.'),
    direction: text.nullable().describe('Where the result points, in a few words.'),
    verified: z.boolean('Write true or false').describe('True when someone read these facts in the paper or abstract.'),
    unverifiedFields: list.describe('What was not seen; none of it may be shown as a fact.'),
    readIn: list.describe('Where it was read; never shown to readers.'),
    note: text.nullable().describe('Anything the next editor should know.'),
  })
  .refine((study) => !study.verified || study.title, {
    path: ['title'],
    error: 'A verified study needs its title',
  })
  .refine((study) => !study.verified || study.year || study.registration, {
    path: ['year'],
    error: 'A verified study needs its year or its registration',
  })
  .refine(isFindable, {
    path: ['doi'],
    error: 'A verified study needs a DOI, a PubMed number or a registration, so a reader can find it',
  })
  .refine((study) => new Set(study.results.map((result) => result.id)).size === study.results.length, {
    path: ['results'],
    error: 'Two results have the same id',
  })

export const sourceSchema = z.strictObject({
  title: text.describe('The title of the document or page, word for word.'),
  publisher: text.describe('Who published it, like U.S. Food and Drug Administration.'),
  published: text.nullable().describe('The date it carries, as text, or null.'),
  url: z.url('Give a whole address, starting with https://').nullable().describe('Its own address; null until opened.'),
  kind: z
    .enum(
      ['label', 'agency', 'law', 'guidance', 'help-line', 'other'],
      'Choose label, agency, law, guidance, help-line or other',
    )
    .describe('What sort of document it is.'),
  verified: z.boolean('Write true or false').describe('True when someone read the facts it is cited for.'),
  unverifiedFields: list.describe('What was not seen; none of it may be shown as a fact.'),
  readIn: list.describe('Where it was read; never shown to readers.'),
  note: text.nullable().describe('Anything the next editor should know.'),
})

export type Study = z.infer<typeof studySchema> & { id: string }
export type Source = z.infer<typeof sourceSchema> & { id: string }
export type Result = z.infer<typeof resultSchema>
export type Group = z.infer<typeof groupSchema>
