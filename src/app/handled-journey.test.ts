// Goal: two people revoke what a clerk handled, from the clerk's own page, and the clerk can do nothing about it there. Method: Chromium against a whole instance at a fixed hour.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { madeUpAccount } from '../identity/staff/made-up-staff.ts'
import { epochMs, instantOfMs } from '../kernel/time.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T10:00:00+07:00', webFolder: await buildWeb(), listen: true })
const { browser, faults, visitAs } = await openJourney(open.url)
const desk = openDesk(open)
const numbers: string[] = []
for (const index of [54, 55, 56]) numbers.push((await desk.issue(index)).number)
await desk.issue(57, 'KH:0110')
// What is done in the very instant of a proposal was not in its count.
open.clock.now = instantOfMs(epochMs(open.clock.now) + 60_000)
const path = `/desk/staff/${madeUpAccount({ place: { id: 'KH:0109' }, role: 'clerk' })}`

test('the province counts, lists and takes away a file of what the clerk handled; proposes to revoke it; the ministry confirms', async () => {
  const page = await visitAs('provincial-governor', 'KH:01', path)
  assert.equal(await at(page, 'signed-count').getAttribute('data-count'), '3')
  await at(page, 'handled-deed').selectOption('signed')
  await page.getByText('No such pass in this time.').waitFor()
  await at(page, 'handled-deed').selectOption('took')
  await at(page, 'show-signed').click()
  await at(page, 'signed-pass').nth(2).waitFor()
  await accessible(page, 'the list')
  const [download] = await Promise.all([page.waitForEvent('download'), at(page, 'signed-csv').click()])
  assert.equal(download.suggestedFilename(), 'handled-passes.csv')
  const file = readFileSync(await download.path(), 'utf8')
  for (const number of numbers) assert.ok(file.includes(number))

  await at(page, 'propose').click()
  await accessible(page, 'the proposal')
  await at(page, 'reason').fill('took money for papers')
  await at(page, 'confirm').click()
  await page.locator('[data-testid=revocation][data-state=proposed]').waitFor()
  assert.equal(await at(page, 'confirm-revocation').count(), 0, 'not by the same person')

  const ministry = await visitAs('interior-desk', 'KH', path, await browser.newContext({ locale: 'en-GB' }))
  await at(ministry, 'confirm-revocation').click()
  await accessible(ministry, 'the confirmation')
  await at(ministry, 'confirm').click()
  await ministry.locator('[data-testid=revocation][data-state=done]').waitFor()
  await ministry.locator('[data-testid=signed-live][data-count="0"]').waitFor()
  await accessible(ministry, 'all revoked')
  const { rows } = await open.administrator.query("select number from pass where state = 'revoked' order by number")
  assert.deepEqual(
    rows.map(({ number }) => number),
    numbers.toSorted(),
  )
  await Promise.all([page.context().close(), ministry.context().close()])
})

test('somebody at their own page sees that two others decide; a role without the right sees nothing of it', async () => {
  const own = madeUpAccount({ place: { id: 'KH:01' }, role: 'provincial-governor' })
  await open.administrator.query("update application set taken_by = $1 where office = 'KH:0110'", [own])
  const page = await visitAs('provincial-governor', 'KH:01', `/desk/staff/${own}`)
  await page.getByText('two other people decide on it').waitFor()
  assert.equal(await at(page, 'propose').count(), 0)
  await accessible(page, 'one’s own page')
  const office = await visitAs('office-administrator', 'KH:0109', path, await browser.newContext({ locale: 'en-GB' }))
  await office.locator('main h1').waitFor()
  assert.equal(await at(office, 'handled').count(), 0)
  await Promise.all([page.context().close(), office.context().close()])
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
