import { parseArgs } from 'node:util'
import { readReference } from '#lib/inquiries/reference.ts'
import { showAudit } from './upkeep-audit.ts'
import { deleteOne, purge } from './upkeep-delete.ts'
import { makeKey, reindex, rekey, showKeys } from './upkeep-key.ts'

export const UPKEEP_HELP = `
  npm run inquiries -- keys                which keys there are, and how much each opens
  npm run inquiries -- new-key [--escrow]  a fresh key in front of those in DATA_DIR/keys;
                                           --escrow: one more that opens everything, to be kept elsewhere
  npm run inquiries -- rekey [--drop <id>] seal everything for the keys of today; --drop shuts a key out
  npm run inquiries -- reindex             after INDEX_KEY changed: have the server write the index anew
  npm run inquiries -- purge [--dry-run]   delete what is past its retention; --dry-run only says what
      [--today 2026-11-22]                 the date, typed by you: then the clock is believed as it stands
  npm run inquiries -- delete <reference>  delete one inquiry for good; --yes asks nothing
  npm run inquiries -- verify-audit        whether the record of what was done is whole
      [--head <number>:<hash>]             and still holds the entry you wrote down earlier`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
type Act = () => Promise<void>

/** Each reads its words and gives back what to do, or nothing when it was asked wrongly. */
export const upkeepCommands: Record<string, (words: string[]) => Act | undefined> = {
  keys: (words) => read(words, {}) && showKeys,
  'new-key'(words) {
    const asked = read(words, { escrow: flag })
    return asked && (() => makeKey({ isEscrow: asked.values.escrow === true }))
  },
  rekey(words) {
    const asked = read(words, { drop: { ...text, multiple: true } })
    return asked && (() => rekey(asked.values.drop ?? []))
  },
  reindex: (words) => read(words, {}) && reindex,
  purge(words) {
    const asked = read(words, { 'dry-run': flag, today: text })
    return asked && (() => purge({ isDryRun: asked.values['dry-run'] === true, today: asked.values.today }))
  },
  delete(words) {
    const asked = read(words, { yes: flag }, 1)
    const reference = readReference(asked?.positionals[0] ?? '')
    return asked && reference ? () => deleteOne(reference, asked.values.yes === true) : undefined
  },
  'verify-audit'(words) {
    const asked = read(words, { head: text })
    const noted = /^(\d+):([0-9a-f]{64})$/.exec(asked?.values.head ?? '')
    if (!asked || (asked.values.head !== undefined && !noted)) return undefined
    return () => showAudit(noted ? { seq: Number(noted[1]), hash: String(noted[2]) } : undefined)
  },
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function read<const Asked extends Options>(words: string[], options: Asked, positionals = 0) {
  try {
    const asked = parseArgs({ args: words, options, allowPositionals: true })
    return asked.positionals.length === positionals ? asked : undefined
  } catch {
    return undefined
  }
}
