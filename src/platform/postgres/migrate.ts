import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { projectRoot } from '../config.ts'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string }

/** db/0001-name.sql …, in order. Forward only: a file that ran is never edited (its checksum is kept). */
export function readMigrations(folder = join(projectRoot, 'db')): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8')
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Runs what has not run, each in its own transaction. Two programs starting at once wait for each other on the table's lock. Returns how many ran. */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[] = readMigrations()): Promise<number> {
  await client.query(`create table if not exists migration (
    number int primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`)
  let ran = 0
  for (const migration of migrations) {
    await client.query('begin')
    try {
      await client.query('lock table migration in exclusive mode')
      const { rows } = await client.query<{ sha256: string }>('select sha256 from migration where number = $1', [migration.number])
      const [applied] = rows
      if (applied && applied.sha256 !== migration.sha256)
        throw new Error(`Migration ${migration.number}-${migration.name} was changed after it ran: put the file back and write a new one.`)
      if (!applied) {
        await client.query(migration.sql)
        await client.query('insert into migration (number, name, sha256) values ($1, $2, $3)', [migration.number, migration.name, migration.sha256])
        ran += 1
      }
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
  return ran
}
