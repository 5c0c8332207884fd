import { expect, test } from 'vitest'
import { QUARANTINE_SCORE, type Signal, signals } from '#lib/abuse/signal.ts'
import { suspicionOf, withSignals } from '#lib/abuse/suspicion.ts'

const weak = (Object.keys(signals) as Signal[]).filter((name) => signals[name].isWeak)

test('nothing odd is no suspicion', () => {
  expect(suspicionOf([])).toEqual({ score: 0, signals: [], isQuarantined: false })
})

test('what no person does by accident holds an inquiry back alone', () => {
  expect(suspicionOf(['trap-filled'])).toEqual({ score: 10, signals: ['trap-filled'], isQuarantined: true })
})

test.each(Object.keys(signals).filter((name) => signals[name as Signal].weight < QUARANTINE_SCORE))(
  'alone, %s holds nothing back',
  (name) => {
    expect(suspicionOf([name as Signal]).isQuarantined).toBe(false)
  },
)

test('all weak signs together hold nothing back; one clear sign more does', () => {
  expect(weak.length).toBeGreaterThan(5)
  expect(suspicionOf(weak)).toMatchObject({ score: QUARANTINE_SCORE - 1, isQuarantined: false })
  expect(suspicionOf([...weak, 'trap-missing']).isQuarantined).toBe(true)
})

test('a signal that is found twice counts once', () => {
  expect(suspicionOf(['spam-phrase', 'spam-phrase']).score).toBe(6)
  expect(withSignals(suspicionOf(['spam-phrase']), ['spam-phrase']).score).toBe(6)
})
