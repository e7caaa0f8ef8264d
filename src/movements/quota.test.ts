// Goal: a session's quota is exact however many lanes and programs ask at once, and the way home needs no place. Method: two recorders on one real database, with an order live.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReference } from '../app/load-reference.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs, parseInstant } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import type { Facts } from './facts.rules.ts'
import { ensureMonths } from './partitions.ts'
import type { MovementRequest } from './record.rules.ts'
import { Recorder } from './recorder.ts'
import { askedFor, openPoint, orderOf, session, sideAt } from './test-facts.ts'
import { deriveAgain } from './verdict.rules.ts'

const now = parseInstant('2026-11-20T09:00:00+07:00') ?? assert.fail()
const { database, url } = await openTestDatabase()
const law = await loadReference(database, now, civilDateAt(now, borderZone))
await database.pool.connect().then(async (client) => {
  await ensureMonths(client, now)
  client.release()
})

const limit = 30
const order: Order = orderOf({ sessions: [session('08:00', '09:30', { quota: limit }), session('10:30', '12:00', { quota: limit })] })
const book = { law, orders: new Map([[order.id, order]]) }
const around = { minutesBetween: () => null, tolledDays: () => [] }
const open = (lanes = 2) => new Recorder({ url, lanes, state: 'KH', law, orders: () => book.orders, around, now: () => now })
const point = openPoint()
const ordered = { ...point, sides: [sideAt('KH'), sideAt('TH', { orders: [order.id] })] }
const request = (holder: number, change: Partial<MovementRequest> = {}): MovementRequest => ({
  ...askedFor,
  id: newCommandId(epochMs(now)),
  fingerprint: `${holder} ${change.direction}`,
  occurredAt: now,
  point: ordered,
  quotaOrders: [order.id],
  document: { ...askedFor.document, number: `TH${String(holder).padStart(8, '0')}` },
  ...change,
})
const taken = async () => (await database.pool.query<{ taken: number }>('select taken from session_place')).rows.map((row) => row.taken)

test('more people than places, at two programs of two lanes each: exactly the quota passes, and each of the others hears of the next session', async () => {
  const recorders = [open(), open()]
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, holder) => recorders[holder % 2]?.submit(request(holder))).map(async (answer) => await answer),
  )
  await Promise.all(recorders.map((recorder) => recorder.close()))
  const verdicts = answers.map((answer) => (answer?.ok ? answer.value.verdict : assert.fail(JSON.stringify(answer))))
  assert.equal(verdicts.filter(({ outcome }) => outcome === 'admit').length, limit)
  const full = verdicts.filter(({ outcome }) => outcome === 'refuse')
  assert.equal(full.length, 80 - limit)
  for (const { findings } of full) {
    const said = findings.find(({ reason }) => reason === 'session-full')
    assert.deepEqual(said && 'about' in said && said.about, { order: order.number, next: '10:30', nextDay: '2026-11-20' })
  }
  assert.deepEqual(await taken(), [limit])
})

test('the way home takes no place and is not stopped by a full session', async () => {
  const recorder = open(1)
  const home = await recorder.submit(request(0, { direction: 'exit', occurredAt: instantOfMs(epochMs(now) + 120_000) as Instant }))
  await recorder.close()
  assert.equal(home.ok && home.value.verdict.outcome, 'admit')
  assert.deepEqual(await taken(), [limit])
})

test('every verdict given under the order derives again, byte for byte', async () => {
  const { rows } = await database.pool.query<{ body: { facts: Facts; verdict: object } }>("select body from event where type = 'MovementRecorded'")
  assert.equal(rows.length, 81)
  for (const { body } of rows) assert.deepEqual(deriveAgain(body.facts, book), body.verdict)
})
