import { stringify } from 'yaml'
import { addMonths } from '#lib/articles/date.ts'
import { REVIEW_MONTHS_MAX, type topics } from '#lib/articles/schema.ts'
import type { requiredSections } from './section.ts'

const SLUG_LENGTH_MAX = 60

type Asked = { title: string; topic: (typeof topics)[number]; today: string }

/** The questions each required section answers, in the order a reader asks them. */
const headings: Record<keyof typeof requiredSections, { text: string; note: string }> = {
  'how-it-may-work': {
    text: 'How might it work?',
    note: 'Say what is thought, and that it is a thought. Cite each claim.',
  },
  'what-studies-found': {
    text: 'What have studies found?',
    note: 'Take every number from a record: <Fact study="…" is="…" />. Cite after each claim: <Cite id="…" />.',
  },
  'not-known': { text: 'What do we not know yet?', note: 'A list of open questions.' },
  risks: { text: 'What are the risks?', note: 'As much room as the studies above. Lists of seven at most.' },
  'who-should-not': {
    text: 'Who should not have it?',
    note: 'Cite trial-exclusions or a label. Link to /is-it-right-for-you.',
  },
  'if-you-do-nothing': { text: 'What happens if you do nothing?', note: 'Say plainly what is not known.' },
  'other-treatments': {
    text: 'What other treatments are there?',
    note: 'Approved ones first. Link to /other-treatments.',
  },
  'what-to-ask': { text: 'What can you ask a clinic?', note: 'A list of questions. Link to /questions-to-ask.' },
  'what-to-do-next': {
    text: 'What can you do next?',
    note: 'A numbered list inside <Steps> … </Steps>, emergencies first.',
  },
}

const opioidSection = {
  id: 'proven-opioid-medicines',
  text: 'What are the proven medicines for opioid addiction?',
  note: 'Name buprenorphine, methadone, naltrexone and naloxone, each with a source.',
}

/** The name of the file and the address of the page: "Is ketamine addictive?" becomes is-ketamine-addictive. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  return words.reduce((slug, word) => {
    const longer = slug ? `${slug}-${word}` : word
    return longer.length <= SLUG_LENGTH_MAX ? longer : slug
  }, '')
}

/** An article with every field and heading in place and nothing written yet: the checks name each thing to write. */
export function newArticle({ title, topic, today }: Asked): string {
  const fields = {
    title,
    description: '[What search engines show under the title]',
    mainMessage: '[The one thing to take away]',
    keyPoints: ['[The first point]', '[The second point]', '[The third point]'],
    topic,
    audience: '[Who it is for]',
    publishedOn: today,
    updatedOn: today,
    reviewedBy: null,
    reviewedOn: null,
    nextReviewDue: addMonths(today, REVIEW_MONTHS_MAX),
    furtherHelp: [
      {
        label: 'SAMHSA National Helpline (free, all day, every day)',
        url: 'https://www.samhsa.gov/find-help/national-helpline',
      },
      { label: 'FindTreatment.gov, the federal list of treatment places', url: 'https://findtreatment.gov' },
      { label: '988 Suicide & Crisis Lifeline', url: 'https://988lifeline.org' },
    ],
    changes: [{ on: today, what: 'First version. Not yet reviewed by a clinician.' }],
  }
  const sections = Object.entries(headings).flatMap(([id, section]) =>
    id === 'other-treatments' && topic === 'opioids' ? [opioidSection, { id, ...section }] : [{ id, ...section }],
  )
  const body = sections.map(({ id, text, note }) => `## ${text} [#${id}]\n\n{/* ${note} */}\n`).join('\n')
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}`
}
