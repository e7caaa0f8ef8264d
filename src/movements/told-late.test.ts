// Goal: a movement that is told days later is flagged, in its answer and on record, and whoever plays a day of the past in a demonstration is at the gate on that day; a service knows no such clock. Method: an instance of each mode on real Postgres.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { toldAt, toldAtHeader } from './told-at.ts'

const point = 'kh-th/poipet'
const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const desk = openDesk(open)
const officer = await open.as('checkpoint-officer', point)
const hoursAgo = (hours: number): Instant => instantOfMs(epochMs(open.clock.now) - hours * 3_600_000)

let holder = 2
async function told(path: string, occurredAt: Instant, headers: Record<string, string> = {}) {
  holder += 1
  const { number } = await desk.issue(holder)
  const body = { point, direction: 'exit', document: { number }, occurredAt, photo: 'match', ...(path === 'movements' && { id: desk.id() }) }
  const answer = await open.server.inject({ method: 'POST', url: `/api/v1/${path}`, headers: { ...officer, ...headers }, payload: body })
  return {
    status: answer.statusCode,
    body: answer.json() as { code?: string; verdict?: { outcome: string; findings: { reason: string; about?: object }[] } },
  }
}
const outcome = ({ body: { code, verdict } }: Awaited<ReturnType<typeof told>>) =>
  code ?? [verdict?.outcome, ...(verdict?.findings ?? []).filter(({ reason }) => reason === 'told-late').map(({ about }) => about)]

test('three days later is flagged with both moments, asked or recorded; a shift’s hours are not', async () => {
  const happened = hoursAgo(72)
  const flag = { happened, told: open.clock.now, hours: 72 }
  assert.deepEqual(outcome(await told('movements', happened)), ['admit-with-flag', flag])
  assert.deepEqual(outcome(await told('verdicts', happened)), ['admit-with-flag', flag])
  assert.deepEqual(outcome(await told('movements', hoursAgo(23))), ['admit'])
  const { rows } = await open.administrator.query("select outcome, rules from movement where 'movement.told' = any (rules)")
  assert.deepEqual(rows, [{ outcome: 'admit-with-flag', rules: ['movement.told'] }])
})

test('a day of the past that is played is told on its day; an instant that is none is refused', async () => {
  const happened = hoursAgo(72)
  assert.deepEqual(outcome(await told('movements', happened, { [toldAtHeader]: happened })), ['admit'])
  assert.equal(outcome(await told('movements', happened, { [toldAtHeader]: 'yesterday' })), 'time.invalid')
})

test('a clock that is a day behind, or a day written back, hides nobody from an entry of today; who plays that day meets the list of it', async () => {
  const { number } = await desk.issue(40)
  const entry = { place: 'KH', kind: 'document', reason: 'wanted', source: 'Police', seenBy: 'point', document: { issuer: 'KHM', number } }
  const interior = { role: 'interior-desk', place: 'KH' } as const
  const listed = await desk.post('/api/v1/watchlist/entries', { requestId: desk.id(), ...entry, lastDay: '2027-05-20' }, interior)
  assert.equal(listed.status, 201, JSON.stringify(listed.body))
  const occurredAt = hoursAgo(23)
  const asked = { point, direction: 'exit', document: { number }, occurredAt, photo: 'match' }
  const said = async (headers: Record<string, string>) => {
    const answer = await open.server.inject({ method: 'POST', url: '/api/v1/verdicts', headers: { ...officer, ...headers }, payload: asked })
    return (answer.json() as { verdict: { outcome: string } }).verdict.outcome
  }
  assert.deepEqual([await said({}), await said({ [toldAtHeader]: occurredAt })], ['refer', 'admit'])
  const recorded = await open.server.inject({ method: 'POST', url: '/api/v1/movements', headers: officer, payload: { ...asked, id: desk.id() } })
  assert.equal((recorded.json() as { verdict: { outcome: string } }).verdict.outcome, 'refer')
})

test('a service hears of a movement when it hears of it', () => {
  for (const [mode, said, at] of [
    ['service', hoursAgo(72), null],
    ['service', 'yesterday', null],
    ['demonstration', hoursAgo(72), hoursAgo(72)],
    ['demonstration', 'yesterday', undefined],
  ] as const)
    assert.equal(toldAt({ mode }, { headers: { [toldAtHeader]: said } }), at, `${mode} ${said}`)
  assert.equal(toldAt({ mode: 'demonstration' }, { headers: {} }), null)
})
