// Goal: the API's main job end to end on a real database: a pass issued under a mandate, scanned, recorded; and what it says to bad input. Method: requests to a whole instance with a clock of its own.
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sha256 } from '../credential/bytes.ts'
import { readStatusList } from '../credential/status-list.ts'
import { readTrustList, trustedKeys } from '../credential/trust-list.ts'
import { verifyPass } from '../credential/verify.ts'
import { problemCodes } from '../kernel/problem.ts'
import { epochMs, epochSeconds, type Instant, parseInstant } from '../kernel/time.ts'
import { newCommandId } from '../platform/ids.ts'
import { problemStatus } from '../platform/problem-document.ts'
import { type Answered, openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

// A Friday morning at the border.
const morning = '2026-11-20T08:30:00.000+07:00'
const open = await openTestInstance({ now: morning })
const { call, get, id, apply, pay, approve, sign, issue, revoke, request, officer, at: who, post: send } = openDesk(open)
const at = (text: string): Instant => parseInstant(text) ?? assert.fail(text)
/** What the gate sends is the officer's; everything else here names its person. */
const post = (url: string, body: object) => send(url, body, officer)
const movement = (change: object = {}) => ({
  id: id(),
  point: 'kh-th/poipet',
  lane: '1',
  direction: 'exit',
  occurredAt: open.clock.now,
  photo: 'match',
  ...change,
})

test('the public answer and the registry: fifteen points, both sides named, open by both calendars', async () => {
  const { body } = await get('/api/v1/crossing-points?at=2025-06-10T08:30%2B07:00')
  const points = body as unknown as { point: string; open: boolean; until: string | null; nextOpen: string | null; instruments: string[] }[]
  assert.equal(points.length, 16)
  const poipet = points.find(({ point }) => point === 'kh-th/poipet')
  assert.deepEqual([poipet?.open, poipet?.until, poipet?.nextOpen], [true, '2025-06-10T20:00:00+07:00', null])
  const anSes = (await get('/api/v1/crossing-points/kh-th/an-ses?at=2025-06-11T08:30%2B07:00')).body
  assert.deepEqual([anSes['open'], anSes['nextOpen']], [false, '2025-06-12T09:00:00+07:00'])
})

test('a resident pays, is approved under the mandate, signed; goes out, comes home, and the stay closes', async () => {
  open.clock.now = at(morning)
  const applied = await apply()
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  assert.equal(applied.body['state'], 'submitted')
  const application = String(applied.body['id'])
  assert.equal(applied.body['dueOn'], null)
  assert.equal((await pay(application)).status, 200)
  const paid = (await get(`/api/v1/applications/${application}`, who('cashier', 'KH:0109'))).body
  assert.match(String(paid['receipt']), /^KH0109-R\d{6}$/)
  // Friday 20 November; the Water Festival is 23 to 25 November.
  assert.equal(paid['dueOn'], '2026-12-02')
  assert.equal((await approve(application)).body['mandate'], 'KH:0109/2024-01-01')
  const signed = await sign([application])
  assert.ok(signed.status < 300, JSON.stringify(signed.body))
  const governor = who('governor', 'KH:0109')
  const number = String((await get(`/api/v1/applications/${application}`, governor)).body['passNumber'])
  await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [number])
  const pass = (await get(`/api/v1/passes/${number}`, governor)).body
  assert.equal(pass['lastDay'], '2028-11-19')
  const text = String(pass['qrText'])

  // The booklet between the signature and the hand is office-workflow's matter.
  await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [number])

  open.clock.now = at('2026-11-20T09:00:00+07:00')
  const out = await post('/api/v1/movements', movement({ document: { text } }))
  assert.equal(out.status, 201)
  assert.deepEqual([out.body.verdict.outcome, out.body.verdict.lawfulUntil, out.body['stayNumber']], ['admit', '2026-11-26', 1])
  const seen = (await post('/api/v1/verdicts', { point: 'kh-th/poipet', direction: 'entry', document: { number } })).body
  assert.deepEqual([seen.facts.stay.state, seen.holder.number], ['open', number])

  open.clock.now = at('2026-11-20T16:00:00+07:00')
  const home = await post('/api/v1/movements', movement({ direction: 'entry', document: { number } }))
  assert.deepEqual([home.status, home.body.verdict.outcome], [201, 'admit'])
  const { rows } = await open.administrator.query("select state, closed_point from stay where state = 'closed'")
  assert.deepEqual(rows, [{ state: 'closed', closed_point: 'kh-th/poipet' }])
  const counts = (await get('/api/v1/counts?point=kh-th/poipet&from=2026-11-20&until=2026-11-21', officer)).body as unknown as {
    direction: string
    count: number
  }[]
  assert.deepEqual(
    counts.map(({ direction, count }) => [direction, count]),
    [
      ['entry', 1],
      ['exit', 1],
    ],
  )
  const list = (await get(`/api/v1/movements?number=${number}`, officer)).body as unknown as object[]
  assert.equal(list.length, 2)
})

test('the page is a PDF, the photo a JPEG', async () => {
  open.clock.now = at(morning)
  const { number } = await issue(20)
  const page = await open.server.inject({ url: `/api/v1/passes/${number}/page.pdf`, headers: { ...(await open.as('printer', 'KH:0109')) } })
  assert.deepEqual([page.statusCode, page.headers['content-type'], page.rawPayload.subarray(0, 5).toString()], [200, 'application/pdf', '%PDF-'])
  const face = await open.server.inject({ url: `/api/v1/passes/${number}/photo`, headers: { ...(await open.as('clerk', 'KH:0109')) } })
  assert.deepEqual([face.headers['content-type'], face.rawPayload[0]], ['image/jpeg', 0xff])
})

test('ten officers scanning one pass at once: one movement, nine answers that say so', async () => {
  open.clock.now = at(morning)
  const { qrText, number } = await issue(21)
  open.clock.now = at('2026-11-20T09:00:00+07:00')
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, lane) =>
      post('/api/v1/movements', movement({ lane: String(lane), document: lane % 2 ? { text: qrText } : { number } })),
    ),
  )
  const made = answers.filter(({ status }) => status === 201)
  const told = answers.filter(
    ({ status, body }) => status === 409 && body['code'] === 'movement.repeat' && body.about['movement'] === made[0]?.body['id'],
  )
  assert.deepEqual([made.length, told.length], [1, 9])
  const { rows } = await open.administrator.query('select count(*)::int as n from movement where document_number = $1', [number])
  assert.equal(rows[0]?.n, 1)
})

test('one id sent ten times at once is recorded once and answered the same', async () => {
  open.clock.now = at(morning)
  const { number } = await issue(22)
  open.clock.now = at('2026-11-20T09:00:00+07:00')
  const same = movement({ document: { number } })
  const answers = await Promise.all(Array.from({ length: 10 }, () => post('/api/v1/movements', same)))
  assert.deepEqual([...new Set(answers.map(({ body }) => JSON.stringify(body.verdict)))].length, 1)
  assert.deepEqual(answers.filter(({ status, body }) => status === 201 && body['again'] === false).length, 1)
  assert.deepEqual(answers.filter(({ status, body }) => status === 200 && body['again'] === true).length, 9)
  const other = await post('/api/v1/movements', { ...same, direction: 'entry' })
  assert.deepEqual([other.status, other.body['code']], [409, 'request.id-reused'])
})

test('a recorded movement keeps its answer when the pass is revoked afterwards; an application is taken once', async () => {
  open.clock.now = at(morning)
  const { number } = await issue(25)
  open.clock.now = at('2026-11-20T09:00:00+07:00')
  const out = movement({ document: { number } })
  const first = await post('/api/v1/movements', out)
  await revoke(number, 'reported lost')
  const again = await post('/api/v1/movements', out)
  assert.deepEqual([again.status, again.body.verdict, again.body['again']], [200, first.body.verdict, true])
  const asked = (await request({}, 'KH:0109', 26)) as { applicant: object }
  const take = (body: object) => send('/api/v1/applications', body, who('clerk', 'KH:0109'))
  const ten = await Promise.all(Array.from({ length: 10 }, () => take(asked)))
  assert.deepEqual(
    [...new Set(ten.map(({ status, body }) => `${status} ${body['id']}`))].length,
    1,
    JSON.stringify(ten.map(({ body }) => body['code'])),
  )
  const other = await take({ ...asked, applicant: { ...asked.applicant, givenName: 'ANOTHER' } })
  assert.deepEqual([other.status, other.body['code']], [409, 'request.id-reused'])
})

test('one application on ten lists, all signed at once: one pass', async () => {
  open.clock.now = at(morning)
  const application = String((await apply({}, 'KH:0110', 30)).body['id'])
  await pay(application, 'KH:0110')
  await approve(application, 'KH:0110')
  const answers = await Promise.all(Array.from({ length: 10 }, () => sign([application], 'KH:0110')))
  assert.equal(answers.filter(({ status }) => status < 300).length, 1, JSON.stringify(answers.map(({ body }) => body['code'])))
  const { rows } = await open.administrator.query('select count(*)::int as n from pass where application_id = $1', [application])
  assert.equal(rows[0]?.n, 1)
})

test('a revoked pass is refused at the next scan, and the status list says so', async () => {
  open.clock.now = at(morning)
  const { number, qrText } = await issue(23)
  const revoked = await revoke(number, 'reported stolen')
  assert.deepEqual([revoked.status, revoked.body['state']], [200, 'revoked'])
  open.clock.now = at('2026-11-20T09:00:00+07:00')
  const out = await post('/api/v1/movements', movement({ document: { text: qrText } }))
  assert.deepEqual([out.status, out.body.verdict.outcome], [201, 'refuse'])
  assert.ok(out.body.verdict.findings.some(({ reason }) => reason === 'revoked'))
  const list = await open.server.inject({ url: '/api/v1/status-lists/202611' })
  assert.equal(list.headers['content-type'], 'application/statuslist+cwt')
})

test('an outside verifier needs only the pinned root: the trust list, its keys, the status list and a pass all hold', async () => {
  open.clock.now = at(morning)
  const { number, qrText } = await issue(24)
  const pin = (await sha256(open.instance.keys.root.spki)).toHex()
  const now = epochSeconds(open.clock.now)
  const token = new Uint8Array((await open.server.inject({ url: '/api/v1/trust-list' })).rawPayload)
  const read = await readTrustList(token, { pins: { current: pin }, heldSeq: undefined, now })
  assert.ok(read.ok, JSON.stringify(read))
  const other = await readTrustList(token, { pins: { current: '0'.repeat(64) }, heldSeq: undefined, now })
  assert.deepEqual([other.ok, !other.ok && other.code], [false, 'TRUST_ROOT_UNKNOWN'])
  const uri = read.value.statusListUris.find((each) => each.endsWith('/202611')) ?? assert.fail()
  const list = new Uint8Array((await open.server.inject({ url: '/api/v1/status-lists/202611' })).rawPayload)
  const statuses = await readStatusList(list, { uri, keys: await trustedKeys(read.value, 'status'), now })
  assert.ok(statuses.ok, JSON.stringify(statuses))
  const verdict = await verifyPass(qrText, { keys: await trustedKeys(read.value, 'pass'), lists: [statuses.value] }, now)
  assert.deepEqual([verdict.outcome, verdict.claims?.number], ['green', number])
})

test('made-up people end where they end', async () => {
  const last = await get('/api/v1/made-up/people?from=9999998&count=500')
  assert.deepEqual([last.status, (last.body as unknown as object[]).length], [200, 2])
  assert.equal((await get('/api/v1/made-up/people?from=10000000')).status, 400)
})

test('specimens: forged is refused, expired is refused, an unknown key is referred, another system is no pass', async () => {
  open.clock.now = at('2026-11-20T09:00:00+07:00')
  const specimens = (await get('/api/v1/made-up/specimens')).body as unknown as { kind: string; qrText: string }[]
  const seen: string[][] = []
  for (const { kind, qrText } of specimens) {
    const { body } = await post('/api/v1/movements', movement({ document: { text: qrText } }))
    seen.push([kind, String(body.verdict?.outcome ?? body['code'])])
  }
  assert.deepEqual(seen, [
    ['forged', 'refuse'],
    ['expired', 'refuse'],
    ['unknown-key', 'refer'],
    ['other-system', 'document.not-a-pass'],
  ])
})

test('a mandate that is revoked stops the next signature, and names the decision', async () => {
  open.clock.now = at(morning)
  const application = String((await apply({}, 'KH:0107', 40)).body['id'])
  await pay(application, 'KH:0107')
  await approve(application, 'KH:0107')
  await open.administrator.query("update mandate set revoked_at = $1, revoked_by = 'kh/province-hall-practice' where office = 'KH:0107'", [
    open.clock.now,
  ])
  const signed = await sign([application], 'KH:0107')
  assert.deepEqual([signed.status, signed.body['code'], signed.body['instruments']], [403, 'mandate.revoked', ['kh/province-hall-practice']])
})

test('bad input gets its own clear refusal, in the caller’s language, and nothing is kept', async () => {
  open.clock.now = at(morning)
  const before = await totals()
  const unknown = movement({ document: { number: 'KH01100000000' } })
  const specimens = (await get('/api/v1/made-up/specimens')).body as unknown as { qrText: string }[]
  const whole = specimens[0]?.qrText ?? assert.fail()
  const table: [string, Answered, number, string][] = [
    ['an applicant of another district', await apply({ homeArea: 'KH:0110' }, 'KH:0109', 50), 422, 'applicant.address-not-served'],
    ['a child without guardian', await apply({ birthDate: '2014-01-01' }, 'KH:0109', 50), 422, 'applicant.guardian-missing'],
    ['control characters', await apply({ localName: 'ក\u0007' }, 'KH:0109', 50), 422, 'applicant.name-characters'],
    ['NUL', await apply({ address: 'a\u0000b' }, 'KH:0109', 50), 422, 'applicant.name-characters'],
    ['a name of 10,000 characters', await apply({ localName: 'ក'.repeat(10_000) }, 'KH:0109', 50), 422, 'applicant.name-too-long'],
    ['31 February', await apply({ birthDate: '1990-02-31' }, 'KH:0109', 50), 422, 'applicant.birth-date'],
    [
      'an office that is not one’s own',
      await send('/api/v1/applications', await request({}, 'KH:1201', 50), who('clerk', 'KH:0109')),
      403,
      'authority.place',
    ],
    [
      'another price',
      await send(
        `/api/v1/charges/${(await apply({}, 'KH:0102', 51)).body['id']}/cash`,
        { requestId: id(), amount: 25_000, currency: 'KHR' },
        who('cashier', 'KH:0102'),
      ),
      422,
      'fee.amount',
    ],
    [
      'a movement in the future',
      await post('/api/v1/movements', movement({ document: { number: 'KH01100000000' }, occurredAt: '2026-11-20T09:30:00+07:00' })),
      422,
      'movement.in-future',
    ],
    ['an unknown pass', await post('/api/v1/movements', unknown), 404, 'pass.not-found'],
    ['an unknown point', await post('/api/v1/movements', { ...unknown, point: 'kh-th/nowhere' }), 404, 'point.unknown'],
    ['an instant that is none', await post('/api/v1/movements', { ...unknown, occurredAt: '2026-13-01T00:00Z' }), 400, 'time.invalid'],
    ['NUL in the lane', await post('/api/v1/movements', { ...unknown, lane: 'a\u0000' }), 400, 'request.malformed'],
    ['half a character in the plate', await post('/api/v1/movements', { ...unknown, plate: '\ud800' }), 400, 'request.malformed'],
    ['NUL in a query', await get('/api/v1/movements?number=%00', officer), 400, 'request.malformed'],
    ['a day that is none', await get('/api/v1/counts?from=2026-02-30&until=2026-12-01', officer), 400, 'time.invalid'],
    ['a path that cannot be read', await get('/%'), 400, 'request.malformed'],
    [
      'an id from the year 9999',
      await post('/api/v1/movements', { ...unknown, id: 'e677d21f-dc00-7000-8000-000000000000' }),
      400,
      'request.malformed',
    ],
    [
      'an id from next year',
      await post('/api/v1/movements', { ...unknown, id: newCommandId(epochMs(open.clock.now) + 400 * 86_400_000) }),
      422,
      'movement.in-future',
    ],
    ['a district that is none', await apply({ homeArea: 'KH:0199' }, 'KH:01', 50), 422, 'area.unknown'],
    ['a name of invisible characters', await apply({ localName: '\u200b\u200b' }, 'KH:0109', 50), 422, 'applicant.malformed'],
    ['an id that is no UUIDv7', await post('/api/v1/movements', { ...unknown, id: '1' }), 400, 'request.malformed'],
    ['a field nobody knows', await post('/api/v1/movements', { ...unknown, colour: 'green' }), 400, 'request.malformed'],
    ['a QR text in lower case', await post('/api/v1/movements', { ...unknown, document: { text: 'ncfojn' } }), 422, 'document.not-a-pass'],
    ['half a code', await post('/api/v1/movements', { ...unknown, document: { text: whole.slice(0, 400) } }), 422, 'document.not-whole'],
    ['two codes in one', await post('/api/v1/movements', { ...unknown, document: { text: whole + whole } }), 422, 'document.not-whole'],
    [
      'half a code, asked',
      await post('/api/v1/verdicts', { point: 'kh-th/poipet', direction: 'exit', document: { text: whole.slice(0, 400) } }),
      422,
      'document.not-whole',
    ],
    ['a plate in three scripts', await post('/api/v1/movements', { ...unknown, plate: '២A-กข1234' }), 422, 'plate.malformed'],
    ['no such address', await get('/api/v1/nothing'), 404, 'request.not-found'],
    ['no such method', await call('POST', '/api/v1/offices', { body: {} }), 405, 'request.method'],
    [
      'another media type',
      await call('POST', '/api/v1/movements', { who: officer, body: { text: 'x' }, headers: { 'content-type': 'text/plain' } }),
      415,
      'request.media-type',
    ],
    ['a body above 256 KB', await post('/api/v1/movements', { ...unknown, lane: 'x'.repeat(300_000) }), 413, 'request.too-large'],
    [
      'an application that is none',
      await get('/api/v1/applications/01980000-0000-7000-8000-000000000000', who('clerk', 'KH:0109')),
      404,
      'application.not-found',
    ],
  ]
  for (const [name, { status, body }, expected, code] of table) assert.deepEqual([name, status, body['code']], [name, expected, code])
  const after = await totals()
  assert.deepEqual(
    { ...after, application: Number(after['application']) - 1, person: Number(after['person']) - 1, event: Number(after['event']) - 1 },
    before,
    'only the one good application was kept',
  )
  const khmer = await call('POST', '/api/v1/movements', { who: officer, body: unknown, headers: { 'accept-language': 'km' } })
  assert.match(String(khmer.body['title']), /\p{Script=Khmer}/u)
  assert.match(String(khmer.headers['content-type']), /^application\/problem\+json/)
})

test('a closed point, and a second pass for a person who has one', async () => {
  open.clock.now = at(morning)
  const { number } = await issue(60)
  const again = await apply({}, 'KH:0109', 60)
  assert.deepEqual([again.status, again.body['code']], [409, 'applicant.has-live-pass'])
  open.clock.now = at('2026-11-20T21:00:00+07:00')
  const night = await post('/api/v1/movements', movement({ document: { number } }))
  assert.deepEqual([night.status, night.body.verdict.outcome], [201, 'refuse'])
  assert.deepEqual(
    (
      await open.administrator.query('select 1 from stay s join pass p on p.person_id = s.holder_id and p.cell = s.cell where p.number = $1', [
        number,
      ])
    ).rowCount,
    0,
  )
})

test('every recorded verdict derives again from its facts', async () => {
  const { deriveAgain } = await import('../movements/verdict.rules.ts')
  const { rows } = await open.administrator.query("select body from event where type = 'MovementRecorded'")
  assert.ok(rows.length >= 8)
  for (const { body } of rows) assert.deepEqual(deriveAgain(body.facts, { law: open.instance.law, orders: new Map() }), body.verdict)
})

test('OpenAPI 3.1 describes every route; the docs page names them', async () => {
  const { body } = await get('/api/openapi.json')
  assert.equal(body['openapi'], '3.1.0')
  const paths = Object.keys(body.paths)
  assert.ok(paths.length >= 25, `${paths.length} paths`)
  const docs = (await open.server.inject({ url: '/api/docs' })).payload
  for (const path of paths) assert.ok(docs.includes(path), path)
})

test('headers: a strict policy on every answer; health, readiness and metrics answer without personal data', async () => {
  const administrator = await open.as('system-administrator', 'KH')
  for (const url of ['/healthz', '/readyz', '/metrics', '/api/docs', '/api/v1/offices', '/api/v1/nothing']) {
    const { headers, payload } = await open.server.inject({ url, headers: { ...administrator } })
    const policy = String(headers['content-security-policy'])
    assert.ok(policy.includes("default-src 'none'") && !/unsafe-(inline|eval)'/.test(policy.replace("'wasm-unsafe-eval'", '')), url)
    assert.deepEqual([headers['x-content-type-options'], headers['x-frame-options'], headers['referrer-policy']], ['nosniff', 'DENY', 'no-referrer'])
    assert.ok(!/KH0109\d+|\p{Script=Khmer}/u.test(url === '/metrics' ? payload : ''))
  }
})

test('private keys lie in files of mode 600 outside the database', () => {
  const folder = join(open.instance.config.home, 'keys', 'KH')
  assert.equal(statSync(join(folder, 'root.key.pem')).mode & 0o777, 0o600)
  assert.match(readFileSync(join(folder, 'root.key.pem'), 'utf8'), /BEGIN PRIVATE KEY/)
})

test('every problem has a status of its class', () => {
  for (const code of problemCodes)
    assert.ok(problemStatus[code] >= 400 && (problemStatus[code] < 500 || code.startsWith('server.') || code === 'authority.moved'), code)
})

async function totals(): Promise<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const table of ['person', 'application', 'pass', 'movement', 'stay', 'event'])
    counted[table] = (
      await open.administrator.query(`select count(*)::int as n from ${table}${table === 'event' ? ' where not about_staff' : ''}`)
    ).rows[0]?.n
  return counted
}
