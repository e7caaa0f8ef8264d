// Goal: a holder extends a pass from the phone: one press is one case of the desk's own kind, paid and finished like any other; nobody else begins anything or learns anything. Method: a whole instance with the made-up bank; ten at once; every refusal; wrong proofs; the database's functions asked past the program.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { epochMs, instantOfMs } from '../kernel/time.ts'
import { numberOf } from '../passes/follow-number.rules.ts'
import { watchPayments } from '../payments/watch-payments.ts'
import { inTransaction } from '../platform/database.ts'
import { asResident } from './portal-services.ts'
import { anyAddress, openResident } from './test-resident.ts'

const { open, desk, send, apply, follow, leaveWritings } = await openResident()
const office = 'KH:0109'
const bank = open.instance.cashier.bank ?? assert.fail('the demonstration has a bank')
type Known = { readonly number: string; readonly birthDate: string }
type Told = { possible: boolean; newLastDay: string | null; refused: { code: string; about?: object } | null; begun: string | null }

/** Somebody with a pass in the hand, and what they know. */
async function holderOf(index: number) {
  const mine = await apply(index)
  await desk.pay(mine.id)
  await desk.approve(mine.id)
  await desk.sign([mine.id])
  const { rows } = await open.administrator.query<{ number: string }>('select pass_number as number from application where id = $1', [mine.id])
  const pass = rows[0]?.number ?? assert.fail()
  await open.administrator.query("update application set state = 'collected', collected_at = signed_at where id = $1", [mine.id])
  await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [pass])
  return { ...mine, pass }
}
const extend = ({ number, birthDate }: Known, { requestId = desk.id() as string, from = anyAddress() } = {}) =>
  send('follow/extension', { number, birthDate, requestId }, from)
const told = async (known: Known) => ((await follow(known)).body['pass'] as { extension: Told }).extension
const casesOf = async (pass: string) =>
  (
    await open.administrator.query(
      `select a.id, a.kind, a.state, a.office, a.fee_amount, a.fee_currency, a.fee_rule, a.taken_by, a.papers, a.follow_number,
         encode(sha256(f.portrait), 'hex') as face, encode(sha256(f.chip), 'hex') as chip
       from application a join photo f on f.cell = a.cell and f.id = a.photo_id where a.subject_pass = $1`,
      [pass],
    )
  ).rows
async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
  const before = open.clock.now
  open.clock.now = instantOfMs(epochMs(before) + days * 86_400_000)
  try {
    return await work()
  } finally {
    open.clock.now = before
  }
}

test('one button, from the days left to the new page in the booklet: the desk’s case, its price by KHQR, its queue, its hands', async () => {
  const mine = await holderOf(201)
  assert.deepEqual([(await told(mine)).possible, (await told(mine)).refused], [true, null])
  const begun = await extend(mine)
  assert.equal(begun.status, 201, begun.text)
  assert.deepEqual(Object.keys(begun.body), ['number'])
  const known = { number: String(begun.body['number']), birthDate: mine.birthDate }
  const [made, ...others] = await casesOf(mine.pass)
  const [first] = (
    await open.administrator.query(
      "select encode(sha256(f.portrait), 'hex') as face, encode(sha256(f.chip), 'hex') as chip from photo f join application a on a.photo_id = f.id where a.id = $1",
      [mine.id],
    )
  ).rows
  assert.deepEqual(others, [])
  assert.deepEqual(
    { ...made },
    {
      ...first,
      id: made.id,
      kind: 'extension',
      state: 'submitted',
      office,
      fee_amount: 10_000,
      fee_currency: 'KHR',
      fee_rule: 'kh/one-year-extension',
      taken_by: 'holder',
      papers: [],
      follow_number: known.number,
    },
  )
  // The page of the old number leads to it; its own page is a case like any other.
  assert.deepEqual([(await told(mine)).begun, (await told(mine)).refused?.code], [known.number, 'applicant.has-open-application'])
  const unpaid = await follow(known)
  assert.deepEqual([unpaid.body['stage'], unpaid.body['kind'], unpaid.body['payable']], ['to-pay', 'extension', true])
  const code = await send('follow/payment', { ...known, requestId: desk.id() })
  assert.deepEqual([code.body['amount'], code.body['currency'], code.body['how']], [10_000, 'KHR', 'khqr'])
  bank.pay(String(code.body['payload']))
  await watchPayments(open.instance.cashier.payments)
  const paid = await follow(known)
  // Friday 20 November; the Water Festival is 23 to 25 November.
  assert.deepEqual([paid.body['stage'], paid.body['dueOn']], ['examined', '2026-12-02'])
  assert.match(String(paid.body['receipt']), /^KH0109-R\d{6}$/)
  const reviewer = desk.at('reviewer', office)
  const queue = (await desk.get(`/api/v1/applications?office=${office}`, reviewer)).body as unknown as Record<string, unknown>[]
  const queued = queue.find(({ id }) => id === made.id) ?? assert.fail()
  const flags = (queued['flags'] as { code: string; about: object }[]).filter(({ code: flag }) => flag !== 'unusual-rate')
  assert.deepEqual(flags, [
    { code: 'papers-not-seen', about: { papers: 'border-pass' } },
    { code: 'begun-by-phone', about: {} },
  ])
  assert.deepEqual([queued['kind'], queued['dueOn'], (queued['hands'] as { takenBy: string }).takenBy], ['extension', '2026-12-02', 'holder'])
  assert.equal((await desk.approve(made.id)).status, 200)
  assert.ok((await desk.sign([made.id])).status < 300)
  const done = (await follow(known)).body
  assert.deepEqual([done['stage'], (done['pass'] as { lastDay: string }).lastDay], ['printed', '2029-11-19'])
  const pass = (await desk.get(`/api/v1/passes/${mine.pass}`, desk.at('governor', office))).body
  const step = (name: string, body: object) =>
    desk.post(`/api/v1/applications/${made.id}/${name}`, { requestId: desk.id(), ...body }, desk.at('printer', office))
  assert.equal((await step('production', { booklet: null, scanned: pass['qrText'] })).body['state'], 'produced')
  const { rows } = await open.administrator.query("select actor, place from event where subject = $1 and type = 'ApplicationSubmitted'", [made.id])
  assert.deepEqual(rows, [{ actor: 'holder', place: office }])
  const counted = await open.administrator.query("select 1 from staff_count_hour where account = 'holder'")
  assert.equal(counted.rowCount, 0, 'nobody’s work at the desk')
})

test('ten at once are one case: the same command is answered ten times, ten commands are begun once and refused nine times', async () => {
  const [slow, nervous] = [await holderOf(202), await holderOf(203)]
  const requestId = desk.id()
  const same = await Promise.all(Array.from({ length: 10 }, () => extend(slow, { requestId })))
  assert.equal(new Set(same.map(({ text }) => text)).size, 1, same.map(({ text }) => text).join('\n'))
  assert.equal(same[0]?.status, 201)
  assert.equal((await casesOf(slow.pass)).length, 1)
  const each = await Promise.all(Array.from({ length: 10 }, () => extend(nervous)))
  const codes = each.map(({ status, body }) => (status === 201 ? 'begun' : String(body['code'])))
  assert.deepEqual(codes.toSorted(), [...Array(9).fill('applicant.has-open-application'), 'begun'])
  assert.equal((await casesOf(nervous.pass)).length, 1)
  assert.equal((await extend(nervous, { requestId })).body['code'], 'request.id-reused', 'an id of somebody else’s command')
})

test('the desk and the phone at the same instant make one case', async () => {
  const mine = await holderOf(204)
  const asked = { ...(await desk.request({}, office, 204)), extends: { number: mine.pass } }
  const both = await Promise.all([
    ...Array.from({ length: 5 }, () => extend(mine)),
    ...Array.from({ length: 5 }, () => desk.post('/api/v1/applications', { ...asked, requestId: desk.id() }, desk.at('clerk', office))),
  ])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted(),
    [201, ...Array(9).fill(409)],
    both.map(({ body }) => JSON.stringify(body['code'])).join(),
  )
  assert.equal((await casesOf(mine.pass)).length, 1)
})

test('an unknown number, a wrong birth date, a case without a pass: one and the same answer, and nothing is made', async () => {
  const mine = await holderOf(205)
  const fresh = await apply(206)
  const answers = [
    await extend({ number: numberOf('follow', 0.123), birthDate: mine.birthDate }),
    await extend({ number: mine.number, birthDate: '1991-01-02' }),
    await extend({ number: mine.number, birthDate: fresh.birthDate }),
    await extend(fresh),
  ]
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))].length, 1, answers.map(({ text }) => text).join('\n'))
  assert.deepEqual([answers[0]?.status, answers[0]?.body['code']], [404, 'follow.unknown'])
  assert.deepEqual(await casesOf(mine.pass), [])
  assert.equal((await follow(fresh)).body['pass'], null)
})

const refusals: [name: string, state: string | null, days: number, code: string][] = [
  ['suspended, as a lost one is', 'suspended', 0, 'extension.suspended'],
  ['revoked', 'revoked', 0, 'pass.not-active'],
  ['replaced', 'replaced', 0, 'pass.not-active'],
  ['the office has its days, to the last', null, 723, ''],
  ['the office has too few days left', null, 728, 'extension.little-time'],
  ['on the last day', null, 730, 'extension.little-time'],
  ['the day after the last', null, 731, 'extension.too-late'],
]
test('why not, by one rule: what the page tells before is what the command answers, and nothing is made', async () => {
  const mine = await holderOf(207)
  for (const [name, state, days, code] of refusals) {
    if (state) await open.administrator.query('update pass set state = $1 where number = $2', [state, mine.pass])
    await later(days, async () => {
      const { possible, refused } = await told(mine)
      assert.deepEqual([possible, refused?.code ?? ''], [code === '', code], name)
      if (code === '') return
      const said = await extend(mine)
      assert.deepEqual([said.status, said.body['code']], [409, code], name)
      assert.deepEqual(said.body['about'] ?? undefined, refused?.about, name)
    })
    await open.administrator.query("update pass set state = 'active' where number = $1", [mine.pass])
  }
  assert.deepEqual(await casesOf(mine.pass), [])
})

test('a withdrawn one can be begun anew, by its own number as well', async () => {
  const mine = await holderOf(208)
  const first = { number: String((await extend(mine)).body['number']), birthDate: mine.birthDate }
  const [made] = await casesOf(mine.pass)
  const withdrawal = { requestId: desk.id(), reason: 'x' }
  assert.equal((await desk.post(`/api/v1/applications/${made.id}/withdrawal`, withdrawal, desk.at('clerk', office))).status, 200)
  const again = await extend(first)
  assert.equal(again.status, 201, again.text)
  assert.notEqual(again.body['number'], first.number)
})

test('a writing is counted for holders alone, and counted out, the same one sent again too', async () => {
  const [mine, from] = [await holderOf(209), anyAddress()]
  const times = (n: number, one: () => ReturnType<typeof extend>) => Promise.all(Array.from({ length: n }, one))
  const requestId = desk.id()
  // One first, so that its guesses are given back before the others come.
  const said = [await extend(mine, { requestId, from })]
  await leaveWritings(from, 3)
  const wrong = await times(5, () => extend({ number: mine.number, birthDate: '1991-01-02' }, { from }))
  assert.deepEqual([...new Set(wrong.map(({ status }) => status))], [404])
  said.push(...(await times(4, () => extend(mine, { requestId, from }))))
  const statuses = said.map(({ status }) => status)
  assert.deepEqual([statuses.filter((status) => status === 201).length, statuses.filter((status) => status === 429).length], [4, 1])
})

test('the database alone begins nothing without the day, and only what the holder may begin', async () => {
  const mine = await holderOf(210)
  const { portal } = open.instance
  const ask = (work: Parameters<typeof inTransaction<unknown>>[2]) => inTransaction(portal.database, asResident(portal), work)
  const subject = async (born: string | null, number = mine.number) =>
    ask(async (tx) => (await sql`select * from extension_subject(${number}, ${born})`.execute(tx)).rows)
  assert.equal(((await subject(mine.birthDate)) as object[]).length, 1)
  const row = JSON.stringify(await subject(mine.birthDate))
  for (const secret of [mine.person.national_id, mine.person.local_name, mine.person.family_name]) assert.ok(!row.includes(secret))
  for (const [born, number] of [['1991-01-02'], [null], [mine.birthDate, '%'], [mine.birthDate, `${mine.number} `]] as const)
    assert.deepEqual(await subject(born ?? null, number), [])
  const begin = (born: string) => () =>
    ask((tx) =>
      sql`select begin_extension(${mine.number}, ${born}, gen_random_uuid(), gen_random_uuid(), ${numberOf('follow', 0.4)}, now(), 1, 'KHR', 'kh/one-year-extension')`.execute(
        tx,
      ),
    )
  await assert.rejects(begin('1991-01-02'), /no pass to extend/)
  await open.administrator.query("update pass set state = 'suspended' where number = $1", [mine.pass])
  await assert.rejects(begin(mine.birthDate), /no pass to extend/)
  for (const table of ['application', 'pass', 'photo'])
    assert.equal(
      (await ask(async (tx) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n)) as number,
      0,
    )
  await assert.rejects(
    ask((tx) => sql`insert into follow_number (number, cell, application) values (${numberOf('follow', 0.5)}, 1, gen_random_uuid())`.execute(tx)),
  )
})

const bad: [name: string, change: object, status: number, code: string][] = [
  ['a slip in the number', { number: '1234567890' }, 422, 'follow.number'],
  ['no number', { number: '' }, 400, 'request.malformed'],
  ['a pass’s number', { number: 'KH0109000001' }, 422, 'follow.number'],
  ['NUL', { number: '1\u0000' }, 400, 'request.malformed'],
  ['30 February', { birthDate: '30/2/1990' }, 422, 'applicant.birth-date'],
  ['no command id', { requestId: 'x' }, 400, 'request.malformed'],
  ['a price of one’s own', { amount: 1 }, 400, 'request.malformed'],
  ['an office of one’s own', { office: 'KH:0110' }, 400, 'request.malformed'],
]
const victim = await holderOf(211)
for (const [name, change, status, code] of bad)
  test(`bad input: ${name}`, async () => {
    const said = await send('follow/extension', { number: victim.number, birthDate: victim.birthDate, requestId: desk.id(), ...change })
    assert.deepEqual([said.status, said.body['code']], [status, code], said.text)
    assert.deepEqual(await casesOf(victim.pass), [])
  })

test('a Buddhist year and Khmer digits are the same holder', async () => {
  const [year = 0, month = 0, dayOf = 0] = victim.birthDate.split('-').map(Number)
  const number = victim.number.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)))
  assert.equal((await extend({ number, birthDate: `${dayOf}/${month}/${year + 543}` })).status, 201)
})
