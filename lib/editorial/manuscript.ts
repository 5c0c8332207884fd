import type { Root } from 'mdast'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { parseMdx } from '#lib/articles/mdx.ts'
import { articleSchema, pageSchema } from '#lib/articles/schema.ts'
import { clinicSchema } from '#lib/clinic.ts'
import { sourceSchema, studySchema } from '#lib/evidence/schema.ts'
import type { Problem } from './problem.ts'

export type Kind = 'article' | 'page' | 'study' | 'source' | 'clinic'
type Lines = (field: string) => number

/** A content file as its author wrote it, with the line of every field. */
export type Manuscript = {
  kind: Kind
  path: string
  slug: string
  locale: string | null
  data: Record<string, unknown>
  tree: Root
  lineOf: Lines
}
export type Reading = { kind: 'read'; manuscript: Manuscript } | { kind: 'refused'; problems: Problem[] }

const folders = [
  { kind: 'article', pattern: /^content\/([a-z]{2})\/articles\/([^/]+)\.mdx$/, schema: articleSchema },
  { kind: 'page', pattern: /^content\/([a-z]{2})\/pages\/([^/]+)\.mdx$/, schema: pageSchema },
  { kind: 'study', pattern: /^content\/()evidence\/([^/]+)\.yaml$/, schema: studySchema },
  { kind: 'source', pattern: /^content\/()sources\/([^/]+)\.yaml$/, schema: sourceSchema },
  { kind: 'clinic', pattern: /^content\/()(clinic)\.yaml$/, schema: clinicSchema },
] as const satisfies { kind: Kind; pattern: RegExp; schema: z.ZodType }[]

/** Reads one content file and judges its fields; undefined for a file that is none of ours. */
export function readManuscript(path: string, text: string): Reading | undefined {
  for (const { kind, pattern, schema } of folders) {
    const match = pattern.exec(path)
    if (!match) continue

    const [, locale, slug = ''] = match
    const refuse = (line: number, message: string): Reading => ({
      kind: 'refused',
      problems: [{ level: 'fail', path, line, message }],
    })
    let tree: Root
    try {
      tree = path.endsWith('.mdx') ? parseMdx(text) : { type: 'root', children: [] }
    } catch (error) {
      return refuse(lineIn(error), `The text cannot be read as MDX: ${reasonIn(error)}`)
    }
    const [first] = tree.children
    const isMdx = path.endsWith('.mdx')
    if (isMdx && first?.type !== 'yaml') return refuse(1, 'Start the file with its fields, between two lines of ---')

    const counter = new LineCounter()
    const document = parseDocument(first?.type === 'yaml' ? first.value : text, { lineCounter: counter })
    const offset = isMdx ? 1 : 0
    const [fault] = document.errors
    if (fault)
      return refuse(
        counter.linePos(fault.pos[0]).line + offset,
        `The fields cannot be read: ${firstLine(fault.message)}`,
      )

    const lineOf: Lines = (field) => {
      const node = document.getIn(field.split('.').map(indexOrName), true) as { range?: [number] } | undefined
      return node?.range ? counter.linePos(node.range[0]).line + offset : 1
    }
    const checked = schema.safeParse(document.toJS())
    if (!checked.success) {
      return { kind: 'refused', problems: checked.error.issues.flatMap((issue) => problemsOf(issue, path, lineOf)) }
    }
    const data = checked.data as Record<string, unknown>
    return { kind: 'read', manuscript: { kind, path, slug, locale: locale || null, data, tree, lineOf } }
  }
  return undefined
}

function problemsOf(issue: z.core.$ZodIssue, path: string, lineOf: Lines): Problem[] {
  const field = issue.path.join('.')
  const place = field ? `${field}: ` : ''
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      level: 'fail',
      path,
      line: lineOf(field ? `${field}.${key}` : key),
      message: `${place}"${key}" is not a field we know. Correct its name or remove it.`,
    }))
  }
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  return [
    {
      level: 'fail',
      path,
      line: lineOf(field),
      message: `${place}${isMissing ? 'is missing. ' : ''}${issue.message}.`,
    },
  ]
}

const indexOrName = (step: string) => (/^\d+$/.test(step) ? Number(step) : step)
const firstLine = (text: string) => text.split('\n')[0] ?? text
const reasonIn = (error: unknown) => (error instanceof Error ? firstLine(error.message) : String(error))

function lineIn(error: unknown): number {
  return (error as { line?: number; place?: { line?: number; start?: { line: number } } }).line ?? 1
}
