// Goal: an office's day is listed whole and by the border's clock: every payment once, sums of what counts alone; and the bank's list is looked at without anything being kept. Method: a real Postgres under the program's own login, the made-up bank.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AreaCode } from '../kernel/code.ts'
import type { CivilDate, Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { checkStatement, closeDay } from './close-day.ts'
import { listDayPayments } from './day-payments.queries.ts'
import { inNameOf } from './payment-services.ts'
import { reversePayment } from './reverse-payment.ts'
import { parseStatement } from './statement.rules.ts'
import { takeCash } from './take-cash.ts'
import { instrument, openTill, poipet, shownOf } from './test-till.ts'
import { watchPayments } from './watch-payments.ts'

// One minute before midnight at the border; elsewhere it is afternoon.
const till = await openTill('2026-11-20T16:59:00.000Z' as Instant)
const { payments, bank, clock } = till
const cashier = await till.person('cashier', 'cashier')
const governor = await till.person('governor', 'governor')
const cash = { amount: 20_000, currency: 'KHR' }
const take = async () => {
  const subject = till.charge()
  return { subject, shown: shownOf(await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash })) }
}
const listed = (day: string, limit = 100, actor = cashier, office: AreaCode = poipet) =>
  inTransaction(payments.database, inNameOf(payments, actor), (tx) => listDayPayments(tx, office, day as CivilDate, limit))

test('each payment stands in its day by the border’s clock, newest first, with its charge and hand', async () => {
  const before = await take()
  clock.now = till.later(120)
  const after = await take()
  const [friday, saturday] = [await listed('2026-11-20'), await listed('2026-11-21')]
  assert.deepEqual(
    [friday, saturday].map(({ payments: rows }) => rows.map(({ subject }) => subject)),
    [[before.subject], [after.subject]],
  )
  assert.equal(friday.payments[0]?.takenBy, cashier.account)
  assert.deepEqual(friday.totals, [{ how: 'cash', currency: 'KHR', count: 1, amount: 20_000 }])
  assert.deepEqual(await listed('2026-11-19'), { day: '2026-11-19', totals: [], count: 0, payments: [] })
})

test('reversed and owed back: listed, and in no sum; the sums are of the whole day, however few are listed', async () => {
  const { subject, shown } = await take()
  const payment = shown.payments[0]?.id ?? assert.fail()
  shownOf(await reversePayment(payments, { requestId: till.id(), actor: governor, subject, payment, reason: 'the wrong person' }))
  const twice = till.charge()
  const { payload } = await till.code(cashier, twice)
  bank.pay(payload)
  await watchPayments(payments)
  clock.now = till.later(700)
  bank.pay(payload)
  await watchPayments(payments)
  const day = await listed('2026-11-21', 1)
  assert.equal(day.payments.length, 1)
  const all = await listed('2026-11-21')
  assert.deepEqual([day.count, all.payments.length], [all.count, all.count])
  assert.deepEqual(day.totals, all.totals)
  assert.deepEqual(
    all.totals.map(({ how, amount }) => [how, amount]),
    [
      ['cash', 20_000],
      ['khqr', 20_000],
    ],
  )
  assert.equal(all.payments.find(({ id }) => id === payment)?.reversal?.reason, 'the wrong person')
})

test('another office’s day is empty to this one, past the program’s check either', async () => {
  const other = await till.person('of Malai', 'cashier', 'KH:0109')
  assert.equal((await listed('2026-11-21', 100, other)).count, 0)
})

test('the bank’s list is looked at: matched, missing, unknown; nothing of it is kept, and the close says the same', async () => {
  const subject = till.charge()
  const { hash: reference } = bank.pay((await till.code(cashier, subject)).payload)
  await watchPayments(payments)
  const text = `reference,amount\n${reference},20000\nUNKNOWN-0001,20000`
  const list = parseStatement(text)
  const look = () => inTransaction(payments.database, inNameOf(payments, cashier), (tx) => checkStatement(tx, poipet, list.ok ? list.value : []))
  const seen = await look()
  assert.deepEqual([seen.matched, seen.unknownToUs.map(({ reference: unknown }) => unknown)], [[{ reference, amount: 20_000 }], ['UNKNOWN-0001']])
  assert.deepEqual(await look(), seen)
  const splitOn = () => ({ office: 850, province: 150, instrument })
  const close = { requestId: till.id(), actor: cashier, office: poipet, counted: 40_000, explanation: 'asked the bank', statement: text }
  const closed = await closeDay({ ...payments, splitOn }, close)
  assert.deepEqual(closed.ok && closed.value.statement, seen)
})
