import type { Article } from '#lib/articles/library.ts'

/** An article as lists know it, with what a test wants to be different. */
export function makeArticle(differences: Partial<Article> = {}): Article {
  const slug = differences.slug ?? 'can-ketamine-help'
  return {
    title: 'Can ketamine help?',
    description: 'What is known so far.',
    mainMessage: 'We do not know yet.',
    keyPoints: ['It is new.', 'It has risks.', 'Ask a doctor.'],
    topic: 'alcohol',
    audience: 'People who drink',
    publishedOn: '2026-11-01',
    updatedOn: '2026-11-21',
    reviewedBy: null,
    reviewedOn: null,
    nextReviewDue: '2027-05-21',
    furtherHelp: [],
    changes: [],
    locale: 'en',
    slug,
    path: `/articles/${slug}`,
    headings: [],
    citations: [],
    questions: [],
    ...differences,
  }
}
