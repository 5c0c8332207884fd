import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { oncePerProcess } from '#lib/process/once.ts'

/** The only script of the product: it lets a browser make and show a passkey, on the pages of staff that need one. */
export const PASSKEY_SCRIPT = '/passkey.js'

/** The element as React writes it; the client runtime's removal leaves this one alone and nothing like it. */
const element = /^<script src="\/passkey\.js" integrity="(sha256-[A-Za-z0-9+/]{43}=)" defer=""><\/script>$/
const anyElement = new RegExp(element.source.slice(1, -1))

export function integrityOf(script: Buffer): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/** The hash of the script in this project, for the element that asks for it. */
export function passkeyScriptIntegrity(): string {
  return oncePerProcess('passkey-script', () =>
    integrityOf(readFileSync(join(process.cwd(), 'public', PASSKEY_SCRIPT.slice(1)))),
  )
}

export const isPasskeyScript = (html: string) => element.test(html)

/** The hash that a page asks for, if it carries the script. */
export function passkeyScriptIn(page: string): string | undefined {
  return anyElement.exec(page)?.[1]
}
