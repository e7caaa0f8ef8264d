// Goal: people who come again are found among five thousand, by a clerk and nobody else, and nobody of the register is without keys. Method: a real Postgres, the program's own login, planted variants.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import type { Instant } from '../kernel/time.ts'
import { inTransaction, openDatabase } from '../platform/database.ts'
import { ensureLogins, newPasswords } from '../platform/postgres/logins.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { fillMissingKeys } from './keep-keys.ts'
import { facesOf, findNearPeople, nearMax } from './near-people.queries.ts'
import { clerkAccount, fillRegister, grantClerk, idAt } from './test-register.ts'
import { kindAt, kinds, recordOf, variantOf } from './test-variants.ts'

const people = 5_000
const now = '2026-11-20T03:00:00.000Z' as Instant
const { database: migrator, url } = await openTestDatabase()
await grantClerk(migrator.pool)
const client = new pg.Client({ connectionString: url })
await client.connect()
const { app } = await ensureLogins(client, url, newPasswords())
await client.end()
const database = openDatabase(app, 2)
after(() => database.close())
await fillRegister(
  migrator,
  Array.from({ length: people }, (_, index) => ({ index, record: variantOf(kindAt(index), index).stored })),
  now,
)

const nearAs = (account: string, asked: Parameters<typeof findNearPeople>[1]) =>
  inTransaction(database, { account, at: now }, (tx) => findNearPeople(tx, asked))

test('recall: of each kind of coming again at least 95 of 100 are among five candidates', async () => {
  for (const kind of Object.keys(kinds)) {
    const indexes = Array.from({ length: people }, (_, index) => index)
      .filter((index) => kindAt(index) === kind)
      .slice(0, 60)
    const missed: number[] = []
    for (const index of indexes) {
      const found = await nearAs(clerkAccount, variantOf(kind, index).asked)
      assert.ok(found.length <= nearMax)
      assert.deepEqual(
        found.map(({ score }) => score),
        found.map(({ score }) => score).toSorted((a, b) => b - a),
      )
      if (!found.some(({ id }) => id === idAt(index))) missed.push(index)
    }
    assert.ok(missed.length <= indexes.length * 0.05, `${kind}: missed ${missed}`)
  }
})

test('strangers: at most one of twenty is shown anybody', async () => {
  const [first = ''] = Object.keys(kinds)
  let shown = 0
  for (let index = 5_000_001; index < 5_000_101; index += 1) if ((await nearAs(clerkAccount, variantOf(first, index).asked)).length > 0) shown += 1
  assert.ok(shown <= 5, `${shown} of 100`)
})

test('who takes no applications finds nobody; the keys themselves are shown to no login of the program', async () => {
  const { asked } = variantOf(kindAt(0), 0)
  assert.equal((await nearAs(clerkAccount, asked)).length > 0, true)
  assert.deepEqual(await nearAs('somebody-else', asked), [])
  for (const account of [clerkAccount, 'somebody-else'])
    await inTransaction(database, { account, at: now }, async (tx) => {
      assert.deepEqual(await tx.selectFrom('person_name_key').selectAll().execute(), [])
      assert.equal((await tx.deleteFrom('person_name_key').executeTakeFirst()).numDeletedRows, 0n)
      assert.deepEqual([...(await facesOf(tx, []))], [])
    })
  const forged = inTransaction(database, { account: clerkAccount, at: now }, (tx) =>
    tx
      .insertInto('person_name_key')
      .values({ cell: 0, person_id: idAt(0), key: 'SK', birth_date: '1990-01-01' })
      .execute(),
  )
  await assert.rejects(forged, /row-level security/)
})

test('odd texts find nobody and break nothing', async () => {
  const { asked } = variantOf(kindAt(0), 0)
  for (const text of ['', ' ', '%', "'; drop table person --", '\u202E', 'ក'.repeat(10_000), '្', '🙂'])
    await nearAs(clerkAccount, { ...asked, names: [text, text], nationalId: text })
})

test('missing keys are made in batches, once, and a stopped run goes on', async () => {
  const keys = async () => {
    const { rows } = await migrator.pool.query<{ n: number; of: number }>(
      'select count(*)::int as n, count(distinct person_id)::int as of from person_name_key',
    )
    return rows[0]
  }
  const made = await keys()
  assert.equal(made?.of, people)
  assert.equal(await fillMissingKeys(migrator, now), 0)
  // As a register of before: no keys, and rules of no version.
  await migrator.pool.query('delete from person_name_key')
  await migrator.pool.query('update person set name_keys = 0')
  let batches = 0
  const first = await fillMissingKeys(migrator, now, () => ++batches <= 2)
  assert.equal(first, 1_000)
  const [one, other] = await Promise.all([fillMissingKeys(migrator, now), fillMissingKeys(migrator, now)])
  assert.equal(first + one + other, people)
  assert.deepEqual(await keys(), made)
  const { asked } = variantOf(kindAt(7), 7)
  assert.ok(
    (await nearAs(clerkAccount, asked)).some(({ id }) => id === idAt(7)),
    recordOf(7).localName,
  )
})
