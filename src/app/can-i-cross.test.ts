// Goal: "can I cross at X tomorrow at nine, with this pass, as a student, with a truck?" is answered as the gate would, with the rule; bad questions are refused; the page says it in three languages. Method: a whole instance with a real order in it; Chromium.
import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { passNumberOf } from '../passes/pass.rules.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const morning = '2026-11-20T07:30:00+07:00'
const webFolder = await buildWeb()
const open = await openTestInstance({ now: morning, webFolder, listen: true })
const { browser, faults } = await openJourney(open.url)
const desk = openDesk(open)
const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const session = (opens: string, closes: string, who: object = {}, quota: number | null = null) => ({ opens, closes, days: everyDay, who, quota })
const order = {
  number: '12/2026',
  sessions: [session('06:00', '08:00', { purposes: ['student'] }), session('08:00', '09:30', {}, 2), session('10:30', '16:00')],
  vehicles: [{ classes: ['truck'], wheelsOver: 6, insteadAt: ['kh-th/prum'] }],
  words: { km: 'ថ្ងៃនេះ ច្រកបើកតែម៉ោងកំណត់។', th: 'วันนี้ด่านเปิดเฉพาะเวลาที่กำหนด', en: 'Limited hours at Poipet.' },
}
await open.administrator.query(
  `insert into crossing_order (id, number, state, instrument, points, directions, stage, starts_at, ends_at, sessions, who, vehicles, words, issued_at, issued_by)
   values ('th/order-12', $1, 'TH', 'kh-th/crossing-table', '{kh-th/poipet}', null, 'selective', '2026-11-19T17:00:00Z', '2026-11-30T17:00:00Z', $2, '{}', $3, $4, now(), 'test')`,
  [order.number, JSON.stringify(order.sessions), JSON.stringify(order.vehicles), JSON.stringify(order.words)],
)
const pass = await desk.issue(61)
await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [pass.number])
const { rows } = await open.administrator.query<{ born: string }>(
  'select b.birth_date as born from pass p join person b on b.cell = p.cell and b.id = p.person_id where p.number = $1',
  [pass.number],
)
const born = rows[0]?.born ?? ''
type Answer = {
  code: string
  outcome: string
  next: string | null
  findings: { reason: string; effect: string; about?: object }[]
  quotas: object[]
  instruments: string[]
  shutSides: string[]
  stay: object | null
  pass: object | null
}
let visitor = 0
const address = () => {
  visitor += 1
  return `198.18.${visitor}.7`
}
const answered = async (response: { statusCode: number; json(): unknown }) => ({ status: response.statusCode, ...(response.json() as Answer) })
const get = async (query: Record<string, string>, from = address()) =>
  answered(await open.server.inject({ url: `/api/v1/can-i-cross?${new URLSearchParams({ point: 'kh-th/poipet', ...query })}`, remoteAddress: from }))
const post = async (body: object, from = address()) =>
  answered(await open.server.inject({ method: 'POST', url: '/api/v1/can-i-cross', payload: { point: 'kh-th/poipet', ...body }, remoteAddress: from }))
const reasons = ({ findings }: Answer) => findings.map(({ reason }) => reason)
// The registry is read again every five seconds.
for (let tries = 0; tries < 70; tries += 1) {
  if ((await open.server.inject({ url: '/api/v1/orders' })).payload.includes('th/order-12')) break
  await new Promise((resolve) => setTimeout(resolve, 100))
}

test('now, at nine tomorrow, as a student, with a truck; when instead, and how full', async () => {
  const now = await get({})
  assert.deepEqual([now.status, now.outcome, now.next], [200, 'refuse', '2026-11-20T08:00:00+07:00'], JSON.stringify(now))
  assert.ok(reasons(now).includes('order-hours'))
  assert.deepEqual(now.quotas, [{ order: '12/2026', opens: '08:00', closes: '09:30', limit: 2, used: 0 }])
  assert.ok(now.instruments.includes('kh-th/crossing-table'))
  assert.equal((await get({ purpose: 'student' })).outcome, 'admit')
  const tomorrow = await get({ at: '2026-11-21T09:00+07:00' })
  assert.deepEqual([tomorrow.outcome, tomorrow.next, tomorrow.quotas], ['admit', null, []])
  const truck = await get({ at: '2026-11-21T09:00+07:00', vehicle: 'truck', wheels: '10' })
  assert.ok(truck.outcome === 'refuse' && reasons(truck).includes('vehicle-elsewhere'))
  assert.equal(truck.next, '2026-12-01T07:00:00+07:00')
  assert.equal((await get({ at: '2026-11-21T09:00+07:00', document: 'passport', nationality: 'THA' })).outcome, 'admit')
  // The order lets students in at six; Cambodia's own hours begin at seven, and that is said.
  const early = await get({ at: '2026-11-21T06:30+07:00', purpose: 'student' })
  assert.deepEqual([early.outcome, reasons(early).includes('closed'), early.shutSides], ['refuse', true, ['KH']])
  // On the way home nobody is refused, and the point is shut all the same.
  const home = await get({ at: '2026-11-20T22:00+07:00', direction: 'entry' })
  assert.deepEqual([home.outcome, home.next], ['refer', '2026-11-21T08:00:00+07:00'])
})

test('a full session sends to the next one', async () => {
  await open.administrator.query("insert into session_place values ('th/order-12', 'kh-th/poipet', '2026-11-20', 1, 2, 2)")
  const full = await get({ at: '2026-11-20T08:30+07:00' })
  assert.deepEqual([full.outcome, full.next], ['refuse', '2026-11-20T10:30:00+07:00'])
  assert.deepEqual(full.quotas, [{ order: '12/2026', opens: '08:00', closes: '09:30', limit: 2, used: 2 }])
  assert.equal((await get({ at: '2026-11-21T08:30+07:00' })).outcome, 'admit')
  await open.administrator.query("delete from session_place where order_id = 'th/order-12'")
})

test('the list of points says open to some, to whom, and the hours of two days', async () => {
  const point = (await open.server.inject({ url: '/api/v1/crossing-points/kh-th/poipet' })).json() as Record<string, unknown>
  assert.deepEqual([point['open'], point['openTo'], point['orders']], [false, 'some', ['th/order-12']])
  const [today] = point['days'] as { date: string; hours: object[] }[]
  assert.deepEqual(today, {
    date: '2026-11-20',
    hours: [
      { opens: '07:00', closes: '08:00', openTo: 'some' },
      { opens: '08:00', closes: '09:30', openTo: 'everyone' },
      { opens: '10:30', closes: '16:00', openTo: 'everyone' },
    ],
  })
})

const bad: [name: string, query: Record<string, string>, status: number, code: string][] = [
  ['an unknown point', { point: 'kh-th/atlantis' }, 404, 'point.unknown'],
  ['a point that is a script', { point: '<script>' }, 404, 'point.unknown'],
  ['no date', { at: 'tomorrow at nine' }, 400, 'time.invalid'],
  ['a day that is none', { at: '2026-02-30T09:00+07:00' }, 400, 'time.invalid'],
  ['a year of the Buddhist era', { at: '2569-11-20T09:00+07:00' }, 422, 'cross.too-far'],
  ['long ago', { at: '2025-06-07T09:00+07:00' }, 422, 'cross.too-far'],
  ['a thousand million wheels', { vehicle: 'truck', wheels: '1000000000' }, 400, 'request.malformed'],
  ['wheels below nothing', { vehicle: 'truck', wheels: '-1' }, 400, 'request.malformed'],
  ['wheels of nothing', { wheels: '4' }, 400, 'request.malformed'],
  ['a vehicle without wheels told', { vehicle: 'truck' }, 400, 'request.malformed'],
  ['a spaceship', { vehicle: 'spaceship', wheels: '4' }, 400, 'request.malformed'],
  ['an area that is none', { issuingArea: 'KH:9999' }, 422, 'area.unknown'],
  ['a Cambodian pass from Thailand', { issuingArea: 'TH:27' }, 422, 'cross.document'],
  ['a French border pass', { nationality: 'FRA' }, 422, 'cross.document'],
  ['a nationality in words', { nationality: 'Khmer' }, 400, 'request.malformed'],
  ['an age of a thousand', { age: '1000' }, 400, 'request.malformed'],
  ['a pass number in the address', { number: 'KH01090000427' }, 400, 'request.malformed'],
]
for (const [name, query, status, code] of bad)
  test(`refused: ${name}`, async () => {
    const said = await get(query)
    assert.deepEqual([said.status, said.code], [status, code], JSON.stringify(said))
  })

test('my own pass: the gate’s answer on the same facts, days left, and nothing to who does not know me', async () => {
  const mine = { number: pass.number, birthDate: born, at: '2026-11-20T09:00+07:00' }
  const before = await post(mine)
  assert.deepEqual([before.status, before.outcome, before.stay], [200, 'admit', null], JSON.stringify(before))
  assert.deepEqual(before.pass, { end: pass.number.slice(-4), lastDay: pass.lastDay })
  const wrong = await post({ ...mine, birthDate: '1960-01-01' })
  const unknown = await post({ ...mine, number: passNumberOf('KH:0109', 888_888) })
  const text = ({ status, code }: { status: number; code: string }) => [status, code]
  assert.deepEqual(text(wrong), [404, 'cross.pass-unknown'])
  assert.deepEqual(unknown, wrong)
  assert.deepEqual(text(await post({ ...mine, number: '12345' })), [422, 'report.pass-number'])
  assert.deepEqual(text(await post({ ...mine, birthDate: '31/02/1990' })), [422, 'applicant.birth-date'])

  open.clock.now = parseInstant('2026-11-20T09:00+07:00') ?? open.clock.now
  const officer = await open.as('checkpoint-officer', 'kh-th/poipet')
  const asOfficer = (path: string, payload: object) =>
    open.server.inject({ method: 'POST', url: `/api/v1/${path}`, headers: { ...officer }, payload })
  const movement = { id: desk.id(), point: 'kh-th/poipet', direction: 'exit', document: { number: pass.number }, occurredAt: open.clock.now }
  assert.equal((await asOfficer('movements', movement)).statusCode, 201)
  const gate = (await asOfficer('verdicts', { point: 'kh-th/poipet', direction: 'entry', document: { number: pass.number } })).json() as {
    verdict: Answer
  }
  const public_ = await post({ number: pass.number, birthDate: born, direction: 'entry' })
  assert.deepEqual([public_.outcome, public_.findings], [gate.verdict.outcome, gate.verdict.findings])
  assert.deepEqual(public_.stay, { lawfulUntil: '2026-11-26', tolled: [], lastDay: '2026-11-26', daysLeft: 7 })
  // One that waits at another officer's is told nothing of it.
  await open.administrator.query(
    `insert into referral (cell, movement, made_at, holder_id, point, lane, direction, occurred_at, reasons, state)
     select cell, gen_random_uuid(), $2, person_id, 'kh-th/poipet', '1', 'entry', $2, '{care-other}', 'open' from pass where number = $1`,
    [pass.number, open.clock.now],
  )
  assert.deepEqual((await post({ number: pass.number, birthDate: born, direction: 'entry' })).findings, public_.findings)
  const late = await post({ number: pass.number, birthDate: born, direction: 'entry', at: '2026-11-27T11:00+07:00' })
  assert.ok(reasons(late).includes('late-own-national'))
})

test('guesses and questions are counted', async () => {
  const guesses = await Promise.all(
    Array.from({ length: 14 }, (_, day) => post({ number: passNumberOf('KH:0109', 999_999), birthDate: `1961-01-${day + 10}` })),
  )
  assert.ok(guesses.some(({ status }) => status === 429) && guesses.every(({ status }) => [404, 429].includes(status)))
  const from = address()
  const asked = await Promise.all(Array.from({ length: 130 }, () => get({}, from)))
  assert.ok(asked.some(({ status, code }) => status === 429 && code === 'portal.too-many'))
})

for (const language of languages)
  test(`three taps, ${language}: open to some on the list; no, when instead; as a student yes; a truck goes elsewhere; my days left`, async () => {
    open.clock.now = parseInstant(morning) ?? open.clock.now
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'en-GB' })
    await context.addInitScript((chosen) => localStorage.setItem('spean.language', chosen), language)
    const page = await context.newPage()
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text())
    })
    const seen = async (name: string) => {
      await suits(page, name, language)
      await page.setViewportSize({ width: 360, height: 780 })
    }
    await page.goto(open.url)
    const card = page.locator('[data-point="kh-th/poipet"]')
    await card.locator('[data-testid=point-orders]').waitFor()
    assert.equal(await card.getAttribute('data-open-to'), 'some')
    assert.ok((await card.textContent())?.includes(order.words[language]))
    const end = { km: 'រហូតដល់ ១ ធ្នូ ២០២៦', th: 'ถึงวันที่ 1 ธันวาคม 2569', en: 'Until 1 December 2026' }[language]
    assert.ok((await card.textContent())?.includes(end), (await card.textContent()) ?? '')
    await seen('list')
    await card.locator('a[href^="/cross"]').click()
    const said = (outcome: string) => page.locator(`[data-testid=cross-said][data-outcome=${outcome}]`)
    await said('refuse').waitFor()
    assert.match((await at(page, 'instead').textContent()) ?? '', language === 'km' ? /០៨:០០/ : /08:00/)
    await seen('no')
    await at(page, 'as-student').focus()
    await page.keyboard.press('Enter')
    await said('admit').waitFor()
    await seen('student')
    await at(page, 'at-tomorrow').click()
    await at(page, 'as-vehicle').click()
    await at(page, 'cross-wheels').fill('10')
    await said('refuse').waitFor()
    await seen('truck')
    await at(page, 'at-now').click()
    await at(page, 'as-pass').click()
    await page.locator('[data-testid=my-pass] summary').click()
    await at(page, 'cross-number').fill(pass.number)
    const [year = '', month = '', day = ''] = born.split('-')
    await at(page, 'born-day').fill(day)
    await at(page, 'born-month').fill(month)
    await at(page, 'born-year').fill(year)
    await at(page, 'send').click()
    await at(page, 'stay-left').waitFor()
    await seen('mine')
    assert.ok(!page.url().includes(pass.number))
    await context.close()
  })

test('no page had an error, and the page that answers is light', () => {
  assert.deepEqual(faults, [])
  const assets = join(webFolder, 'assets')
  const size = readdirSync(assets)
    .filter((file) => /^shell-cross-.*\.js\.br$/.test(file))
    .map((file) => statSync(join(assets, file)).size)
  assert.ok(size.length === 1 && (size[0] ?? 0) <= 20 * 1024, JSON.stringify(size))
})
