// Goal: a session's quota is exact however many lanes and programs ask at once, the way home needs no place, and an undoing frees the one it took. Method: two recorders on one real database, with an order live.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadReference } from '../app/load-reference.ts'
import type { CommandId } from '../kernel/code.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs, parseInstant } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { watchesNobody } from './ask-watchlist.ts'
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
let clock = now
const parts = { url, state: 'KH', law, around, watchlist: watchesNobody, lateHours: () => 24, now: () => clock } as const
const open = (lanes = 2) => new Recorder({ ...parts, lanes, orders: () => book.orders })
const later = (seconds: number): Instant => instantOfMs(epochMs(now) + seconds * 1000)
const atMinute = (minute: number, second = 0): Instant => later((minute - 540) * 60 + second)
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

/** Somebody who got a place: whoever of the eighty it was. */
let admitted = -1

test('more people than places, at two programs of two lanes each: exactly the quota passes, and each of the others hears of the next session', async () => {
  const recorders = [open(), open()]
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, holder) => recorders[holder % 2]?.submit(request(holder))).map(async (answer) => await answer),
  )
  await Promise.all(recorders.map((recorder) => recorder.close()))
  const verdicts = answers.map((answer) => (answer?.ok ? answer.value.verdict : assert.fail(JSON.stringify(answer))))
  assert.equal(verdicts.filter(({ outcome }) => outcome === 'admit').length, limit)
  admitted = verdicts.findIndex(({ outcome }) => outcome === 'admit')
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
  const home = await recorder.submit(request(admitted, { direction: 'exit', occurredAt: later(120) }))
  await recorder.close()
  assert.equal(home.ok && home.value.verdict.outcome, 'admit')
  assert.deepEqual(await taken(), [limit])
})

/** Undone by whoever recorded it, `after` so many seconds. */
const undoing = (recorder: Recorder, movement: CommandId, { after = 30, requestId = newCommandId(epochMs(now)) } = {}) =>
  recorder.undo({
    ...{ requestId, movement, reason: 'wrong person', said: movement, actor: askedFor.actor, secondsMax: 60 },
    ...{ now: instantOfMs(epochMs(clock) + after * 1000), at: () => ({ leads: false }) },
  })
/** Movements of people who came in and are here. */
const inside = async (count: number) =>
  (
    await database.pool.query<{ id: CommandId }>(
      "select m.id from movement m join stay s on s.cell = m.cell and s.opened_by = m.id where m.undone_at is null and s.state = 'open' limit $1",
      [count],
    )
  ).rows.map(({ id }) => id)
const outcomeOf = (answer: Awaited<ReturnType<Recorder['submit']>>) => (answer.ok ? answer.value.verdict.outcome : answer.refusal.code)

test('ten undoings at once of one admitted movement free exactly one place; the next in the line gets it, and the one after is told the next session', async () => {
  const recorder = open()
  const [first, second, third] = [200, 201, 202].map((holder) => request(holder))
  assert.ok(first && second && third)
  assert.equal(outcomeOf(await recorder.submit(first)), 'refuse')
  const [movement = assert.fail()] = await inside(1)
  const undone = await Promise.all(Array.from({ length: 10 }, () => undoing(recorder, movement)))
  assert.deepEqual([undone.filter(({ ok }) => ok).length, await taken()], [1, [limit - 1]])
  assert.deepEqual([outcomeOf(await recorder.submit(second)), await taken()], ['admit', [limit]])
  assert.deepEqual([outcomeOf(await recorder.submit(third)), await taken()], ['refuse', [limit]])
  // Who was refused or was on the way home took no place, and gives none back. One command that comes again does nothing again.
  assert.equal((await undoing(recorder, first.id)).ok, true)
  const home = request(201, { direction: 'exit', occurredAt: later(120) })
  assert.equal(outcomeOf(await recorder.submit(home)), 'admit')
  assert.equal((await undoing(recorder, home.id)).ok, true)
  assert.deepEqual(await taken(), [limit])
  const requestId = newCommandId(epochMs(now))
  const again = await Promise.all(Array.from({ length: 10 }, () => undoing(recorder, second.id, { requestId })))
  assert.deepEqual([again.filter((each) => each.ok && !each.value.again).length, again.every(({ ok }) => ok), await taken()], [1, true, [limit - 1]])
  assert.equal((await undoing(recorder, second.id, { after: 61 })).ok, false)
  assert.deepEqual(await taken(), [limit - 1])
  await recorder.close()
})

test('a place of a session that has ended meanwhile is freed in that session, for who reached the line before it ended; also where the order is not known yet', async () => {
  clock = atMinute(569, 50)
  const last = { ...point, sides: [sideAt('KH', { minute: 569 }), sideAt('TH', { minute: 569, orders: [order.id] })] }
  const recorder = open()
  const movement = request(300, { occurredAt: clock, point: last })
  assert.deepEqual([outcomeOf(await recorder.submit(movement)), await taken()], ['admit', [limit]])
  // Another program, which has not read the orders again.
  const behind = new Recorder({ ...parts, lanes: 1, orders: () => new Map() })
  assert.deepEqual([(await undoing(behind, movement.id)).ok, await taken()], [true, [limit - 1]])
  await behind.close()
  clock = atMinute(571)
  const waited = { occurredAt: clock, point: last, arrival: { at: atMinute(569), by: 'first-scan' as const } }
  assert.deepEqual([outcomeOf(await recorder.submit(request(301, waited))), await taken()], ['admit', [limit]])
  assert.deepEqual([outcomeOf(await recorder.submit(request(302, waited))), await taken()], ['refuse', [limit]])
  await recorder.close()
  clock = now
})

test('an undoing against two programs with two lanes each, eight in the line: places taken are those of who is admitted and was not undone, ten times', async () => {
  const recorders = [open(), open()]
  const [one = assert.fail(), two = assert.fail()] = recorders
  for (let round = 0; round < 10; round += 1) {
    const [first = assert.fail(), second = assert.fail()] = await inside(2)
    const [undone, also, ...answers] = await Promise.all([
      undoing(one, first),
      undoing(two, second),
      ...Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? one : two).submit(request(1000 + round * 8 + index))),
    ])
    assert.deepEqual(
      [undone, also].filter(({ ok }) => !ok),
      [],
    )
    assert.ok(answers.every((answer) => answer.ok))
    const [count] = (
      await database.pool.query<{ n: number }>(
        "select count(*)::int as n from movement where outcome = 'admit' and direction = 'entry' and undone_at is null",
      )
    ).rows
    assert.deepEqual(await taken(), [count?.n])
    assert.ok((count?.n ?? 0) <= limit)
    // Whoever comes next finds room for exactly what is left.
    const more = await Promise.all(Array.from({ length: 3 }, (_, index) => one.submit(request(2000 + round * 3 + index))))
    assert.equal(more.filter((answer) => outcomeOf(answer) === 'admit').length, limit - (count?.n ?? 0))
    assert.deepEqual(await taken(), [limit])
  }
  await Promise.all(recorders.map((recorder) => recorder.close()))
})

test('every verdict given under the order derives again, byte for byte', async () => {
  const { rows } = await database.pool.query<{ body: { facts: Facts; verdict: object } }>("select body from event where type = 'MovementRecorded'")
  assert.ok(rows.length > 81)
  for (const { body } of rows) assert.deepEqual(deriveAgain(body.facts, book), body.verdict)
})
