// Goal: an officer's day at the gate page: shift, scanner, what the person says, passport, undo, vehicle and goods, order, first scan, wrong clock, no network. Method: Chromium against a
// whole instance at a fixed hour, the scanner as keys of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPoint, poipet } from '../checkpoint/test-point.ts'
import { type Language, languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { td3 } from '../passports/test-zones.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, nothingUnsent, openJourney, startGate, suits, until } from './journey-browser.ts'

const { open, desk, rows, decide, chief, later } = await openPoint({ webFolder: await buildWeb(), listen: true })
const { faults, visitAs } = await openJourney(open.url)
const people = [await desk.issue(3), await desk.issue(5), await desk.issue(7)]
const [first = assert.fail(), second = assert.fail(), third = assert.fail()] = people
const page = await visitAs('checkpoint-officer', poipet, '/gate')
await page.context().addInitScript(() => localStorage.setItem('spean.gate.sound', 'off'))

/** Keys as a scanner sends them, faster than any hand; `\n` is its Enter. */
const scan = (text: string): Promise<unknown> =>
  page.evaluate(`for (const key of ${JSON.stringify([...text])})
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: key === '\\n' ? 'Enter' : key, bubbles: true, cancelable: true }))`)
const speak = (language: Language) => page.evaluate(`document.querySelector('.languages button[lang=${language}]').click()`)
page.setDefaultTimeout(12_000)
const verdict = (outcome: string) => page.locator(`[data-testid=verdict][data-outcome=${outcome}]`).waitFor()
const movements = () => rows<{ id: string; occurred_at: string; undone_at: string | null }>('select * from movement order by id')
const next = () => at(page, 'next').click()

/** In three languages, on a phone and a desk screen. */
async function suitsAll(name: string): Promise<void> {
  for (const language of languages) {
    await speak(language)
    await until(page, `document.documentElement.lang === '${language}'`)
    await suits(page, name, language)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

test('a shift begins with the direction, and the clock that is days off is said and not used', async () => {
  await startGate(page, 'exit')
  await at(page, 'shift-open').waitFor()
  assert.equal((await rows('select lane from shift where ended_at is null')).length, 1)
  // The instance stands in 2026-11; the browser's clock is the machine's own.
  await at(page, 'clock-off').waitFor()
})

test('what a scanner brings that is no pass: each has its sentence, and none is taken', async () => {
  const code = first.qrText
  const said: [text: string, title: RegExp][] = [
    [`${code.slice(0, 300)}\n`, /Half a code/],
    [code.slice(0, 300), /Half a code/],
    [`${code}${second.qrText}\n`, /Two codes/],
    ['00020101021129180014abaakhppxxx@abaa52045999530384054031.05802KH\n', /payment/],
    ['https://menu.example/table/7\n', /address/],
    [`${td3().split('\n')[0]}\n`, /both/],
  ]
  for (const [text, is] of said) {
    await scan(text)
    await verdict('neutral')
    await until(page, `${is}.test(document.querySelector('[data-testid=problem] h2')?.textContent)`)
    await next()
  }
  assert.equal((await movements()).length, 0)
})

test('a typed number that nobody knows stays in its field, to be put right', async () => {
  await at(page, 'number-input').fill('KH99999999999')
  await at(page, 'number-input').press('Enter')
  await at(page, 'problem').waitFor()
  await next()
  assert.equal(await at(page, 'number-input').inputValue(), 'KH99999999999')
  await at(page, 'number-input').fill('')
})

test('what the officer says decides again at once; the next code takes the place of what is recorded; a slip is undone', async () => {
  await scan(`${first.qrText}\n`)
  await verdict('admit')
  await scan(`${second.qrText}\n`)
  await at(page, 'another-read').waitFor()
  await at(page, 'purpose-student').click()
  await at(page, 'refer-open').click()
  await at(page, 'care-medical').click()
  await verdict('refer')
  await suitsAll('said')
  await speak('en')
  await at(page, 'care-medical').click()
  await verdict('admit')
  await at(page, 'record').dblclick()
  await at(page, 'recorded').waitFor()
  const [movement, ...more] = await movements()
  assert.deepEqual([more.length, movement?.occurred_at.slice(0, 10)], [0, '2026-11-20'])
  const [event] = await rows<{ body: { facts: { purpose: string; person: { care: string | null } } } }>(
    "select body from event where type = 'MovementRecorded'",
  )
  assert.deepEqual([event?.body.facts.purpose, event?.body.facts.person.care], ['student', null])
  await at(page, 'undo').click()
  await page.locator('[data-testid=undo-strip][data-state=done]').waitFor()
  assert.notEqual((await movements())[0]?.undone_at, null)
  await scan(`${second.qrText}\n`)
  await verdict('admit')
  await next()
  // Recorded a moment ago: said before a tap, and nothing to record.
  await scan(`${first.qrText}\n`)
  await verdict('admit')
  await at(page, 'record').click()
  await at(page, 'recorded').waitFor()
  await next()
  await scan(`${first.qrText}\n`)
  await page.locator('[data-testid=problem]', { hasText: 'already recorded' }).waitFor()
  assert.equal(await at(page, 'record').count(), 0)
  await next()
  await at(page, 'undo').click()
  await page.locator('[data-testid=undo-strip][data-state=done]').waitFor()
})

test('a passport is typed in two lines, compared, and its visa seen; one wrong digit is said', async () => {
  const zone = td3({ issuer: 'USA', name: 'MADE<UP<<ANNA', number: '123456789', nationality: 'USA' })
  await at(page, 'change').click()
  await at(page, 'direction-entry').click()
  await at(page, 'zone-open').click()
  await at(page, 'zone-input').fill(zone.replace('900912', '900913'))
  await at(page, 'zone-check').click()
  await at(page, 'problem').waitFor()
  await next()
  await at(page, 'zone-input').fill(zone)
  await at(page, 'zone-check').click()
  await at(page, 'passport').waitFor()
  assert.deepEqual(
    [await at(page, 'passport-number').textContent(), await at(page, 'passport-expires').getAttribute('data-date')],
    ['123456789', '2030-01-01'],
  )
  await verdict('refer')
  await at(page, 'visa-seen').click()
  await verdict('admit')
  await suitsAll('passport')
  await speak('en')
  await at(page, 'change').click()
  await at(page, 'direction-exit').click()
})

test('a code that names nobody is referred; once the chief lets its bearer pass, the next scan passes on that', async () => {
  const specimens = (await desk.get('/api/v1/made-up/specimens', { role: 'checkpoint-officer', place: poipet })).body as unknown as {
    kind: string
    qrText: string
  }[]
  const { qrText } = specimens.find(({ kind }) => kind === 'unknown-key') ?? assert.fail()
  await scan(`${qrText}\n`)
  await verdict('refer')
  await at(page, 'record').click()
  await at(page, 'recorded').waitFor()
  const movement = (await movements()).at(-1)?.id ?? ''
  await next()
  later(10)
  assert.equal((await decide(movement, chief)).status, 200)
  await scan(`${qrText}\n`)
  await verdict('admit-with-flag')
  await at(page, 'record').click()
  await at(page, 'recorded').waitFor()
  assert.deepEqual(await rows('select used_by from referral where movement = $1', [movement]), [{ used_by: (await movements()).at(-1)?.id }])
  await next()
})

test('a vehicle: who is scanned while its sheet is open rides in it; its goods; all of it kept without the network and sent after', async () => {
  await at(page, 'vehicle-open').first().click()
  await at(page, 'class-car').click()
  await at(page, 'sheet-plate').fill('??')
  await at(page, 'sheet-plate').press('Enter')
  await at(page, 'plate-wrong').waitFor()
  // Whose letters they are chooses the state.
  await at(page, 'sheet-plate').fill('1กข ๑๒๓๔')
  assert.deepEqual([await at(page, 'plate-state').inputValue(), await at(page, 'plate-wrong').count()], ['TH', 0])
  await at(page, 'sheet-plate').fill('ភ្នំពេញ ២A-១២៣៤')
  assert.equal(await at(page, 'plate-state').inputValue(), 'KH')
  await at(page, 'sheet-plate').fill('២A-១២៣៤')
  await suitsAll('vehicle')
  await at(page, 'wheels-input').fill('4')
  // Nobody rides behind a plate that is none: each of their movements would be refused, when sent later too.
  await at(page, 'trailer-plate').fill('3B-กข55')
  await at(page, 'trailer-plate').press('Enter')
  await at(page, 'trailer-wrong').waitFor()
  await at(page, 'trailer-plate').fill(' ៣B-៥៥៥៥')
  assert.equal(await at(page, 'trailer-wrong').count(), 0)
  await at(page, 'vehicle-begin').click()
  await scan(`${second.qrText}\n`)
  await verdict('admit')
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/v1/movements'))
  await at(page, 'record').click()
  await at(page, 'recorded').waitFor()
  // Who rides is asked of the watchlist with both plates.
  const { plate, trailerPlate } = (await asked).postDataJSON() as { plate?: string; trailerPlate?: string }
  assert.deepEqual([plate, trailerPlate], ['២A-១២៣៤', '៣B-៥៥៥៥'])
  // The way to the chapters' list is asked for while the network is there.
  await at(page, 'goods-open').click()
  await at(page, 'goods-chapter').selectOption('10')
  await at(page, 'goods-quantity').fill('-3')
  assert.equal(await at(page, 'goods-quantity').getAttribute('aria-invalid'), 'true')
  await at(page, 'goods-wrong').waitFor()
  await suitsAll('goods')
  await page.locator('[data-testid=goods-close]').click()
  await page.route('**/api/v1/**', (route) => route.abort())
  await scan(`${third.qrText}\n`)
  await verdict('admit-with-flag')
  await at(page, 'record').click()
  await at(page, 'not-recorded').waitFor()
  await page.locator('[data-testid=vehicle-strip][data-riders="2"]').first().waitFor()
  // The same card once more, which no tablet alone can tell: one ride, told when it is sent.
  await scan(`${third.qrText}\n`)
  await verdict('admit-with-flag')
  await at(page, 'record').click()
  await page.locator('[data-testid=vehicle-strip][data-riders="3"]').first().waitFor()
  await page.locator('.person [data-testid=vehicle-open]').click()
  await at(page, 'vehicle-close-sheet').click()
  await page.locator('[data-testid=sheet-done][data-sent=waiting]').waitFor()
  await at(page, 'vehicle-goods').click()
  await at(page, 'goods-chapter').selectOption('10')
  await at(page, 'goods-quantity').fill('១២')
  await at(page, 'goods-value').fill('1,500')
  await at(page, 'goods-record').click()
  await page.locator('[data-testid=goods-done][data-sent=waiting]').waitFor()
  await page.locator('[data-testid=goods-close]').click()
  await page.unroute('**/api/v1/**')
  await page.evaluate("window.dispatchEvent(new Event('online'))")
  await page.locator('.refused-later li').waitFor({ state: 'attached' })
  await next()
  await page.locator('.refused-later li button').click()
  await until(page, nothingUnsent)
  const sheet = await rows<{ class: string; wheels: number; plate: string }>('select * from vehicle_sheet')
  assert.equal(sheet.length, 1)
  assert.equal((await rows('select 1 from vehicle_sheet_rider')).length, 2)
  const goods = await rows<{ quantity: string }>('select * from goods_line')
  assert.deepEqual([goods.length, Number(goods[0]?.quantity)], [1, 12])
  // By the keyboard alone: the last sheet, its quantity put right, recorded in its place.
  await page.keyboard.press('F2')
  await page.locator('[data-testid=goods-correct]:focus').waitFor()
  await suitsAll('goods-list')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=goods-quantity]:focus').waitFor()
  await suitsAll('goods-correction')
  await at(page, 'goods-quantity').fill('15')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=goods-done][data-sent=recorded]').waitFor()
  await page.keyboard.press('Escape')
  await at(page, 'goods').waitFor({ state: 'detached' })
  const stands = await rows<{ quantity: string; replaced: boolean }>(
    'select quantity::int as quantity, replaced_by is not null as replaced from goods_line join goods_sheet on goods_sheet.id = sheet order by goods_sheet.id',
  )
  assert.deepEqual(stands, [
    { quantity: 12, replaced: true },
    { quantity: 15, replaced: false },
  ])
  // The vehicle's sheet too: its people stay on it, and the one on record is replaced.
  await at(page, 'vehicle-open').first().click()
  await at(page, 'vehicles-today').locator('summary').click()
  await at(page, 'vehicle-correct').click()
  await at(page, 'wheels-input').fill('6')
  await at(page, 'vehicle-begin').click()
  await at(page, 'rider').nth(1).waitFor()
  await suitsAll('vehicle-correction')
  await at(page, 'vehicle-close-sheet').click()
  await page.locator('[data-testid=sheet-done][data-sent=recorded]').waitFor()
  await at(page, 'vehicle-leave').click()
  const sheets = await rows('select wheels, replaced_by is not null as replaced, trailer from vehicle_sheet order by id')
  assert.deepEqual(sheets, [
    { wheels: 4, replaced: true, trailer: '៣B-៥៥៥៥' },
    { wheels: 6, replaced: false, trailer: '៣B-៥៥៥៥' },
  ])
})

test('an order: today’s words a tap away, the next session with its number; whoever was scanned before it closed passes by the first scan', async () => {
  const sessions = [
    { opens: '08:00', closes: '09:10', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], who: {}, quota: null },
    { opens: '10:30', closes: '12:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], who: {}, quota: null },
  ]
  const words = { km: 'បើកពីម៉ោង ៨ ដល់ ៩:១០', th: 'เปิด 8 ถึง 9:10 น.', en: 'Open from 8 to 9:10 and from 10:30' }
  await rows(
    `insert into crossing_order (id, number, state, instrument, stage, starts_at, sessions, who, vehicles, words, issued_at, issued_by)
     select 'kh/test-order', '12/2026', 'KH', (select min(id) from instrument), 'limited', '2026-11-20T00:00+07:00', $1, '{}', '[]', $2, now(), 'test'`,
    [JSON.stringify(sessions), JSON.stringify(words)],
  )
  await until(page, "fetch('/api/v1/orders').then((answer) => answer.json()).then((orders) => orders.length === 1)")
  await page.reload()
  await page.locator('[data-testid=orders-open][data-count="1"]').click()
  assert.match((await at(page, 'order').textContent()) ?? '', /12\/2026.*Open from 8/s)
  await suitsAll('orders')
  await at(page, 'orders-close').click()
  await scan(`${first.qrText}\n`)
  await verdict('admit')
  await next()
  open.clock.now = parseInstant('2026-11-20T09:25:00+07:00') ?? assert.fail()
  await page.reload()
  await at(page, 'number-input').waitFor()
  await speak('en')
  await scan(`${first.qrText}\n`)
  await at(page, 'first-scan').waitFor()
  await verdict('admit')
  await at(page, 'first-scan').getByRole('button').click()
  await verdict('refuse')
  assert.equal(await at(page, 'next-session').getAttribute('data-next'), '2026-11-20 10:30')
  assert.match((await at(page, 'next-session').textContent()) ?? '', /10:30.*12\/2026/)
  await suitsAll('next-session')
  await speak('en')
  await at(page, 'more-open').click()
  await at(page, 'ticket-input').fill('9:05')
  await verdict('admit')
  await at(page, 'record').click()
  await at(page, 'recorded').waitFor()
  await next()
})

test('whoever is not let pass is shown, in three languages, where and with which code they contest it', async () => {
  await scan(`${second.qrText}\n`)
  await at(page, 'refer-open').click()
  await at(page, 'care-medical').click()
  await verdict('refer')
  await at(page, 'record').click()
  await at(page, 'how-to-contest').click()
  await at(page, 'slip-code').waitFor()
  await suitsAll('slip')
  await speak('en')
  assert.match((await at(page, 'slip-code').textContent()) ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await at(page, 'slip-close').click()
  await accessible(page, 'a recorded referral')
  await next()
})

test('a shift ends with a word for the next', async () => {
  await at(page, 'shift-open').click()
  await at(page, 'shift-note').fill('Two referrals wait')
  await suitsAll('shift')
  await at(page, 'shift-end').click()
  await at(page, 'point-select').waitFor()
  const [shift] = await rows<{ note: string }>('select note from shift where ended_at is not null order by ended_at desc')
  assert.equal(shift?.note, 'Two referrals wait')
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
