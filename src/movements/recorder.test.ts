// Goal: the record stays exact when two programs write at once, when one item of a batch is poison, and when the database is away. Method: recorders on one real database, many movements at a time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { loadReference } from '../app/load-reference.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs, parseInstant } from '../kernel/time.ts'
import type { Order } from '../places/order.rules.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { watchesNobody } from './ask-watchlist.ts'
import { ensureMonths } from './partitions.ts'
import type { MovementRequest } from './record.rules.ts'
import { Recorder } from './recorder.ts'
import { askedFor } from './test-facts.ts'

const now = parseInstant('2026-11-20T09:00:00+07:00') ?? assert.fail()
const { database, url } = await openTestDatabase()
const law = await loadReference(database, now, civilDateAt(now, borderZone))
await database.pool.connect().then(async (client) => {
  await ensureMonths(client, now)
  client.release()
})

const orders = new Map<string, Order>()
const around = { minutesBetween: () => null, tolledDays: () => [] }
const later = (minutes: number): Instant => instantOfMs(epochMs(now) + minutes * 60_000)
const open = (lanes = 2) =>
  new Recorder({
    url,
    lanes,
    state: 'KH',
    law,
    orders: () => orders,
    around,
    watchlist: watchesNobody,
    lateHours: () => 24,
    now: () => later(24 * 60),
  })
/** A partner's pass, so that no register is needed: a Thai holder entering, or leaving. */
const request = (holder: number, minutes: number, change: Partial<MovementRequest> = {}): MovementRequest => ({
  id: newCommandId(epochMs(later(minutes))),
  fingerprint: `${holder} ${minutes} ${JSON.stringify(change)}`,
  occurredAt: later(minutes),
  ...askedFor,
  document: { ...askedFor.document, number: `TH${String(holder).padStart(8, '0')}` },
  ...change,
})
/** Waits for what another connection does. */
async function until(is: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400 && !(await is()); turn += 1) await wait(25)
}
const count = async (text: string): Promise<number> =>
  Number((await database.pool.query<{ n: number }>(`select count(*)::int as n from ${text}`)).rows[0]?.n)

test('two programs recording the same holders at once: one stay each, counters equal rows', async () => {
  const [one, other] = [open(), open()]
  const holders = Array.from({ length: 40 }, (_, holder) => holder)
  const answers = await Promise.all(holders.flatMap((holder) => [one, other].map((recorder) => recorder.submit(request(holder, 0)))))
  await Promise.all([one.close(), other.close()])
  const made = answers.filter((answer) => answer.ok)
  const repeats = answers.filter((answer) => !answer.ok && answer.refusal.code === 'movement.repeat')
  assert.deepEqual([made.length, repeats.length], [40, 40])
  assert.deepEqual([await count("stay where state = 'open'"), await count('movement'), await count('event')], [40, 40, 80])
  const counted = await database.pool.query<{ n: number }>('select sum(n)::int as n from movement_count_day')
  assert.equal(counted.rows[0]?.n, 40)
})

test('several movements of one holder in one batch see each other', async () => {
  const recorder = open(1)
  const steps: [minutes: number, direction: 'entry' | 'exit'][] = [
    [10, 'entry'],
    [20, 'exit'],
    [30, 'entry'],
    [40, 'entry'],
    [50, 'exit'],
  ]
  const answers = await Promise.all(steps.map(([minutes, direction]) => recorder.submit(request(500, minutes, { direction }))))
  await recorder.close()
  assert.deepEqual(
    answers.map((answer) => (answer.ok ? [answer.value.verdict.outcome, answer.value.stayNumber] : answer.refusal.code)),
    [
      ['admit', 1],
      ['admit', 1],
      ['admit', 2],
      ['admit-with-flag', 3],
      ['admit', 3],
    ],
  )
  const { rows } = await database.pool.query(
    "select s.number, s.state from stay s join movement m on m.holder_id = s.holder_id where m.document_number = 'TH00000500' group by 1, 2 order by 1",
  )
  assert.deepEqual(rows, [
    { number: 1, state: 'closed' },
    { number: 2, state: 'unmatched' },
    { number: 3, state: 'closed' },
  ])
})

test('an undoing opens a stay again while a lane writes the next: one of them decides again, and one stay at most is open', async () => {
  const recorder = open(1)
  // Out again, or home once more: both found the stay over.
  for (const [holder, direction] of [[520, 'entry'] as const, [521, 'exit'] as const]) {
    await recorder.submit(request(holder, 0))
    const home = request(holder, 10, { direction: 'exit' })
    assert.ok((await recorder.submit(home)).ok)
    await recorder.submit(request(holder + 10, 15, { direction }))
    // The lane's statement is held at its counter, after it wrote the next stay; an undoing counts in a row of its own.
    const held = await database.pool.connect()
    await held.query('begin')
    await held.query('select 1 from movement_count_day where shard = 0 for update')
    const next = recorder.submit(request(holder, 20, { direction }))
    const waiting = () =>
      count("pg_stat_activity where application_name = 'spean recorder' and datname = current_database() and wait_event_type = 'Lock'")
    await until(async () => (await waiting()) >= 1)
    let isThrough = false
    const undone = recorder
      .undo({
        ...{ requestId: newCommandId(epochMs(later(30))), movement: home.id, reason: 'wrong', said: '', actor: home.actor, now: later(24 * 60) },
        ...{ secondsMax: 60, at: () => ({ leads: true }) },
      })
      .finally(() => {
        isThrough = true
      })
    await until(async () => isThrough || (await waiting()) >= 2)
    await held.query('rollback')
    held.release()
    const [answer, undoing] = await Promise.all([next, undone])
    assert.ok(answer.ok)
    const { rows } = await database.pool.query(
      'select number, state from stay where holder_id = (select holder_id from movement where document_number = $1 limit 1) order by number',
      [`TH${String(holder).padStart(8, '0')}`],
    )
    const second = direction === 'entry' ? 'open' : 'unmatched'
    assert.deepEqual(rows, [
      { number: 1, state: 'closed' },
      { number: 2, state: second },
    ])
    assert.equal(undoing.ok ? 'undone' : undoing.refusal.code, 'undo.not-last')
  }
  await recorder.close()
})

test('a movement from before the last one is flagged and changes no stay', async () => {
  const recorder = open(1)
  await recorder.submit(request(550, 60))
  const late = await recorder.submit(request(550, 30, { direction: 'exit' }))
  await recorder.close()
  assert.deepEqual(late.ok && [late.value.verdict.outcome, late.value.stayNumber, late.value.verdict.findings.at(-1)?.reason], [
    'admit-with-flag',
    null,
    'arrived-late',
  ])
  const { rows } = await database.pool.query(
    "select s.state from stay s join movement m on m.holder_id = s.holder_id and m.direction = 'entry' where m.document_number = 'TH00000550'",
  )
  assert.deepEqual(rows, [{ state: 'open' }])
})

test('told after the hours that a lane may be offline, a movement is flagged with both moments; who is inside is what it says', async () => {
  const recorder = open(1)
  const told: [name: string, hoursLater: number, minutes: number, reasons: string[]][] = [
    ['at once', 0, 0, []],
    ['as many hours later', 24, 0, []],
    ['a minute more', 24, 1, ['told-late']],
    ['three days later', 72, 0, ['told-late']],
  ]
  for (const [index, [name, hours, minutes, reasons]] of told.entries()) {
    const asked = request(570 + index, 0)
    const answer = await recorder.submit({ ...asked, toldAt: later(hours * 60 + minutes) })
    assert.ok(answer.ok, name)
    const { verdict, stayNumber } = answer.value
    const flags = verdict.findings.filter(({ reason }) => reason === 'told-late')
    assert.deepEqual(
      [flags.map(({ reason }) => reason), verdict.outcome, stayNumber],
      [reasons, reasons.length > 0 ? 'admit-with-flag' : 'admit', 1],
      name,
    )
    const about = { happened: asked.occurredAt, told: later(hours * 60 + minutes), hours }
    assert.deepEqual(
      flags.map((each) => each.about),
      reasons.map(() => about),
      name,
    )
  }
  // From before the last movement it changes no stay, told late or not.
  const before = await recorder.submit(request(570, -60, { direction: 'exit', toldAt: later(72 * 60) }))
  await recorder.close()
  assert.ok(before.ok)
  assert.deepEqual(
    [before.value.stayNumber, before.value.verdict.findings.flatMap(({ effect, reason }) => (effect === 'admit' ? [] : [reason]))],
    [null, ['arrived-late', 'told-late']],
  )
  assert.equal(
    await count(
      "stay s join movement m on m.holder_id = s.holder_id and m.stay_number = s.number where s.state = 'open' and m.document_number like 'TH0000057_'",
    ),
    4,
  )
})

test('a partner’s pass that bears a number of ours never touches our holder', async () => {
  await database.pool.query("insert into pass_number values ('TH00000560', 5, '01980000-0000-7000-8000-000000000005')")
  const recorder = open(1)
  const answer = await recorder.submit(request(560, 0))
  await recorder.close()
  const { rows } = await database.pool.query("select holder_id from movement where document_number = 'TH00000560'")
  assert.ok(answer.ok && rows.length === 1 && rows[0]?.holder_id !== '01980000-0000-7000-8000-000000000005')
})

test('a poison item fails alone; the good ones of its batch are recorded', async () => {
  const recorder = open(1)
  const before = await count('movement')
  const poison = request(601, 0, { lane: 'a\u0000b' })
  const all = [request(600, 0), poison, ...Array.from({ length: 20 }, (_, index) => request(610 + index, 0))]
  const settled = await Promise.allSettled(all.map((each) => recorder.submit(each)))
  await recorder.close()
  assert.deepEqual(settled.map(({ status }) => status).filter((status) => status === 'rejected').length, 1)
  assert.equal(settled[1]?.status, 'rejected')
  assert.equal((await count('movement')) - before, 21)
})

test('the same id for another holder is refused, in whatever lane it lands', async () => {
  const recorder = open(4)
  const first = request(700, 0)
  const answers = await Promise.all(
    [first, ...Array.from({ length: 8 }, (_, index) => request(701 + index, 0, { id: first.id }))].map((each) => recorder.submit(each)),
  )
  await recorder.close()
  assert.deepEqual(
    [answers.filter((answer) => answer.ok).length, answers.filter((answer) => !answer.ok && answer.refusal.code === 'request.id-reused').length],
    [1, 8],
  )
})

test('an id whose time lies in no month we made goes to the default partition', async () => {
  const recorder = open(1)
  const odd = request(800, 0, { id: newCommandId(epochMs(later(-30 * 30 * 24 * 60))) })
  assert.ok((await recorder.submit(odd)).ok)
  const again = await recorder.submit(odd)
  assert.ok(again.ok && again.value.again)
  await recorder.close()
  assert.equal(await count('movement_default'), 1)
})

test('connections cut under it: nothing is lost, nothing is doubled', async () => {
  const recorder = open(2)
  const administrator = new pg.Client({ connectionString: url })
  await administrator.connect()
  const before = await count('movement')
  const sent = Array.from({ length: 200 }, (_, index) => recorder.submit(request(900 + index, 0)))
  for (let cut = 0; cut < 5; cut += 1)
    await administrator.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'spean recorder' and datname = current_database()",
    )
  const settled = await Promise.allSettled(sent)
  await administrator.end()
  await recorder.close()
  assert.deepEqual(
    settled.filter(({ status }) => status === 'rejected'),
    [],
  )
  assert.equal((await count('movement')) - before, 200)
  assert.equal(
    await count(
      "(select document_number from movement where document_number like 'TH00000%' group by 1 having count(*) filter (where document_number >= 'TH00000900') > 1) as doubled",
    ),
    0,
  )
})
