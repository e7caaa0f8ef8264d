// Goal: passes are signed by the governor who saw this very list, with a fresh gesture, all or none. Method: real Postgres through the application's own login,
// a passkey in software that makes real WebAuthn bytes, and every way to get round it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Instant } from '../kernel/time.ts'
import { newHolderBoundId } from '../platform/ids.ts'
import { signPassesUnderOwnGesture } from './sign-list.ts'
import { type ListShown, makeSigningList } from './signing-list.ts'
import { accepted, codeOf, openSignersDesk, openTestDesk, poipet, type Signer } from './test-signing-desk.ts'

const t = await openTestDesk()
const { desk, administrator } = t
const governor = await t.hire('governor')
const { show, answer, sign, passesOf } = openSignersDesk(t, governor)

test('three passes with one gesture: in the order of numbers, recorded, and the same request again answers the same', async () => {
  const shown = await show(3)
  assert.equal(Buffer.from(shown.options.challenge, 'base64url').toString('hex'), shown.sha256)
  assert.equal(shown.options.userVerification, 'required')
  assert.deepEqual(
    shown.options.allowCredentials?.map(({ id }) => id),
    [governor.authenticator.credentialId],
  )
  const requestId = t.requestId()
  const signed = accepted(await sign(shown, answer(shown), governor, requestId))
  assert.equal(signed.passes.length, 3)
  assert.deepEqual(
    signed.passes.map(({ number }) => number).toSorted(),
    signed.passes.map(({ number }) => number),
  )
  assert.equal(await passesOf(shown.list), 3)
  const { rows } = await administrator.query(
    "select type, count(*)::int as n from event where actor = $1 and type in ('PassSigned', 'ListSigned') group by type order by type",
    [governor.actor.account],
  )
  assert.deepEqual(rows, [
    { type: 'ListSigned', n: 1 },
    { type: 'PassSigned', n: 3 },
  ])
  assert.deepEqual(accepted(await sign(shown, answer(shown), governor, requestId)), signed)
  assert.equal(codeOf(await sign(await show(1), answer(shown), governor, requestId)), 'request.id-reused')
  assert.equal(await passesOf(shown.list), 3)
})

const forgeries: [name: string, make: (shown: ListShown, other: ListShown, colleague: Signer) => AuthenticationResponseJSON][] = [
  ['no gesture at all: empty bytes', (shown) => ({ ...answer(shown), response: { authenticatorData: 'AA', clientDataJSON: 'AA', signature: 'AA' } })],
  ['a gesture over another list', (_, other) => answer(other)],
  ['the person not verified', (shown) => answer(shown, governor, { userVerified: false })],
  ['another governor’s key', (shown, _, colleague) => answer(shown, colleague)],
  [
    'another governor’s key under one’s own credential’s name',
    (shown, _, colleague) => ({ ...answer(shown, colleague), id: governor.authenticator.credentialId, rawId: governor.authenticator.credentialId }),
  ],
  ['from another origin', (shown) => answer(shown, governor, { origin: 'https://passes.example.evil' })],
  [
    'for another relying party',
    (shown) => governor.authenticator.get({ challenge: shown.options.challenge, origin: desk.origin, rpId: 'example.evil', userVerified: true }),
  ],
  [
    'a registration’s answer',
    (shown) => ({
      ...answer(shown),
      response: {
        ...answer(shown).response,
        clientDataJSON: governor.authenticator.create({
          challenge: shown.options.challenge,
          origin: desk.origin,
          rpId: 'localhost',
          userVerified: true,
        }).response.clientDataJSON,
      },
    }),
  ],
  [
    'the signature’s last byte flipped',
    (shown) => {
      const { response, ...rest } = answer(shown)
      const bytes = Buffer.from(response.signature, 'base64url')
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      return { ...rest, response: { ...response, signature: bytes.toString('base64url') } }
    },
  ],
]
for (const [name, make] of forgeries)
  test(`signs nothing: ${name}`, async () => {
    const colleague = await t.hire('governor')
    const [shown, other] = [await show(2), await show(1)]
    assert.equal(codeOf(await sign(shown, make(shown, other, colleague))), 'signature.gesture')
    assert.equal(await passesOf(shown.list), 0)
    assert.equal(codeOf(await sign(shown, answer(shown))), 'ok', 'the list itself is still good')
  })

test('a list is its signer’s own, is used once, and is good for five minutes', async () => {
  const colleague = await t.hire('governor')
  const [shown, late] = [await show(2), await show(1)]
  assert.equal(codeOf(await sign(shown, answer(shown, colleague), colleague)), 'signature.list-not-found')
  assert.equal(codeOf(await sign({ list: newHolderBoundId(0) }, answer(shown))), 'signature.list-not-found')
  const assertion = answer(shown)
  assert.equal(codeOf(await sign(shown, assertion)), 'ok')
  assert.equal(codeOf(await sign(shown, assertion)), 'signature.list-used', 'replayed')
  assert.equal(codeOf(await sign(shown, answer(shown))), 'signature.list-used', 'a second gesture')
  const then = t.clock.now
  t.clock.now = late.expiresAt
  assert.equal(codeOf(await sign(late, answer(late))), 'signature.list-used', 'its last instant is over')
  t.clock.now = then
  assert.equal(codeOf(await sign(late, answer(late))), 'ok')
})

test('a revoked key signs nothing, nor does one whose counter stands still or goes back', async () => {
  const counting = await t.hire('governor')
  const shown = await show(1, counting)
  assert.equal(codeOf(await sign(shown, answer(shown, counting, { signCount: 5 }), counting)), 'ok')
  const next = await show(1, counting)
  for (const signCount of [5, 4, 0]) assert.equal(codeOf(await sign(next, answer(next, counting, { signCount }), counting)), 'signature.gesture')
  assert.equal(codeOf(await sign(next, answer(next, counting, { signCount: 6 }), counting)), 'ok')
  const last = await show(1, counting)
  await administrator.query("update passkey set revoked_at = now(), revoked_by = 'test' where account = $1", [counting.actor.account])
  assert.equal(codeOf(await sign(last, answer(last, counting, { signCount: 7 }), counting)), 'signature.gesture')
  const none = accepted(await makeSigningList(desk, counting.actor, await t.approved(1)))
  assert.deepEqual(none.options.allowCredentials, [])
})

test('fifty with one gesture; fifty-one are too many', async () => {
  const ids = await t.approved(51)
  const refused = await makeSigningList(desk, governor.actor, ids)
  assert.equal(codeOf(refused), 'signature.list-too-long')
  const signed = accepted(await signPassesUnderOwnGesture(desk, governor.actor, ids.slice(0, 50), governor.authenticator))
  assert.equal(new Set(signed.passes.map(({ number }) => number)).size, 50)
  const { rows } = await administrator.query('select count(distinct status_index)::int as places from pass where signing_list = $1', [signed.list])
  assert.equal(rows[0].places, 50)
})

test('ten gestures over one list at once: one signs, and every pass is there once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const shown = await show(4)
    const codes = (await Promise.all(Array.from({ length: 10 }, () => sign(shown, answer(shown))))).map(codeOf)
    assert.deepEqual(codes.toSorted(), [...Array(1).fill('ok'), ...Array(9).fill('signature.list-used')])
    assert.equal(await passesOf(shown.list), 4)
  }
})

test('one application on ten lists, all signed at once: one pass', async () => {
  const ids = await t.approved(2)
  const lists = await Promise.all(Array.from({ length: 10 }, async () => accepted(await makeSigningList(desk, governor.actor, ids))))
  const codes = (await Promise.all(lists.map((shown) => sign(shown, answer(shown))))).map(codeOf)
  assert.deepEqual(codes.toSorted(), ['ok', ...Array(9).fill('signature.list-changed')])
  const { rows } = await administrator.query('select count(*)::int as n from pass where application_id = any ($1)', [ids])
  assert.equal(rows[0].n, 2)
})

test('ten times the same request at once: one answer for all', async () => {
  const shown = await show(3)
  const [requestId, assertion] = [t.requestId(), answer(shown)]
  const answers = await Promise.all(Array.from({ length: 10 }, () => sign(shown, assertion, governor, requestId)))
  assert.equal(new Set(answers.map((each) => JSON.stringify(accepted(each)))).size, 1)
  assert.equal(await passesOf(shown.list), 3)
})

test('two governors’ lists with the same applications at once: one signs, the other’s list has changed', async () => {
  const colleague = await t.hire('deputy-governor')
  const ids = await t.approved(6)
  const [mine, theirs] = [
    accepted(await makeSigningList(desk, governor.actor, ids)),
    accepted(await makeSigningList(desk, colleague.actor, ids.toReversed())),
  ]
  const codes = (await Promise.all([sign(mine, answer(mine)), sign(theirs, answer(theirs, colleague), colleague)])).map(codeOf)
  assert.deepEqual(codes.toSorted(), ['ok', 'signature.list-changed'])
  assert.equal((await passesOf(mine.list)) + (await passesOf(theirs.list)), 6)
})

for (const role of [
  'clerk',
  'cashier',
  'reviewer',
  'printer',
  'office-administrator',
  'provincial-officer',
  'auditor',
  'system-administrator',
] as const)
  test(`${role} signs nothing`, async () => {
    const stranger = await t.hire(role)
    const made = await makeSigningList(desk, stranger.actor, await t.approved(1))
    assert.match(codeOf(made), /^(authority\.role|application\.not-found)$/)
    const shown = await show(1)
    assert.equal(codeOf(await sign(shown, answer(shown, stranger), stranger)), 'signature.list-not-found')
  })

test('a role that ended in between signs nothing, though the session still brought it', async () => {
  const leaving = await t.hire('governor')
  const shown = await show(1, leaving)
  await administrator.query("update role_grant set revoked_at = $2, revoked_by = 'test' where account = $1", [leaving.actor.account, t.clock.now])
  assert.notEqual(codeOf(await sign(shown, answer(shown, leaving), leaving)), 'ok')
  assert.equal(await passesOf(shown.list), 0)
})

test('a mandate revoked in between: nobody signs from its minute on', async () => {
  const [shown, later] = [await show(2), await show(1)]
  const revoke = (at: string | null) =>
    administrator.query(
      'update mandate set revoked_at = $1, revoked_by = case when $1::timestamptz is null then null else instrument end where office = $2',
      [at, poipet],
    )
  const minute = new Date(Date.parse(t.clock.now) + 60_000).toISOString()
  await revoke(minute)
  assert.equal(codeOf(await sign(shown, answer(shown))), 'ok', 'before its minute')
  const then = t.clock.now
  t.clock.now = minute as Instant
  assert.equal(codeOf(await sign(later, answer(later))), 'mandate.revoked')
  assert.equal(await passesOf(later.list), 0)
  t.clock.now = then
  await revoke(null)
})
