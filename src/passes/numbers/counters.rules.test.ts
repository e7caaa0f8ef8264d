// Goal: a counter is the number of cases that stand in it, whatever way they came. Method: tables of cases, and random ways through the workflow, added up step by step against a count at the end.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '../../kernel/code.ts'
import { type Instant, instantOfMs } from '../../kernel/time.ts'
import { applicationCommands, applicationKinds, nextState, rejectionGrounds } from '../application.rules.ts'
import { passStates } from '../pass.rules.ts'
import { type CountedCase, counterChanges, countersOf, keyOf, totalDetail } from './counters.rules.ts'

const office = 'KH:0110' as AreaCode
const fresh: CountedCase = {
  office,
  state: 'submitted',
  kind: 'new',
  paidAt: null,
  correctedAt: null,
  signedAt: null,
  producedAt: null,
  collectedAt: null,
  closedAt: null,
  ground: null,
}
const [monday, tuesday] = ['2026-03-02T02:00:00.000Z', '2026-03-03T02:00:00.000Z'] as Instant[]
const lateMonday = '2026-03-02T17:00:00.000Z' as Instant
assert.ok(monday && tuesday)

const table: [what: string, of: Partial<CountedCase>, keys: string[]][] = [
  ['what was submitted', {}, []],
  ['what was paid', { state: 'paid', paidAt: monday }, []],
  ['signed', { state: 'signed', paidAt: monday, signedAt: monday }, ['2026-03-02 KH:0110 issued new']],
  ['signed after midnight at the border', { state: 'signed', signedAt: lateMonday, kind: 'extension' }, ['2026-03-03 KH:0110 issued extension']],
  [
    'produced: by the later of payment and correction',
    { state: 'produced', paidAt: monday, correctedAt: tuesday, signedAt: tuesday, producedAt: tuesday },
    ['2026-03-03 KH:0110 issued new', '2026-03-03 KH:0110 produced 2026-03-03'],
  ],
  [
    'collected',
    { state: 'collected', paidAt: monday, signedAt: monday, producedAt: monday, collectedAt: tuesday },
    ['2026-03-02 KH:0110 issued new', '2026-03-02 KH:0110 produced 2026-03-02', '2026-03-03 KH:0110 collected '],
  ],
  ['rejected', { state: 'rejected', closedAt: monday, ground: 'photo' }, ['2026-03-02 KH:0110 rejected photo']],
  ['withdrawn', { state: 'withdrawn', closedAt: monday }, ['2026-03-02 KH:0110 withdrawn ']],
  [
    'withdrawn after it was produced: that it was signed and produced stays counted',
    { state: 'withdrawn', paidAt: monday, signedAt: monday, producedAt: monday, closedAt: tuesday },
    ['2026-03-02 KH:0110 issued new', '2026-03-02 KH:0110 produced 2026-03-02', '2026-03-03 KH:0110 withdrawn '],
  ],
  ['lapsed', { state: 'lapsed', closedAt: monday }, ['2026-03-02 KH:0110 lapsed ']],
]
for (const [what, of, keys] of table)
  test(`counted in: ${what}`, () =>
    assert.deepEqual(
      countersOf({ ...fresh, ...of })
        .map(keyOf)
        .sort(),
      keys,
    ))

test('a booklet that was spoilt is not produced any more; nothing else is taken back', () => {
  const produced: CountedCase = { ...fresh, state: 'produced', paidAt: monday, signedAt: monday, producedAt: tuesday }
  const changes = counterChanges(produced, { ...produced, state: 'signed', producedAt: null })
  assert.deepEqual(changes, [{ day: '2026-03-03', office, what: 'produced', detail: '2026-03-02', n: -1 }])
  assert.equal(totalDetail({ what: 'produced', detail: '2026-03-02' }), '')
  assert.equal(totalDetail({ what: 'rejected', detail: 'photo' }), 'photo')
})

test('whatever steps a case takes, its steps add up to where it stands', () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom(...applicationCommands), fc.nat(86_400_000), fc.constantFrom(...rejectionGrounds), fc.constantFrom(...passStates)),
    {
      maxLength: 20,
    },
  )
  fc.assert(
    fc.property(steps, fc.constantFrom(...applicationKinds), (commands, kind) => {
      const sums = new Map<string, number>()
      let [now, at]: [CountedCase, number] = [{ ...fresh, kind }, Date.parse(String(monday))]
      for (const [command, ms, ground, pass] of commands) {
        at += ms
        const next = nextState(now.state, command, { isPaid: now.paidAt !== null, pass })
        if ('problem' in next) continue
        const after = stepped({ ...now, state: next.state }, command, instantOfMs(at), ground)
        for (const change of counterChanges(now, after)) sums.set(keyOf(change), (sums.get(keyOf(change)) ?? 0) + change.n)
        now = after
      }
      const counted = [...sums].flatMap(([key, n]) => (n === 0 ? [] : [`${key} ${n}`]))
      assert.deepEqual(
        counted.sort(),
        countersOf(now)
          .map((counter) => `${keyOf(counter)} 1`)
          .sort(),
      )
    }),
  )
})

function stepped(of: CountedCase, command: string, at: Instant, ground: CountedCase['ground']): CountedCase {
  if (command === 'pay') return { ...of, paidAt: at }
  if (command === 'correct') return { ...of, correctedAt: at }
  if (command === 'sign') return { ...of, signedAt: at }
  if (command === 'produce') return { ...of, producedAt: at }
  if (command === 'spoil') return { ...of, producedAt: null }
  if (command === 'collect') return { ...of, collectedAt: at }
  if (command === 'reject') return { ...of, closedAt: at, ground }
  return command === 'withdraw' || command === 'lapse' ? { ...of, closedAt: at } : of
}
