import type pg from 'pg'
import type { Instant } from '../kernel/time.ts'
import { type Database, inTransaction } from '../platform/database.ts'
import { keysVersion } from './name-key.rules.ts'
import { type KeyedPerson, saveKeys } from './person-name-key.store.ts'
import type { Record } from './test-variants.ts'

/** The id of the index-th made-up person of a register that was filled here; the last six bits are the cell. */
export const idAt = (index: number): string => `01900000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

const columns = [
  'local_name',
  'local_language',
  'given_name',
  'family_name',
  'birth_date',
  'nationality',
  'national_id',
  'home_area',
  'family_book',
] as const

/** Writes people as they are saved, keys and all; nothing of cases. As the migrator. */
export async function fillRegister(
  migrator: Database,
  people: readonly { readonly index: number; readonly record: Record }[],
  at: Instant,
): Promise<void> {
  const rows = people.map(({ index, record }) => ({
    ...{ cell: index % 64, id: idAt(index), local_name: record.localName, local_language: record.localLanguage, given_name: record.givenName },
    ...{ family_name: record.familyName, birth_date: record.birthDate, nationality: record.nationality, national_id: record.nationalId },
    ...{ home_area: record.homeArea, family_book: record.familyBook, sex: record.sex },
  }))
  const texts = columns.map((name) => rows.map((row) => row[name]))
  await migrator.pool.query(
    `insert into person (cell, id, sex, ${columns.join(', ')}, address, name_keys, made_up, created_at)
     select *, '', ${keysVersion}, true, $${columns.length + 4}::timestamptz from unnest($1::smallint[], $2::uuid[], $3::smallint[], ${columns
       .map((name, at) => `$${at + 4}::${name === 'birth_date' ? 'date' : 'text'}[]`)
       .join(', ')})`,
    [rows.map(({ cell }) => cell), rows.map(({ id }) => id), rows.map(({ sex }) => sex), ...texts, at],
  )
  await inTransaction(migrator, { job: 'reference', at }, (tx) => saveKeys(tx, rows satisfies KeyedPerson[]))
}

/** An account that is a clerk, as row-level security reads it. */
export const clerkAccount = 'a-clerk-of-the-test'
export const grantClerk = (pool: pg.Pool): Promise<unknown> =>
  pool.query(
    `insert into role_grant (id, account, role, place, valid_from, last_day, granted_by, granted_at)
     values ('01900000-0000-7000-8000-00000000c1e4', $1, 'clerk', 'KH:0109', '2020-01-01', null, 'test', '2020-01-01T00:00:00Z')`,
    [clerkAccount],
  )
