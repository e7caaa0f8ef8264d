// Goal: a stay is extended once, in time, by its own place; its closed days are tolled and named; who is over is listed exactly; a missing end is repaired once. Method: a whole instance on a real database, through the routes; ten at once; counts against rows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClockTime, type Instant, weekdays } from '../kernel/time.ts'
import { orderOf } from '../movements/test-facts.ts'
import { daung, malai, openStays, poipet } from './test-stays.ts'

const { open, desk, officer, chief, plant, extend, look, rowOf, setOrders, setClock } = await openStays()
const closed = orderOf({
  id: 'kh/closed',
  number: '77/2026',
  state: 'KH',
  stage: 'closed',
  startsAt: '2026-11-11T17:00:00.000Z' as Instant,
  endsAt: '2026-11-13T17:00:00.000Z' as Instant,
})
type Row = {
  number: number
  until: string
  tolled: { day: string; orders: { number: string; instrument: string }[] }[]
  over: boolean
  daysOver: number
} & Record<string, unknown>
const first = (answer: Awaited<ReturnType<typeof look>>) => (answer.body['stays'] as Row[])[0] as Row

test('7 days become 15, at the point; the row says who and when, and its version moves', async () => {
  const number = await plant()
  const extended = await extend(number)
  assert.equal(extended.status, 201, JSON.stringify(extended.body))
  assert.deepEqual(extended.body as object, { type: 'extended', number: 1, until: '2026-11-24', again: false })
  const [row] = await rowOf(number)
  assert.deepEqual([row?.['lawful_until'], row?.['extensions'], row?.['version']], ['2026-11-24', 1, 2])
  assert.equal(first(await look(number)).until, '2026-11-24')
})

test('the same command twice is one extension; with other words it is refused', async () => {
  const number = await plant()
  const requestId = desk.id()
  assert.equal((await extend(number, officer, { requestId })).status, 201)
  const again = await extend(number, officer, { requestId })
  assert.deepEqual([again.status, again.body['again'], again.body['until']], [200, true, '2026-11-24'])
  assert.equal((await extend(number, officer, { requestId, reason: 'Another' })).body['code'], 'request.id-reused')
})

test('an office of the province extends, whichever district; a hall too', async () => {
  for (const place of ['KH:0110', 'KH:0109', 'KH:01'])
    for (const role of ['clerk', 'reviewer'] as const) assert.equal((await extend(await plant(), { role, place })).status, 201, `${role} ${place}`)
  assert.equal((await extend(await plant(), chief)).status, 201)
})

const refused: [name: string, code: string, ask: () => Promise<{ status: number; body: Record<string, unknown> }>][] = [
  ['by another province', 'stay.not-found', async () => extend(await plant(), { role: 'clerk', place: 'KH:0201' })],
  ['by another point', 'stay.not-found', async () => extend(await plant(), { role: 'checkpoint-officer', place: malai })],
  ['by who only reads', 'authority.role', async () => extend(await plant(), { role: 'provincial-officer', place: 'KH:01' })],
  ['of an unknown document', 'stay.not-found', () => extend('TH99999999')],
  ['of a stay that ended', 'stay.not-open', async () => extend(await plant({ state: 'closed' }))],
  ['of one whose other end is missing', 'stay.not-open', async () => extend(await plant({ state: 'unmatched' }))],
  ['the day after', 'stay.extension-late', async () => extend(await plant({ openedOn: '2026-11-07' }))],
  ['of a passport', 'stay.no-extension', async () => extend(await plant({ kind: 'passport' }), officer, { issuer: 'THA' })],
  ['with a told day, of a foreigner', 'stay.our-clock', async () => extend(await plant(), officer, { toldUntil: '2026-11-20' })],
  ['with no reason that can be read', 'request.malformed', async () => extend(await plant(), officer, { reason: '\u200e' })],
  ['with a told day that is none', 'time.invalid', async () => extend(await plant(), officer, { toldUntil: '2026-02-30' })],
  [
    'twice',
    'stay.extended',
    async () => {
      const number = await plant()
      await extend(number)
      return extend(number, chief)
    },
  ],
]
for (const [name, code, ask] of refused)
  test(`no extension ${name}: ${code}`, async () => {
    const { status, body } = await ask()
    assert.equal(body['code'], code, JSON.stringify(body))
    assert.ok(status >= 400 && status < 500)
  })

test('ten at once: one extends, nine are told that it is', async () => {
  const number = await plant()
  const answers = await Promise.all(Array.from({ length: 10 }, () => extend(number)))
  const codes = answers.map(({ status, body }) => (status === 201 ? 'done' : String(body['code']))).sort()
  assert.deepEqual(codes, ['done', ...Array.from({ length: 9 }, () => 'stay.extended')])
})

test('our own abroad: the neighbour’s word is noted, and moves no day; a gate that records meanwhile decides again', async () => {
  const { number } = await desk.issue(7)
  const move = (direction: string) =>
    desk.post(
      '/api/v1/movements',
      { id: desk.id(), point: poipet, direction, document: { number }, occurredAt: open.clock.now, photo: 'match' },
      officer,
    )
  assert.equal((await move('exit')).status, 201)
  const told = (toldUntil?: string) => extend(number, officer, { issuer: 'KH', ...(toldUntil && { toldUntil }) })
  assert.equal((await told()).body['code'], 'stay.their-clock')
  assert.equal((await told('2026-11-20')).body['code'], 'stay.told-day')
  assert.equal((await told('2027-03-01')).body['code'], 'stay.told-day')
  setClock('2026-11-14T10:00:00+07:00')
  const [noted, home] = await Promise.all([told('2026-11-28'), move('entry')])
  assert.equal(home.status, 201, JSON.stringify(home.body))
  const [row] = await rowOf(number)
  assert.deepEqual([row?.['state'], row?.['lawful_until']], ['closed', '2026-11-20'])
  // Whichever came first, each change raised the version by one.
  if (noted.status === 201) assert.deepEqual([row?.['told_until'], row?.['version']], ['2026-11-28', 3])
  else assert.deepEqual([noted.body['code'], row?.['version']], ['stay.not-open', 2])
  assert.equal(row?.['document_number'], number)
  assert.equal(row?.['issuing_area'], 'KH:0109')
})

test('closed days are tolled, each with its orders, and an extension in them is in time', async () => {
  setOrders([closed])
  setClock('2026-11-18T10:00:00+07:00')
  const number = await plant({ openedOn: '2026-11-10' })
  const stay = first(await look(number))
  assert.deepEqual(
    stay.tolled.map(({ day, orders }) => [day, orders.map((order) => order.number)]),
    [
      ['2026-11-12', ['77/2026']],
      ['2026-11-13', ['77/2026']],
    ],
  )
  assert.deepEqual([stay['lawfulUntil'], stay.until, stay.over], ['2026-11-16', '2026-11-18', false])
  assert.equal((await extend(number)).status, 201)
  // The last day ends with the point's closing.
  const late = await plant({ openedOn: '2026-11-10' })
  setClock('2026-11-18T23:50:00+07:00')
  assert.equal(first(await look(late)).over, true)
  assert.equal((await extend(late)).body['code'], 'stay.extension-late')
  setClock('2026-11-18T10:00:00+07:00')
})

test('a last day is not over while an order of the morning is, after which the point opens again', async () => {
  const daily = { days: [...weekdays], who: {}, quota: null }
  const morning = { ...closed, startsAt: '2026-11-15T17:00:00.000Z' as Instant, endsAt: '2026-11-16T05:00:00.000Z' as Instant }
  setOrders([{ ...morning, sessions: [{ opens: '08:00' as ClockTime, closes: '10:00' as ClockTime, ...daily }] }])
  for (const [moment, over] of [
    ['11:00', false],
    ['12:30', false],
    ['20:00', true],
  ] as const) {
    const number = await plant({ openedOn: '2026-11-10' })
    setClock(`2026-11-16T${moment}:00+07:00`)
    assert.equal(first(await look(number)).over, over, moment)
    assert.equal((await extend(number)).status, over ? 409 : 201, moment)
  }
  setOrders([closed])
  setClock('2026-11-18T10:00:00+07:00')
})

type Overstays = { foreign: Counted; own: Counted; rows: { daysOver: number; until: string; document: { number: string } }[] }
type Counted = { count: number; byPoint: { of: string; count: number }[]; byArea: { of: string; count: number }[] }
const overstays = async (query = '', who = chief) => (await desk.get(`/api/v1/overstays?${query}`, who)).body as unknown as Overstays
const interior = { role: 'interior-desk', place: 'KH' } as const

test('the list: tolled days off, ours apart, counts equal rows, by point and by area, in pages', async () => {
  await open.administrator.query("update stay set lawful_by = holder_id, lawful_through = '2099-12-31' where state = 'open'")
  const late = [
    await plant({ openedOn: '2026-11-01' }),
    await plant({ openedOn: '2026-11-01', area: 'TH:2204' }),
    await plant({ openedOn: '2026-10-20', kind: 'passport', area: null }),
    await plant({ openedOn: '2026-11-01', point: daung }),
  ]
  await plant({ openedOn: '2026-11-10' })
  await plant({ openedOn: '2026-11-02', nationality: 'KHM', area: 'KH:0109' })
  const all = await overstays('', interior)
  assert.deepEqual([all.foreign.count, all.own.count, all.rows.length], [4, 1, 4])
  assert.deepEqual(all.foreign.byPoint, [
    { of: poipet, count: 3 },
    { of: daung, count: 1 },
  ])
  assert.deepEqual(Object.fromEntries(all.foreign.byArea.map(({ of, count }) => [of, count])), { 'TH:2707': 2, 'TH:2204': 1, THA: 1 })
  // No passport of 20 October was kept by the closed days of November: its last day had come before.
  assert.deepEqual(
    all.rows.map(({ daysOver, until }) => [daysOver, until]),
    [
      [23, '2026-10-26'],
      [11, '2026-11-07'],
      [11, '2026-11-07'],
      [11, '2026-11-07'],
    ],
  )
  const pages = [await overstays('offset=0&limit=3', interior), await overstays('offset=3&limit=3', interior)]
  assert.deepEqual(
    pages.flatMap(({ rows }) => rows),
    all.rows,
  )
  assert.deepEqual(new Set(all.rows.map(({ document }) => document.number)), new Set(late))
  assert.equal((await overstays('whose=own', interior)).rows.length, 1)
  assert.equal((await overstays('issued=TH:22', interior)).foreign.count, 1)
  assert.equal((await overstays('area=KH:02', interior)).foreign.count, 1)
  assert.equal((await overstays('day=2026-11-19', interior)).foreign.count, 5)
  assert.equal((await overstays()).foreign.count, 3)
  assert.equal((await overstays('', { role: 'provincial-officer', place: 'KH:01' } as never)).foreign.count, 3)
  for (const [query = '', code] of [
    ['day=2026-11-17', 'time.invalid'],
    ['day=2026-02-30', 'time.invalid'],
    ['point=kh-th/nowhere', 'point.unknown'],
    [`point=${daung}`, 'authority.place'],
  ])
    assert.equal((await desk.get(`/api/v1/overstays?${query}`, chief)).body['code'], code, query)
})

test('at night the last day is over', async () => {
  const number = await plant({ openedOn: '2026-11-10' })
  const listed = async () => (await overstays()).rows.some(({ document }) => document.number === number)
  assert.equal(await listed(), false)
  setClock('2026-11-18T23:50:00+07:00')
  assert.equal(await listed(), true)
  setClock('2026-11-18T10:00:00+07:00')
})

const repair = (number: string, change: object = {}, who = officer) =>
  desk.post(
    '/api/v1/stays/repair',
    {
      requestId: desk.id(),
      number,
      issuer: 'TH',
      stay: 1,
      at: '2026-11-12T10:00:00+07:00',
      point: poipet,
      basis: 'stamp',
      evidence: 'Exit stamp 4471',
      ...change,
    },
    who,
  )

test('a missing exit is a task of its point, and repaired by evidence at the next entry, elsewhere; the record shows both', async () => {
  const number = await plant({ state: 'unmatched' })
  const atMalai = { role: 'checkpoint-officer', place: malai } as const
  assert.equal((await repair(number, {}, atMalai as never)).body['code'], 'stay.not-found')
  await plant({ document: number, number: 2, point: malai, openedOn: '2026-11-17' })
  const tasks = async () =>
    ((await desk.get('/api/v1/repairs', chief)).body as unknown as { document: { number: string }; missing: string }[]).filter(
      (task) => task.document.number === number,
    )
  assert.deepEqual(
    (await tasks()).map(({ missing }) => missing),
    ['exit'],
  )
  const wrong: [string, object][] = [
    ['repair.before-beginning', { at: '2026-11-09T10:00:00+07:00' }],
    ['repair.in-future', { at: '2026-11-19T10:00:00+07:00' }],
    ['repair.after-end', { at: '2026-11-17T10:00:00+07:00' }],
    ['repair.not-needed', { stay: 2 }],
    ['stay.not-found', { stay: 3 }],
    ['point.unknown', { point: 'kh-th/nowhere' }],
    ['time.invalid', { at: '12/11/2569' }],
    ['request.malformed', { evidence: '\u200e' }],
    ['request.malformed', { basis: 'rebuttal' }],
  ]
  for (const [code, change] of wrong) assert.equal((await repair(number, change, atMalai as never)).body['code'], code)
  const requestId = desk.id()
  const done = await repair(number, { requestId }, atMalai as never)
  assert.deepEqual([done.status, done.body['missing'], done.body['inTime']], [201, 'exit', true])
  assert.equal((await repair(number, { requestId }, atMalai as never)).status, 200)
  assert.equal((await repair(number, {}, atMalai as never)).body['code'], 'repair.done')
  assert.deepEqual(await tasks(), [])
  const [, old] = (await look(number, atMalai as never)).body['stays'] as { state: string; missing: string | null; repair: { evidence: string } }[]
  assert.deepEqual([old?.state, old?.missing, old?.repair.evidence], ['unmatched', null, 'Exit stamp 4471'])
})

test('a task stays one that can be done, however often the person crossed since', async () => {
  const number = await plant({ state: 'unmatched', openedOn: '2026-10-01' })
  for (let nth = 2; nth <= 26; nth += 1)
    await plant({ document: number, number: nth, state: 'closed', openedOn: `2026-10-${String(nth).padStart(2, '0')}` })
  const shown = (await look(number)).body['stays'] as { number: number; missing: string | null }[]
  assert.deepEqual([shown.length, shown.at(-1)?.number, shown.at(-1)?.missing], [21, 1, 'exit'])
  assert.equal((await repair(number, { at: '2026-10-03T18:00:00+07:00' })).body['code'], 'repair.after-end')
  const done = await repair(number, { at: '2026-10-01T18:00:00+07:00' })
  assert.equal(done.status, 201, JSON.stringify(done.body))
})

test('ten repairs at once: one', async () => {
  const number = await plant({ state: 'unmatched' })
  const answers = await Promise.all(Array.from({ length: 10 }, () => repair(number)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array.from({ length: 9 }, () => 409)])
})

test('the database alone shows a chief no stay of other points, and nobody’s without a person in hand', async () => {
  const number = await plant({ point: daung })
  assert.equal((await look(number)).status, 404)
  assert.equal((await look(number, { role: 'checkpoint-officer', place: daung })).status, 200)
  const { rows } = await open.administrator.query("select count(*)::int as n from person_read where subject in ('overstays', 'repairs')")
  assert.ok(rows[0].n > 0)
})
