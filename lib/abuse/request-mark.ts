import type { IncomingHttpHeaders } from 'node:http'
import { isSignal, type Signal } from './signal.ts'

type Check = (headers: IncomingHttpHeaders, isSecure: boolean) => Signal | undefined

const program =
  /^(curl|wget|python|aiohttp|httpx|go-http|java|okhttp|apache-http|axios|node|undici|got|libwww|lwp|perl|php|guzzle|ruby|faraday|scrapy|http|postman|insomnia|powershell)|headless|phantomjs|\bbot\b|crawler|spider/i

/** Versions since which a browser sends Sec-Fetch to every https address. */
const fetchMetadataSince = [
  /\bChrome\/(?:9\d|[1-9]\d\d)/,
  /\bFirefox\/(?:9\d|[1-9]\d\d)/,
  /\bVersion\/(?:1[7-9]|[2-9]\d).+Safari/,
]

const fetchMetadata = ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
}: IncomingHttpHeaders) => [site, mode, dest]
const hasFetchMetadata = (headers: IncomingHttpHeaders) => fetchMetadata(headers).some((value) => value !== undefined)

const checks: Check[] = [
  (headers) => (hasFetchMetadata(headers) ? undefined : 'no-sec-fetch'),

  // A browser that sends one of the three sends all, and a form is a navigation to a document.
  (headers) => {
    const [site, mode, dest] = fetchMetadata(headers)
    const isForm = site !== undefined && mode === 'navigate' && dest === 'document'
    return hasFetchMetadata(headers) && !isForm ? 'sec-fetch-odd' : undefined
  },

  (headers, isSecure) => {
    const agent = headers['user-agent'] ?? ''
    const mustSend = isSecure && fetchMetadataSince.some((version) => version.test(agent))
    return mustSend && !hasFetchMetadata(headers) ? 'browser-claim-false' : undefined
  },

  ({ 'user-agent': agent = '' }) => {
    if (agent.trim() === '') return 'no-user-agent'
    return program.test(agent) ? 'program-user-agent' : undefined
  },

  ({ 'accept-language': language = '' }) => (/[a-z]/i.test(language) ? undefined : 'no-accept-language'),
  ({ accept = '' }) => (/\btext\/html\b|\bxhtml/i.test(accept) ? undefined : 'accepts-no-page'),
  ({ referer }) => (referer ? 'names-referrer' : undefined),
]

/** What the headers of a form say about who sent it. Only the front server calls this; it sees all headers. */
export function requestMarks(headers: IncomingHttpHeaders, { isSecure }: { isSecure: boolean }): Signal[] {
  return checks.map((check) => check(headers, isSecure)).filter((mark) => mark !== undefined)
}

/** The marks as they travel to the routes in one header. */
export function readMarks(text: string | null): Signal[] {
  return (text ?? '').split(' ').filter(isSignal)
}
