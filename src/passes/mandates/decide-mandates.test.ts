// Goal: a different decision ends a mandate at its very instant and touches nothing signed before. Method: a real Postgres under the program's own login, a second either side; ten at once; foreign hands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../identity/actor.rules.ts'
import type { AreaCode, CommandId, InstrumentId } from '../../kernel/code.ts'
import { type CivilDate, epochMs, type Instant, instantOfMs } from '../../kernel/time.ts'
import { inTransaction, rollBackOn } from '../../platform/database.ts'
import { inNameOf } from '../issuing.ts'
import { holdMandatesOf, mandatesOf } from '../mandate.queries.ts'
import { assessMandate } from '../mandate.rules.ts'
import { type DecideMandates, decideMandates } from './decide-mandates.ts'
import { idAt, openMandateBed } from './test-bed.ts'

const morning = '2026-11-20T01:30:00.000Z' as Instant
const bed = await openMandateBed(morning)
const interior = await bed.person('interior', 'interior-desk', 'KH')
const other = await bed.person('second of the desk', 'interior-desk', 'KH')
const governor = await bed.person('governor of Malai', 'governor', 'KH:0109')
const trial = 'kh/order-2024-01-01' as InstrumentId
const later = (seconds: number): Instant => instantOfMs(epochMs(morning) + seconds * 1000)

function decision(change: Partial<DecideMandates> & { readonly number?: number } = {}): DecideMandates {
  const { number = 1, ...rest } = change
  const title = { km: 'សេចក្តីសម្រេចផ្សេង', th: 'คำสั่งเป็นอย่างอื่น', en: `A different decision ${number}` }
  const id = `kh/decision-${number}` as InstrumentId
  return {
    requestId: idAt(bed.clock.now) as CommandId,
    actor: interior,
    instrument: trial,
    offices: ['KH:0109'],
    decision: { id, kind: 'decision', title, issuer: 'KH', signedOn: '2026-11-19' as CivilDate, source: 'file 12 of the desk' },
    at: null,
    ...rest,
  }
}
async function maySign(office: string, now: Instant, actor: Actor = governor) {
  return inTransaction(bed.issuing.database, { account: actor.account, at: now }, async (tx) =>
    assessMandate(await mandatesOf(tx, office), { power: 'sign', area: office as AreaCode, now }),
  )
}
const eventsOf = async (type: string) =>
  (await bed.administrator.query<{ subject: string; place: string }>('select subject, place from event where type = $1 order by subject', [type]))
    .rows

test('from its instant on nobody signs under the mandate; a second before they did', async () => {
  const at = later(3600)
  const decided = await decideMandates(bed.issuing, decision({ at }))
  assert.deepEqual(decided, { ok: true, value: { decision: 'kh/decision-1', at, mandates: ['KH:0109/2024-01-01'] } })
  assert.equal((await maySign('KH:0109', later(3599))).ok, true)
  for (const now of [at, later(3601)]) {
    const answer = await maySign('KH:0109', now)
    assert.deepEqual(answer.ok || [answer.refusal.code, answer.refusal.instruments], ['mandate.revoked', ['kh/decision-1']])
  }
  assert.equal((await maySign('KH:0110', at)).ok, true, 'another office goes on')
  assert.deepEqual(await eventsOf('MandateRevoked'), [{ subject: 'KH:0109/2024-01-01', place: 'KH:0109' }])
})

test('an end set for later may be brought forward, and not put off', async () => {
  const off = await decideMandates(bed.issuing, decision({ number: 2, at: later(7200) }))
  assert.deepEqual(off.ok || [off.refusal.code, off.refusal.instruments], ['mandate.already-revoked', ['kh/decision-1']])
  bed.clock.now = later(60)
  const forward = await decideMandates(bed.issuing, decision({ number: 2 }))
  assert.ok(forward.ok && forward.value.at === later(60))
  assert.equal((await maySign('KH:0109', later(59))).ok, true)
  assert.equal((await maySign('KH:0109', later(60))).ok, false)
})

test('ten times the same request is one decision; the same id for another is refused', async () => {
  const command = decision({ number: 3, offices: ['KH:0110', 'KH:0102'] })
  const answers = await Promise.all(Array.from({ length: 10 }, () => decideMandates(bed.issuing, command)))
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.ok(answers[0]?.ok && answers[0].value.mandates.length === 2)
  assert.equal((await eventsOf('MandateRevoked')).filter(({ place }) => ['KH:0110', 'KH:0102'].includes(place)).length, 2)
  const reused = await decideMandates(bed.issuing, { ...command, offices: ['KH:0103'] })
  assert.equal(reused.ok || reused.refusal.code, 'request.id-reused')
})

test('ten different decisions at once on one mandate: one ends it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      decideMandates(bed.issuing, decision({ number: 20 + index, offices: ['KH:0103'], actor: index % 2 ? interior : other })),
    ),
  )
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  for (const answer of answers) assert.ok(answer.ok || answer.refusal.code === 'mandate.already-revoked')
})

test('whoever signs and whoever decides wait for each other: nothing is signed at or after the end', async () => {
  const signer = await bed.person('governor of Poipet', 'governor', 'KH:0104')
  const held = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  bed.clock.now = later(100)
  const signing = rollBackOn(bed.issuing.database, inNameOf(bed.issuing, signer), async (tx) => {
    const now = bed.issuing.now()
    const answer = assessMandate(await holdMandatesOf(tx, 'KH:0104'), { power: 'sign', area: 'KH:0104' as AreaCode, now })
    held.resolve()
    await go.promise
    return answer.ok ? { ok: true as const, value: now } : answer
  })
  await held.promise
  const deciding = decideMandates(bed.issuing, decision({ number: 4, offices: ['KH:0104'] }))
  // The decision waits behind the signer; the clock goes on meanwhile.
  await waitsForLock()
  bed.clock.now = later(105)
  go.resolve()
  const [signed, decided] = await Promise.all([signing, deciding])
  assert.ok(signed.ok && decided.ok)
  assert.deepEqual([signed.value, decided.value.at], [later(100), later(105)])
})

async function waitsForLock(): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    const { rows } = await bed.administrator.query("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
    if (rows.length > 0) return
  }
  assert.fail('nobody waits')
}

test('"all" ends what still stands, and only of our own state', async () => {
  const answer = await decideMandates(bed.issuing, decision({ number: 5, offices: 'all' }))
  assert.ok(answer.ok && answer.value.mandates.length > 20 && answer.value.mandates.every((id) => id.startsWith('KH:')))
  assert.ok(!answer.value.mandates.includes('KH:0109/2024-01-01'), 'what ended before keeps its decision')
  const foreign = await decideMandates(
    bed.issuing,
    decision({ number: 6, instrument: 'th/border-pass-office-practice' as InstrumentId, offices: 'all' }),
  )
  assert.equal(foreign.ok || foreign.refusal.code, 'mandate.not-found')
})

const refused: [name: string, change: Parameters<typeof decision>[0], code: string][] = [
  [
    'an instant that has passed',
    { number: 7, at: later(-1), instrument: 'kh/province-hall-practice' as InstrumentId, offices: ['KH:01'] },
    'time.invalid',
  ],
  ['an unknown instrument', { number: 7, instrument: 'kh/nothing' as InstrumentId }, 'mandate.not-found'],
  ['an office without a mandate of it', { number: 7, offices: ['KH:01'] }, 'mandate.not-found'],
  ['mandates that ended', { number: 7, offices: 'all' }, 'mandate.already-revoked'],
  ['a governor', { number: 7, actor: governor }, 'authority.role'],
]
for (const [name, change, code] of refused)
  test(`refused, and nothing is kept: ${name}`, async () => {
    const answer = await decideMandates(bed.issuing, decision(change))
    assert.equal(answer.ok || answer.refusal.code, code)
    assert.equal((await bed.administrator.query("select 1 from instrument where id = 'kh/decision-7'")).rowCount, 0)
  })

test('a text signed tomorrow, and a known id with other words, are refused', async () => {
  const hall = { instrument: 'kh/province-hall-practice' as InstrumentId, offices: ['KH:01'] }
  const base = decision({ number: 8, ...hall })
  const tomorrow = await decideMandates(bed.issuing, { ...base, decision: { ...base.decision, signedOn: '2026-11-21' as CivilDate } })
  assert.equal(tomorrow.ok || tomorrow.refusal.code, 'time.invalid')
  const known = decision({ number: 5, ...hall })
  const words = await decideMandates(bed.issuing, { ...known, decision: { ...known.decision, issuer: 'KH:01' } })
  assert.equal(words.ok || words.refusal.code, 'request.id-reused')
  assert.ok((await decideMandates(bed.issuing, known)).ok, 'one text may end mandates in two steps')
})

test('the database refuses a governor who goes past the check', async () => {
  const { database } = bed.issuing
  const scope = { account: governor.account, at: bed.clock.now }
  await assert.rejects(
    inTransaction(database, scope, (tx) =>
      tx.updateTable('mandate').set({ revoked_at: morning, revoked_by: trial }).where('id', '=', 'KH:01/1997-09-20').execute(),
    ),
    /row-level security/,
  )
  await assert.rejects(
    inTransaction(database, scope, (tx) =>
      tx
        .insertInto('instrument')
        .values({ id: 'kh/x', kind: 'order', title: '{}', issuer: 'KH', signed_on: null, in_force_from: '2026-01-01', source: 'x' })
        .execute(),
    ),
    /row-level security/,
  )
})

test('over HTTP: the page of an instrument is public and tells how each mandate stands; the decision needs its role', async () => {
  const page = await bed.server.inject({ url: `/api/v1/instruments/${trial}`, headers: { host: 'localhost' } })
  const { mandates, rules } = page.json() as { mandates: { office: string; standing: string; revokedBy: string | null }[]; rules: { rule: string }[] }
  assert.equal(page.statusCode, 200)
  assert.deepEqual(mandates.find(({ office }) => office === 'KH:0109')?.standing, 'revoked')
  assert.deepEqual(
    rules.map(({ rule }) => rule),
    ['pass.fee'],
  )
  const deciding = await bed.server.inject({ url: '/api/v1/instruments/kh/decision-5', headers: { host: 'localhost' } })
  assert.ok((deciding.json() as { revokes: object[] }).revokes.length > 20)
  const file = await bed.server.inject({ url: '/api/v1/instruments/kh-th/agreement-1997/file', headers: { host: 'localhost' } })
  assert.deepEqual([file.statusCode, file.headers['content-type']], [200, 'text/plain; charset=utf-8'])
  assert.equal((await bed.server.inject({ url: `/api/v1/instruments/${trial}/file`, headers: { host: 'localhost' } })).statusCode, 404)
  assert.equal((await bed.server.inject({ url: '/api/v1/instruments/kh/none', headers: { host: 'localhost' } })).statusCode, 404)
  const { actor: _, ...body } = decision({ number: 9, instrument: 'kh/province-hall-practice' as InstrumentId, offices: ['KH:02'] })
  assert.equal((await bed.call(governor, 'POST', '/api/v1/mandate-decisions', body)).status, 403)
  const decided = await bed.call(interior, 'POST', '/api/v1/mandate-decisions', body)
  assert.equal(decided.status, 200, decided.text)
  const bad = {
    ...body,
    requestId: idAt(bed.clock.now),
    decision: { ...body.decision, title: { ...body.decision.title, en: 'turned \u202e round' } },
  }
  assert.equal((await bed.call(interior, 'POST', '/api/v1/mandate-decisions', bad)).status, 400)
})
