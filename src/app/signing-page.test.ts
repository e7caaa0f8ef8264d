// Goal: a governor's passkey is asked for the list on the screen or for none. Method: Chromium against a whole instance, the answer changed on its way to the page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SigningListAnswer } from '../passes/signing.api.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, visitAs } = await openJourney(open.url)
const desk = openDesk(open)
const ids: string[] = []
for (const index of [51, 52]) ids.push(String((await desk.apply({}, 'KH:0109', index)).body['id']))
for (const id of ids) assert.deepEqual([(await desk.pay(id)).status, (await desk.approve(id)).status], [200, 200])

const page = await visitAs('governor', 'KH:0109', '/desk/sign')
const asked: string[] = []
page.on('request', (request) => {
  if (/\/(demonstration\/assertion|signatures)$/.test(request.url())) asked.push(request.url())
})

const [first, second] = ids
const changes: [name: string, change: (list: SigningListAnswer) => SigningListAnswer][] = [
  [
    'another name',
    (list) => ({ ...list, applications: list.applications.map((row) => (row.id === first ? { ...row, givenName: 'SOMEBODY' } : row)) }),
  ],
  ['one not shown', ({ applications, salts, ...list }) => ({ ...list, applications: applications.slice(1), salts: salts.slice(1) })],
  ['another order', (list) => ({ ...list, applications: list.applications.toReversed() })],
  ['another list’s challenge', (list) => ({ ...list, options: { ...list.options, challenge: 'A'.repeat(43) } })],
]
for (const [name, change] of changes)
  test(`no gesture is asked for: ${name}`, async () => {
    await page.route('**/api/v1/signing-lists', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: change((await answer.json()) as SigningListAnswer) })
    })
    await at(page, 'show-list').click()
    await at(page, 'sign-list').click()
    await at(page, 'list-differs').waitFor()
    assert.equal(await at(page, 'sign-list').isDisabled(), true)
    assert.deepEqual(asked, [])
    await accessible(page, name)
    await page.unroute('**/api/v1/signing-lists')
    await page.reload()
  })

test('the list as it was made is signed', async () => {
  await at(page, 'show-list').click()
  await at(page, 'sign-list').click()
  await at(page, 'signed-number').nth(1).waitFor()
  assert.equal(asked.length, 2)
  const { rows } = await open.administrator.query('select count(*)::int as n from pass where application_id = any ($1)', [[first, second]])
  assert.equal(rows[0].n, 2)
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
