// Goal: however long an office's queue is, what waits longest stands first in it, no state hides another, and what is over comes last. Method: a whole instance over HTTP, lists shorter than the queue.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'
import { type Instant, parseInstant } from '../kernel/time.ts'

const open = await openTestInstance({ now: '2026-11-20T08:00:00+07:00' })
const { get, post, id, apply, pay, approve, at } = openDesk(open)
const office = 'KH:0110'
const clockAt = (time: string): Instant => parseInstant(`2026-11-20T${time}:00+07:00`) ?? assert.fail()
let person = 500
async function taken(time: string): Promise<string> {
  open.clock.now = clockAt(time)
  person += 1
  const { body } = await apply({}, office, person)
  return String(body['id'])
}
const names = new Map<string, string>()
async function queue(query: string): Promise<string> {
  const { status, body } = await get(`/api/v1/applications?office=${office}${query}`, at('clerk', office))
  assert.equal(status, 200, JSON.stringify(body))
  return (body as unknown as { id: string }[]).map((row) => names.get(row.id)).join(' ')
}

// Taken in the order of the alphabet; paid: b at 9:10, a at 9:20, c at 9:30.
const cases = new Map<string, string>()
for (const [nth, name] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
  const application = await taken(`08:1${nth}`)
  cases.set(name, application)
  names.set(application, name)
}
const of = (name: string) => cases.get(name) ?? assert.fail()
for (const [name, time] of [
  ['b', '09:10'],
  ['a', '09:20'],
  ['c', '09:30'],
] as const) {
  open.clock.now = clockAt(time)
  await pay(of(name), office)
}
await approve(of('c'), office)
for (const name of ['e', 'f'])
  await post(`/api/v1/applications/${of(name)}/withdrawal`, { requestId: id(), reason: 'moved away' }, at('clerk', office))

test('the newest first, as it was; as it is due: by payment and arrival, then what is over', async () => {
  assert.equal(await queue(''), 'f e d c b a')
  assert.equal(await queue('&order=due'), 'd b a c f e')
})

test('a short list has the first of each state, and none that is over', async () => {
  assert.equal(await queue('&order=due&limit=3'), 'd b c')
  assert.equal(await queue('&order=due&limit=4'), 'd b a c')
  assert.equal(await queue('&order=due&limit=5'), 'd b a c f')
})

test('one state alone, also one that is over', async () => {
  assert.equal(await queue('&order=due&state=paid'), 'b a')
  assert.equal(await queue('&order=due&state=approved&limit=1'), 'c')
  assert.equal(await queue('&order=due&state=withdrawn'), 'f e')
  assert.equal(await queue('&order=due&state=collected'), '')
})

test('what is complete again after a correction waits from then on', async () => {
  open.clock.now = clockAt('10:00')
  await post(`/api/v1/applications/${of('b')}/return`, { requestId: id(), reason: 'The name is misspelt' }, at('reviewer', office))
  const {
    madeUp: _madeUp,
    notShown: _hidden,
    ...applicant
  } = (await get(`/api/v1/applications/${of('b')}`, at('clerk', office))).body['applicant'] as { [key: string]: unknown }
  await post(`/api/v1/applications/${of('b')}/correction`, { requestId: id(), applicant, photo: null }, at('clerk', office))
  assert.equal(await queue('&order=due&state=paid'), 'a b')
})

test('an order or a state that there is none of is refused', async () => {
  for (const query of ['&order=oldest', '&order=due&state=lost', '&order=due&limit=0'])
    assert.equal((await get(`/api/v1/applications?office=${office}${query}`, at('clerk', office))).status, 400, query)
})
