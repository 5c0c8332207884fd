import { expect, test } from 'vitest'
import { markupOf } from '#lib/articles/markup.ts'

const Cited = ({ count }: { count: number }) => <sup>{count}</sup>

test('what is written becomes plain HTML, with no mark that only a client would read', () => {
  const words = (
    <>
      <p className="a">
        1 {'<'} {2}
        <Cited count={3} />
      </p>
      <svg strokeWidth="2" />
    </>
  )
  expect(markupOf(words)).toBe('<p class="a">1 &lt; 2<sup>3</sup></p><svg stroke-width="2"></svg>')
})
