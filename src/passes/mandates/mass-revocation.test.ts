// Goal: "all passes signed under X between t1 and t2" is exact and stays within one's authority; two people revoke them, whole, once, through a crash. Method: a real Postgres under the program's own login, the routes, races.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../identity/actor.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import { epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { inTransaction } from '../../platform/database.ts'
import type { RevocationAnswer, SignedCountAnswer, SignedPassAnswer } from '../mandate.api.ts'
import { listMassRevocations, type MassRevocation, massRevocationStates } from './mass-revocation.store.ts'
import { RevocationRunner } from './revocation-runner.ts'
import { idAt, openRevocationBed } from './test-bed.ts'
import { makePasses } from './test-passes.ts'

const { bed, noon, started, at, interior, second, auditor, malai, banteay, battambang, clerk } = await openRevocationBed()
const trial = 'kh/order-2024-01-01'

const passes = (office: string, count: number, more: { series?: number; state?: string; at?: Instant } = {}) =>
  makePasses(bed.administrator, { office: office as AreaCode, mandate: `${office}/2024-01-01`, at: started, count, ...more })
await passes('KH:0109', 150)
await passes('KH:0110', 100)
await passes('KH:0201', 50)
await passes('KH:0109', 5, { series: 1, state: 'suspended', at: at(10) })
await passes('KH:0109', 3, { series: 2, state: 'revoked', at: at(10) })
await makePasses(bed.administrator, { office: 'KH:01' as AreaCode, mandate: 'KH:01/1997-09-20', at: started, count: 7 })

const query = (more: Record<string, string> = {}) => new URLSearchParams({ instrument: trial, from: at(0), until: at(86_400), ...more }).toString()
const counted = async (actor: Actor, more?: Record<string, string>) => {
  const answer = await bed.call(actor, 'GET', `/api/v1/mandates/passes/count?${query(more)}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body as SignedCountAnswer
}
const listed = async (actor: Actor, more?: Record<string, string>) => {
  const answer = await bed.call(actor, 'GET', `/api/v1/mandates/passes?${query({ limit: '500', ...more })}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body as SignedPassAnswer[]
}

const reach: [actor: Actor, count: number, live: number][] = [
  [interior, 308, 305],
  [auditor, 308, 305],
  [banteay, 258, 255],
  [battambang, 50, 50],
  [malai, 158, 155],
]
for (const [actor, count, live] of reach)
  test(`${actor.name} counts ${count}; the list and the file agree`, async () => {
    const told = await counted(actor)
    assert.deepEqual([told.count, told.live, told.parts.reduce((sum, part) => sum + part.count, 0)], [count, live, count])
    const list = await listed(actor)
    assert.equal(new Set(list.map(({ number }) => number)).size, count)
    assert.ok(list.every(({ holder }) => holder?.givenName === 'SOK'))
    const file = await bed.call(actor, 'GET', `/api/v1/mandates/passes.csv?${query()}`)
    assert.deepEqual([file.type, file.text.trim().split('\r\n').length], ['text/csv; charset=utf-8', count + 1])
    assert.ok(file.text.includes("'=CHAN") && !file.text.includes(',=CHAN'), 'a name is no formula')
  })

test('the first instant counts and the last does not, to the second', async () => {
  const within = async (from: Instant, until: Instant) => (await counted(interior, { from, until, office: 'KH:0201' })).count
  assert.deepEqual(await Promise.all([within(at(1), at(2)), within(at(0), at(1)), within(at(50), at(51)), within(at(51), at(60))]), [1, 0, 1, 0])
  const odd = await bed.call(interior, 'GET', `/api/v1/mandates/passes/count?${query({ from: at(2), until: at(2) })}`)
  assert.equal(odd.status, 400)
})

test('pages join to the whole list, in the order of signing', async () => {
  const all = await listed(banteay)
  const joined: SignedPassAnswer[] = []
  for (
    let page = await listed(banteay, { limit: '40' });
    page.length > 0;
    page = await listed(banteay, { limit: '40', after: page.at(-1)?.number ?? '' })
  )
    joined.push(...page)
  assert.deepEqual(joined, all)
  assert.deepEqual(
    all.map(({ issuedAt }) => issuedAt),
    all.map(({ issuedAt }) => issuedAt).toSorted(),
  )
})

test('a foreign office, a role without the right, a stranger’s page', async () => {
  const status = async (actor: Actor, more: Record<string, string>) =>
    (await bed.call(actor, 'GET', `/api/v1/mandates/passes?${query(more)}`)).text.match(/"code":"([^"]+)"/)?.[1]
  assert.deepEqual(
    await Promise.all([
      status(malai, { office: 'KH:0110' }),
      status(battambang, { office: 'KH:0109' }),
      status(interior, { office: 'TH:2701' }),
      status(clerk, {}),
    ]),
    ['authority.place', 'authority.place', 'authority.place', 'authority.role'],
  )
  assert.equal(await status(malai, { after: 'KH01100000010' }), 'pass.not-here', 'a number of another office says nothing')
})

test('reading the list is itself on record, where the chief sees it', async () => {
  const { rows } = await bed.administrator.query('select place from person_read where account = $1 and subject = $2', [
    malai.account,
    `passes of ${trial}`,
  ])
  assert.deepEqual(rows, [{ place: 'KH:0109' }])
})

async function propose(actor: Actor, change: object = {}) {
  const body = { requestId: idAt(bed.clock.now), instrument: trial, from: at(0), until: at(86_400), reason: 'signed without authority', ...change }
  const answer = await bed.call(actor, 'POST', '/api/v1/mass-revocations', body)
  return { ...answer, sent: body, body: answer.body as RevocationAnswer & { code: string; about: object } }
}
async function confirm(actor: Actor, id: string, requestId = idAt(bed.clock.now)) {
  const answer = await bed.call(actor, 'POST', `/api/v1/mass-revocations/${id}/confirmation`, { requestId })
  return { status: answer.status, body: answer.body as RevocationAnswer & { code: string } }
}
async function done(actor: Actor, id: string): Promise<RevocationAnswer> {
  for (let turn = 0; turn < 2000; turn += 1) {
    const { body } = await bed.call(actor, 'GET', `/api/v1/mass-revocations/${id}`)
    if ((body as RevocationAnswer).state === 'done') return body
  }
  return assert.fail('it was not done')
}
const statesOf = async (where: string) =>
  Object.fromEntries(
    (
      await bed.administrator.query<{ state: string; n: number }>(`select state, count(*)::int as n from pass where ${where} group by state`)
    ).rows.map(({ state, n }) => [state, n]),
  )
const eventsWhere = async (where: string) =>
  (await bed.administrator.query<{ n: number }>(`select count(*)::int as n from event where type = 'PassRevoked' and ${where}`)).rows[0]?.n

test('one office: proposed with the exact number, not by one person alone, and not confirmed from another province', async () => {
  const proposed = await propose(banteay, { office: 'KH:0109' })
  assert.deepEqual([proposed.status, proposed.body.found, proposed.body.state, proposed.body.place], [201, 155, 'proposed', 'KH:0109'], proposed.text)
  const { id } = proposed.body
  assert.deepEqual((await confirm(banteay, id)).body.code, 'authority.two-people')
  const [foreign, random] = [await confirm(battambang, id), await confirm(battambang, idAt(noon))]
  assert.deepEqual(foreign, random)
  assert.equal(foreign.body.code, 'revocation.not-found')
  assert.equal((await confirm(malai, id)).body.code, 'authority.role')
  assert.equal((await bed.call(battambang, 'GET', `/api/v1/mass-revocations/${id}`)).status, 404)
  assert.equal((await statesOf("office = 'KH:0109'"))['revoked'], 3, 'nothing happened yet')

  const renewed = bed.renewals()
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => confirm(index % 2 ? interior : second, id)))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, ...Array<number>(9).fill(409)])
  assert.ok(answers.every(({ status, body }) => status === 200 || body.code === 'revocation.done'))
  const end = await done(malai, id)
  assert.deepEqual([end.total, end.revoked, end.proposed.name], [155, 155, 'provincial governor'])
  assert.deepEqual(await statesOf("office = 'KH:0109'"), { revoked: 158 })
  assert.deepEqual(await statesOf("office in ('KH:0110', 'KH:0201', 'KH:01')"), { active: 157 })
  assert.equal(await eventsWhere("place = 'KH:0109'"), 155, 'each pass its own event, the three that were revoked before none')
  assert.ok(bed.renewals() > renewed, 'the status lists are made new')
})

test('the same proposal sent again is the same; the same id for another is refused', async () => {
  const first = await propose(interior, { office: 'KH:0201' })
  const again = await bed.call(interior, 'POST', '/api/v1/mass-revocations', first.sent)
  assert.deepEqual(again.body, first.body)
  assert.equal((await propose(interior, { ...first.sent, reason: 'another' })).body.code, 'request.id-reused')
  assert.equal((await propose(second, first.sent)).body.code, 'request.id-reused')
  const { rows } = await bed.administrator.query("select count(*)::int as n from mass_revocation where place = 'KH:0201'")
  assert.equal(rows[0]?.n, 1)
})

const refused: [name: string, actor: Actor, change: object, code: string][] = [
  ['a governor', malai, {}, 'authority.role'],
  ['an auditor', auditor, {}, 'authority.role'],
  ['another province', battambang, { office: 'KH:0110' }, 'authority.place'],
  ['another state', interior, { office: 'TH:2701' }, 'authority.place'],
  ['no passes', interior, { from: at(40_000) }, 'pass.not-here'],
  ['an instrument that gave none', interior, { instrument: 'kh-th/agreement-1997' }, 'mandate.not-found'],
  ['a time that ends before it starts', interior, { until: at(-1) }, 'time.invalid'],
  ['only what is still to come', interior, { from: instantOfMs(epochMs(noon) + 1000), until: instantOfMs(epochMs(noon) + 2000) }, 'time.invalid'],
  ['no reason', interior, { reason: '' }, 'request.malformed'],
]
for (const [name, actor, change, code] of refused)
  test(`a proposal is refused: ${name}`, async () => assert.equal((await propose(actor, change)).body.code, code))

test('a proposal is withdrawn by either of the two, once, and then nobody confirms it', async () => {
  const withdraw = async (actor: Actor, id: string, reason = 'the wrong hour', requestId = idAt(noon)) => {
    const answer = await bed.call(actor, 'POST', `/api/v1/mass-revocations/${id}/withdrawal`, { requestId, reason })
    return { status: answer.status, body: answer.body as RevocationAnswer & { code: string } }
  }
  for (const actor of [interior, second]) {
    const { id } = (await propose(interior, { office: 'KH:0201' })).body
    for (const other of [malai, auditor, clerk, banteay])
      assert.ok([403, 404].includes((await withdraw(other, id)).status), 'not whom it is not given to')
    assert.equal((await withdraw(actor, id, '')).body.code, 'request.malformed')
    const requestId = idAt(noon)
    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(actor, id, 'the wrong hour', requestId)))
    assert.ok(answers.every(({ status, body }) => status === 200 && body.state === 'withdrawn' && body.withdrawn?.reason === 'the wrong hour'))
    assert.equal((await withdraw(actor, id, 'another', requestId)).body.code, 'request.id-reused')
    assert.deepEqual([(await withdraw(second, id)).body.code, (await confirm(second, id)).body.code], ['revocation.done', 'revocation.done'])
    await assert.rejects(
      bed.administrator.query(
        "update mass_revocation set state = 'confirmed', confirmed_by = 'x', confirmed_at = now(), confirmation = id, total = 1 where id = $1",
        [id],
      ),
      /mass_revocation_check/,
    )
  }
  assert.equal((await withdraw(interior, idAt(noon))).body.code, 'revocation.not-found')
  assert.equal((await statesOf("office = 'KH:0201'"))['revoked'], undefined)
})

test('cut off in the middle, and the role of the second person over: it goes on and ends whole, each pass once', async () => {
  const proposed = await propose(interior)
  assert.equal(proposed.body.found, 150)
  // The program dies at the second batch: its clock throws, as a lost database would.
  let asked = 0
  const dying = {
    ...bed.issuing,
    trust: { renew: () => assert.fail('it did not end') },
    now: () => (++asked > 1 ? assert.fail('the program dies') : bed.clock.now),
  }
  const { confirmMassRevocation } = await import('./mass-revocation.ts')
  const requestId = idAt(noon) as Parameters<typeof confirmMassRevocation>[1]['requestId']
  const command = { requestId, actor: second, revocation: proposed.body.id }
  const confirmed = await confirmMassRevocation(bed.issuing, command)
  assert.ok(confirmed.ok)
  const runner = new RevocationRunner(dying)
  await assert.rejects(runner.carryOut(confirmed.value), /the program dies/)
  const halfway = await bed.call(auditor, 'GET', `/api/v1/mass-revocations/${proposed.body.id}`)
  const { revoked, state } = halfway.body as RevocationAnswer
  assert.ok(revoked > 0 && revoked < 150 && state === 'confirmed', `${revoked} ${state}`)

  bed.clock.now = instantOfMs(epochMs(noon) + 60_000)
  await bed.administrator.query("update role_grant set revoked_at = $2, revoked_by = 'test' where account = $1", [second.account, bed.clock.now])
  const [one, other] = [0, 1].map(() => new RevocationRunner({ ...bed.issuing, trust: { renew() {} } }))
  await Promise.all([one?.resume(), other?.resume()])
  await Promise.all([one?.settled(), other?.settled()])
  const end = await done(auditor, proposed.body.id)
  assert.deepEqual([end.total, end.revoked], [150, 150])
  assert.deepEqual(await statesOf("mandate like '%2024-01-01'"), { revoked: 308 })
  assert.deepEqual(await statesOf("office = 'KH:01'"), { active: 7 }, 'another instrument is another matter')
  const { rows } = await bed.administrator.query("select subject from event where type = 'PassRevoked' group by subject having count(*) > 1")
  assert.deepEqual(rows, [])
  const repeated = await confirmMassRevocation(bed.issuing, { ...command, actor: { ...second } })
  assert.ok(repeated.ok || repeated.refusal.code === 'revocation.not-found', 'the first answer, or, the role being over, none')
})

test('who may see which: row-level security alone', async () => {
  const seen = (actor: Actor) =>
    inTransaction(bed.issuing.database, { account: actor.account, at: bed.clock.now }, (tx) => listMassRevocations(tx, {}, 50))
  const places = (rows: readonly MassRevocation[]) => rows.map(({ place }) => place).toSorted()
  assert.deepEqual(places(await seen(interior)), ['KH', 'KH:0109', 'KH:0201', 'KH:0201', 'KH:0201'])
  assert.deepEqual(places(await seen(banteay)), ['KH:0109'])
  assert.deepEqual(places(await seen(battambang)), ['KH:0201', 'KH:0201', 'KH:0201'])
  assert.deepEqual(places(await seen(malai)), ['KH:0109'])
  assert.deepEqual(places(await seen(clerk)), [])
  const list = await bed.call(banteay, 'GET', `/api/v1/mass-revocations?instrument=${trial}`)
  assert.deepEqual(places(list.body as never), ['KH:0109'])
})

test('the database refuses one person alone, and a state that nobody wrote', async () => {
  const { pool } = bed.issuing.database
  assert.ok(pool)
  await assert.rejects(
    bed.administrator.query(
      "update mass_revocation set confirmed_by = proposed_by, confirmation = id, confirmed_at = now(), total = 1, state = 'confirmed' where state = 'proposed'",
    ),
    /mass_revocation_check|confirmed_by/,
  )
  const { rows } = await bed.administrator.query<{ rule: string }>(
    "select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'mass_revocation'::regclass and conname = 'mass_revocation_state_check'",
  )
  assert.deepEqual([...(rows[0]?.rule ?? '').matchAll(/'(\w+)'/g)].map(([, state]) => state).toSorted(), [...massRevocationStates].toSorted())
})
