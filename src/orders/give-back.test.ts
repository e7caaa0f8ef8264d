// Goal: an order that is taken back before it begins leaves those whose place it was to take as they were, whatever was done to them meanwhile. Method: whole chains of orders through the wire, each end read back from the register; the pure rule by a table.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import type { OrderPage } from './orders.api.ts'
import { instantOf } from './test-orders.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const { administrator, clock } = open
const desk = openDesk(open)
const officer = desk.at('provincial-officer', 'KH:01')
const interior = desk.at('interior-desk', 'KH')
const paper = { id: 'kh/give-back', title: { km: 'បទបញ្ជា', th: 'คำสั่ง', en: 'Order' }, issuer: 'Province', signedOn: '2026-11-19', source: 'file' }
const day = (nth: number) => `2026-12-${String(nth).padStart(2, '0')}T00:00:00+07:00`
let chain = 0
/** Orders of one chain at one point, by short names: each from a day of December on. */
function chainOf(point = 'kh-th/poipet') {
  chain += 1
  const idOf = (name: string) => `kh/c${chain}-${name}`
  const end = (name: string, more: object = {}, who: Who = officer) =>
    desk.post(`/api/v1/orders/${idOf(name)}/end`, { requestId: desk.id(), reason: 'no longer needed', ...more }, who)
  const issue = async (name: string, from: number, until: number | null, supersedes: string[] = [], change: object = {}, who: Who = officer) => {
    const order = {
      ...{ id: idOf(name), number: `${chain}-${name}`, state: 'KH', instrument: paper, points: [point], stage: 'closed', sessions: [] },
      ...{ startsAt: day(from), endsAt: until === null ? null : day(until), supersedes: supersedes.map(idOf), ...change },
    }
    const { conflicts } = (await desk.post('/api/v1/orders/preview', { order, count: false }, who)).body as unknown as {
      conflicts: { key: string }[]
    }
    const issued = await desk.post('/api/v1/orders', { requestId: desk.id(), order, confirmed: conflicts.map(({ key }) => key) }, who)
    assert.equal(issued.status, 201, JSON.stringify(issued.body))
  }
  /** When it ends, as a day of December, and whose place it took: "10 by b". */
  const ending = async (name: string) => {
    const { rows } = await administrator.query<{ ends: string | null; by: string | null }>(
      `select to_char(ends_at at time zone 'Asia/Phnom_Penh', 'FMDD') as ends, superseded_by as by from crossing_order where id = $1`,
      [idOf(name)],
    )
    return `${rows[0]?.ends ?? 'no end'}${rows[0]?.by ? ` by ${rows[0].by.split('-')[1]}` : ''}`
  }
  return { idOf, issue, end, ending }
}

test('taken back before it begins, it leaves the old one as it was: at the gate, for the public, on the screen, by an event', async () => {
  const { idOf, issue, end, ending } = chainOf('kh-th/daung')
  const battambang = desk.at('provincial-officer', 'KH:02')
  await issue('a', 1, null, [], {}, battambang)
  await issue('b', 10, 20, ['a'], {}, battambang)
  assert.equal(await ending('a'), '10 by b')
  const body = { requestId: desk.id() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => end('b', body, battambang)))
  for (const answer of answers) assert.deepEqual([answer.status, answer.body['restored']], [200, [idOf('a')]], JSON.stringify(answer.body))
  assert.equal(await ending('a'), 'no end')
  const shut = await desk.get(`/api/v1/crossing-points/kh-th/daung?at=${encodeURIComponent('2026-12-15T10:00+07:00')}`)
  assert.equal(shut.body['open'], false)
  const told = ((await desk.get('/api/v1/orders')).body as unknown as { id: string; endsAt: string | null; restored?: string }[]).filter(({ id }) =>
    [idOf('a'), idOf('b')].includes(id),
  )
  assert.deepEqual(
    told.map(({ id, endsAt, restored }) => [id, endsAt, restored]),
    [[idOf('a'), null, `${chain}-b`]],
  )
  const page = (await desk.get(`/api/v1/desk-orders/${idOf('a')}`, battambang)).body as unknown as OrderPage
  assert.deepEqual([page.supersededBy, page.endedWhy, page.restoredOf], [null, null, idOf('b')])
  const { rows } = await administrator.query('select type, body from event where subject = $1 order by made_at', [idOf('a')])
  assert.deepEqual(
    rows.map(({ type }) => type),
    ['OrderIssued', 'OrderSuperseded', 'OrderRestored'],
  )
  assert.deepEqual([rows[2]?.body.of, rows[2]?.body.endsAt, rows[2]?.body.was], [idOf('b'), null, instantOf(day(10))])
})

test('an end that somebody had decided before is there again, with who and why', async () => {
  const { idOf, issue, end, ending } = chainOf()
  await issue('a', 1, 25)
  await end('a', { at: day(15), reason: 'until the fair' })
  await issue('b', 10, 20, ['a'])
  await end('b', { at: day(10) })
  const page = (await desk.get(`/api/v1/desk-orders/${idOf('a')}`, officer)).body as unknown as OrderPage
  assert.deepEqual([await ending('a'), page.endedWhy, page.restoredOf], ['15', 'until the fair', idOf('b')])
})

test('what was decided about the old one meanwhile stays', async () => {
  const { issue, end, ending } = chainOf()
  await issue('a', 1, null)
  await issue('b', 10, 20, ['a'])
  await end('a', { at: day(5) })
  assert.deepEqual((await end('b')).body['restored'], [])
  assert.equal(await ending('a'), '5')
})

test('two that were to take one place, taken back in either order, leave nothing of either', async () => {
  for (const order of ['cb', 'bc']) {
    const { issue, end, ending } = chainOf('kh-th/stung-bot')
    await issue('a', 1, 28)
    await issue('b', 10, 20, ['a'])
    await issue('c', 5, 10, ['a'])
    assert.equal(await ending('a'), '5 by c')
    await end(order.charAt(0))
    assert.equal(await ending('a'), order === 'cb' ? '10 by b' : '5 by c')
    await end(order.charAt(1))
    assert.equal(await ending('a'), '28', order)
    await end('a')
  }
})

test('the order that was to follow the one taken back follows the old one, and gives back in its turn', async () => {
  const { issue, end, ending } = chainOf('kh-th/malai')
  await issue('a', 1, null)
  await issue('b', 10, null, ['a'])
  await issue('c', 15, null, ['b'])
  await end('b')
  assert.deepEqual([await ending('a'), await ending('b')], ['15 by c', '10'])
  await end('c')
  assert.deepEqual([await ending('a'), await ending('b')], ['no end', '10'])
})

test('an order that has begun gives nothing back, and one only shortened neither', async () => {
  const { issue, end, ending } = chainOf('kh-th/boeng-trakuon')
  await issue('a', 1, null)
  await issue('b', 10, 20, ['a'])
  assert.deepEqual((await end('b', { at: day(12) })).body['restored'], [])
  const now = clock.now
  clock.now = instantOf(day(11))
  assert.deepEqual((await end('b')).body['restored'], [])
  assert.equal(await ending('a'), '10 by b')
  clock.now = now
})

test('whoever may not end the old one takes nothing back', async () => {
  const { issue, end, ending } = chainOf('kh-th/kamrieng')
  const change = { points: null, startsAt: '2027-01-01T00:00:00+07:00' }
  await issue('a', 1, null, [], change, interior)
  await issue('b', 1, null, ['a'], { points: ['kh-th/poipet'], startsAt: '2027-01-10T00:00:00+07:00' }, interior)
  const refused = await end('b')
  assert.deepEqual([refused.status, refused.body['code']], [403, 'authority.place'])
  assert.deepEqual([await ending('a'), await ending('b')], ['10 by b', 'no end'])
  assert.equal((await end('b', {}, interior)).status, 200)
  assert.equal(await ending('a'), 'no end')
})
