// Goal: a number or a birthday typed wrong is put right on the same case, with people alike looked for again, on record and for the reviewer to see; never into somebody else's file. Method: a whole instance; each refusal; two corrections of two cases to one number at once; the register's tables looked into.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const desk = openDesk(open)
const [office, other] = ['KH:0109', 'KH:0110']
const clerk = desk.at('clerk', office)
type Applicant = { readonly [name: string]: unknown }
type Told = { readonly state: string; readonly receipt: string; readonly applicant: Applicant; readonly flags?: { code: string }[] }

async function taken(index: number, change: object = {}): Promise<string> {
  const applied = await desk.apply(change, office, index)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
const told = async (id: string, role: 'clerk' | 'reviewer' = 'clerk') =>
  (await desk.get(`/api/v1/applications/${id}`, desk.at(role, office))).body as unknown as Told
/** A minute after what was before: of two answers the later stands. */
async function correct(id: string, change: object, more: object = {}, requestId = desk.id()) {
  open.clock.now = instantOfMs(epochMs(open.clock.now) + 60_000)
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = (await told(id)).applicant
  return desk.post(`/api/v1/applications/${id}/correction`, { requestId, applicant: { ...applicant, ...change }, photo: null, ...more }, clerk)
}
const said = ({ status, body }: { status: number; body: object }) => `${status} ${Reflect.get(body, 'code') ?? Reflect.get(body, 'state')}`
const personOf = async (id: string) =>
  (
    await open.administrator.query<{ person: string; number: string; born: string; keys: string[]; made: number }>(
      `select a.person_id as person, p.national_id as number, p.birth_date as born, (select count(*)::int from person) as made,
         (select array_agg(k.national_id order by 1) from person_key k where k.cell = a.cell and k.person_id = a.person_id) as keys
       from application a join person p on p.cell = a.cell and p.id = a.person_id where a.id = $1`,
      [id],
    )
  ).rows[0]
const eventOf = async (id: string) =>
  (
    await open.administrator.query("select body from event where subject = $1 and type = 'ApplicationCorrected' order by recorded_at desc, id desc", [
      id,
    ])
  ).rows[0]?.body

test('returned for a wrong number after it was paid: the same person under the right number, fee and photo as they were, flagged to the reviewer', async () => {
  const id = await taken(401, { nationalId: '010000001' })
  await desk.pay(id)
  const [before, receipt] = [await personOf(id), (await told(id)).receipt]
  const returned = await desk.post(
    `/api/v1/applications/${id}/return`,
    { requestId: desk.id(), reason: 'The card says 010000002' },
    desk.at('reviewer', office),
  )
  assert.equal(said(returned), '200 incomplete')
  const requestId = desk.id()
  assert.equal(said(await correct(id, { nationalId: '០១០ 000-002' }, {}, requestId)), '200 paid')
  assert.equal(said(await correct(id, {}, {}, requestId)), '200 paid', 'the same command again')
  const after = await personOf(id)
  assert.deepEqual([after?.person, after?.number, after?.keys, after?.made], [before?.person, '010000002', ['010000002'], before?.made])
  assert.equal((await told(id)).receipt, receipt)
  const event = await eventOf(id)
  assert.deepEqual([event.identity.fields, event.near], [['nationalId'], { otherPeople: [], notSaid: [] }])
  assert.ok(!JSON.stringify(event).includes('01000000'), 'no number is to be read in the event')
  assert.ok((await told(id, 'reviewer')).flags?.some(({ code }) => code === 'identity-corrected'))
  assert.equal(said(await desk.approve(id)), '200 approved')
  // The wrong number is free again for whose it is.
  await taken(402, { nationalId: '010000001' })
})

test('a birthday typed wrong is put right as well; 30 February, a year of the other era and a number that is none are not', async () => {
  const id = await taken(403, { nationalId: '010000003', birthDate: '1990-05-17' })
  for (const [change, answer] of [
    [{ birthDate: '1990-02-30' }, '422 applicant.birth-date'],
    [{ birthDate: '2533-05-17' }, '422 applicant.birth-date'],
    [{ nationalId: '01000' }, '422 applicant.identity-number'],
  ] as const)
    assert.equal(said(await correct(id, change)), answer)
  assert.equal(said(await correct(id, { birthDate: '1990-05-18' })), '200 submitted')
  assert.deepEqual([(await personOf(id))?.born, (await eventOf(id)).identity.fields], ['1990-05-18', ['birthDate']])
})

test('never into another’s file: a number on record, here or at another office; a person with another case or a pass', async () => {
  const elsewhere = await desk.apply({ nationalId: '010000005' }, other, 405)
  assert.equal(elsewhere.status, 201, JSON.stringify(elsewhere.body))
  const id = await taken(404, { nationalId: '010000004' })
  const before = await personOf(id)
  assert.equal(said(await correct(id, { nationalId: '010000005' })), '409 application.number-on-record')
  await desk.post(`/api/v1/applications/${id}/rejection`, { requestId: desk.id(), reason: 'x', ground: 'other' }, desk.at('reviewer', office))
  assert.deepEqual(await personOf(id), before)
  const held = await desk.issue(406, office)
  const { applicant } = await told(held.application)
  const { madeUp: _madeUp, notShown: _hidden, ...same } = applicant
  const again = { ...((await desk.request({}, office, 406)) as object), applicant: same, replaces: { number: held.number, cause: 'damaged' } }
  const replacement = await desk.post('/api/v1/applications', again, clerk)
  assert.equal(replacement.status, 201, JSON.stringify(replacement.body))
  for (const change of [{ nationalId: '010000006' }, { birthDate: '1970-01-01' }])
    assert.equal(said(await correct(String(replacement.body['id']), change)), '409 application.other-person')
  assert.equal(said(await correct(String(replacement.body['id']), { givenName: 'CORRECTED' })), '200 submitted')
})

test('two cases corrected to one number at once, ten times: one has it', async () => {
  for (let n = 0; n < 10; n += 1) {
    const ids = [await taken(420 + 2 * n, { nationalId: `01100${n}001` }), await taken(421 + 2 * n, { nationalId: `01100${n}002` })]
    const answers = await Promise.all(ids.map((id) => correct(id, { nationalId: `01100${n}003` })))
    assert.deepEqual(answers.map(said).sort(), ['200 submitted', '409 application.number-on-record'])
  }
})

test('people alike are asked about again: shown with faces but for oneself, and the latest answer is the flag', async () => {
  const names = { familyName: 'PROM', givenName: 'VICHET', localName: 'ព្រហ្ម វិចិត្រ', sex: 1, birthDate: '1984-03-09' }
  await taken(440, { ...names, nationalId: '012000001' })
  const id = await taken(441, {
    ...names,
    nationalId: '012000009',
    familyName: 'HENG',
    givenName: 'BORA',
    localName: 'ហេង បូរ៉ា',
    birthDate: '1971-11-02',
  })
  const flags = async () => (await told(id, 'reviewer')).flags?.map(({ code }) => code) ?? []
  assert.ok(!(await flags()).includes('near-duplicate'))
  const { madeUp: _madeUp, notShown: _hidden, ...applicant } = (await told(id)).applicant
  const body = { office, applicant: { ...applicant, ...names, nationalId: '012000003' }, corrected: id }
  const shown = await desk.post('/api/v1/near-people', body, clerk)
  const people = shown.body['people'] as { id: string; familyName: string }[]
  assert.deepEqual(
    people.map(({ familyName }) => familyName),
    ['PROM'],
  )
  const unsaid = await correct(id, { ...names, nationalId: '012000003' })
  assert.equal(said(unsaid), '200 submitted')
  assert.ok((await flags()).includes('near-not-said'))
  const otherPeople = people.map(({ id: each }) => each)
  assert.equal(said(await correct(id, { nationalId: '012000004' }, { otherPeople })), '200 submitted')
  assert.deepEqual(
    (await flags()).filter((code) => code.startsWith('near') || code.startsWith('identity')),
    ['near-duplicate', 'identity-corrected'],
  )
  // What is no longer found was found: another name sheds neither the flag nor the face.
  assert.equal(said(await correct(id, { familyName: 'HENG', givenName: 'BORA', localName: 'ហេង បូរ៉ា', birthDate: '1971-11-02' })), '200 submitted')
  assert.deepEqual(
    (await flags()).filter((code) => code.startsWith('near') || code.startsWith('identity')),
    ['near-duplicate', 'near-corrected-away', 'identity-corrected'],
  )
  const foreign = await desk.post(
    '/api/v1/near-people',
    { ...body, office: other, applicant: { ...body.applicant, homeArea: other } },
    desk.at('clerk', other),
  )
  assert.equal(said(foreign), '404 application.not-found', 'a case of another office')
})

test('a name alone corrected sheds nobody: flag and faces stay before reviewer and governor, and no other role sees them', async () => {
  const names = { familyName: 'CHEA', givenName: 'RITHY', localName: 'ជា រិទ្ធី', sex: 1, birthDate: '1979-06-21' }
  await desk.apply({ ...names, homeArea: other, nationalId: '013000001' }, other, 460)
  const id = await taken(461, { ...names, birthDate: '1979-06-22', nationalId: '013555009' })
  const codes = async (role: 'reviewer' | 'governor') => {
    const { body } = await desk.get(`/api/v1/applications/${id}`, desk.at(role, office))
    return (body['flags'] as { code: string }[]).map(({ code }) => code)
  }
  assert.deepEqual(await codes('governor'), ['near-duplicate', 'near-not-said'])
  assert.equal(said(await correct(id, { familyName: 'OUK', givenName: 'VANNA', localName: 'អ៊ុក វណ្ណា' })), '200 submitted')
  for (const role of ['reviewer', 'governor'] as const) {
    assert.deepEqual(await codes(role), ['near-duplicate', 'near-not-said', 'near-corrected-away'])
    const { status, body } = await desk.get(`/api/v1/applications/${id}/near-people`, desk.at(role, office))
    const people = body['people'] as { familyName: string; photo: string | null; isSaid: boolean; isStill: boolean }[]
    assert.deepEqual(
      [status, people.map((each) => [each.familyName, each.photo !== null, each.isSaid, each.isStill])],
      [200, [['CHEA', true, false, false]]],
    )
    assert.ok(!JSON.stringify(body).includes('013000001'), 'no number is told')
  }
  const { rows } = await open.administrator.query(
    'select count(*)::int as n from person_read where subject = (select person_id::text from application where office = $1 and id <> $2 order by submitted_at desc limit 1)',
    [other, id],
  )
  assert.ok(rows[0].n > 0, 'the reading is on record')
  for (const [role, place, answer] of [
    ['clerk', office, '403 authority.role'],
    ['printer', office, '403 authority.role'],
    ['auditor', 'KH', '403 authority.role'],
    ['governor', other, '404 application.not-found'],
  ] as const)
    assert.equal(said(await desk.get(`/api/v1/applications/${id}/near-people`, desk.at(role, place))), answer, role)
  // The database's own function gives nobody whom no search of this case found.
  const stranger = await personOf(await taken(462))
  const account = (await desk.get('/api/v1/account', desk.at('governor', office))).body['id']
  const client = await open.instance.database.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('spean.account', $1, true), set_config('spean.at', $2, true)", [account, open.clock.now])
    const asked = (people: string) =>
      client.query(
        'select id from near_of_case((select cell from application where id = $1), $1, (select array_agg(cell) from person where id = $2), array[$2]::uuid[])',
        [id, people],
      )
    assert.equal((await asked(String(stranger?.person))).rows.length, 0)
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('trying numbers by corrections counts as comparing does, whatever the answer, and ends at the same limit', async () => {
  const id = await taken(470, { nationalId: '014000001' })
  await taken(471, { nationalId: '014000002' })
  open.clock.now = instantOfMs(epochMs(open.clock.now) + 3_600_000)
  const account = String((await desk.get('/api/v1/account', clerk)).body['id'])
  const counted = async () => {
    const { rows } = await open.administrator.query<{ n: number }>(
      "select coalesce(sum(n), 0)::int as n from person_read where account = $1 and subject like 'near/%' and last_at > $2::timestamptz - interval '30 minutes'",
      [account, open.clock.now],
    )
    return rows[0]?.n ?? 0
  }
  const requestId = desk.id()
  for (const [change, answer, n] of [
    [{ nationalId: '014000002' }, '409 application.number-on-record', 1],
    [{ nationalId: '014000003' }, '200 submitted', 2],
    [{ givenName: 'OTHER' }, '200 submitted', 2],
    [{ nationalId: '014-000 003' }, '200 submitted', 2],
    [{ nationalId: 'no number' }, '422 applicant.identity-number', 2],
  ] as const) {
    assert.equal(said(await correct(id, change)), answer)
    assert.equal(await counted(), n, `${JSON.stringify(change)}: a refusal too is counted, and what looks nothing up is not`)
  }
  for (const _again of [1, 2]) assert.equal(said(await correct(id, { nationalId: '014000004' }, {}, requestId)), '200 submitted')
  assert.equal(await counted(), 3, 'the same command again')
  await open.administrator.query(
    "update person_read set n = 60 where account = $1 and subject like 'near/%' and last_at > $2::timestamptz - interval '30 minutes'",
    [account, open.clock.now],
  )
  // Whether somebody has the number or nobody, the answer is one.
  for (const nationalId of ['014000002', '014000005']) assert.equal(said(await correct(id, { nationalId })), '429 search.too-many')
  assert.equal(said(await correct(id, { familyName: 'STILL' })), '200 submitted', 'what looks no number up goes on')
})
