import type { Env } from '#lib/env.ts'
import { type Mount, mountOf } from './mount.ts'

type Marker = Env['hostMarkers'][number]

/** Gone when the machine restarts. */
const inMemory = /^(tmpfs|ramfs)$/
// SQLite's journal needs memory and locks that all processes share, and no file system over a network gives both.
// Those of virtual machines on one computer (virtiofs, 9p under Windows) are not refused: people develop on them.
const overNetwork =
  /^(nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|lustre|beegfs|gfs2|ocfs2|fuse\.(sshfs|s3fs|gcsfuse|rclone|glusterfs|ceph|mount-s3|goofys|blobfuse2?|davfs.*|cephfs|nfs))$/

/** Hosts that throw a program's files away between two visits or at every new version, by the variable that tells. */
const forgetfulHosts: Partial<Record<Marker, string>> = {
  AWS_LAMBDA_FUNCTION_NAME: 'AWS Lambda',
  VERCEL: 'Vercel',
  NETLIFY: 'Netlify',
  K_SERVICE: 'Google Cloud Run',
  FUNCTIONS_WORKER_RUNTIME: 'Azure Functions',
  DYNO: 'Heroku',
}
/** Hosts that throw files away too, except those on a volume mounted for them. */
const hostsWithVolumes: Partial<Record<Marker, string>> = {
  FLY_APP_NAME: 'Fly.io',
  RAILWAY_ENVIRONMENT_ID: 'Railway',
  RENDER: 'Render',
}

type Place = Pick<Env, 'databaseUrl' | 'dataDir' | 'hostMarkers'>

/** Throws one sentence that says what to do when inquiries kept in DATA_DIR would not last. */
export function refuseForgetfulPlace(place: Place, mount = mountOf(place.dataDir)): void {
  const reason = place.databaseUrl ? undefined : reasonAgainst(place, mount)
  if (reason) throw new PlaceError(reason)
}

/** What the person who starts it should know about a place that is not refused. */
export function placeWarning(place: Place, mount = mountOf(place.dataDir)): string | undefined {
  if (place.databaseUrl || mount?.kind !== 'overlay') return undefined
  return 'Messages are kept inside the container and go when it is removed: mount a volume at DATA_DIR.'
}

class PlaceError extends Error {
  override readonly name = 'PlaceError'
}

function reasonAgainst({ hostMarkers: markers }: Place, mount: Mount | undefined): string | undefined {
  const forgetful = markers.map((marker) => forgetfulHosts[marker]).find(Boolean)
  if (forgetful)
    return `DATABASE_URL must be set on ${forgetful}: it throws away the files of a program, and inquiries with them.`

  const withVolumes = markers.map((marker) => hostsWithVolumes[marker]).find(Boolean)
  if (withVolumes && mount?.point === '/')
    return `DATA_DIR must be on a volume on ${withVolumes}, which throws away all other files: mount one, or set DATABASE_URL.`

  if (mount && inMemory.test(mount.kind))
    return `DATA_DIR is kept in memory (${mount.kind}), so inquiries would be lost: set it to a folder on a disk, or set DATABASE_URL.`
  if (mount && overNetwork.test(mount.kind))
    return `DATA_DIR is on a network file system (${mount.kind}), where SQLite can lose inquiries: set it to a folder on a local disk, or set DATABASE_URL.`
  return undefined
}
