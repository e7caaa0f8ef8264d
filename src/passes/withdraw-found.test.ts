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

test('a clerk who says found lifts no suspension that was for another reason; whoever reported it lost by phone, or as stolen, is believed', async () => {
  const [misused, byPhone] = [await issue(65, office), await issue(66, office)]
  const suspended = await post(
    `/api/v1/passes/${misused.number}/suspension`,
    { requestId: id(), reason: 'used by another person' },
    at('governor', office),
  )
  assert.equal(suspended.status, 200, JSON.stringify(suspended.body))
  const follow = (await get(`/api/v1/applications/${byPhone.application}`, clerk)).body['followNumber']
  const { birthDate } = ((await request({}, office, 66)) as { applicant: { birthDate: string } }).applicant
  const report = { requestId: id(), pass: byPhone.number, birthDate, how: 'stolen', follow }
  const told = await post('/api/v1/lost-reports', report)
  assert.equal(told.body['suspended'], true, JSON.stringify(told.body))
  const answers: string[] = []
  for (const [index, { number }] of [[65, misused] as const, [66, byPhone] as const]) {
    const applied = await post(
      '/api/v1/applications',
      { ...(await request({}, office, index)), requestId: id(), replaces: { number, cause: 'lost' } },
      clerk,
    )
    const answer = await withdraw(String(applied.body['id']), { passFound: true })
    answers.push(`${code(answer)}, ${await stateOf(number)}`)
  }
  assert.deepEqual(answers, ['403 authority.role, suspended', '200 withdrawn, active'])
})

test('nothing to find: a first pass, a damaged one', async () => {
  const first = String((await apply({}, office, 63)).body['id'])
  const damaged = await reported(64, 'damaged')
  for (const application of [first, damaged.application])
    assert.equal(code(await withdraw(application, { passFound: true })), '409 pass.not-suspended')
  assert.equal(await stateOf(damaged.number), 'active')
})
