import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ReactNode } from 'react'

// Loaded by Node: Next's bundler has no react-dom/server for pages.
const { renderToStaticMarkup } = createRequire(join(process.cwd(), 'package.json'))('react-dom/server') as {
  renderToStaticMarkup: (node: ReactNode) => string
}

/**
 * Renders what needs no React afterwards to HTML, in one go.
 *
 * Next would write the same elements three times, twice for a client that we do not have: a third of a build's rendering.
 */
export function markupOf(node: ReactNode): string {
  return renderToStaticMarkup(node)
}
