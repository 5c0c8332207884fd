import { removeClientRuntime } from './client-runtime.ts'
import { cutStyle } from './page-style.ts'

/** The pages that stand in for any other carry the whole stylesheet, which the policy of every path allows. */
const standIns = ['/404', '/problem']

/** Next says all of Open Graph again for Twitter, which reads the first where there is no second. */
const repeated = /<meta name="twitter:(?!card)[^>]*>/g

/** Turns a page as Next rendered it into the page that visitors get. */
export function finishPage(path: string, html: string): string {
  const page = removeClientRuntime(html).replace(repeated, '')
  return standIns.includes(path) ? page : cutStyle(page)
}
