export type Chance = {
  /** A whole number from 0 to one less than this. */
  below: (max: number) => number
  between: (low: number, high: number) => number
  pick: <Thing>(things: readonly Thing[]) => Thing
  uuid: () => string
}

/** Chance that can be repeated: the same seed gives the same people at the same times of their week (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (max: number) => Math.floor(next() * max)
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('')

  return {
    below,
    between: (low, high) => low + next() * (high - low),
    pick: (things) => things[below(things.length)] as (typeof things)[number],
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
