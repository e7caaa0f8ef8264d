import type pg from 'pg'
import { civilDateAt, type Instant } from '../kernel/time.ts'

const tables = ['movement', 'event'] as const
/** Months of room: a late device's record finds its partition, and a month's end finds the next one made. */
const monthsBack = 24
const monthsAhead = 3

/** Makes the monthly partitions around `now` that are missing. A month that already has rows in the DEFAULT partition keeps them there. */
export async function ensureMonths(client: pg.ClientBase, now: Instant): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select relname as name from pg_class where relkind = 'r' and relispartition")
  const made = new Set(rows.map((row) => row.name))
  const first = Temporal.PlainDate.from(civilDateAt(now, 'UTC')).with({ day: 1 })
  for (let offset = -monthsBack; offset <= monthsAhead; offset += 1) {
    const from = first.add({ months: offset })
    for (const table of tables) {
      const name = `${table}_${from.toString().slice(0, 7).replace('-', '_')}`
      if (made.has(name)) continue
      const range = `from ('${from.toString()} 00:00:00+00') to ('${from.add({ months: 1 }).toString()} 00:00:00+00')`
      await client.query(`create table if not exists ${name} partition of ${table} for values ${range}`).catch((error: { code?: string }) => {
        // 23514: the DEFAULT partition holds rows of this month.
        if (error.code !== '23514') throw error
      })
    }
  }
}
