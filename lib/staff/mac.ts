import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Db, Schema } from '#lib/db/schema.ts'

/** The database, and the key without which no row about a person's access is believed. */
export type Store = { db: Db; staffKey: Buffer }

type Row<Table extends keyof Schema, Column extends keyof Schema[Table]> = Pick<Schema[Table], Column>

/** What of a row nobody may change who only writes to the database. */
const bound = {
  staff: ({ id, name, role, disabled_at }: Row<'staff', 'id' | 'name' | 'role' | 'disabled_at'>) => [
    id,
    name,
    role,
    disabled_at,
  ],
  passkey: ({ id, staff_id, public_key }: Row<'passkey', 'id' | 'staff_id' | 'public_key'>) => [
    id,
    staff_id,
    public_key.toString('base64url'),
  ],
  recovery_code: ({ hash, staff_id }: Row<'recovery_code', 'hash' | 'staff_id'>) => [hash, staff_id],
  enrolment: ({ hash, staff_id, expires_at }: Row<'enrolment', 'hash' | 'staff_id' | 'expires_at'>) => [
    hash,
    staff_id,
    expires_at,
  ],
  session: ({ hash, id, staff_id, created_at }: Row<'session', 'hash' | 'id' | 'staff_id' | 'created_at'>) => [
    hash,
    id,
    staff_id,
    created_at,
  ],
}

type Bound = { [Table in keyof typeof bound]: Parameters<(typeof bound)[Table]>[0] }

/** Made from a key that every process with an inbox has, and none that serves the public. */
export function staffKeyFrom(indexKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', indexKey, '', 'staff-rows', 32))
}

/** A row as it is stored: with the mark of a process that holds the key. */
export function withMac<Table extends keyof Bound, Given extends Bound[Table]>(key: Buffer, table: Table, row: Given) {
  return { ...row, mac: macOf(key, table, row) }
}

/** Whether a process that holds the key wrote this row as it stands. */
export function isOurs<Table extends keyof Bound>(
  key: Buffer,
  table: Table,
  { mac, ...row }: Bound[Table] & { mac: string },
): boolean {
  const [found, right] = [Buffer.from(mac), Buffer.from(macOf(key, table, row as unknown as Bound[Table]))]
  return found.length === right.length && timingSafeEqual(found, right)
}

/** What a query says of a person who works here, beside their id, for `isColleague`. */
export const colleagueColumns = ['staff.name', 'staff.role', 'staff.mac as staff_mac'] as const

/** Whether somebody whose row says that they work here does, under the name and in the role it says. */
export function isColleague(
  key: Buffer,
  { staff_id, name, role, staff_mac }: { staff_id: string; name: string; role: 'staff' | 'manager'; staff_mac: string },
): boolean {
  return isOurs(key, 'staff', { id: staff_id, name, role, disabled_at: null, mac: staff_mac })
}

function macOf<Table extends keyof Bound>(key: Buffer, table: Table, row: Bound[Table]): string {
  const partsOf = bound[table] as (row: Bound[Table]) => unknown[]
  return createHmac('sha256', key)
    .update(JSON.stringify([table, ...partsOf(row)]))
    .digest('base64url')
}
