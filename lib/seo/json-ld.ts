import type { Thing } from 'schema-dts'

/**
 * Writes things for machines as the text of a script element.
 *
 * Every `<` is written as an escape of JSON, so no title or name can close the element or open a comment in it.
 */
export function writeJsonLd(things: Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c')
}
