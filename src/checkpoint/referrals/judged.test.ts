// Goal: a decision to let somebody pass covers what was before whoever decided, this way and once, and nothing that came up since. Method: a whole instance; a new entry of the watchlist, another face and a need between the decision and the passage; the other way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Who } from '../../app/test-desk.ts'
import { openPoint } from '../test-point.ts'

const { desk, chief, officer, cross, decide, body, code, later, rows } = await openPoint()
const interior: Who = { role: 'interior-desk', place: 'KH' }
const tryCross = (number: string, direction: 'exit' | 'entry', more: object) => desk.post('/api/v1/movements', body(number, direction, more), officer)
const outcomeOf = (answer: { body: object }) => (answer.body as { verdict?: { outcome: string } }).verdict?.outcome
const look = async (number: string, more: object = {}) => {
  const { id: _id, ...asked } = body(number, 'exit', more)
  return (await desk.post('/api/v1/verdicts', asked, officer)).body as unknown as {
    passedReferral: string | null
    verdict: { outcome: string }
    facts: { person: { judged?: string[] } }
  }
}
/** Somebody taken aside for a second look, whom the chief lets pass. */
async function letPass(nth: number, more: object = { care: 'other' }): Promise<{ number: string; decided: string }> {
  const { number } = await desk.issue(nth)
  const aside = await cross(number, 'exit', more)
  assert.equal(aside.verdict.outcome, 'refer')
  assert.equal((await decide(aside.id, chief)).status, 200)
  later(5)
  return { number, decided: aside.id }
}
const list = async (number: string) => {
  const entry = {
    ...{ requestId: desk.id(), place: 'KH', reason: 'court-order', source: 'Court of Battambang', seenBy: 'point' },
    ...{ kind: 'document', document: { issuer: 'KHM', number }, lastDay: '2027-05-20' },
  }
  const answer = await desk.post('/api/v1/watchlist/entries', entry, interior)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
}

test('an entry of the watchlist after the decision is a hit like any other; decided on again, it lets pass', async () => {
  const { number, decided } = await letPass(7)
  assert.equal((await look(number, { care: 'other' })).passedReferral, decided)
  await list(number)
  const seen = await look(number, { care: 'other' })
  assert.deepEqual([seen.verdict.outcome, seen.passedReferral, seen.facts.person.judged], ['refer', null, ['care-other']])
  const stopped = await tryCross(number, 'exit', { care: 'other', decided })
  assert.equal(outcomeOf(stopped), 'refer')
  const second = String(stopped.body['id'])
  assert.deepEqual(await rows('select used_by from referral where movement = $1', [decided]), [{ used_by: null }])
  assert.equal((await decide(second, chief)).status, 200)
  later(5)
  const passed = await tryCross(number, 'exit', { care: 'other', decided: second })
  assert.equal(outcomeOf(passed), 'admit-with-flag', JSON.stringify(passed.body))
})

test('another face and a need that nobody had seen are taken aside anew; what was seen is covered', async () => {
  const { number, decided } = await letPass(8)
  for (const more of [{ photo: 'no-match' }, { care: 'asylum' }, { care: 'medical', photo: 'no-match' }])
    assert.equal(outcomeOf(await tryCross(number, 'exit', { decided, ...more })), 'refer', JSON.stringify(more))
  later(5)
  assert.equal(outcomeOf(await tryCross(number, 'exit', { decided })), 'admit-with-flag')
  const lent = await letPass(9, { photo: 'no-match' })
  assert.equal(outcomeOf(await tryCross(lent.number, 'exit', { photo: 'no-match', decided: lent.decided })), 'admit-with-flag')
})

test('a decision on the way out is none on the way in', async () => {
  const { number, decided } = await letPass(10)
  assert.equal(code(await tryCross(number, 'entry', { decided })), 'referral.not-decided')
  assert.equal(outcomeOf(await tryCross(number, 'exit', { care: 'other', decided })), 'admit-with-flag')
})
