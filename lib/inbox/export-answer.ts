import { seeOther } from '#lib/server/see-other.ts'
import type { Exported } from './export.ts'

/** The export as a file to save, or the page that says why there is none. */
export function exportAnswer(exported: Exported, { name, page }: { name: string; page: string }): Response {
  if (exported.kind === 'exported') {
    return new Response(exported.csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
      },
    })
  }
  if (exported.reason === 'step-up-needed') return seeOther(`/staff/confirm/${page}`)
  if (exported.reason === 'no-inquiry') return seeOther('/staff?said=no-inquiry')
  return seeOther(`${page === 'export' ? '/staff/export' : `/staff/inquiries/${page}`}?said=${exported.reason}`)
}
