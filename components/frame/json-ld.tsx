import type { Thing } from 'schema-dts'
import { writeJsonLd } from '#lib/seo/json-ld.ts'

/** Facts of the page for machines: data that no browser runs. */
export function JsonLd({ things }: { things: Thing[] }) {
  return <script type="application/ld+json">{writeJsonLd(things)}</script>
}
