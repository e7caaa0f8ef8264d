// Goal: whoever polls knows of a change within 60 seconds, by the whole list or by deltas, and the history is whole. Method: a whole instance with a clock of its own; commands over HTTP, a verifier outside with a cache on its way; random commands, races, bad input.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { sha256 } from '../credential/bytes.ts'
import { decodeCbor, isMap } from '../credential/cbor.ts'
import { parseSign1 } from '../credential/cose.ts'
import { applyStatusDelta } from '../credential/status-delta.ts'
import { readStatusList, type StatusList, statusAt } from '../credential/status-list.ts'
import { readTrustList, trustedKeys } from '../credential/trust-list.ts'
import { verifyPass } from '../credential/verify.ts'
import { epochMs, epochSeconds, type Instant, instantOfMs } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { type PassState, passStates } from './pass.rules.ts'
import { lastChanges, statusOfState } from './pass-status.rules.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00.000+07:00' })
const desk = openDesk(open)
const governor = desk.at('governor', 'KH:0109')
const passes = await Promise.all([61, 62, 63, 64, 65, 66].map((index) => desk.issue(index)))
const [first] = passes
assert.ok(first)
const address = '/api/v1/status-lists/202611'
const pass = (seconds: number): void => {
  open.clock.now = instantOfMs(epochMs(open.clock.now) + seconds * 1000)
}
const command = (number: string, name: 'suspension' | 'resumption' | 'revocation') =>
  desk.post(`/api/v1/passes/${number}/${name}`, { requestId: desk.id(), reason: 'a test' }, governor)
const seqNow = async (): Promise<number> =>
  (await open.administrator.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from status_change where list = 202611')).rows[0]?.seq ?? -1

/** Whom an outside verifier believes: all from the pinned root. */
async function trusted() {
  const pin = (await sha256(open.instance.keys.root.spki)).toHex()
  const now = epochSeconds(open.clock.now)
  const token = new Uint8Array((await open.server.inject({ url: '/api/v1/trust-list' })).rawPayload)
  const read = await readTrustList(token, { pins: { current: pin }, heldSeq: undefined, now })
  assert.ok(read.ok)
  const uri = read.value.statusListUris.find((each) => each.endsWith('/202611')) ?? assert.fail()
  return { uri, keys: await trustedKeys(read.value, 'status'), passKeys: await trustedKeys(read.value, 'pass'), now }
}
async function fetchList(): Promise<StatusList & { seq: number }> {
  const { rawPayload } = await open.server.inject({ url: address })
  const read = await readStatusList(new Uint8Array(rawPayload), await trusted())
  assert.ok(read.ok && read.value.seq !== undefined)
  return { ...read.value, seq: read.value.seq }
}
const fetchDelta = (from: number | string) => open.server.inject({ url: `${address}/delta?from=${from}` })
async function follow(list: StatusList & { seq: number }): Promise<StatusList> {
  const answer = await fetchDelta(list.seq)
  assert.equal(answer.statusCode, 200, answer.payload)
  assert.equal(answer.headers['content-type'], 'application/statuslist-delta+cwt')
  const applied = await applyStatusDelta(list, new Uint8Array(answer.rawPayload), await trusted())
  assert.ok(applied.ok, JSON.stringify(applied))
  return applied.value
}

const digestOf = ({ seq, statuses }: StatusList) => [seq, hash('sha256', statuses)]

/** A verifier behind a cache that does exactly what our headers allow, as late as they allow it. */
class CachedVerifier {
  #kept: { token: Uint8Array; etag: string; asked: number; maxAge: number } | undefined
  answers: number[] = []

  async poll(): Promise<StatusList> {
    const now = epochSeconds(open.clock.now)
    if (!this.#kept || now - this.#kept.asked >= this.#kept.maxAge) {
      const headers = this.#kept ? { 'if-none-match': `"other", W/${this.#kept.etag}` } : {}
      const { statusCode, rawPayload, headers: said } = await open.server.inject({ url: address, headers })
      this.answers.push(statusCode)
      const maxAge = Number(/^public, max-age=(\d+), must-revalidate$/.exec(String(said['cache-control']))?.[1])
      const token = statusCode === 304 ? (this.#kept?.token ?? assert.fail()) : new Uint8Array(rawPayload)
      this.#kept = { token, etag: String(said['etag']), asked: now, maxAge }
    }
    const read = await readStatusList(this.#kept.token, await trusted())
    return read.ok ? read.value : assert.fail(read.code)
  }
}

const steps: [name: 'suspension' | 'resumption' | 'revocation', code: string][] = [
  ['suspension', 'SUSPENDED'],
  ['resumption', 'OK'],
  ['suspension', 'SUSPENDED'],
  ['revocation', 'REVOKED'],
]
for (const [turn, phase] of [0, 1, 7, 14, 15, 29].entries())
  test(`a verifier that polls every 30 s, the last time ${phase} s before the change, knows of it within 60 s`, async () => {
    const { number, qrText } = passes[turn] ?? assert.fail()
    const verifier = new CachedVerifier()
    for (const [name, code] of steps) {
      await verifier.poll()
      pass(phase)
      assert.equal((await command(number, name)).status, 200)
      pass(30 - phase)
      await verifier.poll()
      pass(30)
      const list = await verifier.poll()
      const { passKeys, now } = await trusted()
      assert.equal((await verifyPass(qrText, { keys: passKeys, lists: [list] }, now)).code, code, `${name}: at most 60 s later`)
    }
  })

test('nothing changed: 304 with its tag, no body; and the token is signed anew before it is a quarter of an hour old', async () => {
  const one = await open.server.inject({ url: address })
  pass(200)
  const etag = String(one.headers['etag'])
  assert.match(etag, /^"[\w-]{22}"$/)
  for (const known of [etag, `W/${etag}`, `"x" , ${etag}`, '*']) {
    const again = await open.server.inject({ url: address, headers: { 'if-none-match': known } })
    assert.deepEqual([again.statusCode, again.rawPayload.length, again.headers['etag']], [304, 0, etag])
  }
  for (const other of ['"x"', etag.slice(1, -1), ''])
    assert.equal((await open.server.inject({ url: address, headers: { 'if-none-match': other } })).statusCode, 200)
  pass(700)
  assert.notEqual((await open.server.inject({ url: address })).headers['etag'], etag)
})

test('the claims: ttl an hour, exp a week after iat, iat not older than a quarter of an hour', async () => {
  pass(10)
  const sign1 = parseSign1(new Uint8Array((await open.server.inject({ url: address })).rawPayload), { keyOrder: 'any' })
  const claims = sign1.ok ? decodeCbor(sign1.value.payload, { keyOrder: 'any' }) : assert.fail()
  assert.ok(claims.ok && isMap(claims.value))
  const [iat, exp, ttl] = [6, 4, 65534].map((claim) => Number(isMap(claims.value) && claims.value.get(claim)))
  const now = epochSeconds(open.clock.now)
  assert.deepEqual([ttl, Number(exp) - Number(iat)], [3600, 7 * 86_400])
  assert.ok(Number(iat) <= now && Number(iat) > now - 900)
})

test('a pass that its holder reports lost from a phone is told of like any other: one change, by delta and by list', async () => {
  const lost = await desk.issue(69)
  const before = await fetchList()
  const { rows } = await open.administrator.query<{ follow: string; born: string; index: number }>(
    `select a.follow_number as follow, p.birth_date::text as born, x.status_index as index from pass x
     join application a on a.id = x.application_id join person p on p.id = x.person_id where x.number = $1`,
    [lost.number],
  )
  const { follow: number, born, index } = rows[0] ?? assert.fail()
  const report = () =>
    desk.post('/api/v1/lost-reports', { requestId: desk.id(), pass: lost.number, birthDate: born, follow: number, how: 'lost', contact: null })
  const answers = await Promise.all(Array.from({ length: 10 }, report))
  assert.deepEqual(answers.map(({ body }) => body['suspended']).filter(Boolean), [true], 'ten reports at once suspend it once')
  assert.equal(await seqNow(), before.seq + 1)
  const after = await follow(before)
  assert.equal(statusAt(after, index), 2)
  assert.deepEqual(digestOf(after), digestOf(await fetchList()))
  assert.equal((await command(lost.number, 'resumption')).status, 200)
  assert.equal(statusAt(await follow(before), index), 0)
})

test('random commands: from every version to the last one, the delta makes the whole list', async () => {
  const held = [await fetchList()]
  const moves = fc.array(fc.tuple(fc.nat(3), fc.constantFrom('suspension', 'resumption', 'suspension', 'resumption', 'revocation')), {
    minLength: 6,
    maxLength: 12,
  })
  const fresh = await Promise.all([71, 72, 73, 74].map((index) => desk.issue(index)))
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      for (const [which, name] of sequence) {
        pass(1)
        const before = await seqNow()
        const { status } = await command(fresh[which]?.number ?? '', name as 'suspension')
        assert.equal((await seqNow()) - before, status === 200 ? 1 : 0, 'one change, or none when it was refused')
        if (status === 200) held.push(await fetchList())
      }
      const last = await fetchList()
      for (const list of held) assert.deepEqual(digestOf(await follow(list)), digestOf(last))
    }),
    // A set seed: another may draw commands that are nearly all refused.
    { numRuns: 3, seed: 4 },
  )
  assert.ok(held.length > 6, `${held.length} versions`)
})

test('ten at once and each three times: numbers without a gap, each change once', async () => {
  const before = await fetchList()
  const many = await Promise.all(Array.from({ length: 10 }, (_, index) => desk.issue(80 + index)))
  const bodies = many.map(({ number }) => ({ url: `/api/v1/passes/${number}/suspension`, body: { requestId: desk.id(), reason: 'a test' } }))
  // Meanwhile somebody follows by deltas: each must fit the one before it, whatever is half done.
  const following = (async () => {
    let held = before
    for (let turn = 0; turn < 20; turn += 1) held = { seq: held.seq, ...(await follow(held)) }
    return held
  })()
  await Promise.all(Array.from({ length: 3 }, () => bodies.map(({ url, body }) => desk.post(url, body, governor))).flat())
  const followed = await following
  const { rows } = await open.administrator.query<{ seq: number; index: number }>(
    'select seq, index from status_change where list = 202611 and seq > $1 order by seq',
    [before.seq],
  )
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    Array.from({ length: 10 }, (_, step) => before.seq + 1 + step),
  )
  assert.equal(new Set(rows.map(({ index }) => index)).size, 10)
  assert.deepEqual(digestOf(await follow(before)), digestOf(await fetchList()))
  assert.deepEqual(digestOf(await follow(followed)), digestOf(await fetchList()))
})

test('a suspended pass whose last day is over makes room: its place is told of, one in force leaves no trace', async () => {
  const [suspended, active] = await Promise.all([desk.issue(91), desk.issue(92)])
  await command(String(suspended?.number), 'suspension')
  const before = await fetchList()
  const { rows } = await open.administrator.query<{ index: number }>('select status_index as index from pass where number = $1', [suspended?.number])
  assert.equal(statusAt(before, rows[0]?.index ?? -1), 2)
  const then = open.clock.now
  open.clock.now = '2028-12-20T02:00:00.000Z' as Instant
  await Promise.all([desk.issue(91), desk.issue(92)])
  const states = await open.administrator.query<{ state: string }>('select state from pass where number = any($1)', [
    [suspended?.number, active?.number],
  ])
  assert.deepEqual(
    states.rows.map(({ state }) => state),
    ['expired', 'expired'],
  )
  assert.equal(await seqNow(), before.seq + 1)
  const after = await follow(before)
  assert.equal(statusAt(after, rows[0]?.index ?? -1), 0)
  open.clock.now = then
})

const odd: [question: string, status: number, code: string][] = [
  ['/delta', 400, 'request.malformed'],
  ['/delta?from=-1', 400, 'request.malformed'],
  ['/delta?from=abc', 400, 'request.malformed'],
  ['/delta?from=1.5', 400, 'request.malformed'],
  ['/delta?from=01', 400, 'request.malformed'],
  ['/delta?from=12345678901', 400, 'request.malformed'],
  ['/delta?from=9999999999', 410, 'status.fetch-list'],
  ['/delta?from=1&to=2', 400, 'request.malformed'],
  ['/delta?from=2147483647', 410, 'status.fetch-list'],
]
for (const [question, status, code] of odd)
  test(`asked oddly: ${question}`, async () => {
    const { body, ...answer } = await desk.get(address + question)
    assert.deepEqual([answer.status, body['code'], answer.headers['cache-control']], [status, code, 'no-store'])
  })

test('a list that is not there, and a history longer than a delta holds', async () => {
  for (const question of ['', '/delta?from=0']) assert.equal((await desk.get(`/api/v1/status-lists/203001${question}`)).status, 404)
  assert.equal((await desk.get('/api/v1/status-lists/1/delta?from=0')).status, 400)
  const list = 202612
  await open.administrator.query('insert into status_place (list, index, number) values ($1, 0, $2)', [list, first.number])
  await open.administrator.query('insert into status_change select $1, i, i, 1, now() from generate_series(1, 4097) i', [list])
  await open.administrator.query('insert into status_sequence values ($1, 4097)', [list])
  assert.equal((await desk.get(`/api/v1/status-lists/${list}/delta?from=0`)).status, 410)
  assert.equal((await desk.get(`/api/v1/status-lists/${list}/delta?from=1`)).status, 200)
})

test('the program’s login can neither change nor take back what was published, nor write it in nobody’s name', async () => {
  const { database } = open.instance
  const at = open.clock.now
  for (const statement of ['update status_change set status = 0', 'delete from status_change', 'delete from status_sequence'])
    await assert.rejects(database.pool.query(statement), /permission denied/)
  await assert.rejects(
    inTransaction(database, { job: 'publish', at }, (tx) =>
      tx.insertInto('status_change').values({ list: 202611, seq: 1_000_000, index: 1, status: 1, at }).execute(),
    ),
    /row-level security/,
  )
})

test('one function alone changes a pass’s state', () => {
  const files = globSync('src/**/*.ts').filter((file) => !/(^|\/)test-|\.test\.ts$/.test(file))
  const writers = files.filter((file) => /update pass set|updateTable\('pass'\)/.test(readFileSync(file, 'utf8')))
  assert.deepEqual(writers, ['src/passes/pass-state.store.ts'])
})

test('every state has its number; one that is new here is invalid', () => {
  assert.deepEqual(Object.fromEntries(passStates.map((state) => [state, statusOfState(state)])), {
    active: 0,
    suspended: 2,
    revoked: 1,
    replaced: 1,
    expired: 0,
  })
  for (const state of ['lost', '']) assert.equal(statusOfState(state as string as PassState), 1)
  const changes = [
    { seq: 3, index: 9, status: 0 },
    { seq: 1, index: 9, status: 1 },
    { seq: 2, index: 4, status: 2 },
  ]
  assert.deepEqual(lastChanges(changes), [
    [4, 2],
    [9, 0],
  ])
})
