// Goal: what a governor is shown is what is signed, and only what may be. Method: real Postgres through the application's own login; everything that can be wrong with an
// application, and everything that can change between showing and signing.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { type HolderBoundId, newHolderBoundId } from '../platform/ids.ts'
import { rejectApplication } from './change-application.ts'
import { readEvidence } from './evidence.ts'
import { signPassesUnderOwnGesture } from './sign-list.ts'
import { identityNumberDigest, rowDigest } from './signing-digests.ts'
import { makeSigningList } from './signing-list.ts'
import { canonicalJson, type ManifestRow } from './signing-manifest.rules.ts'
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
  const digests = shown.applications.map((row, position) => rowDigest(row, shown.salts[position] ?? ''))
  const { id: mandate, instrument } = shown.mandate
  const manifest = {
    version: 2,
    list: shown.list,
    at: shown.at,
    signer: governor.actor.account,
    office: poipet,
    mandate: { id: mandate, instrument },
  }
  assert.deepEqual(JSON.parse(rows[0].manifest), { ...manifest, applications: digests })
})

test('each row has salts of its own, from the chance it is given; the register can open the number, what is shown cannot', async () => {
  const ids = await t.approved(3)
  let turn = 0
  const chance = () => {
    turn += 1
    return hash('sha256', `chance ${turn}`, 'buffer').toString('base64url')
  }
  const [shown, again] = [
    accepted(await makeSigningList(desk, governor.actor, ids, chance)),
    accepted(await makeSigningList(desk, governor.actor, ids)),
  ]
  assert.equal(turn, 6)
  assert.equal(new Set([...shown.salts, ...again.salts]).size, 6)
  const { rows } = await administrator.query(
    `select r.row, r.salt, r.identity_salt, p.national_id from signing_row r join application a on a.cell = r.cell and a.id = r.application
     join person p on p.cell = a.cell and p.id = a.person_id where r.list = $1 order by r.position`,
    [shown.list],
  )
  const said = JSON.stringify(shown)
  for (const [position, { row, salt, identity_salt, national_id }] of rows.entries()) {
    assert.equal(row, canonicalJson(shown.applications[position] as ManifestRow))
    assert.equal(salt.toString('base64url'), shown.salts[position])
    const opening = identity_salt.toString('base64url')
    assert.equal(shown.applications[position]?.identityNumberDigest, identityNumberDigest(national_id, opening))
    assert.ok(!said.includes(opening) && !said.includes(hash('sha256', national_id)))
  }
  assert.equal(codeOf(await sign(shown, answer(shown))), 'ok')
})

test('a list of version 1 signs nothing, and a pass signed on one has no evidence of this form', async () => {
  const [shown, signed] = [await show(2), await show(1)]
  const [pass] = accepted(await sign(signed, answer(signed))).passes
  await administrator.query('delete from signing_row where list = any ($1)', [[shown.list, signed.list]])
  assert.equal(codeOf(await sign(shown, answer(shown))), 'signature.list-changed')
  assert.equal(codeOf(await readEvidence(desk, governor.actor, pass?.number ?? '')), 'signature.list-not-found')
})

test('held back: the list is refused with each application and why', async () => {
  const [good, rejected, own] = await t.approved(3)
  const [foreign] = await (await openElsewhere()).approved(1, 'KH:0109')
  assert.ok(good && rejected && own && foreign)
  const reviewer = await t.hire('reviewer')
  accepted(await rejectApplication(desk, { requestId: t.requestId(), actor: reviewer.actor, application: rejected, reason: 'test', ground: 'other' }))
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
          ground: 'other',
        }),
      ),
  ],
  [
    'a name changed',
    'signature.list-changed',
    ([id]) => administrator.query("update person set family_name = 'CHANGED' where id = (select person_id from application where id = $1)", [id]),
  ],
  [
    'an identity number changed',
    'signature.list-changed',
    ([id]) => administrator.query("update person set national_id = '777000111' where id = (select person_id from application where id = $1)", [id]),
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
  const seen = async (signer: Signer) =>
    inTransaction(desk.database, { account: signer.actor.account, at: desk.now() }, async (tx) => ({
      lists: (await tx.selectFrom('signing_list').select('id').where('id', '=', shown.list).execute()).length,
      gestures: (await tx.selectFrom('pass_signature').select('list').where('list', '=', shown.list).execute()).length,
      rows: (await tx.selectFrom('signing_row').select('position').where('list', '=', shown.list).execute()).length,
    }))
  const colleague = await t.hire('governor')
  assert.deepEqual(await seen(governor), { lists: 1, gestures: 0, rows: 1 })
  assert.deepEqual(await seen(colleague), { lists: 0, gestures: 0, rows: 0 })
  accepted(await sign(shown, answer(shown)))
  assert.deepEqual(await seen(governor), { lists: 1, gestures: 1, rows: 1 })
  for (const reader of [colleague, await t.hire('auditor', 'KH'), await t.hire('provincial-governor', 'KH:01')])
    assert.deepEqual(await seen(reader), { lists: 0, gestures: 1, rows: 1 })
  for (const [role, place] of [
    ['clerk', poipet],
    ['deputy-governor', poipet],
    ['governor', 'KH:0109'],
    ['provincial-governor', 'KH:02'],
  ] as const)
    assert.deepEqual(await seen(await t.hire(role, place)), { lists: 0, gestures: 0, rows: 0 }, `${role} at ${place}`)
  const attempt = (statement: string) =>
    inTransaction(desk.database, { account: governor.actor.account, at: desk.now() }, (tx) => sql.raw(statement).execute(tx))
  for (const statement of [
    "update pass_signature set name = 'another'",
    'delete from pass_signature',
    "update signing_list set manifest = '{}'",
    "update signing_row set row = '{}'",
    'delete from signing_row',
  ])
    await assert.rejects(attempt(statement), /permission denied/, statement)
})

/** The same desk, for another office's cases: its hands are its own. */
async function openElsewhere() {
  const hands = await Promise.all((['clerk', 'cashier', 'reviewer'] as const).map((role) => t.hire(role, 'KH:0109')))
  return { approved: (count: number, office: string) => t.approved(count, office, hands) }
}
