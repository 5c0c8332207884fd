import { isPasskeyScript } from './passkey-script.ts'

const executableScript = /<script\b(?![^>]*\btype="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g
const scriptHint = /<link\b(?=[^>]*\brel="(?:preload|modulepreload)")(?=[^>]*\bas="script")[^>]*>/g
const comment = /<!--[\s\S]*?-->/g
const emptyHolder = /<div hidden=""><\/div>/g
const styleAttributes = /<style\b[^>]*>/g

/**
 * Takes Next's client runtime out of a rendered page: every script that is not JSON-LD or the passkey script, hints
 * that would fetch one, and the comments that only hydration reads.
 *
 * React escapes `<` in text and `>` in attributes, so markup that looks like a script can only be one.
 */
export function removeClientRuntime(html: string): string {
  return html
    .replace(executableScript, (script) => (isPasskeyScript(script) ? script : ''))
    .replace(scriptHint, '')
    .replace(comment, '')
    .replace(emptyHolder, '')
    .replace(styleAttributes, '<style>')
}
