// Goal: the database refuses too, and its schema keeps the growth rules. Method: the catalogue of a migrated database, on the same Postgres as a person's.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import type { Instant } from '../../kernel/time.ts'
import { outcomes } from '../../movements/verdict-table.rules.ts'
import { applicationStates, rejectionGrounds } from '../../passes/application.rules.ts'
import { powers } from '../../passes/mandate.rules.ts'
import { countedThings } from '../../passes/numbers/counters.rules.ts'
import { passStates } from '../../passes/pass.rules.ts'
import { paymentHows, refundReasons, requestStates } from '../../payments/charge.rules.ts'
import { complaintStates, complaintSubjects } from '../../portal/complaint.rules.ts'
import { reportOutcomes } from '../../portal/report.rules.ts'
import { projectRoot } from '../config.ts'
import { inTransaction } from '../database.ts'
import { startEmbedded } from './embedded.ts'
import { migrate, readMigrations } from './migrate.ts'
import { describeSchema } from './schema.ts'
import { openTestDatabase } from './test-cluster.ts'

const { database } = await openTestDatabase()
const schemaFile = join(projectRoot, 'db', 'schema.txt')

test('the committed schema is what the migrations make', async () => {
  const made = await describeSchema(database.pool)
  // After a new migration: SPEAN_TEST_WRITE_SCHEMA=1 npm test database
  if (process.env['SPEAN_TEST_WRITE_SCHEMA']) writeFileSync(schemaFile, made)
  assert.equal(made, readFileSync(schemaFile, 'utf8'))
})

test('migrations run once; a changed one is refused', async () => {
  const client = await database.pool.connect()
  try {
    assert.equal(await migrate(client), 0)
    const changed = readMigrations().map((migration) => ({ ...migration, sha256: 'other' }))
    await assert.rejects(migrate(client, changed), /was changed after it ran/)
  } finally {
    client.release()
  }
})

test('a person’s database is durable: what is acknowledged is on disk', async () => {
  const home = mkdtempSync(join(tmpdir(), 'spean-durable-'))
  const cluster = await startEmbedded(join(home, 'var'), 0)
  const client = new pg.Client({ connectionString: cluster.url })
  try {
    await client.connect()
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const { rows } = await client.query(`show ${setting}`)
      assert.equal(rows[0]?.[setting], 'on')
    }
  } finally {
    await client.end()
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
  }
})

const lists: [constraint: string, values: readonly string[]][] = [
  ['application_state_check', applicationStates],
  ['application_ground_check', rejectionGrounds],
  ['office_count_day_what_check', countedThings],
  ['pass_state_check', passStates],
  ['mandate_powers_check', powers],
  ['movement_outcome_check', outcomes],
  ['payment_how_check', paymentHows],
  ['payment_request_state_check', requestStates],
  ['refund_task_reason_check', refundReasons],
  ['complaint_state_check', complaintStates],
  ['complaint_about_check', complaintSubjects],
  ['lost_report_outcome_check', reportOutcomes],
]
for (const [constraint, values] of lists)
  test(`${constraint} lists what the code lists`, async () => {
    const { rows } = await database.pool.query<{ rule: string }>(
      'select pg_get_constraintdef(oid) as rule from pg_constraint where conname = $1 limit 1',
      [constraint],
    )
    assert.deepEqual([...(rows[0]?.rule ?? '').matchAll(/'([\w-]+)'/g)].map((match) => match[1]).sort(), [...values].sort())
  })

/** Tables bound to a holder: every key of theirs begins with the cell (growth rule 1). */
const holderBound = [
  'person',
  'person_name_key',
  'photo',
  'application',
  'pass',
  'signing_row',
  'stay',
  'movement',
  'event',
  'charge',
  'payment_request',
  'payment',
  'payment_reversal',
  'refund_task',
  'day_close_line',
  'vehicle_sheet',
  'vehicle_sheet_rider',
  'goods_sheet',
  'goods_line',
]
test('growth: every key of a holder-bound table begins with its cell; no sequences, triggers or rules', async () => {
  const { rows } = await database.pool.query<{ table: string; index: string; first: string }>(
    `select c.relname as table, i.relname as index, a.attname as first from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0] where x.indisunique and c.relname = any($1)`,
    [holderBound],
  )
  assert.ok(rows.length >= holderBound.length)
  assert.deepEqual(
    rows.filter(({ first }) => first !== 'cell'),
    [],
  )
  const engine = await database.pool.query(
    // Who may do what changes rarely, and its version must move whoever changes it (db/0012).
    "select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace union all select tgname from pg_trigger where not tgisinternal and tgname <> 'authority_moved'",
  )
  assert.deepEqual(engine.rows, [])
})

test('no function is kept that nothing asks: each is named in the code, in a policy, a constraint, a trigger or another function', async () => {
  const { rows } = await database.pool.query<{ name: string; body: string }>(
    "select p.proname as name, p.prosrc as body from pg_proc p where p.pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')",
  )
  const { rows: rules } = await database.pool.query<{ text: string }>(
    `select concat(qual, ' ', with_check) as text from pg_policies union all select pg_get_constraintdef(oid) from pg_constraint
     union all select pg_get_triggerdef(oid) from pg_trigger union all select indexdef from pg_indexes where schemaname = 'public'`,
  )
  const source = join(projectRoot, 'src')
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const texts = [...rules.map(({ text }) => text), ...code.map((path) => readFileSync(join(source, path), 'utf8'))].join('\n')
  const isAsked = (name: string) =>
    new RegExp(`\\b${name}\\b`).test(texts) || rows.some((other) => other.name !== name && new RegExp(`\\b${name}\\b`).test(other.body))
  assert.ok(rows.length > 50)
  assert.deepEqual(
    rows.map(({ name }) => name).filter((name) => !isAsked(name)),
    [],
  )
})

test('one live pass a person is the database’s own rule', async () => {
  const { rows } = await database.pool.query<{ indexdef: string }>("select indexdef from pg_indexes where indexname = 'pass_one_live'")
  assert.match(rows[0]?.indexdef ?? '', /UNIQUE INDEX .*\(cell, person_id\) WHERE .*active.*suspended/)
})

test('a transaction that loses a race runs again, and both add up', async () => {
  await database.pool.query("insert into office_series (office, kind, next) values ('KH:01', 'pass', 1)")
  await Promise.all(
    Array.from({ length: 10 }, () =>
      inTransaction(database, { job: 'reference', at: '2026-11-20T01:30:00.000Z' as Instant }, async (tx) => {
        const { next } = await tx.selectFrom('office_series').select('next').where('office', '=', 'KH:01').forUpdate().executeTakeFirstOrThrow()
        await tx
          .updateTable('office_series')
          .set({ next: next + 1 })
          .where('office', '=', 'KH:01')
          .execute()
      }),
    ),
  )
  const { rows } = await database.pool.query("select next from office_series where office = 'KH:01'")
  assert.equal(rows[0]?.next, 11)
})
