// Goal: what a clerk types is at the office soon, one save at a time, and nobody's words are written over. Method: a clock and a server of the test's own; each order of keys, answers and clashes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Answer, Problem } from '../../api.ts'
import { emptyDraft } from './draft.ts'
import { DraftKeeper, type SaveBody } from './draft-keeper.ts'

const empty = emptyDraft('KHM')
const refusal = (code: Problem['code'], status: number): Answer<never> => ({
  ok: false,
  problem: { code, status, title: '', next: '', rule: '', instruments: [] },
})

function openKeeper() {
  const timers: { run: () => void; ms: number; live: boolean }[] = []
  const sent: ({ id: string } & SaveBody)[] = []
  const waiting: ((answer: Answer<{ version: number }>) => void)[] = []
  let ids = 0
  const keeper = new DraftKeeper({
    office: 'KH:0109',
    empty,
    newId: () => {
      ids += 1
      return `draft-${ids}`
    },
    save(id, body) {
      sent.push({ id, ...body })
      return new Promise((resolve) => waiting.push(resolve))
    },
    wait(run, ms) {
      const timer = { run, ms, live: true }
      timers.push(timer)
      return () => {
        timer.live = false
      }
    },
    onState: () => {},
  })
  /** The last timer that still stands runs out. */
  function ring(): number {
    const timer = timers.findLast(({ live }) => live) ?? assert.fail('no timer stands')
    timer.live = false
    timer.run()
    return timer.ms
  }
  async function answer(said: Answer<{ version: number }>): Promise<void> {
    waiting.shift()?.(said)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const kept = (version: number) => answer({ ok: true, value: { version } })
  const stands = () => timers.some(({ live }) => live)
  return { keeper, sent, ring, answer, kept, stands }
}
const typed = (familyName: string, photo = '') => ({ ...empty, familyName, photo })

test('an empty form is no draft; typing is saved once, a while after the last key', async () => {
  const { keeper, sent, ring, kept, stands } = openKeeper()
  keeper.put(empty)
  assert.equal(stands(), false)
  keeper.put(typed('S'))
  keeper.put(typed('SO'))
  assert.equal(ring(), 1500)
  assert.equal(stands(), false)
  assert.deepEqual(
    sent.map(({ id, version, body }) => [id, version, body.familyName]),
    [['draft-1', 0, 'SO']],
  )
  await kept(1)
  assert.deepEqual([keeper.state.type, keeper.isBehind], ['saved', false])
})

test('what is typed while a save is under way goes with the next, upon its version; the photo only when it changed', async () => {
  const { keeper, sent, ring, kept } = openKeeper()
  keeper.put(typed('SOK', '/9j/'))
  ring()
  keeper.put(typed('SOKH', '/9j/'))
  assert.equal(sent.length, 1)
  ring()
  assert.equal(sent.length, 1, 'one at a time')
  await kept(1)
  ring()
  assert.deepEqual(
    sent.map(({ version, photo }) => [version, photo]),
    [
      [0, '/9j/'],
      [1, null],
    ],
  )
})

test('a save whose answer was lost is sent again as it was, before anything newer', async () => {
  const { keeper, sent, ring, answer, kept } = openKeeper()
  keeper.put(typed('SOK'))
  ring()
  await answer(refusal('no-connection', 0))
  assert.equal(keeper.state.type, 'unsaved')
  keeper.put(typed('SOKHA'))
  ring()
  await kept(1)
  ring()
  assert.deepEqual(
    sent.map(({ id, version, body }) => [id, version, body.familyName]),
    [
      ['draft-1', 0, 'SOK'],
      ['draft-1', 0, 'SOK'],
      ['draft-1', 1, 'SOKHA'],
    ],
  )
})

test('changed by somebody else meanwhile: nothing is written over; one’s own goes on as another draft', async () => {
  const { keeper, sent, ring, answer, stands } = openKeeper()
  keeper.open({ id: 'theirs', version: 3, draft: typed('SOK') })
  keeper.put(typed('SOK SAO'))
  ring()
  await answer(refusal('draft.changed', 409))
  assert.deepEqual([keeper.state.type, keeper.state.problem?.code], ['clash', 'draft.changed'])
  keeper.put(typed('SOK SAO X'))
  assert.equal(stands(), false)
  keeper.keepMine()
  ring()
  assert.deepEqual(
    sent.map(({ id, version }) => [id, version]),
    [
      ['theirs', 3],
      ['draft-1', 0],
    ],
  )
})

test('once submitted nothing is saved: a save under way is waited for, a timer is stopped', async () => {
  const { keeper, sent, ring, kept, stands } = openKeeper()
  keeper.put(typed('SOK'))
  ring()
  keeper.put(typed('SOKH'))
  let isClosed = false
  const closing = keeper.close().then(() => {
    isClosed = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(isClosed, false)
  await kept(1)
  await closing
  assert.deepEqual([sent.length, stands(), keeper.state.id], [1, false, 'draft-1'])
  keeper.reopen()
  ring()
  assert.equal(sent.length, 2)
})

test('a refusal that typing can mend is told, and the next key tries again', async () => {
  const { keeper, ring, answer, stands } = openKeeper()
  keeper.put(typed('x'.repeat(600)))
  ring()
  await answer(refusal('request.malformed', 400))
  assert.deepEqual([keeper.state.type, stands()], ['refused', false])
  keeper.put(typed('SOK'))
  assert.equal(stands(), true)
})

test('an answer about the last draft does not touch the one that was opened meanwhile', async () => {
  const { keeper, ring, kept } = openKeeper()
  keeper.put(typed('SOK'))
  ring()
  keeper.open({ id: 'other', version: 7, draft: typed('SAO') })
  await kept(1)
  assert.deepEqual([keeper.state.id, keeper.version, keeper.isBehind], ['other', 7, false])
})
