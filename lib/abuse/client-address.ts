import { isIP } from 'node:net'

type Connection = { socketAddress: string | undefined; forwardedFor: string | undefined; proxyHops: number }

/**
 * Where a request came from, or '' when that cannot be told. IPv6 counts by /64, because that is what one home gets.
 *
 * `proxyHops` proxies of ours each added one address at the right end of X-Forwarded-For; whatever stands further left
 * was written by the visitor. An address of a private network is no visitor's but a proxy's, and to limit that one
 * would be to limit everybody.
 */
export function clientAddress({ socketAddress, forwardedFor, proxyHops }: Connection): string {
  const address = proxyHops === 0 ? socketAddress : forwardedFor?.split(',').at(-proxyHops)
  const plain = withoutPort((address ?? '').trim()).replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return isPrivateV4(plain) ? '' : plain
  if (isIP(plain) === 6) return networkOf(plain)
  return ''
}

function withoutPort(text: string): string {
  return /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
}

function isPrivateV4(address: string): boolean {
  return /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(address)
}

function networkOf(address: string): string {
  const groups = groupsOf(address)
  const isPrivate = /^(fe[89ab]|f[cd])/.test(groups[0]?.padStart(4, '0') ?? '') || /^::1?$/.test(address)
  return isPrivate ? '' : `${groups.slice(0, 4).join(':')}::/64`
}

function groupsOf(address: string): string[] {
  const [left = '', right] = (address.split('%')[0] ?? '').split('::')
  const before = left.split(':').filter(Boolean)
  const after = (right ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16).toString(16))
}
