// Goal: two taps for one passage that were made without the network, and are told after the holder has crossed again, are one movement and a repeat, in whichever order and batch they come. Method: a recorder on a real database; what is no repeat beside what is.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { loadReference } from '../app/load-reference.ts'
import { borderZone, civilDateAt, epochMs, type Instant, instantOfMs, parseInstant } from '../kernel/time.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTestDatabase } from '../platform/postgres/test-cluster.ts'
import { watchesNobody } from './ask-watchlist.ts'
import { ensureMonths } from './partitions.ts'
import type { MovementRequest } from './record.rules.ts'
import { Recorder } from './recorder.ts'
import { askedFor } from './test-facts.ts'

const now = parseInstant('2026-12-01T07:00:00+07:00') ?? assert.fail()
const { database, url } = await openTestDatabase()
const law = await loadReference(database, now, civilDateAt(now, borderZone))
await database.pool.connect().then(async (client) => {
  await ensureMonths(client, now)
  client.release()
})
const recorder = new Recorder({
  ...{ url, lanes: 1, state: 'KH', law, orders: () => new Map(), watchlist: watchesNobody, lateHours: () => 24 },
  ...{ around: { minutesBetween: () => null, tolledDays: () => [] }, now: () => instantOfMs(epochMs(now) + 12 * 3_600_000) },
})
after(() => recorder.close())
const later = (seconds: number): Instant => instantOfMs(epochMs(now) + seconds * 1000)
const numberOf = (holder: number) => `TH${String(holder).padStart(8, '0')}`
const tap = (holder: number, seconds: number, change: Partial<MovementRequest> = {}): MovementRequest => ({
  id: newCommandId(epochMs(later(seconds))),
  fingerprint: `${holder} ${seconds} ${JSON.stringify(change)}`,
  occurredAt: later(seconds),
  ...askedFor,
  document: { ...askedFor.document, number: numberOf(holder) },
  ...change,
})
const told = async (request: MovementRequest) => {
  const answer = await recorder.submit(request)
  return answer.ok ? answer.value.verdict.findings.at(-1)?.reason : answer.refusal.code
}
const standing = async (holder: number) => {
  const { rows } = await database.pool.query<{ direction: string }>(
    'select direction from movement where document_number = $1 and undone_at is null order by occurred_at',
    [numberOf(holder)],
  )
  return rows.map(({ direction }) => direction)
}
/** In at 07:00 (a second later twice, told late), out at 08:00, in at 09:00. */
async function crossed(holder: number): Promise<void> {
  assert.equal(await told(tap(holder, 3600, { direction: 'exit' })), 'entry-missing')
  assert.equal(await told(tap(holder, 7200)), 'stay-granted')
}

for (const [index, order] of [
  [0, 20],
  [20, 0],
].entries())
  for (const together of [true, false])
    test(`two taps at ${order.join(' and ')} seconds, told late ${together ? 'together' : 'one after the other'}: one movement, one repeat`, async () => {
      const holder = 10 + 2 * index + Number(together)
      await crossed(holder)
      const [one, other] = order.map((seconds) => tap(holder, seconds)) as [MovementRequest, MovementRequest]
      const answers = together ? await Promise.all([told(one), told(other)]) : [await told(one), await told(other)]
      assert.deepEqual(answers, ['arrived-late', 'movement.repeat'])
      assert.deepEqual([await told(one), await told(other)], answers, 'the same again')
      assert.deepEqual(await standing(holder), ['entry', 'exit', 'entry'])
    })

test('one that was recorded when it happened, and its second tap that is told after the way back', async () => {
  const first = tap(20, 0)
  assert.equal(await told(first), 'stay-granted')
  assert.equal(await told(tap(20, 3600, { direction: 'exit' })), 'in-time')
  const looked = await recorder.look(tap(20, 15))
  assert.deepEqual([looked.ok, !looked.ok && looked.refusal.about?.['movement']], [false, first.id])
  assert.equal(await told(tap(20, 15)), 'movement.repeat')
  assert.deepEqual(await standing(20), ['entry', 'exit'])
  // Of the month before by its id: a night between two partitions hides nothing.
  assert.equal(await told(tap(20, 15, { id: newCommandId(epochMs(later(-600))) })), 'movement.repeat')
})

test('no repeat: a minute later, the other way, elsewhere, somebody else, of one that was undone or refused', async () => {
  const [first, refused] = [tap(30, 0), tap(31, 0, { person: { ...askedFor.person, care: 'other' } })]
  for (const holder of [30, 31, 32]) await crossed(holder)
  assert.equal(await told(first), 'arrived-late')
  assert.ok((await recorder.submit(refused)).ok)
  const others = [
    tap(30, 60),
    tap(30, -60),
    tap(30, 1, { direction: 'exit' }),
    tap(30, 2, { point: { ...askedFor.point, id: 'kh-th/malai' as MovementRequest['point']['id'] } }),
    tap(31, 3),
    tap(32, 4),
  ]
  for (const other of others) assert.equal(await told(other), 'arrived-late')
  const asked = { requestId: newCommandId(epochMs(later(90))), movement: others.at(-1)?.id ?? first.id, reason: 'wrong', said: '', actor: 'test' }
  const undone = await recorder.undo({ ...asked, now: later(12 * 3600), secondsMax: 60, at: () => ({ leads: true }) })
  assert.ok(undone.ok, JSON.stringify(undone))
  assert.equal(await told(tap(32, 5)), 'arrived-late')
})
