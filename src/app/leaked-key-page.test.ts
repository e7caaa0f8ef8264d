// Goal: two people declare a signing key leaked on the desk, each told what it is about and what came of it; refusals are shown, the keyboard is enough, nothing runs over an edge, axe finds nothing in any language. Method: Chromium against a whole instance at a fixed hour.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney, photograph, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T10:00:00+07:00', webFolder: await buildWeb(), listen: true })
const { browser, faults, visit, become, visitAs, phoneIn } = await openJourney(open.url)
const desk = openDesk(open)
const office = 'KH:0109'
await desk.issue(70, office)
const { rows: signed } = await open.administrator.query(
  "select signer_kid as kid, count(*) filter (where state in ('active', 'suspended'))::int as live, count(*)::int as all from pass where office = $1 group by signer_kid order by 3 desc",
  [office],
)
const { kid, live, all } = signed[0] ?? assert.fail()
const path = '/desk/revocations'
const card = `[data-testid=leak][data-kid="${kid}"]`

test('the first sees how many passes a key is about, gives the reason and proposes, by keyboard alone', async () => {
  const page = await visitAs('interior-desk', 'KH', path)
  await at(page, 'leak-key').selectOption(kid)
  await page.locator(`[data-testid=leak-live][data-count="${live}"]`).waitFor()
  await at(page, 'leak-since').fill('30/2/2026')
  await page.getByText('Not a day, or not here yet.').waitFor()
  assert.equal(await at(page, 'propose-leak').count(), 0, 'without a day nothing is proposed')
  await at(page, 'leak-since').fill('20/11/2026')
  await page.locator('[data-testid=leak-live-since][data-count="1"]').waitFor()
  await at(page, 'propose-leak').focus()
  await page.keyboard.press('Enter')
  await at(page, 'reason').waitFor()
  await accessible(page, 'the proposal')
  await page.keyboard.press('Escape')
  await at(page, 'reason').waitFor({ state: 'detached' })
  await at(page, 'propose-leak').press('Enter')
  await at(page, 'confirm').press('Enter')
  await page.getByText('Write the reason.').waitFor()
  await at(page, 'reason').fill('The office’s computer was taken')
  await at(page, 'confirm').press('Enter')
  await page.locator(`${card}[data-state=proposed]`).waitFor()
  assert.equal(await at(page, 'confirm-leak').count(), 0, 'not by the same person')
  assert.equal(await page.locator(`[data-testid=leak-key] option[value="${kid}"]`).count(), 0, 'nobody proposes it twice')
  await page.context().close()
})

for (const language of languages) {
  const phone = await phoneIn(language)
  test(`axe finds nothing in ${language}, before the second person's word; nothing runs over an edge`, async () => {
    const page = await visitAs('provincial-governor', 'KH:01', path, phone)
    await at(page, 'leak-key').selectOption({ index: 1 })
    await suits(page, 'leak', language, '[data-testid=propose-leak]')
    await page.close()
  })
}

test('the second confirms; a refusal is shown in words; the filter is published, the office goes on with another key', async () => {
  const page = await become(await visit('/'), 'interior-desk', 'KH', path, 1)
  const late = await visitAs('provincial-governor', 'KH:01', path, await browser.newContext({ locale: 'en-GB' }))
  for (const each of [late, page]) {
    await each.locator(`${card} [data-testid=confirm-leak]`).click()
    await at(each, 'confirm').waitFor()
  }
  await accessible(page, 'the confirmation')
  await at(page, 'confirm').click()
  await page.locator(`${card}[data-state=published]`).waitFor()
  await page.locator(`${card} [data-testid=leak-filter][data-count="${all}"]`).waitFor()
  assert.match((await page.locator(card).textContent()) ?? '', /next signature makes a new key.*a forged one is refused in red.*shows amber/)

  await at(late, 'confirm').click()
  await late.locator('[role=dialog] .notice-refuse').waitFor()
  await accessible(late, 'what the late one is told')
  await late.context().close()

  await desk.issue(71, office)
  await page.reload()
  await page.locator(card).getByText('The office signs with a new key').waitFor()
  await accessible(page, 'published')
  await photograph(page, 'leak-published')
  await page.context().close()
})

test('a clerk is not offered it', async () => {
  const page = await visitAs('clerk', office, path)
  await page.locator('main h1').waitFor()
  assert.equal(await at(page, 'leak-key').count(), 0)
  await page.context().close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
