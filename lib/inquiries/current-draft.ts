import { headers } from 'next/headers'
import type { Draft } from './draft.ts'
import { draftFrom } from './draft-cookie.ts'

/** The draft of the visitor who asked for this page. */
export async function currentDraft(): Promise<Draft | undefined> {
  return draftFrom((await headers()).get('cookie'), Date.now())
}
