import type { Root } from 'mdast'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { glossarySchema } from '#lib/articles/glossary.ts'
import { parseMdx } from '#lib/articles/mdx.ts'
import { articleSchema, pageSchema } from '#lib/articles/schema.ts'
import { clinicSchema } from '#lib/clinic.ts'
import { sourceSchema, studySchema } from '#lib/evidence/schema.ts'
import type { Problem } from './problem.ts'

const LINES_BEFORE_FIELDS = 1

export type Kind = 'article' | 'page' | 'study' | 'source' | 'clinic' | 'glossary'
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
  { kind: 'glossary', pattern: /^content\/([a-z]{2})\/(glossary)\.yaml$/, schema: glossarySchema },
  { kind: 'clinic', pattern: /^content\/()(clinic)\.yaml$/, schema: clinicSchema },
] as const satisfies { kind: Kind; pattern: RegExp; schema: z.ZodType }[]

/** What a file is, by where it lies; undefined for one that is none of ours. */
export function kindOf(path: string): Pick<Manuscript, 'kind' | 'slug'> | undefined {
  for (const { kind, pattern } of folders) {
    const [whole, , slug = ''] = pattern.exec(path) ?? []
    if (whole !== undefined) return { kind, slug }
  }
  return undefined
}

/** Reads one content file and judges its fields; undefined for a file that is none of ours. */
export function readManuscript(path: string, text: string): Reading | undefined {
  for (const { kind, pattern, schema } of folders) {
    const [whole, locale, slug = ''] = pattern.exec(path) ?? []
    if (whole === undefined) continue

    const parsed = path.endsWith('.mdx') ? readMdx(text) : readYaml(text, 0, { type: 'root', children: [] })
    if (parsed.kind === 'unreadable') return { kind: 'refused', problems: [{ level: 'fail', path, ...parsed.fault }] }

    const { fields, lineOf, tree } = parsed
    const checked = schema.safeParse(fields)
    if (!checked.success) {
      return { kind: 'refused', problems: checked.error.issues.flatMap((issue) => problemsOf(issue, path, parsed)) }
    }
    return { kind: 'read', manuscript: { kind, path, slug, locale: locale || null, data: checked.data, tree, lineOf } }
  }
  return undefined
}

type Parsed =
  | { kind: 'parsed'; fields: unknown; lineOf: Lines; tree: Root }
  | { kind: 'unreadable'; fault: { line: number; message: string } }

const unreadable = (line: number, message: string): Parsed => ({ kind: 'unreadable', fault: { line, message } })

function readMdx(text: string): Parsed {
  try {
    const tree = parseMdx(text)
    const [first] = tree.children
    if (first?.type === 'yaml') return readYaml(first.value, LINES_BEFORE_FIELDS, tree)
    return unreadable(1, 'Start the file with its fields, between two lines of ---.')
  } catch (error) {
    return unreadable(lineIn(error), `The text cannot be read: ${firstLine((error as Error).message)}`)
  }
}

function readYaml(text: string, linesBefore: number, tree: Root): Parsed {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const lineAt = (position: number) => counter.linePos(position).line + linesBefore

  const [fault] = document.errors
  if (fault) return unreadable(lineAt(fault.pos[0]), `The fields cannot be read: ${firstLine(fault.message)}`)

  const lineOf: Lines = (field) => {
    const node = document.getIn(field.split('.').map(indexOrName), true) as { range?: [number] } | undefined
    return node?.range ? lineAt(node.range[0]) : 1
  }
  return { kind: 'parsed', fields: document.toJS(), lineOf, tree }
}

function problemsOf(
  issue: z.core.$ZodIssue,
  path: string,
  { fields, lineOf }: { fields: unknown; lineOf: Lines },
): Problem[] {
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
  const isMissing = valueAt(fields, issue.path) === undefined
  return [
    {
      level: 'fail',
      path,
      line: lineOf(field),
      message: `${place}${isMissing ? 'is missing. ' : ''}${issue.message}.`,
    },
  ]
}

const valueAt = (fields: unknown, path: PropertyKey[]) =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], fields)

const indexOrName = (step: string) => (/^\d+$/.test(step) ? Number(step) : step)
const firstLine = (text: string) => text.split('\n')[0] ?? text

function lineIn(error: unknown): number {
  return (error as { line?: number; place?: { line?: number; start?: { line: number } } }).line ?? 1
}
