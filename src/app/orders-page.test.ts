// Goal: an officer writes an order at the desk, sees what is wrong, whom it would have kept out and what it meets, issues it, and the gate and the public follow at its minute; ends it. Method:
// Chromium against a whole instance, by the form and by a file, axe on each screen in three languages; with SPEAN_TEST_PICTURES a folder of pictures to look at.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { projectRoot } from '../platform/config.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const desk = openDesk(open)
const { faults, visitAs } = await openJourney(open.url)
const pictures = process.env['SPEAN_TEST_PICTURES']
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

/** In the page: what runs over its edge. */
const widest = `[...document.querySelectorAll('main *')].filter((each) => each.getBoundingClientRect().right > innerWidth).map((each) => each.tagName + '.' + each.className).join(' ').slice(0, 300)`
async function seen(name: string): Promise<void> {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    await accessible(page, `${name} at ${width}`)
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
    assert.ok(over <= 0, `${name} at ${width} is ${over} pixels too wide: ${over > 0 ? await page.evaluate(widest) : ''}`)
    if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

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
  await seen('order-faults')
  await at(page, 'hours-closed').check()
  await at(page, 'order-from-day').fill('20/11/2026')
  await at(page, 'order-from-clock').fill('9:00')
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

for (const language of languages)
  test(`the list, an order and the form suit everybody, ${language}`, async () => {
    await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await page.goto(`${open.url}/desk/orders/kh/bm-12`)
    await at(page, 'order-page').waitFor()
    await seen(`order-${language}`)
    await page.goto(`${open.url}/desk/orders`)
    await at(page, 'orders-live').locator('[data-order="kh/bm-12"]').waitFor()
    await seen(`orders-${language}`)
    await page.goto(`${open.url}/desk/orders/new`)
    await at(page, 'vehicle-add').click()
    await seen(`order-new-${language}`)
  })

test('a file of 2025, moved to tomorrow, is looked at; the neighbour’s whole border is the ministry’s to record', async () => {
  await at(page, 'order-file').setInputFiles(join(projectRoot, 'data', 'orders', '2025-06-07-th-hours.json'))
  await at(page, 'order-from-day').fill('21/11/2026')
  await at(page, 'order-preview').click()
  await page.locator('[data-testid=problem][data-code="authority.place"]').waitFor()
  const ministry = await visitAs('interior-desk', 'KH', '/desk/orders/new')
  await at(ministry, 'order-file').setInputFiles(join(projectRoot, 'data', 'orders', '2025-06-07-th-hours.json'))
  await at(ministry, 'order-from-day').fill('21/11/2026')
  await at(ministry, 'order-preview').click()
  await at(ministry, 'order-previewed').waitFor()
  assert.equal(await at(ministry, 'order-issue').isDisabled(), true)
  for (const box of await at(ministry, 'conflict-seen').all()) await box.setChecked(true)
  await at(ministry, 'order-issue').click()
  await at(ministry, 'order-page').waitFor()
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
