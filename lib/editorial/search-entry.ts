import { toString as textOf } from 'mdast-util-to-string'
import type { Term } from '#lib/articles/glossary.ts'
import { nodesOfType } from '#lib/articles/node.ts'
import { type Locale, messagesFor } from '#lib/locale.ts'
import type { Entry } from '#lib/search/entry.ts'
import { addressOf } from './link.ts'
import type { Manuscript } from './manuscript.ts'

/** What a search in one language can find: its articles and pages, its words, every citable study, and our fixed pages. */
export function searchEntriesOf(pages: Entry[], records: Manuscript[], locale: Locale): Entry[] {
  const kept = records.flatMap((record) => {
    if (record.kind === 'study') return studyEntries(record)
    return record.kind === 'glossary' && record.locale === locale ? termEntries(record) : []
  })
  return [...pages, ...kept, ...fixedEntries(locale)]
}

/** How a search finds an article or a standing page. */
export function searchEntryOf(manuscript: Manuscript): Entry {
  const { kind, data, tree } = manuscript
  return {
    path: addressOf(manuscript),
    kind: kind === 'article' ? 'article' : 'page',
    title: String(data.title),
    summary: String(data.description),
    headings: headingsOf(tree),
    words: uniqueWords([data.mainMessage, data.keyPoints, ...bodyOf(tree)].join(' ')),
  }
}

/** Each word once: how often it stands in a body would only make the index larger. */
function uniqueWords(text: string): string {
  return [...new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u))].join(' ')
}

function headingsOf(tree: Manuscript['tree']): string {
  return nodesOfType(tree, 'heading')
    .map((heading) => textOf(heading))
    .join(' ')
}

/** Text as authors typed it; the fields above the text are not part of it. */
function bodyOf(tree: Manuscript['tree']): string[] {
  return tree.children.filter(({ type }) => type !== 'yaml').map((node) => textOf(node))
}

function studyEntries({ slug, data }: Manuscript): Entry[] {
  if (!data.verified) return []
  const { shortName, title, substance, authors, registration } = data as Record<string, string | null>
  return [
    {
      path: `/evidence/${slug}`,
      kind: 'study',
      title: shortName ?? slug,
      summary: title ?? '',
      headings: substance ?? '',
      words: [authors, registration].filter(Boolean).join(' '),
    },
  ]
}

function termEntries({ data }: Manuscript): Entry[] {
  return (data.terms as Term[]).map(({ id, term, definition }) => ({
    path: `/glossary#${id}`,
    kind: 'term',
    title: term,
    summary: definition,
    headings: '',
    words: '',
  }))
}

function fixedEntries(locale: Locale): Entry[] {
  const { form, articles, evidence, glossary } = messagesFor(locale)
  const pages = [
    { path: '/contact', title: form.page.title, description: form.description },
    { path: '/articles', ...articles },
    { path: '/evidence', ...evidence },
    { path: '/glossary', ...glossary },
  ]
  return pages.map(({ path, title, description }) => ({
    path,
    kind: 'page',
    title,
    summary: description,
    headings: '',
    words: '',
  }))
}
