import { join } from 'node:path'
import pg from 'pg'
import type { Law } from '../instruments/law.rules.ts'
import { borderZone, civilDateAt, type Instant } from '../kernel/time.ts'
import { ensureMonths } from '../movements/partitions.ts'
import { type Config, ConfigFault } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import { ensureLogins, faultsOfLogin, keptPasswords, type Logins } from '../platform/postgres/logins.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { loadReference } from './load-reference.ts'

export type Prepared = { readonly logins: Logins; readonly law: Law }

const serverVersionMin = 150_000

/** What the migrator does at each start, before the program connects as itself: is this database ours to use in this mode; tables, months, reference data, logins. `url` is the migrator's. @throws with one line a person can act on. */
export async function prepareDatabase(url: string, config: Config, now: Instant): Promise<Prepared> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  const migrator = openDatabase(url, 2)
  try {
    await mustBeUsable(client, config)
    await migrate(client)
    await markInstance(client, config, now)
    await ensureMonths(client, now)
    const law = await loadReference(migrator, now, civilDateAt(now, borderZone))
    const logins = await ensureLogins(client, url, keptPasswords(join(config.home, 'postgres.logins.json')))
    await mustBeFit(logins)
    return { logins, law }
  } finally {
    await migrator.close()
    await client.end()
  }
}

/** Months of movements and events around `now`. */
export async function addMonths(migrator: Database, now: Instant): Promise<void> {
  const client = await migrator.pool.connect()
  try {
    await ensureMonths(client, now)
  } finally {
    client.release()
  }
}

/** Asked before anything is written: made-up staff, whom anybody may become, and real people never share a database. */
async function mustBeUsable(client: pg.Client, { mode, state }: Config): Promise<void> {
  const { rows: versions } = await client.query<{ server_version_num: string }>('show server_version_num')
  if (Number(versions[0]?.server_version_num) < serverVersionMin)
    throw new Error(`Postgres 15 or newer is needed; this is ${versions[0]?.server_version_num}`)
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relkind in ('r', 'p')",
  )
  const tables = new Set(rows.map(({ name }) => name))
  if (tables.size === 0) return
  if (tables.has('instance_mark')) return mustBear(client, { mode, state })
  // Before marks there were only trials; their people are made up, or somebody typed in a real one.
  const trial = tables.has('migration') && tables.has('person')
  const { rows: real } = trial ? await client.query('select 1 from person where not made_up limit 1') : { rows: [] }
  if (mode === 'demonstration' && (!trial || real.length > 0))
    throw new ConfigFault(
      'The demonstration does not use a database that it did not make: give it an empty one, another SPEAN_HOME, or SPEAN_MODE=service.',
    )
  if (mode === 'service' && trial)
    throw new ConfigFault("This database is a trial's: SPEAN_MODE=service needs one of its own, since a trial had no sign-in.")
}

async function mustBear(client: pg.Client, { mode, state }: Pick<Config, 'mode' | 'state'>): Promise<void> {
  const { rows } = await client.query<{ mode: string; state: string }>('select mode, state from instance_mark')
  const [mark] = rows
  if (!mark) return
  if (mark.mode !== mode)
    throw new ConfigFault(
      mode === 'demonstration'
        ? 'The demonstration does not use a database of a real service: give it another SPEAN_HOME, or SPEAN_MODE=service.'
        : 'This database is a demonstration: its staff are made up and anybody may become them. SPEAN_MODE=service needs a database of its own.',
    )
  if (mark.state !== state) throw new ConfigFault(`This database is an instance of ${mark.state}: SPEAN_STATE=${state} needs another.`)
}

const markInstance = (client: pg.Client, { mode, state }: Config, now: Instant): Promise<unknown> =>
  client.query('insert into instance_mark (mode, state, made_at) values ($1, $2, $3) on conflict do nothing', [mode, state, now])

/** The start refuses a login that would walk through row-level security, whoever gave it that. */
async function mustBeFit(logins: Logins): Promise<void> {
  for (const [group, address] of Object.entries(logins)) {
    const faults = await faultsOfLogin(address)
    if (faults.length > 0) throw new ConfigFault(`The database login of the ${group} ${faults.join(', ')}: the program does not start with it.`)
  }
}
