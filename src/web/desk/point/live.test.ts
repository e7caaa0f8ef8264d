// Goal: the page shows what the server told, however the line behaves: cut, resumed, told twice, told late. Method: tables of events, and fast-check over any mix of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Instant } from '../../../kernel/time.ts'
import { eventOf, follow, type Live, type LiveEvent, lanesNow, type Movement, newsOf, type Parts, sumsOf, withRecent } from './live.rules.ts'

const at = (minute: number): Instant => new Date(Date.UTC(2026, 10, 20, 2, minute)).toISOString() as Instant
const parts: Parts = {
  counts: { day: '2026-11-20', rows: [] },
  lanes: [{ lane: '2', shift: 's2', leads: false, since: at(0) }],
  quotas: [{ order: 'o1', number: '12', session: 0, opens: '08:00', closes: '09:30', taken: 299, places: 300 }],
  referrals: { open: 0 },
  orders: { ids: ['o1'], coming: [] },
}
const snapshot = (id: string, change: Partial<Parts> = {}): LiveEvent => ({ id, type: 'snapshot', at: at(30), parts: { ...parts, ...change } })
const part = (id: string, change: Partial<Parts>): LiveEvent => ({ id, type: 'part', parts: change })
const moved = (id: string, minute: number, change: Partial<Movement> = {}): Movement => ({
  id,
  lane: '2',
  direction: 'exit',
  outcome: 'admit',
  at: at(minute),
  ...change,
})
const movement = (id: string, of: Movement): LiveEvent => ({ id, type: 'movement', movement: of })
const after = (events: readonly LiveEvent[], from?: Live): Live => {
  const live = events.reduce<Live | undefined>((now, event) => follow(now, event), from)
  assert.ok(live)
  return live
}
const open = (live: Live) => live.referrals.open
const ids = (live: Live) => live.recent.map(({ id }) => id).sort()

const lines: [name: string, events: LiveEvent[], opened: number, recent: string[]][] = [
  ['a snapshot, then its changes', [snapshot('r-5'), part('r-6', { referrals: { open: 1 } }), movement('r-7', moved('a', 30))], 1, ['a']],
  ['told before the snapshot: nothing stands yet', [part('r-4', { referrals: { open: 7 } }), snapshot('r-5')], 0, []],
  ['told twice', [snapshot('r-5'), movement('r-6', moved('a', 30)), movement('r-6', moved('a', 30))], 0, ['a']],
  ['the same movement under another number', [snapshot('r-5'), movement('r-6', moved('a', 30)), movement('r-7', moved('a', 30))], 0, ['a']],
  ['told late', [snapshot('r-5'), part('r-8', { referrals: { open: 2 } }), part('r-7', { referrals: { open: 1 } })], 2, []],
  ['an old snapshot of this run', [snapshot('r-5', { referrals: { open: 3 } }), snapshot('r-5'), snapshot('r-4')], 3, []],
  ['resumed where it stopped', [snapshot('r-5'), part('r-6', { referrals: { open: 1 } }), part('r-7', { referrals: { open: 0 } })], 0, []],
  ['not resumed: a new snapshot', [snapshot('r-5', { referrals: { open: 1 } }), snapshot('r-90', { referrals: { open: 4 } })], 4, []],
  ['another program: its numbers begin anew', [snapshot('r-50', { referrals: { open: 1 } }), snapshot('q-1'), part('q-2', { referrals: { open: 5 } })], 5, []],
  ['another program without a snapshot says nothing', [snapshot('r-5'), part('q-9', { referrals: { open: 5 } })], 0, []],
  ['undone', [snapshot('r-5'), movement('r-6', moved('a', 30)), movement('r-7', moved('b', 31)), { id: 'r-8', type: 'undone', movement: 'a' }], 0, ['b']],
  ['numbers as numbers: 10 comes after 9', [snapshot('r-9'), part('r-10', { referrals: { open: 1 } })], 1, []],
] // biome-ignore format: one table
for (const [name, events, opened, recent] of lines) test(name, () => assert.deepEqual([open(after(events)), ids(after(events))], [opened, recent]))

const anyEvent = fc.oneof(
  fc.record({ n: fc.integer({ min: 1, max: 30 }), open: fc.nat(9) }).map(({ n, open }) => part(`r-${n}`, { referrals: { open } })),
  fc.record({ n: fc.integer({ min: 1, max: 30 }), id: fc.integer({ min: 1, max: 12 }), minute: fc.nat(59) }).map(({ n, id, minute }) => movement(`r-${n}`, moved(`m${id}`, minute))),
  fc.record({ n: fc.integer({ min: 1, max: 30 }), id: fc.integer({ min: 1, max: 12 }) }).map(({ n, id }): LiveEvent => ({ id: `r-${n}`, type: 'undone', movement: `m${id}` })),
) // biome-ignore format: one list

test('whatever is told again changes nothing, and no movement stands twice or after it was undone', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      const live = after([snapshot('r-0'), ...events])
      assert.deepEqual(after(events, live), live)
      assert.equal(new Set(ids(live)).size, live.recent.length)
      for (const id of live.undone) assert.ok(!ids(live).includes(id))
    }),
  )
})

test('the last minutes, asked for: joined with what the stream told meanwhile; what was undone stays away; a gap asks again', () => {
  const live = after([snapshot('r-1'), movement('r-2', moved('b', 31)), { id: 'r-3', type: 'undone', movement: 'c' }])
  assert.deepEqual(ids(withRecent(live, [moved('a', 25), moved('b', 31), moved('c', 29)])), ['a', 'b'])
  assert.equal(after([movement('r-4', moved('d', 31))], live).recentAt, live.recentAt)
  assert.equal(after([movement('r-6', moved('d', 31))], live).recentAt, live.recentAt + 1)
  assert.equal(after([snapshot('q-1')], live).recentAt, live.recentAt + 1)
})

test('lanes: in order, ten minutes to the millisecond, the last one however old; one without a shift while it works', () => {
  const lanes = ['10', '2'].map((lane) => ({ lane, shift: `s${lane}`, leads: false, since: at(0) }))
  const recent = [moved('a', 19), moved('b', 20), moved('c', 29, { outcome: 'refuse' }), moved('d', 29, { lane: '7' }), moved('e', 3, { lane: '8' }), moved('f', 3, { lane: '10' })]
  const seen = lanesNow({ lanes, recent }, at(30)).map(({ lane, lastTen, last, shift }) => [lane, lastTen, last?.id, shift?.shift])
  assert.deepEqual(seen, [['2', 1, 'c', 's2'], ['7', 1, 'd', undefined], ['10', 0, 'f', 's10']])
}) // biome-ignore format: one table

test('old movements go, but not the last of a lane', () => {
  const live = withRecent(after([snapshot('r-1')]), [moved('old', 1), moved('older', 0, { lane: '9' }), moved('new', 50)])
  assert.deepEqual(ids(live), ['new', 'older'])
})

test('a movement that was referred, and another number of those who wait, ask for the list again; others do not', () => {
  const live = after([snapshot('r-1')])
  assert.equal(after([movement('r-2', moved('a', 30))], live).referralsAt, live.referralsAt)
  assert.equal(after([movement('r-2', moved('a', 30, { outcome: 'refer' }))], live).referralsAt, live.referralsAt + 1)
  assert.equal(after([part('r-2', { referrals: { open: 0 } })], live).referralsAt, live.referralsAt)
  assert.equal(after([part('r-2', { referrals: { open: 1 } })], live).referralsAt, live.referralsAt + 1)
})

test('said aloud: somebody waits, the orders changed, a session is full; never a movement, and nothing at the beginning', () => {
  const live = after([snapshot('r-1')])
  const full = { ...parts.quotas[0], taken: 300 } as Parts['quotas'][number]
  const said = (event: LiveEvent) => newsOf(live, after([event], live)).map(({ is }) => is)
  assert.deepEqual(newsOf(undefined, live), [])
  assert.deepEqual(said(movement('r-2', moved('a', 30, { outcome: 'refer' }))), [])
  assert.deepEqual(said(part('r-2', { referrals: { open: 2 } })), ['waiting'])
  assert.deepEqual(said(part('r-2', { orders: { ids: [], coming: [] } })), ['orders'])
  assert.deepEqual(said(part('r-2', { orders: { ids: ['o1'], coming: ['o2'] } })), ['orders'])
  assert.deepEqual(said(part('r-2', { quotas: [full] })), ['full'])
  const isFull = after([part('r-2', { quotas: [full] })], live)
  assert.deepEqual(newsOf(isFull, after([part('r-3', { quotas: [full] })], isFull)), [])
  const waits = after([part('r-2', { referrals: { open: 2 } })], live)
  assert.deepEqual(newsOf(waits, after([part('r-3', { referrals: { open: 1 } })], waits)), [])
})

test('counts: flagged people went through; referred and refused are apart', () => {
  const rows = [['exit', 'admit', 5], ['exit', 'admit-with-flag', 2], ['entry', 'admit', 3], ['exit', 'refer', 4], ['entry', 'refuse', 1], ['entry', 'refer', 1]] as const // biome-ignore format: one list
  assert.deepEqual(sumsOf(rows.map(([direction, outcome, n]) => ({ direction, outcome, n }))), { exits: 7, entries: 3, referred: 5, refused: 1 })
})

const whole = JSON.stringify({ point: 'kh-th/poipet', at: at(30), ...parts })
const bad: [name: string, id: string, text: string][] = [
  ['snapshot', 'r-1', '{'], ['snapshot', 'r-1', 'null'], ['snapshot', 'r-1', '{}'], ['snapshot', '', whole], ['snapshot', 'r-', whole], ['snapshot', 'R 1', whole],
  ['movement', 'r-1', '{"lane":"2"}'], ['undone', 'r-1', '{"movement":7}'], ['counts', 'r-1', '{"lanes":[]}'], ['weather', 'r-1', '{"weather":1}'], ['toString', 'r-1', '{"toString":1}'],
] // biome-ignore format: one table
for (const [name, id, text] of bad) test(`not an event: ${name} ${id} ${text.slice(0, 20)}`, () => assert.equal(eventOf(name, id, text), undefined))

test('an event as it comes over the line', () => {
  assert.deepEqual(eventOf('snapshot', 'r1-5', whole), { id: 'r1-5', type: 'snapshot', at: at(30), parts })
  assert.deepEqual(eventOf('referrals', 'r1-6', '{"referrals":{"open":2}}'), { id: 'r1-6', type: 'part', parts: { referrals: { open: 2 } } })
})
