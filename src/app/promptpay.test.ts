// Goal: a demonstration of Thailand takes PromptPay from code to receipt, and an office without an account says so on the charge, to the payer and by the command alike. Method: a whole Thai instance with its made-up bank, then the same without one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '../kernel/code.ts'
import { parseInstant } from '../kernel/time.ts'
import { madeUpApplicant } from '../passes/made-up-passes.ts'
import { watchPayments } from '../payments/watch-payments.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T09:00:00+07:00', state: 'TH' })
const desk = openDesk(open)
const office = 'TH:2706'
const cashier = desk.at('cashier', office)
const { payments } = open.instance.cashier
type Charge = { state: string; codeRefused: string | null; requests: { payload: string; how: string; state: string }[] }
type Taken = { readonly id: string; readonly known: { readonly number: string; readonly birthDate: string } }
async function taken(index: number): Promise<Taken> {
  const applicant = madeUpApplicant(index, 'TH', office as AreaCode)
  const applied = await desk.apply({ ...applicant }, office, index)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return { id: String(applied.body['id']), known: { number: String(applied.body['followNumber']), birthDate: applicant.birthDate } }
}
const post = (subject: string, path: string) => desk.post(`/api/v1/charges/${subject}${path}`, { requestId: desk.id() }, cashier)
const chargeOf = async (subject: string) => (await desk.get(`/api/v1/charges/${subject}`, cashier)).body as unknown as Charge

test('a PromptPay code is shown, paid at the bank, and the case has its receipt', async () => {
  const { id, known } = await taken(1)
  assert.equal((await chargeOf(id)).codeRefused, null)
  assert.equal((await desk.post('/api/v1/follow', known)).body['payable'], true)
  const made = await post(id, '/payment-requests')
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const { payload, how } = (made.body as unknown as Charge).requests[0] ?? assert.fail()
  assert.equal(how, 'promptpay')
  assert.equal((await desk.get('/api/v1/instance')).body['madeUpBank'], true)
  const paid = await desk.post('/api/v1/demonstration/transfers', { payload })
  assert.deepEqual([paid.status, paid.body['amount'], paid.body['currency']], [201, 200, 'THB'])
  assert.equal((await watchPayments(payments)).settled, 1)
  const seen = (await desk.get(`/api/v1/applications/${id}`, cashier)).body
  assert.deepEqual([seen['state'], /^TH2706-R\d{6}$/.test(String(seen['receipt']))], ['paid', true])
})

test('a Thai pass is extended from the phone: two years more for 200 baht by PromptPay, twice and not a third time', async () => {
  const { id, known } = await taken(3)
  const settle = async (subject: string, followed: Taken['known']) => {
    const { body } = await desk.post('/api/v1/follow/payment', { ...followed, requestId: desk.id() })
    assert.deepEqual([body['amount'], body['currency'], body['how']], [200, 'THB', 'promptpay'], JSON.stringify(body))
    assert.equal((await desk.post('/api/v1/demonstration/transfers', { payload: body['payload'] })).status, 201)
    await watchPayments(payments)
    assert.equal((await desk.approve(subject, office)).status, 200)
    const signed = await desk.sign([subject], office)
    assert.ok(signed.status < 300, JSON.stringify(signed.body))
    return (await desk.post('/api/v1/follow', followed)).body['pass'] as { lastDay: string; extension: { newLastDay: string; refused: object } }
  }
  const begin = (followed: Taken['known']) => desk.post('/api/v1/follow/extension', { ...followed, requestId: desk.id() })
  let [told, now] = [await settle(id, known), known]
  for (const [, year] of [
    ['once', '2026'],
    ['twice', '2027'],
  ]) {
    // A code is good for five years at most: the second one waits.
    if (year === '2027') assert.deepEqual(told.extension.refused, { code: 'extension.too-early', about: { from: '2027-11-17' } })
    open.clock.now = parseInstant(`${year}-11-20T09:00:00+07:00`) ?? assert.fail()
    told = (await desk.post('/api/v1/follow', now)).body['pass'] as typeof told
    const { newLastDay } = told.extension
    assert.equal(newLastDay, `${Number(told.lastDay.slice(0, 4)) + 2}${told.lastDay.slice(4)}`)
    const begun = await begin(now)
    assert.equal(begun.status, 201, JSON.stringify(begun.body))
    now = { ...known, number: String(begun.body['number']) }
    const { rows } = await open.administrator.query<{ id: string }>('select id from application where follow_number = $1', [now.number])
    told = await settle(rows[0]?.id ?? '', now)
    assert.equal(told.lastDay, newLastDay)
  }
  assert.deepEqual(told.extension.refused, { code: 'extension.no-more', about: { max: 2 } })
  assert.equal((await begin(now)).body['code'], 'extension.no-more')
})

test('without an account nobody is offered a code, and everywhere the reason is the same', async () => {
  const { id, known } = await taken(2)
  const { gateway } = payments
  const none = { ...gateway, serves: () => false, create: () => undefined }
  for (const services of [payments, open.instance.portal.payments]) Object.assign(services, { gateway: none })
  try {
    assert.equal((await chargeOf(id)).codeRefused, 'payment.not-online')
    const told = (await desk.post('/api/v1/follow', known)).body
    assert.deepEqual([told['payable'], told['codeRefused']], [false, 'payment.not-online'])
    assert.equal((await post(id, '/payment-requests')).body['code'], 'payment.not-online')
    assert.equal((await desk.post('/api/v1/follow/payment', { ...known, requestId: desk.id() })).body['code'], 'payment.not-online')
  } finally {
    for (const services of [payments, open.instance.portal.payments]) Object.assign(services, { gateway })
  }
})
