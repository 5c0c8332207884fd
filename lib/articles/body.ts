import type { ComponentType } from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import { readGenerated } from './generated.ts'
import type { Article, Page } from './library.ts'

// biome-ignore lint/suspicious/noExplicitAny: a map of components has no common props.
type Components = Record<string, ComponentType<any>>
type Body = ComponentType<{ components: Components }>

/** The body of one article or page, as a component: the only way to reach it, and it reads that one file. */
export function bodyOf(document: Article | Page): Body {
  const [type, folder] = document.path.startsWith('/articles/') ? ['Article', 'articles'] : ['Page', 'pages']
  const file = `generated/${type}/${document.locale}__${folder}__${document.slug}.mdx.json`
  return evaluateBody(readGenerated<{ body: { code: string } }>(file).body.code)
}

/** Runs compiled MDX on the server; the code comes from our own build, never from a visitor. */
export function evaluateBody(code: string): Body {
  return new Function('_jsx_runtime', code)(jsxRuntime).default
}
