// Goal: a list kept by deltas is the list that is fetched whole, and nothing else can change it. Method: random histories of every width, from any version to any later one; every single bit of a delta turned; forms that a careless reader would take.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256 } from './bytes.ts'
import { applyStatusDelta, type StatusDelta, signStatusDelta, statusChangesMax, statusDeltaBytesMax } from './status-delta.ts'
import { packStatuses, putStatus, readStatusList, type StatusBits, type StatusList, signStatusList } from './status-list.ts'
import { trustedSigner, uri } from './vectors/status.ts'
import { day, keys, now } from './vectors/token.ts'

const times = { issuedAt: now, expiresAt: now + 7 * day, secondsToLive: 3600 }
const believing = { keys: [trustedSigner], now }
type Step = readonly [index: number, status: number]

/** The list as it stands after each step of a history. */
function versions(bits: StatusBits, size: number, steps: readonly Step[]): StatusList[] {
  const list = { uri, bits, expiresAt: now + day, statuses: packStatuses({ bits, size }, []), seq: 0 }
  const all: StatusList[] = [list]
  for (const [index, status] of steps) {
    const statuses = (all.at(-1) ?? list).statuses.slice()
    putStatus({ bits, statuses }, index, status)
    all.push({ ...list, statuses, seq: all.length })
  }
  return all
}
async function deltaOf(to: StatusList, from: number, steps: readonly Step[]): Promise<StatusDelta> {
  const changed = [...new Map(steps.slice(from, to.seq))].sort(([one], [other]) => one - other)
  return { uri, bits: to.bits, from, to: to.seq ?? 0, changed, sha256: await sha256(to.statuses), ...times }
}

for (const bits of [1, 2, 4, 8] as const)
  test(`${bits} bits: from any version to any later one, through one delta or several, is the list fetched whole`, async () => {
    const history = fc.integer({ min: 1, max: 120 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        steps: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(2 ** bits - 1)), { minLength: 1, maxLength: 25 }),
        stops: fc.uniqueArray(fc.nat(25), { minLength: 2, maxLength: 5 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(history, async ({ size, steps, stops }) => {
        const all = versions(bits, size, steps)
        const path = [...new Set(stops.map((stop) => Math.min(stop, steps.length)))].sort((one, other) => one - other)
        const whole = all[path.at(-1) ?? 0] ?? assert.fail()
        const token = await signStatusList({ ...whole, ...times }, keys.khmer)
        const fetched = await readStatusList(token, { uri, ...believing })
        assert.ok(fetched.ok)
        let held = all[path[0] ?? 0] ?? assert.fail()
        for (const stop of path.slice(1)) {
          const before = held.statuses.toHex()
          const given = await signStatusDelta({ ...(await deltaOf(all[stop] ?? assert.fail(), held.seq ?? -1, steps)), ...times }, keys.khmer)
          const next = await applyStatusDelta(held, given, believing)
          assert.ok(next.ok, JSON.stringify(next))
          assert.equal(held.statuses.toHex(), before, 'the list that was held is not touched')
          held = next.value
        }
        assert.deepEqual([held.seq, held.statuses], [fetched.value.seq, fetched.value.statuses])
      }),
      { numRuns: 40 },
    )
  })

test('one turned bit anywhere in a delta is refused', async () => {
  const steps: Step[] = [
    [3, 1],
    [40, 2],
    [3, 0],
  ]
  const all = versions(2, 64, steps)
  const [list, last] = [all[1] ?? assert.fail(), all[3] ?? assert.fail()]
  const token = await signStatusDelta({ ...(await deltaOf(last, 1, steps)), ...times }, keys.khmer)
  assert.ok((await applyStatusDelta(list, token, believing)).ok)
  for (let bit = 0; bit < 8 * token.length; bit += 1) {
    const turned = token.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
    assert.equal((await applyStatusDelta(list, turned, believing)).ok, false, `bit ${bit}`)
  }
  for (let length = 0; length < token.length; length += 1) assert.equal((await applyStatusDelta(list, token.slice(0, length), believing)).ok, false)
})

test('a list that is not what the issuer had there: the digest says so, whatever differs', async () => {
  const steps: Step[] = [
    [0, 1],
    [9, 2],
  ]
  const all = versions(2, 16, steps)
  const token = await signStatusDelta({ ...(await deltaOf(all[2] ?? assert.fail(), 1, steps)), ...times }, keys.khmer)
  await fc.assert(
    fc.asyncProperty(fc.nat(15), fc.integer({ min: 1, max: 3 }), async (index, turn) => {
      const spoilt = versions(2, 16, steps)[1] ?? assert.fail()
      const [at, shift] = [index >> 2, (index & 3) * 2]
      spoilt.statuses[at] = (spoilt.statuses[at] ?? 0) ^ (turn << shift)
      const applied = await applyStatusDelta(spoilt, token, believing)
      // Place 9 is written anew by the delta: what stood there before is of no matter.
      assert.equal(applied.ok, index === 9)
      if (!applied.ok) assert.equal(applied.code, 'STATUS_DELTA_MISMATCH')
    }),
  )
})

test('an empty delta says that nothing changed, and the list is good for longer; an older one takes nothing away', async () => {
  const [list] = versions(2, 16, [])
  assert.ok(list)
  const same = await deltaOf(list, 0, [])
  const longer = await applyStatusDelta(list, await signStatusDelta({ ...same, secondsToLive: 60 }, keys.khmer), believing)
  assert.ok(longer.ok && longer.value.expiresAt === now + 7 * day && longer.value.seq === 0)
  const older = await signStatusDelta({ ...same, expiresAt: now + 60, secondsToLive: 60 }, keys.khmer)
  const kept = await applyStatusDelta(longer.value, older, believing)
  assert.ok(kept.ok && kept.value.expiresAt === now + 7 * day)
})

test('the most that a delta holds fits its size; one more is refused by the writer and by the reader', async () => {
  const size = 2 ** 20
  const steps = Array.from({ length: statusChangesMax }, (_, index): Step => [size - statusChangesMax + index, 200])
  const list: StatusList = { uri, bits: 8, expiresAt: now + day, statuses: packStatuses({ bits: 8, size }, []), seq: 0 }
  const result = { ...list, statuses: packStatuses({ bits: 8, size }, steps), seq: steps.length }
  const delta = await deltaOf(result, 0, steps)
  const token = await signStatusDelta({ ...delta, ...times }, keys.khmer)
  assert.ok(token.length <= statusDeltaBytesMax, `${token.length} bytes`)
  assert.ok((await applyStatusDelta(list, token, believing)).ok)
  const more = { ...delta, to: delta.to + 1, changed: [[0, 1], ...steps] as Step[] }
  await assert.rejects(signStatusDelta({ ...more, ...times }, keys.khmer), RangeError)
  const long = new Uint8Array(statusDeltaBytesMax + 1)
  long.set(token)
  assert.deepEqual(await applyStatusDelta(list, long, believing), { ok: false, code: 'STATUS_DELTA_FORM' })
})

test('neither a list nor a delta stands in for the other', async () => {
  const [list] = versions(2, 16, [])
  assert.ok(list)
  const delta = await signStatusDelta({ ...(await deltaOf(list, 0, [])), ...times }, keys.khmer)
  assert.deepEqual(await readStatusList(delta, { uri, ...believing }), { ok: false, code: 'STATUS_LIST_FORM' })
  const whole = await signStatusList({ ...list, ...times }, keys.khmer)
  assert.deepEqual(await applyStatusDelta(list, whole, believing), { ok: false, code: 'STATUS_DELTA_FORM' })
})
