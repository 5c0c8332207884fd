import { expect, test } from 'vitest'
import { placeWarning, refuseForgetfulPlace } from '#lib/db/place.ts'
import { readEnv } from '#lib/env.ts'

const onDisk = { point: '/', kind: 'ext4' }
const given = (source: Record<string, string> = {}) => readEnv({ DATA_DIR: '/srv/clinic', ...source })

function refusalOf(source: Record<string, string>, mount: { point: string; kind: string } | undefined) {
  try {
    refuseForgetfulPlace(given(source), mount)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

test.each(['tmpfs', 'ramfs', 'nfs', 'nfs4', 'cifs', 'smb3', 'fuse.sshfs', 'fuse.s3fs', 'fuse.gcsfuse', 'ceph'])(
  'refuses %s in one sentence that says what to do',
  (kind) => {
    expect(refusalOf({}, { point: '/srv', kind })).toMatch(
      new RegExp(`^DATA_DIR is [^.]*\\(${kind}\\).*: set it to a folder on a (local )?disk, or set DATABASE_URL\\.$`),
    )
  },
)

test.each(['ext4', 'xfs', 'btrfs', 'zfs', 'overlay', 'f2fs', 'virtiofs', '9p', 'fuse.grpcfuse', 'apfs'])(
  'takes %s, which a laptop or a container volume may have',
  (kind) => expect(refusalOf({}, { point: '/srv', kind })).toBeUndefined(),
)

test('takes a place whose file system cannot be known', () => expect(refusalOf({}, undefined)).toBeUndefined())

test.each(['AWS_LAMBDA_FUNCTION_NAME', 'VERCEL', 'NETLIFY', 'K_SERVICE', 'FUNCTIONS_WORKER_RUNTIME', 'DYNO'])(
  'refuses a host that throws files away, known by %s, wherever DATA_DIR is',
  (marker) => {
    expect(refusalOf({ [marker]: 'set' }, onDisk)).toMatch(/^DATABASE_URL must be set on [^:]+: .+\.$/)
    expect(refusalOf({ [marker]: '' }, onDisk)).toBeUndefined()
  },
)

test.each(['FLY_APP_NAME', 'RAILWAY_ENVIRONMENT_ID', 'RENDER'])(
  'on a host known by %s takes a volume, and refuses what is not on one',
  (marker) => {
    expect(refusalOf({ [marker]: 'set' }, { point: '/srv', kind: 'ext4' })).toBeUndefined()
    expect(refusalOf({ [marker]: 'set' }, { point: '/', kind: 'overlay' })).toMatch(/must be on a volume/)
  },
)

test('with PostgreSQL it does not matter what DATA_DIR is', () => {
  const source = { DATABASE_URL: 'postgres://clinic@db.example/clinic', VERCEL: '1' }
  expect(refusalOf(source, { point: '/srv', kind: 'tmpfs' })).toBeUndefined()
  expect(placeWarning(given(source), { point: '/', kind: 'overlay' })).toBeUndefined()
})

test('warns of the inside of a container, and of nothing else', () => {
  expect(placeWarning(given(), { point: '/', kind: 'overlay' })).toMatch(/mount a volume at DATA_DIR\.$/)
  expect(placeWarning(given(), onDisk)).toBeUndefined()
})
