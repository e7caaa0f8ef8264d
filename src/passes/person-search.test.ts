// Goal: somebody at the counter without a paper is found at their own office, and nobody looks through the register. Method: real cases, the routes, two districts.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { installAuthority } from '../identity/authorise.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { createHttpServer } from '../platform/http.ts'
import { personSearchRoutes } from './person-search.routes.ts'

const start = '2026-03-02T03:00:00.000Z' as Instant
const open = await openTestInstance({ now: start })
const desk = openDesk(open)
const { instance, clock, administrator } = open
const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
installAuthority(server, { sessions: instance.signIn.sessions, now: () => clock.now, demonstration: true, origin: undefined })
personSearchRoutes(server, instance)
await server.ready()
after(() => server.close())

type Found = {
  people: { familyName: string; applications: { id: string; office: string }[]; passes: { number: string; office: string }[] }[]
  more: boolean
  left: object
  code: string
}
const at = (role: Role, place: string): Who => ({ role, place })
async function search(who: Who, body: object): Promise<{ status: number; body: Found }> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/people/search',
    headers: await open.as(who.role, who.place, who.nth),
    payload: body,
  })
  return { status: answer.statusCode, body: answer.json() as Found }
}
const [here, there] = ['KH:0109', 'KH:0110']
const born = '1990-05-17'
async function apply(change: object, office: string, index: number): Promise<string> {
  const applied = await desk.apply({ familyName: 'SOK', givenName: 'DARA', localName: 'សុខ ដារ៉ា', birthDate: born, ...change }, office, index)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
const mine = await apply({}, here, 60)
const sister = await apply({ givenName: 'SOPHEA', localName: 'សុខ សុភា' }, here, 61)
const foreign = await apply({}, there, 62)
const clerk = at('clerk', here)
const ids = ({ body }: { body: Found }) => body.people.flatMap(({ applications }) => applications.map(({ id }) => id)).toSorted()
/** A new day: the counts of searches begin anew. */
let day = 0
const nextDay = () => {
  day += 1
  clock.now = instantOfMs(epochMs(start) + day * 86_400_000)
}

test('a clerk finds the people of the own office by family name and birth date, in either script, and no others', async () => {
  const both = [mine, sister].toSorted()
  for (const familyName of ['SOK', 'so', ' Sok ', 'សុខ']) assert.deepEqual(ids(await search(clerk, { familyName, birthDate: born })), both, familyName)
  assert.deepEqual(ids(await search(clerk, { familyName: 'Sok', givenName: 'soph', birthDate: born })), [sister])
  assert.deepEqual(ids(await search(at('clerk', there), { familyName: 'Sok', birthDate: born })), [foreign])
  assert.deepEqual(ids(await search(at('clerk', 'KH:0102'), { familyName: 'Sok', birthDate: born })), [])
  assert.deepEqual(ids(await search(clerk, { familyName: 'Sok', birthDate: '1990-05-18' })), [])
})

test('the answer tells who and which case, and nothing else', async () => {
  const { body } = await search(clerk, { familyName: 'Sok', givenName: 'Dara', birthDate: born })
  assert.deepEqual(body.people, [
    {
      localName: 'សុខ ដារ៉ា',
      givenName: 'DARA',
      familyName: 'SOK',
      birthDate: born,
      applications: [{ id: mine, office: here, state: 'submitted' }],
      passes: [],
    },
  ])
})

test('a province sees its districts; the ministry only passes; who has no such right is refused', async () => {
  assert.deepEqual(ids(await search(at('provincial-governor', 'KH:01'), { familyName: 'Sok', birthDate: born })), [mine, sister, foreign].toSorted())
  assert.deepEqual(ids(await search(at('provincial-governor', 'KH:02'), { familyName: 'Sok', birthDate: born })), [])
  assert.deepEqual((await search(at('interior-desk', 'KH'), { familyName: 'Sok', birthDate: born })).body.people, [])
  for (const who of [at('cashier', here), at('auditor', 'KH'), at('checkpoint-officer', 'kh-th/poipet'), at('system-administrator', 'KH')]) {
    const refused = await search(who, { familyName: 'Sok', birthDate: born })
    assert.deepEqual([refused.status, refused.body.code], [403, 'authority.role'])
  }
})

test('a search that would show a crowd is refused, and signs of LIKE are letters of nobody’s name', async () => {
  nextDay()
  for (const body of [
    { birthDate: born },
    { familyName: 'S', birthDate: born },
    { familyName: '  ', birthDate: born },
    { familyName: '%%', birthDate: born },
    { familyName: '__', birthDate: born },
    { familyName: 'Sok' },
    { familyName: 'Sok', birthDate: '1990' },
    { familyName: '12', birthDate: born },
  ]) {
    const { status, body: answer } = await search(clerk, body)
    assert.deepEqual([status, answer.code], [422, 'search.too-wide'], JSON.stringify(body))
  }
  for (const birthDate of ['1990-02-30', '2533-02-30', '2533-05-17', '1990-13-01', '0000-00-00']) {
    const { status, body: answer } = await search(clerk, { familyName: 'Sok', birthDate })
    assert.deepEqual([status, answer.code], [422, 'applicant.birth-date'], birthDate)
  }
  for (const familyName of ['so%', 's%k', 'so_', "so' or 'a'='a", 'so\\'])
    assert.deepEqual(ids(await search(clerk, { familyName, birthDate: born })), [], familyName)
  assert.equal((await search(clerk, { familyName: 'Sok', birthDate: born, office: there })).status, 400)
})

test('thirty in an hour and a hundred in a day, also when they come at once; another account is not touched', async () => {
  nextDay()
  const body = { familyName: 'Sok', birthDate: born }
  const burst = await Promise.all(Array.from({ length: 40 }, () => search(clerk, body)))
  assert.equal(burst.filter(({ status }) => status === 200).length, 30)
  for (const { body: answer } of burst.filter(({ status }) => status === 429)) assert.equal(answer.code, 'search.too-many')
  assert.equal((await search({ ...clerk, nth: 1 }, body)).status, 200)
  let done = 30
  for (let hour = 1; hour <= 4; hour += 1) {
    clock.now = instantOfMs(epochMs(clock.now) + 3_600_000)
    const answers = await Promise.all(Array.from({ length: 30 }, () => search(clerk, body)))
    done += answers.filter(({ status }) => status === 200).length
  }
  assert.equal(done, 100)
})

test('each search is on record with how many it found and no word of what was asked; the chief sees it', async () => {
  nextDay()
  await search(clerk, { familyName: 'Sok', birthDate: born })
  await search(clerk, { familyName: 'Nobody', birthDate: born })
  const { rows } = await administrator.query(
    `select e.*, e.recorded_at::text as at from event e where type = 'PeopleSearched' and recorded_at = $1 order by (body->>'found') desc`,
    [clock.now],
  )
  assert.deepEqual(
    rows.map(({ body }) => body),
    [{ found: 2 }, { found: 0 }],
  )
  assert.deepEqual([rows[0].about_staff, rows[0].place, rows[0].actor === rows[0].subject], [true, here, true])
  const told = JSON.stringify(rows)
  for (const text of ['Sok', 'SOK', 'Nobody', born, 'DARA']) assert.ok(!told.includes(text), text)
  const { rows: reads } = await administrator.query(`select subject, n, place from person_read where last_at = $1`, [clock.now])
  assert.deepEqual(reads, [{ subject: 'search/10', n: 2, place: here }])
  const governor = await desk.get(`/api/v1/staff/${rows[0].actor}/events`, at('governor', here))
  assert.equal((governor.body as unknown as { type: string }[]).filter(({ type }) => type === 'PeopleSearched').length >= 2, true)
})

test('row-level security alone: without the authority table another office’s people are not found either', async () => {
  nextDay()
  const clerkOfThere = await open.as('clerk', there)
  const account = (
    await server.inject({ method: 'POST', url: '/api/v1/people/search', headers: clerkOfThere, payload: { familyName: 'Sok', birthDate: born } })
  ).json() as Found
  assert.deepEqual(
    account.people.flatMap(({ applications }) => applications.map(({ office }) => office)),
    [there],
  )
  const staff = await desk.get('/api/v1/account', at('clerk', there))
  const client = await instance.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('spean.account', $1, true), set_config('spean.at', $2, true)`, [staff.body['id'], clock.now])
    const { rows } = await client.query('select count(*) as n from person where birth_date = $1', [born])
    assert.equal(rows[0].n, 1)
  } finally {
    await client.query('rollback')
    client.release()
  }
})
