// Goal: the main job as people do it, each in their own role, in a real browser: taken, paid, approved, signed on a list with one gesture, printed, scanned at the gate, out and home. Method: Chromium against a whole instance at a fixed hour.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import qrcode from 'qrcode'
import sharp from 'sharp'
import { parseInstant } from '../kernel/time.ts'
import type { SpecimenAnswer } from '../passes/passes.api.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, nothingUnsent, openJourney, paste, startGate, until } from './journey-browser.ts'
import { openBrowser } from './test-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const folder = mkdtempSync(join(tmpdir(), 'spean-journey-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const { faults, visit, become, visitAs } = await openJourney(open.url)
const desk = openDesk(open)
const set = (instant: string) => {
  open.clock.now = parseInstant(instant) ?? assert.fail(instant)
}
const officer = ['checkpoint-officer', 'kh-th/poipet'] as const

let qrText = ''
let number = ''

test('from the clerk to the printer: each step in its own hands, and each page says whose the next one is', async () => {
  const page = await visit('/desk')
  await page.waitForURL('**/become?next=%2Fdesk')
  await at(page, 'become-role').selectOption('clerk')
  await at(page, 'become-search').fill('KH:0109')
  await page.locator('[data-testid=become][data-roles="clerk@KH:0109"]').first().click()
  await at(page, 'made-up-0').click()
  await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
  assert.equal(await at(page, 'office').getAttribute('data-office'), 'KH:0109')
  assert.equal(await at(page, 'office-select').count(), 0, 'a clerk has one office and no choice')
  await at(page, 'submit-application').click()
  await nextIs(page, 'payment.take')
  assert.equal(await at(page, 'pay').count(), 0, 'a clerk takes no money')

  await at(page, 'become-cashier').click()
  await at(page, 'pay').click()
  await nextIs(page, 'application.approve')
  assert.match((await at(page, 'receipt').first().textContent()) ?? '', /KH0109-R000001/)

  await at(page, 'become-reviewer').click()
  await at(page, 'approve').click()
  await nextIs(page, 'pass.sign')
  await accessible(page, 'an approved application, to its reviewer')

  await at(page, 'become-governor').click()
  await at(page, 'to-list').click()
  await at(page, 'show-list').click()
  assert.match((await at(page, 'list-hash').getAttribute('data-hash')) ?? '', /^[0-9a-f]{64}$/)
  await accessible(page, 'the list to sign')
  await at(page, 'sign-list').click()
  number = ((await at(page, 'signed-number').first().textContent()) ?? '').trim()
  assert.match(number, /^KH0109\d{7}$/)
  await accessible(page, 'the signed list')
  await at(page, 'signed-number').first().click()
  qrText = await at(page, 'pass-qr-text').first().inputValue()

  await at(page, 'become-printer').click()
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'print-page').click()])
  assert.equal(download.suggestedFilename(), `${number}.pdf`)
  assert.equal(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  // The read-back and the hand-over of the booklet are another test's matter.
  await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [number])
  await accessible(page, 'a signed application, to the printer')
  // Binding and handing over have a journey of their own.
  await open.administrator.query('update pass set handed_over_at = issued_at where number = $1', [number])
  await page.close()
})
const nextIs = (page: Page, action: string) => page.locator(`[data-testid=next-step][data-action="${action}"]`).waitFor()

test('desk: an address that this office may not serve is refused at once, and the form says who serves it', async () => {
  const page = await visitAs('clerk', 'KH:0109', '/desk')
  await at(page, 'made-up-1').click()
  await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
  await page.locator('#field-district').selectOption('KH:0110')
  await page.locator('[data-testid=eligibility][data-ok=false]').waitFor()
  assert.match((await at(page, 'eligibility').textContent()) ?? '', /Poipet/)
  await page.close()
})

test('desk: signed out before anything could be saved, the way leads to a session and back, and what was typed is still there; for nobody else', async () => {
  const page = await visitAs('clerk', 'KH:0109', '/desk')
  await page.route('**/api/v1/drafts/*', (route) => route.abort())
  await page.locator('#field-familyName').fill('SOK')
  await page.context().clearCookies()
  await page.locator('#field-province').selectOption('KH:01')
  await page.locator('#field-district').selectOption('KH:0109')
  await page.waitForURL('**/become?next=%2Fdesk')
  await become(page, 'clerk', 'KH:0109', '/desk')
  await page.locator('#field-familyName').waitFor()
  assert.equal(await page.evaluate('sessionStorage.length'), 0)
  assert.equal(await page.locator('#field-familyName').inputValue(), 'SOK')
  await page.context().clearCookies()
  await page.locator('#field-district').selectOption('KH:0110')
  await page.waitForURL('**/become?next=%2Fdesk')
  await become(page, 'clerk', 'KH:0110', '/desk')
  await page.locator('#field-familyName').waitFor()
  assert.equal(await page.locator('#field-familyName').inputValue(), '')
  assert.equal(await page.evaluate('sessionStorage.length'), 0, 'another person’s words are thrown away')
  await page.close()
})

test('a governor’s list: who cannot be signed is held back with the reason, the others are signed', async () => {
  const ids: string[] = []
  for (const index of [31, 32, 33]) ids.push(String((await desk.apply({}, 'KH:0109', index)).body['id']))
  for (const id of ids) assert.deepEqual([(await desk.pay(id)).status, (await desk.approve(id)).status], [200, 200])
  const page = await visitAs('governor', 'KH:0109', '/desk/sign')
  await at(page, 'sign-row').nth(2).waitFor()
  await desk.post(
    `/api/v1/applications/${ids[1]}/rejection`,
    { requestId: desk.id(), reason: 'papers are missing', ground: 'papers' },
    desk.at('reviewer', 'KH:0109'),
  )
  await at(page, 'show-list').click()
  await at(page, 'held-back').waitFor()
  const held = page.locator(`[data-testid=sign-row][data-application="${ids[1]}"]`)
  assert.equal(await held.getAttribute('data-held'), 'true')
  assert.match((await held.textContent()) ?? '', /closed/i)
  await accessible(page, 'one held back')
  await at(page, 'show-list').click()
  await at(page, 'sign-list').click()
  await at(page, 'signed-number').nth(1).waitFor()
  assert.equal(await at(page, 'signed-number').count(), 2)
  await page.close()
})

test('a refusal for the hands a case is in stands there in words, with somebody who may', async () => {
  const id = String((await desk.apply({}, 'KH:0109', 41)).body['id'])
  await desk.pay(id)
  const page = await visitAs('reviewer', 'KH:0109', `/desk/applications/${id}`)
  const document = { code: 'authority.same-hands', status: 403, title: '', next: '', rule: 'authority.separation', instruments: [] }
  await page.route('**/approval', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(document) }))
  await at(page, 'approve').click()
  await page.locator('[data-testid=problem][data-code="authority.same-hands"]').waitFor()
  await at(page, 'become-governor').waitFor()
  await accessible(page, 'refused for its hands')
  await page.close()
})

test('the navigation holds what one may do, and no more', async () => {
  const links = async (page: Page) => page.locator('.places a').evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  const expected = {
    'clerk KH:0109': ['/desk/', '/desk/queue', '/desk/passes', '/desk/lost-reports', '/desk/numbers', '/desk/offices', '/desk/stays', '/desk/prices'],
    'cashier KH:0109': ['/desk/queue', '/desk/till', '/desk/prices'],
    'printer KH:0109': ['/desk/queue', '/desk/print', '/desk/booklets', '/desk/passes', '/desk/prices'],
    'governor KH:0109': [
      ...['/desk/sign', '/desk/queue', '/desk/booklets', '/desk/till', '/desk/passes', '/desk/lost-reports', '/desk/numbers', '/desk/offices'],
      ...['/desk/province', '/desk/prices', '/desk/staff'],
    ],
    'office-administrator KH:0109': ['/desk/booklets', '/desk/numbers', '/desk/offices', '/desk/province', '/desk/staff'],
    'provincial-officer KH:01': [
      ...[
        '/desk/queue',
        '/desk/booklets',
        '/desk/till',
        '/desk/passes',
        '/desk/lost-reports',
        '/desk/complaints',
        '/desk/overseen',
        '/desk/numbers',
        '/desk/offices',
      ],
      ...['/desk/province', '/desk/stays', '/desk/orders', '/desk/prices'],
    ],
  }
  const page = await visit('/')
  for (const [who, wanted] of Object.entries(expected)) {
    const [role, place] = who.split(' ') as ['clerk', string]
    await become(page, role, place, '/desk')
    await page.locator('.places a').first().waitFor()
    const shown = (await links(page)).filter((href) => href !== '/desk/specimens' && href !== '/desk/instruments')
    assert.deepEqual(shown, wanted, who)
  }
  await at(page, 'office-select').first().waitFor()
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
  set('2026-11-20T09:00:00+07:00')
  const page = await visitAs(...officer, '/gate', context)
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
  const home = await visitAs(...officer, '/gate')
  await at(home, 'point-select').locator('option').nth(1).waitFor({ state: 'attached' })
  const offered = await at(home, 'point-select')
    .locator('option')
    .evaluateAll((found) => found.map((option) => option.getAttribute('value')))
  assert.deepEqual(offered, ['', 'kh-th/poipet'], 'an officer’s own point and no other')
  await startGate(home, 'entry')
  await at(home, 'number-input').fill(number.toLowerCase())
  await at(home, 'number-input').press('Enter')
  await home.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  await until(home, 'document.querySelector("[data-testid=holder-face]")?.naturalWidth > 0')
  await home.keyboard.press('Enter')
  await at(home, 'recorded').waitFor()
  assert.equal(await at(home, 'recorded').getAttribute('data-stay'), 'closed')
  await home.close()
})

/** Somebody at home with a pass of their own, at an hour of the test's own: no test below stands on what another one did. */
async function personAtGate(index: number, instant: string) {
  set(instant)
  return desk.issue(index)
}

test('gate: a forged, an expired and a foreign code, and a face that differs', async () => {
  set('2026-11-20T10:00:00+07:00')
  const specimens = (await (await fetch(`${open.url}/api/v1/made-up/specimens`)).json()) as SpecimenAnswer[]
  const page = await visitAs(...officer, '/gate')
  await startGate(page, 'exit')
  const outcomes = { forged: 'refuse', expired: 'refuse', 'unknown-key': 'refer', 'other-system': 'neutral' }
  for (const { kind, qrText: text } of specimens) {
    await paste(page, text)
    await page.locator(`[data-testid=verdict][data-outcome=${outcomes[kind]}]`).waitFor()
    await accessible(page, kind)
    await at(page, 'next').click()
  }
  const { qrText: text } = await personAtGate(61, '2026-11-20T17:00:00+07:00')
  await become(page, ...officer, '/gate')
  await at(page, 'text-input').waitFor()
  await paste(page, text)
  await page.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  await at(page, 'no-match').click()
  await page.locator('[data-testid=verdict][data-outcome=refer]').waitFor()
  await page.close()
})

test('gate: without a connection a movement is kept, and sent when it is back', async () => {
  const { qrText: text } = await personAtGate(62, '2026-11-20T17:15:00+07:00')
  const page = await visitAs(...officer, '/gate')
  await startGate(page, 'exit')
  await paste(page, text)
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

test('gate: signed out with a case on the counter, the movement is kept; after signing in again it is sent', async () => {
  const { qrText: text, number: pass } = await personAtGate(63, '2026-11-20T17:30:00+07:00')
  const out = { id: desk.id(), point: 'kh-th/poipet', direction: 'exit', document: { number: pass }, occurredAt: open.clock.now, photo: 'match' }
  assert.equal((await desk.post('/api/v1/movements', out, desk.officer)).status, 201)
  const page = await visitAs(...officer, '/gate')
  await startGate(page, 'entry')
  await paste(page, text)
  await page.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  const before = await recorded()
  await page.context().clearCookies()
  await at(page, 'record').click()
  await at(page, 'not-recorded').waitFor()
  assert.match((await at(page, 'not-recorded').textContent()) ?? '', /signed in again/)
  assert.equal(await recorded(), before)
  await at(page, 'next').click()
  await page.waitForURL('**/become?next=%2Fgate')
  await become(page, ...officer, '/gate')
  await until(page, nothingUnsent)
  assert.equal(await recorded(), before + 1)
  await page.close()
})

test('gate: what another officer left unsent is sent in one’s own name only when one says so', async () => {
  const { qrText: text } = await personAtGate(64, '2026-11-20T18:00:00+07:00')
  const page = await visitAs(...officer, '/gate')
  await startGate(page, 'exit')
  await paste(page, text)
  await page.locator('[data-testid=verdict][data-outcome=admit]').waitFor()
  const before = await recorded()
  await page.route('**/api/v1/movements', (route) => route.abort())
  await at(page, 'record').click()
  await at(page, 'not-recorded').waitFor()
  await page.unroute('**/api/v1/movements')
  await become(page, 'chief-of-point', 'kh-th/poipet', '/gate')
  await at(page, 'of-another').waitFor()
  await accessible(page, 'another officer’s movements')
  assert.equal(await recorded(), before)
  await at(page, 'of-another').getByRole('button').click()
  await until(page, nothingUnsent)
  assert.equal(await recorded(), before + 1)
  await page.close()
})
const recorded = async (): Promise<number> => Number((await open.administrator.query('select count(*)::int as n from movement')).rows[0]?.n)
test('gate: nobody’s point is offered to a clerk', async () => {
  const page = await visitAs('clerk', 'KH:0109', '/gate')
  await at(page, 'no-point').waitFor()
  await accessible(page, 'a clerk at the gate')
  await page.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
