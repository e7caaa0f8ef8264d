// Goal: what a governor is shown is what is signed, and only what may be. Method: real Postgres through the application's own login; everything that can be wrong with an
// application, and everything that can change between showing and signing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import { rejectApplication } from './change-application.ts'
import { signPassesUnderOwnGesture } from './sign-list.ts'
import { makeSigningList } from './signing-list.ts'
import { canonicalJson } from './signing-manifest.rules.ts'
import { accepted, codeOf, openSignersDesk, openTestDesk, poipet, type Signer } from './test-signing-desk.ts'

const t = await openTestDesk()
const { desk, administrator } = t
const governor = await t.hire('governor')
const { show, answer, sign, passesOf } = openSignersDesk(t, governor)

test('the list’s hash is that of its canonical text, which the database keeps', async () => {
  const shown = await show(2)
  const { rows } = await administrator.query('select manifest, encode(sha256, $2) as sha256 from signing_list where id = $1', [shown.list, 'hex'])
  assert.equal(rows[0].sha256, shown.sha256)
  assert.equal(canonicalJson(JSON.parse(rows[0].manifest)), rows[0].manifest)
  assert.deepEqual(JSON.parse(rows[0].manifest).applications, shown.applications)
})

test('held back: the list is refused with each application and why', async () => {
  const [good, rejected, own] = await t.approved(3)
  const [foreign] = await (await openElsewhere()).approved(1, 'KH:0109')
  assert.ok(good && rejected && own && foreign)
  const reviewer = await t.hire('reviewer')
  accepted(await rejectApplication(desk, { requestId: t.requestId(), actor: reviewer.actor, application: rejected, reason: 'test' }))
  const { rows } = await administrator.query('select p.national_id from person p join application a on a.person_id = p.id where a.id = $1', [own])
  const actor = { ...governor.actor, nationalId: String(rows[0].national_id) }
  const random = newHolderBoundId(0)
  const refused = await makeSigningList(desk, actor, [good, rejected, own, foreign, random])
  assert.deepEqual(refused.ok ? {} : refused.refusal, {
    code: 'application.closed',
    about: {
      heldBack: 4,
      [rejected]: 'application.closed',
      [own]: 'authority.own-case',
      [foreign]: 'application.not-found',
      [random]: 'application.not-found',
    },
  })
  const alone = async (id: HolderBoundId) => JSON.stringify(await makeSigningList(desk, governor.actor, [id])).replaceAll(id, 'ID')
  assert.equal(await alone(foreign), await alone(random), 'a foreign id answers like a random one')
})

test('who took the case does not sign it, and who has a live pass is held back', async () => {
  const [first] = await t.approved(1)
  assert.ok(first)
  await administrator.query('update application set taken_by = $1 where id = $2', [governor.actor.account, first])
  assert.equal(codeOf(await makeSigningList(desk, governor.actor, [first])), 'authority.same-hands')
  const [second] = await t.approved(1)
  assert.ok(second)
  accepted(await signPassesUnderOwnGesture(desk, governor.actor, [second], governor.authenticator))
  await administrator.query("update application set state = 'approved', pass_number = null where id = $1", [second])
  assert.equal(codeOf(await makeSigningList(desk, governor.actor, [second])), 'applicant.has-live-pass')
})

const changes: [name: string, code: string, change: (ids: HolderBoundId[]) => Promise<unknown>][] = [
  [
    'an application rejected',
    'signature.list-changed',
    async ([id]) =>
      accepted(
        await rejectApplication(desk, {
          requestId: t.requestId(),
          actor: (await t.hire('reviewer')).actor,
          application: id as HolderBoundId,
          reason: 'test',
        }),
      ),
  ],
  [
    'a name changed',
    'signature.list-changed',
    ([id]) => administrator.query("update person set family_name = 'CHANGED' where id = (select person_id from application where id = $1)", [id]),
  ],
  [
    'a photo changed',
    'signature.list-changed',
    ([id]) => administrator.query("update photo set portrait = 'x' where id = (select photo_id from application where id = $1)", [id]),
  ],
  [
    'the small photo changed',
    'signature.list-changed',
    ([id]) => administrator.query("update photo set chip = 'x' where id = (select photo_id from application where id = $1)", [id]),
  ],
  ['the office changed', 'signature.list-changed', ([id]) => administrator.query("update application set office = 'KH:0109' where id = $1", [id])],
]
for (const [name, code, change] of changes)
  test(`between showing and signing: ${name}`, async () => {
    const ids = await t.approved(3)
    const shown = accepted(await makeSigningList(desk, governor.actor, ids))
    await change(ids)
    assert.equal(codeOf(await sign(shown, answer(shown))), code)
    assert.equal(await passesOf(shown.list), 0)
  })

test('midnight between showing and signing changes what the passes say', async () => {
  const then = t.clock.now
  t.clock.now = '2026-03-02T16:58:00.000Z' as Instant
  const shown = await show(1)
  t.clock.now = '2026-03-02T17:00:00.000Z' as Instant
  assert.equal(codeOf(await sign(shown, answer(shown))), 'signature.list-changed')
  t.clock.now = then
})

test('the database shows a list to its signer alone, the gesture to those who may ask for evidence, and lets nobody change it', async () => {
  const shown = await show(1)
  accepted(await sign(shown, answer(shown)))
  const seen = async (signer: Signer) =>
    inTransaction(desk.database, { account: signer.actor.account, at: desk.now() }, async (tx) => ({
      lists: (await tx.selectFrom('signing_list').select('id').where('id', '=', shown.list).execute()).length,
      gestures: (await tx.selectFrom('pass_signature').select('list').where('list', '=', shown.list).execute()).length,
    }))
  assert.deepEqual(await seen(governor), { lists: 1, gestures: 1 })
  assert.deepEqual(await seen(await t.hire('governor')), { lists: 0, gestures: 1 })
  assert.deepEqual(await seen(await t.hire('auditor', 'KH')), { lists: 0, gestures: 1 })
  assert.deepEqual(await seen(await t.hire('provincial-governor', 'KH:01')), { lists: 0, gestures: 1 })
  for (const [role, place] of [
    ['clerk', poipet],
    ['deputy-governor', poipet],
    ['governor', 'KH:0109'],
    ['provincial-governor', 'KH:02'],
  ] as const)
    assert.deepEqual(await seen(await t.hire(role, place)), { lists: 0, gestures: 0 }, `${role} at ${place}`)
  const attempt = (statement: string) =>
    inTransaction(desk.database, { account: governor.actor.account, at: desk.now() }, (tx) => sql.raw(statement).execute(tx))
  for (const statement of ["update pass_signature set name = 'another'", 'delete from pass_signature', "update signing_list set manifest = '{}'"])
    await assert.rejects(attempt(statement), /permission denied/, statement)
})

/** The same desk, for another office's cases: its hands are its own. */
async function openElsewhere() {
  const hands = await Promise.all((['clerk', 'cashier', 'reviewer'] as const).map((role) => t.hire(role, 'KH:0109')))
  return { approved: (count: number, office: string) => t.approved(count, office, hands) }
}
