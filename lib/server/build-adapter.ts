import { writeFileSync } from 'node:fs'
import type { NextAdapter } from 'next'

const adapter: NextAdapter = {
  name: 'script-free',
  onBuildComplete(ctx) {
    writeFileSync(
      '/tmp/ctx.json',
      JSON.stringify(
        {
          prerenders: ctx.outputs.prerenders,
          staticFiles: ctx.outputs.staticFiles,
          appPages: ctx.outputs.appPages.map((p) => p.pathname),
        },
        null,
        1,
      ),
    )
  },
}
export default adapter
