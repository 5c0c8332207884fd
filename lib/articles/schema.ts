import { z } from 'zod'
import { addMonths, dateSchema } from './date.ts'
import type { Question } from './question.ts'

const DESCRIPTION_LENGTH_MAX = 155
export const REVIEW_MONTHS_MAX = 6
/** In the order in which a reader finds them in the list of articles. */
export const topics = ['treatment', 'alcohol', 'cocaine', 'opioids', 'cannabis', 'safety', 'family', 'cost'] as const

const text = z.string('Write some text here').trim().min(1, 'Write some text here')

const shared = {
  title: text.describe('The question the page answers, as a reader would ask it.'),
  description: text
    .max(DESCRIPTION_LENGTH_MAX, `Use ${DESCRIPTION_LENGTH_MAX} characters or fewer; search engines cut the rest`)
    .describe(`What search engines show under the title, in ${DESCRIPTION_LENGTH_MAX} characters or fewer.`),
  mainMessage: text.describe('The one thing a reader should take away, in one or two sentences.'),
  updatedOn: dateSchema.describe('The day the words last changed in a way a reader would notice.'),
  reviewedBy: text
    .nullable()
    .describe('Name and licence of the clinician who checked every claim; null when nobody has yet.'),
  reviewedOn: dateSchema.nullable().describe('The day of that check; null when nobody has checked yet.'),
}

const isReviewWhole = (page: { reviewedBy: string | null; reviewedOn: string | null }) =>
  (page.reviewedBy === null) === (page.reviewedOn === null)
const reviewProblem = { path: ['reviewedOn'], error: 'Give both reviewedBy and reviewedOn, or null for both' }

export const pageSchema = z.strictObject(shared).refine(isReviewWhole, reviewProblem)

export const articleSchema = z
  .strictObject({
    ...shared,
    keyPoints: z
      .array(text)
      .length(3, 'Write exactly three key points')
      .describe('Exactly three sentences for a reader who reads nothing else; no trial numbers.'),
    topic: z.enum(topics, `Choose one of: ${topics.join(', ')}`).describe('Where the article belongs in the list.'),
    opensTopic: z
      .boolean('Write true or false')
      .optional()
      .describe('True for the one article of its topic to begin with; leave it out everywhere else.'),
    audience: text.describe('Who it is written for, like "People thinking about treatment".'),
    publishedOn: dateSchema.describe('The day the article first appeared.'),
    nextReviewDue: dateSchema.describe(
      `The day a clinician must have checked it again, at most ${REVIEW_MONTHS_MAX} months after updatedOn.`,
    ),
    furtherHelp: z
      .array(z.strictObject({ label: text, url: z.url('Give a whole address, starting with https:// or tel:') }))
      .min(2, 'List at least two places of help that are not this clinic')
      .describe('At least two places of help outside the clinic, each with a label and a url.'),
    changes: z
      .array(z.strictObject({ on: dateSchema, what: text }))
      .describe('What changed and when, newest first, so a returning reader can see it.'),
  })
  .refine(isReviewWhole, reviewProblem)
  .refine((article) => article.nextReviewDue <= addMonths(article.updatedOn, REVIEW_MONTHS_MAX), {
    path: ['nextReviewDue'],
    error: `Choose a day at most ${REVIEW_MONTHS_MAX} months after updatedOn`,
  })

type Heading = { id: string; text: string }

/** What every list may know of a page: all but its body. */
type Listed = {
  locale: string
  slug: string
  path: string
  headings: Heading[]
  citations: string[]
  questions: Question[]
}

export type Article = z.infer<typeof articleSchema> & Listed
export type Page = z.infer<typeof pageSchema> & Listed
