// Goal: a charge is paid once, whatever the bank, the cashier or the network repeats, delays or lies; money that pays nothing is owed back; nothing is deleted. Method: a real Postgres under the program's own login, the made-up bank over HTTP, ten at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import type { Transfer } from './bank/made-up-bank.ts'
import { isPaid } from './charge.queries.ts'
import { readCharge } from './charge-command.ts'
import { confirmPayment } from './confirm-payment.ts'
import { inNameOf } from './payment-services.ts'
import { requestPayment } from './request-payment.ts'
import { reversePayment } from './reverse-payment.ts'
import { settleRefund } from './settle-refund.ts'
import { takeCash } from './take-cash.ts'
import { codeOf, instrument, openTill, shownOf } from './test-till.ts'
import { watchPayments } from './watch-payments.ts'

const till = await openTill('2026-11-20T01:30:00.000Z' as Instant)
const { payments, bank, clock } = till
const cashier = await till.person('cashier', 'cashier')
const second = await till.person('second cashier', 'cashier')
const governor = await till.person('governor', 'governor')
const headAndTill = await till.person('head who stands at the till', 'governor')
const both = { ...headAndTill, grants: [...headAndTill.grants, ...(await till.person(headAndTill.name, 'cashier')).grants] }
const elsewhere = await till.person('cashier of Malai', 'cashier', 'KH:0109')
const auditor = { ...(await till.person('clerk', 'clerk')), name: 'a clerk: no money' }
const ten = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 10 }, work))
const cash = { amount: 20_000, currency: 'KHR' }
const count = async (table: string, subject: string): Promise<number> =>
  Number((await till.administrator.query(`select count(*) as n from ${table} where subject = $1`, [subject])).rows[0].n)
const paidOf = async (subject: string) =>
  (await till.administrator.query('select payment from charge where subject = $1', [subject])).rows[0]?.payment

test('cash: the set price pays, once; the same command ten times at once is one payment', async () => {
  const subject = till.charge()
  const command = { requestId: till.id(), actor: cashier, subject, ...cash }
  const answers = await ten(() => takeCash(payments, command))
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  const shown = shownOf(answers[0] ?? assert.fail())
  assert.deepEqual([shown.state, shown.payments.length, shown.payments[0]?.takenBy], ['paid', 1, cashier.account])
  assert.equal(codeOf(await takeCash(payments, { ...command, requestId: till.id() })), 'charge.already-paid')
  assert.deepEqual([await count('payment', subject), till.told.paid.filter((paid) => paid.subject === subject).length], [1, 1])
})

test('cash: ten cashiers’ commands at once are one payment', async () => {
  const subject = till.charge()
  const answers = await ten(() => takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash }))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  for (const answer of answers) assert.ok(answer.ok || answer.refusal.code === 'charge.already-paid')
  assert.equal(await count('payment', subject), 1)
})

test('an id that was used for another command is refused', async () => {
  const [one, other] = [till.charge(), till.charge()]
  const requestId = till.id()
  assert.ok((await takeCash(payments, { requestId, actor: cashier, subject: one, ...cash })).ok)
  assert.equal(codeOf(await takeCash(payments, { requestId, actor: cashier, subject: other, ...cash })), 'request.id-reused')
  assert.equal(codeOf(await requestPayment(payments, { requestId, actor: cashier, subject: one })), 'request.id-reused')
  assert.equal(await paidOf(other), undefined)
})

const badCash: [name: string, given: { amount: number; currency: string }][] = [
  ['more', { amount: 25_000, currency: 'KHR' }],
  ['less', { amount: 19_999, currency: 'KHR' }],
  ['nothing', { amount: 0, currency: 'KHR' }],
  ['another currency', { amount: 20_000, currency: 'THB' }],
]
for (const [name, given] of badCash)
  test(`cash is the set price and nothing else: ${name}`, async () => {
    const subject = till.charge()
    const answer = await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...given })
    assert.deepEqual(answer.ok || [answer.refusal.code, answer.refusal.about, answer.refusal.instruments], ['fee.amount', cash, [instrument]])
    assert.equal(await count('charge', subject), 0, 'nothing is kept')
  })

test('what cannot be paid: closed, paid in another way, one’s own, a price of nothing, unknown, foreign, not one’s work', async () => {
  const take = (subject: Parameters<typeof takeCash>[1]['subject'], actor = cashier) =>
    takeCash(payments, { requestId: till.id(), actor, subject, ...cash })
  const ask = (subject: Parameters<typeof takeCash>[1]['subject'], actor = cashier) =>
    requestPayment(payments, { requestId: till.id(), actor, subject })
  for (const way of [take, ask]) {
    assert.equal(codeOf(await way(till.charge({ standing: 'closed' }))), 'charge.closed')
    assert.equal(codeOf(await way(till.charge({ standing: 'returned' }))), 'application.incomplete', 'sent back is not over')
    assert.equal(codeOf(await way(till.charge({ standing: 'settled' }))), 'charge.already-paid')
    assert.equal(codeOf(await way(till.charge({ own: true }))), 'authority.own-case')
    assert.equal(codeOf(await way('01980000-0000-7000-8000-00000000dead' as never)), 'charge.not-found')
    assert.equal(codeOf(await way(till.charge(), elsewhere)), 'charge.not-found', 'a foreign one answers as none')
    assert.equal(codeOf(await way(till.charge(), auditor)), 'charge.not-found')
    assert.equal(codeOf(await way(till.charge(), governor)), 'authority.role', 'who may read it is told')
  }
  assert.equal(codeOf(await readCharge(payments, elsewhere, till.charge())), 'charge.not-found')
})

test('a code that is still good is shown again; after its time another is made; both pay once', async () => {
  const subject = till.charge()
  const first = await till.code(cashier, subject)
  assert.deepEqual((await till.code(second, subject)).hash, first.hash)
  const answers = await ten(() => requestPayment(payments, { requestId: till.id(), actor: cashier, subject }))
  assert.ok(answers.every(({ ok }) => ok))
  assert.equal(await count('payment_request', subject), 1)
  clock.now = till.later(901)
  const other = await till.code(cashier, subject)
  assert.notEqual(other.hash, first.hash)
  assert.equal(await count('payment_request', subject), 2)
  assert.equal(
    codeOf(await requestPayment({ ...payments, gateway: undefined }, { requestId: till.id(), actor: cashier, subject })),
    'payment.not-online',
  )
})

test('the bank says paid: ten confirmations at once, and the rounds of the watch, are one payment', async () => {
  const subject = till.charge()
  const { payload, hash, id } = await till.code(cashier, subject)
  assert.equal(await confirmPayment(payments, id, await (payments.gateway ?? assert.fail()).check(hash)), 'unpaid')
  bank.pay(payload)
  const word = await (payments.gateway ?? assert.fail()).check(hash)
  const answers = await ten(() => confirmPayment(payments, id, word))
  assert.deepEqual(answers.sort(), [...Array(9).fill('again'), 'settled'])
  await watchPayments(payments)
  const shown = shownOf(await readCharge(payments, governor, subject))
  assert.deepEqual([shown.state, shown.payments.length, shown.refunds.length, shown.requests[0]?.state], ['paid', 1, 0, 'paid'])
  assert.deepEqual([shown.payments[0]?.how, shown.payments[0]?.takenBy], ['khqr', null])
  assert.equal(till.told.paid.filter((paid) => paid.subject === subject && paid.by === 'bank').length, 1)
  assert.equal(await inTransaction(payments.database, inNameOf(payments, cashier), (tx) => isPaid(tx, subject)), true)
})

test('a watch asks about open requests alone, a slow bank holds nobody up, and the paid ones are settled', async () => {
  const subjects = [till.charge(), till.charge(), till.charge()]
  const codes = await Promise.all(subjects.map((subject) => till.code(cashier, subject)))
  bank.behave(codes[0]?.hash ?? '', { is: 'status', status: 500 }, { is: 'truth' })
  bank.behave(codes[1]?.hash ?? '', { is: 'slow', ms: 100 })
  for (const { payload } of codes) bank.pay(payload)
  const round = await watchPayments(payments)
  assert.ok(round.asked >= 3 && round.settled === 2, JSON.stringify(round))
  assert.match(shownOf(await readCharge(payments, cashier, subjects[0] ?? assert.fail())).requests[0]?.said ?? '', /^unavailable: status 500/)
  assert.equal((await watchPayments(payments)).settled, 0, 'not asked again at once')
  clock.now = till.later(5)
  assert.equal((await watchPayments(payments)).settled, 1)
})

test('paid by code after it was paid in cash: one payment, and one task to give it back', async () => {
  const subject = till.charge()
  const { payload } = await till.code(cashier, subject)
  assert.ok((await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash })).ok)
  bank.pay(payload)
  clock.now = till.later(601)
  await Promise.all([watchPayments(payments), watchPayments(payments), watchPayments(payments)])
  const shown = shownOf(await readCharge(payments, cashier, subject))
  assert.deepEqual(
    shown.payments.map(({ how, settles }) => [how, settles]),
    [
      ['cash', true],
      ['khqr', false],
    ],
  )
  assert.deepEqual(
    shown.refunds.map(({ reason, amount, state }) => [reason, amount, state]),
    [['second-payment', 20_000, 'open']],
  )
})

test('cash and the bank’s word at the same moment, ten times: always one that pays', async () => {
  for (let turn = 0; turn < 10; turn += 1) {
    const subject = till.charge()
    const { payload, hash, id } = await till.code(cashier, subject)
    bank.pay(payload)
    const word = await (payments.gateway ?? assert.fail()).check(hash)
    await Promise.all([takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash }), confirmPayment(payments, id, word)])
    const shown = shownOf(await readCharge(payments, cashier, subject))
    assert.equal(shown.state, 'paid')
    assert.equal(shown.payments.filter(({ settles }) => settles).length, 1)
    assert.equal(shown.refunds.length, shown.payments.length - 1)
  }
})

const lies: [name: string, change: Partial<Transfer>, reason: string][] = [
  ['too little', { amount: 1 }, 'wrong-amount'],
  ['too much', { amount: 200_000 }, 'wrong-amount'],
  ['half a riel more', { amount: 20_000.5 }, 'wrong-amount'],
  ['dollars', { currency: 'USD', amount: 20_000 }, 'wrong-currency'],
  ['a minute after the code’s time', { createdDateMs: Date.parse('2027-01-01T00:00:00Z') }, 'late'],
]
for (const [name, change, reason] of lies)
  test(`never paid by a transfer that is not the price: ${name}`, async () => {
    const subject = till.charge()
    const { payload, hash, id } = await till.code(cashier, subject)
    bank.pay(payload, change)
    assert.equal(await confirmPayment(payments, id, await (payments.gateway ?? assert.fail()).check(hash)), 'refund')
    const shown = shownOf(await readCharge(payments, cashier, subject))
    assert.deepEqual([shown.state, shown.refunds[0]?.reason, shown.refunds[0]?.amount], ['unpaid', reason, change.amount ?? 20_000])
    assert.ok((await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash })).ok, 'it can still be paid')
  })

test('a bank that names another’s transfer, or another account, records nothing', async () => {
  const [one, other] = [till.charge(), till.charge()]
  const [first, then] = [await till.code(cashier, one), await till.code(cashier, other)]
  const { hash: reference } = bank.pay(first.payload)
  const gateway = payments.gateway ?? assert.fail()
  assert.equal(await confirmPayment(payments, first.id, await gateway.check(first.hash)), 'settled')
  bank.pay(then.payload, { hash: reference })
  assert.equal(await confirmPayment(payments, then.id, await gateway.check(then.hash)), 'not-ours')
  assert.equal(shownOf(await readCharge(payments, cashier, other)).requests[0]?.said, 'other-transfer')
  bank.pay(then.payload, { toAccountId: 'somebody@devb' })
  assert.equal(await confirmPayment(payments, then.id, await gateway.check(then.hash)), 'not-ours')
  const shown = shownOf(await readCharge(payments, cashier, other))
  assert.deepEqual([shown.state, shown.payments.length, shown.requests[0]?.said], ['unpaid', 0, 'other-account'])
})

test('what is paid for was closed meanwhile: the transfer is recorded and owed back, cash is not taken', async () => {
  const subject = till.charge()
  const { payload, hash, id } = await till.code(cashier, subject)
  till.closed.add(subject)
  assert.equal(codeOf(await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash })), 'charge.closed')
  assert.equal(await count('payment', subject), 0)
  bank.pay(payload)
  assert.equal(await confirmPayment(payments, id, await (payments.gateway ?? assert.fail()).check(hash)), 'refund')
  assert.equal(shownOf(await readCharge(payments, cashier, subject)).refunds[0]?.reason, 'charge-closed')
})

test('a payment is reversed by another hand, once, with its reason, and can be made again', async () => {
  const subject = till.charge()
  const paid = shownOf(await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash }))
  const payment = paid.payments[0]?.id ?? assert.fail()
  const reverse = (actor = governor, change: object = {}) =>
    reversePayment(payments, { requestId: till.id(), actor, subject, payment, reason: 'typed twice', ...change })
  assert.equal(codeOf(await reverse(cashier)), 'authority.role')
  const own = till.charge()
  const taken = shownOf(await takeCash(payments, { requestId: till.id(), actor: both, subject: own, ...cash })).payments[0]?.id
  assert.equal(codeOf(await reverse(both, { subject: own, payment: taken })), 'authority.same-hands')
  assert.equal(codeOf(await reverse(governor, { payment: '01980000-0000-7000-8000-00000000dead' })), 'payment.not-found')
  const answers = await ten(() => reverse())
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  for (const answer of answers) assert.ok(answer.ok || answer.refusal.code === 'payment.already-reversed')
  const shown = shownOf(await readCharge(payments, cashier, subject))
  assert.deepEqual([shown.state, shown.payments[0]?.reversal?.reason, shown.refunds.length], ['unpaid', 'typed twice', 0])
  assert.ok((await takeCash(payments, { requestId: till.id(), actor: second, subject, ...cash })).ok)
  assert.deepEqual([await count('payment', subject), await count('payment_reversal', subject)], [2, 1])
})

test('a transfer that is reversed is owed back; it goes back once, and not by the hand that decided it', async () => {
  const subject = till.charge()
  const { payload, hash, id } = await till.code(cashier, subject)
  bank.pay(payload)
  await confirmPayment(payments, id, await (payments.gateway ?? assert.fail()).check(hash))
  const [payment] = shownOf(await readCharge(payments, cashier, subject)).payments
  const reversed = shownOf(
    await reversePayment(payments, { requestId: till.id(), actor: both, subject, payment: payment?.id ?? '', reason: 'wrong person' }),
  )
  const refund = reversed.refunds[0]?.id ?? assert.fail()
  const settle = (actor = cashier, more: object = {}) =>
    settleRefund(payments, { requestId: till.id(), actor, subject, refund, how: 'bank', note: 'transfer 77', ...more })
  assert.equal(codeOf(await settle(governor)), 'authority.role')
  assert.equal(codeOf(await settle(both)), 'authority.same-hands')
  assert.equal(codeOf(await settle(cashier, { refund: '01980000-0000-7000-8000-00000000dead' })), 'refund.not-found')
  const answers = await ten(() => settle())
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  assert.equal(codeOf(await settle()), 'refund.done')
  assert.deepEqual(shownOf(await readCharge(payments, cashier, subject)).refunds[0]?.done?.note, 'transfer 77')
  const owed = shownOf(await readCharge(payments, cashier, subject)).payments[0]?.id ?? ''
  assert.equal(
    codeOf(await reversePayment(payments, { requestId: till.id(), actor: governor, subject, payment: owed, reason: 'x' })),
    'payment.already-reversed',
  )
})

test('what is owed back already is not reversed; what follows from a payment may forbid its reversal', async () => {
  const subject = till.charge()
  const { payload, hash, id } = await till.code(cashier, subject)
  bank.pay(payload, { amount: 5 })
  await confirmPayment(payments, id, await (payments.gateway ?? assert.fail()).check(hash))
  const [owed] = shownOf(await readCharge(payments, cashier, subject)).payments
  assert.equal(
    codeOf(await reversePayment(payments, { requestId: till.id(), actor: governor, subject, payment: owed?.id ?? '', reason: 'x' })),
    'payment.owed-back',
  )
  const paid = shownOf(await takeCash(payments, { requestId: till.id(), actor: cashier, subject, ...cash }))
  till.closed.add(subject)
  const refused = await reversePayment(payments, {
    requestId: till.id(),
    actor: governor,
    subject,
    payment: paid.payments.find(({ how }) => how === 'cash')?.id ?? '',
    reason: 'x',
  })
  assert.equal(codeOf(refused), 'charge.closed')
  assert.equal(shownOf(await readCharge(payments, cashier, subject)).state, 'paid')
})

test('every command left its event, and the events name no one who pays', async () => {
  const { rows } = await till.administrator.query<{ type: string; n: string }>('select type, count(*) as n from event group by type')
  const types = rows.map(({ type }) => type)
  for (const type of ['PaymentRequested', 'PaymentTaken', 'TransferReceived', 'PaymentReversed', 'RefundSettled'])
    assert.ok(types.includes(type), type)
  const transfers = await till.administrator.query('select count(*) as n from payment where how = $1', ['khqr'])
  assert.equal(rows.find(({ type }) => type === 'TransferReceived')?.n, transfers.rows[0].n)
})
