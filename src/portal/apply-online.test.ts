// Goal: what a resident sends from a phone is one draft of the office, proves nothing and enters no register; its number follows it to the booklet. Method: a whole instance; sent five times; a clerk goes on with it; bad input.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyAddress, openResident } from './test-resident.ts'

const { open, desk, send, follow, leaveWritings } = await openResident()
const clerk = desk.at('clerk', 'KH:0109')
type Body = { requestId: string; office: string; applicant: Record<string, unknown>; photo: string }
async function application(index: number, change: object = {}): Promise<Body> {
  const { requestId, office, applicant, photo } = (await desk.request(change, 'KH:0109', index)) as Body
  return { requestId, office, applicant, photo }
}
const born = (body: Body) => String(body.applicant['birthDate'])
const counts = async () =>
  (
    await open.administrator.query(
      "select (select count(*) from person)::int as people, (select count(*) from application_draft where source = 'online')::int as drafts",
    )
  ).rows[0]

test('five sends of a slow phone, one after the other and at once, are one draft with one number', async () => {
  const before = await counts()
  const body = await application(41)
  const first = await send('online-applications', body)
  assert.equal(first.status, 201, first.text)
  const more = await Promise.all(Array.from({ length: 5 }, () => send('online-applications', body)))
  for (const said of more) assert.equal(said.text, first.text)
  const fresh = await application(42)
  const atOnce = await Promise.all(Array.from({ length: 5 }, () => send('online-applications', fresh)))
  assert.equal(new Set(atOnce.map(({ text }) => text)).size, 1, atOnce.map(({ text }) => text).join('\n'))
  assert.deepEqual(await counts(), { people: before.people, drafts: before.drafts + 2 })
  const told = await follow({ number: String(first.body['number']), birthDate: born(body) })
  assert.deepEqual([told.body['stage'], told.body['fee'], told.body['pass']], ['received', null, null])
  assert.equal((await follow({ number: String(first.body['number']), birthDate: '1991-01-02' })).body['code'], 'follow.unknown')
  const other = await send('online-applications', { ...body, applicant: { ...body.applicant, givenName: 'OTHER' } })
  assert.equal(other.body['code'], 'request.id-reused')
})

test('a clerk of the office goes on with it, marked; the number goes with the application', async () => {
  const body = await application(43)
  const number = String((await send('online-applications', body)).body['number'])
  const rows = (await desk.get('/api/v1/drafts?office=KH:0109', clerk)).body as unknown as { id: string; source: string }[]
  assert.equal(rows.find(({ id }) => id === body.requestId)?.source, 'online')
  const draft = (await desk.get(`/api/v1/drafts/${body.requestId}`, clerk)).body as unknown as {
    version: number
    body: Record<string, unknown>
    photo: string
  }
  assert.deepEqual([draft.body['nationalId'], draft.body['birthDate'], draft.version], [body.applicant['nationalId'], born(body), 1])
  // The photo is ours: decoded and written again, nothing of the file but its picture.
  assert.ok(
    Buffer.from(draft.photo, 'base64')
      .subarray(0, 3)
      .equals(Buffer.from([0xff, 0xd8, 0xff])),
  )
  assert.notEqual(draft.photo, body.photo)
  // What the clerk types in between changes nothing of how the resident follows it.
  const save = { office: 'KH:0109', version: 1, body: { ...draft.body, birthDate: '1/1/2535' }, photo: null }
  assert.equal((await desk.call('PUT', `/api/v1/drafts/${body.requestId}`, { who: clerk, body: save })).status, 200)
  assert.equal((await follow({ number, birthDate: born(body) })).body['stage'], 'received')
  const taken = await desk.post('/api/v1/applications', { ...body, requestId: desk.id(), madeUp: true, draft: body.requestId }, clerk)
  assert.deepEqual([taken.status, taken.body['followNumber']], [201, number], JSON.stringify(taken.body))
  assert.equal((await follow({ number, birthDate: born(body) })).body['stage'], 'to-pay')
})

test('what the office does not take answers by its number with the reason; its words are gone, and nobody else throws it away', async () => {
  const body = await application(44)
  const sent = await send('online-applications', body)
  const known = { number: String(sent.body['number']), birthDate: born(body) }
  const path = `/api/v1/drafts/${body.requestId}`
  const refusal = (who = clerk, reason = 'Lives in another province', requestId = desk.id()) =>
    desk.post(`${path}/refusal`, { requestId, reason }, who)
  assert.equal((await desk.call('DELETE', path, { who: clerk })).body['code'], 'draft.from-resident')
  assert.equal((await refusal(desk.at('clerk', 'KH:0110'))).body['code'], 'draft.not-found')
  assert.equal((await refusal(clerk, '   ')).status, 400)
  const id = desk.id()
  const answers = await Promise.all(Array.from({ length: 10 }, () => refusal(clerk, 'Lives in another province', id)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    answers.map(() => 200),
  )
  assert.equal((await refusal(clerk, 'Another reason', id)).body['code'], 'request.id-reused')
  assert.equal((await refusal()).body['code'], 'draft.not-found')
  const told = await follow(known)
  assert.deepEqual([told.body['stage'], told.body['reason'], told.body['pass']], ['refused', 'Lives in another province', null])
  assert.equal((await follow({ ...known, birthDate: '1991-01-02' })).body['code'], 'follow.unknown')
  const { rows } = await open.administrator.query('select body::text, photo from application_draft where id = $1', [body.requestId])
  assert.deepEqual(rows, [{ body: '{"replaces": ""}', photo: null }])
  const events = await open.administrator.query("select body->>'reason' as reason from event where type = 'OnlineDraftRefused' and subject = $1", [
    body.requestId,
  ])
  assert.deepEqual(events.rows, [{ reason: 'Lives in another province' }])
  // To the office it is gone: not opened, listed, saved over or taken; the slow phone that sends it again is answered as before.
  assert.equal((await desk.get(path, clerk)).body['code'], 'draft.not-found')
  const listed = (await desk.get('/api/v1/drafts?office=KH:0109', clerk)).body as unknown as { id: string }[]
  assert.ok(!listed.some(({ id: draft }) => draft === body.requestId))
  assert.equal((await desk.call('DELETE', path, { who: clerk })).body['code'], 'draft.not-found')
  assert.equal((await send('online-applications', body)).text, sent.text)
  const taken = await desk.post('/api/v1/applications', { ...body, requestId: desk.id(), madeUp: true, draft: body.requestId }, clerk)
  assert.equal(taken.status, 201, String(taken.body))
  assert.notEqual(taken.body['followNumber'], known.number)
  assert.equal((await follow(known)).body['stage'], 'refused')
  // A draft of the office’s own is thrown away as before, and refused to nobody.
  const other = await application(45)
  await send('online-applications', other)
  const ours = desk.id()
  const kept = (await desk.get(`/api/v1/drafts/${other.requestId}`, clerk)).body['body']
  const save = { office: 'KH:0109', version: 0, body: kept, photo: null }
  assert.equal((await desk.call('PUT', `/api/v1/drafts/${ours}`, { who: clerk, body: save })).status, 200)
  assert.equal((await desk.post(`/api/v1/drafts/${ours}/refusal`, { requestId: desk.id(), reason: 'No' }, clerk)).body['code'], 'draft.not-found')
  assert.equal((await desk.call('DELETE', `/api/v1/drafts/${ours}`, { who: clerk })).status, 200)
})

test('a draft of another office is not moved by its id, and gives its number to nobody', async () => {
  const body = await application(44)
  const number = String((await send('online-applications', body)).body['number'])
  const [person] = (await desk.get('/api/v1/made-up/people?from=45&count=1&area=KH:0110')).body as unknown as { applicant: object }[]
  const foreign = { requestId: desk.id(), office: 'KH:0110', applicant: person?.applicant, photo: body.photo, madeUp: true, draft: body.requestId }
  const taken = await desk.post('/api/v1/applications', foreign, desk.at('clerk', 'KH:0110'))
  assert.equal(taken.status, 201, JSON.stringify(taken.body))
  assert.notEqual(taken.body['followNumber'], number)
  assert.equal((await follow({ number, birthDate: born(body) })).body['stage'], 'received')
})

test('an office has room for so many, and no more', async () => {
  const fill = `insert into application_draft (id, office, body, version, made_at, changed_at, changed_by, source)
    select gen_random_uuid(), 'KH:0109', '{}', 1, now(), now(), 'holder', 'online' from generate_series(1, 500)`
  await open.administrator.query(fill)
  assert.equal((await send('online-applications', await application(46))).body['code'], 'portal.office-full')
  await open.administrator.query("delete from application_draft where body = '{}'")
  const from = anyAddress()
  const body = await application(46)
  const said = [(await send('online-applications', body, from)).status]
  await leaveWritings(from, 3)
  for (let i = 0; i < 5; i += 1) said.push((await send('online-applications', body, from)).status)
  assert.deepEqual([said.filter((status) => status === 201).length, said.at(-1)], [4, 429])
})

const bad: [name: string, change: object, applicant: object, status: number, code: string][] = [
  ['an address that no office serves', {}, { homeArea: 'TH:2701' }, 422, 'applicant.address-not-eligible'],
  ['another district', {}, { homeArea: 'KH:0110' }, 422, 'applicant.address-not-served'],
  ['an area nobody knows', {}, { homeArea: 'KH:9999' }, 422, 'area.unknown'],
  ['another nationality', {}, { nationality: 'THA' }, 422, 'applicant.nationality'],
  ['30 February', {}, { birthDate: '1990-02-30' }, 422, 'applicant.birth-date'],
  ['born tomorrow', {}, { birthDate: '2026-11-21' }, 422, 'applicant.birth-date'],
  ['a child without a guardian', {}, { birthDate: '2016-05-05', guardian: null }, 422, 'applicant.guardian-missing'],
  ['a name turned around', {}, { localName: 'សុខ\u202e' }, 422, 'applicant.name-characters'],
  ['NUL in a name', {}, { localName: 'a\u0000b' }, 422, 'applicant.name-characters'],
  ['a photo that is a PDF', { photo: Buffer.from('%PDF-1.7 x').toString('base64') }, {}, 422, 'applicant.photo-unreadable'],
  ['a photo that is a page', { photo: Buffer.from('<svg onload=alert(1)>').toString('base64') }, {}, 422, 'applicant.photo-unreadable'],
  ['an office that does not exist', { office: 'KH:0199' }, { homeArea: 'KH:0109' }, 422, 'applicant.address-not-served'],
  ['a field more', { madeUp: true }, {}, 400, 'request.malformed'],
  ['300 KB', { photo: 'x'.repeat(300_000) }, {}, 413, 'request.too-large'],
]
for (const [name, change, applicant, status, code] of bad)
  test(`bad input: ${name}`, async () => {
    const before = await counts()
    const body = await application(47)
    const said = await send('online-applications', { ...body, ...change, applicant: { ...body.applicant, ...applicant } })
    assert.deepEqual([said.status, said.body['code']], [status, code], said.text)
    assert.deepEqual(await counts(), before)
  })

test('who mistypes uses nothing up', async () => {
  const [body, from] = [await application(49), anyAddress()]
  assert.equal((await send('online-applications', await application(47), from)).status, 201)
  await leaveWritings(from, 1)
  for (let i = 0; i < 3; i += 1)
    assert.equal((await send('online-applications', { ...body, applicant: { ...body.applicant, nationalId: '12' } }, from)).status, 422)
  assert.equal((await send('online-applications', body, from)).status, 201)
})

test('Buddhist years are read', async () => {
  const body = await application(48)
  const [year = '', month = '', day = ''] = born(body).split('-')
  const said = await send('online-applications', { ...body, applicant: { ...body.applicant, birthDate: `${day}/${month}/${Number(year) + 543}` } })
  assert.equal((await follow({ number: String(said.body['number']), birthDate: born(body) })).status, 200, said.text)
})
