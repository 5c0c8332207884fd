import type { FAQPage } from 'schema-dts'
import type { Question } from '#lib/articles/question.ts'
import { factOf } from '#lib/evidence/fact.ts'

/** The questions of a page with their answers; a page without any has none to offer. */
export function faqPagesOf(questions: Question[]): FAQPage[] {
  if (questions.length === 0) return []
  return [
    {
      '@type': 'FAQPage',
      mainEntity: questions.map(({ question, answer }) => ({
        '@type': 'Question',
        name: question,
        acceptedAnswer: { '@type': 'Answer', text: textOf(answer) },
      })),
    },
  ]
}

function textOf(answer: Question['answer']): string {
  return answer
    .map((part) => (typeof part === 'string' ? part : factOf(part.study, part.is, { round: part.round })))
    .join('')
    .trim()
}
