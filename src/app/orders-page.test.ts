// Goal: an officer writes an order at the desk, sees what is wrong, whom it would have kept out and what it meets, issues it, and the gate and the public follow at its minute; ends it. Method:
// Chromium against a whole instance, by the form, by a file and by the keyboard alone, axe on each screen in three languages.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { readOrder } from '../orders/read-order-file.ts'
import { projectRoot } from '../platform/config.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, seenAtBothWidths } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const desk = openDesk(open)
const { faults, visitAs } = await openJourney(open.url)
const moveTo = (time: string) => {
  open.clock.now = parseInstant(time) ?? assert.fail(time)
}
const { number } = await desk.issue(3)
const record = () =>
  desk.post(
    '/api/v1/movements',
    { id: desk.id(), point: 'kh-th/poipet', direction: 'exit', document: { number }, occurredAt: open.clock.now },
    desk.officer,
  )
assert.equal((await record()).body.verdict.outcome, 'admit')
moveTo('2026-11-20T08:40:00+07:00')
const page = await visitAs('provincial-officer', 'KH:01', '/desk/orders/new')

const seen = (name: string) => seenAtBothWidths(page, name)

test('the form: all that is wrong is told; put right, the preview says whom it would have kept out', async () => {
  await at(page, 'order-preview').waitFor()
  const entries = { number: '12/2026', name: 'bm-12', issuer: 'Governor of Banteay Meanchey', signedOn: '20/11/2026', source: 'file 12' }
  for (const [name, value] of Object.entries(entries)) await at(page, `order-${name}`).fill(value)
  for (const language of languages) await at(page, `order-title-${language}`).fill({ km: 'បទបញ្ជាលេខ ១២', th: 'คำสั่งที่ 12', en: 'Order 12' }[language])
  await at(page, 'point-poipet').check()
  await at(page, 'stage-closed').check()
  await at(page, 'session-0-opens').fill('15:00')
  await at(page, 'session-0-closes').fill('14:00')
  await at(page, 'order-preview').click()
  await at(page, 'order-faults').waitFor()
  const codes = await page.locator('[data-testid=order-fault]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')))
  assert.deepEqual(codes.sort(), ['order.closed-but-open', 'order.hours'])
  await at(page, 'hours-closed').check()
  await at(page, 'order-from-day').fill('20/11/2026')
  await at(page, 'order-from-clock').fill('9:00')
  // What is changed while the preview is on its way was not looked at.
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/orders/preview', (route) => held.then(() => route.continue()))
  await at(page, 'order-preview').click()
  await at(page, 'order-number').fill('12/2027')
  const answered = page.waitForResponse('**/orders/preview')
  release()
  await (await answered).finished()
  await page.locator('[data-testid=order-preview]:not([data-loading])').waitFor()
  assert.equal(await at(page, 'order-previewed').count(), 0)
  await page.unroute('**/orders/preview')
  await at(page, 'order-number').fill('12/2026')
  await at(page, 'order-preview').click()
  await page.locator('[data-testid=order-figures][data-affected="1"]').waitFor()
  assert.match(await at(page, 'order-words-th').inputValue(), /12\/2026/)
  await seen('order-preview')
})

test('issued with its paper: open until its minute, closed from it on, at the gate and for the public', async () => {
  const pdf = { name: 'order.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%made up') }
  await at(page, 'order-paper-file').setInputFiles(pdf)
  await at(page, 'order-words-en').fill('Poipet is closed from nine. Use another point.')
  await at(page, 'order-issue').click()
  await at(page, 'order-page').waitFor()
  assert.equal(await at(page, 'order-told').textContent(), 'Poipet is closed from nine. Use another point.')
  await at(page, 'order-paper').waitFor()
  const open_ = async () => (await desk.get('/api/v1/crossing-points/kh-th/poipet')).body['open']
  const ask = async () =>
    (await desk.post('/api/v1/verdicts', { point: 'kh-th/poipet', direction: 'exit', document: { number: (await other).number } }, desk.officer)).body
      .verdict.outcome
  const other = desk.issue(4)
  moveTo('2026-11-20T08:59:00+07:00')
  assert.deepEqual([await open_(), await ask()], [true, 'admit'])
  moveTo('2026-11-20T09:00:00+07:00')
  assert.deepEqual([await open_(), await ask()], [false, 'refuse'])
})

/** A file in which nearly everything is wrong: its form is right, so it opens. */
const wrong = {
  ...{
    id: 'kh/wrong',
    number: '13/2026',
    state: 'KH',
    instrument: { id: 'kh/nothing' },
    points: ['kh-th/poipet', 'kh-th/nowhere'],
    stage: 'limited',
  },
  ...{ startsAt: '2026-11-28T00:00+07:00', endsAt: '2026-11-21T00:00+07:00', supersedes: ['kh/none'] },
  sessions: [
    { opens: '08:00', closes: '12:00', quota: 300, who: { ageFrom: 40, ageUntil: 12, nationalities: ['QQQ'] } },
    { opens: '16:00', closes: '09:00', quota: 0, who: { issuingAreas: ['KH:99'] } },
    { opens: '08:00', closes: '12:00', quota: 10 },
    { opens: '10:00', closes: '11:00', quota: 20 },
  ],
  vehicles: [{ classes: ['truck'], insteadAt: ['kh-th/poipet', 'kh-th/no-such-bridge'] }],
}
const fileOf = (order: object) => ({ name: 'order.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(order)) })
const wrongCodes = [
  ...['order.area-unknown', 'order.hours', 'order.instrument', 'order.nationality-unknown', 'order.nobody-can'],
  ...['order.point-unknown', 'order.point-unknown', 'order.quota', 'order.quotas-overlap', 'order.supersedes', 'order.times'],
]

for (const language of languages)
  test(`the list, an order, and the form with all that is wrong suit everybody, ${language}`, async () => {
    await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await page.goto(`${open.url}/desk/orders/kh/bm-12`)
    await at(page, 'order-page').waitFor()
    await seen('order')
    await page.goto(`${open.url}/desk/orders`)
    await at(page, 'orders-live').locator('[data-order="kh/bm-12"]').waitFor()
    await seen('orders')
    await page.goto(`${open.url}/desk/orders/new`)
    await at(page, 'order-file').setInputFiles(fileOf(wrong))
    await at(page, 'order-faults').waitFor()
    for (const field of ['order-instrument', 'session-3-areas', 'session-3-nationalities']) await at(page, field).waitFor()
    const codes = await page.locator('[data-testid=order-fault]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')))
    assert.deepEqual(codes.sort(), wrongCodes)
    // Each is told once more where it stands; what the file named and is not there can be taken away.
    const told = await page.locator('.field-error, .mantine-InputWrapper-error').allTextContents()
    const list = await at(page, 'order-fault').locator('strong').allTextContents()
    for (const title of list)
      assert.ok(
        told.some((each) => each.includes(title)),
        title,
      )
    assert.ok(await at(page, 'point-nowhere').isChecked())
    assert.deepEqual(await page.locator('.mantine-MultiSelect-pill').allTextContents(), ['QQQ', 'KH:99'])
    assert.equal(await at(page, 'order-instrument').inputValue(), 'kh/nothing')
    await seen('order-wrong')
  })

test('a fault goes when its part is put right, and the others stay; a file of another form is not opened', async () => {
  const count = () => at(page, 'order-fault').count()
  assert.equal(await count(), wrongCodes.length)
  await at(page, 'session-1-quota').fill('200')
  assert.equal(await count(), wrongCodes.length - 3)
  await at(page, 'order-file').setInputFiles(fileOf({ ...wrong, sessions: [{ opens: 'eight', closes: '09:00', colour: 'red' }] }))
  await page.locator('[data-testid=order-fault][data-code="order.form"]').first().waitFor()
  assert.equal(await count(), 2)
  assert.equal(await at(page, 'session-1-quota').inputValue(), '200')
  await at(page, 'order-file').setInputFiles({ name: 'order.json', mimeType: 'application/json', buffer: Buffer.from('[]') })
  await page.locator('[data-testid=order-faults]', { hasText: '“JSON”' }).waitFor()
})

const june = join(projectRoot, 'data', 'orders', '2025-06-07-th-hours.json')
const sent = (of: typeof page) => of.waitForRequest((request) => request.url().endsWith('/orders/preview'))
const draftOf = (order: unknown) => {
  const read = readOrder(order)
  return read.ok ? read.draft : assert.fail(JSON.stringify(read.faults))
}

test('the orders of 2025 open in the form and are sent again as they are; whose border it is not may not', async () => {
  for (const file of globSync('2*.json', { cwd: join(june, '..') })) {
    const path = join(june, '..', file)
    const loaded = page.waitForResponse((response) => response.url().endsWith('/orders/preview'))
    await at(page, 'order-file').setInputFiles(path)
    await loaded
    const order = draftOf(JSON.parse(readFileSync(path, 'utf8')))
    await page.locator(`[data-testid=order-name][value="${order.order.id.slice(3)}"]`).waitFor()
    const [request] = await Promise.all([sent(page), at(page, 'order-preview').click()])
    assert.deepEqual(draftOf(request.postDataJSON().order), order)
    // Cambodia's answer of 11 June is for Poipet alone: this officer's own, and long over.
    const told = order.order.points === null ? '[data-testid=problem][data-code="authority.place"]' : '[data-code="order.in-past"]'
    await page.locator(told).first().waitFor()
  }
  // Corrected on the disk, a file of the same name is read again.
  for (let turn = 0; turn < 2; turn += 1) await Promise.all([sent(page), at(page, 'order-file').setInputFiles(june)])
})

test('the order of 7 June 2025, written by keyboard alone: the same order as the file; the ministry issues it', async () => {
  const ministry = await visitAs('interior-desk', 'KH', '/desk/orders/new')
  await at(ministry, 'order-preview').waitFor()
  const { keyboard } = ministry
  const to = async (name: string) => {
    for (let stops = 0; stops < 150; stops += 1) {
      if ((await ministry.evaluate('document.activeElement.dataset.testid')) === name) return
      await keyboard.press('Tab')
    }
    assert.fail(`no way to ${name}`)
  }
  const type = async (name: string, text: string) => {
    await to(name)
    await keyboard.insertText(text)
  }
  const tick = async (name: string) => {
    await to(name)
    await keyboard.press('Space')
  }
  const press = async (name: string) => {
    await to(name)
    await keyboard.press('Enter')
  }
  await to('order-state')
  await keyboard.type('Thai')
  await type('order-number', '2025-06-07')
  await type('order-name', '2025-06-07')
  await to('paper-new')
  await keyboard.press('ArrowDown')
  await type('order-instrument', 'army-order-2025-06-07')
  await ministry.locator('[role=option][data-combobox-selected]').waitFor()
  await keyboard.press('Enter')
  await tick('order-every-point')
  await type('order-from-day', '21/11/2026')
  for (const [nth, opens, closes] of [
    [1, '06:00', '08:00'],
    [2, '17:00', '18:00'],
  ] as const) {
    await press('session-add')
    await type(`session-${nth}-opens`, opens)
    await type(`session-${nth}-closes`, closes)
    await tick(`session-${nth}-purpose-student`)
  }
  await press('vehicle-add')
  await tick('vehicle-0-class-trailer-truck')
  await to('vehicle-0-instead-0')
  await keyboard.type('Stung Bot')
  const [request] = await Promise.all([sent(ministry), press('order-preview')])
  const file = { ...JSON.parse(readFileSync(june, 'utf8')), startsAt: '2026-11-21T00:00+07:00' }
  assert.deepEqual(draftOf(request.postDataJSON().order), draftOf(file))
  await at(ministry, 'order-previewed').waitFor()
  assert.equal(await at(ministry, 'order-issue').isDisabled(), true)
  for (const _ of await at(ministry, 'conflict-seen').all()) {
    await tick('conflict-seen')
    await keyboard.press('Tab')
  }
  await press('order-issue')
  await at(ministry, 'order-page').waitFor()
})

test('an order whose end came nearer may still be replaced; what is taken back in time gives the place back, and says so', async () => {
  const officer = { role: 'provincial-officer', place: 'KH:01' } as const
  const soon = { requestId: desk.id(), reason: 'shorter', at: '2026-11-27T00:00+07:00' }
  assert.equal((await desk.post('/api/v1/orders/kh/bm-12/end', soon, officer)).status, 200)
  await page.goto(`${open.url}/desk/orders/new`)
  await at(page, 'supersedes-bm-12').waitFor()
  const order = {
    ...{ id: 'kh/bm-13', number: '13/2026', state: 'KH', instrument: { id: 'kh/bm-12' }, points: ['kh-th/poipet'], stage: 'limited' },
    ...{ startsAt: '2026-11-25T00:00+07:00', sessions: [{ opens: '08:00', closes: '12:00' }], supersedes: ['kh/bm-12'] },
  }
  const confirmed = ['other-order th/2025-06-07']
  const issued = await desk.post('/api/v1/orders', { requestId: desk.id(), order, confirmed }, officer)
  assert.equal(issued.status, 201, JSON.stringify(issued.body))
  await page.goto(`${open.url}/desk/orders/kh/bm-13`)
  await at(page, 'order-end').click()
  await page.locator('[role=dialog]', { hasText: '12/2026' }).waitFor()
  await at(page, 'reason').fill('a mistake')
  await at(page, 'confirm').click()
  await page.locator('[data-testid=order-page][data-over=true]').waitFor()
  await page.goto(`${open.url}/desk/orders/kh/bm-12`)
  await at(page, 'order-restored-of').waitFor()
  await seen('order-given-back')
})

test('ended with a reason: open again at once', async () => {
  await page.goto(`${open.url}/desk/orders/kh/bm-12`)
  await at(page, 'order-end').click()
  await at(page, 'reason').fill('the flood is over')
  await at(page, 'confirm').click()
  await page.locator('[data-testid=order-page][data-over=true]').waitFor()
  assert.equal((await desk.get('/api/v1/crossing-points/kh-th/poipet')).body['open'], true)
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
