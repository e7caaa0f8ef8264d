// Goal: every page suits everybody: axe finds nothing in any language on a phone and on a desk screen, nothing runs over the edge, the gate is light. Method: Chromium against a whole instance at a fixed hour.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../identity/authority-lists.rules.ts'
import { madeUpAccount } from '../identity/staff/made-up-staff.ts'
import { languages } from '../kernel/language.ts'
import { parseInstant } from '../kernel/time.ts'
import { buildWeb } from './build-web.ts'
import { at, openedOnce, openJourney, speak, startGate, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T10:00:00+07:00', webFolder: await buildWeb(), listen: true })
const { browser, faults, openTab, visit, become, visitAs, phoneIn } = await openJourney(open.url)
const desk = openDesk(open)
const [taken, paid, approved] = await Promise.all([51, 52, 53].map(async (index) => String((await desk.apply({}, 'KH:0109', index)).body['id'])))
// Paid ten days before the hour of the test: its five working days are over.
const now = open.clock.now
open.clock.now = (parseInstant('2026-11-10T10:00:00+07:00') ?? now) as typeof now
await desk.pay(String(paid))
open.clock.now = now
await desk.pay(String(approved))
await desk.approve(String(approved))
const signed = await desk.issue(54)
const [inOffice, who] = ['KH:0109', (role: Role) => desk.at(role, 'KH:0109')]
const step = (id: string, name: string, role: Role, body: object) =>
  desk.post(`/api/v1/applications/${id}/${name}`, { requestId: desk.id(), ...body }, who(role))
await desk.post('/api/v1/booklets', { requestId: desk.id(), office: inOffice, first: 'A000100', count: 9 }, who('office-administrator'))
const [produced, collected] = [await desk.issue(55), await desk.issue(56)]
for (const [nth, { application, qrText }] of [produced, collected].entries())
  await step(application, 'production', 'printer', { booklet: `A00010${nth}`, scanned: qrText })
const face = (await open.server.inject({ url: '/api/v1/made-up/people/9/photo' })).rawPayload.toString('base64')
await step(collected.application, 'hand-over', 'printer', { kind: 'thumb', mark: face })
const returned = String((await desk.apply({}, inOffice, 57)).body['id'])
await step(returned, 'return', 'reviewer', { reason: 'The family book shows another village.' })
const lost = await desk.request({}, inOffice, 54)
const replacing = { ...lost, requestId: desk.id(), replaces: { number: signed.number, cause: 'damaged' } }
const replacement = String((await desk.post('/api/v1/applications', replacing, who('clerk'))).body['id'])
await desk.pay(replacement)
await step(replacement, 'review', 'reviewer', {})

const clerkAccount = madeUpAccount({ place: { id: 'KH:0109' }, role: 'clerk' })
const nobody = null
const clerk: Who = ['clerk', 'KH:0109']
const governor: Who = ['governor', 'KH:0109']
const officer: Who = ['checkpoint-officer', 'kh-th/poipet']
type Who = readonly [role: Role, place: string]
const places: [name: string, who: Who | null, path: string, ready: string][] = [
  ['public', nobody, '/', '[data-testid=point-card]'],
  ['sign-in', nobody, '/sign-in', 'main h1'],
  ['an invitation', nobody, '/enrol#nothing', 'main h1'],
  ['become', nobody, '/become', '[data-testid=become]'],
  ['account', clerk, '/account', 'main h1'],
  ['gate', officer, '/gate', '[data-testid=point-select] option:nth-child(2)'],
  ['desk, new application', clerk, '/desk', '[data-testid=made-up-0]'],
  ['desk, queue', ['reviewer', 'KH:0109'], '/desk/queue', '[data-testid=overdue]'],
  ['desk, a taken application, to the clerk', clerk, `/desk/applications/${taken}`, '[data-testid=become-cashier]'],
  ['desk, a taken application, to the cashier', ['cashier', 'KH:0109'], `/desk/applications/${taken}`, '[data-testid=pay]'],
  ['desk, a paid application', ['reviewer', 'KH:0109'], `/desk/applications/${paid}`, '[data-testid=approve]'],
  ['desk, to sign', governor, '/desk/sign', '[data-testid=sign-row]'],
  ['desk, a signed application', ['printer', 'KH:0109'], `/desk/applications/${signed.application}`, '[data-testid=print-page]'],
  ['desk, a returned application', clerk, `/desk/applications/${returned}`, '[data-testid=correct]'],
  ['desk, its correction', clerk, `/desk/applications/${returned}/correct`, '[data-testid=save-correction]'],
  ['desk, under review by another', governor, `/desk/applications/${replacement}`, '[data-testid=others-under-review]'],
  ['desk, a booklet to hand over', ['printer', 'KH:0109'], `/desk/applications/${produced.application}`, '[data-testid=hand-over]'],
  ['desk, handed over', governor, `/desk/applications/${collected.application}`, '[data-testid=hand-over-mark]'],
  ['desk, booklets to the administrator', ['office-administrator', 'KH:0109'], '/desk/booklets', '[data-testid=batch]'],
  ['desk, booklets to the printer', ['printer', 'KH:0109'], '/desk/booklets', '[data-testid=spoil]'],
  ['desk, passes', governor, '/desk/passes', 'main h1'],
  ['desk, a pass', governor, `/desk/passes/${signed.number}`, '[data-testid=evidence]'],
  ['desk, numbers', governor, '/desk/numbers', '.tile'],
  ['desk, staff', ['office-administrator', 'KH:0109'], '/desk/staff', 'main h1'],
  ['desk, a member of staff, and what they handled', ['provincial-governor', 'KH:01'], `/desk/staff/${clerkAccount}`, '[data-testid=signed-count]'],
  [
    'desk, an instrument, and what was signed under it',
    ['interior-desk', 'KH'],
    '/desk/instruments/kh/order-2024-01-01',
    '[data-testid=signed-count]',
  ],
  ['desk, instruments', ['interior-desk', 'KH'], '/desk/instruments', 'main h1'],
  ['desk, an instrument with papers', ['interior-desk', 'KH'], '/desk/instruments/kh/trial-press-reports', 'main dl dd'],
  ['desk, specimens', clerk, '/desk/specimens', '[data-testid=specimen-forged]'],
  ['desk, to somebody without work there', officer, '/desk', 'main h1'],
  ['API documentation', nobody, '/api/docs', 'main h2'],
]
const phone = await phoneIn('km')
/** All are opened in one tab, one after the other. */
const tab = await openTab(phone)
for (const [name, who, path, ready] of places) {
  // Opened once, and then turned to the other languages by its own switch. The API's documentation is in English alone, and has none.
  const opened = openedOnce(async () => {
    await tab.setViewportSize({ width: 360, height: 780 })
    if (!who) await phone.clearCookies()
    return who ? visitAs(...who, path, tab) : visit(path, tab)
  })
  for (const language of path === '/api/docs' ? (['en'] as const) : languages)
    test(`axe finds nothing: ${name}, ${language}; nothing runs over the edge of a phone or a desk screen`, async () => {
      const page = await opened()
      if (path !== '/api/docs') await speak(page, language)
      await suits(page, name, language, ready)
    })
}

test('public page: sixteen points with words, not colour alone; another day can be asked', async () => {
  const page = await visit('/')
  await at(page, 'point-card').nth(15).waitFor()
  assert.equal(await at(page, 'point-card').count(), 16)
  const poipet = page.locator('[data-testid=point-card][data-point="kh-th/poipet"]')
  assert.equal(await poipet.getAttribute('data-open'), 'true')
  await at(page, 'at-choose').click()
  await at(page, 'at-input').fill('2026-11-21T22:00')
  await page.locator('[data-testid=point-card][data-point="kh-th/poipet"][data-open="false"]').waitFor()
  await page.close()
})

/** The compressed file of the reader's worker, without the wasm. */
const readerBytes = 11_000

test('the gate’s first load is at most 480 KB as sent (headers apart), with the reader of codes and the fonts of one language', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, locale: 'en-GB' })
  await context.addInitScript(() => localStorage.setItem('spean.language', 'km'))
  const page = await become(await visit('/', context), ...officer)
  const gate = await context.newPage()
  await page.close()
  const wire = await context.newCDPSession(gate)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  // Requests of the page and of its reader of codes, whose own file the browser does not measure; the neighbour's letters come later and are not counted.
  const loads: Promise<number>[] = []
  gate.on('requestfinished', (request) => {
    if (!/thai/.test(request.url())) loads.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  const reader = gate.waitForEvent('requestfinished', (request) => request.url().endsWith('.wasm'))
  await gate.goto(`${open.url}/gate`)
  await startGate(gate, 'exit')
  await reader
  await gate.waitForLoadState('networkidle')
  const bytes = readerBytes + (await Promise.all(loads)).reduce((sum, size) => sum + size, 0)
  assert.ok(bytes > 350_000 && bytes <= 480 * 1024, `${bytes} bytes`)
  await context.close()
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
