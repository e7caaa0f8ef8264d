// Goal: a PromptPay bill is paid when a Thai bank says so whole and about this very reference, and by nothing else it says. Method: the gateway against the made-up bank on loopback, each manner once; the answer's reader with every odd field.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '../../kernel/code.ts'
import { type Instant, instantOfMs } from '../../kernel/time.ts'
import { readPromptPay } from '../promptpay.rules.ts'
import { billWordOf, daysToAsk } from './bill-answer.rules.ts'
import { type Manner, openMadeUpBank } from './made-up-bank.ts'
import { promptPayGateway } from './promptpay-gateway.ts'

const office = 'TH:2701' as AreaCode
const billerId = '000000000002701'
const clock = { now: Date.UTC(2026, 10, 20, 1, 30) }
const bank = await openMadeUpBank({ now: () => clock.now })
after(() => bank.close())
/** Patient enough for a machine that is busy; only a bank that is too slow is met with less. */
const open = (token = () => bank.token, patienceMs = 20_000) =>
  promptPayGateway({
    url: bank.url,
    token,
    client: 'test',
    billers: new Map([[office, billerId]]),
    now: () => clock.now,
    limits: { patienceMs, bytesMax: 2_000 },
  })
const gateway = open()
const hasty = open(() => bank.token, 50)

function code(amount = 200) {
  clock.now += 1
  const made = gateway.create({
    office,
    money: { amount, currency: 'THB' },
    billNumber: 'TH2701-0123456789ab',
    createdMs: clock.now,
    expiresMs: clock.now + 900_000,
  })
  assert.ok(made?.ok, JSON.stringify(made))
  return { ...made.value, madeAt: instantOfMs(clock.now) }
}

test('a good bank: unpaid, then paid, with everything it says; two codes of one charge are two bills', async () => {
  const [one, other] = [code(), code()]
  assert.deepEqual([one.account, one.hash.length, one.hash === other.hash], [billerId, 32, false])
  assert.deepEqual(await gateway.check(one.hash, one), { state: 'unpaid' })
  const { hash: reference } = bank.pay(one.payload)
  const paid = { state: 'paid', amount: 200, currency: 'THB', at: instantOfMs(clock.now), reference, to: billerId }
  assert.deepEqual(await gateway.check(one.hash, one), paid)
  const second = bank.pay(one.payload, { createdDateMs: clock.now + 1000 })
  const also = [{ ...paid, at: instantOfMs(clock.now + 1000), reference: second.hash }]
  assert.deepEqual(await gateway.check(one.hash, one), { ...paid, also }, 'paid twice: the first, and with it the other')
  assert.deepEqual(await gateway.check(other.hash, other), { state: 'unpaid' })
})

test('paid after midnight: each day since it was shown is asked', async () => {
  const shown = code()
  clock.now += 26 * 3_600_000
  bank.pay(shown.payload)
  assert.equal((await gateway.check(shown.hash, shown)).state, 'paid')
  clock.now += 24 * 3_600_000
  const other = bank.pay(shown.payload).hash
  const word = await gateway.check(shown.hash, shown)
  assert.deepEqual(word.state === 'paid' && word.also?.map(({ reference }) => reference), [other], 'once more, on a third day')
  bank.behave(shown.hash, { is: 'truth' }, { is: 'truth' }, { is: 'status', status: 500 })
  const first = await gateway.check(shown.hash, shown)
  assert.deepEqual([first.state, 'also' in first], ['paid', false], 'what a day said stands, although the bank fell ill on the next')
  assert.deepEqual(daysToAsk('2026-11-20T16:59:59.999Z' as Instant, '2026-11-20T17:00:00.000Z' as Instant), ['2026-11-20', '2026-11-21'])
  assert.equal(daysToAsk('2026-01-01T00:00:00.000Z' as Instant, '2026-11-20T17:00:00.000Z' as Instant).length, 10)
  assert.deepEqual(daysToAsk('2026-11-22T00:00:00.000Z' as Instant, '2026-11-20T17:00:00.000Z' as Instant), [])
})

test('no code for an office without a biller, in another currency, or without a price; no look-up without the code', async () => {
  const request = {
    office,
    money: { amount: 200, currency: 'THB' as const },
    billNumber: 'TH2701-0123456789ab',
    createdMs: clock.now,
    expiresMs: clock.now + 1,
  }
  assert.deepEqual([gateway.serves(office), gateway.serves('TH:2702' as AreaCode)], [true, false])
  assert.equal(gateway.create({ ...request, office: 'TH:2702' as AreaCode }), undefined)
  assert.equal(gateway.create({ ...request, money: { amount: 200, currency: 'KHR' } }), undefined)
  assert.deepEqual(gateway.create({ ...request, money: { amount: 0, currency: 'THB' } }), { ok: false, fault: 'amount', tag: '54' })
  assert.deepEqual(await gateway.check('0'.repeat(32)), { state: 'unknown', why: 'code' })
  assert.deepEqual(await gateway.check('0'.repeat(32), { payload: 'x', madeAt: instantOfMs(clock.now) }), { state: 'unknown', why: 'code' })
})

const manners: [name: string, manner: Manner, word: object][] = [
  ['too slow', { is: 'slow', ms: 2_000 }, { state: 'unavailable', why: 'timeout' }],
  ['a fault of its own', { is: 'status', status: 500 }, { state: 'unavailable', why: 'status 500' }],
  ['asked too often', { is: 'status', status: 429 }, { state: 'unavailable', why: 'status 429' }],
  ['hangs up', { is: 'hang-up' }, { state: 'unavailable', why: 'unreachable' }],
  ['sends us elsewhere', { is: 'redirect', to: 'https://elsewhere.example/' }, { state: 'unavailable', why: 'unreachable' }],
  ['a page instead of data', { is: 'raw', body: '<html>Maintenance</html>' }, { state: 'unknown', why: 'form' }],
  ['another code than success', { is: 'raw', body: '{"status":{"code":9503}}' }, { state: 'unavailable', why: 'code 9503' }],
  ['success, and not a word more', { is: 'raw', body: '{"status":{"code":1000}}' }, { state: 'unknown', why: 'data' }],
  ['another reference', { is: 'lie', change: { billPaymentRef1: 'ANOTHER' } }, { state: 'unknown', why: 'reference' }],
  ['an amount as a number', { is: 'lie', change: { amount: 200 } }, { state: 'unknown', why: 'amount' }],
  ['an amount of nothing', { is: 'lie', change: { amount: '0.00' } }, { state: 'unknown', why: 'amount' }],
  ['an amount below nothing', { is: 'lie', change: { amount: '-200.00' } }, { state: 'unknown', why: 'amount' }],
  ['a thousandth of a baht', { is: 'lie', change: { amount: '200.001' } }, { state: 'unknown', why: 'amount' }],
  ['an account of another form', { is: 'lie', change: { payeeProxyId: 'somebody' } }, { state: 'unknown', why: 'account' }],
  ['a currency that we do not know', { is: 'lie', change: { currencyCode: '978' } }, { state: 'unknown', why: 'currency' }],
  ['a currency of another form', { is: 'lie', change: { currencyCode: 'THB' } }, { state: 'unknown', why: 'currency' }],
  ['a transaction without a name', { is: 'lie', change: { transactionId: '' } }, { state: 'unknown', why: 'transaction' }],
  ['a time that is none', { is: 'lie', change: { transactionDateandTime: 'today' } }, { state: 'unknown', why: 'time' }],
]
for (const [name, manner, word] of manners)
  test(`a bank that answers so concludes nothing: ${name}`, async () => {
    const shown = code()
    bank.pay(shown.payload)
    bank.behave(shown.hash, manner, { is: 'truth' })
    assert.deepEqual(await (manner.is === 'slow' ? hasty : gateway).check(shown.hash, shown), word)
    assert.equal((await gateway.check(shown.hash, shown)).state, 'paid', 'asked again, it is itself')
  })

test('lies that are well-formed are passed on as said; a wrong token is no word', async () => {
  const shown = code()
  bank.pay(shown.payload)
  bank.behave(shown.hash, { is: 'lie', change: { amount: '1.00', currencyCode: '840', payeeProxyId: '9'.repeat(15) } }, { is: 'truth' })
  const word = await gateway.check(shown.hash, shown)
  assert.ok(word.state === 'paid')
  assert.deepEqual([word.amount, word.currency, word.to], [1, 'USD', '9'.repeat(15)])
  assert.deepEqual(await open(() => 'another-token').check(shown.hash, shown), { state: 'unavailable', why: 'token' })
  const missing = () => {
    throw new Error('ENOENT')
  }
  assert.deepEqual(await open(missing).check(shown.hash, shown), { state: 'unavailable', why: 'token' })
})

test('property: any answer is read without a throw, and only a whole one says paid; every reference fits the code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, answer) => {
      assert.notEqual(billWordOf(status, answer, 'A').state, 'paid')
      assert.notEqual(billWordOf(status, { status: { code: 1000 }, data: answer }, 'A').state, 'paid')
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 1_600_000_000_000, max: 2_800_000_000_000 }), fc.stringMatching(/^[0-9a-f]{12}$/), (createdMs, tail) => {
      const made = gateway.create({
        office,
        money: { amount: 200, currency: 'THB' },
        billNumber: `TH2701-${tail}`,
        createdMs,
        expiresMs: createdMs + 1,
      })
      assert.ok(made?.ok && readPromptPay(made.value.payload).ok)
    }),
  )
})
