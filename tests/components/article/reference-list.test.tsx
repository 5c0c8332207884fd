import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ReferenceList } from '#components/article/reference-list.tsx'

const list = renderToStaticMarkup(<ReferenceList locale="en" citations={['grabski-2022-kare', 'ketamine-label']} />)

test('references stand in the order the text numbers them, each with its way back', () => {
  expect(list).toMatch(/id="ref-1".*American Journal of Psychiatry.*href="#cite-1".*id="ref-2".*href="#cite-2"/)
})

test('a study tells its first author, its size and who paid', () => {
  expect(list).toContain('Grabski M and others')
  expect(list).toMatch(/96\. Funding: .*Medical Research Council/)
})

test('the title leads to the DOI, and PubMed is a second way', () => {
  expect(list).toContain('<a href="https://doi.org/10.1176/appi.ajp.2021.21030277">Adjunctive Ketamine')
  expect(list).toContain('<a href="https://pubmed.ncbi.nlm.nih.gov/35012326/">PubMed')
})

test('a document nobody has opened yet says so', () => {
  expect(list).toMatch(/id="ref-2".*\[address to be confirmed\]/)
})

test('where a study was read is never shown', () => {
  expect(list).not.toMatch(/suppr|setsquared/)
})

test('an address or a journal nobody has checked is not printed', () => {
  const unchecked = renderToStaticMarkup(
    <ReferenceList
      locale="en"
      citations={['krupitsky-2002-heroin', 'ptsd-meta-2024', 'wong-2015-alcohol-withdrawal']}
    />,
  )
  expect(unchecked).toContain('Journal of Substance Abuse Treatment. 2002.')
  expect(unchecked).toContain('https://pubmed.ncbi.nlm.nih.gov/25325907/')
  expect(unchecked).not.toMatch(/S0740-5472|Psychotraumatology|Annals of Pharmacotherapy/)
})

test('a page that cites nothing has no empty list', () => {
  expect(renderToStaticMarkup(<ReferenceList locale="en" citations={[]} />)).toBe('')
})
