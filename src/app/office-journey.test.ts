// Goal: the office's work as people do it with their hands: typed by one clerk and gone on with by another, returned, corrected, reviewed by one, approved, held back, signed, printed and read back, bound to a booklet, signed for, handed over; then lost and replaced. Method: Chromium against a whole instance at a fixed hour, with keys, a scanner that types, a pen, a fake camera.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { buildWeb } from './build-web.ts'
import { accessible, at, focusOn, openJourney } from './journey-browser.ts'
import { openBrowser } from './test-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, become, visitAs, visit } = await openJourney(open.url)
const desk = openDesk(open)
const office = 'KH:0109'
const folder = mkdtempSync(join(tmpdir(), 'spean-office-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const photoFile = join(folder, 'photo.jpg')
writeFileSync(photoFile, (await open.server.inject({ url: '/api/v1/made-up/people/9/photo' })).rawPayload)

const field = (page: Page, name: string) => page.locator(`#field-${name}`)
const saved = (page: Page) => page.locator('[data-testid=draft-status][data-draft=saved]').waitFor()
const nextIs = (page: Page, action: string) => page.locator(`[data-testid=next-step][data-action="${action}"]`).waitFor()
const problemIs = (page: Page, code: string) => page.locator(`[data-testid=problem][data-code="${code}"]`).waitFor()
const stateIs = (page: Page, state: string) => page.locator(`[data-testid=application-state][data-state="${state}"]`).waitFor()
async function giveReason(page: Page, reason: string): Promise<void> {
  await at(page, 'reason').fill(reason)
  await at(page, 'confirm').click()
}

let address = ''
let application = ''
let number = ''

test('a draft is the office’s: one clerk types it, another goes on with it; two at once are told, and nothing is written over', async () => {
  const page = await visitAs('clerk', office, '/desk')
  await field(page, 'localName').fill('សុខ ចិន្តា')
  await field(page, 'familyName').fill('SOK')
  await field(page, 'birthDate').fill('31/02/1990')
  await saved(page)
  address = new URL(page.url()).search
  assert.match(address, /^\?draft=[0-9a-f-]{36}$/)
  await page.reload()
  await field(page, 'familyName').waitFor()
  assert.equal(await field(page, 'familyName').inputValue(), 'SOK')

  const second = await secondClerk('/desk')
  await second.locator('[data-testid=draft]').first().waitFor()
  await accessible(second, 'the office’s drafts')
  await at(second, 'draft-go-on').first().click()
  await second.waitForURL((url) => url.search === address)
  assert.equal(await field(second, 'birthDate').inputValue(), '31/02/1990')
  await field(second, 'givenName').fill('CHENDA')
  await saved(second)

  await field(page, 'givenName').fill('SOMETHING ELSE')
  await problemIs(page, 'draft.changed')
  await accessible(page, 'a draft that another clerk changed')
  await at(page, 'open-newer').click()
  await saved(page)
  assert.equal(await field(page, 'givenName').inputValue(), 'CHENDA')
  await page.context().close()
  await second.context().close()
})

/** The office's second clerk, at a machine of their own. */
async function secondClerk(path: string): Promise<Page> {
  return become(await visit('/'), 'clerk', office, path, 1)
}

test('the photo is cut by hand: keys, wheel and pen move it within its edges; then it is submitted, and the draft is gone', async () => {
  const page = await secondClerk(`/desk/${address}`)
  await field(page, 'birthDate').fill('18/11/2001')
  await page.getByRole('radio', { name: 'Female' }).check()
  await field(page, 'nationalId').fill('990000777')
  await field(page, 'province').selectOption('KH:01')
  await field(page, 'district').selectOption(office)
  await at(page, 'submit-application').click()
  // The first open entry takes the focus.
  await focusOn(page, 'field-photo')

  await page.locator('#photo-file').setInputFiles(photoFile)
  const frame = at(page, 'cut-frame')
  const crop = async () => ((await frame.getAttribute('data-crop')) ?? '').split(' ').map(Number)
  const whole = await crop()
  await accessible(page, 'the photo being cut')
  await frame.press('+')
  await frame.press('ArrowLeft')
  const zoomed = await crop()
  assert.ok((zoomed[2] ?? 0) < (whole[2] ?? 0) && (zoomed[0] ?? 0) > 0, `${whole} ${zoomed}`)
  const box = (await frame.boundingBox()) ?? assert.fail('no frame')
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.mouse.down()
  await page.mouse.move(box.x + 900, box.y + 900, { steps: 4 })
  await page.mouse.up()
  assert.deepEqual((await crop()).slice(0, 2), [0, 0], 'dragged to its corner and no further')
  const beforePinch = await crop()
  await pinch(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  assert.ok(((await crop())[2] ?? 0) < (beforePinch[2] ?? 0), 'two fingers pull it larger')
  await at(page, 'use-photo').click()
  await at(page, 'photo-preview').waitFor()
  await seePapers(page)
  await saved(page)
  await at(page, 'submit-application').click()
  await nextIs(page, 'payment.take')
  application = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  assert.equal(await page.evaluate('sessionStorage.length'), 0, 'nothing of a person stays in the browser')
  const drafts = await desk.get(`/api/v1/drafts?office=${office}`, desk.at('clerk', office))
  assert.equal((drafts.body as unknown as object[]).length, 0)
  await page.context().close()
})

/** The papers of a first pass, as the clerk saw them, and the home's two days. */
async function seePapers(page: Page): Promise<void> {
  for (const paper of ['national-id', 'family-book', 'photo-4x6']) await at(page, `seen-${paper}`).check()
  await field(page, 'livesSince').fill('01/01/2010')
  await field(page, 'proofDate').fill('01/10/2026')
}

/** Two fingers that go apart on a touch screen. */
async function pinch(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const wire = await page.context().newCDPSession(page)
  const at = (apart: number) => [
    { x: x - apart, y, id: 1 },
    { x: x + apart, y, id: 2 },
  ]
  await wire.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(30) })
  for (const apart of [40, 50, 60]) await wire.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(apart) })
  await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('signed out in the middle, the way back leads to the draft with the last words; for nobody of another office', async () => {
  const page = await visitAs('clerk', office, '/desk')
  await field(page, 'familyName').fill('SAO')
  await saved(page)
  await page.context().clearCookies()
  await field(page, 'givenName').fill('LAST WORDS')
  await page.waitForURL('**/become?next=*')
  const back = new URL(page.url()).searchParams.get('next') ?? ''
  await become(page, 'clerk', office, back)
  await field(page, 'givenName').waitFor()
  assert.deepEqual([await field(page, 'familyName').inputValue(), await field(page, 'givenName').inputValue()], ['SAO', 'LAST WORDS'])
  assert.equal(await page.evaluate('sessionStorage.length'), 0)
  await saved(page)
  await become(page, 'clerk', 'KH:0110', back)
  await problemIs(page, 'draft.not-found')
  assert.equal(await field(page, 'familyName').inputValue(), '')
  await become(page, 'clerk', office, back)
  await at(page, 'draft-discard').first().click()
  await at(page, 'confirm').click()
  await page.waitForURL((url) => url.search === '')
  assert.equal(await field(page, 'familyName').inputValue(), '')
  await page.context().close()
})

test('paid, taken up by one reviewer, returned with a reason, corrected with nothing typed twice, approved', async () => {
  const path = `/desk/applications/${application}`
  const page = await visitAs('cashier', office, path)
  await at(page, 'pay').click()
  await nextIs(page, 'application.approve')
  await become(page, 'reviewer', office, path)
  await at(page, 'take-up').click()
  await at(page, 'mine-under-review').waitFor()
  await focusOn(page, 'next-title')
  await accessible(page, 'under review, to whoever has it')

  const governor = await visitAs('governor', office, path)
  await at(governor, 'others-under-review').waitFor()
  assert.equal(await at(governor, 'approve').count(), 0, 'another reviewer decides nothing meanwhile')
  await accessible(governor, 'under review by another')
  await governor.context().close()

  await at(page, 'return').click()
  await giveReason(page, 'The given name is misspelt')
  await stateIs(page, 'incomplete')
  await become(page, 'clerk', office, path)
  assert.match((await at(page, 'to-correct').textContent()) ?? '', /misspelt/)
  await accessible(page, 'to be corrected')
  await at(page, 'correct').click()
  await at(page, 'save-correction').waitFor()
  await accessible(page, 'the correction')
  assert.equal(await field(page, 'familyName').inputValue(), 'SOK')
  assert.equal(await field(page, 'nationalId').isEditable(), true, 'a number typed wrong is put right here')
  await field(page, 'birthDate').fill('30/02/2001')
  await at(page, 'save-correction').click()
  await focusOn(page, 'field-birthDate')
  await field(page, 'birthDate').fill('18/11/2001')
  await field(page, 'givenName').fill('CHINDA')
  await at(page, 'save-correction').click()
  await stateIs(page, 'paid')
  await become(page, 'reviewer', office, path)
  await at(page, 'approve').click()
  await stateIs(page, 'approved')
  await page.context().close()
})

test('the governor holds one back with a reason and signs the rest with one gesture', async () => {
  const other = String((await desk.apply({}, office, 61)).body['id'])
  await desk.pay(other)
  await desk.approve(other)
  const page = await visitAs('governor', office, '/desk/sign')
  await at(page, 'sign-row').nth(1).waitFor()
  const mine = page.locator(`[data-testid=sign-row][data-application="${application}"]`)
  assert.match((await mine.getByTestId('row-flags').textContent()) ?? '', /misspelt/)
  await page.locator(`[data-testid=sign-row][data-application="${other}"]`).getByTestId('hold-back').click()
  await giveReason(page, 'Whose photo is this?')
  await at(page, 'held-now').waitFor()
  await focusOn(page, 'held-now-title')
  assert.equal(await at(page, 'sign-row').count(), 1)
  await accessible(page, 'one held back by the governor')
  await at(page, 'show-list').click()
  await at(page, 'sign-list').click()
  number = ((await at(page, 'signed-number').first().textContent()) ?? '').trim()
  assert.equal(await at(page, 'signed-number').count(), 1)
  await become(page, 'reviewer', office, `/desk/applications/${other}`)
  assert.match((await at(page, 'sent-back').textContent()) ?? '', /Whose photo/)
  await page.context().close()
})

test('booklets come in as a run, once; one is spoilt before use', async () => {
  const page = await visitAs('office-administrator', office, '/desk/booklets')
  await at(page, 'receive-first').fill('a 000 100')
  await at(page, 'receive-count').fill('50')
  assert.match((await at(page, 'receive-run').textContent()) ?? '', /A000100.*A000149/)
  await at(page, 'receive').click()
  await at(page, 'batch').waitFor()
  assert.match((await at(page, 'stock-next').textContent()) ?? '', /A000100/)
  await at(page, 'receive-first').fill('A000149')
  await at(page, 'receive-count').fill('2')
  await at(page, 'receive').click()
  await problemIs(page, 'booklet.already-received')
  await at(page, 'receive-count').fill('0')
  await at(page, 'receive').click()
  await focusOn(page, 'stock-count')
  await accessible(page, 'the stock, to the administrator')
  await become(page, 'printer', office, '/desk/booklets')
  await at(page, 'spoil-number').fill('A000100')
  await at(page, 'spoil').click()
  await giveReason(page, 'Wet')
  await page.locator('[data-testid=stock-next]', { hasText: 'A000101' }).waitFor()
  assert.equal(await at(page, 'receive').count(), 0)
  await accessible(page, 'the stock, to the printer')
  await page.context().close()
})

/** A scanner of the keyboard kind: types fast where the cursor stands, and ends with Enter. */
async function scan(page: Page, text: string): Promise<void> {
  await at(page, 'scanned').focus()
  await page.keyboard.insertText(text)
  await page.keyboard.press('Enter')
}

test('printed, read back and bound; spoilt and bound again; signed for and handed over', async () => {
  const { qrText } = (await desk.get(`/api/v1/passes/${number}`, desk.at('governor', office))).body as unknown as { qrText: string }
  const page = await visitAs('printer', office, `/desk/applications/${application}`)
  await Promise.all([page.waitForEvent('download'), at(page, 'print-page').click()])
  await page.locator('[data-testid=scanned]:focus').waitFor()
  await accessible(page, 'a page to be read back')
  await scan(page, qrText.slice(0, -1) + (qrText.endsWith('A') ? 'B' : 'A'))
  await page.locator('[data-testid=booklet-number]:focus').waitFor()
  assert.equal(await at(page, 'booklet-number').inputValue(), 'A000101', 'the next number of the stock is proposed')
  await page.keyboard.press('Enter')
  await problemIs(page, 'booklet.qr-differs')
  await scan(page, qrText)
  await page.keyboard.press('Enter')
  await stateIs(page, 'produced')
  await focusOn(page, 'next-title')

  await at(page, 'spoil').click()
  await giveReason(page, 'The printer jammed')
  await stateIs(page, 'signed')
  await scan(page, qrText)
  await page.locator('[data-testid=booklet-number]:focus').waitFor()
  assert.equal(await at(page, 'booklet-number').inputValue(), 'A000102')
  await page.keyboard.press('Enter')
  await stateIs(page, 'produced')

  await at(page, 'hand-over').click()
  assert.equal(await page.locator('[data-testid=application-state]').getAttribute('data-state'), 'produced', 'nothing without a mark')
  await draw(page, [
    [0.1, 0.5, 0.5, 0.2],
    [0.5, 0.2, 0.6, 0.8],
    [0.2, 0.9, 0.9, 0.9],
  ])
  assert.equal(await at(page, 'signature-pad').getAttribute('data-strokes'), '3')
  await at(page, 'undo-stroke').click()
  assert.equal(await at(page, 'signature-pad').getAttribute('data-strokes'), '2')
  await accessible(page, 'the hand-over')
  await at(page, 'hand-over').click()
  await stateIs(page, 'collected')
  await page.locator('[data-testid=hand-over-mark]').waitFor()
  assert.ok(await page.evaluate('document.querySelector("[data-testid=hand-over-mark]").decode().then(() => true)'))
  await accessible(page, 'handed over')

  // Pages are added to that same booklet, long after.
  await page.goto(`${open.url}/desk/passes/${number}`)
  await at(page, 'pages').fill('65')
  await at(page, 'add-pages').click()
  await focusOn(page, 'added-pages')
  await at(page, 'pages').fill('៨')
  await at(page, 'add-pages').click()
  await page.locator('[data-testid=pages-added][data-pages="8"]').waitFor()
  await accessible(page, 'pages added')
  await page.context().close()
})

async function draw(page: Page, lines: readonly (readonly [number, number, number, number])[]): Promise<void> {
  await at(page, 'signature-pad').scrollIntoViewIfNeeded()
  const box = (await at(page, 'signature-pad').boundingBox()) ?? assert.fail('no pad')
  const place = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const
  for (const [fromX, fromY, toX, toY] of lines) {
    await page.mouse.move(...place(fromX, fromY))
    await page.mouse.down()
    await page.mouse.move(...place(toX, toY), { steps: 12 })
    await page.mouse.up()
  }
}

test('lost: the form finds the pass, offers the replacement, and the old one is dead', async () => {
  const page = await visitAs('clerk', office, '/desk')
  await field(page, 'localName').fill('សុខ ចិន្តា')
  await field(page, 'familyName').fill('SOK')
  await field(page, 'givenName').fill('CHINDA')
  await field(page, 'birthDate').fill('18/11/2001')
  await page.getByRole('radio', { name: 'Female' }).check()
  await field(page, 'nationalId').fill('990000777')
  await field(page, 'province').selectOption('KH:01')
  await field(page, 'district').selectOption(office)
  await page.locator('#photo-file').setInputFiles(photoFile)
  await at(page, 'use-photo').click()
  await seePapers(page)
  await at(page, 'submit-application').click()
  await problemIs(page, 'applicant.has-live-pass')
  await accessible(page, 'a replacement is offered')
  await at(page, 'replace-lost').click()
  assert.equal(await field(page, 'replaces').inputValue(), number)
  await at(page, 'submit-application').click()
  // For a lost pass the law asks for other papers, which nobody brought.
  await at(page, 'take-anyway').click()
  await nextIs(page, 'payment.take')
  await page.goto(`${open.url}/desk/passes/${number}`)
  await page.locator('[data-testid=pass-state][data-state=suspended]').waitFor()
  await page.context().close()
})

test('the camera in place: one press, then the cut', async () => {
  const camera = await openBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
  const context = await camera.newContext({ viewport: { width: 1280, height: 800 }, permissions: ['camera'], locale: 'en-GB' })
  const page = await visitAs('clerk', office, '/desk', context)
  await at(page, 'take-photo').click()
  await page.locator('[data-testid=shoot]:not([disabled])').waitFor()
  await accessible(page, 'the camera')
  await at(page, 'shoot').click()
  await at(page, 'use-photo').click()
  await at(page, 'photo-preview').waitFor()
  await context.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
