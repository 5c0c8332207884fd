import type { Chance } from './chance.ts'
import { caller, writer } from './person.ts'
import type { Deed, Scene, Worker } from './scene.ts'

const WEEKS = 11
const HOURS_A_WEEK = 40
/** What the scenes tell of is younger than this. */
const YOUNGEST_HOURS = 45
const EACH_WEEK = { min: 4, max: 9 }

const names = ['Alma', 'Ben', 'Carlos', 'Dora', 'Eli', 'Flora', 'Gus', 'Hana', 'Ivan', 'Joy', 'Kofi', 'Lena', 'Milo']
const messages = [
  'What does a visit cost?',
  'Is it safe for me?',
  'Please call me about my brother.',
  'How long is it?',
  '',
]
const endings = ['booked', 'booked', 'talked', 'talked', 'not-a-fit', 'no-reply', 'spam'] as const

/** The weeks before: so many that the overview has something to draw, all of them over. */
export function pastScenes(chance: Chance): Scene[] {
  return Array.from({ length: WEEKS }, (_, week) => {
    const count = EACH_WEEK.min + chance.below(EACH_WEEK.max - EACH_WEEK.min)
    return Array.from({ length: count }, () => pastScene(chance, YOUNGEST_HOURS + week * HOURS_A_WEEK))
  }).flat()
}

function pastScene(chance: Chance, youngest: number): Scene {
  const ending = chance.pick(endings)
  const isByPhone = chance.below(3) > 0
  const words = { message: chance.pick(messages) }
  const name = chance.pick(names)
  return {
    ago: chance.between(youngest, youngest + HOURS_A_WEEK),
    inquiry: isByPhone ? caller(name, 20 + chance.below(79), words) : writer(name, words),
    ...(ending === 'spam' && { signals: ['spam-phrases' as const] }),
    deeds: deedsOf(chance, ending, isByPhone),
  }
}

function deedsOf(chance: Chance, ending: (typeof endings)[number], isByPhone: boolean): Deed[] {
  const by: Worker = chance.pick(['desk', 'desk', 'doctor'])
  // Two in three within the morning, and some only the next day.
  const after = chance.below(3) > 0 ? chance.between(0.1, 3) : chance.between(3, 14)
  const tried = { 'no-reply': 'no-answer', other: isByPhone ? 'reached' : 'wrote' }[
    ending === 'no-reply' ? ending : 'other'
  ]
  const attempts: Deed[] =
    ending === 'spam' || (ending === 'no-reply' && !isByPhone)
      ? []
      : [{ after: after + 0.1, by, act: 'attempt', choice: tried }]
  return [{ after, by, act: 'open' }, ...attempts, { after: after + 0.3, by, act: 'close', choice: ending }]
}
