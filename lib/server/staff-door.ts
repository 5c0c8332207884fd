import type { IncomingMessage } from 'node:http'
import { turnAway } from '#lib/staff/door.ts'
import { setting } from '#lib/staff/relying-party.ts'
import { hostsOf } from './hosts.ts'

/** Another answer than the page that was asked for: a page to go to, one to show in its place, or none at all. */
export type Turn = { kind: 'go'; location: string } | { kind: 'show'; path: string; status: number } | { kind: 'none' }

export type StaffDoor = (request: IncomingMessage, path: string) => Promise<Turn | undefined>

/** Stands before every page and form of the inbox, on the inbox's own address only. */
export function staffDoor(): StaffDoor {
  const { party } = setting()
  const { host } = new URL(party.origin)

  return async (request, path) => {
    const isForm = request.method === 'POST'
    if (request.headers.host !== host) {
      // A passkey is for a name; whoever opened this machine by its number is sent to the name it has.
      const isNeighbour = hostsOf(party.origin).includes(request.headers.host ?? '') && !isForm
      return isNeighbour ? { kind: 'go', location: `${party.origin}${path}` } : { kind: 'none' }
    }
    const turned = await turnAway(setting(), { path, cookie: request.headers.cookie, isForm }, Date.now())
    if (turned === 'to-sign-in') return { kind: 'go', location: '/staff/sign-in' }
    if (turned === 'to-passkeys') return { kind: 'go', location: '/staff/passkeys' }
    return turned && { kind: 'show', path: '/staff/sign-in/again', status: 401 }
  }
}
