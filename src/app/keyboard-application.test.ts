// Goal: a clerk takes a whole application, and a cashier its fee, with the keyboard alone, in few enough keys for three minutes; what was seen is there for the reviewer. Method: Chromium against a whole instance; every key counted, the order of focus followed; time by the keystroke-level model (Card, Moran and Newell 1980), no clock.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { languages } from '../kernel/language.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const { browser, faults, become, visit, visitAs } = await openJourney(open.url)
const desk = openDesk(open)
const office = 'KH:0109'
const folder = mkdtempSync(join(tmpdir(), 'spean-keyboard-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const photoFile = join(folder, 'photo.jpg')
const paperFile = join(folder, 'paper.jpg')
writeFileSync(photoFile, (await open.server.inject({ url: '/api/v1/made-up/people/9/photo' })).rawPayload)
await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#e9e2d0' } })
  .jpeg()
  .toFile(paperFile)

/** Seconds: a key of an average typist who is no secretary, and a step that has to be thought of (Card, Moran and Newell, CACM 23(7), 1980). */
const model = { key: 0.28, think: 1.35 } as const

/** A pair of hands on a keyboard, counted. */
function hands(page: Page) {
  const count = { keys: 0, steps: 0 }
  const focus = () => page.evaluate('document.activeElement.id || document.activeElement.dataset.testid || ""') as Promise<string>
  async function press(key: string): Promise<void> {
    count.keys += 1
    await page.keyboard.press(key)
  }
  /** Tab to what is next; it comes within a few stops, and never before where we were. */
  async function to(name: string, stopsMax = 4): Promise<void> {
    count.steps += 1
    for (let stop = 0; stop < stopsMax; stop += 1) {
      if ((await focus()) === name) return
      await page.evaluate('window.stoodAt = document.activeElement')
      await press('Tab')
      const isForward = 'stoodAt === document.body || !!(stoodAt.compareDocumentPosition(document.activeElement) & 4)'
      assert.ok(await page.evaluate(isForward), `the focus went back on the way to ${name}, to ${await focus()}`)
    }
    assert.equal(await focus(), name, `within ${stopsMax} stops`)
  }
  async function type(text: string): Promise<void> {
    count.keys += text.length
    await page.keyboard.insertText(text)
  }
  async function choose(letters: string): Promise<void> {
    count.keys += letters.length
    await page.keyboard.type(letters)
  }
  return { count, press, to, type, choose, focus }
}
const secondsOf = ({ keys, steps }: { keys: number; steps: number }) => keys * model.key + steps * model.think
const watch = (page: Page) =>
  page.addInitScript({ content: "globalThis.pressed = 0; addEventListener('pointerdown', () => { globalThis.pressed += 1 }, true)" })

let application = ''

test('one application by keyboard alone: person, home, papers with a picture, photo, sent; its fee in cash and the slip', async (t) => {
  const page = await visit('/')
  await watch(page)
  // Asked for from the start: the browser learns of a listener on a way of its own, and a key pressed at once could come before it.
  page.on('filechooser', () => {})
  await become(page, 'clerk', office, '/desk')
  await page.locator('#field-localName').waitFor()
  const clerk = hands(page)
  const { press, to, type, choose } = clerk
  // The hand lies on the form's first entry: the way there, past the demonstration's people, is no part of the work.
  await page.locator('#field-localName').focus()
  const fill = async (name: string, text: string) => {
    await to(`field-${name}`)
    await type(text)
  }
  await fill('localName', 'កែវ សុវណ្ណ')
  await fill('familyName', 'KEO')
  await fill('givenName', 'SOVANN')
  await fill('birthDate', '18/11/1991')
  await to('field-sex')
  await press('Space')
  await fill('nationalId', '990000888')
  await to('field-province')
  await choose('Ban')
  await to('field-district')
  await choose('Mal')
  await fill('address', 'House 12, Group 1, Malai')
  await fill('livesSince', '1/5/2015')
  await fill('proofDate', '3/11/2026')
  await to('field-papers')
  await press('Space')
  await to('paper-family-book')
  await press('Space')
  await to('picture-of-family-book')
  await press('Enter')
  await page.locator('[data-testid=paper-file-button]:focus').waitFor()
  const [paper] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')])
  await paper.setFiles(paperFile)
  await at(page, 'paper-picture').waitFor()
  await to('paper-photo-4x6', 5)
  await press('Space')
  await to('photo-file', 6)
  const [photo] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')])
  await photo.setFiles(photoFile)
  await page.locator('[data-testid=cut-frame]:focus').waitFor()
  await press('+')
  await page.locator('[role=dialog] [data-testid=chip]').waitFor()
  await to('use-photo', 5)
  await press('Enter')
  await at(page, 'photo-preview').waitFor()
  await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
  await to('submit-application', 6)
  await press('Enter')
  await page.locator('[data-testid=next-step][data-action="payment.take"]').waitFor()
  application = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  assert.equal(await page.evaluate('pressed'), 0, 'no mouse')

  await become(page, 'cashier', office, `/desk/applications/${application}`)
  await at(page, 'pay').waitFor()
  const cashier = hands(page)
  await at(page, 'next-step').getByRole('heading').first().focus()
  await cashier.to('pay', 12)
  await cashier.press('Enter')
  await at(page, 'receipt').first().waitFor()
  await cashier.to('print-receipt', 12)
  await cashier.press('Enter')
  assert.equal(await page.evaluate('pressed'), 0, 'no mouse')

  const both = { keys: clerk.count.keys + cashier.count.keys, steps: clerk.count.steps + cashier.count.steps }
  assert.ok(secondsOf(both) < 180, JSON.stringify({ clerk: clerk.count, cashier: cashier.count, seconds: secondsOf(both) }))
  t.diagnostic(JSON.stringify({ clerk: clerk.count, cashier: cashier.count, seconds: secondsOf(both) }))
  await page.context().close()
})

test('the reviewer sees what was seen, its picture large, and what is missing; nobody’s pointer is needed for it', async () => {
  const page = await visitAs('reviewer', office, `/desk/applications/${application}`)
  await at(page, 'seen-paper').nth(2).waitFor()
  assert.equal(await at(page, 'not-seen').count(), 0)
  await at(page, 'paper-picture').press('Enter')
  await at(page, 'paper-large').waitFor()
  assert.ok(await page.evaluate('document.querySelector("[data-testid=paper-large]").decode().then(() => true)'))
  await accessible(page, 'a picture, large')
  await page.keyboard.press('Escape')
  const asked = { ...(await desk.request({}, office, 61)), papers: ['national-id'], residence: { since: '2026-10-01', proofOn: null } }
  const bare = String((await desk.post('/api/v1/applications', asked, desk.at('clerk', office))).body['id'])
  await page.goto(`${open.url}/desk/applications/${bare}`)
  assert.match((await at(page, 'not-seen').textContent()) ?? '', /Not seen: Family book or Residence book · Photo 4×6/)
  assert.match((await at(page, 'look-twice').textContent()) ?? '', /Not proved.*Lives there since/)
  await page.goto(`${open.url}/desk/queue`)
  await at(page, 'filter-all').click()
  assert.match((await page.locator('[data-flag=papers-not-seen]').first().textContent()) ?? '', /Not seen: Family book or Residence book · Photo 4×6/)
  await page.context().close()
})

for (const language of languages)
  test(`axe finds nothing in the form, its question, a correction and what was seen, ${language}, on a phone and on a desk screen`, async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, locale: 'en-GB' })
    await context.addInitScript((chosen) => localStorage.setItem('spean.language', chosen), language)
    const page = await visitAs('clerk', office, '/desk', context)
    const bothWidths = (ready: string) => suits(page, `keyboard ${ready}`, language, ready, () => page.locator(ready).first().waitFor())
    await at(page, 'made-up-4').click()
    await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
    await page.locator('#field-mobile').fill('012 771 909')
    await page.locator('#field-mobileConsent').check()
    await bothWidths('[data-testid=chip]')
    await at(page, 'seen-family-book').uncheck()
    await page.locator('#field-livesSince').fill('')
    await at(page, 'submit-application').click()
    await bothWidths('[data-testid=ask-missing]')
    await at(page, 'back-to-papers').click()
    await page.locator('#field-papers:focus').waitFor()
    await at(page, 'picture-national-id').click()
    await bothWidths('[data-testid=paper-file-button]')
    await page.keyboard.press('Escape')
    await at(page, 'submit-application').click()
    await at(page, 'take-anyway').click()
    await page.locator('[data-testid=next-step][data-action="payment.take"]').waitFor()
    await at(page, 'messages').getByText('+855 12 771 909').waitFor()
    await at(page, 'message').first().waitFor()
    await bothWidths('[data-testid=not-seen]')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await at(page, 'correct').click()
    await page.locator('#field-livesSince').fill('1/1/2026')
    await page.locator('[data-testid=draft-status][data-draft=saved]').waitFor()
    await page.reload()
    await page.locator('#field-livesSince').waitFor()
    assert.equal(await page.locator('#field-livesSince').inputValue(), '1/1/2026', 'a crash loses nothing of a correction')
    await at(page, 'seen-residence-book').check()
    await at(page, 'picture-residence-book').click()
    await page.locator('#paper-file').setInputFiles(paperFile)
    await at(page, 'paper-picture').waitFor()
    await bothWidths('[data-testid=paper-picture]')
    await at(page, 'save-correction').click()
    await at(page, 'seen').locator('[data-testid=paper-picture]').waitFor()
    assert.equal(await at(page, 'not-seen').count(), 0)
    await desk.post(`/api/v1/applications/${id}/withdrawal`, { requestId: desk.id(), reason: 'the next language' }, desk.at('clerk', office))
    await context.close()
  })

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
