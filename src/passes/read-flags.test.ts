// Goal: who signs is told what to look at twice, wherever the person was before; whom it is about is not. Method: a whole instance over HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { parseInstant } from '../kernel/time.ts'

const open = await openTestInstance({ now: '2026-11-19T09:00:00+07:00' })
const { get, post, id, apply, pay, approve, issue, request, at } = openDesk(open)
const office = 'KH:0109'
const governor = at('governor', office)
type Flags = { code: string; about: Record<string, unknown> }[]
const flagsOf = async (application: string, who: Who = governor) => (await get(`/api/v1/applications/${application}`, who)).body['flags'] as Flags
const codes = (flags: Flags) => flags.map(({ code }) => code)
const taken = async (index: number) => {
  const applied = await apply({}, office, index)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
const step = (application: string, name: string, who: Who, body: object = {}) =>
  post(`/api/v1/applications/${application}/${name}`, { requestId: id(), ...body }, who)

test('a case as usual has no flag; a clerk is not told of any, a step tells of none', async () => {
  const application = await taken(301)
  assert.deepEqual(await flagsOf(application), [])
  const seen = (await get(`/api/v1/applications/${application}`, at('clerk', office))).body
  assert.deepEqual([seen['flags'], (seen['notShown'] as string[]).includes('flags')], [null, true])
  assert.equal('flags' in (await pay(application, office)).body, false)
})

test('refused before, also at another office, and as suspected fraud; returned; at night', async () => {
  const first = await taken(302)
  await step(first, 'rejection', at('reviewer', office), { reason: 'x', ground: 'fraud-suspected' })
  open.clock.now = parseInstant('2026-11-19T09:01:00+07:00') ?? assert.fail()
  // The same person, who was refused at another office since.
  const second = await taken(302)
  await step(second, 'rejection', at('reviewer', office), { reason: 'x', ground: 'papers' })
  await open.administrator.query("update application set office = 'KH:0102' where id = $1", [second])
  open.clock.now = parseInstant('2026-11-20T02:00:00+07:00') ?? assert.fail()
  const application = await taken(302)
  open.clock.now = parseInstant('2026-11-20T09:00:00+07:00') ?? assert.fail()
  await step(application, 'return', at('reviewer', office), { reason: 'the photo' })
  assert.deepEqual(await flagsOf(application), [
    { code: 'refused-before', about: { n: 2 } },
    { code: 'suspected-before', about: { n: 1 } },
    { code: 'unusual-hour', about: { day: '2026-11-20', hour: 2 } },
    { code: 'returned', about: { day: '2026-11-20' } },
  ])
  assert.deepEqual(await flagsOf(first), [], 'what came later is no history')
  for (const who of [at('reviewer', office), at('auditor', 'KH'), at('provincial-officer', 'KH:01')])
    assert.equal(codes(await flagsOf(application, who)).length, 4, who.role)
})

test('a replacement says its cause, on the list that is signed too, in the order of its rows', async () => {
  const { number } = await issue(303, office)
  const asked = { ...(await request({}, office, 303)), replaces: { number, cause: 'lost' } }
  const replacement = String((await post('/api/v1/applications', asked, at('clerk', office))).body['id'])
  const plain = await taken(304)
  for (const application of [plain, replacement]) {
    await pay(application, office)
    assert.equal((await approve(application, office)).status, 200)
  }
  const listed = await post('/api/v1/signing-lists', { applications: [plain, replacement] }, governor)
  assert.equal(listed.status, 201, JSON.stringify(listed.body))
  assert.deepEqual(listed.body['flags'], [[], [{ code: 'replaces', about: { cause: 'lost' } }]])
  const queue = (await get(`/api/v1/applications?office=${office}`, governor)).body as unknown as { id: string; flags: Flags }[]
  assert.deepEqual(codes(queue.find((each) => each.id === replacement)?.flags ?? []), ['replaces'])
})

test('somebody alike on record when the case was taken: told of the later one alone', async () => {
  open.clock.now = parseInstant('2026-11-20T10:00:00+07:00') ?? assert.fail()
  const born = { familyName: 'SOK', givenName: 'DARA', localName: 'សុខ ដារ៉ា', birthDate: '1990-05-17', sex: 1 }
  const takenAs = async (change: object, index: number) => String((await apply({ ...born, ...change }, office, index)).body['id'])
  const first = await takenAs({ nationalId: '010234567' }, 310)
  const second = await takenAs({ nationalId: '098765432', localName: 'សុខ តារា' }, 311)
  assert.deepEqual(await flagsOf(first), [])
  assert.deepEqual(await flagsOf(second), [
    { code: 'near-duplicate', about: {} },
    { code: 'near-not-said', about: { n: 1 } },
  ])
  const { rows } = await open.administrator.query<{ id: string }>('select person_id as id from application where id = any($1)', [[first, second]])
  const said = { ...(await request({ ...born, nationalId: '020304050', localName: 'សុខ ដារា' }, office, 312)), otherPeople: rows.map(({ id }) => id) }
  const third = String((await post('/api/v1/applications', said, at('clerk', office))).body['id'])
  assert.deepEqual(await flagsOf(third), [{ code: 'near-duplicate', about: {} }], 'the clerk said of each: another person')
})

test('more in an hour than a clerk can take is told of each case of that hour', async () => {
  open.clock.now = parseInstant('2026-11-20T14:00:00+07:00') ?? assert.fail()
  const first = await taken(320)
  for (let index = 321; index < 340; index += 1) await taken(index)
  assert.deepEqual(await flagsOf(first), [], 'twenty are not too many')
  await taken(340)
  assert.deepEqual(await flagsOf(first), [{ code: 'unusual-rate', about: { n: 21, max: 20 } }])
})
