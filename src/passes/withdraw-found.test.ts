// Goal: a replacement of a lost pass that is withdrawn leaves it suspended, unless the clerk says that it was found; then it is good again. Method: a whole instance over HTTP.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answered, openDesk } from '../app/test-desk.ts'
import { openTestInstance } from '../app/test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const { get, post, id, request, issue, apply, at } = openDesk(open)
const office = 'KH:0109'
const clerk = at('clerk', office)
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? body['state'] ?? ''}`
const stateOf = async (number: string) => (await get(`/api/v1/passes/${number}`, at('governor', office))).body['state']
const withdraw = (application: string, change: object = {}) =>
  post(`/api/v1/applications/${application}/withdrawal`, { requestId: id(), reason: 'found at home', ...change }, clerk)

async function reported(index: number, cause: string): Promise<{ number: string; application: string }> {
  const { number } = await issue(index, office)
  const applied = await post('/api/v1/applications', { ...(await request({}, office, index)), requestId: id(), replaces: { number, cause } }, clerk)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return { number, application: String(applied.body['id']) }
}

test('withdrawn without a word about the pass, it stays suspended', async () => {
  const { number, application } = await reported(60, 'lost')
  assert.equal(await stateOf(number), 'suspended')
  assert.equal(code(await withdraw(application, { passFound: false })), '200 withdrawn')
  assert.equal(await stateOf(number), 'suspended')
})

test('found: good again, once, and the same request again answers the same', async () => {
  const { number, application } = await reported(61, 'stolen')
  const requestId = id()
  const answers = [await withdraw(application, { requestId, passFound: true }), await withdraw(application, { requestId, passFound: true })]
  assert.deepEqual(answers.map(code), ['200 withdrawn', '200 withdrawn'])
  assert.equal(await stateOf(number), 'active')
})

test('a found pass that was revoked meanwhile is the last word, and the case stays', async () => {
  const { number, application } = await reported(62, 'lost')
  await post(`/api/v1/passes/${number}/revocation`, { requestId: id(), reason: 'misuse' }, at('governor', office))
  assert.equal(code(await withdraw(application, { passFound: true })), '409 pass.already-revoked')
  assert.equal(await stateOf(number), 'revoked')
})

test('nothing to find: a first pass, a damaged one', async () => {
  const first = String((await apply({}, office, 63)).body['id'])
  const damaged = await reported(64, 'damaged')
  for (const application of [first, damaged.application])
    assert.equal(code(await withdraw(application, { passFound: true })), '409 pass.not-suspended')
  assert.equal(await stateOf(damaged.number), 'active')
})
