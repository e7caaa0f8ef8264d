// Goal: a Thai service whose settings name a bank takes PromptPay through its real server, and no bank that is late, ill or lying makes a payment. Method: a service instance on a loopback port, people who enrolled with passkeys in software, and the made-up bank asked over HTTP; each manner once.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Role } from '../identity/authority-lists.rules.ts'
import { cookieOf, enrolWith, invite, newAuthenticator, type TestSignIn } from '../identity/sign-in/test-sign-in.ts'
import type { AreaCode } from '../kernel/code.ts'
import { epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { madeUpPerson } from '../passes/made-up/made-up-person.ts'
import { madeUpPhoto } from '../passes/made-up/made-up-photo.ts'
import { type Manner, openMadeUpBank } from '../payments/bank/made-up-bank.ts'
import { watchPayments } from '../payments/watch-payments.ts'
import { newCommandId } from '../platform/ids.ts'
import { openTestInstance } from './test-instance.ts'

const office = 'TH:2706' as AreaCode
const billerId = '099400016550100'
const folder = mkdtempSync(join(tmpdir(), 'spean-thai-service-'))
const time: { now: () => Instant } = { now: () => '2026-11-20T02:00:00.000Z' as Instant }
const bank = await openMadeUpBank({ now: () => epochMs(time.now()) })
after(async () => {
  await bank.close()
  rmSync(folder, { recursive: true, force: true })
})
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const open = await openTestInstance({
  now: '2026-11-20T09:00:00+07:00',
  state: 'TH',
  mode: 'service',
  listen: true,
  settings: {
    SPEAN_PROMPTPAY_URL: bank.url,
    SPEAN_PROMPTPAY_TOKEN_FILE: file('token', `${bank.token}\n`),
    SPEAN_PROMPTPAY_CLIENT: 'made-up-client',
    SPEAN_BILLERS: file('billers.json', JSON.stringify([{ office, billerId }])),
  },
})
time.now = () => open.clock.now
const { payments, bank: ownBank } = open.instance.cashier
const { origin } = open.instance
const id = () => newCommandId(epochMs(open.clock.now))
const later = (seconds: number) => {
  open.clock.now = instantOfMs(epochMs(open.clock.now) + seconds * 1000)
}

const ask: TestSignIn['ask'] = (method, path, { body, cookie, headers = {} } = {}) =>
  fetch(open.url + path, {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(cookie && { cookie }), origin, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const place = { origin, rpId: 'localhost' }

/** Somebody real: invited, enrolled with a passkey of their own, and given the role. */
async function member(role: Role): Promise<string> {
  const world = { signIn: open.instance.signIn, ask, place } as TestSignIn
  const { account, link } = await invite(world, `Real ${role}`)
  await open.administrator.query(
    "insert into role_grant (id, account, role, place, area, valid_from, granted_by, granted_at) values ($1, $2, $3, $4, $4, '2026-01-01', 'test', $5)",
    [id(), account, role, office, open.clock.now],
  )
  const enrolled = await enrolWith(world, newAuthenticator(), link)
  assert.equal(enrolled.status, 200, await enrolled.clone().text())
  return cookieOf(enrolled)
}
const [clerk, cashier] = [await member('clerk'), await member('cashier')]

type Charge = {
  state: string
  requests: { payload: string; hash: string; how: string; state: string; said: string | null }[]
  payments: { how: string; settles: boolean; reference: string }[]
  refunds: { reason: string; amount: number; state: string }[]
}
async function told<T>(method: 'GET' | 'POST', path: string, cookie: string, body?: object): Promise<T> {
  const answer = await ask(method, path, { cookie, ...(body && { body: { requestId: id(), ...body } }) })
  assert.ok(answer.status < 300, `${path} ${answer.status} ${await answer.clone().text()}`)
  return (await answer.json()) as T
}
const chargeOf = (subject: string) => told<Charge>('GET', `/api/v1/charges/${subject}`, cashier)
const stateOf = async (subject: string) => (await told<{ state: string }>('GET', `/api/v1/applications/${subject}`, cashier)).state

/** Of an office's category, with the right last digit. */
function thaiNumber(index: number): string {
  const twelve = `1270600${String(index).padStart(5, '0')}`
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0)
  return `${twelve}${(11 - (sum % 11)) % 10}`
}
let index = 0
/** A case of a resident, and the code that its payer is shown. */
async function shown(): Promise<{ subject: string; payload: string; hash: string }> {
  index += 2
  const { madeUp: _madeUp, index: _index, state: _state, addressLines: _lines, ...applicant } = madeUpPerson(index, 'TH', office)
  const photo = Buffer.from(await madeUpPhoto(index)).toString('base64')
  const applied = await told<{ id: string }>('POST', '/api/v1/applications', clerk, {
    office,
    photo,
    applicant: { ...applicant, nationalId: thaiNumber(index) },
  })
  const made = await told<Charge>('POST', `/api/v1/charges/${applied.id}/payment-requests`, cashier, {})
  const [request] = made.requests
  assert.equal(request?.how, 'promptpay')
  return { subject: applied.id, payload: request.payload, hash: request.hash }
}

test('nothing is made up: the bank is the one of the settings, and an office that its file does not name takes cash alone', async () => {
  assert.equal(ownBank, undefined)
  assert.equal(((await (await ask('GET', '/api/v1/instance')).json()) as { madeUpBank: boolean }).madeUpBank, false)
  const { gateway } = payments
  assert.deepEqual([gateway?.how, gateway?.serves(office), gateway?.serves('TH:2701' as AreaCode)], ['promptpay', true, false])
  assert.deepEqual(
    gateway?.create({ office, money: { amount: 0, currency: 'THB' }, billNumber: 'B', createdMs: 1, expiresMs: 2 }),
    { ok: false, fault: 'amount', tag: '54' },
    'no sum, no code',
  )
})

test('shown, paid at the bank, seen by the next round: the case is paid; asked again and again it is one payment', async () => {
  const { subject, payload } = await shown()
  const { hash: reference, amount } = bank.pay(payload)
  assert.equal(amount, 200)
  await Promise.all([watchPayments(payments), watchPayments(payments), watchPayments(payments)])
  const charge = await chargeOf(subject)
  assert.deepEqual([charge.state, charge.payments, charge.refunds], ['paid', [{ ...charge.payments[0], reference, settles: true }], []])
  assert.equal(await stateOf(subject), 'paid')
})

test('one code paid twice: one payment, and a task to give the other back', async () => {
  const { subject, payload } = await shown()
  const first = bank.pay(payload, { createdDateMs: epochMs(open.clock.now) - 1000 })
  bank.pay(payload)
  await watchPayments(payments)
  const charge = await chargeOf(subject)
  assert.deepEqual([charge.state, charge.payments.length, charge.payments.find(({ settles }) => settles)?.reference], ['paid', 2, first.hash])
  assert.deepEqual(
    charge.refunds.map(({ reason, amount, state }) => [reason, amount, state]),
    [['second-payment', 200, 'open']],
  )
})

test('many codes at once, answered late and the last first: each case is paid by its own', async () => {
  const codes = [await shown(), await shown(), await shown()]
  for (const { payload, hash } of codes) {
    bank.pay(payload)
    bank.behave(hash, { is: 'reorder', questions: codes.length })
  }
  later(5)
  assert.equal((await watchPayments(payments)).settled, codes.length)
  for (const { subject } of codes) assert.equal((await chargeOf(subject)).state, 'paid')
})

const nothing = { payments: 0, refunds: [] }
const manners: [name: string, manner: Manner, said: RegExp, made: { payments: number; refunds: string[] }][] = [
  ['late', { is: 'slow', ms: 50 }, /^paid$/, { payments: 1, refunds: [] }],
  ['ill', { is: 'status', status: 503 }, /^unavailable: status 503$/, nothing],
  ['does not know us', { is: 'status', status: 401 }, /^unavailable: token$/, nothing],
  ['hangs up', { is: 'hang-up' }, /^unavailable: unreachable$/, nothing],
  ['sends us elsewhere', { is: 'redirect', to: 'http://127.0.0.1:1/' }, /^unavailable: unreachable$/, nothing],
  ['shows a page', { is: 'raw', body: '<html>' }, /^unknown: form$/, nothing],
  ['speaks of another bill', { is: 'lie', change: { billPaymentRef1: 'ANOTHER' } }, /^unknown: reference$/, nothing],
  ['names another account', { is: 'lie', change: { payeeProxyId: '9'.repeat(15) } }, /^other-account$/, nothing],
  ['names a sum of nothing', { is: 'lie', change: { amount: '0.00' } }, /^unknown: amount$/, nothing],
  ['names another sum', { is: 'lie', change: { amount: '1.00' } }, /^paid$/, { payments: 1, refunds: ['wrong-amount'] }],
  ['names another currency', { is: 'lie', change: { currencyCode: '840' } }, /^paid$/, { payments: 1, refunds: ['wrong-currency'] }],
  ['names a currency of nobody', { is: 'lie', change: { currencyCode: '999' } }, /^unknown: currency$/, nothing],
]
for (const [name, manner, said, made] of manners)
  test(`a bank that answers badly: ${name}`, async () => {
    const { subject, payload, hash } = await shown()
    bank.pay(payload)
    bank.behave(hash, manner)
    await watchPayments(payments)
    const charge = await chargeOf(subject)
    assert.match(charge.requests[0]?.said ?? '', said)
    assert.deepEqual([charge.payments.length, charge.refunds.map(({ reason }) => reason)], [made.payments, made.refunds])
    const settles = made.payments === 1 && made.refunds.length === 0
    assert.deepEqual([charge.state, await stateOf(subject)], settles ? ['paid', 'paid'] : ['unpaid', 'submitted'])
  })

test('paid once more on another day, after the case was paid: that is owed back too', async () => {
  const { subject, payload } = await shown()
  bank.pay(payload)
  await watchPayments(payments)
  later(20 * 3600)
  const { hash: reference } = bank.pay(payload)
  await watchPayments(payments)
  await watchPayments(payments)
  const { rows } = await open.administrator.query(
    'select p.reference, r.reason from refund_task r join payment p on p.cell = r.cell and p.id = r.payment where r.subject = $1',
    [subject],
  )
  assert.deepEqual(rows, [{ reference, reason: 'second-payment' }])
})
