// Goal: who was refused or flagged is listed for those who read the point, once each, as many as the counters say, with the rules that spoke; each reading is on record, and nobody else sees any of it.
// Method: a day at a whole instance on a real database; pages walked to the end, against the counters and the tables.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPoint, poipet } from '../test-point.ts'
import type { NotableAnswer, NotableListAnswer } from './notable.api.ts'
import { isNotable, spokeFor } from './notable.rules.ts'

const { open, desk, officer, other, chief, begin, cross, decide, undo, later, rows, code, assertCounted } = await openPoint()
const url = '/api/v1/notable-movements'
const day = '2026-11-20'
const ask = (more: object = {}, who = chief) => desk.get(`${url}?${new URLSearchParams({ point: poipet, day, ...more })}`, who)
const listOf = async (more: object = {}) => {
  const answer = await ask(more)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body as unknown as NotableListAnswer
}
/** Every page, by so many. */
async function walk(more: object = {}): Promise<NotableListAnswer['movements']> {
  const all: NotableListAnswer['movements'][number][] = []
  for (let before: string | undefined; ; ) {
    const { movements, isLast } = await listOf({ limit: 2, ...more, ...(before && { before }) })
    all.push(...movements)
    if (isLast) return all
    before = movements.at(-1)?.id
  }
}
const idsOf = (movements: readonly { id: string }[]) => movements.map(({ id }) => id)

const numbers = await Promise.all([3, 4, 5, 6, 7].map(async (index) => (await desk.issue(index)).number))
const [one = '', two = '', three = '', four = '', five = ''] = numbers
await begin(officer, '2')
const admitted = await cross(one, 'exit')
const referred = await cross(two, 'exit', { photo: 'no-match' })
// Entries without an exit, all of one moment: the id alone tells them apart.
const flagged = [await cross(three, 'entry'), await cross(four, 'entry', {}, other), await cross(five, 'entry')]
later(120)
const wrong = await cross(four, 'entry')
assert.equal((await undo(wrong.id, officer)).status, 201)
const { administrator } = open
await administrator.query("update pass set state = 'suspended' where number = $1", [five])
later(60)
const refused = await cross(five, 'exit')
assert.deepEqual(
  [admitted, referred, ...flagged, refused].map(({ verdict }) => verdict.outcome),
  ['admit', 'refer', 'admit-with-flag', 'admit-with-flag', 'admit-with-flag', 'refuse'],
)
const expected = [refused.id, ...idsOf(flagged).sort().reverse()]

test('each of them once, the latest first, whatever the page’s length; as many as the counters say', async () => {
  const whole = await listOf()
  assert.deepEqual(idsOf(whole.movements), expected)
  assert.equal(whole.isLast, true)
  for (const limit of [1, 2, 3, 4]) assert.deepEqual(idsOf(await walk({ limit })), expected)
  assert.deepEqual(whole.counts, [
    { outcome: 'refuse', n: 1 },
    { outcome: 'admit-with-flag', n: 3 },
  ])
  await assertCounted()
  for (const { outcome, n } of whole.counts) assert.equal(whole.movements.filter((each) => each.outcome === outcome).length, n)
})

test('a line says when, at which lane, by whom, which document, and which rules spoke with their texts', async () => {
  const [first] = (await listOf()).movements
  assert.deepEqual([first?.lane, first?.direction, first?.number, first?.outcome], ['2', 'exit', five, 'refuse'])
  const [shift] = await rows<{ officer_name: string }>('select officer_name from shift')
  assert.equal(first?.officer, shift?.officer_name)
  assert.deepEqual(
    first?.findings.map(({ rule, reason, instruments }) => [rule, reason, instruments.length > 0]),
    [['document.standing', 'suspended', true]],
  )
  assert.equal((await listOf()).movements.find(({ id }) => id === flagged[1]?.id)?.officer, null)
})

test('by a rule: its movements alone, as many as it is counted with', async () => {
  const { rules } = await listOf()
  assert.deepEqual(rules, [
    { outcome: 'refuse', rule: 'document.standing', n: 1 },
    { outcome: 'admit-with-flag', rule: 'stay.matched', n: 3 },
  ])
  assert.deepEqual(idsOf(await walk({ rule: 'stay.matched' })), expected.slice(1))
  assert.deepEqual(idsOf(await walk({ rule: 'document.standing' })), [refused.id])
  for (const rule of ['point.open', "x' or 1=1", '{stay.matched}']) assert.deepEqual((await listOf({ rule })).movements, [])
})

test('a document that is shown is on record as read, once a reading', async () => {
  const read = () => rows<{ subject: string; n: number }>('select subject, n from person_read where place = $1 and subject = $2', [poipet, three])
  const [before] = await read()
  await listOf()
  assert.equal((await read())[0]?.n, (before?.n ?? 0) + 1)
  await listOf({ rule: 'document.standing' })
  assert.equal((await read())[0]?.n, (before?.n ?? 0) + 1)
})

test('one of them as it was recorded; who it is until a day after, and only to those who work there', async () => {
  const readOne = async (id: string, who = chief) => desk.get(`${url}/${id}`, who)
  const { movement, facts, verdict, holder } = (await readOne(refused.id)).body as unknown as NotableAnswer
  assert.deepEqual([movement.number, movement.lane, movement.undoneAt, holder?.number], [five, '2', null, five])
  assert.deepEqual([facts.document.register, verdict.outcome], ['suspended', 'refuse'])
  assert.ok(((await readOne(wrong.id)).body as unknown as NotableAnswer).movement.undoneAt)
  const interior = { role: 'interior-desk', place: 'KH' } as const
  assert.equal(((await readOne(refused.id, interior)).body as unknown as NotableAnswer).holder, null)
  for (const id of [admitted.id, referred.id, desk.id()]) assert.equal(code(await readOne(id)), 'movement.not-found')
  assert.equal(code(await readOne(refused.id, { role: 'checkpoint-officer', place: 'kh-th/malai' })), 'movement.not-found')
  assert.equal(code(await readOne(refused.id, { role: 'clerk', place: 'KH:0109' })), 'authority.role')
})

test('who passed on a decision is flagged by it, and why they were referred is said beside it', async () => {
  assert.equal((await decide(referred.id, chief)).status, 200)
  later(10)
  const passed = await cross(two, 'exit', { photo: 'no-match', decided: referred.id })
  const [first] = (await listOf()).movements
  assert.equal(first?.id, passed.id)
  assert.deepEqual([first?.findings[0]?.reason, first?.findings.map(({ effect }) => effect).includes('refer')], ['let-pass', true])
  await assertCounted()
})

test('another point, another day, no day, a page before nothing: refused or empty', async () => {
  assert.equal(code(await ask({}, { role: 'checkpoint-officer', place: 'kh-th/malai' })), 'authority.place')
  assert.equal(code(await ask({}, { role: 'clerk', place: 'KH:0109' })), 'authority.role')
  assert.equal(code(await ask({ point: 'kh-th/nowhere' })), 'point.unknown')
  assert.equal(code(await ask({ day: '2026-02-30' })), 'time.invalid')
  for (const before of [desk.id(), admitted.id]) assert.equal(code(await ask({ before })), 'movement.not-found')
  for (const more of [{ before: 'x' }, { limit: 0 }, { limit: 101 }, { rule: '' }, { other: 1 }]) assert.equal((await ask(more)).status, 400)
  const empty = await listOf({ day: '2026-11-19' })
  assert.deepEqual([empty.movements, empty.rules, empty.counts.map(({ n }) => n), empty.isLast], [[], [], [0, 0], true])
})

test('which outcomes are listed, and which findings speak for one', () => {
  assert.deepEqual(['admit', 'admit-with-flag', 'refer', 'refuse'].filter(isNotable), ['admit-with-flag', 'refuse'])
  const finding = (effect: 'admit' | 'admit-with-flag' | 'refer' | 'refuse') =>
    ({ rule: 'stay.days', version: 1, effect, reason: 'in-time', instruments: [] }) as const
  const findings = [finding('admit'), finding('refuse'), finding('refer'), finding('admit-with-flag')]
  const effects = (outcome: 'admit-with-flag' | 'refuse') => spokeFor({ outcome, findings }).map(({ effect }) => effect)
  assert.deepEqual([effects('admit-with-flag'), effects('refuse')], [['admit-with-flag', 'refer', 'refuse'], ['refuse']])
})
