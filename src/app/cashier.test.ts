// Goal: the cashier's window over HTTP: a resident pays by code or in cash, the application goes on with a receipt, and the day is closed. Method: a whole instance with its made-up bank; bad input beside each good one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { watchPayments } from '../payments/watch-payments.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00' })
const desk = openDesk(open)
const office = 'KH:0109'
const cashier = desk.at('cashier', office)
const governor = desk.at('governor', office)
const { payments } = open.instance.cashier
let index = 10
async function application(): Promise<string> {
  index += 1
  const applied = await desk.apply({}, office, index)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
type Charge = {
  state: string
  requests: { payload: string; hash: string; state: string }[]
  payments: { id: string; how: string; settles: boolean; reference: string }[]
  refunds: { id: string; reason: string; state: string }[]
}
const chargeOf = async (subject: string): Promise<Charge> => (await desk.get(`/api/v1/charges/${subject}`, cashier)).body as unknown as Charge
const post = (subject: string, path: string, body: object = {}, who = cashier) =>
  desk.post(`/api/v1/charges/${subject}${path}`, { requestId: desk.id(), ...body }, who)
const caseOf = async (id: string) => (await desk.get(`/api/v1/applications/${id}`, cashier)).body

test('paid by code: the code is shown, the bank is asked, the application is paid with a receipt', async () => {
  const id = await application()
  assert.equal((await chargeOf(id)).state, 'unpaid')
  const made = await post(id, '/payment-requests')
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const { payload } = (made.body as unknown as Charge).requests[0] ?? assert.fail()
  const paid = await desk.post('/api/v1/demonstration/transfers', { payload })
  assert.equal(paid.status, 201, JSON.stringify(paid.body))
  assert.equal((await watchPayments(payments)).settled, 1)
  const charge = await chargeOf(id)
  assert.deepEqual([charge.state, charge.payments[0]?.reference, charge.requests[0]?.state], ['paid', paid.body['reference'], 'paid'])
  const seen = await caseOf(id)
  assert.equal(seen['state'], 'paid')
  assert.match(String(seen['receipt']), /^KH0109-R\d{6}$/)
  assert.equal((await desk.approve(id, office)).status, 200, 'the case goes on')
})

test('paid in cash, reversed by the governor, paid again: two receipts, one payment that counts', async () => {
  const id = await application()
  const cash = { amount: 20_000, currency: 'KHR' }
  const taken = await post(id, '/cash', cash)
  assert.equal(taken.status, 200, JSON.stringify(taken.body))
  const first = (await caseOf(id))['receipt']
  const { payments: made } = taken.body as unknown as Charge
  const reversed = await post(id, `/payments/${made[0]?.id}/reversal`, { reason: 'the wrong person' }, governor)
  assert.equal(reversed.status, 200, JSON.stringify(reversed.body))
  assert.equal((await caseOf(id))['state'], 'submitted')
  assert.equal((await desk.approve(id, office)).status, 409, 'nobody approves what is not paid')
  assert.equal((await post(id, '/cash', cash)).status, 200)
  assert.notEqual((await caseOf(id))['receipt'], first)
  assert.equal((await desk.approve(id, office)).status, 200)
  const last = (await chargeOf(id)).payments.at(-1)?.id
  const late = await post(id, `/payments/${last}/reversal`, { reason: 'too late' }, governor)
  assert.ok([409].includes(late.status), 'what was approved on it stands')
})

test('a transfer for an application that was withdrawn meanwhile is owed back', async () => {
  const id = await application()
  const { payload } = ((await post(id, '/payment-requests')).body as unknown as Charge).requests[0] ?? assert.fail()
  const withdrawn = await desk.post(
    `/api/v1/applications/${id}/withdrawal`,
    { requestId: desk.id(), reason: 'changed plans' },
    desk.at('clerk', office),
  )
  assert.equal(withdrawn.status, 200, JSON.stringify(withdrawn.body))
  assert.equal((await desk.post('/api/v1/demonstration/transfers', { payload })).status, 201)
  await watchPayments(payments)
  const [refund] = (await chargeOf(id)).refunds
  assert.equal(refund?.reason, 'charge-closed')
  const listed = (await desk.get(`/api/v1/refunds?office=${office}`, governor)).body as unknown as { id: string }[]
  assert.ok(listed.some((each) => each.id === refund?.id))
  const settled = await post(id, `/refunds/${refund?.id}/settlement`, { how: 'bank', note: 'transfer 5' })
  assert.equal(settled.status, 200, JSON.stringify(settled.body))
})

const random = '01980000-0000-7000-8000-00000000dead'
const bad: [name: string, path: string, body: object, status: number, code: string][] = [
  ['no such case', `/api/v1/charges/${random}/cash`, { amount: 20_000, currency: 'KHR' }, 404, 'charge.not-found'],
  ['no id', '/api/v1/charges/x/cash', { amount: 20_000, currency: 'KHR' }, 400, 'request.malformed'],
  ['an amount as text', `/api/v1/charges/${random}/cash`, { amount: '20,000', currency: 'KHR' }, 400, 'request.malformed'],
  ['half a riel', `/api/v1/charges/${random}/cash`, { amount: 19_999.5, currency: 'KHR' }, 400, 'request.malformed'],
  ['another price said by the page', `/api/v1/charges/${random}/payment-requests`, { amount: 1 }, 400, 'request.malformed'],
  ['an explanation of nothing', '/api/v1/day-closes', { office, counted: 0, explanation: '' }, 400, 'request.malformed'],
  ['a count below nothing', '/api/v1/day-closes', { office, counted: -1 }, 400, 'request.malformed'],
  ['another office', '/api/v1/day-closes', { office: 'KH:0110', counted: 0 }, 403, 'authority.place'],
  ['a list with a NUL', '/api/v1/day-closes', { office, counted: 0, statement: 'reference\0,amount' }, 400, 'request.malformed'],
  ['a list that is none', '/api/v1/day-closes', { office, counted: 0, statement: '<html>' }, 422, 'statement.malformed'],
  ['a list to look at that is none', '/api/v1/day/statement', { office, statement: 'reference;amount' }, 422, 'statement.malformed'],
  ['another office’s list', '/api/v1/day/statement', { office: 'KH:0110', statement: 'reference,amount' }, 403, 'authority.place'],
  ['an office that is none', '/api/v1/day/statement', { office: 'Malai', statement: 'reference,amount' }, 400, 'request.malformed'],
  ['a code that is none', '/api/v1/demonstration/transfers', { payload: '000201010211' }, 404, 'charge.not-found'],
]
for (const [name, path, body, status, code] of bad)
  test(`refused: ${name}`, async () => {
    const payload = /demonstration|statement/.test(path) ? body : { requestId: desk.id(), ...body }
    const answer = await desk.post(path, payload, cashier)
    assert.deepEqual([answer.status, answer.body['code']], [status, code], JSON.stringify(answer.body))
  })

const readings: [name: string, path: string, who: typeof cashier, status: number, code: string | undefined][] = [
  ['the cashier, their office’s payments', `/api/v1/payments?office=${office}`, cashier, 200, undefined],
  ['the governor, the same', `/api/v1/payments?office=${office}&day=2026-11-20`, governor, 200, undefined],
  ['a clerk', `/api/v1/payments?office=${office}`, desk.at('clerk', office), 403, 'authority.role'],
  ['another office’s cashier', `/api/v1/payments?office=${office}`, desk.at('cashier', 'KH:0110'), 403, 'authority.place'],
  ['a day that is none', `/api/v1/payments?office=${office}&day=2026-02-30`, cashier, 400, 'time.invalid'],
  ['a limit above all', `/api/v1/payments?office=${office}&limit=1001`, cashier, 400, 'request.malformed'],
]
for (const [name, path, who, status, code] of readings)
  test(`payments of a day: ${name}`, async () => {
    const answer = await desk.get(path, who)
    assert.deepEqual([answer.status, answer.body['code']], [status, code], JSON.stringify(answer.body))
  })

test('the day: what is in the till, its close, and the governor’s view of it', async () => {
  const now = (await desk.get(`/api/v1/day?office=${office}`, cashier)).body as unknown as { expected: number; transfers: unknown[]; closed: boolean }
  assert.deepEqual([now.expected, now.transfers.length, now.closed], [20_000, 2, false])
  const counted = { requestId: desk.id(), office, counted: 19_000 }
  const refused = await desk.post('/api/v1/day-closes', counted, cashier)
  assert.deepEqual([refused.status, refused.body['code'], refused.body.about['expected']], [422, 'day.not-explained', 20_000])
  const closed = await desk.post('/api/v1/day-closes', { ...counted, counted: 20_000 }, cashier)
  assert.equal(closed.status, 200, JSON.stringify(closed.body))
  assert.deepEqual([closed.body['fees'], closed.body['officeShare'], closed.body['provinceShare']], [20_000, 17_000, 3_000])
  const [seen] = (await desk.get(`/api/v1/day-closes?office=${office}`, governor)).body as unknown as object[]
  assert.deepEqual(seen, closed.body)
  assert.equal((await desk.get(`/api/v1/day-closes?office=${office}`, desk.at('clerk', office))).status, 403)
})
