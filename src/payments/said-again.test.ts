// Goal: an id that comes again with another sum, payment, refund or reason is another command, and a bank whose clock is wrong moves no office's days. Method: a real Postgres, the made-up bank, ids sent twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../kernel/time.ts'
import { readCharge } from './charge-command.ts'
import { reversePayment } from './reverse-payment.ts'
import { settleRefund } from './settle-refund.ts'
import { takeCash } from './take-cash.ts'
import { codeOf, openTill, shownOf } from './test-till.ts'
import { watchPayments } from './watch-payments.ts'

const till = await openTill('2026-11-20T01:30:00.000Z' as Instant)
const { payments, bank, clock } = till
const [cashier, governor] = [await till.person('cashier', 'cashier'), await till.person('governor', 'governor')]
const cash = { amount: 20_000, currency: 'KHR' }

test('cash: the same again is answered again, another sum or currency under its id is refused', async () => {
  const command = { requestId: till.id(), actor: cashier, subject: till.charge() }
  const first = await takeCash(payments, { ...command, ...cash })
  assert.deepEqual(shownOf(await takeCash(payments, { ...command, ...cash })).payments, shownOf(first).payments)
  for (const other of [{ amount: 10_000 }, { currency: 'THB' }])
    assert.equal(codeOf(await takeCash(payments, { ...command, ...cash, ...other })), 'request.id-reused')
})

test('a reversal and a refund: of another payment, of another task, with other words under one id nothing is said to be done', async () => {
  const subject = till.charge()
  const { payload } = await till.code(cashier, subject)
  bank.pay(payload)
  await watchPayments(payments)
  const payment = shownOf(await readCharge(payments, cashier, subject)).payments[0]?.id ?? assert.fail()
  const reversal = { requestId: till.id(), actor: governor, subject, payment, reason: 'wrong person' }
  const refund = shownOf(await reversePayment(payments, reversal)).refunds[0]?.id ?? assert.fail()
  assert.ok((await reversePayment(payments, reversal)).ok)
  for (const other of [{ payment: till.id() }, { reason: 'another' }, { ownError: true }])
    assert.equal(codeOf(await reversePayment(payments, { ...reversal, ...other })), 'request.id-reused')
  const settled = { requestId: till.id(), actor: cashier, subject, refund, how: 'bank', note: 'transfer 77' } as const
  assert.ok((await settleRefund(payments, settled)).ok)
  assert.ok((await settleRefund(payments, settled)).ok)
  for (const other of [{ refund: till.id() }, { how: 'cash' as const }, { note: 'transfer 78' }])
    assert.equal(codeOf(await settleRefund(payments, { ...settled, ...other })), 'request.id-reused')
})

test('a bank whose clock is years behind or minutes ahead: paid between the code and the bank’s word, and its own time kept', async () => {
  for (const said of ['2003-01-01T00:00:00.000Z', '2026-11-20T01:44:00.000Z'] as Instant[]) {
    const subject = till.charge()
    const made = clock.now
    const { payload } = await till.code(cashier, subject)
    bank.pay(payload, { createdDateMs: Date.parse(said) })
    clock.now = till.later(5)
    await watchPayments(payments)
    const told = till.told.paid.at(-1)
    assert.equal(told?.subject, subject)
    assert.ok(told.at >= made && told.at <= clock.now, `${said}: ${told.at}`)
    assert.equal(shownOf(await readCharge(payments, cashier, subject)).payments[0]?.paidAt, said)
  }
})
