// Goal: a resident follows their own case and nobody else's. Method: a whole instance and its office; numbers tried by the thousand, the database's functions asked past the program, bad input.

import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import { latinDigits } from '../kernel/digits.ts'
import { dayMs, epochMs, type Instant, instantOfMs } from '../kernel/time.ts'
import { numberOf } from '../passes/follow-number.rules.ts'
import { inTransaction } from '../platform/database.ts'
import { reversedNow } from './follow.rules.ts'
import { asResident } from './portal-services.ts'
import { anyAddress, openResident } from './test-resident.ts'

const { open, desk, send, apply, follow } = await openResident({ listen: true })

test('every step in a resident’s words: to pay, examined until a day, to sign, printed with the pass', async () => {
  const mine = await apply(11)
  const first = await follow(mine)
  assert.equal(first.status, 200, first.text)
  assert.deepEqual([first.body['stage'], first.body['paidAt'], first.body['payable'], first.body['dueOn']], ['to-pay', null, true, null])
  assert.deepEqual(first.body['fee'], { amount: 20_000, currency: 'KHR', instrument: 'kh/order-2024-01-01' })
  await desk.pay(mine.id)
  const paid = await follow(mine)
  // Friday 20 November; the Water Festival is 23 to 25 November.
  assert.deepEqual([paid.body['stage'], paid.body['dueOn'], paid.body['late'], paid.body['provisional']], ['examined', '2026-12-02', false, true])
  assert.match(String(paid.body['receipt']), /^KH0109-R\d{6}$/)
  await desk.approve(mine.id)
  assert.equal((await follow(mine)).body['stage'], 'to-sign')
  await desk.sign([mine.id])
  const signed = await follow(mine)
  const pass = signed.body['pass'] as { end: string; lastDay: string; daysLeft: number; extension: Record<string, unknown> }
  assert.equal(signed.body['stage'], 'printed')
  assert.match(pass.end, /^\d{4}$/)
  assert.deepEqual([pass.lastDay, pass.daysLeft], ['2028-11-19', 731])
  assert.deepEqual(pass.extension, {
    possible: true,
    from: '2026-11-20',
    until: '2028-11-19',
    newLastDay: '2029-11-19',
    fee: { amount: 10_000, currency: 'KHR', instrument: 'kh/one-year-extension' },
    instrument: 'kh/one-year-extension',
    refused: null,
    begun: null,
  })
})

test('what is to be corrected and why it was refused are told; what is withdrawn is said', async () => {
  const mine = await apply(12)
  await desk.pay(mine.id)
  const step = (name: string, who: ReturnType<typeof desk.at>, reason: string) =>
    desk.post(`/api/v1/applications/${mine.id}/${name}`, { requestId: desk.id(), reason, ...(name === 'rejection' && { ground: 'address' }) }, who)
  assert.equal((await step('return', desk.at('reviewer', 'KH:0109'), 'The family book is missing')).status, 200)
  const returned = await follow(mine)
  assert.deepEqual([returned.body['stage'], returned.body['reason']], ['to-correct', 'The family book is missing'])
  assert.equal((await step('rejection', desk.at('reviewer', 'KH:0109'), 'Lives elsewhere')).status, 200)
  const refused = await follow(mine)
  assert.deepEqual([refused.body['stage'], refused.body['reason']], ['refused', 'Lives elsewhere'])
})

test('why a case was withdrawn and a payment taken back is told; why it was held back is not', async () => {
  const mine = await apply(16)
  await desk.pay(mine.id)
  const governor = desk.at('governor', 'KH:0109')
  const step = (path: string, reason: string, who = governor) => desk.post(path, { requestId: desk.id(), reason }, who)
  await desk.approve(mine.id)
  assert.equal((await step(`/api/v1/applications/${mine.id}/holding-back`, 'Whose photo is this?')).status, 200)
  const held = await follow(mine)
  assert.deepEqual([held.body['stage'], held.body['reason'], held.body['reversed']], ['examined', null, null])
  const { payments } = (await desk.get(`/api/v1/charges/${mine.id}`, governor)).body as unknown as { payments: { id: string }[] }
  assert.equal((await step(`/api/v1/charges/${mine.id}/payments/${payments[0]?.id}/reversal`, 'Taken for another person')).status, 200)
  const reversed = await follow(mine)
  assert.deepEqual([reversed.body['stage'], reversed.body['reason']], ['to-pay', null])
  const { at, ...told } = reversed.body['reversed'] as { at: string }
  assert.deepEqual(told, { reason: 'Taken for another person', amount: 20_000, currency: 'KHR', isOwed: false })
  await desk.pay(mine.id)
  assert.equal((await follow(mine)).body['reversed'], null)
  assert.equal((await step(`/api/v1/applications/${mine.id}/withdrawal`, 'Asked for by telephone', desk.at('clerk', 'KH:0109'))).status, 200)
  const withdrawn = await follow(mine)
  assert.deepEqual([withdrawn.body['stage'], withdrawn.body['reason']], ['withdrawn', 'Asked for by telephone'])
  const owed = { at: at as Instant, reason: 'The bank took it back', amount: 20_000, currency: 'KHR' }
  assert.equal(reversedNow({ ...owed, isOwed: true }, instantOfMs(epochMs(at as Instant) + dayMs))?.isOwed, true)
  assert.equal(reversedNow({ ...owed, isOwed: false }, instantOfMs(epochMs(at as Instant) + dayMs)), null)
})

test('why a pass is suspended or revoked is told to its holder, and no longer once it is in force again; at the office to whoever decides', async () => {
  const mine = await apply(15)
  await desk.pay(mine.id)
  await desk.approve(mine.id)
  await desk.sign([mine.id])
  const governor = desk.at('governor', 'KH:0109')
  const { passNumber } = (await desk.get(`/api/v1/applications/${mine.id}`, governor)).body
  const step = (name: string, reason: string) => desk.post(`/api/v1/passes/${passNumber}/${name}`, { requestId: desk.id(), reason }, governor)
  const told = async () => {
    const { state, reason } = (await follow(mine)).body['pass'] as { state: string; reason: string | null }
    return [state, reason]
  }
  assert.deepEqual(await told(), ['active', null])
  await step('suspension', 'Found in a market')
  assert.deepEqual(await told(), ['suspended', 'Found in a market'])
  const seenBy = async (role: 'governor' | 'printer') => (await desk.get(`/api/v1/passes/${passNumber}`, desk.at(role, 'KH:0109'))).body
  assert.equal((await seenBy('governor'))['reason'], 'Found in a market')
  const printer = await seenBy('printer')
  assert.deepEqual([printer['reason'], (printer['notShown'] as string[]).includes('reason')], [null, true])
  await step('resumption', 'Fetched by its holder')
  assert.deepEqual(await told(), ['active', null])
  await step('revocation', 'Lent to another')
  assert.deepEqual(await told(), ['revoked', 'Lent to another'])
})

test('late from the day after the due day; a pass runs out by the day', async () => {
  const mine = await apply(13)
  await desk.pay(mine.id)
  const before = open.clock.now
  open.clock.now = instantOfMs(epochMs(before) + 14 * dayMs)
  assert.equal((await follow(mine)).body['late'], true)
  open.clock.now = before
})

test('the birth date is read as people type it; the number in any of three scripts', async () => {
  const mine = await apply(14)
  const [year = 0, month = 0, day = 0] = mine.birthDate.split('-').map(Number)
  const khmer = mine.number.replace(/\d/g, (digit) => String.fromCodePoint(0x17e0 + Number(digit)))
  for (const [number, birthDate] of [
    [mine.number, `${day}/${month}/${year}`],
    [mine.number, `${day}/${month}/${year + 543}`],
    [mine.number, `${year + 543}-${month}-${day}`],
    [khmer, mine.birthDate],
    [`${mine.number.slice(0, 3)} ${mine.number.slice(3, 6)} ${mine.number.slice(6)}`, `${day}.${month}.${year}`],
  ] as const)
    assert.equal((await follow({ number, birthDate })).status, 200, `${number} ${birthDate}`)
  assert.equal(latinDigits(khmer), mine.number)
})

test('an unknown number and a wrong birth date are answered the same, to the letter', async () => {
  const mine = await apply(15)
  const unknown = await follow({ number: numberOf('follow', 0.999), birthDate: mine.birthDate })
  const wrong = await follow({ number: mine.number, birthDate: '1991-01-02' })
  assert.equal(unknown.status, 404)
  assert.equal(unknown.body['code'], 'follow.unknown')
  assert.equal(wrong.text, unknown.text)
})

test('an answer holds no name, no identity number, no whole pass number, no id', async () => {
  const mine = await apply(16)
  const { text } = await follow(mine)
  for (const secret of [mine.id, mine.birthDate, mine.person.national_id, mine.person.local_name, mine.person.family_name])
    assert.ok(!text.includes(secret))
})

test('the database alone: in the portal’s own name no row of any person or case is seen, and the functions tell nothing without the day', async () => {
  const mine = await apply(17)
  const { portal } = open.instance
  await inTransaction(portal.database, asResident(portal), async (tx) => {
    for (const table of [
      'person',
      'person_key',
      'application',
      'pass',
      'pass_number',
      'photo',
      'application_draft',
      'lost_report',
      'complaint',
      'charge',
      'event',
    ])
      assert.equal((await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)).rows[0]?.n, 0, table)
    const cases = async (born: string | null, number = mine.number) =>
      (await sql`select * from follow_case(${number}, ${born})`.execute(tx)).rows.length
    assert.equal(await cases(mine.birthDate), 1)
    assert.equal(await cases('1991-01-02'), 0)
    assert.equal(await cases(null), 0)
    for (const number of ['%', '', `${mine.number} `, '1%']) assert.equal(await cases(mine.birthDate, number), 0)
    const charges = await sql<{ id: string | null }>`select follow_charge(${mine.number}, '1991-01-02') as id`.execute(tx)
    assert.equal(charges.rows[0]?.id, null)
  })
  await assert.rejects(
    inTransaction(portal.database, asResident(portal), (tx) => sql`select number from follow_number`.execute(tx)),
    /permission denied/,
  )
  await assert.rejects(
    inTransaction(portal.database, asResident(portal), (tx) => sql`select * from followed(${mine.number}, ${mine.birthDate})`.execute(tx)),
    /permission denied/,
  )
})

test('erased people have no birthday to guess', async () => {
  const mine = await apply(18)
  const erase = "update person set national_id = '—', birth_date = '1900-01-01' where id = (select person_id from application where id = $1)"
  await open.administrator.query(erase, [mine.id])
  assert.equal((await follow({ number: mine.number, birthDate: '1900-01-01' })).body['code'], 'follow.unknown')
})

test('a thousand numbers from one address are thirty tried; another address is not kept out', async () => {
  const [from, mine] = [anyAddress(), await apply(19)]
  const codes: unknown[] = []
  for (let round = 0; round < 20; round += 1)
    codes.push(
      ...(
        await Promise.all(
          Array.from({ length: 50 }, (_, i) => follow({ number: numberOf('follow', (round * 50 + i) / 1000), birthDate: '1990-01-01' }, from)),
        )
      ).map(({ body }) => body['code']),
    )
  assert.equal(codes.filter((code) => code === 'follow.unknown').length, 30)
  assert.equal(codes.filter((code) => code === 'portal.too-many').length, 970)
  assert.equal((await follow(mine, from)).status, 429)
  assert.equal((await follow(mine)).status, 200)
})

test('the days of one number are not tried from many addresses, all at once or not', async () => {
  const mine = await apply(20)
  const tried = await Promise.all(
    Array.from({ length: 60 }, (_, i) => follow({ number: mine.number, birthDate: `1990-01-${String((i % 28) + 1).padStart(2, '0')}` })),
  )
  assert.equal(tried.filter(({ status }) => status === 404).length, 10)
  assert.equal(tried.filter(({ status }) => status === 429).length, 50)
  assert.ok(tried.every(({ body }) => body['code'] !== 'portal.too-many' || Number((body['about'] as { seconds: number }).seconds) > 0))
})

test('whoever is right may look as often as they like, within the minute’s limit', async () => {
  const [from, mine] = [anyAddress(), await apply(21)]
  for (let round = 0; round < 8; round += 1)
    for (const { status } of await Promise.all(Array.from({ length: 5 }, () => follow(mine, from)))) assert.equal(status, 200)
})

const bad: [name: string, body: unknown, status: number, code: string][] = [
  ['nothing', {}, 400, 'request.malformed'],
  ['no day', { number: '1234567890' }, 400, 'request.malformed'],
  ['a slip of the finger', { number: '1234567890', birthDate: '1990-01-01' }, 422, 'follow.number'],
  ['a UUID', { number: '01980000-0000-7000-8000-00000000dead', birthDate: '1990-01-01' }, 422, 'follow.number'],
  ['NUL', { number: '123\u00004567890', birthDate: '1990-01-01' }, 400, 'request.malformed'],
  ['half a character', '{"number":"\\ud800","birthDate":"1990-01-01"}', 400, 'request.malformed'],
  ['bidi', { number: '\u202e1234567890', birthDate: '1990-01-01' }, 422, 'follow.number'],
  ['30 February', { number: numberOf('follow', 0.5), birthDate: '1990-02-30' }, 422, 'applicant.birth-date'],
  ['29 February of no leap year, Buddhist era', { number: numberOf('follow', 0.5), birthDate: '29/2/2544' }, 422, 'applicant.birth-date'],
  ['a formula for a day', { number: numberOf('follow', 0.5), birthDate: '=1+1' }, 422, 'applicant.birth-date'],
  ['SQL', { number: "' or true --", birthDate: '1990-01-01' }, 422, 'follow.number'],
  ['a field more', { number: '1234567890', birthDate: '1990-01-01', office: 'KH:0109' }, 400, 'request.malformed'],
  ['a list', { number: ['1234567890'], birthDate: '1990-01-01' }, 400, 'request.malformed'],
  ['300 KB', { number: '1'.repeat(300_000), birthDate: '1990-01-01' }, 413, 'request.too-large'],
  ['no JSON', '{"number":', 400, 'request.malformed'],
]
for (const [name, body, status, code] of bad)
  test(`bad input: ${name}`, async () => {
    const said = await send('follow', body as object | string)
    assert.deepEqual([said.status, said.body['code']], [status, code], said.text)
  })

test('200 MB are refused before they are read', async () => {
  const { hostname, port } = new URL(open.url)
  const head = `POST /api/v1/follow HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\ncontent-length: ${200 * 1024 * 1024}\r\n\r\n{`
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(head))
    socket.once('data', (chunk) => {
      resolve(chunk.toString())
      socket.destroy()
    })
    socket.once('error', reject)
  })
  assert.match(answer, /^HTTP\/1.1 413 /)
})

test('an application of before has a number, and one from a clerk’s draft is new', async () => {
  const { rows } = await open.administrator.query<{ n: number }>(
    'select count(*)::int as n from application a left join follow_number f on f.cell = a.cell and f.application = a.id and f.number = a.follow_number where f.number is null',
  )
  assert.equal(rows[0]?.n, 0)
  assert.ok(open.clock.now < ('2027' as Instant))
})
