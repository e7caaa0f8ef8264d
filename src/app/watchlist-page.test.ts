// Goal: the desk keeps the watchlist by the screen: enters, finds, clears, prolongs, ends, brings a file in; a chief has no list to look through; in three languages and on a phone. Method:
// Chromium against a whole instance, axe on each screen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, pick, seenAtBothWidths } from './journey-browser.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, visitAs } = await openJourney(open.url)
const page = await visitAs('interior-desk', 'KH', '/desk/watchlist')

const seen = (name: string) => seenAtBothWidths(page, name)

test('a person is entered; what is wrong is said in words, and the form stays', async () => {
  await at(page, 'watch-nameLatin').fill('SOK DARA')
  await at(page, 'watch-nameKhmer').fill('សុខ ដារ៉ា')
  await pick(page, 'watch-nationality', 'កម្ពុជា')
  await at(page, 'watch-source').fill('Police of Banteay Meanchey')
  await at(page, 'watch-lastDay').fill('20/5/2027')
  await at(page, 'watch-enter').click()
  await page.locator('[data-testid=problem][data-code="watch.birth"]').waitFor()
  await at(page, 'watch-birth').fill('17/5/2533')
  await at(page, 'watch-enter').click()
  await at(page, 'watch-entered').waitFor()
  await page.locator('[data-testid=watch-row][data-kind=person]').waitFor()
})

test('a file: tried, its wrong row told by line, taken in', async () => {
  const lines = [
    'kind,reason,source,plate,last_day',
    'plate,stolen-vehicle,A province,2A-9876,31/01/2027',
    'plate,stolen-vehicle,A province,,31/01/2027',
  ]
  await at(page, 'watch-file').setInputFiles({ name: 'plates.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await at(page, 'watch-try').click()
  await at(page, 'watch-fault').waitFor()
  assert.match((await at(page, 'watch-fault').textContent()) ?? '', /3/)
  await at(page, 'watch-import').click()
  await page.locator('[data-testid=watch-imported][data-dry=false]').waitFor()
  await page.locator('[data-testid=watch-row][data-kind=plate]').waitFor()
})

for (const language of languages)
  test(`the list and an entry suit everybody, ${language}`, async () => {
    await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await page.goto(`${open.url}/desk/watchlist`)
    await at(page, 'watch-search-text').fill('សុខ ដារា')
    await at(page, 'watch-search').click()
    await at(page, 'watch-found').locator('[data-testid=look]').waitFor()
    await seen('watchlist')
    await at(page, 'watch-found').locator('[data-testid=look]').click()
    await page.locator('[data-testid=watch-step][data-type=entered]').waitFor()
    await seen('watch-entry')
  })

test('a false hit is cleared for one document, and the note ended; the entry taken off', async () => {
  await pick(page, 'note-issuer', 'cambodia')
  await at(page, 'note-number').fill('N0123456')
  await at(page, 'note-lastDay').fill('1/2/2027')
  await at(page, 'note-give').click()
  await page.locator('[data-testid=watch-note][data-ended=false]', { hasText: 'KHM/N0123456' }).waitFor()
  await at(page, 'watch-note-end').click()
  await page.locator('[data-testid=watch-note][data-ended=true]').waitFor()
  await at(page, 'watch-extend-day').fill('20/6/2027')
  await at(page, 'watch-extend').click()
  await page.locator('[data-testid=watch-step][data-type=extended]').waitFor()
  await at(page, 'watch-end-remark').fill('found at home')
  await at(page, 'watch-end').click()
  await page.locator('[data-testid=watch-entry][data-state=ended]').waitFor()
  await page.locator('[data-testid=watch-step][data-type=ended]', { hasText: 'found at home' }).waitFor()
  assert.equal(await at(page, 'watch-end').count(), 0)
})

test('the list by its part, and a plate by its number', async () => {
  await at(page, 'watch-back').click()
  await at(page, 'watch-part').selectOption('ended')
  await page.locator('[data-testid=watch-row][data-state=ended]').waitFor()
  await at(page, 'watch-search-by').selectOption('plate')
  await at(page, 'watch-search-text').fill('2A 9876')
  await at(page, 'watch-search').click()
  await at(page, 'watch-found').locator('[data-kind=plate]').waitFor()
})

test('a chief has the entries that were cleared at the point, and no list to look through; a clerk has nothing', async () => {
  const chief = await visitAs('chief-of-point', 'kh-th/poipet', '/desk/watchlist')
  await chief.locator('#entries-title').waitFor()
  for (const id of ['watch-search', 'watch-enter', 'watch-file']) assert.equal(await at(chief, id).count(), 0, id)
  const clerk = await visitAs('clerk', 'KH:0109', '/desk/watchlist')
  await clerk.locator('.places').waitFor()
  assert.equal(await clerk.locator('.places a[href="/desk/watchlist"]').count(), 0)
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
