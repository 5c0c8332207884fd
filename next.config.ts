import { join } from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  adapterPath: join(import.meta.dirname, 'lib/server/build-adapter.ts'),
  experimental: { inlineCss: true, globalNotFound: true },
  poweredByHeader: false,
  compress: false,
  htmlLimitedBots: /.*/,
  images: { unoptimized: true },
}

export default config
