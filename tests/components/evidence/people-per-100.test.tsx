import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PeoplePer100 } from '#components/evidence/people-per-100.tsx'

const draw = (study: string, result: string) =>
  renderToStaticMarkup(<PeoplePer100 locale="en" study={study} result={result} sourceHref={(id) => `#${id}`} />)
const figure = draw('krupitsky-1997-alcohol', 'abstinent')

test('as many places are filled as people of 100, row by row', () => {
  expect(figure).toContain('d="M0 0H100V60H60V70H0Z"')
  expect(figure).toContain('d="M0 0H100V20H40V30H0Z"')
})

test('both groups are out of the same hundred, with the real counts beside them', () => {
  expect(figure).toContain('66 of 100</b> (73 of 111 people)')
  expect(figure).toContain('24 of 100</b> (24 of 100 people)')
})

test('a reader who cannot see the pictures hears the same numbers', () => {
  expect(figure).toMatch(
    /role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">Ketamine and therapy: 66 of 100 people<\/title><desc id="\2">[^<]*73 of 111/,
  )
})

test('a filled place and an empty one differ in form, not only in colour', () => {
  expect(figure).toMatch(/<circle[^>]*class="fill-teal"/)
  expect(figure).toMatch(/<circle[^>]*fill="none" class="stroke-input"/)
})

test('the finding comes before the pictures, how to read them and the table after', () => {
  expect(figure).toMatch(/had no alcohol for more than a year.*<svg.*How to read this.*<table/s)
})

test('no style attribute, which the content policy would refuse', () => {
  expect(figure).not.toMatch(/ style=/)
})

test('a result without counts of two groups stops the build', () => {
  expect(() => draw('grabski-2022-kare', 'days-abstinent')).toThrow('needs two groups')
})
