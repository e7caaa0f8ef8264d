// Goal: a signed case ends when its pass ended before it was handed over, and only then: with its booklet, its counters, its fee and what its applicant is told; and one such pass stops no other. Method: a whole instance over HTTP, its rows and counters looked at past every wall; ten at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answered } from '../app/test-desk.ts'
import type { Actor } from '../identity/actor.rules.ts'
import type { Role } from '../identity/authority-lists.rules.ts'
import type { AccountId } from '../identity/grant.rules.ts'
import { areaPlace } from '../identity/place.rules.ts'
import type { AreaCode } from '../kernel/code.ts'
import { type CivilDate, parseInstant } from '../kernel/time.ts'
import type { HolderBoundId } from '../platform/ids.ts'
import { openResident } from '../portal/test-resident.ts'
import { collectPasses } from './booklets/produce-booklet.ts'

const { open, desk, apply, follow } = await openResident()
const { get, post, id, at, sign, pay, approve, revoke, request } = desk
const office = 'KH:0110'
const who = (role: Role) => at(role, office)
const step = (application: string, name: string, role: Role, body: object = {}) =>
  post(`/api/v1/applications/${application}/${name}`, { requestId: id(), ...body }, who(role))
const withdraw = (application: string, role: Role = 'clerk') => step(application, 'withdrawal', role, { reason: 'The pass was revoked' })
const mark = (await open.server.inject({ url: '/api/v1/made-up/people/9/photo' })).rawPayload.toString('base64')
const handOver = (application: string) => step(application, 'hand-over', 'printer', { kind: 'thumb', mark })
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? body['state'] ?? ''}`
const caseOf = async (application: string, role: Role = 'clerk') => (await get(`/api/v1/applications/${application}`, who(role))).body
const row = async <T>(text: string, ...values: unknown[]) => (await open.administrator.query(text, values)).rows[0] as T
const received = await post('/api/v1/booklets', { requestId: id(), office, first: 'A000100', count: 60 }, who('office-administrator'))
assert.equal(received.status, 200)

const firstPerson = 201
type Case = { readonly id: string; readonly number: string; readonly qrText: string; readonly person: number; readonly known: Known }
type Known = { readonly number: string; readonly birthDate: string }
/** All that the tests need, signed with one gesture. */
async function issued(count: number): Promise<Case[]> {
  const people = Array.from({ length: count }, (_, place) => firstPerson + place)
  const taken = await Promise.all(people.map((index) => apply(index, office)))
  const ids = taken.map(({ id: application }) => application)
  await Promise.all(ids.map((application) => pay(application, office)))
  await Promise.all(ids.map((application) => approve(application, office)))
  assert.ok((await sign(ids, office)).status < 300)
  const found = 'select number, qr_text from pass where application_id = $1'
  return Promise.all(
    taken.map(async (known, place) => {
      const { number, qr_text: qrText } = await row<{ number: string; qr_text: string }>(found, known.id)
      return { id: known.id, number, qrText, person: firstPerson + place, known }
    }),
  )
}
const waiting = await issued(14)
const signed = (): Case => waiting.pop() ?? assert.fail('more are wanted than were signed')
let booklet = 100
const produce = ({ id: application, qrText }: Case) =>
  step(application, 'production', 'printer', { booklet: `A${String(booklet++).padStart(6, '0')}`, scanned: qrText })
async function produced(): Promise<Case> {
  const made = signed()
  assert.equal(code(await produce(made)), '200 produced')
  return made
}
const passIs = (number: string, what: string) =>
  post(`/api/v1/passes/${number}/${what}`, { requestId: id(), reason: 'Asked about again' }, who('governor'))
const pending = async () => {
  const { rows } = await open.administrator.query('select state, sum(n)::int as n from office_pending($1) group by 1', [office])
  return Object.fromEntries(rows.map(({ state, n }) => [state, n])) as { signed?: number; produced?: number }
}
/** What the counters have and the rows have not, or the other way round. */
const drift = async () =>
  (
    await open.administrator.query(`select * from (select day, office, what, detail, sum(n) as n from office_counts_of_rows() group by 1, 2, 3, 4) r
      full join office_count_day c using (day, office, what, detail) where coalesce(r.n, 0) <> coalesce(c.n, 0)`)
  ).rows

test('in force or suspended it is not withdrawn; revoked it is, with its booklet, and everything counts right', async () => {
  const [one, other] = [signed(), await produced()]
  const before = await pending()
  for (const { id: application, number } of [one, other]) {
    assert.equal(code(await withdraw(application)), '409 application.pass-not-over')
    assert.ok((await passIs(number, 'suspension')).status < 300)
    assert.equal(code(await withdraw(application)), '409 application.pass-not-over')
    assert.equal((await caseOf(application))['passState'], 'suspended')
    await passIs(number, 'revocation')
    assert.equal((await caseOf(application))['passState'], 'revoked')
  }
  // Until somebody withdraws them they wait, and the printer's list says why.
  assert.deepEqual(await pending(), before)
  const queue = (await get(`/api/v1/print-queue?office=${office}`, who('printer'))).body as unknown as {
    passes: { number: string }[]
    stopped: object[]
  }
  assert.deepEqual(queue.stopped, [{ number: one.number, application: one.id, state: 'revoked' }])
  assert.ok(!queue.passes.some(({ number }) => number === one.number))
  for (const role of ['cashier', 'reviewer', 'printer', 'governor'] as const) assert.equal(code(await withdraw(one.id, role)), '403 authority.role')
  assert.equal((await post(`/api/v1/applications/${one.id}/withdrawal`, { requestId: id(), reason: 'x' }, at('clerk', 'KH:0109'))).status, 404)
  for (const { id: application } of [one, other]) assert.equal(code(await withdraw(application)), '200 withdrawn')
  const after = await pending()
  assert.deepEqual([after.signed ?? 0, after.produced ?? 0], [(before.signed ?? 0) - 1, (before.produced ?? 0) - 1])
  assert.deepEqual(await drift(), [])
  const bound = await row<{ state: string; pass: string; reason: string }>('select state, pass, reason from booklet where pass = $1', other.number)
  assert.deepEqual(bound, { state: 'spoilt', pass: other.number, reason: 'The pass was revoked' })
  const event = await row<{ body: object }>("select body from event where subject = $1 and type = 'ApplicationWithdrawn'", other.id)
  assert.deepEqual(event.body, { ...event.body, state: 'withdrawn', reason: 'The pass was revoked', from: 'produced', pass: other.number })
  // What was signed and produced stays on record; the case takes no other step.
  const kept = await caseOf(other.id)
  assert.ok(kept['signedAt'] && kept['producedAt'] && kept['receipt'] && kept['booklet'])
  for (const answer of [await withdraw(other.id), await handOver(other.id), await produce(other)])
    assert.equal(code(answer), '409 application.closed')
})

test('replaced before it was fetched; past its last day, though nobody wrote that down', async () => {
  const first = await produced()
  const asked = { ...(await request({}, office, first.person)), requestId: id(), replaces: { number: first.number, cause: 'wrong-data' } }
  const next = String((await post('/api/v1/applications', asked, who('clerk'))).body['id'])
  await pay(next, office)
  await approve(next, office)
  assert.ok((await sign([next], office)).status < 300)
  assert.equal((await caseOf(first.id))['passState'], 'replaced')
  assert.equal(code(await withdraw(next)), '409 application.pass-not-over', 'the one that took its place is in force')
  assert.equal(code(await withdraw(first.id)), '200 withdrawn')

  const late = await produced()
  const now = open.clock.now
  open.clock.now = parseInstant('2028-11-19T23:59:59+07:00') ?? assert.fail()
  assert.equal(code(await withdraw(late.id)), '409 application.pass-not-over')
  open.clock.now = parseInstant('2028-11-20T00:00:00+07:00') ?? assert.fail()
  assert.equal(code(await handOver(late.id)), '409 pass.not-active')
  assert.equal((await follow(late.known)).body['stage'], 'pass-over')
  assert.equal(code(await withdraw(late.id)), '200 withdrawn')
  assert.equal((await row<{ state: string }>('select state from pass where number = $1', late.number)).state, 'active')
  open.clock.now = now
  assert.deepEqual(await drift(), [])
})

test('no page and no booklet for a pass that is not in force, and the number is named', async () => {
  const made = signed()
  const page = () => get(`/api/v1/passes/${made.number}/page.pdf`, who('printer'))
  await passIs(made.number, 'suspension')
  for (const answer of [await produce(made), await page()])
    assert.deepEqual([answer.status, answer.body['code'], answer.body.about], [409, 'pass.not-active', { number: made.number }])
  await passIs(made.number, 'resumption')
  assert.equal(code(await produce(made)), '200 produced')
})

test('of several handed over at once those not in force are named, nothing is written, and the others go without them', async () => {
  const family = [await produced(), await produced(), await produced(), await produced()]
  await revoke(family[1]?.number ?? '', 'forged papers', office)
  await passIs(family[3]?.number ?? '', 'suspension')
  const { rows } = await open.administrator.query('select account from role_grant where role = $1 and place = $2', ['printer', office])
  const account = rows[0]?.account as AccountId
  const printer = { id: 'x', account, role: 'printer', place: areaPlace(office as AreaCode), from: '2020-01-01' as CivilDate } as const
  const actor: Actor = { account, name: 'x', grants: [{ ...printer, lastDay: null, revokedAt: null }], nationalId: null, familyBook: null }
  const together = (some: readonly Case[]) =>
    collectPasses(open.instance, {
      actor,
      cases: some.map((each) => ({
        application: each.id as HolderBoundId,
        requestId: id(),
        kind: 'thumb' as const,
        mark: Buffer.from('m'),
      })),
    })
  const refused = await together(family)
  assert.ok(!refused.ok)
  assert.deepEqual([refused.refusal.code, refused.refusal.about], ['pass.not-active', { number: `${family[1]?.number}, ${family[3]?.number}` }])
  assert.equal(
    (
      await row<{ n: number }>(
        'select count(*)::int as n from hand_over where application_id = any($1)',
        family.map((each) => each.id),
      )
    ).n,
    0,
  )
  const handed = await together([family[0], family[2]].flatMap((each) => each ?? []))
  assert.ok(handed.ok, JSON.stringify(handed))
  assert.deepEqual(
    handed.value.map(({ state }) => state),
    ['collected', 'collected'],
  )
})

test('ten at once, hand-overs, withdrawals and the revocation among them: one way out, once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const made = await produced()
    const all = await Promise.all([
      ...Array.from({ length: 5 }, () => handOver(made.id)),
      revoke(made.number, 'forged papers', office),
      ...Array.from({ length: 5 }, () => withdraw(made.id)),
    ])
    const won = all.map(code).filter((each) => each === '200 collected' || each === '200 withdrawn')
    assert.ok(won.length <= 1, all.map(code).join('; '))
    // Whoever came before the revocation was refused by a pass that was in force; afterwards there is one answer.
    if (won.length === 0) {
      const late = await Promise.all(Array.from({ length: 10 }, (_, turn) => (turn % 2 === 0 ? withdraw(made.id) : handOver(made.id))))
      assert.equal(late.filter(({ status }) => status === 200).length, 1, late.map(code).join('; '))
      won.push('200 withdrawn')
    }
    const { rows } = await open.administrator.query(
      "select type from event where subject = $1 and type in ('ApplicationWithdrawn', 'PassCollected')",
      [made.id],
    )
    assert.deepEqual(rows, [{ type: won[0] === '200 collected' ? 'PassCollected' : 'ApplicationWithdrawn' }])
  }
  assert.deepEqual(await drift(), [])
})

test('its applicant is told not to come, then why it was closed; of a case that was never signed too', async () => {
  const made = await produced()
  assert.equal((await follow(made.known)).body['stage'], 'ready')
  await passIs(made.number, 'suspension')
  assert.equal((await follow(made.known)).body['stage'], 'pass-suspended')
  await revoke(made.number, 'forged papers', office)
  const over = (await follow(made.known)).body
  assert.deepEqual([over['stage'], over['reason'], over['dueOn']], ['pass-over', null, null])
  await withdraw(made.id)
  const closed = (await follow(made.known)).body as { [key: string]: unknown; pass: { state: string; daysLeft: number; extension: null } }
  assert.deepEqual(
    [closed['stage'], closed['reason'], closed.pass.state, closed.pass.daysLeft, closed.pass.extension],
    ['pass-over-closed', 'The pass was revoked', 'revoked', 0, null],
  )
  const own = await apply(firstPerson - 1, office)
  await withdraw(own.id)
  const told = (await follow(own)).body
  assert.deepEqual([told['stage'], told['reason']], ['withdrawn', 'The pass was revoked'], 'in the words of whoever withdrew it')
})

test('the fee is earned; it goes back only as the office’s own error, by another hand, and the counters follow', async () => {
  const made = await produced()
  await revoke(made.number, 'signed for the wrong person', office)
  const charge = () => get(`/api/v1/charges/${made.id}`, who('cashier'))
  const [payment] = (await charge()).body['payments'] as { id: string }[]
  const reverse = (body: object, role: Role = 'governor') =>
    post(`/api/v1/charges/${made.id}/payments/${payment?.id}/reversal`, { requestId: id(), reason: 'Our own error', ...body }, who(role))
  assert.equal(code(await reverse({ ownError: true })), '409 application.already-signed', 'not before the case is over')
  await withdraw(made.id)
  assert.equal(code(await reverse({})), '409 payment.earned')
  assert.equal(code(await reverse({ ownError: 'yes' })), '400 request.malformed')
  assert.equal((await reverse({ ownError: true }, 'clerk')).status >= 403, true)
  assert.ok((await caseOf(made.id))['receipt'], 'what was refused changed nothing')
  assert.equal((await reverse({ ownError: true })).status, 200)
  assert.deepEqual([(await caseOf(made.id))['state'], (await caseOf(made.id))['receipt']], ['withdrawn', null])
  const event = await row<{ body: { ownError: boolean } }>("select body from event where subject = $1 and type = 'FeeReversed'", made.id)
  assert.equal(event.body.ownError, true)
  assert.deepEqual(await drift(), [])
})
