// Goal: the office that issued a pass finds it when a gate found it in another hand, and learns no more than where, when and what came of it; nobody else is told. Method: an instance on real Postgres, a point, passes of one office, readers of every kind.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../../app/test-desk.ts'
import { openPoint, poipet } from '../test-point.ts'

const { open, desk, officer, other, chief, later, cross, undo, decide, code } = await openPoint()
const passes = [await desk.issue(3), await desk.issue(4), await desk.issue(5)]
const [lent = '', taken = '', own = ''] = passes.map(({ number }) => number)
const clerk: Who = { role: 'clerk', place: 'KH:0109' }
type Found = {
  readonly movement: string
  readonly pass: string
  readonly state: string
  readonly decision: string
  readonly contested: boolean
  readonly point: string
  readonly at: string
}
const found = async (who: Who = clerk, office = 'KH:0109') => desk.get(`/api/v1/lent-passes?office=${office}`, who)
const answerFor = async (who: Who = clerk) => (await found(who)).body as unknown as { rows: Found[]; cleared: number }
const rowsFor = async (who: Who = clerk) => (await answerFor(who)).rows

await cross(own, 'exit')
const first = await cross(lent, 'exit', { photo: 'no-match' })
const at = open.clock.now
later(30)
const mistaken = await cross(taken, 'exit', { photo: 'no-match' })
assert.equal((await undo(mistaken.id)).status, 201)

test('a pass in another hand is told to its office, with what came of it; one’s own, and what was undone, is not', async () => {
  const about = { movement: first.id, pass: lent, point: poipet, direction: 'exit', at, contested: false }
  assert.deepEqual(await rowsFor(), [{ ...about, state: 'active', decision: 'open' }])
  assert.equal((await decide(first.id, other, { decision: 'turned-back' })).status, 200)
  const suspended = await desk.post(
    `/api/v1/passes/${lent}/suspension`,
    { requestId: desk.id(), reason: 'found in another hand' },
    { role: 'governor', place: 'KH:0109' },
  )
  assert.equal(suspended.status, 200, JSON.stringify(suspended.body))
  assert.deepEqual(await rowsFor(), [{ ...about, state: 'suspended', decision: 'turned-back' }])
  const read = await open.administrator.query("select 1 from person_read where subject = 'passes of KH:0109 found lent'")
  assert.ok((read.rowCount ?? 0) >= 1)
})

const readers: [string, Who, number][] = [
  ['the governor', { role: 'governor', place: 'KH:0109' }, 1],
  ['the province', { role: 'provincial-officer', place: 'KH:01' }, 1],
  ['the auditor', { role: 'auditor', place: 'KH' }, 1],
]
for (const [name, who, count] of readers) test(`read by ${name}`, async () => assert.equal((await rowsFor(who)).length, count))
const refused: [string, Who, string][] = [
  ['a clerk of another office', { role: 'clerk', place: 'KH:0110' }, 'authority.place'],
  ['another province', { role: 'provincial-officer', place: 'KH:02' }, 'authority.place'],
  ['a cashier', { role: 'cashier', place: 'KH:0109' }, 'authority.role'],
  ['the officer of the point', officer, 'authority.role'],
]
for (const [name, who, problem] of refused) test(`not by ${name}: ${problem}`, async () => assert.equal(code(await found(who)), problem))

test('the database alone tells nobody of another office; a text that is no area is refused', async () => {
  const { instance } = open
  const asked = await instance.database.pool.query("select * from passes_found_lent('KH:0109', '2026-01-01')")
  assert.equal(asked.rowCount, 0)
  assert.equal((await found(clerk, 'nonsense')).status, 400)
})

test('whom the point let pass as the true holder is counted, and not shown; a decision that the chief contested clears nobody', async () => {
  const { number } = await desk.issue(6)
  later(60)
  const { id } = await cross(number, 'exit', { photo: 'no-match' })
  assert.ok((await rowsFor()).some(({ pass }) => pass === number))
  assert.equal((await decide(id, other, { decision: 'let-pass' })).status, 200)
  const cleared = await answerFor()
  assert.deepEqual([cleared.rows.some(({ pass }) => pass === number), cleared.cleared], [false, 1])
  const contested = await desk.post(`/api/v1/referrals/${id}/confirmation`, { requestId: desk.id(), confirms: false, reason: 'another face' }, chief)
  assert.equal(contested.status, 200, JSON.stringify(contested.body))
  const again = await answerFor()
  const row = again.rows.find(({ pass }) => pass === number)
  assert.deepEqual([row?.decision, row?.contested, again.cleared], ['let-pass', true, 0])
})

test('it is shown for a time', async () => {
  later(86_400 * 91)
  assert.deepEqual(await rowsFor(), [])
})
