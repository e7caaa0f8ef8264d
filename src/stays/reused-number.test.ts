// Goal: a stay that bears the number of one that was undone inherits nothing of it. Method: a whole instance on a real database; a stay contested or repaired, its movement undone, another begun under the same number.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPoint } from '../checkpoint/test-point.ts'
import { poipet } from './test-stays.ts'

const { open, desk, officer, later, cross, undo, rows } = await openPoint()
const provincial = { role: 'provincial-officer', place: 'KH:01' } as const
type Shown = {
  stays: { number: number; state: string; lawfulBy: string | null; repair: { evidence: string } | null }[]
  rebuttals: { id: string; stay: number | null; gone: boolean }[]
}
const look = async (number: string) => (await desk.get(`/api/v1/stays/${number}`, officer)).body as unknown as Shown
const contest = (number: string) =>
  desk.post('/api/v1/rebuttals', { requestId: desk.id(), number, about: 'overstay', stay: 1, text: 'I was never away' }, officer)
const step = (id: string, path: string, body: object = {}) =>
  desk.post(`/api/v1/rebuttals/${id}/${path}`, { requestId: desk.id(), ...body }, provincial)

test('a contest of a stay that was undone is not about the next stay of that number', async () => {
  const { number } = await desk.issue(7)
  const exit = await cross(number, 'exit')
  const old = await contest(number)
  assert.equal(old.status, 201, JSON.stringify(old.body))
  assert.equal((await undo(exit.id)).status, 201)
  later(5)
  assert.equal((await cross(number, 'exit')).stayNumber, 1)
  const { rebuttals } = await look(number)
  assert.deepEqual(
    rebuttals.map(({ id, stay, gone }) => [id, stay, gone]),
    [[old.body['id'], null, true]],
  )
  // The new one is contested for itself.
  const mine = await contest(number)
  assert.equal(mine.status, 201, JSON.stringify(mine.body))
  assert.equal((await contest(number)).body['code'], 'rebuttal.twice')
  // What is decided about the old one leaves the new one alone.
  const id = String(old.body['id'])
  assert.equal((await step(id, 'taking')).status, 200)
  const ended = { effect: 'ended', ended: { at: open.clock.now, point: poipet } }
  assert.equal((await step(id, 'decision', { decision: 'accept', answer: 'It was undone', ...ended })).body['code'], 'rebuttal.effect')
  assert.equal((await step(id, 'decision', { decision: 'accept', answer: 'It was undone', effect: 'lawful' })).status, 200)
  const [stay] = (await look(number)).stays
  assert.deepEqual([stay?.number, stay?.state, stay?.lawfulBy], [1, 'open', null])
})

test('what was found out about a missing end since keeps the movement that left it from being undone', async () => {
  const { number } = await desk.issue(8)
  await cross(number, 'exit')
  later(120)
  const again = await cross(number, 'exit')
  const repaired = await desk.post(
    '/api/v1/stays/repair',
    { requestId: desk.id(), number, stay: 1, at: open.clock.now, point: poipet, basis: 'stamp', evidence: 'Entry stamp 7' },
    officer,
  )
  assert.equal(repaired.status, 201, JSON.stringify(repaired.body))
  assert.equal((await undo(again.id)).body['code'], 'undo.not-last')
  const { stays } = await look(number)
  assert.deepEqual(
    stays.map((stay) => [stay.number, stay.state, stay.repair?.evidence ?? null]),
    [
      [2, 'open', null],
      [1, 'unmatched', 'Entry stamp 7'],
    ],
  )
})

test('a stay that a decision ended is not opened again by undoing the movement after it', async () => {
  const { number } = await desk.issue(9)
  await cross(number, 'exit')
  later(3600)
  const id = String((await contest(number)).body['id'])
  await step(id, 'taking')
  const ended = { effect: 'ended', ended: { at: open.clock.now, point: poipet } }
  assert.equal((await step(id, 'decision', { decision: 'accept', answer: 'The stamp proves it', ...ended })).status, 200)
  later(120)
  const next = await cross(number, 'exit')
  assert.equal(next.stayNumber, 2)
  assert.equal((await undo(next.id)).status, 201)
  const { stays } = await look(number)
  assert.deepEqual(
    stays.map((stay) => [stay.number, stay.state]),
    [[1, 'unmatched']],
  )
  later(120)
  assert.equal((await cross(number, 'exit')).stayNumber, 2)
  assert.equal((await rows('select 1 from stay_repair where number = 1')).length, 2)
})
