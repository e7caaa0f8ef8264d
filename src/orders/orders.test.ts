// Goal: an order is issued once, with its paper, by whoever may for those points, and the gate and the public follow at its minute; only ends move; the preview counts exactly. Method: a whole instance, its own logins, races of ten, more refusals than orders.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'
import { LiveRegistry } from '../places/live-registry.ts'
import { loadRegistry } from '../places/registry.store.ts'
import type { OrderPage, PreviewAnswer } from './orders.api.ts'
import { instantOf } from './test-orders.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const { administrator, clock, instance } = open
const desk = openDesk(open)
const { at } = desk
const officer = at('provincial-officer', 'KH:01')
const governor = at('provincial-governor', 'KH:01')
const interior = at('interior-desk', 'KH')
const neighbour = at('provincial-officer', 'KH:02')
const paper = {
  id: 'kh/bm-order-7',
  kind: 'order',
  title: { km: 'បទបញ្ជា ៧', th: 'คำสั่ง 7', en: 'Order 7' },
  issuer: 'Province of Banteay Meanchey',
  signedOn: '2026-11-19',
  source: 'file 7',
}
const pdf = Buffer.from('%PDF-1.4\n%made up')
const noon = [{ opens: '10:00', closes: '14:00' }]
let nth = 0
const orderOf = (change: object = {}) => {
  nth += 1
  return {
    ...{ id: `kh/test-${nth}`, number: `${nth}/2026`, state: 'KH', instrument: paper, points: ['kh-th/poipet'], stage: 'limited' },
    ...{ startsAt: '2026-11-21T00:00+07:00', endsAt: '2026-11-28T00:00+07:00', sessions: [{ opens: '08:00', closes: '16:00' }] },
    ...change,
  }
}
const issue = (order: object, who: Who = officer, more: object = {}) => desk.post('/api/v1/orders', { requestId: desk.id(), order, ...more }, who)
const end = (id: string, who: Who = officer, more: object = {}) =>
  desk.post(`/api/v1/orders/${id}/end`, { requestId: desk.id(), reason: 'no longer needed', ...more }, who)
const preview = async (order: object, who: Who = officer) =>
  (await desk.post('/api/v1/orders/preview', { order }, who)).body as unknown as PreviewAnswer
const rowOf = async (id: string) => (await administrator.query('select *, ends_at::text from crossing_order where id = $1', [id])).rows[0]
const eventsOf = async (subject: string) =>
  (await administrator.query<{ type: string }>('select type from event where subject = $1 order by type', [subject])).rows.map(({ type }) => type)

test('issued once with its paper; ten times the same request is one order; the same id for another is refused', async () => {
  const order = orderOf({ id: 'kh/first' })
  const body = { requestId: desk.id(), order, paper: pdf.toString('base64') }
  const answers = await Promise.all(Array.from({ length: 10 }, () => desk.post('/api/v1/orders', body, officer)))
  for (const answer of answers) assert.deepEqual([answer.status, answer.body['id']], [201, 'kh/first'], JSON.stringify(answer.body))
  assert.deepEqual(await eventsOf('kh/first'), ['OrderIssued'])
  const other = await desk.post('/api/v1/orders', { ...body, order: orderOf({ id: 'kh/second' }) }, officer)
  assert.equal(other.body['code'], 'request.id-reused')
  const page = (await desk.get('/api/v1/desk-orders/kh/first', governor)).body as unknown as OrderPage
  assert.deepEqual([page.order.instrument, page.papers.length, page.mayEnd], ['kh/bm-order-7', 1, true])
  assert.match(page.order.words.km, /លេខ/)
  const file = await desk.get(`/api/v1/desk-orders/kh/first/papers/${page.papers[0]?.sha256}`, governor)
  assert.deepEqual(
    [file.status, file.headers['content-type'], String(file.headers['content-disposition'])],
    [200, 'application/pdf', 'attachment; filename="order-first.pdf"'],
  )
  assert.equal((await desk.get(`/api/v1/desk-orders/kh/first/papers/${'0'.repeat(64)}`, governor)).status, 404)
})

test('this process follows at once, another within a reading; the public page and the gate change at its minute', async () => {
  const other = await LiveRegistry.open(instance.database)
  const order = orderOf({ id: 'kh/closing', stage: 'closed', sessions: [], startsAt: '2026-11-20T10:00+07:00', endsAt: '2026-11-20T12:00+07:00' })
  assert.equal((await issue(order)).status, 201)
  assert.ok(instance.registry.current.orders.some(({ id }) => id === 'kh/closing'))
  await other.changed()
  other.close()
  assert.deepEqual(other.current.orders, (await loadRegistry(instance.database)).orders)
  const isOpen = async (when: string) => (await desk.get(`/api/v1/crossing-points/kh-th/poipet?at=${encodeURIComponent(when)}`)).body['open']
  assert.deepEqual(
    [await isOpen('2026-11-20T09:59+07:00'), await isOpen('2026-11-20T10:00+07:00'), await isOpen('2026-11-20T12:00+07:00')],
    [true, false, true],
  )
  const { number } = await desk.issue(3)
  const ask = async (minute: string) => {
    clock.now = instantOf(`2026-11-20T${minute}+07:00`)
    const asked = await desk.post('/api/v1/verdicts', { point: 'kh-th/poipet', direction: 'exit', document: { number } }, desk.officer)
    return asked.body.verdict.outcome
  }
  assert.deepEqual([await ask('09:59'), await ask('10:00'), await ask('11:59'), await ask('12:00')], ['admit', 'refuse', 'refuse', 'admit'])
  clock.now = instantOf('2026-11-20T09:00+07:00')
})

test('only the end moves, and only nearer; what has not begun never is', async () => {
  assert.equal((await issue(orderOf({ id: 'kh/end' }), officer, { confirmed: ['other-order kh/first'] })).status, 201)
  const before = await rowOf('kh/end')
  for (const when of ['2026-11-20T08:59+07:00', '2026-11-28T00:01+07:00'])
    assert.equal((await end('kh/end', officer, { at: when })).body['code'], 'order.end-later', when)
  const sooner = await end('kh/end', officer, { at: '2026-11-25T00:00+07:00' })
  assert.equal(sooner.body['endsAt'], '2026-11-24T17:00:00.000Z')
  const requestId = desk.id()
  const answers = await Promise.all(Array.from({ length: 10 }, () => end('kh/end', governor, { requestId })))
  for (const answer of answers) assert.deepEqual(answer.body, { id: 'kh/end', endsAt: '2026-11-20T17:00:00.000Z', restored: [] })
  const after = await rowOf('kh/end')
  for (const field of ['starts_at', 'points', 'sessions', 'who', 'vehicles', 'words', 'number', 'issued_by'])
    assert.deepEqual(after[field], before[field], field)
  assert.deepEqual(await eventsOf('kh/end'), ['OrderEnded', 'OrderEnded', 'OrderIssued'])
  const told = (await desk.get('/api/v1/orders')).body as unknown as { id: string }[]
  assert.ok(!told.some(({ id }) => id === 'kh/end'), 'what never is in force is not told to the public')
  assert.equal((await end('kh/end')).body['code'], 'order.over')
  assert.equal((await desk.post('/api/v1/orders/kh/end/end', { requestId, reason: 'another' }, governor)).body['code'], 'request.id-reused')
})

test('one takes the place of another in one transaction; ten that want the same place: one gets it', async () => {
  const old = await issue(orderOf({ id: 'kh/old', points: ['kh-th/stung-bot'], sessions: noon }), governor)
  assert.equal(old.status, 201, JSON.stringify(old.body))
  const orders = Array.from({ length: 10 }, (_, index) =>
    orderOf({ id: `kh/new-${index}`, points: ['kh-th/stung-bot'], sessions: noon, startsAt: '2026-11-22T00:00+07:00', supersedes: ['kh/old'] }),
  )
  const answers = await Promise.all(orders.map((order) => issue(order, index0(order) ? officer : governor)))
  const won = answers.filter(({ status }) => status === 201)
  assert.equal(won.length, 1, JSON.stringify(answers.map(({ body }) => body['code'])))
  for (const { status, body } of answers)
    assert.ok(status === 201 || ['order.supersedes', 'order.conflicts'].includes(String(body['code'])), String(body['code']))
  const row = await rowOf('kh/old')
  assert.deepEqual([row.superseded_by, new Date(row.ends_at).toISOString()], [won[0]?.body['id'], '2026-11-21T17:00:00.000Z'])
  assert.deepEqual(await eventsOf('kh/old'), ['OrderIssued', 'OrderSuperseded'])
})
const index0 = ({ id }: { id: string }): boolean => /[02468]$/.test(id)

test('conflicts are confirmed by whoever issues', async () => {
  const order = orderOf({ id: 'kh/meets', sessions: [{ opens: '10:00', closes: '12:00' }] })
  const { conflicts, faults } = await preview(order)
  assert.deepEqual([faults, conflicts.map(({ key }) => key)], [[], ['other-order kh/first']])
  assert.deepEqual((await issue(order)).body['about'], { count: 1 })
  assert.equal((await issue(order, officer, { confirmed: conflicts.map(({ key }) => key) })).status, 201)
})

const refused: [what: string, order: object, code: string, who?: Who, more?: object][] = [
  ['an unknown field', { extra: 1 }, 'order.form'],
  ['no order at all', { points: 'all' }, 'order.form'],
  ['ends before it starts', { endsAt: '2026-11-20T00:00+07:00' }, 'order.times'],
  ['the day before yesterday', { startsAt: '2026-11-18T00:00+07:00' }, 'order.in-past'],
  ['30 February', { startsAt: '2026-02-30T00:00+07:00' }, 'time.invalid'],
  ['no such point', { points: ['kh-th/nowhere'] }, 'point.unknown'],
  ['one point that is not there', { points: ['kh-th/poipet', 'kh-th/nowhere'] }, 'order.point-unknown'],
  [
    'reroutes to a point that is closed',
    {
      vehicles: [{ insteadAt: ['kh-th/o-rumduol'], classes: ['truck'] }],
      sessions: [{ opens: '00:00', closes: '06:00' }],
      endsAt: '2026-11-21T06:00+07:00',
    },
    'order.reroute-closed',
  ],
  ['the id of another', { id: 'kh/first' }, 'order.twice'],
  ['another text under a known paper', { instrument: { ...paper, issuer: 'somebody else' } }, 'order.instrument'],
  ['a paper that is a program', {}, 'order.paper', officer, { paper: Buffer.from('MZ made up').toString('base64') }],
  ['another province’s point', { points: ['kh-th/daung'] }, 'authority.place'],
  ['one of theirs and one of another', { points: ['kh-th/poipet', 'kh-th/daung'] }, 'authority.place'],
  ['the whole border', { points: null }, 'authority.place'],
  ['from another province', {}, 'authority.place', neighbour],
  ['a clerk', {}, 'authority.role', at('clerk', 'KH:0110')],
  ['a chief of the point', {}, 'authority.role', at('chief-of-point', 'kh-th/poipet')],
]
for (const [what, order, code, who, more] of refused)
  test(`refused, and nothing is written: ${what}`, async () => {
    const count = async () =>
      (await administrator.query('select (select count(*) from crossing_order) as o, (select count(*) from instrument_paper) as p')).rows[0]
    const before = await count()
    const answer = await issue(orderOf(order), who, { confirmed: ['other-order kh/first', 'other-order kh/meets'], ...more })
    assert.equal(answer.body['code'], code, JSON.stringify(answer.body))
    assert.ok(answer.status >= 400 && answer.status < 500)
    assert.deepEqual(await count(), before)
  })

test('a foreign order cannot be ended, nor told from one that is not there; the ministry records the neighbour’s and the whole border’s', async () => {
  const theirs = await issue(
    orderOf({ id: 'th/theirs', state: 'TH', points: null, sessions: null, startsAt: '2026-11-18T10:00+07:00', endsAt: '2026-11-20T09:30+07:00' }),
    interior,
    {
      confirmed: ['other-order kh/closing', 'other-order kh/first', 'other-order kh/meets'],
    },
  )
  assert.equal(theirs.status, 201, JSON.stringify(theirs.body))
  for (const id of ['th/theirs', 'kh/none']) assert.equal((await end(id)).body['code'], 'order.not-found', id)
  assert.equal((await end('kh/first', neighbour)).body['code'], 'order.not-found')
  assert.equal((await end('th/theirs', interior)).status, 200)
})

test('the preview counts whom it would have kept out, to the last person', async () => {
  const people = await Promise.all([4, 5, 6].map((index) => desk.issue(index)))
  // Two Fridays ago at 10:00, and on Saturday.
  for (const [index, { number }] of people.entries()) {
    const occurredAt = instantOfMs(epochMs(clock.now) - (index === 2 ? 13 : 14) * 86_400_000 + 3_600_000)
    const now = clock.now
    clock.now = occurredAt
    const recorded = await desk.post(
      '/api/v1/movements',
      { id: desk.id(), point: 'kh-th/poipet', direction: 'exit', document: { number }, occurredAt },
      desk.officer,
    )
    assert.equal(recorded.status, 201, JSON.stringify(recorded.body))
    clock.now = now
  }
  const closed = { stage: 'closed', sessions: [], startsAt: '2026-12-04T00:00+07:00' }
  const week = (await preview(orderOf({ ...closed, endsAt: null }))).figures
  assert.deepEqual([week?.passed, week?.affected, week?.reasons, week?.complete], [3, 3, [{ reason: 'order-closed', affected: 3 }], true])
  assert.deepEqual(week?.days, [
    { day: '2026-11-06', passed: 2, affected: 2 },
    { day: '2026-11-07', passed: 1, affected: 1 },
  ])
  assert.deepEqual(week?.who, [{ nationality: 'KHM', document: 'border-pass', passed: 3, affected: 3 }])
  // A Friday alone: Saturday's crossing is not at its hours.
  const friday = (await preview(orderOf({ ...closed, endsAt: '2026-12-05T00:00+07:00' }))).figures
  assert.deepEqual([friday?.passed, friday?.affected], [2, 2])
  const quota = (await preview(orderOf({ ...closed, stage: 'limited', endsAt: null, sessions: [{ opens: '08:00', closes: '16:00', quota: 1 }] })))
    .figures
  assert.deepEqual([quota?.passed, quota?.affected, quota?.reasons], [3, 1, [{ reason: 'session-full', affected: 1 }]])
  const elsewhere = (await preview(orderOf({ ...closed, endsAt: null, points: ['kh-th/boeng-trakuon'] }))).figures
  assert.deepEqual([elsewhere?.passed, elsewhere?.affected], [0, 0])
})

test('the preview tells everything that is wrong, and counts nothing then', async () => {
  const { faults, figures, words } = await preview(orderOf({ endsAt: '2026-11-20T00:00+07:00', stage: 'closed' }))
  assert.deepEqual([faults.map(({ code }) => code), figures, words], [['order.times', 'order.closed-but-open'], null, null])
  assert.deepEqual((await preview({ id: 'x' })).faults.length > 3, true)
})

test('an order that is live stays on the list, however many came and went after it', async () => {
  await administrator.query(
    `insert into crossing_order (id, number, state, instrument, points, directions, stage, starts_at, ends_at, sessions, who, vehicles, words, issued_at, issued_by)
     select 'kh/gone-' || n, '0', state, instrument, points, directions, stage, '2026-12-30T00:00Z', '2026-12-30T00:00Z', sessions, who, vehicles, words, issued_at, issued_by
     from crossing_order, generate_series(1, 500) as n where id = 'kh/first'`,
  )
  const listed = (await desk.get('/api/v1/desk-orders', officer)).body as unknown as OrderPage[]
  assert.equal(listed.length, 500)
  assert.ok(listed.some(({ order }) => order.id === 'kh/first'))
})
