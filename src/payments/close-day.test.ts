// Goal: a cashier's day is closed once, exactly, explained where it differs; nothing of it changes afterwards, and nothing is counted twice or lost between two closes. Method: a real Postgres under the program's own login, the made-up bank, ten closes at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../identity/actor.rules.ts'
import type { Instant } from '../kernel/time.ts'
import { inTransaction } from '../platform/database.ts'
import { readCharge } from './charge-command.ts'
import { type CloseDay, closeDay } from './close-day.ts'
import type { DayCloseShown } from './day.queries.ts'
import { inNameOf } from './payment-services.ts'
import { reversePayment } from './reverse-payment.ts'
import { settleRefund } from './settle-refund.ts'
import { takeCash } from './take-cash.ts'
import { codeOf, instrument, openTill, poipet, shownOf } from './test-till.ts'
import { watchPayments } from './watch-payments.ts'

const till = await openTill('2026-11-20T01:30:00.000Z' as Instant)
const { bank, clock } = till
const payments = { ...till.payments, splitOn: () => ({ office: 850, province: 150, instrument }) }
const dayMs = 86_400
const cash = { amount: 20_000, currency: 'KHR' }
let nobody = 0
/** A cashier with an empty till. */
const newCashier = () => {
  nobody += 1
  return till.person(`cashier ${nobody}`, 'cashier')
}
const governor = await till.person('governor', 'governor')
async function take(actor: Actor) {
  const subject = till.charge()
  const shown = shownOf(await takeCash(payments, { requestId: till.id(), actor, subject, ...cash }))
  return { subject, payment: shown.payments[0]?.id ?? assert.fail() }
}
async function transfer(actor: Actor, change: object = {}) {
  const subject = till.charge()
  const { payload, hash } = await till.code(actor, subject)
  const { hash: reference } = bank.pay(payload, change)
  await watchPayments(payments)
  return { subject, hash, reference, payment: shownOf(await readCharge(payments, actor, subject)).payments[0]?.id ?? assert.fail() }
}
const close = (actor: Actor, counted: number, change: Partial<CloseDay> = {}) =>
  closeDay(payments, { requestId: till.id(), actor, office: poipet, counted, explanation: null, statement: null, ...change })
const closed = async (...given: Parameters<typeof close>): Promise<DayCloseShown> => {
  const answer = await close(...given)
  return answer.ok ? answer.value : assert.fail(JSON.stringify(answer.refusal))
}
const listOf = (...lines: [reference: string, amount: number][]) => ['reference,amount', ...lines.map((line) => line.join(','))].join('\n')
const nextDay = () => {
  clock.now = till.later(dayMs)
}

test('a day of cash: counted, split 85 to 15, closed; twice the same is once; another count is a mistake', async () => {
  const cashier = await newCashier()
  for (let n = 0; n < 3; n += 1) await take(cashier)
  const day = await closed(cashier, 60_000)
  assert.deepEqual(
    [day.expected, day.counted, day.difference, day.fees, day.officeShare, day.provinceShare, day.lines],
    [60_000, 60_000, 0, 60_000, 51_000, 9_000, 3],
  )
  assert.deepEqual([day.day, day.cashier, day.splitBy], ['2026-11-20', cashier.account, instrument])
  assert.deepEqual(await closed(cashier, 60_000), day)
  assert.equal(codeOf(await close(cashier, 59_000, { explanation: 'another count' })), 'day.already-closed')
  assert.equal(
    codeOf(await close(cashier, 60_000, { statement: 'reference,amount\nabcdefgh,20000\n' })),
    'day.already-closed',
    'a list that nobody matched',
  )
})

test('a close that is sent again after midnight is answered with its own day, and with another count refused; the new day is not closed by it', async () => {
  const cashier = await newCashier()
  await take(cashier)
  const requestId = till.id()
  const day = await closed(cashier, 20_000, { requestId })
  assert.equal(codeOf(await close(cashier, 19_000, { requestId, explanation: 'another count' })), 'request.id-reused')
  nextDay()
  assert.deepEqual(await closed(cashier, 20_000, { requestId }), day)
  await take(cashier)
  assert.deepEqual(await closed(cashier, 20_000, { requestId }), day)
  assert.equal(codeOf(await close(cashier, 40_000, { requestId })), 'request.id-reused')
  assert.notEqual((await closed(cashier, 20_000)).day, day.day)
})

test('ten closes at once, the same or not, are one', async () => {
  const cashier = await newCashier()
  await take(cashier)
  const answers = await Promise.all(Array.from({ length: 10 }, () => close(cashier, 20_000)))
  for (const answer of answers) assert.deepEqual(answer, answers[0])
  assert.ok(answers[0]?.ok)
  const { rows } = await till.administrator.query('select count(*)::int as n from day_close where cashier = $1', [cashier.account])
  assert.equal(rows[0].n, 1)
})

test('what differs is explained, or the day stays open and nothing is kept', async () => {
  const cashier = await newCashier()
  await take(cashier)
  const refused = await close(cashier, 19_000)
  assert.deepEqual(refused.ok || [refused.refusal.code, refused.refusal.about], ['day.not-explained', { expected: 20_000, counted: 19_000, odd: 0 }])
  assert.equal((await till.administrator.query('select 1 from day_close where cashier = $1', [cashier.account])).rowCount, 0)
  const day = await closed(cashier, 19_000, { explanation: 'a torn note was not taken' })
  assert.deepEqual([day.difference, day.explanation, day.fees], [-1_000, 'a torn note was not taken', 20_000])
})

test('who may not close: a governor, another office’s cashier; an empty till', async () => {
  const cashier = await newCashier()
  assert.equal(codeOf(await close(governor, 0)), 'authority.role')
  assert.equal(codeOf(await close(await till.person('of Malai', 'cashier', 'KH:0109'), 0)), 'authority.place')
  assert.equal(codeOf(await close(cashier, 0)), 'day.empty')
  assert.equal(codeOf(await close(cashier, 0, { statement: 'reference;amount' })), 'statement.malformed')
})

test('what comes after a close stands in the next; a reversal on a later day leaves the closed day as it was', async () => {
  const cashier = await newCashier()
  const { subject, payment } = await take(cashier)
  const first = await closed(cashier, 20_000)
  await take(cashier)
  assert.deepEqual(await closed(cashier, 20_000), first, 'the same day again is the same close')
  nextDay()
  assert.ok((await reversePayment(payments, { requestId: till.id(), actor: governor, subject, payment, reason: 'wrong person' })).ok)
  const second = await closed(cashier, 0)
  assert.deepEqual([second.expected, second.fees, second.officeShare + second.provinceShare, second.lines], [0, 0, 0, 2])
  const { rows } = await till.administrator.query('select expected::int, fees::int from day_close where cashier = $1 order by day', [cashier.account])
  assert.deepEqual(rows[0], { expected: 20_000, fees: 20_000 })
  nextDay()
  assert.equal(codeOf(await close(cashier, 0)), 'day.empty', 'nothing is counted twice')
})

test('transfers against the bank’s list: matched, another sum, missing, unknown; the missing waits for the next list', async () => {
  const cashier = await newCashier()
  const [good, byHash, differs, missing] = [await transfer(cashier), await transfer(cashier), await transfer(cashier), await transfer(cashier)]
  assert.equal(codeOf(await close(cashier, 0)), 'day.empty', 'without a list, transfers wait')
  const statement = listOf([good.reference, 20_000], [byHash.hash, 20_000], [differs.reference, 19_000], ['stranger-1', 500])
  assert.equal(codeOf(await close(cashier, 0, { statement })), 'day.not-explained')
  const day = await closed(cashier, 0, { statement, explanation: 'asked the bank, letter 12' })
  const { matched, different, missingAtBank, unknownToUs } = day.statement ?? assert.fail()
  assert.deepEqual(matched.map(({ reference }) => reference).sort(), [good.reference, byHash.reference].sort())
  assert.deepEqual(different, [{ reference: differs.reference, amount: 20_000, bankAmount: 19_000, bankLines: 1 }])
  assert.deepEqual(
    [missingAtBank, unknownToUs],
    [[{ reference: missing.reference, amount: 20_000 }], [{ reference: 'stranger-1', amount: 500, bankLines: 1 }]],
  )
  assert.deepEqual([day.expected, day.fees, day.officeShare, day.provinceShare], [0, 60_000, 51_000, 9_000])
  nextDay()
  const next = await closed(cashier, 0, { statement: listOf([missing.reference, 20_000], [good.reference, 20_000]) })
  assert.deepEqual([next.statement?.matched.length, next.statement?.closedEarlier, next.fees], [1, 1, 20_000])
})

test('a list that names one code twice and takes another back is read; what was closed and is taken back later must be explained', async () => {
  const cashier = await newCashier()
  const [twice, back] = [await transfer(cashier), await transfer(cashier)]
  const lines: [string, number][] = [
    [twice.hash, 20_000],
    [twice.hash, 20_000],
    [back.hash, 20_000],
  ]
  assert.equal(codeOf(await close(cashier, 0, { statement: listOf(...lines) })), 'day.not-explained')
  const day = await closed(cashier, 0, { statement: listOf(...lines), explanation: 'paid twice: the bank gives it back' })
  assert.deepEqual(day.statement?.different, [{ reference: twice.reference, amount: 20_000, bankAmount: 40_000, bankLines: 2 }])
  assert.deepEqual([day.statement?.matched.length, day.fees], [1, 40_000], 'a fee is counted once')
  nextDay()
  await take(cashier)
  const later = listOf([back.hash, 20_000], [back.hash, -20_000], [twice.reference, 20_000])
  assert.equal(codeOf(await close(cashier, 20_000, { statement: later })), 'day.not-explained')
  const next = await closed(cashier, 20_000, { statement: later, explanation: 'the bank took it back, letter 14' })
  assert.deepEqual(next.statement?.changedSince, [{ reference: back.hash, amount: 20_000, bankAmount: 0, bankLines: 2 }])
  assert.deepEqual([next.statement?.closedEarlier, next.fees], [1, 20_000])
})

test('a day that was closed before lists were added up is read as it was kept', async () => {
  const cashier = await newCashier()
  const { reference } = await transfer(cashier)
  await closed(cashier, 0, { statement: listOf([reference, 19_000], ['stranger-2', 500]), explanation: 'x' })
  const old = {
    matched: [],
    different: [{ reference, amount: 20_000, bankAmount: 19_000 }],
    missingAtBank: [],
    unknownToUs: [{ reference: 'stranger-2', amount: 500 }],
    closedEarlier: 0,
  }
  await till.administrator.query('update day_close set statement = $1 where cashier = $2', [JSON.stringify(old), cashier.account])
  const again = await closed(cashier, 0, { explanation: 'x' })
  assert.deepEqual(again.statement, {
    ...old,
    different: [{ ...old.different[0], bankLines: 1 }],
    unknownToUs: [{ ...old.unknownToUs[0], bankLines: 1 }],
    changedSince: [],
  })
})

test('money that is owed back is no fee; given back out of the till, the till holds less', async () => {
  const cashier = await newCashier()
  const wrong = await transfer(cashier, { amount: 5_000 })
  await take(cashier)
  const [refund] = shownOf(await readCharge(payments, cashier, wrong.subject)).refunds
  const settle = {
    requestId: till.id(),
    actor: cashier,
    subject: wrong.subject,
    refund: refund?.id ?? '',
    how: 'cash' as const,
    note: 'to the payer, signed',
  }
  assert.ok((await settleRefund(payments, settle)).ok)
  const day = await closed(cashier, 15_000, { statement: listOf([wrong.reference, 5_000]) })
  assert.deepEqual([day.expected, day.fees, day.lines], [15_000, 20_000, 3])
})

test('a transfer that was closed and reversed later takes its fee away in the later close', async () => {
  const cashier = await newCashier()
  const { subject, reference, payment } = await transfer(cashier)
  assert.equal((await closed(cashier, 0, { statement: listOf([reference, 20_000]) })).fees, 20_000)
  nextDay()
  assert.ok((await reversePayment(payments, { requestId: till.id(), actor: governor, subject, payment, reason: 'paid for the wrong case' })).ok)
  const later = await closed(cashier, 0, { statement: listOf() })
  assert.deepEqual([later.expected, later.fees, later.provinceShare], [0, -20_000, -3_000])
})

test('two cashiers with the same list at once: each transfer stands in one close', async () => {
  const [one, other] = [await newCashier(), await newCashier()]
  const { reference } = await transfer(one)
  await take(one)
  await take(other)
  const statement = listOf([reference, 20_000])
  const days = await Promise.all([closed(one, 20_000, { statement }), closed(other, 20_000, { statement })])
  assert.deepEqual(days.map(({ fees }) => fees).sort(), [20_000, 40_000])
})

test('over all closes: lines equal what was paid, reversed and given back, and fees equal the split', async () => {
  const { rows } = await till.administrator.query(
    `select (select count(*)::int from day_close_line group by cell, id having count(*) > 1) as twice,
       (select sum(fees)::int from day_close) as fees, (select sum(office_share + province_share)::int from day_close) as shares,
       (select sum(l.amount)::int from day_close_line l left join payment p on p.id = l.id left join payment_reversal r on r.id = l.id left join payment q on q.id = r.payment
          where coalesce(p.settles, q.settles, false)) as lines`,
  )
  assert.deepEqual([rows[0].twice, rows[0].fees, rows[0].shares], [null, rows[0].lines, rows[0].lines])
})

test('the database refuses a cashier who goes past the check: another’s close, another’s payment, a changed or deleted row', async () => {
  const [mine, theirs] = [await newCashier(), await newCashier()]
  const { payment } = await take(theirs)
  const scope = inNameOf(payments, mine)
  const attempts: [name: string, work: Parameters<typeof inTransaction>[2]][] = [
    [
      'takes in another name',
      (tx) =>
        tx
          .insertInto('payment')
          .columns([
            'cell',
            'id',
            'subject',
            'office',
            'request',
            'how',
            'amount',
            'currency',
            'reference',
            'settles',
            'taken_by',
            'paid_at',
            'recorded_at',
          ])
          .expression((eb) =>
            eb
              .selectFrom('payment')
              .select([
                'cell',
                eb.val('01980000-0000-7000-8000-00000000beef').as('id'),
                'subject',
                'office',
                'request',
                'how',
                'amount',
                'currency',
                'reference',
                'settles',
                'taken_by',
                'paid_at',
                'recorded_at',
              ])
              .where('id', '=', payment),
          )
          .execute(),
    ],
    ['changes an amount', (tx) => tx.updateTable('payment').set({ amount: 1 }).where('id', '=', payment).execute()],
    ['deletes a payment', (tx) => tx.deleteFrom('payment').where('id', '=', payment).execute()],
    ['changes a closed day', (tx) => tx.updateTable('day_close').set({ counted: 0 }).execute()],
    ['deletes a line', (tx) => tx.deleteFrom('day_close_line').execute()],
  ]
  for (const [name, work] of attempts)
    await assert.rejects(inTransaction(payments.database, scope, work), /permission denied|row-level security/, name)
  const foreign = await inTransaction(payments.database, inNameOf(payments, await till.person('of Malai', 'cashier', 'KH:0109')), (tx) =>
    tx.selectFrom('payment').select('id').execute(),
  )
  assert.deepEqual(foreign, [], 'another office sees none')
})
