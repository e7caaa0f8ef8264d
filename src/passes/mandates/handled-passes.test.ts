// Goal: "all passes this person handled between t1 and t2" is exact, by the hands that count, and stays within one's authority; two others revoke them, and nobody else's. Method: a real Postgres under the program's own login, the routes, races, bad input.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../identity/actor.rules.ts'
import type { AreaCode } from '../../kernel/code.ts'
import type { RevocationAnswer, SignedCountAnswer, SignedPassAnswer } from '../mandate.api.ts'
import { deeds, isOwnDoing, subjectOf } from './subject.rules.ts'
import { idAt, openRevocationBed } from './test-bed.ts'
import { makePasses } from './test-passes.ts'

const { bed, started, at, interior, second, auditor, malai, banteay, battambang, clerk } = await openRevocationBed()
const reviewer = await bed.person('reviewer', 'reviewer', 'KH:0109')

/** One a second from `started` on: taken then, approved an hour later, signed two hours later. */
async function handled(
  office: string,
  count: number,
  { series, took, approved, signed }: Record<'took' | 'approved' | 'signed', Actor> & { series: number },
) {
  await makePasses(bed.administrator, { office: office as AreaCode, mandate: `${office}/2024-01-01`, at: started, count, series })
  await bed.administrator.query(
    `update application set taken_by = $1, approved_account = $2, signed_account = $3, approved_at = submitted_at + interval '1 hour', signed_at = submitted_at + interval '2 hours'
     where office = $4 and taken_by is null`,
    [took.account, approved.account, signed.account, office],
  )
}
const nobody = { ...auditor, account: 'account-nobody' as typeof auditor.account }
await handled('KH:0109', 40, { series: 0, took: clerk, approved: reviewer, signed: malai })
await handled('KH:0109', 10, { series: 1, took: nobody, approved: clerk, signed: malai })
await handled('KH:0110', 20, { series: 0, took: clerk, approved: reviewer, signed: banteay })
await handled('KH:0201', 15, { series: 0, took: clerk, approved: clerk, signed: nobody })

const query = (more: Record<string, string> = {}) =>
  new URLSearchParams({ account: clerk.account, from: at(0), until: at(86_400), ...more }).toString()
const counted = async (actor: Actor, more?: Record<string, string>) => {
  const answer = await bed.call(actor, 'GET', `/api/v1/handled-passes/count?${query(more)}`)
  assert.equal(answer.status, 200, answer.text)
  return (answer.body as SignedCountAnswer).count
}

const reach: [actor: Actor, counts: Partial<Record<(typeof deeds)[number], number>>][] = [
  [interior, { any: 85, took: 75, approved: 25, signed: 0 }],
  [auditor, { any: 85, took: 75, approved: 25, signed: 0 }],
  [banteay, { any: 70, took: 60, approved: 10, signed: 0 }],
  [battambang, { any: 15, took: 15, approved: 15, signed: 0 }],
  [malai, { any: 50, took: 40, approved: 10, signed: 0 }],
]
for (const [actor, counts] of reach)
  test(`${actor.name} counts what the clerk handled, by deed; the list and the file agree`, async () => {
    for (const deed of deeds) assert.equal(await counted(actor, { deed }), counts[deed], deed)
    const list = await bed.call(actor, 'GET', `/api/v1/handled-passes?${query({ limit: '500' })}`)
    assert.equal(new Set((list.body as SignedPassAnswer[]).map(({ number }) => number)).size, counts.any)
    const file = await bed.call(actor, 'GET', `/api/v1/handled-passes.csv?${query()}`)
    assert.deepEqual([file.type, file.text.trim().split('\r\n').length], ['text/csv; charset=utf-8', (counts.any ?? 0) + 1])
  })

test('the time is the deed’s own, to the second: taken at noon and approved an hour later are two times', async () => {
  const within = (deed: string, from: number, until: number) => counted(interior, { deed, from: at(from), until: at(until), office: 'KH:0201' })
  assert.deepEqual(await Promise.all([within('took', 1, 2), within('took', 0, 1), within('took', 15, 16), within('took', 16, 60)]), [1, 0, 1, 0])
  assert.deepEqual(await Promise.all([within('approved', 1, 2), within('approved', 3601, 3602), within('any', 3601, 3602)]), [0, 1, 1])
  assert.equal(await counted(interior, { account: malai.account, deed: 'signed', from: at(7201), until: at(7202) }), 2)
  assert.equal(await counted(interior, { account: malai.account, deed: 'signed', from: at(1), until: at(7201) }), 0)
})

test('reading the list is itself on record, at the reader’s place', async () => {
  const { rows } = await bed.administrator.query('select place from person_read where account = $1 and subject = $2', [
    malai.account,
    `passes handled by ${clerk.account}`,
  ])
  assert.deepEqual(rows, [{ place: 'KH:0109' }])
})

const odd: [name: string, actor: Actor, more: Record<string, string>, code: string][] = [
  ['a clerk', clerk, {}, 'authority.role'],
  ['another office', malai, { office: 'KH:0110' }, 'authority.place'],
  ['another state', interior, { office: 'TH:2701' }, 'authority.place'],
  ['a deed that does not count', interior, { deed: 'printed' }, 'request.malformed'],
  ['an instrument beside the account', interior, { instrument: 'kh/order-2024-01-01' }, 'request.malformed'],
  ['an account of 61 characters', interior, { account: 'x'.repeat(61) }, 'request.malformed'],
  ['an account with a line end', interior, { account: 'x\n' }, 'request.malformed'],
  ['no account', interior, { account: '' }, 'request.malformed'],
  ['a time that ends before it starts', interior, { until: at(-1) }, 'time.invalid'],
  ['a page after a pass that somebody else handled', interior, { after: 'KH01090000990' }, 'pass.not-here'],
]
for (const [name, actor, more, code] of odd)
  test(`asked oddly: ${name}`, async () => {
    const { text } = await bed.call(actor, 'GET', `/api/v1/handled-passes?${query(more)}`)
    assert.equal(text.match(/"code":"([^"]+)"/)?.[1], code, text)
  })

async function propose(actor: Actor, change: object = {}) {
  const body = { requestId: idAt(bed.clock.now), account: clerk.account, from: at(0), until: at(86_400), reason: 'took money', ...change }
  const answer = await bed.call(actor, 'POST', '/api/v1/mass-revocations', body)
  return { ...answer, sent: body, body: answer.body as RevocationAnswer & { code: string } }
}
async function confirm(actor: Actor, id: string) {
  const answer = await bed.call(actor, 'POST', `/api/v1/mass-revocations/${id}/confirmation`, { requestId: idAt(bed.clock.now) })
  return { status: answer.status, body: answer.body as RevocationAnswer & { code: string } }
}
async function done(id: string): Promise<RevocationAnswer> {
  for (let turn = 0; turn < 2000; turn += 1) {
    const { body } = await bed.call(auditor, 'GET', `/api/v1/mass-revocations/${id}`)
    if ((body as RevocationAnswer).state === 'done') return body
  }
  return assert.fail('it was not done')
}
const revoked = async () =>
  Object.fromEntries(
    (
      await bed.administrator.query<{ office: string; n: number }>(
        "select office, count(*)::int as n from pass where state = 'revoked' group by office order by office",
      )
    ).rows.map(({ office, n }) => [office, n]),
  )

const refused: [name: string, actor: Actor, change: object, code: string][] = [
  ['a governor', malai, {}, 'authority.role'],
  ['an auditor', auditor, {}, 'authority.role'],
  ['the clerk', clerk, {}, 'authority.role'],
  ['whoever signed them', banteay, { account: banteay.account }, 'authority.same-hands'],
  ['another province', battambang, { office: 'KH:0110' }, 'authority.place'],
  ['somebody who handled none', interior, { account: auditor.account }, 'pass.not-here'],
  ['a deed that this person did not', interior, { deed: 'signed' }, 'pass.not-here'],
  ['an instrument and an account', interior, { instrument: 'kh/order-2024-01-01' }, 'request.malformed'],
  ['neither', interior, { account: undefined }, 'request.malformed'],
  ['a deed of nobody', interior, { account: undefined, instrument: 'kh/order-2024-01-01', deed: 'took' }, 'request.malformed'],
  ['a deed that does not count', interior, { deed: 'printed' }, 'request.malformed'],
  ['a time that ends before it starts', interior, { until: at(-1) }, 'time.invalid'],
]
for (const [name, actor, change, code] of refused)
  test(`a proposal is refused: ${name}`, async () => assert.equal((await propose(actor, change)).body.code, code))

test('one deed, one province: proposed with the exact number, confirmed by a second person, and no other pass is touched', async () => {
  const proposed = await propose(banteay, { deed: 'approved' })
  const { id, found, place, account, deed, instrument } = proposed.body
  assert.deepEqual([proposed.status, found, place, account, deed, instrument], [201, 10, 'KH:01', clerk.account, 'approved', null], proposed.text)
  assert.equal((await confirm(banteay, id)).body.code, 'authority.two-people')
  assert.equal((await confirm(battambang, id)).body.code, 'revocation.not-found')
  assert.deepEqual(await revoked(), {}, 'nothing happened yet')
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => confirm(index % 2 ? interior : second, id)))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, ...Array<number>(9).fill(409)])
  assert.deepEqual([(await done(id)).total, (await done(id)).revoked], [10, 10])
  assert.deepEqual(await revoked(), { 'KH:0109': 10 })
})

test('whoever’s hands they are cannot be the second person either; the same request again is the same proposal', async () => {
  const proposed = await propose(interior, { account: banteay.account, deed: 'signed' })
  assert.deepEqual([proposed.status, proposed.body.found], [201, 20])
  const again = await bed.call(interior, 'POST', '/api/v1/mass-revocations', proposed.sent)
  assert.deepEqual(again.body, proposed.body)
  assert.equal((await propose(interior, { ...proposed.sent, deed: 'took' })).body.code, 'request.id-reused')
  const own = await propose(interior, { account: banteay.account, deed: 'signed', office: 'KH:0110' })
  assert.equal((await confirm(banteay, own.body.id)).body.code, 'authority.same-hands')
  assert.equal((await confirm(second, own.body.id)).status, 200)
  assert.equal((await done(own.body.id)).revoked, 20)
  const listed = await bed.call(auditor, 'GET', `/api/v1/mass-revocations?account=${banteay.account}`)
  assert.deepEqual(
    (listed.body as RevocationAnswer[]).map(({ found }) => found),
    [20, 20],
  )
})

test('any deed, everywhere: what is left is revoked, each pass once, and each stands in its list’s history once', async () => {
  const proposed = await propose(interior)
  assert.equal(proposed.body.found, 85 - 10 - 20)
  assert.equal((await confirm(second, proposed.body.id)).status, 200)
  assert.equal((await done(proposed.body.id)).revoked, 55)
  assert.deepEqual(await revoked(), { 'KH:0109': 50, 'KH:0110': 20, 'KH:0201': 15 })
  const { rows } = await bed.administrator.query(
    `select count(*)::int as changes, count(distinct index)::int as places, max(seq) as last, min(status) as least, max(status) as most,
       (select count(distinct subject)::int from event where type = 'PassRevoked') as events, (select seq from status_sequence where list = 202611) as seq,
       (select array_agg(distinct reason) from pass where state = 'revoked') as reasons from status_change`,
  )
  assert.deepEqual(rows, [{ changes: 85, places: 85, last: 85, least: 1, most: 1, events: 85, seq: 85, reasons: ['took money'] }])
})

test('the database refuses the person as either of the two, a deed nobody wrote, and an instrument beside an account', async () => {
  const odd: [set: string, why: RegExp][] = [
    ['proposed_by = account', /check/],
    ['confirmed_by = account', /check/],
    ["deed = 'printed'", /deed/],
    ['deed = null', /check/],
    ["instrument = 'kh/order-2024-01-01'", /check/],
  ]
  for (const [set, why] of odd) await assert.rejects(bed.administrator.query(`update mass_revocation set ${set} where account is not null`), why)
  const { rows } = await bed.administrator.query<{ rule: string }>(
    "select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'mass_revocation_deed_check'",
  )
  assert.deepEqual([...(rows[0]?.rule ?? '').matchAll(/'(\w+)'/g)].map(([, deed]) => deed).toSorted(), [...deeds].toSorted())
})

test('the subject of a request: one of two, or none', () => {
  assert.deepEqual(subjectOf({ instrument: 'x' }), { instrument: 'x' })
  assert.deepEqual(subjectOf({ account: 'a' }), { account: 'a', deed: 'any' })
  assert.deepEqual(subjectOf({ account: 'a', deed: 'took' }), { account: 'a', deed: 'took' })
  for (const none of [{}, { deed: 'took' as const }, { instrument: 'x', account: 'a' }, { instrument: 'x', deed: 'took' as const }])
    assert.equal(subjectOf(none), undefined)
  assert.deepEqual(
    [isOwnDoing({ account: 'a', deed: 'any' }, 'a'), isOwnDoing({ account: 'a', deed: 'any' }, 'b'), isOwnDoing({ instrument: 'a' }, 'a')],
    [true, false, false],
  )
})
