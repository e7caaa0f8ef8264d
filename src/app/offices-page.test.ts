// Goal: the offices' numbers on the desk: the same as the server's, each opens the cases behind it, nothing runs over the edge on a phone, axe finds nothing in any language. Method: Chromium against a whole instance with a few cases.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../identity/authority-lists.rules.ts'
import { languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { buildWeb } from './build-web.ts'
import { at, openedOnce, openJourney, speak, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T10:00:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, openTab, visit, become, visitAs, phoneIn } = await openJourney(open.url)
const desk = openDesk(open)
const office = 'KH:0109'
const idOf = async (index: number, where = office) => String((await desk.apply({}, where, index)).body['id'])
const now = open.clock.now
// Paid ten days before: late by now.
open.clock.now = (parseInstant('2026-11-10T10:00:00+07:00') ?? now) as typeof now
const [late, rejected] = [await idOf(61), await idOf(62)]
await desk.pay(late)
open.clock.now = now
await desk.pay(await idOf(63))
await desk.issue(64)
await desk.issue(65, 'KH:0110')
await desk.post(
  `/api/v1/applications/${rejected}/rejection`,
  { requestId: desk.id(), reason: 'no book', ground: 'papers' },
  desk.at('reviewer', office),
)

const pages: [name: string, role: Role, place: string, path: string, ready: string][] = [
  ['province', 'provincial-officer', 'KH:01', '/desk/offices', '[data-testid=office-table] tbody tr'],
  ['governor', 'governor', office, '/desk/offices', '[data-testid=office-detail]'],
  ['desk-of-foreign-affairs', 'foreign-affairs-desk', 'KH', '/desk/offices', '[data-testid=office-table] tbody tr'],
  ['province-capacity', 'provincial-officer', 'KH:01', '/desk/province', '[data-testid=capacity-table]'],
  ['governor-capacity', 'governor', office, '/desk/province', '[data-testid=hours-table]'],
  ['pending-to-move', 'provincial-officer', 'KH:01', `/desk/offices/${office}/pending?detail=paid`, '[data-testid=move]'],
  ['late', 'governor', office, `/desk/offices/${office}/late`, '[data-testid=cases-behind]'],
]
/** All are opened in one tab, one after the other. */
const tab = await openTab(await phoneIn('km'))
for (const [name, role, place, path, ready] of pages) {
  const opened = openedOnce(async () => {
    await tab.setViewportSize({ width: 360, height: 780 })
    return visitAs(role, place, path, tab)
  })
  for (const language of languages)
    test(`axe finds nothing: ${name}, ${language}; nothing runs over the edge of a phone or a desk screen`, async () => {
      const page = await opened()
      await speak(page, language)
      await suits(page, name, language, ready)
    })
}

test('the table says what was counted, and a number opens the case behind it', async () => {
  const page = await become(await visit('/'), 'provincial-officer', 'KH:01', '/desk/offices')
  const row = page.locator(`[data-testid=office-table] tr[data-office="${office}"]`)
  await row.waitFor()
  const cells = (await row.locator('.cell-value').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
  // Cambodia's holidays of 2026 are computed: what is late by them is marked, and the mark is explained.
  assert.deepEqual(cells, ['1', '1', '3', '1 * provisional', 'since 10 November 2026', '1', 'none'])
  assert.match((await at(page, 'provisional-note').textContent()) ?? '', /^\* Provisional: .*not officially announced/)
  assert.equal(await page.locator('[data-testid=office-table] tfoot .cell-value').first().textContent(), '2')
  await row.locator('[data-testid=choose-office-row]').click()
  await at(page, 'office-detail').waitFor()
  await row.locator('[data-testid=open-late]').click()
  await at(page, 'cases-behind').waitFor()
  const behind = page.locator(`[data-testid=cases-behind] a[href$="${late}"]`)
  await behind.first().waitFor()
  const line = page.locator('[data-testid=cases-behind] tr', { has: page.locator(`a[href$="${late}"]`) })
  assert.match((await line.textContent()) ?? '', /17 November 2026\s*provisional/)
  assert.equal(await behind.count(), 1)
  await behind.click()
  assert.match((await at(page, 'due-day').textContent()) ?? '', /17 November 2026 provisional: the holidays of that year are computed/)
  await page.close()
})

test('who sees no case is offered no list', async () => {
  const page = await become(await visit('/'), 'foreign-affairs-desk', 'KH', '/desk/offices')
  await page.locator(`[data-testid=office-table] tr[data-office="${office}"]`).waitFor()
  assert.equal(await page.locator('.number-link').count(), 0)
  await at(page, 'numbers-day').fill('2099-01-01')
  await page.locator('[data-testid=office-table]').waitFor({ state: 'detached' })
  await page.close()
})

test('the province moves a case from the list; what cannot go stays with its reason', async () => {
  const page = await become(await visit('/'), 'provincial-officer', 'KH:01', `/desk/offices/${office}/late`)
  await at(page, 'choose-case').check()
  await at(page, 'move-to').selectOption('KH:0110')
  await at(page, 'move').click()
  await page.getByRole('status').getByText('0 moved.').waitFor()
  await page.getByRole('status').getByRole('listitem').waitFor()
  await at(page, 'choose-case').check()
  await at(page, 'move-to').selectOption('KH:01')
  await at(page, 'move').click()
  await page.locator('.empty').waitFor()
  // The list is empty, and still says what the move did.
  await page.getByRole('status').getByText('1 moved.').waitFor()
  const { rows } = await open.administrator.query('select office from application where id = $1', [late])
  assert.equal(rows[0]?.office, 'KH:01')
  await page.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
