// Goal: somebody contests what is theirs, once at a time; another than who recorded it decides; what is accepted corrects by a new event, and edits nothing. Method: a whole instance on a real database, at the counter and online.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daung, malai, openStays, poipet } from './test-stays.ts'

const { open, desk, officer, chief, plant, look, rowOf, setClock } = await openStays()
setClock('2026-11-20T09:00:00+07:00')
const provincial = { role: 'provincial-officer', place: 'KH:01' } as const
const interior = { role: 'interior-desk', place: 'KH' } as const
const photo = (await open.server.inject({ url: '/api/v1/made-up/people/3/photo' })).rawPayload.toString('base64')
type Body = Record<string, unknown> & { id: string; state: string; effect: string | null }
const take = (number: string, change: object = {}, who = officer) =>
  desk.post(
    '/api/v1/rebuttals',
    { requestId: desk.id(), number, issuer: 'TH', about: 'overstay', stay: 1, text: 'I left on the 12th', ...change },
    who,
  )
const taking = (id: string, who: typeof officer = chief) => desk.post(`/api/v1/rebuttals/${id}/taking`, { requestId: desk.id() }, who)
const decide = (id: string, change: object = {}, who: typeof officer = chief) =>
  desk.post(
    `/api/v1/rebuttals/${id}/decision`,
    { requestId: desk.id(), decision: 'accept', answer: 'The stamp proves it', effect: 'lawful', ...change },
    who,
  )
const received = async (number: string, change: object = {}) => {
  const { status, body } = await take(number, change)
  assert.equal(status, 201, JSON.stringify(body))
  return body as unknown as Body
}
const waiting = async (who: typeof officer = chief, query = '') => (await desk.get(`/api/v1/rebuttals?${query}`, who)).body['rows'] as Body[]
const isOver = async (number: string) =>
  ((await desk.get('/api/v1/overstays', chief)).body['rows'] as { document: { number: string } }[]).some(({ document }) => document.number === number)

test('an overstay contested with a picture, taken in hand, accepted as lawful: off the list, and nothing edited', async () => {
  const number = await plant()
  assert.equal(await isOver(number), true)
  const one = await received(number, { pictures: [photo] })
  assert.deepEqual([one.state, one['dueOn'], one['pictures']], ['received', '2026-11-30', 1])
  assert.ok((await waiting()).some(({ id }) => id === one.id))
  const picture = await open.server.inject({ url: `/api/v1/rebuttals/${one.id}/pictures/1`, headers: await open.as('chief-of-point', poipet) })
  assert.deepEqual([picture.statusCode, picture.rawPayload.subarray(0, 2).toString('hex')], [200, 'ffd8'])
  assert.equal((await decide(one.id)).body['code'], 'rebuttal.received')
  assert.equal((await taking(one.id)).status, 200)
  assert.equal((await taking(one.id, provincial)).body['code'], 'rebuttal.in-hand')
  assert.equal((await decide(one.id, {}, provincial)).body['code'], 'rebuttal.in-hand')
  const decided = await decide(one.id)
  assert.deepEqual([decided.status, decided.body['state'], decided.body['effect']], [200, 'accepted', 'lawful'], JSON.stringify(decided.body))
  assert.equal((await decide(one.id)).body['code'], 'rebuttal.decided')
  assert.equal(await isOver(number), false)
  const [row] = await rowOf(number)
  assert.deepEqual([row?.['state'], row?.['lawful_until'], row?.['lawful_by'], row?.['version']], ['open', '2026-11-16', one.id, 2])
  assert.deepEqual([row?.['lawful_through'], decided.body['lawfulThrough']], ['2026-11-20', '2026-11-20'])
  const { rows } = await open.administrator.query('select type from event where subject = $1 order by recorded_at, type', [one.id])
  assert.deepEqual(new Set(rows.map(({ type }) => type)), new Set(['RebuttalReceived', 'RebuttalTaken', 'RebuttalAccepted']))
})

test('accepted with the proven time: the stay is unmatched, and the repair beside it says when it ended', async () => {
  const number = await plant()
  const { id } = await received(number)
  await taking(id)
  const ended = (at: string, point = poipet as string) => ({ effect: 'ended', ended: { at, point } })
  for (const [code, change] of [
    ['repair.before-beginning', ended('2026-11-09T09:00:00+07:00')],
    ['repair.in-future', ended('2026-11-21T09:00:00+07:00')],
    ['point.unknown', ended('2026-11-12T09:00:00+07:00', 'kh-th/nowhere')],
    ['rebuttal.effect', { effect: 'noted' }],
    ['rebuttal.effect', { effect: 'ended' }],
    ['rebuttal.effect', { effect: null }],
    ['request.malformed', { answer: '\u200e' }],
  ] as const)
    assert.equal((await decide(id, change)).body['code'], code)
  assert.equal((await decide(id, ended('2026-11-12T09:00:00+07:00'))).status, 200)
  const [stay] = (await look(number)).body['stays'] as { state: string; missing: null; repair: Record<string, unknown> }[]
  assert.deepEqual(
    [stay?.state, stay?.missing, stay?.repair['basis'], stay?.repair['missing'], stay?.repair['inTime']],
    ['unmatched', null, 'rebuttal', 'exit', true],
  )
})

test('what is decided weeks later reaches the stay that it is about, however often the person crossed since', async () => {
  const number = await plant({ state: 'closed', openedOn: '2026-10-01' })
  const { id } = await received(number)
  for (let nth = 2; nth <= 26; nth += 1)
    await plant({ document: number, number: nth, state: 'closed', openedOn: `2026-10-${String(nth).padStart(2, '0')}` })
  await taking(id)
  assert.equal((await decide(id)).status, 200)
  const [row] = await rowOf(number)
  assert.deepEqual([row?.['number'], row?.['lawful_by'], row?.['lawful_through']], [1, id, '2026-10-01'])
})

test('not accepted, with the reason: nothing changes', async () => {
  const number = await plant()
  const { id } = await received(number)
  await taking(id, interior)
  const decided = await decide(id, { decision: 'not-accept', effect: null, answer: 'The picture shows another stamp' }, interior)
  assert.deepEqual([decided.body['state'], decided.body['effect']], ['not-accepted', null])
  assert.equal((await rowOf(number))[0]?.['version'], 1)
  assert.equal((await received(number)).state, 'received')
})

test('a flag of one’s own movement is noted', async () => {
  const number = await plant()
  const [movement] = (await look(number)).body['movements'] as { id: string }[]
  assert.equal((await take(number, { about: 'refusal', stay: null, movement: movement?.id })).body['code'], 'rebuttal.subject')
  const { id } = await received(number, { about: 'flag', stay: null, movement: movement?.id })
  await taking(id)
  assert.equal((await decide(id)).body['code'], 'rebuttal.effect')
  assert.deepEqual((await decide(id, { effect: 'noted' })).body['state'], 'accepted')
})

test('what cannot be contested', async () => {
  const [number, other] = [await plant(), await plant()]
  const [movement] = (await look(other)).body['movements'] as { id: string }[]
  const wrong: [string, object, typeof officer?][] = [
    ['rebuttal.not-theirs', { about: 'flag', stay: null, movement: movement?.id }],
    ['rebuttal.not-theirs', { about: 'flag', stay: null, movement: desk.id() }],
    ['rebuttal.not-theirs', { stay: 2 }],
    ['rebuttal.subject', { about: 'flag' }],
    ['rebuttal.subject', { movement: movement?.id }],
    ['rebuttal.subject', { stay: null }],
    ['request.malformed', { text: ' \u200e ' }],
    ['request.malformed', { about: 'weather' }],
    ['applicant.photo-unreadable', { pictures: [Buffer.from('<svg/>').toString('base64')] }],
    ['stay.not-found', {}, { role: 'checkpoint-officer', place: malai }],
    ['authority.role', {}, { role: 'cashier', place: 'KH:0110' }],
  ]
  for (const [code, change, who] of wrong) assert.equal((await take(number, change, who ?? officer)).body['code'], code, JSON.stringify(change))
  const answers = await Promise.all(Array.from({ length: 10 }, () => take(number)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array.from({ length: 9 }, () => 409)])
  const requestId = desk.id()
  const twice = [await take(other, { requestId }), await take(other, { requestId })]
  assert.deepEqual(
    twice.map(({ status }) => status),
    [201, 201],
  )
  assert.equal((await take(other, { requestId, text: 'Other words' })).body['code'], 'request.id-reused')
})

test('not decided by who recorded it, who wrote it in, or another place', async () => {
  const { number } = await desk.issue(7)
  setClock('2026-11-20T10:00:00+07:00')
  const exit = { id: desk.id(), point: poipet, direction: 'exit', document: { number }, occurredAt: open.clock.now, photo: 'match' }
  assert.equal((await desk.post('/api/v1/movements', exit, chief)).status, 201)
  const mine = await received(number, { issuer: 'KH' })
  assert.equal((await taking(mine.id)).body['code'], 'rebuttal.own-record')
  assert.equal((await taking(mine.id, provincial)).status, 200)
  const written = (await take(await plant(), {}, chief)).body as unknown as Body
  assert.equal((await taking(written.id)).body['code'], 'rebuttal.own-record')
  const elsewhere = (await take(await plant({ point: daung }), {}, { role: 'checkpoint-officer', place: daung })).body as unknown as Body
  assert.equal((await taking(elsewhere.id)).body['code'], 'rebuttal.not-found')
  assert.equal((await taking(elsewhere.id, provincial)).body['code'], 'rebuttal.not-found')
  assert.ok(!(await waiting(provincial)).some(({ id }) => id === elsewhere.id))
  assert.equal((await taking(elsewhere.id, interior)).status, 200)
})

test('online: by the pass’s number and the birth date, the answer is read the same way; a wrong date is an unknown number', async () => {
  const { number, application } = await desk.issue(8)
  setClock('2026-11-20T11:00:00+07:00')
  const exit = { id: desk.id(), point: poipet, direction: 'exit', document: { number }, occurredAt: open.clock.now, photo: 'match' }
  await desk.post('/api/v1/movements', exit, officer)
  const { rows } = await open.administrator.query(
    'select p.birth_date::text as born from person p join application a on a.person_id = p.id where a.id = $1',
    [application],
  )
  const known = { number, birthDate: String(rows[0].born) }
  const send = (change: object = {}) =>
    desk.post('/api/v1/rebuttals/online', { requestId: desk.id(), ...known, about: 'overstay', stay: 1, text: 'ខ្ញុំបានត្រឡប់ទៅវិញ', ...change })
  const sent = await send()
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  for (const hidden of ['madeBy', 'takenBy', 'document', 'said', 'holder']) assert.equal(sent.body[hidden], undefined)
  const id = String(sent.body['id'])
  assert.equal((await send()).body['code'], 'rebuttal.twice')
  assert.equal((await send({ birthDate: '1/1/1950' })).body['code'], 'follow.unknown')
  assert.equal((await send({ number: 'nonsense' })).body['code'], 'follow.unknown')
  assert.equal((await send({ birthDate: '31/2/1990' })).body['code'], 'applicant.birth-date')
  await taking(id, provincial)
  await decide(id, { decision: 'not-accept', effect: null, answer: 'No day was over' }, provincial)
  const followed = await desk.post('/api/v1/stays/follow', known)
  const [rebuttal] = followed.body['rebuttals'] as Record<string, unknown>[]
  assert.deepEqual([rebuttal?.['state'], rebuttal?.['answer'], rebuttal?.['decidedBy']], ['not-accepted', 'No day was over', undefined])
  assert.deepEqual(
    (followed.body['stays'] as { until: string; ours: boolean }[]).map(({ until, ours }) => [until, ours]),
    [['2026-11-26', true]],
  )
  assert.equal((await desk.post('/api/v1/stays/follow', { ...known, birthDate: '1950-01-01' })).body['code'], 'follow.unknown')
})

type Listed = { rows: { document: { number: string }; until: string; daysOver: number }[] }
const listed = async (number: string) =>
  ((await desk.get('/api/v1/overstays', chief)).body as unknown as Listed).rows.find(({ document }) => document.number === number)
const accepted = async (number: string, change: object = {}) => {
  const { id } = await received(number)
  await taking(id)
  return decide(id, change)
}

test('an acceptance covers its days and no more: the day after is late again, in the list, on the stay and for who asks; a second one covers what came since', async () => {
  setClock('2026-11-20T15:00:00+07:00')
  const number = await plant()
  const { id } = await received(number)
  await taking(id)
  assert.deepEqual((await desk.get(`/api/v1/rebuttals/${id}`, chief)).body['covers'], { day: '2026-11-20', first: '2026-11-17', last: '2026-11-27' })
  for (const [code, lawfulThrough] of [
    ['rebuttal.lawful-day', '2026-11-16'],
    ['rebuttal.lawful-day', '2026-11-28'],
    ['time.invalid', '2026-02-30'],
  ] as const)
    assert.equal((await decide(id, { lawfulThrough })).body['code'], code, lawfulThrough)
  const ended = { at: '2026-11-12T09:00:00+07:00', point: poipet }
  assert.equal((await decide(id, { effect: 'ended', ended, lawfulThrough: '2026-11-20' })).body['code'], 'rebuttal.effect')
  assert.equal((await decide(id, { lawfulThrough: '2026-11-22' })).body['lawfulThrough'], '2026-11-22')
  const over = async () => ((await look(number)).body['stays'] as { over: boolean; until: string; daysOver: number; lawfulThrough: string }[])[0]
  setClock('2026-11-22T15:00:00+07:00')
  assert.equal(await listed(number), undefined)
  assert.deepEqual([(await over())?.over, (await over())?.until], [false, '2026-11-22'])
  setClock('2026-11-24T15:00:00+07:00')
  assert.deepEqual([(await listed(number))?.until, (await listed(number))?.daysOver], ['2026-11-22', 2])
  assert.deepEqual([(await over())?.over, (await over())?.daysOver], [true, 2])
  const counted = (await desk.get('/api/v1/overstays', chief)).body as unknown as Listed & {
    foreign: { count: number; byPoint: { count: number }[]; byArea: { count: number }[] }
  }
  for (const sums of [counted.foreign.byPoint, counted.foreign.byArea])
    assert.equal(
      sums.reduce((sum, { count }) => sum + count, 0),
      counted.rows.length,
    )
  const second = await accepted(number)
  assert.deepEqual([second.status, second.body['lawfulThrough']], [200, '2026-11-24'])
  assert.equal(await listed(number), undefined)
  const [row] = await rowOf(number)
  assert.deepEqual(
    [row?.['lawful_until'], row?.['lawful_by'], row?.['lawful_through'], row?.['version']],
    ['2026-11-16', second.body['id'], '2026-11-24', 3],
  )
  setClock('2026-11-25T15:00:00+07:00')
  assert.equal((await listed(number))?.daysOver, 1)
})

test('of somebody who is out, an acceptance covers up to the exit', async () => {
  setClock('2026-11-25T16:00:00+07:00')
  const number = await plant({ state: 'closed' })
  assert.equal((await accepted(number)).body['lawfulThrough'], '2026-11-10')
})

test('who was found lawful is not late at the gate through that day, and is after it; an undoing takes nothing of it back', async () => {
  const { number } = await desk.issue(11)
  type Crossed = { id: string; outcome: string; reasons: string[] }
  const cross = async (direction: string): Promise<Crossed> => {
    const id = desk.id()
    const { status, body } = await desk.post(
      '/api/v1/movements',
      { id, point: poipet, direction, document: { number }, occurredAt: open.clock.now, photo: 'match' },
      officer,
    )
    assert.equal(status, 201, JSON.stringify(body))
    const { outcome, findings } = body['verdict'] as unknown as { outcome: string; findings: { reason: string }[] }
    return { id, outcome, reasons: findings.map(({ reason }) => reason) }
  }
  const undo = (id: string) => desk.post(`/api/v1/movements/${id}/undo`, { requestId: desk.id(), reason: 'the wrong person' }, officer)
  setClock('2026-11-20T09:00:00+07:00')
  await cross('exit')
  setClock('2026-12-05T09:00:00+07:00')
  const { id } = await received(number, { issuer: 'KH' })
  await taking(id, provincial)
  assert.equal((await decide(id, {}, provincial)).status, 200)
  const inTime = await cross('entry')
  assert.deepEqual([inTime.outcome, inTime.reasons.includes('found-lawful')], ['admit', true])
  assert.equal((await undo(inTime.id)).status, 201)
  setClock('2026-12-06T09:00:00+07:00')
  const late = await cross('entry')
  assert.deepEqual([late.outcome, late.reasons.includes('late-own-national')], ['admit-with-flag', true])
  assert.equal((await undo(late.id)).status, 201)
  const [again] = [await received(number, { issuer: 'KH' })]
  await taking(again.id, provincial)
  assert.equal((await decide(again.id, { lawfulThrough: '2026-12-08' }, provincial)).status, 200)
  setClock('2026-12-08T09:00:00+07:00')
  assert.equal((await cross('entry')).outcome, 'admit')
})
