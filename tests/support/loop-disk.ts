import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { folderOnDisk } from './disk-folder.ts'

const CAP_SYS_ADMIN = 1n << 21n
// EXT4_IOC_SHUTDOWN with NOLOGFLUSH: from now on nothing reaches the disk, not even what the journal holds.
const CUT = 'sysopen(my $disk, $ARGV[0], 0) or die "$!"; ioctl($disk, 0x8004587d, my $flags = pack("L", 2)) or die "$!"'
const BUSY_TRIES_MAX = 100

/** Why a disk of our own cannot be made here, or undefined. Who has the right to mount and still cannot is told so. */
export function whyNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux can cut the power of a single disk'
  const held = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return BigInt(`0x${held}`) & CAP_SYS_ADMIN ? undefined : 'this user may not mount a disk (run it as root)'
}

/** An ext4 disk in a file, on which the power can be cut and which can break. Remove it in the end. */
export function makeLoopDisk(megabytes: number) {
  const home = mkdtempSync(join(folderOnDisk(), 'clinic-disk-'))
  const image = join(home, 'image')
  const folder = join(home, 'disk')
  mkdirSync(folder)
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1024 * 1024)
  run('mkfs.ext4', ['-q', '-F', '-m', '0', image])
  run('mount', ['-o', 'loop', image, folder])

  return {
    folder,
    /** Cuts its power, now. */
    cut: () => void run('perl', ['-e', CUT, folder]),
    /** Makes it read-only, as Linux does with a disk that reports an error. */
    breakDown() {
      const device = basename(run('findmnt', ['-n', '-o', 'SOURCE', folder]).trim())
      run('mount', ['-o', 'remount,errors=remount-ro', folder])
      writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, '1')
    },
    /** Switches it off and on again: what was not on the disk is gone. Nobody may have a file open on it. */
    async restart() {
      await unmount(folder)
      spawnSync('e2fsck', ['-p', image], { env: environment() })
      run('mount', ['-o', 'loop', image, folder])
    },
    async remove() {
      await unmount(folder).catch(() => run('umount', ['-l', folder]))
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function unmount(folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { status, stderr } = spawnSync('umount', [folder], { encoding: 'utf8', env: environment() })
    if (status === 0) return
    if (tries === BUSY_TRIES_MAX) throw new Error(`The disk could not be switched off: ${stderr}`)
    await wait(20)
  }
}

function run(program: string, words: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8', env: environment() })
  if (status !== 0) throw new Error(`A disk to break needs "${program}", which said: ${error?.message ?? stderr}`)
  return stdout
}

const environment = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` })
