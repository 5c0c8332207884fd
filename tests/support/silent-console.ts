import { afterEach, beforeEach, expect, vi } from 'vitest'

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
let heard: string[] = []

beforeEach(() => {
  heard = []
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...words) => {
      heard.push(`${method}: ${words.join(' ')}`)
    })
  }
})

afterEach(() => {
  expect(heard, 'A test must leave the console silent').toEqual([])
})
