import { join } from 'node:path'
import { prepareDatabase } from '../../src/app/prepare-database.ts'
import type { Actor } from '../../src/identity/actor.rules.ts'
import type { AccountId } from '../../src/identity/grant.rules.ts'
import { statePlace } from '../../src/identity/place.rules.ts'
import type { AreaCode, CommandId, InstrumentId } from '../../src/kernel/code.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../../src/kernel/time.ts'
import { confirmMassRevocation, proposeMassRevocation } from '../../src/passes/mandates/mass-revocation.ts'
import { RevocationRunner } from '../../src/passes/mandates/revocation-runner.ts'
import { makePasses } from '../../src/passes/mandates/test-passes.ts'
import { statusesOf } from '../../src/passes/pass-state.store.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type Database, inTransaction, openDatabase } from '../../src/platform/database.ts'
import { newCommandId } from '../../src/platform/ids.ts'
import { newHome, removeHome } from './leave.ts'
import { startScratchPostgres } from './scratch-postgres.ts'
import type { Row } from './table.ts'

const limitSeconds = 60
const offices = ['KH:0102', 'KH:0103', 'KH:0104', 'KH:0109', 'KH:0110', 'KH:0201', 'KH:0202', 'KH:0203', 'KH:0204', 'KH:0205'] as AreaCode[]
const trial = 'kh/order-2024-01-01' as InstrumentId
/** Those to be revoked were signed in the second of the two hours. */
const hours = ['2026-11-10T02:00:00.000Z', '2026-11-10T03:00:00.000Z'] as Instant[]

/** From the second person's confirmation until every pass of the selection is revoked, has its event, and stands so in its status list. */
export async function benchRevoke({ quick }: { quick: boolean }): Promise<Row[]> {
  const each = quick ? 100 : 1000
  const home = newHome()
  const postgres = await startScratchPostgres(join(home, 'var'))
  const now = '2026-11-20T05:00:00.000Z' as Instant
  try {
    const { logins, law } = await prepareDatabase(postgres.url, readConfig({ SPEAN_HOME: join(home, 'var'), SPEAN_STATE: 'KH' }), now)
    const [administrator, database] = [openDatabase(postgres.url, 2), openDatabase(logins.app)]
    try {
      for (const [series, at] of hours.entries())
        for (const office of offices) await makePasses(administrator.pool, { office, mandate: `${office}/2024-01-01`, at, count: each, series })
      await administrator.pool.query('analyze')
      const [first, second] = [await deskPerson(administrator, 'first'), await deskPerson(administrator, 'second')]
      const count = each * offices.length
      const seconds = await revokeAll(database, { law, now, first, second, count })
      await assertWhole(administrator, count)
      return [
        {
          what: `revoke ${count} of ${count * 2} passes, confirmed to published`,
          ours: `${seconds.toFixed(1)} s`,
          against: '',
          wanted: `< ${limitSeconds} s`,
          holds: seconds < limitSeconds,
        },
      ]
    } finally {
      await Promise.all([administrator.close(), database.close()])
    }
  } finally {
    await postgres.stop()
    removeHome(home)
  }
}

type Task = { law: Parameters<typeof proposeMassRevocation>[0]['law']; now: Instant; first: Actor; second: Actor; count: number }

async function revokeAll(database: Database, { law, now, first, second, count }: Task): Promise<number> {
  const [, from = now] = hours
  const issuing = { database, law, state: 'KH' as const, now: () => now }
  const requestId = (): CommandId => newCommandId(epochMs(now))
  const until = instantOfMs(epochMs(from) + 3_600_000)
  const proposed = await proposeMassRevocation(issuing, {
    requestId: requestId(),
    actor: first,
    of: { instrument: trial },
    from,
    until,
    office: null,
    reason: 'a measurement',
  })
  if (!proposed.ok || proposed.value.found !== count) throw new Error(`proposed: ${JSON.stringify(proposed)}`)
  const started = performance.now()
  const confirmed = await confirmMassRevocation(issuing, { requestId: requestId(), actor: second, revocation: proposed.value.id })
  if (!confirmed.ok) throw new Error(`confirmed: ${JSON.stringify(confirmed)}`)
  await new RevocationRunner({ ...issuing, trust: { renew() {} } }).carryOut(confirmed.value)
  const { seq, struck } = await inTransaction(database, { job: 'publish', at: now }, (tx) => statusesOf(tx, 202_611))
  if (struck.length !== count || seq !== count) throw new Error(`the status list holds ${struck.length}, not ${count}`)
  return (performance.now() - started) / 1000
}

async function deskPerson(administrator: Database, name: string): Promise<Actor> {
  const place = statePlace('KH')
  const account = `bench-${name}` as AccountId
  const id = newCommandId(Date.now())
  await administrator.pool.query(
    "insert into role_grant (id, account, role, place, valid_from, granted_by, granted_at) values ($1, $2, 'interior-desk', 'KH', '2024-01-01', 'bench', '2024-01-01')",
    [id, account],
  )
  const grant = { id, account, role: 'interior-desk' as const, place, from: '2024-01-01' as CivilDate, lastDay: null, revokedAt: null }
  return { account, name, grants: [grant], nationalId: null, familyBook: null }
}

/** What was measured must also be right: these passes and no others, one event each. */
async function assertWhole({ pool }: Database, count: number): Promise<void> {
  const { rows } = await pool.query<{ revoked: number; active: number; events: number }>(
    `select count(*) filter (where state = 'revoked')::int as revoked, count(*) filter (where state = 'active')::int as active,
      (select count(distinct subject)::int from event where type = 'PassRevoked') as events from pass`,
  )
  const [row] = rows
  if (row?.revoked !== count || row.active !== count || row.events !== count) throw new Error(`not whole: ${JSON.stringify(row)}`)
}
