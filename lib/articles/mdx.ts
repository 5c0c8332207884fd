import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { nameHeadings } from './heading.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).use(nameHeadings)

/** Reads MDX the way the compiler does, so that what is checked is what is shown. */
export function parseMdx(text: string): Root {
  return parser.runSync(parser.parse(text)) as Root
}
