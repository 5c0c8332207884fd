import { citationsOf } from '#lib/articles/citation.ts'
import { sectionsOf } from '#lib/articles/heading.ts'
import { type Question, questionsOf } from '#lib/articles/question.ts'
import type { Entry } from '#lib/search/entry.ts'
import { judgePage, writtenPage } from './check.ts'
import { type Anchor, anchorsOf, idsOn } from './link.ts'
import type { Manuscript } from './manuscript.ts'
import { measurePassive } from './passive-voice.ts'
import type { Problem } from './problem.ts'
import { isReadAloud } from './prose.ts'
import { measurePage, type ReadingLevel } from './reading-level.ts'
import type { Surroundings } from './rule.ts'
import { type Scores, scorePage } from './score.ts'
import { searchEntryOf } from './search-entry.ts'

/** A page without its words: what lists, links and other pages need to know of it. Plain JSON, so it can be kept. */
export type Outline = Pick<Manuscript, 'kind' | 'path' | 'slug' | 'locale' | 'data'> & {
  headings: { id: string; text: string }[]
  citations: string[]
  questions: Question[]
  ids: string[]
  anchors: Anchor[]
}

/** All that is kept of a page that was read: its outline, what was wrong with it, and how hard it is to read. */
export type JudgedPage = {
  outline: Outline
  search: Entry
  problems: Problem[]
  scores: Scores
  level: ReadingLevel
  passive: number
}

export function judgeManuscript(manuscript: Manuscript, surroundings: Surroundings): JudgedPage {
  const written = writtenPage(manuscript, surroundings)
  const verdict = judgePage(written, surroundings)
  const sentences = written.paragraphs.filter(isReadAloud).flatMap((paragraph) => paragraph.sentences)
  return {
    outline: outlineOf(manuscript),
    search: searchEntryOf(manuscript),
    problems: verdict.problems,
    scores: scorePage(written, verdict),
    level: measurePage(written.paragraphs),
    passive: measurePassive(sentences),
  }
}

function outlineOf(manuscript: Manuscript): Outline {
  const { kind, path, slug, locale, data, tree } = manuscript
  return {
    ...{ kind, path, slug, locale, data },
    headings: sectionsOf(tree),
    citations: citationsOf(tree),
    questions: questionsOf(tree),
    ids: idsOn(manuscript),
    anchors: anchorsOf(manuscript),
  }
}
