// Goal: the clerk sees whom the applicant is like, of every office, as little of them as two faces are compared by, and what was said is kept. Method: real cases, the routes, two districts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import type { NearAnswer } from './near-people.api.ts'

const start = '2026-03-02T03:00:00.000Z' as Instant
const open = await openTestInstance({ now: start })
const desk = openDesk(open)
const { clock, administrator } = open
const at = (role: Role, place: string, nth?: number): Who => ({ role, place, ...(nth !== undefined && { nth }) })
const [here, there] = ['KH:0109', 'KH:0110']
const clerk = at('clerk', here)

type Request = { readonly requestId: string; readonly office: string; readonly applicant: Record<string, unknown> }
const dara = { familyName: 'SOK', givenName: 'DARA', localName: 'សុខ ដារ៉ា', birthDate: '1990-05-17', sex: 1, nationalId: '010234567' }
const request = async (change: object, office = here, index = 60) => (await desk.request({ ...dara, ...change }, office, index)) as Request
async function near(change: object, who: Who = clerk, office = here) {
  const { applicant } = await request(change, office)
  const answer = await desk.post('/api/v1/near-people', { office, applicant }, who)
  return { status: answer.status, code: answer.body['code'], body: answer.body as unknown as NearAnswer }
}
const applied = async (change: object, office: string, index: number): Promise<string> => {
  const answer = await desk.apply({ ...dara, ...change }, office, index)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return String(answer.body['id'])
}
const nextDay = () => {
  clock.now = instantOfMs(epochMs(clock.now) + 86_400_000)
}
const personOf = async (application: string): Promise<string> => {
  const { rows } = await administrator.query('select person_id from application where id = $1', [application])
  return String(rows[0]?.person_id)
}
const foreign = await applied({}, there, 60)
const again = { nationalId: '550000001', familyName: 'SOKH', localName: 'សុខដារា', birthDate: '1990-05-11' }

test('another office’s person is shown with face and reasons, and nothing of their case', async () => {
  const { status, body } = await near(again)
  assert.equal(status, 200, JSON.stringify(body))
  const [person] = body.people
  assert.ok(person)
  const { photo, score, ...told } = person
  assert.deepEqual(told, {
    id: await personOf(foreign),
    localName: 'សុខ ដារ៉ា',
    givenName: 'DARA',
    familyName: 'SOK',
    birthYear: '1990',
    homeArea: there,
    reasons: ['name.same', 'birthDate.digit', 'sex.same', 'home.province'],
  })
  assert.equal(body.people.length, 1)
  assert.ok(score > 0)
  assert.equal(
    Buffer.from(photo ?? '', 'base64')
      .subarray(0, 2)
      .toString('hex'),
    'ffd8',
  )
  for (const text of [foreign, dara.nationalId, '1990-05-17', 'submitted']) assert.ok(!JSON.stringify(body).includes(text), text)
})

test('a stranger is like nobody; the very same number is the person, not somebody near', async () => {
  assert.deepEqual((await near({ ...again, familyName: 'HENG', givenName: 'BORA', localName: 'ហេង បូរ៉ា' })).body.people, [])
  assert.deepEqual((await near({})).body.people, [])
  const slip = await near({ nationalId: '010234576' })
  assert.ok(slip.body.people[0]?.reasons.includes('nationalId.slip'))
})

test('the same number written otherwise is the same number, and so the same person: refused with another birth date', async () => {
  const written = { nationalId: '០១០ 234-567', familyName: 'HENG', givenName: 'BORA', localName: 'ហេង បូរ៉ា', birthDate: '1971-11-02' }
  assert.deepEqual((await near(written)).body.people, [], 'the person is not somebody near')
  const refused = await desk.apply({ ...dara, ...written }, here, 63)
  assert.deepEqual([refused.status, refused.body['code']], [409, 'applicant.identity-differs'])
  const again = await desk.apply({ ...dara, nationalId: '០១០-២៣៤ 567' }, here, 63)
  assert.deepEqual([again.status, again.body['code']], [409, 'applicant.has-open-application'])
})

test('only who could take this very application: by role, by place, by the law', async () => {
  for (const who of [at('cashier', here), at('governor', here), at('interior-desk', 'KH')]) assert.deepEqual([(await near(again, who)).status], [403])
  assert.equal((await near(again, at('clerk', there))).code, 'authority.place')
  const faulty: [object, string][] = [
    [{ homeArea: there }, 'applicant.address-not-served'],
    [{ homeArea: 'KH:9999' }, 'area.unknown'],
    [{ givenName: '' }, 'applicant.malformed'],
    [{ givenName: '\u202EARAD' }, 'applicant.name-characters'],
    [{ localName: 'ក\0' }, 'applicant.name-characters'],
    [{ localName: 'ក'.repeat(10_000) }, 'applicant.name-too-long'],
    [{ birthDate: '1990-02-30' }, 'applicant.birth-date'],
    [{ birthDate: '2533-05-17' }, 'applicant.birth-date'],
  ]
  for (const [change, code] of faulty) assert.equal((await near({ ...again, ...change })).code, code, JSON.stringify(change).slice(0, 60))
  assert.equal((await desk.post('/api/v1/near-people', { office: here, applicant: { familyName: 'SOK' } }, clerk)).status, 400)
  assert.equal((await desk.post('/api/v1/near-people', { office: here }, undefined)).status, 401)
})

test('what the clerk said is kept with the application, and whom nobody was asked about too', async () => {
  const person = await personOf(foreign)
  const bodyOf = async (application: string) => {
    const { rows } = await administrator.query("select body from event where subject = $1 and type = 'ApplicationSubmitted'", [application])
    return rows[0]?.body as { near?: { otherPeople: { id: string }[]; notSaid: { id: string }[] } }
  }
  const stranger = '01980000-0000-7000-8000-00000000dead'
  const sent = { ...(await request(again)), otherPeople: [person, stranger] }
  const said = await desk.post('/api/v1/applications', sent, clerk)
  assert.equal(said.status, 201, JSON.stringify(said.body))
  const { near: kept } = await bodyOf(String(said.body['id']))
  assert.deepEqual([kept?.otherPeople.map(({ id }) => id), kept?.notSaid], [[person], []])
  // The same command again is the same application, whatever is said now.
  assert.equal((await desk.post('/api/v1/applications', { ...sent, otherPeople: [] }, clerk)).body['id'], said.body['id'])
  const unsaid = await applied({ ...again, nationalId: '550000002' }, here, 61)
  assert.equal((await bodyOf(unsaid)).near?.notSaid.length, 2)
  const alone = await applied(
    { nationalId: '660000001', familyName: 'HENG', givenName: 'BORA', localName: 'ហេង បូរ៉ា', birthDate: '1971-11-02' },
    here,
    62,
  )
  assert.equal((await bodyOf(alone)).near, undefined)
  assert.equal((await desk.post('/api/v1/applications', { ...(await request(again)), otherPeople: ['nobody'] }, clerk)).status, 400)
})

test('each asking is on record, with who was shown and no name; the chief sees it', async () => {
  nextDay()
  const { body } = await near(again)
  const { rows } = await administrator.query(
    "select e.body, e.place, e.about_staff, e.actor from event e where type = 'NearPeopleShown' and recorded_at = $1",
    [clock.now],
  )
  assert.deepEqual(
    rows[0]?.body.people.map(({ id }: { id: string }) => id),
    body.people.map(({ id }) => id),
  )
  assert.deepEqual([rows[0]?.place, rows[0]?.about_staff], [here, true])
  assert.doesNotMatch(JSON.stringify(rows), /SOK|DARA|1990/)
  const { rows: reads } = await administrator.query('select subject, n, place from person_read where last_at = $1 order by subject', [clock.now])
  assert.deepEqual(
    reads,
    [...body.people.map(({ id }) => ({ subject: id, n: 1, place: here })), { subject: 'near/10', n: 1, place: here }].toSorted((a, b) =>
      a.subject < b.subject ? -1 : 1,
    ),
  )
  const told = await desk.get(`/api/v1/staff/${rows[0]?.actor}/events`, at('governor', here))
  assert.ok((told.body as unknown as { type: string }[]).some(({ type }) => type === 'NearPeopleShown'))
})

test('sixty in an hour, also when they come at once; a search of people is counted apart', async () => {
  nextDay()
  const burst: Awaited<ReturnType<typeof near>>[] = []
  for (let turn = 0; turn < 7; turn += 1) burst.push(...(await Promise.all(Array.from({ length: 10 }, () => near(again, at('clerk', here, 1))))))
  assert.equal(burst.filter(({ status }) => status === 200).length, 60)
  for (const { status, code } of burst.filter((each) => each.status !== 200)) assert.deepEqual([status, code], [429, 'search.too-many'])
  assert.equal((await desk.post('/api/v1/people/search', { familyName: 'Sok', birthDate: '1990-05-17' }, at('clerk', here, 1))).status, 200)
})

test('a name that is put right is found by its new keys and no longer by the old ones', async () => {
  const keysOf = async () => {
    const { rows } = await administrator.query<{ key: string }>('select key from person_name_key where person_id = $1 order by key collate "C"', [
      await personOf(foreign),
    ])
    return rows.map(({ key }) => key)
  }
  assert.deepEqual(await keysOf(), ['#010234567', 'SK', 'TN'])
  const withdrawn = await desk.post(`/api/v1/applications/${foreign}/withdrawal`, { requestId: desk.id(), reason: 'misspelt' }, at('clerk', there))
  assert.equal(withdrawn.status, 200)
  await applied({ familyName: 'HENG', localName: 'ហេង ដារ៉ា' }, there, 60)
  assert.deepEqual(await keysOf(), ['#010234567', 'HG', 'TN'])
})
