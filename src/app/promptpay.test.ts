// Goal: a demonstration of Thailand takes PromptPay from code to receipt, and an office without an account says so on the charge, to the payer and by the command alike. Method: a whole Thai instance with its made-up bank, then the same without one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '../kernel/code.ts'
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
  const paid = await desk.post('/api/v1/demonstration/transfers', { payload })
  assert.deepEqual([paid.status, paid.body['amount'], paid.body['currency']], [201, 200, 'THB'])
  assert.equal((await watchPayments(payments)).settled, 1)
  const seen = (await desk.get(`/api/v1/applications/${id}`, cashier)).body
  assert.deepEqual([seen['state'], /^TH2706-R\d{6}$/.test(String(seen['receipt']))], ['paid', true])
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
