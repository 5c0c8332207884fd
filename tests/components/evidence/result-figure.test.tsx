import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ResultFigure } from '#components/evidence/result-figure.tsx'

const draw = (result: string) =>
  renderToStaticMarkup(
    <ResultFigure locale="en" study="grabski-2022-kare" result={result} sourceHref={(id) => `#${id}`} />,
  )
const figure = draw('days-abstinent')

test('the dot and the ends of the bar lie where the record says', () => {
  expect(figure).toMatch(/<circle cx="72.73%"/)
  expect(figure).toMatch(/<rect x="52.48%" width="40.2\d*%"/)
})

test('the finding is told in words before it is drawn', () => {
  expect(figure.indexOf('more days without alcohol')).toBeLessThan(figure.indexOf('<svg'))
})

test('the line of no difference and both directions are named', () => {
  expect(figure).toContain('No difference')
  expect(figure).toContain('Lower with ketamine')
  expect(figure).toContain('Higher with ketamine')
})

test('a reader who cannot see the drawing hears the same numbers', () => {
  expect(figure).toMatch(
    /role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">.*<desc id="\2">[^<]*10\.1[^<]*1\.1[^<]*19/,
  )
})

test('the caption says how many people, for how long, who paid, and how to read it', () => {
  expect(figure).toMatch(/How to read this.*96 people.*6 months.*Medical Research Council/)
})

test('a study with two main results never shows one alone', () => {
  expect(figure).toContain('no clear difference in how many people went back to drinking')
})

test('the same numbers stand in a table', () => {
  expect(figure).toMatch(/<th scope="row"[^>]*>Likely range<\/th><td[^>]*>1\.1 to 19<\/td>/)
})

test('no style attribute, which the content policy would refuse', () => {
  expect(figure).not.toMatch(/ style=/)
})

test('odds are drawn against one, not against zero', () => {
  expect(draw('relapse')).toMatch(/Less often with ketamine.*<line x1="50%" x2="50%"/)
})

test('a number that counts how much lower is never drawn as higher', () => {
  const craving = renderToStaticMarkup(
    <ResultFigure locale="en" study="dakwar-2019-cocaine" result="craving" sourceHref={(id) => `#${id}`} />,
  )
  expect(craving).toMatch(/← (<!-- -->)?Higher with ketamine.*Lower with ketamine(<!-- -->)? →/)
})

test('a page that shows every result names none beside another', () => {
  const one = renderToStaticMarkup(
    <ResultFigure
      locale="en"
      study="grabski-2022-kare"
      result="days-abstinent"
      isWithAll
      sourceHref={(id) => `#${id}`}
    />,
  )
  expect(one).not.toContain('went back to drinking')
})

test('a result that cannot be drawn stops the build instead of drawing nothing', () => {
  expect(() => draw('no-such-result')).toThrow(/no-such-result/)
})
