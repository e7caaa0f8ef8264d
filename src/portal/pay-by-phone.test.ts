// Goal: a fee is paid from the phone by the same code, charge and payment as at the window, once. Method: a whole instance with the made-up bank; asked ten times at once; paid; wrong proofs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { epochMs, instantOfMs } from '../kernel/time.ts'
import { watchPayments } from '../payments/watch-payments.ts'
import { openResident } from './test-resident.ts'

const { open, desk, send, apply, follow } = await openResident()
const ask = (known: { number: string; birthDate: string }, requestId = desk.id()) =>
  send('follow/payment', { number: known.number, birthDate: known.birthDate, requestId })
const bank = open.instance.cashier.bank ?? assert.fail('the demonstration has a bank')

test('the code of the set price; asked ten times at once it is one; paid, the case goes on and has a receipt', async () => {
  const mine = await apply(61)
  const requestId = desk.id()
  const asked = await Promise.all(Array.from({ length: 10 }, () => ask(mine, requestId)))
  assert.equal(asked[0]?.status, 200, asked.map(({ text }) => text).join())
  assert.equal(new Set(asked.map(({ text }) => text)).size, 1)
  const code = asked[0]?.body ?? {}
  assert.deepEqual([code['amount'], code['currency'], code['how']], [20_000, 'KHR', 'khqr'])
  assert.match(String(code['payload']), /^000201/)
  assert.equal((await ask(mine)).body['payload'], code['payload'], 'one that is still good is shown again')
  // The cashier sees the very same code.
  const charge = (await desk.get(`/api/v1/charges/${mine.id}`, desk.at('cashier', 'KH:0109'))).body as unknown as { requests: { payload: string }[] }
  assert.deepEqual(
    charge.requests.map(({ payload }) => payload),
    [code['payload']],
  )
  bank.pay(String(code['payload']))
  await watchPayments(open.instance.cashier.payments)
  const told = await follow(mine)
  assert.equal(told.body['stage'], 'examined', told.text)
  assert.match(String(told.body['receipt']), /^KH0109-R/)
  assert.equal((await ask(mine)).body['code'], 'charge.already-paid')
  const { rows } = await open.administrator.query("select distinct actor from event where subject = $1 and type = 'PaymentRequested'", [mine.id])
  assert.deepEqual(rows, [{ actor: 'holder' }])
})

test('without the birth date there is no code, and no charge is entered', async () => {
  const mine = await apply(62)
  const said = await ask({ number: mine.number, birthDate: '1991-01-02' })
  assert.deepEqual([said.status, said.body['code']], [404, 'follow.unknown'])
  const { rows } = await open.administrator.query('select count(*)::int as n from charge where subject = $1', [mine.id])
  assert.equal(rows[0]?.n, 0)
})

test('paid in cash meanwhile, withdrawn: nothing is to be paid', async () => {
  const [paid, gone] = [await apply(63), await apply(64)]
  await desk.pay(paid.id)
  assert.equal((await ask(paid)).body['code'], 'charge.already-paid')
  await desk.post(`/api/v1/applications/${gone.id}/withdrawal`, { requestId: desk.id(), reason: 'x' }, desk.at('clerk', 'KH:0109'))
  assert.equal((await ask(gone)).body['code'], 'charge.closed')
})

test('a code that is over is another one when it is asked for again, and each says how long it is good', async () => {
  const mine = await apply(68)
  const [first] = [(await ask(mine)).body]
  assert.equal(first['goodForSeconds'], 900)
  open.clock.now = instantOfMs(epochMs(open.clock.now) + 899_500)
  const last = (await ask(mine)).body
  assert.deepEqual([last['payload'], last['goodForSeconds']], [first['payload'], 0])
  open.clock.now = instantOfMs(epochMs(open.clock.now) + 1_000)
  const next = (await ask(mine)).body
  assert.notEqual(next['payload'], first['payload'])
  assert.equal(next['goodForSeconds'], 900)
})

test('a command’s id of another case is refused', async () => {
  const [one, other] = [await apply(65), await apply(66)]
  const requestId = desk.id()
  assert.equal((await ask(one, requestId)).status, 200)
  assert.equal((await ask(other, requestId)).body['code'], 'request.id-reused')
})

test('the receipt is a file in each language, to whoever knows number and birth date; before it is paid there is none', async () => {
  const mine = await apply(67)
  const { number, birthDate } = mine
  const file = (language: string, payload: object = { number, birthDate }) =>
    open.server.inject({ method: 'POST', url: '/api/v1/follow/receipt', headers: { 'accept-language': language }, payload })
  assert.deepEqual([(await file('en')).statusCode, (await file('en')).json().code], [409, 'application.not-paid'])
  await desk.pay(mine.id)
  const receipt = String((await follow(mine)).body['receipt'])
  const made = await Promise.all(['km', 'th', 'en'].map((language) => file(language)))
  for (const answer of made) {
    assert.deepEqual(
      [answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()],
      [200, 'application/pdf', '%PDF-'],
    )
    assert.equal(answer.headers['content-disposition'], `attachment; filename="${receipt}.pdf"`)
  }
  assert.equal(new Set(made.map(({ payload }) => payload)).size, 3)
  assert.equal((await file('en', { number, birthDate: '1991-01-02' })).json().code, 'follow.unknown')
  for (const bad of [{}, { number }, { number, birthDate, language: 'en' }]) assert.equal((await file('en', bad)).statusCode, 400)
  const asked = (role: 'cashier' | 'clerk', place: string) => async () =>
    open.server.inject({ url: `/api/v1/applications/${mine.id}/receipt.pdf`, headers: { ...(await open.as(role, place)), 'accept-language': 'km' } })
  const cashiers = await asked('cashier', 'KH:0109')()
  assert.deepEqual(cashiers.rawPayload, made[0]?.rawPayload, 'one paper, whoever asks')
  assert.equal((await asked('clerk', 'KH:0110')()).statusCode, 404)
})
