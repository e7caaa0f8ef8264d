// Goal: two people declare a signer key leaked; from then on its genuine passes are good, a pass forged with it is not, and new passes are signed with another key.
// Method: a whole instance over HTTP; the forger has the key file itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answered, openDesk, type Who } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import { issuePass } from '../../credential/issue.ts'
import { readLeakedKey } from '../../credential/leaked-key.ts'
import { parseTrustJson, type TrustedKey } from '../../credential/trust.ts'
import { verifyPass } from '../../credential/verify.ts'
import { epochSeconds, type Instant } from '../../kernel/time.ts'
import type { SigningKeyAnswer } from './signing-key.api.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const { get, post, id, issue, at, officer } = openDesk(open)
const office = 'KH:0109'
const [desk, second]: [Who, Who] = [
  { role: 'interior-desk', place: 'KH' },
  { role: 'interior-desk', place: 'KH', nth: 1 },
]
const now = () => epochSeconds(open.clock.now as Instant)
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? ''}`.trim()
const trusted = async () => {
  const text = (await open.server.inject({ url: '/api/v1/trust' })).payload
  const reading = parseTrustJson(text)
  assert.ok(reading.ok)
  return reading.trust
}
const judged = async (text: string) => (await verifyPass(text, await trusted(), now())).code

const pass = await issue(40, office)
const { kid } = await verifyPass(pass.qrText, await trusted(), now())
assert.ok(kid)
const leaked = { kid, leakedOn: '2026-11-18', reason: 'The office’s computer was taken' }
const propose = (who: Who, change: object = {}, requestId = id()) => post('/api/v1/leaked-keys', { requestId, ...leaked, ...change }, who)
/** The proposal that stands; where none does, one that never was. */
const standing = async (): Promise<string> => (await keyOf(desk))?.leak?.id ?? id()
const confirm = async (who: Who, requestId = id(), name = kid, proposal?: string): Promise<Answered> =>
  post(`/api/v1/leaked-keys/${name}/confirmation`, { requestId, proposal: proposal ?? (await standing()) }, who)

/** What whoever has the office's key can make. */
async function forged(change: object = {}): Promise<string> {
  const { claims } = await verifyPass(pass.qrText, await trusted(), now())
  assert.ok(claims)
  const key = open.instance.keys.all().find((each) => each.trusted.kid === kid)
  assert.ok(key)
  return issuePass({ ...claims, number: 'KH01090099990', ...change }, key.signer)
}
const forgery = await forged()

const refusedProposals: [name: string, who: Who, change: object, answer: string][] = [
  ['a clerk', at('clerk', office), {}, '403 authority.role'],
  ['the governor of the office', at('governor', office), {}, '403 authority.role'],
  ['a key that never was', desk, { kid: '0011223344556677' }, '404 request.not-found'],
  ['no kid', desk, { kid: 'KH' }, '400 request.malformed'],
  ['30 February', desk, { leakedOn: '2026-02-30' }, '400 request.malformed'],
  ['a day to come', desk, { leakedOn: '2026-11-21' }, '400 time.invalid'],
  ['no reason', desk, { reason: '' }, '400 request.malformed'],
]
for (const [name, who, change, answer] of refusedProposals)
  test(`refused: ${name}`, async () => assert.equal(code(await propose(who, change)).slice(0, 3), answer.slice(0, 3)))

test('confirming what nobody proposed is refused', async () => assert.equal(code(await confirm(second)), '404 revocation.not-found'))

const preview = (who: Who, since: string, name = kid) => get(`/api/v1/signing-keys/${name}/passes?since=${since}`, who)
const keyOf = async (who: Who, name = kid) => {
  const { status, body } = await get('/api/v1/signing-keys', who)
  assert.equal(status, 200, JSON.stringify(body))
  return (body as unknown as SigningKeyAnswer[]).find((each) => each.kid === name)
}

test('before it is declared: whose key it is, and how many passes it is about; nobody is named', async () => {
  const key = await keyOf(desk)
  assert.deepEqual([key?.office, key?.leak, key?.filter, key?.successor], [office, null, null, null])
  const { status, body } = await preview(desk, '2026-11-20')
  assert.equal(status, 200, JSON.stringify(body))
  const counted = await open.administrator.query("select count(*)::int as n from pass where signer_kid = $1 and state in ('active', 'suspended')", [
    kid,
  ])
  const today = "select count(*)::int as n from pass where signer_kid = $1 and state = 'active' and issued_at >= '2026-11-20T00:00:00+07:00'"
  const since = await open.administrator.query(today, [kid])
  assert.deepEqual([body['live'], body['liveSince'], body['asOf']], [counted.rows[0].n, since.rows[0].n, open.clock.now])
  assert.ok(Number(body['liveSince']) >= 1 && Number(body['signed']) >= Number(body['live']))
  const ofProvince: Who = { role: 'provincial-governor', place: 'KH:01' }
  assert.deepEqual((await preview(ofProvince, '2026-11-20')).body, body, 'the province counts its own office alike')
})

const refusedPreviews: [name: string, who: Who, since: string, name_: string, status: number][] = [
  ['a clerk', at('clerk', office), '2026-11-20', kid, 403],
  ['another province’s governor', { role: 'provincial-governor', place: 'KH:15' }, '2026-11-20', kid, 403],
  ['30 February', desk, '2026-02-30', kid, 400],
  ['a day to come', desk, '2026-11-21', kid, 400],
  ['a key that never was', desk, '2026-11-20', '0011223344556677', 404],
  ['no kid', desk, '2026-11-20', 'KH', 400],
]
for (const [name, who, since, key, status] of refusedPreviews)
  test(`no preview: ${name}`, async () => assert.equal((await preview(who, since, key)).status, status))
test('a list of keys is of one’s own offices alone, and not for a clerk', async () => {
  assert.equal((await get('/api/v1/signing-keys', at('clerk', office))).status, 403)
  assert.equal(await keyOf({ role: 'provincial-governor', place: 'KH:15' }), undefined)
  assert.equal((await keyOf({ role: 'provincial-governor', place: 'KH:01' }))?.kid, kid)
})

test('a proposal changes nothing yet, comes once, and the same person cannot confirm it', async () => {
  const requestId = id()
  assert.equal((await propose(desk, {}, requestId)).status, 201)
  assert.equal((await propose(desk, {}, requestId)).status, 201)
  assert.equal(code(await propose(desk, { reason: 'another' }, requestId)), '409 request.id-reused')
  assert.equal(code(await propose(second)), '409 revocation.done')
  assert.equal(code(await confirm(desk)), '403 authority.two-people')
  assert.equal((await confirm(at('governor', office))).status, 403)
  assert.deepEqual((await get('/api/v1/leaked-keys')).body, { kids: [] })
  assert.deepEqual([await judged(pass.qrText), await judged(forgery)], ['OK', 'OK'])
  const key = await keyOf(second)
  assert.deepEqual([key?.leak?.leakedOn, key?.leak?.reason, key?.leak?.confirmed, key?.filter], [leaked.leakedOn, leaked.reason, null, null])
})

const withdraw = async (who: Who, reason = 'the computer was found', requestId = id(), name = kid, proposal?: string): Promise<Answered> =>
  post(`/api/v1/leaked-keys/${name}/withdrawal`, { requestId, proposal: proposal ?? (await standing()), reason }, who)

test('a proposal is withdrawn by either of the two, and by nobody else; then nothing confirms it, and the key is proposed again', async () => {
  for (const who of [at('clerk', office), at('governor', office), { role: 'provincial-governor', place: 'KH:15' } as Who])
    assert.equal((await withdraw(who)).status, 403, who.role)
  assert.equal(code(await withdraw(desk, '')).slice(0, 3), '400')
  assert.equal(code(await withdraw(desk, 'x', id(), '0011223344556677')), '404 revocation.not-found')
  for (const who of [desk, second]) {
    const [requestId, proposal] = [id(), await standing()]
    const again = (reason: string): Promise<Answered> => withdraw(who, reason, requestId, kid, proposal)
    const answers: Answered[] = await Promise.all(Array.from({ length: 10 }, () => again('found again')))
    assert.deepEqual(answers.map(code), Array(10).fill('200'))
    assert.equal(code(await again('another reason')), '409 request.id-reused')
    assert.deepEqual([code(await withdraw(second)), code(await confirm(second))], ['404 revocation.not-found', '404 revocation.not-found'])
    const key = await keyOf(desk)
    assert.deepEqual([key?.leak, key?.withdrawn[0]?.withdrawn?.reason, key?.withdrawn[0]?.confirmed], [null, 'found again', null])
    assert.equal((await propose(desk)).status, 201)
    // Whoever still has the withdrawn one on the screen says nothing about the new one.
    const stale: Answered[] = [await confirm(second, id(), kid, proposal), await withdraw(second, 'seen too late', id(), kid, proposal)]
    assert.deepEqual(stale.map(code), ['404 revocation.not-found', '404 revocation.not-found'])
    assert.equal((await keyOf(desk))?.leak?.confirmed, null)
  }
  assert.equal((await keyOf(desk))?.withdrawn.length, 2, 'both stay on record')
  assert.deepEqual([await judged(pass.qrText), await judged(forgery)], ['OK', 'OK'])
  for (const odd of ["confirmed_by = 'x', confirmed_name = 'x', confirmed_at = now()", 'withdrawn_reason = null'])
    await assert.rejects(open.administrator.query(`update leaked_key set ${odd} where withdrawn_by is not null`), /leaked_key_check/)
})

test('row-level security alone: with no check of the program, only whoever revokes for the office proposes, confirms or withdraws', async () => {
  const stands = `kid = '${kid}' and withdrawn_by is null`
  const by = async (who: Who, statement: (account: string) => string): Promise<number | null> => {
    const account = String((await get('/api/v1/account', who)).body['id'])
    const client = await open.instance.database.pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('spean.account', $1, true), set_config('spean.at', $2, true)", [account, open.clock.now])
      return (await client.query(statement(account))).rowCount
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const confirming = (account: string) =>
    `update leaked_key set confirmed_by = '${account}', confirmed_name = 'x', confirmed_at = now() where ${stands}`
  const withdrawing = (account: string) =>
    `update leaked_key set withdrawal = gen_random_uuid(), withdrawn_by = '${account}', withdrawn_name = 'x', withdrawn_at = now(), withdrawn_reason = 'x' where ${stands}`
  const proposing = (account: string) =>
    `insert into leaked_key (id, kid, office, leaked_on, reason, proposed_by, proposed_name, proposed_at) values (gen_random_uuid(), '00112233445566aa', '${office}', '2026-11-18', 'x', '${account}', 'x', now())`
  const ofProvince: Who = { role: 'provincial-governor', place: 'KH:01' }
  for (const who of [second, ofProvince])
    for (const statement of [confirming, withdrawing, proposing]) assert.equal(await by(who, statement), 1, `${who.role} ${statement('')}`)
  for (const who of [at('clerk', office), at('governor', office), { role: 'provincial-governor', place: 'KH:15' } as Who]) {
    for (const statement of [confirming, withdrawing]) assert.equal(await by(who, statement), 0, `${who.role} ${statement('')}`)
    await assert.rejects(by(who, proposing), /row-level security/, who.role)
  }
})

test('ten confirmations at once are one; then the genuine pass is good and the forged one red, at the gate too', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(second)))
  assert.deepEqual(answers.map(code).sort(), ['200', ...Array.from({ length: 9 }, () => '409 revocation.done')])
  assert.deepEqual((await get('/api/v1/leaked-keys')).body, { kids: [kid] })
  assert.deepEqual([await judged(pass.qrText), await judged(forgery)], ['OK', 'KEY_LEAKED'])
  assert.equal(await judged(await forged({ number: pass.number, expiresAt: now() + 86_400 })), 'KEY_LEAKED')
  const ask = (text: string) =>
    post('/api/v1/verdicts', { point: 'kh-th/poipet', direction: 'exit', document: { text }, occurredAt: open.clock.now, photo: 'match' }, officer)
  assert.equal((await ask(pass.qrText)).body.verdict?.outcome, 'admit')
  assert.equal((await ask(forgery)).body.verdict?.outcome, 'refuse')
})

test('what is confirmed is not withdrawn', async () => {
  for (const who of [desk, second]) assert.equal(code(await withdraw(who)), '409 revocation.done')
})

test('what is published is signed by the root, and the key is in no trust list any more', async () => {
  const answer = await open.server.inject({ url: `/api/v1/leaked-keys/${kid}` })
  assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'application/leaked-key+cwt'])
  const { root } = open.instance.keys
  const believed: TrustedKey = {
    kid: Buffer.from(root.signer.kid).toString('hex'),
    alg: root.signer.alg,
    spki: root.spki,
    iss: 'KH',
    notBefore: 0,
    notAfter: 2 ** 32 - 1,
  }
  const read = await readLeakedKey(new Uint8Array(answer.rawPayload), [believed])
  assert.ok(read.ok && read.value.kid === kid)
  assert.equal((await open.server.inject({ url: '/api/v1/leaked-keys/0011223344556677' })).statusCode, 404)
  assert.ok((await trusted()).keys.every((key) => key.kid !== kid))
  const list = (await open.server.inject({ url: '/api/v1/trust-list' })).rawPayload
  const certificate = open.instance.keys.all().find(({ trusted: key }) => key.kid === kid)?.certificate ?? new Uint8Array([0])
  assert.equal(list.includes(Buffer.from(certificate)), false)
})

test('the next pass of the office is signed with another key, and is good', async () => {
  const next = await issue(41, office)
  const verdict = await verifyPass(next.qrText, await trusted(), now())
  assert.equal(verdict.code, 'OK')
  assert.notEqual(verdict.kid, kid)
  assert.deepEqual([await judged(pass.qrText), await judged(forgery)], ['OK', 'KEY_LEAKED'])
})

test('what was declared is told with its filter, which grows for a minute and then no more, and the key that signs instead', async () => {
  const young = await keyOf(desk)
  const { rows } = await open.administrator.query('select count(*)::int as n from pass where signer_kid = $1', [kid])
  assert.deepEqual([young?.filter, young?.leak?.confirmed?.name !== young?.leak?.proposed.name], [{ passes: rows[0].n, settled: false }, true])
  const verdict = await verifyPass((await issue(42, office)).qrText, await trusted(), now())
  assert.equal(young?.successor, verdict.kid)
  open.clock.now = '2026-11-20T01:32:00.000Z' as Instant
  assert.deepEqual((await keyOf(desk))?.filter, { passes: rows[0].n, settled: true })
})
