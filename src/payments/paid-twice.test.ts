// Goal: one KHQR code that is paid twice is found while people still stand there, and a bank that names one transfer alone costs nothing. Method: a real Postgres, the made-up bank over HTTP, the clock moved round by round.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../kernel/time.ts'
import { readCharge } from './charge-command.ts'
import { openTill, shownOf } from './test-till.ts'
import { watchPayments } from './watch-payments.ts'

const till = await openTill('2026-11-20T01:30:00.000Z' as Instant)
const { payments, bank, clock } = till
const cashier = await till.person('cashier', 'cashier')
async function paid() {
  const subject = till.charge()
  const code = await till.code(cashier, subject)
  const { hash: reference } = bank.pay(code.payload)
  await watchPayments(payments)
  assert.equal((await chargeOf(subject)).state, 'paid')
  return { subject, ...code, reference }
}
const chargeOf = async (subject: Parameters<typeof readCharge>[2]) => shownOf(await readCharge(payments, cashier, subject))
async function after(seconds: number): Promise<number> {
  clock.now = till.later(seconds)
  return (await watchPayments(payments)).asked
}
const asks = (hash: string) => bank.asked.filter((each) => each === hash).length

test('paid once more a moment later: within a minute there is a second payment, and a task to give it back', async () => {
  const { subject, payload } = await paid()
  bank.pay(payload)
  assert.equal(await after(30), 0, 'not asked at every round')
  await after(30)
  const { state, payments: made, refunds } = await chargeOf(subject)
  assert.deepEqual(
    [state, made.map(({ settles }) => settles), refunds.map(({ reason, amount }) => [reason, amount])],
    ['paid', [true, false], [['second-payment', 20_000]]],
  )
  await after(60)
  bank.pay(payload)
  await after(60)
  assert.equal((await chargeOf(subject)).refunds.length, 2, 'a third time as well')
})

test('a bank that goes on naming the first is asked each minute until once after the code’s end, and never again', async () => {
  const { subject, hash } = await paid()
  const before = asks(hash)
  for (let minute = 0; minute < 15; minute += 1) await after(60)
  await after(60)
  const asked = asks(hash)
  assert.ok(asked - before >= 15 && asked - before <= 16, String(asked - before))
  for (let hour = 0; hour < 5; hour += 1) await after(3600)
  assert.equal(asks(hash), asked)
  const charge = await chargeOf(subject)
  assert.deepEqual([charge.state, charge.payments.length, charge.refunds, charge.requests[0]?.state], ['paid', 1, [], 'paid'])
})

test('a bank that falls ill, says unpaid or another account after it said paid takes nothing away', async () => {
  const { subject, hash } = await paid()
  bank.behave(
    hash,
    { is: 'status', status: 503 },
    { is: 'raw', body: '{"responseCode":1,"errorCode":1,"data":null}' },
    { is: 'lie', change: { hash: 'another-transfer', toAccountId: 'somebody@devb' } },
  )
  for (let round = 0; round < 4; round += 1) await after(60)
  const charge = await chargeOf(subject)
  assert.deepEqual([charge.state, charge.payments.length, charge.refunds, charge.requests[0]?.state], ['paid', 1, [], 'paid'])
})

test('a bank that is away at the last question, after the code’s end, is asked once more: the second payment is found', async () => {
  const { subject, payload, hash } = await paid()
  for (let minute = 0; minute < 14; minute += 1) await after(60)
  bank.pay(payload)
  bank.behave(hash, { is: 'status', status: 503 }, { is: 'status', status: 503 }, { is: 'truth' })
  for (let round = 0; round < 4; round += 1) await after(60)
  const charge = await chargeOf(subject)
  assert.deepEqual([charge.state, charge.payments.length, charge.refunds.length, charge.requests[0]?.state], ['paid', 2, 1, 'paid'])
  const asked = asks(hash)
  for (let hour = 0; hour < 3; hour += 1) await after(3600)
  assert.equal(asks(hash), asked, 'and then never again')
})
