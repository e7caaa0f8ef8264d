// Goal: the main job as people do it, in a real browser: a pass is issued at the desk, scanned at the gate with the camera, recorded going out and coming home; forged and expired codes are refused. Every page passes axe in every language. Method: Chromium against a whole instance at a fixed hour.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import qrcode from 'qrcode'
import sharp from 'sharp'
import { languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import type { SpecimenAnswer } from '../passes/passes.api.ts'
import { buildWeb } from './build-web.ts'
import { openBrowser } from './test-browser.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const folder = mkdtempSync(join(tmpdir(), 'spean-journey-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const browser = await openBrowser()
const faults: string[] = []

/** A page whose errors and blocked contents are collected: none may happen. */
async function visit(path: string, from?: BrowserContext): Promise<Page> {
  const context = from ?? (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' }))
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`))
  page.on('console', (message) => {
    // A refusal (4xx) is an answer; the browser notes it as an error of its own.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(`${path}: ${message.text()}`)
  })
  await page.goto(open.url + path)
  return page
}
const at = (page: Page, id: string) => page.getByTestId(id)
const set = (instant: string) => {
  open.clock.now = parseInstant(instant) ?? assert.fail(instant)
}

async function accessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))]),
    [],
    where,
  )
}
async function startGate(page: Page, direction: 'exit' | 'entry'): Promise<void> {
  await at(page, 'point-select').selectOption('kh-th/poipet')
  await at(page, 'lane-input').fill('7')
  await at(page, `direction-${direction}`).click()
}
async function paste(page: Page, text: string): Promise<void> {
  await at(page, 'text-input').fill(text)
  await at(page, 'text-input').press('Enter')
}

let qrText = ''
let number = ''

test('desk: a made-up person, the eligibility at once, the fee with a receipt, approved, signed, printed', async () => {
  const page = await visit('/desk')
  await at(page, 'office-select').first().selectOption('KH:0109')
  await at(page, 'made-up-0').click()
  await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
  await at(page, 'submit-application').click()
  await at(page, 'pay').click()
  assert.match((await at(page, 'receipt').first().textContent()) ?? '', /KH0109-R000001/)
  await at(page, 'approve').click()
  await at(page, 'sign').click()
  number = ((await at(page, 'pass-number').first().textContent()) ?? '').trim()
  assert.match(number, /^KH0109\d{7}$/)
  qrText = await at(page, 'pass-qr-text').first().inputValue()
  await accessible(page, 'a signed application')
  const pdf = await page.request.get(new URL((await at(page, 'print-page').first().getAttribute('href')) ?? '', open.url).href)
  assert.deepEqual([pdf.status(), (await pdf.body()).subarray(0, 5).toString()], [200, '%PDF-'])
  await page.close()
})

test('desk: an address that this office may not serve is refused at once, with the rule’s instrument', async () => {
  const page = await visit('/desk')
  await at(page, 'office-select').first().selectOption('KH:0110')
  await at(page, 'made-up-1').click()
  await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
  await at(page, 'office-select').first().selectOption('KH:0109')
  await page.locator('[data-testid=eligibility][data-ok=false]').waitFor()
  await page.close()
})

test('gate: the camera reads the code, the face and the data pop up with the verdict; out, and home again, the stay closes', async () => {
  const film = join(folder, 'code.mjpeg')
  const code = await qrcode.toBuffer([{ data: qrText, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M', margin: 4, scale: 5 })
  const frame = await sharp({ create: { width: 1280, height: 720, channels: 3, background: '#ddd' } })
    .composite([{ input: code, gravity: 'centre' }])
    .jpeg({ quality: 92 })
    .toBuffer()
  writeFileSync(film, Buffer.concat(Array.from({ length: 10 }, () => frame)))
  const camera = await openBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])
  const context = await camera.newContext({ viewport: { width: 1280, height: 760 }, permissions: ['camera'], locale: 'en-GB' })
  const page = await visit('/gate', context)
  set('2026-11-20T09:00:00+07:00')
  await page.reload()
  await startGate(page, 'exit')
  await at(page, 'scan-start').click()
  await page.locator('[data-testid=verdict][data-outcome=admit]').waitFor({ timeout: 60_000 })
  assert.notEqual((await at(page, 'holder-name').textContent())?.trim(), '')
  assert.ok(await page.evaluate('document.querySelector("[data-testid=holder-face]").naturalWidth > 0'))
  assert.equal(await at(page, 'lawful-until').getAttribute('data-date'), '2026-11-26')
  await accessible(page, 'admit')
  await at(page, 'record').click()
  await at(page, 'recorded').waitFor()
  await context.close()

  set('2026-11-20T16:00:00+07:00')
  const home = await visit('/gate')
  await startGate(home, 'entry')
  await at(home, 'number-input').fill(number.toLowerCase())
  await at(home, 'number-input').press('Enter')
  await home.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  await home.keyboard.press('Enter')
  await at(home, 'recorded').waitFor()
  assert.equal(await at(home, 'recorded').getAttribute('data-stay'), 'closed')
  await home.close()
})

test('gate: a forged, an expired and a foreign code, and a face that differs', async () => {
  set('2026-11-20T10:00:00+07:00')
  const specimens = (await (await fetch(`${open.url}/api/v1/made-up/specimens`)).json()) as SpecimenAnswer[]
  const page = await visit('/gate')
  await startGate(page, 'exit')
  const outcomes = { forged: 'refuse', expired: 'refuse', 'unknown-key': 'refer', 'other-system': 'neutral' }
  for (const { kind, qrText: text } of specimens) {
    await paste(page, text)
    await page.locator(`[data-testid=verdict][data-outcome=${outcomes[kind]}]`).waitFor()
    await accessible(page, kind)
    await at(page, 'next').click()
  }
  set('2026-11-20T17:00:00+07:00')
  await page.reload()
  await at(page, 'text-input').waitFor()
  await paste(page, qrText)
  await page.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  await at(page, 'no-match').click()
  await page.locator('[data-testid=verdict][data-outcome=refer]').waitFor()
  await page.close()
})

test('gate: without a connection a movement is kept, and sent when it is back', async () => {
  const page = await visit('/gate')
  await startGate(page, 'exit')
  await paste(page, qrText)
  await page.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  await page.route('**/api/v1/movements', (route) => route.abort())
  await at(page, 'record').click()
  await at(page, 'not-recorded').waitFor()
  assert.equal(await at(page, 'unsent-count').getAttribute('data-count'), '1')
  const before = await recorded()
  await page.unroute('**/api/v1/movements')
  await page.evaluate("window.dispatchEvent(new Event('online'))")
  await page.locator('[data-testid=unsent-count][data-count="0"]').waitFor({ state: 'attached', timeout: 30_000 })
  assert.equal(await recorded(), before + 1)
  await page.close()
})
const recorded = async (): Promise<number> => Number((await open.instance.database.pool.query('select count(*)::int as n from movement')).rows[0]?.n)

test('public page: fifteen points with words, not colour alone; another day can be asked', async () => {
  set('2026-11-20T10:00:00+07:00')
  const page = await visit('/')
  await at(page, 'point-card').nth(14).waitFor()
  assert.equal(await at(page, 'point-card').count(), 15)
  const poipet = page.locator('[data-testid=point-card][data-point="kh-th/poipet"]')
  assert.equal(await poipet.getAttribute('data-open'), 'true')
  await at(page, 'at-choose').click()
  await at(page, 'at-input').fill('2026-11-21T22:00')
  await page.locator('[data-testid=point-card][data-point="kh-th/poipet"][data-open="false"]').waitFor()
  await page.close()
})

const places: [name: string, path: string, ready: string][] = [
  ['public', '/', '[data-testid=point-card]'],
  ['gate', '/gate', '[data-testid=point-select] option:nth-child(2)'],
  ['desk, new application', '/desk', '[data-testid=made-up-0]'],
  ['desk, queue', '/desk/queue', 'main h1'],
  ['desk, numbers', '/desk/numbers', 'main h1'],
  ['desk, specimens', '/desk/specimens', '[data-testid=specimen-forged]'],
  ['API documentation', '/api/docs', 'main h2'],
]
// The API's documentation is in English alone.
for (const language of languages)
  for (const [name, path, ready] of places.filter(([, path]) => language === 'en' || path !== '/api/docs'))
    test(`axe finds nothing: ${name}, ${language}, on a phone and on a desk screen; nothing runs over the edge`, async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'en-GB' })
      await context.addInitScript((chosen) => {
        localStorage.setItem('spean.language', chosen)
        localStorage.setItem('spean.desk.office', 'KH:0109')
      }, language)
      const page = await visit(path, context)
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 })
        await page.locator(ready).first().waitFor({ state: 'attached' })
        await page.evaluate('document.fonts.ready.then(() => undefined)')
        await accessible(page, `${width} px`)
        assert.ok(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), `wider than ${width} px`)
        if (path !== '/api/docs') assert.equal(await page.evaluate('document.documentElement.lang'), language)
      }
      await context.close()
    })

test('the gate’s first load is at most 450 KB over the wire, fonts of one language included', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, locale: 'en-GB' })
  await context.addInitScript(() => localStorage.setItem('spean.language', 'km'))
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  let bytes = 0
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(`${open.url}/gate`)
  await startGate(page, 'exit')
  await page.waitForLoadState('networkidle')
  assert.ok(bytes > 50_000 && bytes <= 450 * 1024, `${bytes} bytes`)
  await context.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
