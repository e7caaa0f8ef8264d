// Goal: every kind of data has exactly one period on any day, from a dated row that names its instrument; what is kept for good says so.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Instant } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { goesBefore, parseRetention, readRetention, retentionKinds } from './retention.ts'

const at = '2026-03-02T03:00:00.000Z' as Instant
const rows = JSON.parse(readFileSync(join(projectRoot, 'data', 'retention.json'), 'utf8')) as { kind: string; instrument: string }[]

test('the committed file has a period of every kind, and each names an instrument that exists', () => {
  const periods = readRetention()(at)
  assert.deepEqual(Object.keys(periods).toSorted(), [...retentionKinds].toSorted())
  const instruments = JSON.parse(readFileSync(join(projectRoot, 'data', 'instruments.json'), 'utf8')) as { id: string }[]
  for (const { instrument } of rows)
    assert.ok(
      instruments.some(({ id }) => id === instrument),
      instrument,
    )
  assert.equal(goesBefore(periods['closed-application'], at), '2025-03-02T03:00:00.000Z')
  assert.equal(goesBefore(periods.movement, at), undefined)
})

test('a period changes on its day', () => {
  const [first, ...others] = rows
  const dated = [{ ...first, until: '2026-06-01' }, { ...first, from: '2026-06-01', days: 90 }, ...others]
  const periods = parseRetention(JSON.stringify(dated))
  assert.equal(periods('2026-05-31T16:59:59.999Z' as Instant)['closed-application'].days, 365)
  assert.equal(periods('2026-05-31T17:00:00.000Z' as Instant)['closed-application'].days, 90)
})

for (const [name, broken, message] of [
  ['a kind without a period', rows.slice(1), /no period of closed-application/],
  ['a kind with two', [...rows, rows[0]], /two periods of closed-application/],
  ['no days', [{ ...rows[0], days: 0 }], /agreed form/],
  ['a kind of its own', [{ ...rows[0], kind: 'secrets' }], /agreed form/],
] as const)
  test(`refused: ${name}`, () => {
    assert.throws(() => parseRetention(JSON.stringify(broken))(at), message)
  })
