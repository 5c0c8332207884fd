import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findMount, mountOf } from '#lib/db/mount.ts'
import { makeFolder } from '#tests/support/folder.ts'

const table = `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:25 / /tmp rw,nosuid - tmpfs tmpfs rw
31 22 0:26 / /mnt rw - ext4 /dev/vdb rw
32 31 0:27 / /mnt rw - nfs4 server:/share rw
33 22 0:28 / /mnt/with\\040space rw - xfs /dev/vdc rw
`

test.each([
  ['/', '/', 'ext4'],
  ['/srv/clinic', '/', 'ext4'],
  ['/tmp', '/tmp', 'tmpfs'],
  ['/tmp/any/data', '/tmp', 'tmpfs'],
  ['/tmpfile', '/', 'ext4'],
  ['/mnt/clinic', '/mnt', 'nfs4'],
  ['/mnt/with space/data', '/mnt/with space', 'xfs'],
])('finds what holds %s', (path, point, kind) => expect(findMount(table, path)).toEqual({ point, kind }))

test('a folder that is not there yet is where it would be made', () => {
  const folder = makeFolder()
  expect(mountOf(join(folder, 'not', 'yet'))).toEqual(mountOf(folder))
})
