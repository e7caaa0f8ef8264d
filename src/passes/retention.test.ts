// Goal: what was kept long enough goes, on its day and not before, and what stays is whole. Method: cases made through the routes on a real database, the clock moved on.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk, type Who } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { installAuthority } from '../identity/authorise.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import { readRetention, retentionKinds } from '../instruments/retention.ts'
import { addDays, type CivilDate, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { createHttpServer } from '../platform/http.ts'
import { newCommandId } from '../platform/ids.ts'
import { retentionRoutes } from './retention.routes.ts'
import { type Erased, erasers, type Retention, runRetention } from './retention.ts'

let start = '2026-03-02T03:00:00.000Z' as Instant
const open = await openTestInstance({ now: start })
/** Each test begins when the last one ended: time that was gone through is not had again. */
const begin = () => {
  start = instantOfMs(epochMs(clock.now) + 3_600_000)
  clock.now = start
}
const desk = openDesk(open)
const { instance, clock, administrator } = open
const retention: Retention = {
  database: instance.database,
  identity: instance.identity,
  periods: readRetention(),
  state: 'KH',
  now: () => clock.now,
  importFolder: instance.imports.importing.folder,
}
const office = 'KH:0109'
const reviewer: Who = { role: 'reviewer', place: office }

const at = (days: number, ms = 0): Instant => instantOfMs(epochMs(start) + days * 86_400_000 + ms)
const run = async (dryRun = false) => Object.fromEntries((await runRetention(retention, { dryRun })).map((each: Erased) => [each.kind, each.n]))
const close = async (application: string, step = 'rejection', who = reviewer) => {
  const requestId = newCommandId(epochMs(clock.now))
  const body = { requestId, reason: 'the photo shows somebody else', ...(step === 'rejection' && { ground: 'photo' }) }
  const answer = await desk.post(`/api/v1/applications/${application}/${step}`, body, who)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
}
const idOf = (answer: { status: number; body: unknown }): string => {
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return (answer.body as { id: string }).id
}
async function rowOf(application: string) {
  const { rows } = await administrator.query(
    `select a.state, a.fee_amount, a.submitted_at, a.receipt, a.reason, p.*, octet_length(f.portrait) as photo, octet_length(f.chip) as chip,
      exists (select 1 from person_key k where k.cell = p.cell and k.person_id = p.id) as known,
      (select count(*) from person_name_key k where k.cell = p.cell and k.person_id = p.id)::int as keys
     from application a join person p on p.cell = a.cell and p.id = a.person_id join photo f on f.cell = a.cell and f.id = a.photo_id where a.id = $1`,
    [application],
  )
  return rows[0]
}
/** Index of a made-up person: each test has people of its own. */
let next = 40
const someone = () => next++

test('every kind that has days has a way to go, and every kind that is kept has none', () => {
  const periods = retention.periods(start)
  for (const kind of retentionKinds) assert.equal(erasers[kind] !== undefined, periods[kind].days !== null, kind)
})

test('a rejected application a year on: whose it was is gone, what was taken stays, and the number is free again', async () => {
  begin()
  const index = someone()
  const application = idOf(await desk.apply({ guardian: 'GUARDIAN NAME', familyBook: 'BOOK-9' }, office, index))
  await desk.pay(application)
  await close(application)
  const before = await rowOf(application)

  clock.now = at(365)
  assert.equal((await run())['closed-application'], 0)
  assert.deepEqual(await rowOf(application), before)
  clock.now = at(365, 1)
  assert.equal((await run(true))['closed-application'], 1)
  assert.deepEqual(await rowOf(application), before)
  assert.equal((await run())['closed-application'], 1)

  const after = await rowOf(application)
  assert.deepEqual(
    [after.state, after.fee_amount, after.submitted_at, after.receipt, after.id],
    ['rejected', before.fee_amount, before.submitted_at, before.receipt, before.id],
  )
  assert.deepEqual(
    [after.photo, after.chip, after.reason, after.known, before.keys > 0, after.keys, after.guardian, after.family_book, after.address],
    [0, 0, null, false, true, 0, null, null, ''],
  )
  const left = JSON.stringify(after)
  for (const text of [before.family_name, before.given_name, before.local_name, before.national_id, before.birth_date])
    assert.ok(!left.includes(text), text)
  assert.equal((await run())['closed-application'], 0)

  const anew = idOf(await desk.apply({}, office, index))
  assert.notEqual((await rowOf(anew)).id, before.id)
  const old = await desk.get(`/api/v1/applications/${application}`, reviewer)
  assert.equal(old.status, 200)
})

test('a person with anything else stays: a pass, an open application, one closed since', async () => {
  begin()
  const [holder, applicant, late] = [someone(), someone(), someone()]
  const first = idOf(await desk.apply({}, office, holder))
  await close(first)
  const signed = idOf(await desk.apply({}, office, holder))
  await desk.pay(signed)
  await desk.approve(signed)
  assert.ok((await desk.sign([signed])).status < 300)
  const second = idOf(await desk.apply({}, office, applicant))
  await close(second, 'withdrawal', { role: 'clerk', place: office })
  const third = idOf(await desk.apply({}, office, late))
  await close(third)

  clock.now = at(200)
  idOf(await desk.apply({}, office, applicant))
  const again = idOf(await desk.apply({}, office, late))
  await close(again)

  clock.now = at(400)
  assert.equal((await run())['closed-application'], 0)
  for (const application of [first, second, third]) {
    const row = await rowOf(application)
    assert.ok(row.known && row.national_id !== '—')
    // The photo of a closed application goes all the same: the person has another.
    assert.equal(row.photo, 0)
  }
  assert.ok((await rowOf(signed)).photo > 0)
  assert.ok((await rowOf(again)).photo > 0)
  clock.now = at(200 + 366)
  assert.equal((await run())['closed-application'], 1)
  assert.equal((await rowOf(third)).national_id, '—')
})

test('signed, revoked and withdrawn before it was fetched: the holder and the face of the pass stay as those of any signed pass', async () => {
  begin()
  const holder = someone()
  const withdrawn = idOf(await desk.apply({}, office, holder))
  await desk.pay(withdrawn)
  await desk.approve(withdrawn)
  assert.ok((await desk.sign([withdrawn])).status < 300)
  const { rows } = await administrator.query('select number from pass where application_id = $1', [withdrawn])
  assert.ok((await desk.revoke(rows[0]?.number, 'forged papers')).status < 300)
  await close(withdrawn, 'withdrawal', { role: 'clerk', place: office })
  clock.now = at(200)
  await close(idOf(await desk.apply({}, office, holder)))
  clock.now = at(800)
  await run()
  const row = await rowOf(withdrawn)
  assert.ok(row.known && row.national_id !== '—' && row.photo > 0)
})

test('an application that is open for years is nobody to take away', async () => {
  begin()
  const application = idOf(await desk.apply({}, office, someone()))
  clock.now = at(800)
  await run()
  assert.ok((await rowOf(application)).photo > 0)
})

test('somebody who applies anew while the job runs stays whole', async () => {
  begin()
  const people = Array.from({ length: 6 }, someone)
  const closed: string[] = []
  for (const index of people) {
    const application = idOf(await desk.apply({}, office, index))
    await close(application)
    closed.push(application)
  }
  clock.now = at(366)
  const [, ...answers] = await Promise.all([run(), ...people.map((index) => desk.apply({}, office, index))])
  for (const answer of answers) {
    // A person who was being taken away in that very moment is told to try again by a refusal; nobody is half there.
    if (answer.status !== 201) assert.equal((answer.body as unknown as { code: string }).code, 'applicant.identity-differs')
    else {
      const row = await rowOf(idOf(answer))
      assert.ok(row.known && row.national_id !== '—' && row.photo > 0)
    }
  }
})

test('sessions, links, challenges and readings go after their own time; one event has the counts and no name', async () => {
  begin()
  clock.now = at(30)
  await run()
  const account = (await administrator.query('select id from staff_account limit 1')).rows[0].id
  const day = (days: number) => instantOfMs(epochMs(clock.now) - days * 86_400_000)
  const insert = (text: string, values: unknown[]) => administrator.query(text, values)
  for (const [id, age] of [
    ['old', 31],
    ['young', 29],
  ] as const) {
    await insert(
      `insert into session (id, token, account, how, created_at, updated_at, expires_at, last_seen_at) values ($1, $2, $3, 'passkey', $4, $4, $4, $4)`,
      [id, `${id} token of thirty-two characters at least`, account, day(age)],
    )
    await insert(`insert into webauthn_challenge (challenge, purpose, expires_at) values ($1, 'sign-in', $2)`, [`${id}`.padEnd(43, '-'), day(age)])
    await insert(
      `insert into invitation (id, token_hash, purpose, account, made_by, made_at, expires_at) values ($1, sha256($2), 'invitation', $3, 'x', $4, $4)`,
      [id, Buffer.from(id), account, day(age + 60)],
    )
    await insert(`insert into person_read (day, account, subject, place, n, first_at, last_at) values ($1, $2, $3, 'KH:0110', 1, $4, $4)`, [
      addDays('2026-03-02' as CivilDate, 1),
      account,
      id,
      day(age + 700),
    ])
    await insert(
      `insert into application_draft (id, office, body, version, made_at, changed_at, changed_by) values (md5($1)::uuid, 'KH:0110', '{}', 1, $2, $2, 'x')`,
      [id, day(age)],
    )
    await insert(
      `insert into lost_report (id, number, born, how, proven, state, said, made_at) values (md5($1)::uuid, $2, '1990-01-01', 'lost', false, 'open', '', $3)`,
      [id, `900000000${id.length}`, day(age + 335)],
    )
    await insert(
      `insert into complaint (id, number, place, about, body, secret, said, state, made_at) values (md5($1)::uuid, $2, 'KH:0110', 'fee', 'x', '', '', 'received', $3)`,
      [id, `700000000${id.length}`, day(age + 1065)],
    )
    await insert('insert into portal_limit (key, points, expire) values ($1, 1, $2)', [id, epochMs(day(age / 30))])
    await insert('insert into sign_in_limit (key, points, expire) values ($1, 1, $2)', [id, epochMs(day(age / 30))])
  }
  const dry = await run(true)
  clock.now = at(30, 1_000)
  const counts = await run()
  assert.deepEqual(counts, dry)
  assert.deepEqual(
    ['session', 'challenge', 'invitation', 'person-read', 'attempt-count', 'draft', 'lost-report', 'complaint', 'public-count'].map(
      (kind) => counts[kind],
    ),
    [1, 1, 1, 1, 1, 1, 1, 1, 1],
  )
  for (const [table, column] of [
    ['session', 'id'],
    ['invitation', 'id'],
    ['person_read', 'subject'],
    ['sign_in_limit', 'key'],
  ] as const)
    assert.deepEqual(
      (await administrator.query(`select ${column} as id from ${table} where ${column} in ('old', 'young')`)).rows,
      [{ id: 'young' }],
      table,
    )
  const { rows } = await administrator.query(
    `select body, actor, recorded_at from event where type = 'RetentionApplied' order by recorded_at desc limit 1`,
  )
  assert.equal(rows[0].actor, 'retention')
  assert.equal(rows[0].body.counts.session, 1)
  assert.deepEqual(Object.keys(rows[0].body), ['counts'])
})

test('only the job can: the same statements in a person’s name, or in nobody’s, change nothing', async () => {
  begin()
  const application = idOf(await desk.apply({}, office, someone()))
  const before = await rowOf(application)
  for (const [account, job] of [
    ['', ''],
    ['', 'publish'],
    [before.taken_by ?? 'somebody', ''],
  ]) {
    const client = await instance.database.pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('spean.account', $1, true), set_config('spean.job', $2, true)`, [account, job])
      const changed = await client.query(`update photo set portrait = '', chip = ''`)
      assert.equal(changed.rowCount, 0)
      const gone = await client.query('delete from person_key')
      assert.equal(gone.rowCount, 0)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})

test('the system’s administrator sees what would go and lets it go; nobody else', async () => {
  begin()
  const server = await createHttpServer({ logLevel: 'silent', version: 'test' })
  installAuthority(server, { sessions: instance.signIn.sessions, now: () => clock.now, demonstration: true, origin: undefined })
  retentionRoutes(server, retention)
  await server.ready()
  await administrator.query('delete from sign_in_limit')
  await administrator.query("insert into sign_in_limit (key, points, expire) values ('left', 1, 1)")
  const ask = async (method: 'GET' | 'POST', role: Role, place: string) =>
    server.inject({ method, url: '/api/v1/retention', headers: await open.as(role, place) })
  const count = (answer: { json(): { kind: string; n: number; instrument: string }[] }) => answer.json().find(({ kind }) => kind === 'attempt-count')
  for (const method of ['GET', 'POST'] as const) assert.equal((await ask(method, 'governor', office)).statusCode, 403)
  const seen = count(await ask('GET', 'system-administrator', 'KH'))
  assert.deepEqual([seen?.n, seen?.instrument], [1, 'spean/operating-parameters'])
  assert.equal(count(await ask('POST', 'system-administrator', 'KH'))?.n, 1)
  assert.equal(count(await ask('GET', 'system-administrator', 'KH'))?.n, 0)
  const { rows } = await administrator.query("select actor from event where type = 'RetentionApplied' and recorded_at = $1", [clock.now])
  const me = await desk.get('/api/v1/account', { role: 'system-administrator', place: 'KH' })
  assert.deepEqual(rows, [{ actor: me.body['id'] }])
  await server.close()
})

test('a list that nobody signed goes with its rows; a signed one stays', async () => {
  begin()
  const lists: string[] = []
  for (const isSigned of [false, true]) {
    const application = idOf(await desk.apply({}, office, someone()))
    await desk.pay(application)
    await desk.approve(application)
    const listed = await desk.post('/api/v1/signing-lists', { applications: [application] }, desk.at('governor', office))
    lists.push(String(listed.body['list']))
    if (isSigned) assert.equal((await desk.sign([application], office)).status, 200)
  }
  const left = async () => {
    const { rows } = await administrator.query<{ list: string }>(
      'select list from signing_row r join signing_list l on l.id = r.list where used_at is null',
    )
    return rows.filter(({ list }) => lists.includes(list)).length
  }
  const signed = async () =>
    Number((await administrator.query('select count(*) as n from signing_row r join pass_signature s using (list)')).rows[0]?.n)
  const [before, kept] = [await left(), await signed()]
  assert.deepEqual([before, kept > 0], [2, true])
  clock.now = at(30)
  assert.equal((await run())['unsigned-list'], 0)
  clock.now = at(31)
  assert.ok(Number((await run())['unsigned-list']) >= 2)
  assert.deepEqual([await left(), await signed()], [0, kept])
})
