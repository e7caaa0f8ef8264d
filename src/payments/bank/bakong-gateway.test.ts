// Goal: a bank that is late, ill, lying or not the bank at all never makes a payment out of nothing, and never stops the program. Method: the gateway against the made-up bank on loopback, each manner once; the answer's reader with every odd field.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '../../kernel/code.ts'
import { ConfigFault } from '../../platform/config.ts'
import type { KhqrMerchant } from '../khqr.rules.ts'
import { bankWordOf } from './bakong-answer.rules.ts'
import { bakongGateway } from './bakong-gateway.ts'
import { type Manner, openMadeUpBank } from './made-up-bank.ts'
import { readMerchants } from './merchants.ts'

const office = 'KH:0110' as AreaCode
const now = Date.UTC(2026, 10, 20, 1, 30)
const bank = await openMadeUpBank({ now: () => now })
const folder = mkdtempSync(join(tmpdir(), 'spean-bank-'))
after(async () => {
  await bank.close()
  rmSync(folder, { recursive: true, force: true })
})
const merchant: KhqrMerchant = {
  receiver: { kind: 'merchant', account: 'poipet_office@devb', merchantId: 'KH0110', acquiringBank: 'Dev Bank' },
  name: 'Poipet One Window',
  city: 'Poipet',
}
const merchants = new Map([[office, merchant]])
/** Patient enough for a machine that is busy; only a bank that is too slow is met with less. */
const limits = { patienceMs: 20_000, bytesMax: 2_000 }
const gateway = bakongGateway({ url: bank.url, token: () => bank.token, merchants, limits })
const hasty = bakongGateway({ url: bank.url, token: () => bank.token, merchants, limits: { ...limits, patienceMs: 50 } })
let bills = 0
function code(amount = 20_000) {
  bills += 1
  const made = gateway.create({ office, money: { amount, currency: 'KHR' }, billNumber: `B${bills}`, createdMs: now, expiresMs: now + 900_000 })
  assert.ok(made?.ok, JSON.stringify(made))
  return made.value
}

test('a good bank: unpaid, then paid, with everything it says', async () => {
  const { payload, hash, account } = code()
  assert.match(hash, /^[0-9a-f]{32}$/)
  assert.equal(account, 'poipet_office@devb')
  assert.deepEqual(await gateway.check(hash), { state: 'unpaid' })
  const { hash: reference } = bank.pay(payload)
  const paid = { state: 'paid', amount: 20_000, currency: 'KHR', at: '2026-11-20T01:30:00.000Z', reference, to: 'poipet_office@devb' }
  assert.deepEqual(await gateway.check(hash), paid)
  assert.deepEqual(await gateway.check(hash), paid, 'asked again, said again')
})

test('no code for an office without an account, or without a price', () => {
  const request = { money: { amount: 20_000, currency: 'KHR' as const }, billNumber: 'B', createdMs: now, expiresMs: now + 1 }
  assert.equal(gateway.create({ ...request, office: 'KH:0109' as AreaCode }), undefined)
  const nothing = gateway.create({ ...request, office, money: { amount: 0, currency: 'KHR' } })
  assert.deepEqual(nothing, { ok: false, fault: 'amount', tag: '54' })
})

const big = JSON.stringify({ responseCode: 0, filling: 'x'.repeat(3_000) })
const manners: [name: string, manner: Manner, word: object][] = [
  ['too slow', { is: 'slow', ms: 2_000 }, { state: 'unavailable', why: 'timeout' }],
  ['a fault of its own', { is: 'status', status: 500 }, { state: 'unavailable', why: 'status 500' }],
  ['asked too often', { is: 'status', status: 429 }, { state: 'unavailable', why: 'status 429' }],
  ['hangs up', { is: 'hang-up' }, { state: 'unavailable', why: 'unreachable' }],
  ['sends us elsewhere', { is: 'redirect', to: 'https://elsewhere.example/' }, { state: 'unavailable', why: 'unreachable' }],
  ['too long', { is: 'raw', body: big }, { state: 'unavailable', why: 'too-large' }],
  ['a page instead of data', { is: 'raw', body: '<html>Maintenance</html>' }, { state: 'unknown', why: 'form' }],
  ['nothing', { is: 'raw', body: '' }, { state: 'unknown', why: 'form' }],
  ['cut off', { is: 'raw', body: '{"responseCode":0,"data":{"amou' }, { state: 'unknown', why: 'form' }],
  ['paid, and not a word more', { is: 'raw', body: '{"responseCode":0}' }, { state: 'unknown', why: 'data' }],
  ['an amount as text', { is: 'lie', change: { amount: '20000' } }, { state: 'unknown', why: 'amount' }],
  ['an amount below nothing', { is: 'lie', change: { amount: -20_000 } }, { state: 'unknown', why: 'amount' }],
  ['a thousandth of a riel', { is: 'lie', change: { amount: 20_000.001 } }, { state: 'unknown', why: 'amount' }],
  ['no currency', { is: 'lie', change: { currency: null } }, { state: 'unknown', why: 'currency' }],
  ['a reference that is no name', { is: 'lie', change: { hash: '' } }, { state: 'unknown', why: 'hash' }],
  ['a time as text', { is: 'lie', change: { createdDateMs: 'today' } }, { state: 'unknown', why: 'time' }],
  ['a time in seconds', { is: 'lie', change: { createdDateMs: 1_795_134_600 } }, { state: 'unknown', why: 'time' }],
]
for (const [name, manner, word] of manners)
  test(`a bank that answers so concludes nothing: ${name}`, async () => {
    const { payload, hash } = code()
    bank.pay(payload)
    bank.behave(hash, manner, { is: 'truth' })
    assert.deepEqual(await (manner.is === 'slow' ? hasty : gateway).check(hash), word)
    assert.equal((await gateway.check(hash)).state, 'paid', 'asked again, it is itself')
  })

test('lies that are well-formed are passed on as said: what they are worth is decided where the charge is known', async () => {
  const { payload, hash } = code()
  bank.pay(payload)
  bank.behave(hash, { is: 'lie', change: { amount: 1, currency: 'USD', toAccountId: 'somebody@else' } })
  const word = await gateway.check(hash)
  assert.ok(word.state === 'paid')
  assert.deepEqual([word.amount, word.currency, word.to], [1, 'USD', 'somebody@else'])
})

test('answers in another order than the questions reach the right question', async () => {
  const codes = [1, 2, 3, 4].map((thousands) => code(thousands * 1000))
  for (const { payload, hash } of codes) {
    bank.pay(payload)
    bank.behave(hash, { is: 'reorder', questions: codes.length }, { is: 'truth' })
  }
  const words = await Promise.all(codes.map(({ hash }) => gateway.check(hash)))
  assert.deepEqual(
    words.map((word) => word.state === 'paid' && word.amount),
    [1000, 2000, 3000, 4000],
  )
})

test('a wrong token, a closed bank, a token that is just being replaced', async () => {
  const at = (url: string, token: () => string) => bakongGateway({ url, token, merchants, limits }).check('0'.repeat(32))
  assert.deepEqual(await at(bank.url, () => 'another-token'), { state: 'unavailable', why: 'token' })
  const missing = () => {
    throw new Error('ENOENT')
  }
  assert.deepEqual(await at(bank.url, missing), { state: 'unavailable', why: 'token' })
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  assert.deepEqual(await at(`http://127.0.0.1:${port}`, () => bank.token), { state: 'unavailable', why: 'unreachable' })
})

test('property: any answer is read without a throw, and only a whole one says paid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.jsonValue(), (status, answer) => {
      assert.notEqual(bankWordOf(status, answer).state, 'paid')
      assert.notEqual(bankWordOf(status, { responseCode: 0, data: answer }).state, 'paid')
    }),
  )
  const unauthorised = bankWordOf(200, { responseCode: 1, errorCode: 6, data: null })
  assert.deepEqual(unauthorised, { state: 'unavailable', why: 'error 6' }, 'never "unpaid" because we were not served')
})

const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const row = { office: 'KH:0110', account: 'poipet@devb', merchantId: 'KH0110', acquiringBank: 'Dev Bank', name: 'Poipet', city: 'Poipet' }
const refused: [name: string, content: string, says: RegExp][] = [
  ['no JSON', '{', /no JSON/],
  ['empty', '[]', /agreed form/],
  ['a key of no meaning', JSON.stringify([{ ...row, fee: 1 }]), /agreed form/],
  ['no office', JSON.stringify([{ ...row, office: 'Poipet' }]), /no office/],
  ['an office of Thailand', JSON.stringify([{ ...row, office: 'TH:2706' }]), /TH:2706 is no office of KH/],
  ['an office twice', JSON.stringify([row, row]), /twice/],
  ['an account without a bank', JSON.stringify([{ ...row, account: 'poipet' }]), /KH:0110 .*tag 30/],
  ['a name too long', JSON.stringify([{ ...row, name: 'x'.repeat(26) }]), /tag 59/],
]
for (const [name, content, says] of refused)
  test(`a file of accounts is refused at the start: ${name}`, () => {
    const path = file('merchants.json', content)
    assert.throws(
      () => readMerchants(path),
      (error) => error instanceof ConfigFault && says.test(error.message) && !error.message.includes('\n'),
    )
  })
