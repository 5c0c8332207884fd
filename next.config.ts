import { join } from 'node:path'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants.js'

const config = (phase: string): NextConfig => ({
  adapterPath: join(import.meta.dirname, 'lib/server/build-adapter.ts'),
  experimental: {
    inlineCss: true,
    globalNotFound: true,
    // It reads each finished page once more to plan a prefetch, which only Next's script would make: a third of a page's time.
    prefetchInlining: false,
    // Half of a compilation's time and a third of its memory went into these three. The build itself knows when the code
    // has changed; the style is still made small, as client code is.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: phase === PHASE_DEVELOPMENT_SERVER,
    turbopackMinify: { server: false, client: true },
  },
  // The server has loaded most of these already; compiled again, each would be there twice.
  serverExternalPackages: [
    '@simplewebauthn/server',
    'd3-scale',
    'htmlparser2',
    'kysely',
    'libphonenumber-js',
    'minisearch',
    'resend',
    'zod',
  ],
  poweredByHeader: false,
  // The front server compresses; Next's gzip would do it again for every request.
  compress: false,
  // Metadata that streams in later is put in place by a script, and there is none.
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
  // `npm test` runs the type checker; a clinic's machine need not wait for it at every start.
  typescript: { ignoreBuildErrors: true },
  instrumentationClientInject: phase === PHASE_DEVELOPMENT_SERVER ? ['./lib/server/reload-client.ts'] : [],
})

export default config
