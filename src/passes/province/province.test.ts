// Goal: a province sees what its offices have and do, and moves load between them without losing a case, a receipt or a refusal. Method: a whole instance over HTTP; races by doing it ten times at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answered, openDesk, type Who } from '../../app/test-desk.ts'
import { openTestInstance } from '../../app/test-instance.ts'
import { parseInstant } from '../../kernel/time.ts'
import { watchPayments } from '../../payments/watch-payments.ts'
import type { CapacityAnswer, EntriesAnswer, HoursAnswer, MoveAnswer } from './province.api.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00' })
const { get, post, call, id, apply, pay, approve, issue, at } = openDesk(open)
const [malai, hall] = ['KH:0109', 'KH:01']
const officer = at('provincial-officer', hall)
const code = ({ status, body }: Answered) => `${status} ${body['code'] ?? ''}`.trim()
const move = (applications: readonly string[], office = hall, who: Who = officer, requestId: string = id()) =>
  post('/api/v1/application-moves', { requestId, office, applications }, who)
const told = ({ body }: Answered) => body as unknown as MoveAnswer

let person = 200
async function taken(): Promise<string> {
  const applied = await apply({}, malai, person++)
  assert.equal(applied.status, 201, JSON.stringify(applied.body))
  return String(applied.body['id'])
}
async function paid(): Promise<string> {
  const application = await taken()
  assert.equal((await pay(application, malai)).status, 200)
  return application
}
const rowOf = async (application: string) =>
  (await open.administrator.query('select office, state, receipt, reviewing_account from application where id = $1', [application])).rows[0]

test('what may go goes, what may not stays with its reason; the receipt stays what it was', async () => {
  const [waiting, done, plain] = [await paid(), await paid(), await taken()]
  await approve(done, malai)
  const before = await rowOf(waiting)
  const nobody = '01980000-0000-7000-8000-00000000dead'
  const answer = await move([waiting, done, nobody, plain])
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  assert.deepEqual(told(answer), {
    office: hall,
    moved: [waiting, plain],
    refused: [
      { application: done, code: 'application.already-approved' },
      { application: nobody, code: 'application.not-found' },
    ],
  })
  assert.deepEqual(await rowOf(waiting), { ...before, office: hall })
  assert.ok(String(before.receipt).startsWith('KH0109-R'))
  const { rows } = await open.administrator.query("select body->>'from' as f, place from event where type = 'ApplicationMoved' and subject = $1", [
    waiting,
  ])
  assert.deepEqual(rows, [{ f: malai, place: malai }])
})

test('the other office goes on with it, the old one does not see it; the cashier there takes no second fee, and is told so', async () => {
  const application = await paid()
  await move([application])
  assert.equal(code(await get(`/api/v1/applications/${application}`, at('reviewer', malai))), '404 application.not-found')
  assert.equal(code(await pay(application, hall)), '409 charge.already-paid')
  assert.equal((await approve(application, hall)).status, 200)
  const back = await paid()
  await move([back])
  assert.deepEqual(told(await move([back], malai)).moved, [back])
})

test('ten who move one case at once move it once; the same command ten times is answered the same', async () => {
  const application = await paid()
  const answers = (await Promise.all(Array.from({ length: 10 }, () => move([application])))).map(told)
  assert.equal(answers.filter(({ moved }) => moved.length === 1).length, 1)
  assert.deepEqual(new Set(answers.flatMap(({ refused }) => refused.map((each) => each.code))), new Set(['move.same-office']))
  const again = await paid()
  const requestId = id()
  const same = await Promise.all(Array.from({ length: 10 }, () => move([again], hall, officer, requestId)))
  assert.deepEqual(new Set(same.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size, 1)
  assert.deepEqual(told(same[0] ?? assert.fail()).moved, [again])
  assert.equal(code(await move([again], malai, officer, requestId)), '409 request.id-reused')
  const { rows } = await open.administrator.query("select count(*)::int as n from event where type = 'ApplicationMoved' and subject = any($1)", [
    [application, again],
  ])
  assert.equal(rows[0]?.n, 2)
})

test('a move and a decision at one moment: one of them, never both', async () => {
  for (let round = 0; round < 5; round += 1) {
    const application = await paid()
    const [moved, approved] = await Promise.all([move([application]), approve(application, malai)])
    const isMoved = told(moved).moved.length === 1
    assert.deepEqual(isMoved, approved.status !== 200, `${JSON.stringify(moved.body)} ${code(approved)}`)
    assert.equal((await rowOf(application)).office, isMoved ? hall : malai)
  }
})

test('what a reviewer has in hand is not taken away', async () => {
  const reviewed = await paid()
  await post(`/api/v1/applications/${reviewed}/review`, { requestId: id() }, at('reviewer', malai))
  assert.deepEqual(told(await move([reviewed])).refused, [{ application: reviewed, code: 'application.under-review' }])
})

const chargeOf = async (application: string) =>
  (
    await open.administrator.query(
      `select c.office, c.payment is not null as paid, p.office as taken, (select array_agg(r.office || ' ' || r.state order by r.office) from payment_request r where r.subject = c.subject) as codes
       from charge c left join payment p on p.cell = c.cell and p.id = c.payment where c.subject = $1`,
      [application],
    )
  ).rows[0]
const showCode = (application: string, office = malai) =>
  post(`/api/v1/charges/${application}/payment-requests`, { requestId: id() }, at('cashier', office))
const payloadOf = ({ body }: Answered) => (body as unknown as { requests: { payload: string }[] }).requests[0]?.payload ?? assert.fail()

test('what is not paid is owed at the other office; who pays the old code after all has paid, and the money is where the code led', async () => {
  const [cash, late] = [await taken(), await taken()]
  assert.equal((await showCode(cash)).status, 200)
  const old = payloadOf(await showCode(late))
  assert.deepEqual(told(await move([cash, late])).moved, [cash, late])
  assert.deepEqual(await chargeOf(cash), { office: hall, paid: false, taken: null, codes: [`${malai} superseded`] })
  assert.equal(code(await showCode(cash)), '404 charge.not-found')
  assert.equal((await showCode(cash, hall)).status, 200)
  assert.equal((await pay(cash, hall)).status, 200)
  assert.deepEqual(await chargeOf(cash), { office: hall, paid: true, taken: hall, codes: [`${hall} superseded`, `${malai} superseded`] })
  open.instance.cashier.bank?.pay(old)
  await watchPayments(open.instance.cashier.payments)
  assert.deepEqual(await chargeOf(late), { office: malai, paid: true, taken: malai, codes: [`${malai} paid`] })
  assert.match((await rowOf(late)).receipt, /^KH0109-R/)
  assert.equal(code(await pay(late, hall)), '409 charge.already-paid')
})

test('a code made, or cash taken, at the very instant of a move, ten times at once: the charge is where the case is, or where it was paid', async () => {
  const cases = await Promise.all(Array.from({ length: 10 }, taken))
  await Promise.all(cases.flatMap((each, turn) => [turn % 2 ? pay(each, malai) : showCode(each), move([each]), showCode(each), move([each])]))
  for (const each of cases) {
    const { office } = await rowOf(each)
    assert.equal(office, hall)
    const charge = await chargeOf(each)
    if (charge) assert.equal(charge.office, charge.paid ? charge.taken : hall)
    for (const shown of charge?.codes ?? []) assert.equal(shown, `${malai} superseded`)
    assert.equal(code(await pay(each, hall)), charge?.paid ? '409 charge.already-paid' : '200')
  }
})

test('nobody moves what is not theirs, to where it cannot go', async () => {
  const application = await paid()
  assert.equal(code(await move([application], hall, at('governor', malai))), '403 authority.role')
  assert.equal(code(await move([application], 'KH:0201')), '403 authority.place')
  assert.equal(code(await move([application], hall, at('provincial-officer', 'KH:02'))), '403 authority.place')
  const foreign = await move([application], 'KH:02', at('provincial-officer', 'KH:02'))
  assert.deepEqual(told(foreign).refused, [{ application, code: 'application.not-found' }])
  assert.deepEqual(told(await move([application], 'KH:0110')).refused, [{ application, code: 'mandate.area' }])
  assert.equal(code(await move([application], 'KH:0199')), '422 office.unknown')
  for (const body of [{ applications: [] }, { applications: [application, application] }, { applications: ['x'] }, { office: 'KH:9' }, { other: 1 }])
    assert.equal(
      (await post('/api/v1/application-moves', { requestId: id(), office: hall, applications: [application], ...body }, officer)).status,
      400,
    )
  assert.equal((await rowOf(application)).office, malai)
})

const equip = (body: object, who: Who = officer) =>
  post('/api/v1/office-capacity', { requestId: id(), office: malai, from: '2026-11-01', printers: 2, instrument: '12/2026', ...body }, who)
const capacity = async (who: Who = officer, province = hall) => {
  const answer = await get(`/api/v1/office-capacity?province=${province}`, who)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return (answer.body as unknown as CapacityAnswer).offices
}
const ofMalai = async () => (await capacity()).find(({ office }) => office === malai) ?? assert.fail()

test('what an office has: by the paper and the day, the newest of a day, never before its day', async () => {
  assert.equal((await ofMalai()).printers, null)
  await equip({})
  await equip({ from: '2026-11-21', printers: 9 })
  assert.deepEqual([(await ofMalai()).printers?.printers, (await ofMalai()).printers?.instrument], [2, '12/2026'])
  open.clock.now = parseInstant('2026-11-20T08:31:00+07:00') ?? assert.fail()
  const body = { requestId: id(), printers: 3 }
  const ten = await Promise.all(Array.from({ length: 10 }, () => equip(body, at('office-administrator', malai))))
  assert.deepEqual(new Set(ten.map(code)), new Set(['200']))
  assert.equal((await ofMalai()).printers?.printers, 3)
  assert.equal(code(await equip({ ...body, printers: 4 }, at('office-administrator', malai))), '409 request.id-reused')
  const entries = (who: Who) => get(`/api/v1/office-capacity/entries?office=${malai}`, who)
  for (const who of [officer, at('office-administrator', malai)])
    assert.deepEqual(
      ((await entries(who)).body as unknown as EntriesAnswer).map(({ from, printers }) => [from, printers]),
      [
        ['2026-11-21', 9],
        ['2026-11-01', 3],
        ['2026-11-01', 2],
      ],
    )
  assert.equal(code(await entries(at('governor', malai))), '403 authority.role')
  assert.equal(code(await entries(at('office-administrator', 'KH:0102'))), '403 authority.place')
  for (const bad of [
    { printers: -1 },
    { printers: 201 },
    { printers: 1.5 },
    { from: '2026-02-30' },
    { instrument: '' },
    { instrument: 'Sok' },
    { instrument: 'Sok 12' },
  ])
    assert.equal((await equip(bad)).status, 400, JSON.stringify(bad))
  assert.equal(code(await equip({ office: 'KH:0110' }, at('office-administrator', malai))), '403 authority.place')
  assert.equal(code(await equip({}, at('governor', malai))), '403 authority.role')
})

test('staff, who is at work, output by working day and the time to clear what waits', async () => {
  const before = await ofMalai()
  assert.ok(before.staff >= 6, `${before.staff}`)
  assert.ok(before.atWork >= 2 && before.atWork <= before.staff, `${before.atWork}`)
  assert.equal(before.output.length, 10)
  assert.equal(before.output.at(-1)?.day, '2026-11-19')
  assert.equal(before.daysToClear, null, 'nothing was produced')
  open.clock.now = parseInstant('2026-11-18T09:00:00+07:00') ?? assert.fail()
  await issue(person++, malai)
  open.clock.now = parseInstant('2026-11-20T09:00:00+07:00') ?? assert.fail()
  const after = await ofMalai()
  assert.deepEqual(
    after.output.find(({ day }) => day === '2026-11-18'),
    { day: '2026-11-18', issued: 1, produced: 0 },
  )
  assert.equal(after.waiting, before.waiting + 1)
  assert.deepEqual(
    (await capacity(at('governor', malai), malai)).map(({ office }) => office),
    [malai],
  )
  assert.equal(code(await get('/api/v1/office-capacity?province=KH:01', at('governor', malai))), '403 authority.place')
  assert.equal(code(await get('/api/v1/office-capacity?province=KH:01', at('clerk', malai))), '403 authority.role')
})

test('an insider at work at night shows, to those who answer for the office alone', async () => {
  open.clock.now = parseInstant('2026-11-20T02:15:00+07:00') ?? assert.fail()
  await taken()
  await taken()
  open.clock.now = parseInstant('2026-11-20T09:05:00+07:00') ?? assert.fail()
  const hours = async (who: Who, query = `office=${malai}&from=2026-11-18&until=2026-11-20`) => get(`/api/v1/office-hours?${query}`, who)
  for (const who of [officer, at('governor', malai), at('auditor', 'KH'), at('provincial-governor', hall)]) {
    const { hours: seen } = (await hours(who)).body as unknown as HoursAnswer
    const odd = seen.filter((each) => each.odd)
    assert.deepEqual(
      odd.map(({ day, hour, step, n }) => [day, hour, step, n]),
      [['2026-11-20', 2, 'submit', 2]],
      who.role,
    )
    assert.ok(seen.some(({ step, odd: isOdd }) => step === 'sign' && !isOdd))
  }
  assert.equal(code(await hours(at('clerk', malai))), '403 authority.role')
  assert.equal(code(await hours(at('governor', 'KH:0110'))), '403 authority.place')
  for (const bad of ['from=2026-11-20&until=2026-11-18', 'from=2026-02-30&until=2026-03-01', 'from=2020-01-01&until=2026-11-20', 'from=2026-11-20'])
    assert.equal((await hours(officer, `office=${malai}&${bad}`)).status, 400, bad)
})

test('what was typed for a correction goes with its case: the office that has it goes on with it, the other one has nothing left of it', async () => {
  const application = await taken()
  const returned = await post(
    `/api/v1/applications/${application}/return`,
    { requestId: id(), reason: 'The name is misspelt' },
    at('reviewer', malai),
  )
  assert.equal(returned.status, 200, JSON.stringify(returned.body))
  const empty = {
    sex: '',
    nationality: '',
    nationalId: '',
    province: '',
    district: '',
    address: '',
    guardian: '',
    familyBook: '',
    replaces: '',
    cause: '',
  }
  const more = { papers: '', livesSince: '', proofDate: '', mobile: '', mobileConsent: '', localName: '', givenName: '', birthDate: '' }
  const save = (office: string, version: number, familyName: string) =>
    call('PUT', `/api/v1/drafts/${application}`, {
      who: at('clerk', office),
      body: { office, version, body: { ...empty, ...more, familyName, madeUp: true }, photo: null },
    })
  assert.equal((await save(malai, 0, 'TYPED')).status, 200)
  assert.deepEqual(told(await move([application])).moved, [application])
  const read = (office: string) => get(`/api/v1/drafts/${application}`, at('clerk', office))
  assert.equal(((await read(hall)).body['body'] as { familyName: string }).familyName, 'TYPED')
  assert.deepEqual([code(await read(malai)), code(await save(malai, 1, 'LATE'))], ['404 draft.not-found', '404 draft.not-found'])
  assert.equal((await save(hall, 1, 'GOES ON')).status, 200)
})
