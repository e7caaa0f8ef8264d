// Goal: a complaint reaches the province and the auditor, never the office it is about alone, and its answer whoever has the secret word. Method: a whole instance; every role asked; ten at once; bad input.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberOf } from '../passes/follow-number.rules.ts'
import { csvOf } from '../platform/csv.ts'
import { anyAddress, openResident } from './test-resident.ts'

const { open, desk, send, leaveWritings } = await openResident()
const secret = 'Blue bridge'
const complaint = (change: object = {}) => ({
  requestId: desk.id(),
  place: 'KH:0109',
  about: 'fee',
  asked: 50_000,
  text: 'They asked 50,000 riel for the pass.',
  secret,
  ...change,
})
async function complain(change: object = {}): Promise<{ number: string; id: string }> {
  const body = complaint(change)
  const said = await send('complaints', body)
  assert.equal(said.status, 201, said.text)
  return { number: String(said.body['number']), id: body.requestId }
}
const officer = desk.at('provincial-officer', 'KH:01')
const auditor = desk.at('auditor', 'KH')
const step = (id: string, name: string, more: object = {}, who = officer) =>
  desk.post(`/api/v1/complaints/${id}/${name}`, { requestId: desk.id(), ...more }, who)
const follow = (number: string, word = secret) => send('complaints/follow', { number, secret: word })

test('received, in hand, answered; the resident reads the answer by number and word, and nobody by the number alone', async () => {
  const { number, id } = await complain()
  const received = await follow(number)
  assert.deepEqual([received.status, received.body['state'], received.body['answer']], [200, 'received', null])
  assert.ok(!received.text.includes('riel'), 'what was written is not said back')
  assert.equal((await step(id, 'answer', { answer: 'x' })).body['code'], 'complaint.received')
  assert.equal((await step(id, 'taking')).status, 200)
  assert.equal((await follow(number)).body['state'], 'in-hand')
  assert.equal((await step(id, 'answer', { answer: 'The price is 20,000 riel. The rest is given back.' })).status, 200)
  const answered = await follow(number, 'BLUEBRIDGE')
  assert.deepEqual([answered.body['state'], answered.body['answer']], ['answered', 'The price is 20,000 riel. The rest is given back.'])
  const seen = (await desk.get(`/api/v1/complaints/${id}`, auditor)).body
  assert.deepEqual([seen['takenAt'], seen['answeredAt'], seen['answeredBy']], [open.clock.now, open.clock.now, seen['takenBy']])
  assert.equal((await step(id, 'answer', { answer: 'y' })).body['code'], 'complaint.answered')
  const wrong = await follow(number, 'another word')
  const unknown = await follow(numberOf('complaint', 0.999))
  assert.equal(wrong.status, 404)
  assert.equal(wrong.text, unknown.text)
})

test('who sees it: the province’s officer and the auditor; not the office, not another province, not the hall about itself', async () => {
  const about = await complain()
  const hall = await complain({ place: 'KH:01' })
  const sees = async (id: string, who: ReturnType<typeof desk.at>) => (await desk.get(`/api/v1/complaints/${id}`, who)).status
  assert.deepEqual([await sees(about.id, officer), await sees(about.id, auditor)], [200, 200])
  for (const who of [
    desk.at('governor', 'KH:0109'),
    desk.at('clerk', 'KH:0109'),
    desk.at('office-administrator', 'KH:0109'),
    desk.at('provincial-governor', 'KH:01'),
  ])
    assert.equal(await sees(about.id, who), 403, who.role)
  assert.equal(await sees(about.id, desk.at('provincial-officer', 'KH:02')), 404)
  assert.deepEqual([await sees(hall.id, officer), await sees(hall.id, auditor)], [404, 200])
  const inState = async (query: string) =>
    ((await desk.get(`/api/v1/complaints?${query}`, officer)).body as unknown as { state: string }[]).map(({ state }) => state)
  for (const state of ['received', 'answered'])
    for (const more of ['', '&all=no', '&all=yes']) assert.deepEqual(new Set(await inState(`state=${state}${more}`)), new Set([state]), state + more)
  assert.deepEqual(await inState('state=closed'), [])
  for (const bad of ['ugly', '', 'received,closed']) assert.equal((await desk.get(`/api/v1/complaints?state=${bad}`, officer)).status, 400, bad)
  const listed = (await desk.get('/api/v1/complaints', officer)).body as unknown as { id: string; place: string }[]
  assert.ok(listed.some(({ id }) => id === about.id) && listed.every(({ place }) => place.startsWith('KH:01') && place !== 'KH:01'))
})

test('about a crossing point: it goes to the province that the point lies in', async () => {
  const { number, id } = await complain({ place: 'kh-th/poipet', about: 'conduct', asked: null })
  const { body } = await desk.get(`/api/v1/complaints/${id}`, officer)
  assert.deepEqual([body['place'], body['point'], body['number']], ['KH:0110', 'kh-th/poipet', number])
})

test('ten times at once is one complaint with one number; the same id with another text is refused', async () => {
  const body = complaint({ text: 'Sent by a slow phone.' })
  const said = await Promise.all(Array.from({ length: 10 }, () => send('complaints', body)))
  assert.deepEqual(new Set(said.map(({ status, body: { number } }) => `${status} ${number}`)).size, 1)
  const other = await send('complaints', { ...body, text: 'Another.' })
  assert.equal(other.body['code'], 'request.id-reused')
})

test('two officers take it at once: one has it, the other is told; closing says why', async () => {
  const { number, id } = await complain()
  const taken = await Promise.all([officer, { ...officer, nth: 0 }, auditor].map((who) => step(id, 'taking', {}, who)))
  assert.equal(taken.filter(({ status }) => status === 200).length, 1)
  const byAuditor = (await desk.get(`/api/v1/complaints/${id}`, auditor)).body
  const mine = taken[2]?.status === 200 ? auditor : officer
  const other = mine === auditor ? officer : auditor
  assert.equal(byAuditor['state'], 'in-hand')
  assert.equal((await step(id, 'answer', { answer: 'x' }, other)).body['code'], 'complaint.in-hand')
  assert.equal((await step(id, 'closing', { answer: 'It names nobody.' }, mine)).status, 200)
  assert.deepEqual([(await follow(number)).body['state'], (await follow(number)).body['answer']], ['closed', 'It names nobody.'])
})

test('every step is an event that names nobody', async () => {
  const { id } = await complain({ text: 'Kanaritest was asked', contact: 'Kanaritest 012 345 678' })
  await step(id, 'taking')
  await step(id, 'answer', { answer: 'Thank you, Kanaritest' })
  const { rows } = await open.administrator.query<{ type: string; body: object }>(
    'select type, body from event where subject = $1 order by made_at',
    [id],
  )
  assert.deepEqual(rows.map(({ type }) => type).sort(), ['ComplaintAnswered', 'ComplaintReceived', 'ComplaintTaken'])
  assert.ok(!JSON.stringify(rows).includes('Kanaritest'))
  const { rows: kept } = await open.administrator.query<{ secret: string }>('select secret from complaint where id = $1', [id])
  assert.ok(!kept[0]?.secret.toLowerCase().includes('blue'), 'the word itself is not kept')
})

test('formulas, markup and turned lines are text: kept as text, shown as text, and harmless in a table', async () => {
  const text = '=HYPERLINK("http://x","free")\n<script>alert(1)</script>\u202eevil'
  const { id } = await complain({ text })
  const { body } = await desk.get(`/api/v1/complaints/${id}`, officer)
  assert.equal(body['text'], '=HYPERLINK("http://x","free")\n<script>alert(1)</script>evil')
  assert.match(csvOf(['text'], [[String(body['text'])]]), /"'=HYPERLINK/)
})

test('so many writings a day from one address, which thousands of phones may share; another is not kept out', async () => {
  const from = anyAddress()
  assert.equal((await send('complaints', complaint(), from)).status, 201)
  await leaveWritings(from, 20)
  const codes = (await Promise.all(Array.from({ length: 30 }, () => send('complaints', complaint(), from)))).map(({ status }) => status)
  assert.equal(codes.filter((status) => status === 201).length, 20)
  assert.equal(codes.filter((status) => status === 429).length, 10)
  assert.equal((await send('complaints', complaint())).status, 201)
})

const bad: [name: string, change: object, status: number, code: string][] = [
  ['no such office', { place: 'KH:0199' }, 422, 'complaint.place'],
  ['a state', { place: 'KH' }, 422, 'complaint.place'],
  ['another state’s office', { place: 'TH:2701' }, 422, 'complaint.place'],
  ['a commune', { place: 'KH:010902' }, 422, 'complaint.place'],
  ['no such point', { place: 'kh-th/nowhere' }, 422, 'complaint.place'],
  ['SQL for a place', { place: "' or true --" }, 422, 'complaint.place'],
  ['2,001 characters', { text: 'x'.repeat(2001) }, 400, 'request.malformed'],
  ['nothing to read', { text: '\u202e\u200e ' }, 400, 'request.malformed'],
  ['NUL', { text: 'a\u0000b' }, 400, 'request.malformed'],
  ['a secret of spaces', { secret: '     ' }, 400, 'request.malformed'],
  ['an amount of nothing', { asked: 0 }, 400, 'request.malformed'],
  ['half a riel', { asked: 0.5 }, 400, 'request.malformed'],
  ['about something else', { about: 'weather' }, 400, 'request.malformed'],
  ['no command id', { requestId: 'x' }, 400, 'request.malformed'],
  ['300 KB', { text: 'x'.repeat(300_000) }, 413, 'request.too-large'],
]
for (const [name, change, status, code] of bad)
  test(`bad input: ${name}`, async () => {
    const said = await send('complaints', complaint(change))
    assert.deepEqual([said.status, said.body['code']], [status, code], said.text)
  })
