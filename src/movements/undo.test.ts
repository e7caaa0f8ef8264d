// Goal: what a movement did is taken back whole, by the right person, in time, once; and the counters are what is on record. Method: a whole instance on a real database; each refusal; ten at once; movements and undoings of a seeded walk against a plain model.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openPoint } from '../checkpoint/test-point.ts'

const at = await openPoint()
const { open, desk, officer, other, chief, later, cross, undo, code, rows, assertCounted, begin } = at
const staysOf = (number: string) =>
  rows<{ number: number; state: string }>(
    `select number, state from stay where holder_id = (select person_id from pass_number where number = $1) order by number`,
    [number],
  )

test('an exit is undone: the stay is gone, the count is taken back, the movement says so, and the next exit is stay 1 again', async () => {
  const { number } = await desk.issue(7)
  const exit = await cross(number, 'exit')
  const undone = await undo(exit.id)
  assert.equal(undone.status, 201, JSON.stringify(undone.body))
  assert.deepEqual(undone.body['stay'], { was: { number: 1, state: 'open' }, is: null })
  assert.deepEqual(await staysOf(number), [])
  const [listed] = (await desk.get(`/api/v1/movements?number=${number}`, officer)).body as unknown as { undoneAt: string | null }[]
  assert.equal(listed?.undoneAt, open.clock.now)
  const [event] = await rows<{ body: { stays: { latest: { number: number } }; reason: string } }>(
    "select body from event where type = 'MovementUndone'",
  )
  assert.deepEqual([event?.body.stays.latest.number, event?.body.reason], [1, 'wrong direction'])
  await assertCounted()
  later(5)
  assert.equal((await cross(number, 'exit')).stayNumber, 1)
  assert.deepEqual(await staysOf(number), [{ number: 1, state: 'open' }])
  await assertCounted()
})

test('the way home undone opens the stay again, and it closes later', async () => {
  const { number } = await desk.issue(8)
  await cross(number, 'exit')
  later(120)
  const home = await cross(number, 'entry')
  assert.deepEqual((await undo(home.id)).body['stay'], { was: { number: 1, state: 'closed' }, is: { number: 1, state: 'open' } })
  later(120)
  assert.equal((await cross(number, 'entry')).stayNumber, 1)
  assert.deepEqual(await staysOf(number), [{ number: 1, state: 'closed' }])
})

test('a stay on which somebody wrote since is not undone with the movement that began it; the way home after it is', async () => {
  const { number } = await desk.issue(70)
  const exit = await cross(number, 'exit')
  const told = { requestId: desk.id(), number, toldUntil: '2026-12-01', reason: 'their stamp says so' }
  assert.equal((await desk.post('/api/v1/stays/extension', told, officer)).status, 201)
  assert.equal(code(await undo(exit.id)), 'undo.not-last')
  assert.deepEqual(await staysOf(number), [{ number: 1, state: 'open' }])
  later(120)
  const home = await cross(number, 'entry')
  assert.equal((await undo(home.id)).status, 201)
  const [kept] = await rows('select state, told_until from stay where told_until is not null')
  assert.deepEqual(kept, { state: 'open', told_until: '2026-12-01' })
})

test('an exit beside an open stay undone: the earlier one is open again', async () => {
  const { number } = await desk.issue(9)
  await cross(number, 'exit')
  later(120)
  const twice = await cross(number, 'exit')
  assert.deepEqual(await staysOf(number), [
    { number: 1, state: 'unmatched' },
    { number: 2, state: 'open' },
  ])
  assert.equal((await undo(twice.id)).status, 201)
  assert.deepEqual(await staysOf(number), [{ number: 1, state: 'open' }])
})

test('an entry without an exit undone leaves nothing; a referral that it opened has left', async () => {
  const { number } = await desk.issue(10)
  const entry = await cross(number, 'entry')
  assert.deepEqual((await undo(entry.id)).body['stay'], { was: { number: 1, state: 'unmatched' }, is: null })
  later(5)
  const aside = await cross(number, 'exit', { care: 'other' })
  assert.equal(aside.verdict.outcome, 'refer')
  assert.equal((await undo(aside.id)).status, 201)
  assert.deepEqual(await rows('select state, reason from referral where movement = $1', [aside.id]), [{ state: 'left', reason: 'wrong direction' }])
  later(5)
  assert.notEqual((await cross(number, 'exit')).verdict.outcome, 'refer')
  await assertCounted()
})

test('refused: too late, not the last, not theirs, already, unknown, another words under one id', async () => {
  const { number } = await desk.issue(11)
  const exit = await cross(number, 'exit')
  assert.equal(code(await undo(exit.id, other)), 'undo.not-yours')
  later(61)
  assert.equal(code(await undo(exit.id)), 'undo.too-late')
  const home = await cross(number, 'entry')
  assert.equal(code(await undo(exit.id)), 'undo.too-late')
  later(1)
  const aside = await cross(number, 'exit', { care: 'medical' })
  assert.equal(code(await undo(home.id)), 'undo.not-last')
  assert.equal((await undo(aside.id, chief)).status, 201, 'the chief undoes any')
  assert.equal(code(await undo(aside.id)), 'undo.already')
  const requestId = desk.id()
  assert.equal((await undo(home.id, officer, { requestId })).status, 201)
  const again = await undo(home.id, officer, { requestId })
  assert.deepEqual([again.status, again.body['again']], [200, true])
  assert.equal(code(await undo(home.id, officer, { requestId, reason: 'other' })), 'request.id-reused')
  assert.equal(code(await undo(desk.id())), 'movement.not-found')
  assert.equal(code(await undo(exit.id, { role: 'checkpoint-officer', place: 'kh-th/malai' })), 'movement.not-found')
  for (const bad of [{ reason: '' }, { requestId: 'x' }, { more: 1 }]) assert.equal((await undo(exit.id, officer, bad)).status, 400)
  await assertCounted()
})

test('a decided referral is not undone', async () => {
  const { number } = await desk.issue(12)
  const aside = await cross(number, 'exit', { care: 'other' })
  assert.equal((await at.decide(aside.id, chief)).status, 200)
  assert.equal(code(await undo(aside.id)), 'undo.not-last')
})

test('ten at once: one undoes it', async () => {
  const { number } = await desk.issue(13)
  const exit = await cross(number, 'exit')
  const answers = await Promise.all(Array.from({ length: 10 }, () => undo(exit.id)))
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.equal(answers.filter((answer) => code(answer) === 'undo.already').length, 9)
  const requestId = desk.id()
  later(5)
  const next = await cross(number, 'exit')
  const same = await Promise.all(Array.from({ length: 10 }, () => undo(next.id, officer, { requestId })))
  assert.deepEqual([same.filter(({ status }) => status === 201).length, same.filter(({ status }) => status === 200).length], [1, 9])
  await assertCounted()
})

test('an undoing and the way home at once: either the stay is closed, or the movement home stands alone', async () => {
  const numbers: string[] = []
  for (let index = 14; index < 20; index += 1) numbers.push((await desk.issue(index)).number)
  for (const number of numbers) {
    const exit = await cross(number, 'exit')
    later(1)
    const [undone, home] = await Promise.all([undo(exit.id), desk.post('/api/v1/movements', at.body(number, 'entry'), officer)])
    assert.equal(home.status, 201, JSON.stringify(home.body))
    const [stay, more] = await staysOf(number)
    assert.equal(more, undefined)
    assert.equal(stay?.state, undone.status === 201 ? 'unmatched' : 'closed', JSON.stringify([undone.body, stay]))
    if (undone.status !== 201) assert.equal(code(undone), 'undo.not-last')
  }
  await assertCounted()
})

test('whatever is recorded and undone in whatever order, counters are rows, and stays are those of what was not undone', async () => {
  const { number } = await desk.issue(21)
  await begin(officer, '1')
  const steps = fc.sample(fc.constantFrom('exit', 'entry', 'undo'), { numRuns: 40, seed: 20261120 })
  const model: ('exit' | 'entry')[] = []
  let last: string | undefined
  for (const step of steps) {
    later(step === 'undo' ? 1 : 130)
    if (step !== 'undo') {
      last = (await cross(number, step)).id
      model.push(step)
    } else if (last !== undefined && (await undo(last)).status === 201) {
      model.pop()
      last = undefined
    }
    await assertCounted()
    const open = (await staysOf(number)).filter(({ state }) => state === 'open').length
    assert.equal(open, model.at(-1) === 'exit' ? 1 : 0, JSON.stringify(model))
  }
})
