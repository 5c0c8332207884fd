import { expect, test } from 'vitest'
import { addressOf, languageAddressesOf } from '#lib/seo/address.ts'
import { isolateProcess } from '#tests/support/isolate-process.ts'

isolateProcess({ SITE_ORIGIN: 'https://clinic.example/' })

test('an address is whole, and English has no prefix', () => {
  expect(addressOf('en', '/safety')).toBe('https://clinic.example/safety')
  expect(addressOf('en', '/')).toBe('https://clinic.example/')
})

test.each(['/', '/articles', '/articles/is-ketamine-addictive'])(
  '%s is offered in each language it has, and in one to readers of none',
  (path) => {
    const address = `https://clinic.example${path}`
    expect(languageAddressesOf(path)).toEqual({ en: address, 'x-default': address })
  },
)
