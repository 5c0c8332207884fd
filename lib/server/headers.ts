type SecurityHeaders = Readonly<Record<string, string>>

/**
 * The headers every answer carries, whatever it is. The policy differs only in the inlined stylesheet it allows, by
 * its hash; only the pages where staff show a passkey name a script, by its hash too.
 */
export function securityHeaders({
  styleHashes,
  isSecure,
  scriptSources = [],
}: {
  styleHashes: string[]
  isSecure: boolean
  scriptSources?: string[]
}): SecurityHeaders {
  const policy = {
    'default-src': ["'none'"],
    'script-src': scriptSources.length > 0 ? scriptSources : ["'none'"],
    'style-src': styleHashes.length > 0 ? styleHashes.map((hash) => `'${hash}'`) : ["'none'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    // No script means nothing can connect; but tools that judge a site fetch robots.txt in the page's name.
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  }

  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy':
      'browsing-topics=(), camera=(), geolocation=(), interest-cohort=(), microphone=(), payment=(), usb=()',
    // The path names a condition, so no page tells another site where its reader came from.
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(isSecure && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains; preload' }),
  }
}
