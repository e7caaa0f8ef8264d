// Goal: a lane has one officer and an officer one lane, whoever asks at once; a movement is of the lane its officer works at. Method: the rule's whole table; then a whole instance on a real database, each refusal, ten at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs, type Instant, instantOfMs, parseInstant } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import { openPoint, poipet } from '../test-point.ts'
import { decideBegin, decideEnd, type Shift } from './shift.rules.ts'

const now = parseInstant('2026-11-20T09:00:00+07:00') ?? assert.fail()
const ago = (minutes: number): Instant => instantOfMs(epochMs(now) - minutes * 60_000)
const shiftOf = (officer: string, seenMinutesAgo = 0): Shift => ({
  ...{ id: officer, point: poipet, lane: '1', officer, officerName: officer, leads: false, startedAt: ago(300), seenAt: ago(seenMinutesAgo) },
  ...{ endedAt: null, endedBy: null, endedHow: null, note: null },
})
const cases: [name: string, begin: { leads?: boolean; takeOver?: boolean }, there: Shift | null, mine: Shift | null, ends: string[] | 'taken'][] = [
  ['a free lane', {}, null, null, []],
  ['a free lane, from another', {}, null, shiftOf('me'), ['me moved']],
  ['the own lane again', {}, shiftOf('me'), shiftOf('me'), ['me moved']],
  ['a taken lane', {}, shiftOf('other'), null, 'taken'],
  ['a taken lane, asked for', { takeOver: true }, shiftOf('other'), null, 'taken'],
  ['idle one minute less', { takeOver: true }, shiftOf('other', 29), null, 'taken'],
  ['idle', { takeOver: true }, shiftOf('other', 30), null, ['other taken-over']],
  ['idle, not asked for', {}, shiftOf('other', 300), null, 'taken'],
  ['the chief, not asked for', { leads: true }, shiftOf('other'), null, 'taken'],
  ['the chief', { leads: true, takeOver: true }, shiftOf('other'), shiftOf('me'), ['me moved', 'other taken-over']],
]
for (const [name, begin, there, mine, ends] of cases)
  test(`begin: ${name}`, () => {
    const decided = decideBegin({ officer: 'me', leads: false, takeOver: false, now, idleMinutes: 30, ...begin }, { lane: '1', there, mine })
    if (ends === 'taken') assert.equal(!decided.ok && decided.refusal.code, 'shift.lane-taken')
    else assert.deepEqual(decided.ok && decided.value.map(({ shift, how }) => `${shift.officer} ${how}`), ends)
  })
test('end: the own, or any by the chief; once', () => {
  const ended = { ...shiftOf('me'), endedAt: now }
  const codes = [
    [shiftOf('me'), { officer: 'me', leads: false }, 'ok'],
    [shiftOf('other'), { officer: 'me', leads: false }, 'shift.not-yours'],
    [shiftOf('other'), { officer: 'me', leads: true }, 'ok'],
    [ended, { officer: 'me', leads: false }, 'shift.ended'],
    [{ ...ended, officer: 'other' }, { officer: 'me', leads: false }, 'shift.not-yours'],
  ] as const
  for (const [shift, by, wanted] of codes) {
    const decided = decideEnd(shift, by)
    assert.equal(decided.ok ? 'ok' : decided.refusal.code, wanted)
  }
})

const at = await openPoint()
const { open, desk, officer, other, chief, begin, body, cross, later, code, rows } = at
const end = (id: string, who = officer, more: object = {}) => desk.post(`/api/v1/shifts/${id}/end`, { requestId: desk.id(), note: '', ...more }, who)
const idOf = (answer: { body: object }) => String((answer.body as { id?: string }).id)
const list = async (who = officer) => (await desk.get(`/api/v1/shifts?point=${poipet}&day=2026-11-20`, who)).body as unknown as Shift[]

test('a movement is of the lane its officer is signed in to, and says so; without a shift it says null', async () => {
  const { number } = await desk.issue(7)
  assert.equal((await cross(number, 'exit', { lane: '9' })).shift, null)
  const begun = await begin(officer, ' 4 ')
  assert.deepEqual([begun.status, begun.body['lane'], begun.body['leads'], begun.body['again']], [201, '4', false, false])
  later(120)
  const home = await cross(number, 'entry', { lane: '9' })
  assert.equal(home.shift, idOf(begun))
  later(120)
  // An officer without a shift records as before.
  assert.equal((await cross(number, 'exit', { lane: '2' }, other)).shift, null)
  const lanes = await rows<{ lane: string }>('select lane from movement order by recorded_at')
  assert.deepEqual(
    lanes.map(({ lane }) => lane),
    ['9', '4', '2'],
  )
  // A clock days ahead is refused, and keeps the lane for nobody.
  const ahead = instantOfMs(epochMs(open.clock.now) + 3 * 86_400_000)
  assert.equal(code(await desk.post('/api/v1/movements', body(number, 'entry', { occurredAt: ahead }), officer)), 'movement.in-future')
  await open.instance.shifts.refresh()
  const [row] = await rows<{ seen_at: string; started_at: string }>('select seen_at, started_at from shift where id = $1', [idOf(begun)])
  assert.ok(row && row.seen_at > row.started_at && epochMs(row.seen_at as Instant) <= epochMs(open.clock.now), JSON.stringify(row))
})

test('a taken lane says since when; the chief takes it over, another officer once it is idle; notes are handed on', async () => {
  const refused = await begin(other, '4')
  assert.deepEqual([refused.status, code(refused), refused.body.about['lane'], refused.body.about['minutes']], [409, 'shift.lane-taken', '4', 30])
  assert.equal(code(await begin(other, '4', { takeOver: true })), 'shift.lane-taken')
  const taken = await begin(chief, '4', { takeOver: true })
  assert.deepEqual([taken.status, taken.body['leads']], [201, true])
  assert.deepEqual((await list())[1]?.endedHow, 'taken-over')
  assert.equal((await end(idOf(taken), chief, { note: ' the scanner of lane 4 is slow ' })).body['note'], 'the scanner of lane 4 is slow')
  assert.equal((await begin(other, '4')).status, 201)
  const mine = (await desk.get('/api/v1/shifts/mine', other)).body as unknown as { shift: Shift; before: Shift }
  assert.deepEqual([mine.shift.lane, mine.before.note], ['4', 'the scanner of lane 4 is slow'])
  later(30 * 60)
  assert.equal((await begin(officer, '4', { takeOver: true })).status, 201)
  assert.equal(((await desk.get('/api/v1/shifts/mine', other)).body as unknown as { shift: null }).shift, null)
})

test('refused: an unknown point, no lane, another’s end, ended twice, unknown, an id for two things; and again is the same', async () => {
  assert.equal(code(await begin(officer, '5', { point: 'kh-th/nowhere' })), 'point.unknown')
  assert.equal(code(await begin(officer, '5', { point: 'kh-th/malai' })), 'authority.place')
  for (const bad of [
    { lane: ' ' },
    { lane: '\u200f' },
    { lane: '1\u202e' },
    { lane: '\u2060\u200b' },
    { lane: '' },
    { lane: 'x'.repeat(21) },
    { id: 'x' },
    { more: 1 },
  ])
    assert.equal((await begin(officer, '5', bad)).status, 400)
  const id = desk.id()
  assert.equal((await begin(officer, '5', { id })).status, 201)
  const again = await begin(officer, '5', { id })
  assert.deepEqual([again.status, again.body['again']], [200, true])
  assert.equal(code(await begin(officer, '6', { id })), 'request.id-reused')
  assert.equal(code(await end(id, other)), 'shift.not-yours')
  assert.equal(code(await end(desk.id())), 'shift.not-found')
  assert.equal(code(await end(id, { role: 'checkpoint-officer', place: 'kh-th/malai' })), 'shift.not-found')
  assert.equal((await end(id)).status, 200)
  assert.equal(code(await end(id)), 'shift.ended')
  assert.equal(code(await desk.get(`/api/v1/shifts?point=${poipet}&day=2026-02-30`, officer)), 'time.invalid')
})

test('ten officers at once at one lane: one works there; one officer ten times at ten lanes: one shift', async () => {
  const [who, also] = [officer, other]
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => begin(index % 2 === 0 ? who : also, '7')))
  assert.ok(
    answers.every(({ status }) => status === 201 || status === 409),
    JSON.stringify(answers.map(({ body }) => body)),
  )
  assert.equal((await rows("select 1 from shift where lane = '7' and ended_at is null")).length, 1)
  const lanes = await Promise.all(Array.from({ length: 10 }, (_, index) => begin(who, `${20 + index}`)))
  assert.deepEqual(
    lanes.filter(({ status }) => status >= 300).map(({ body }) => body),
    [],
  )
  assert.equal(
    (
      await rows('select 1 from shift where ended_at is null and officer = (select officer from shift where id = $1)', [
        idOf(lanes[0] ?? assert.fail()),
      ])
    ).length,
    1,
  )
})

test('the database alone shows no shift of another point', async () => {
  const [stranger] = await rows<{ account: string }>(
    "select account from role_grant where place = 'kh-th/malai' and role = 'checkpoint-officer' limit 1",
  )
  const seen = await inTransaction(open.instance.database, { account: stranger?.account ?? '', at: open.clock.now }, (tx) =>
    tx.selectFrom('shift').selectAll().execute(),
  )
  assert.deepEqual(seen, [])
  assert.equal((await list(chief)).length, (await rows('select 1 from shift')).length)
})

test('what an offline lane tells after its officer went on to another is of the lane that it names', async () => {
  const { number } = await desk.issue(30)
  const before = open.clock.now
  later(3600)
  const begun = await begin(officer, '7')
  const late = await cross(number, 'exit', { lane: '6', occurredAt: before })
  later(120)
  const now = await cross(number, 'entry', { lane: '6' })
  assert.deepEqual([late.shift, now.shift], [null, begun.body['id']])
  assert.deepEqual(await rows('select lane from movement where id = any ($1) order by recorded_at', [[late.id, now.id]]), [
    { lane: '6' },
    { lane: '7' },
  ])
  await desk.post(`/api/v1/shifts/${String(begun.body['id'])}/end`, { requestId: desk.id(), note: '' }, officer)
})
