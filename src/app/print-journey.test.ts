// Goal: a printer makes one file of all that is signed, sees how far it is, downloads it once, and is told what was left out; in three languages, for everybody. Method: Chromium against a whole instance at a fixed hour, with real pages.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T10:00:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, visitAs, phoneIn } = await openJourney(open.url)
const desk = openDesk(open)
const office = 'KH:0109'
const ids: string[] = []
for (const index of [61, 62, 63, 64]) {
  const id = String((await desk.apply({}, office, index)).body['id'])
  await desk.pay(id)
  await desk.approve(id)
  ids.push(id)
}
await desk.sign(ids)
const printer = ['printer', office] as const
const pagesIn = (path: string) => readFileSync(path, 'latin1').match(/\/Type \/Page\n/g)?.length

for (const language of languages)
  test(`axe finds nothing before and after a batch, ${language}, on a phone and on a desk screen`, async () => {
    const phone = await phoneIn(language)
    const page = await visitAs(...printer, '/desk/print', phone)
    await suits(page, 'print', language, '[data-testid=print-row]')
    await page.getByRole('checkbox').nth(3).uncheck()
    await at(page, 'start-batch').click()
    await suits(page, 'print-ready', language, '[data-testid=print-batch][data-state=ready]')
    await at(page, 'cancel-batch').click()
    await suits(page, 'print-cancelled', language, '[data-testid=print-batch][data-state=cancelled]')
    await at(page, 'another-batch').click()
    await at(page, 'print-row').nth(3).waitFor()
    await phone.close()
  })

test('the printer comes from the navigation, makes all pages, downloads them, and nothing waits any more', async () => {
  const page = await visitAs(...printer, '/desk')
  await page.locator('.places a[href="/desk/print"]').click()
  await at(page, 'print-row').nth(3).waitFor()
  await at(page, 'start-batch').click()
  await page.locator('[data-testid=print-batch][data-state=ready]').waitFor()
  await page.reload()
  const [file] = await Promise.all([page.waitForEvent('download'), at(page, 'fetch-batch').click()])
  assert.equal(file.suggestedFilename(), 'KH0109-pages.pdf')
  assert.equal(pagesIn(await file.path()), 4)
  await page.locator('[data-testid=print-batch][data-state=fetched]').waitFor()
  await at(page, 'another-batch').click()
  await page.locator('.empty').waitFor()
  const [cover] = await Promise.all([page.waitForEvent('download'), at(page, 'print-cover').click()])
  assert.equal(pagesIn(await cover.path()), 1)
  await page.close()
})

test('what may not be printed is named with its reason, and the others come out', async () => {
  const { rows } = await open.administrator.query<{ number: string }>(
    'update application set printed_by = null where pass_number is not null returning pass_number as number',
  )
  const account = String((await desk.get('/api/v1/account', { role: 'printer', place: office })).body['id'])
  await open.administrator.query('update application set taken_by = $1 where pass_number = $2', [account, rows[0]?.number])
  const page = await visitAs(...printer, '/desk/print')
  await at(page, 'start-batch').click()
  await page.locator('[data-testid=print-batch][data-state=ready]').waitFor()
  assert.equal(await at(page, 'left-out').getAttribute('data-code'), 'authority.same-hands')
  assert.match((await at(page, 'left-out').textContent()) ?? '', new RegExp(rows[0]?.number ?? ''))
  await accessible(page, 'left out')
  await page.close()
})

test('a clerk has no such place', async () => {
  const page = await visitAs('clerk', office, '/desk/print')
  await at(page, 'made-up-0').waitFor()
  assert.equal(await page.locator('.places a[href="/desk/print"]').count(), 0)
  await page.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
