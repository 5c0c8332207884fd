import { expect, test } from 'vitest'
import { clientAddress } from '#lib/abuse/client-address.ts'

const at = (socketAddress: string, proxyHops = 0, forwardedFor?: string) =>
  clientAddress({ socketAddress, forwardedFor, proxyHops })

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8::1', '2001:db8:0:0::/64'],
])('without a proxy, %s counts as %s', (socket, counted) => {
  expect(at(socket)).toBe(counted)
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.9',
  '192.168.1.1',
  '100.64.0.1',
  '::1',
  'fe80::1%eth0',
  'fd00::5',
  '::ffff:10.0.0.1',
])('at %s stands a proxy of ours, so nobody can be told apart', (socket) => {
  expect(at(socket)).toBe('')
})

test('without a proxy, what a visitor says about its own address changes nothing', () => {
  expect(at('203.0.113.7', 0, '198.51.100.1')).toBe('203.0.113.7')
})

test.each([
  [1, '1.1.1.1, 203.0.113.7'],
  [2, '1.1.1.1, 203.0.113.7, 198.51.100.9'],
  [1, '203.0.113.7:51234'],
  [1, '[2001:db8::1]:443'],
])('behind %i proxies the visitor is the one the outermost proxy saw: %s', (hops, forwarded) => {
  expect(at('10.0.0.1', hops, forwarded)).toBe(forwarded.includes('db8') ? '2001:db8:0:0::/64' : '203.0.113.7')
})

test.each([
  [2, '203.0.113.7'],
  [1, undefined],
  [1, ''],
  [1, 'unknown'],
  [1, '203.0.113.7, 10.0.0.3'],
  [1, '203.0.113.7\u0000'],
])('when %i proxies should have spoken and did not, nobody is counted: %s', (hops, forwarded) => {
  expect(at('10.0.0.1', hops, forwarded)).toBe('')
})
