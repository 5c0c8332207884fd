import { toString as textOf } from 'mdast-util-to-string'
import { partsOf, sectionIn } from './part.ts'
import { type Rule, reporterFor } from './rule.ts'

const OPIOID = /\b(?:opioids?|opiates?|heroin|fentanyl)\b/i
const SECTION_ID = 'proven-opioid-medicines'
const medicines = ['buprenorphine', 'methadone', 'naltrexone', 'naloxone']

/**
 * Medicines that keep people alive stand on every page about opioids.
 *
 * A page is about opioids when its topic, title or a heading says so; a warning about mixing drugs is not.
 */
export const checkOpioidMedicines: Rule = (written) => {
  const headings = partsOf(written.tree)
  const about = headings.find(({ title }) => OPIOID.test(title))
  const isAbout = about || written.data.topic === 'opioids' || OPIOID.test(String(written.data.title))
  if (!isAbout) return []

  const report = reporterFor(written)
  const spot = { line: about?.line ?? 1, excerpt: about?.title || String(written.data.title) }
  const section = sectionIn(written.tree, SECTION_ID)
  if (!section) {
    const advice = `Add a section "## … [#${SECTION_ID}]" that names ${medicines.join(', ')}, with sources.`
    return [report.fail(spot, `This page is about opioids, but says nothing about the proven medicines. ${advice}`)]
  }

  const text = section.nodes
    .map((node) => textOf(node))
    .join(' ')
    .toLowerCase()
  const missing = medicines.filter((medicine) => !text.includes(medicine))
  if (missing.length === 0) return []
  return [
    report.fail(
      { line: section.line, excerpt: section.title },
      `This section must also name ${missing.join(' and ')}.`,
    ),
  ]
}
