// Goal: what was signed, checked and counted stays what it was, whatever is typed afterwards: the page, the hands, the month, the days that a case has. Method: a whole instance over HTTP, and the tables past every wall.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answered, openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import { type CivilDate, parseInstant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { runLapse } from './lapse-applications.ts'
import { countPasses } from './pass.queries.ts'
import { readToPrint } from './read-pass.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const { get, post, id, request, issue, apply, pay, approve, sign, at } = openDesk(open)
const office = 'KH:0110' as AreaCode
const clerk = at('clerk', office)
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? body['state'] ?? ''}`
const step = (application: string, name: string, body: object, who: Who) =>
  post(`/api/v1/applications/${application}/${name}`, { requestId: id(), ...body }, who)
const stateOf = async (application: string) => (await get(`/api/v1/applications/${application}`, clerk)).body['state']
const about = async (index: number, body: object, change: object = {}) =>
  post('/api/v1/applications', { ...(await request(change, office, index)), requestId: id(), ...body }, clerk)
const grant = (account: string, role: string) =>
  open.administrator.query(
    "insert into role_grant (id, account, role, place, area, valid_from, granted_by, granted_at) values ($1, $2, $3, $4, $4, '2024-01-01', 'test', '2024-01-01')",
    [id(), account, role, office],
  )

/** Until a connection of this database waits for what another one holds. */
async function somebodyWaits(): Promise<void> {
  const waiting = "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  while ((await open.administrator.query(waiting)).rows[0].n === 0);
}

/** What the page of a pass would say, to somebody who only prints. */
async function onPage(number: string): Promise<object> {
  const account = 'prints-alone' as AccountId
  const held = {
    id: id(),
    account,
    role: 'printer',
    place: areaPlace(office),
    from: '2024-01-01' as CivilDate,
    lastDay: null,
    revokedAt: null,
  } as const
  await grant(account, 'printer')
  const now = open.clock.now
  const actor = { account, name: 'P', grants: [held], nationalId: null, familyBook: null }
  const read = await inTransaction(open.instance.database, { account, at: now }, (tx) => readToPrint(tx, actor, number, now))
  return read.ok ? read.value.pass.holder : assert.fail(JSON.stringify(read.refusal))
}

/** Whom the pass names at the office, and at a gate that looks a typed number up. */
async function namedAt(number: string): Promise<unknown[]> {
  const desk = (await get(`/api/v1/passes/${number}`, at('governor', office))).body['holder'] as unknown as { localName: string; givenName: string }
  const asked = { point: 'kh-th/poipet', direction: 'exit', document: { number }, occurredAt: open.clock.now }
  const gate = (await post('/api/v1/verdicts', asked, at('checkpoint-officer', 'kh-th/poipet'))).body['holder'] as unknown as typeof desk
  return [desk, gate].map(({ localName, givenName }) => [localName, givenName])
}

test('page, office and gate say what was signed, though a later case of the same person has written the register anew', async () => {
  const { number } = await issue(300, office)
  const before = [await onPage(number), await namedAt(number)]
  const changed = { givenName: 'SOMEBODY', familyName: 'ELSE', localName: 'ឈ្មោះ ផ្សេង', sex: 3 }
  const applied = await about(300, { replaces: { number, cause: 'wrong-data' } }, changed)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  const { rows } = await open.administrator.query(
    'select h.given_name from person h join pass p on p.cell = h.cell and p.person_id = h.id where p.number = $1',
    [number],
  )
  assert.equal(rows[0].given_name, 'SOMEBODY')
  assert.deepEqual([await onPage(number), await namedAt(number)], before)
})

test('who corrected a case has made it: whatever other role they were given, they do not check it; somebody else does', async () => {
  const application = String((await apply({}, office, 301)).body['id'])
  await pay(application, office)
  assert.equal(code(await step(application, 'return', { reason: 'The name is misspelt' }, at('reviewer', office))), '200 incomplete')
  const other: Who = { ...clerk, nth: 1 }
  const { applicant: told } = (await get(`/api/v1/applications/${application}`, other)).body as unknown as { applicant: object }
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = told as { [key: string]: unknown }
  const correction = { applicant: { ...applicant, givenName: 'CORRECTED' }, photo: null }
  assert.equal(code(await step(application, 'correction', correction, other)), '200 paid')
  const { rows } = await open.administrator.query('select corrected_accounts[1] as account from application where id = $1', [application])
  await grant(rows[0].account, 'reviewer')
  for (const [name, body] of [
    ['approval', {}],
    ['return', { reason: 'again' }],
  ] as const)
    assert.equal(code(await step(application, name, body, other)), '403 authority.same-hands', name)
  assert.equal(code(await approve(application, office)), '200 approved')
})

test('a pass that is extended stays in the month in which it was issued', async () => {
  const { number } = await issue(302, office)
  const months = () => countPasses(open.instance.database.query, office)
  const before = await months()
  const extension = String((await about(302, { extends: { number } })).body['id'])
  open.clock.now = parseInstant('2026-12-01T08:30:00+07:00') ?? assert.fail()
  await post(`/api/v1/charges/${extension}/cash`, { requestId: id(), amount: 10_000, currency: 'KHR' }, at('cashier', office))
  await approve(extension, office)
  const signed = await sign([extension], office)
  assert.ok(signed.status < 300, JSON.stringify(signed.body))
  assert.deepEqual(await months(), before)
})

test('an extension names whom the pass names: other names are refused when it is taken, when it is corrected and when it is signed', async () => {
  const { number } = await issue(307, office)
  const extended = (change: object = {}) => about(307, { extends: { number } }, change)
  for (const change of [{ givenName: 'SOMEBODY' }, { localName: 'ឈ្មោះ ផ្សេង' }, { sex: 3 }])
    assert.equal(code(await extended(change)), '409 extension.other-data')
  const application = String((await extended()).body['id'])
  const { applicant: told } = (await get(`/api/v1/applications/${application}`, clerk)).body as unknown as { applicant: object }
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = told as { [key: string]: unknown }
  const corrected = (change: object) => step(application, 'correction', { applicant: { ...applicant, ...change }, photo: null }, clerk)
  assert.equal(code(await corrected({ familyName: 'ELSE' })), '409 extension.other-data')
  assert.equal(code(await corrected({ address: 'House 9' })), '200 submitted')
  await post(`/api/v1/charges/${application}/cash`, { requestId: id(), amount: 10_000, currency: 'KHR' }, at('cashier', office))
  await approve(application, office)
  // As the register was written before this was asked.
  const write = (name: unknown) =>
    open.administrator.query('update person set given_name = $1 where id = (select person_id from application where id = $2)', [name, application])
  await write('SOMEBODY')
  assert.equal(code(await sign([application], office)), '409 extension.other-data')
  await write(applicant['givenName'])
  assert.ok((await sign([application], office)).status < 300)
})

test('a case has its days anew from when it was last given back: returned and corrected, or its payment taken back', async () => {
  const [corrected, reversed] = [String((await apply({}, office, 303)).body['id']), String((await apply({}, office, 304)).body['id'])]
  const payments = (await pay(reversed, office)).body['payments'] as { id: string }[]
  await step(corrected, 'return', { reason: 'The name is misspelt' }, at('reviewer', office))
  open.clock.now = parseInstant('2026-12-30T08:30:00+07:00') ?? assert.fail()
  const { applicant: told } = (await get(`/api/v1/applications/${corrected}`, clerk)).body as unknown as { applicant: object }
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = told as { [key: string]: unknown }
  assert.equal(code(await step(corrected, 'correction', { applicant, photo: null }, clerk)), '200 submitted')
  const taken = await post(
    `/api/v1/charges/${reversed}/payments/${payments[0]?.id}/reversal`,
    { requestId: id(), reason: 'false note' },
    at('governor', office),
  )
  assert.equal(taken.status, 200, JSON.stringify(taken.body))
  const states = async () => [await stateOf(corrected), await stateOf(reversed)]
  open.clock.now = parseInstant('2027-01-28T08:30:00+07:00') ?? assert.fail()
  await runLapse(open.instance)
  assert.deepEqual(await states(), ['submitted', 'submitted'])
  open.clock.now = parseInstant('2027-01-29T08:30:01+07:00') ?? assert.fail()
  await runLapse(open.instance)
  assert.deepEqual(await states(), ['lapsed', 'lapsed'])
})

test('the same command id with another reason is another command', async () => {
  const application = String((await apply({}, office, 305)).body['id'])
  const { number } = await issue(306, office)
  const [reviewer, governor, requestId, ofPass] = [at('reviewer', office), at('governor', office), id(), id()]
  const returned = (reason: string) => step(application, 'return', { requestId, reason }, reviewer)
  const suspended = (reason: string) => post(`/api/v1/passes/${number}/suspension`, { requestId: ofPass, reason }, governor)
  for (const say of [returned, suspended]) {
    const answers = [await say('one'), await say('one'), await say('another')]
    assert.deepEqual([answers[0]?.status, answers[1]?.status, answers[2]?.body['code']], [200, 200, 'request.id-reused'])
  }
})

test('an older pass that a file brings in the very moment of signing: the list is refused, by its rule and not by a fault', async () => {
  const application = String((await apply({}, office, 308)).body['id'])
  await pay(application, office)
  await approve(application, office)
  const other = await open.administrator.connect()
  const batch = id()
  await other.query('begin')
  await other.query(
    "insert into import_batch (id, account, place, file_name, bytes, state, made_at, changed_at) values ($1, 'x', 'KH:01', 'x', 1, 'done', now(), now())",
    [batch],
  )
  const brought = `select cell, 'OLD308', person_id, 'active', 'legacy-yellow', $2::uuid, 'KH', office, 'KHM', office, 1, 0, date '2026-01-01', timestamptz '2026-01-01', timestamptz '2026-01-01', timestamptz '2028-01-01'
    from application where id = $1`
  await other.query(
    `insert into pass (cell, number, person_id, state, model, import_batch, issuer, office, nationality, home_area, allowed_class, extension_count, issued_on, issued_at, handed_over_at, expires_at) ${brought}`,
    [application, batch],
  )
  const signing = sign([application], office)
  // It waits for the other one's row, and then finds it there.
  await somebodyWaits()
  await other.query('commit')
  other.release()
  assert.equal(code(await signing), '409 signature.list-changed')
})

test('a signer is told of a pass that was revoked or suspended for misuse, and not of one that was lost', async () => {
  const flags = async (application: string) => {
    const { flags: raised } = (await get(`/api/v1/applications/${application}`, at('governor', office))).body as unknown as {
      flags: { code: string }[]
    }
    return raised.filter(({ code: each }) => each === 'pass-stopped')
  }
  const governor = at('governor', office)
  const [revoked, misused, lost] = [await issue(309, office), await issue(310, office), await issue(311, office)]
  await post(`/api/v1/passes/${revoked.number}/revocation`, { requestId: id(), reason: 'used by another person' }, governor)
  await post(`/api/v1/passes/${misused.number}/suspension`, { requestId: id(), reason: 'used by another person' }, governor)
  const cases = [
    await about(309, {}),
    await about(310, { replaces: { number: misused.number, cause: 'damaged' } }),
    await about(311, { replaces: { number: lost.number, cause: 'lost' } }),
  ]
  const told = [{ code: 'pass-stopped', about: { n: 1 } }]
  assert.deepEqual(await Promise.all(cases.map(({ body }) => flags(String(body['id'])))), [told, told, []])
})

test('two clerks send in one draft at once, each for another person: its pictures go with the first alone', async () => {
  const draft = id()
  const written = [draft, office, JSON.stringify({}), 'x']
  await open.administrator.query(
    "insert into application_draft (id, office, body, version, made_at, changed_at, changed_by, source) values ($1, $2, $3, 1, now(), now(), $4, 'desk')",
    written,
  )
  await open.administrator.query("insert into draft_picture (draft, paper, page, picture, taken_at) values ($1, 'national-id', 1, 'x', now())", [
    draft,
  ])
  const body = await request({}, office, 320)
  const first = await open.administrator.connect()
  await first.query('begin')
  await first.query('delete from application_draft where id = $1', [draft])
  const second = post('/api/v1/applications', { ...body, requestId: id(), draft }, clerk)
  await somebodyWaits()
  await first.query('commit')
  first.release()
  const application = String((await second).body['id'])
  const { rows } = await open.administrator.query('select 1 from paper_picture where application_id = $1', [application])
  assert.deepEqual([await stateOf(application), rows.length], ['submitted', 0])
})
