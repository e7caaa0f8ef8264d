// Goal: a resident with a cheap phone does each thing alone: in three languages, on 360 px and 1440 px, with nothing for axe to find and nothing over the edge, and the first page stays light. Method: Chromium against a whole instance.
import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Language, languages } from '../kernel/language.ts'
import { problemWords } from '../words/problems.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, suits } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const webFolder = await buildWeb()
const open = await openTestInstance({ now: '2026-11-20T10:00:00+07:00', webFolder, listen: true })
const { browser, faults, openTab, phoneIn } = await openJourney(open.url)
const desk = openDesk(open)

async function applied(index: number) {
  const { body } = await desk.apply({}, 'KH:0109', index)
  const { rows } = await open.administrator.query<{ born: string }>(
    'select p.birth_date as born from person p join application a on a.person_id = p.id where a.id = $1',
    [body['id']],
  )
  return { id: String(body['id']), number: String(body['followNumber']), born: rows[0]?.born ?? '' }
}
const [toPay, returned] = [await applied(71), await applied(72)]
await desk.pay(returned.id)
await desk.post(`/api/v1/applications/${returned.id}/return`, { requestId: desk.id(), reason: 'សៀវភៅគ្រួសារខ្វះ' }, desk.at('reviewer', 'KH:0109'))
/** With a pass, one for each language: each begins an extension. */
const holders = [await applied(73), await applied(74), await applied(75)] as const
for (const { id } of holders) {
  await desk.pay(id)
  await desk.approve(id)
}
await desk.sign(holders.map(({ id }) => id))
await open.administrator.query("update application set state = 'collected', collected_at = signed_at where id = any($1)", [
  holders.map(({ id }) => id),
])
const [fetched] = holders
const { rows: passes } = await open.administrator.query<{ number: string }>('select pass_number as number from application where id = $1', [
  fetched.id,
])

const phones = new Map<Language, Promise<Page>>()
/** A phone for each language, with one tab: what the pages are made of is loaded once. They keep nothing but the language. */
async function visit(path: string, language: Language): Promise<Page> {
  const phone = phones.get(language) ?? phoneIn(language).then((owned) => openTab(owned))
  phones.set(language, phone)
  const page = await phone
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(open.url + path)
  return page
}
async function seen(page: Page, name: string, language: Language): Promise<void> {
  await suits(page, name, language)
  await page.setViewportSize({ width: 360, height: 780 })
}
async function bornOn(page: Page, born: string, scope = page.locator('form').first()): Promise<void> {
  const [year = '', month = '', day = ''] = born.split('-')
  await scope.getByTestId('born-day').fill(String(Number(day)))
  await scope.getByTestId('born-month').fill(String(Number(month)))
  await scope.getByTestId('born-year').fill(year)
}
async function follow(page: Page, number: string, born: string): Promise<void> {
  await at(page, 'follow-number').fill(number)
  await bornOn(page, born)
  await at(page, 'send').first().click()
}

for (const language of languages) {
  test(`follow, ${language}: from the first page one tap and a form; to correct, to pay by phone, the pass’s days, its extension begun and paid`, async () => {
    const holder = holders[languages.indexOf(language)] ?? fetched
    const page = await visit('/', language)
    await at(page, 'point-card').first().waitFor()
    await seen(page, 'home', language)
    await at(page, 'to-follow').click()
    await at(page, 'follow-number').waitFor()
    await seen(page, 'follow', language)
    await follow(page, returned.number, returned.born)
    await page.locator('[data-testid=case][data-stage=to-correct]').waitFor()
    await seen(page, 'to-correct', language)
    await page.goto(`${open.url}/follow`)
    await follow(page, toPay.number, '1991-01-02')
    await at(page, 'problem').waitFor()
    await page.goto(`${open.url}/follow`)
    await follow(page, toPay.number, toPay.born)
    await at(page, 'pay-by-phone').click()
    await at(page, 'pay-code').waitFor()
    await seen(page, 'to-pay', language)
    await page.goto(`${open.url}/follow`)
    await follow(page, holder.number, holder.born)
    await at(page, 'pass-left').waitFor()
    await seen(page, 'pass', language)
    assert.ok(!page.url().includes(holder.number) && !page.url().includes('?'), page.url())
    await at(page, 'extend').click()
    await page.locator('[data-testid=case][data-stage=to-pay]').waitFor()
    await at(page, 'bring-booklet').waitFor()
    await seen(page, 'extension', language)
    await at(page, 'pay-by-phone').click()
    await at(page, 'pay-code').waitFor()
    // Back under the old number, it is said that it is under way, and shown.
    await page.goto(`${open.url}/follow`)
    await follow(page, holder.number, holder.born)
    await at(page, 'show-begun').click()
    await page.locator('[data-testid=case][data-stage=to-pay]').waitFor()
  })

  test(`what do I need, ${language}: kind, province, district; the fee table`, async () => {
    const page = await visit('/needs', language)
    await at(page, 'province').selectOption('KH:01')
    await at(page, 'district').selectOption('KH:0109')
    await at(page, 'prices').waitFor()
    await page.locator('.needs blockquote').first().waitFor()
    await seen(page, 'needs', language)
    await at(page, 'kind').selectOption('replacement-lost')
    await at(page, 'prices').waitFor()
    // Phnom Penh: no district to choose, and the reason.
    await at(page, 'province').selectOption('KH:12')
    await at(page, 'problem').waitFor()
    assert.ok(!(await at(page, 'problem').textContent())?.includes('KH:12'), 'by its name')
  })

  test(`lost, ${language}: a case number to keep, and what became of it`, async () => {
    const page = await visit('/lost', language)
    await at(page, 'pass').fill(passes[0]?.number ?? '')
    await bornOn(page, fetched.born)
    await at(page, 'how').selectOption('lost')
    await seen(page, 'lost', language)
    await at(page, 'send').first().click()
    await at(page, 'reported').waitFor()
    await seen(page, 'reported', language)
  })

  test(`complain, ${language}: sent, and its answer read`, async () => {
    const page = await visit('/complain', language)
    await page.locator('option[value="KH:0109"]').waitFor({ state: 'attached' })
    await at(page, 'place').selectOption('KH:0109')
    await at(page, 'about').selectOption('fee')
    await at(page, 'asked').fill('៥០ ០០០ riel')
    await at(page, 'text').fill('=1+1 <b>50,000</b>')
    await at(page, 'secret').fill('blue bridge')
    await seen(page, 'complain', language)
    await at(page, 'send').first().click()
    const number = (await at(page, 'number').textContent()) ?? ''
    await seen(page, 'complained', language)
    await page.goto(`${open.url}/complain`)
    await at(page, 'read-answer').click()
    await at(page, 'complaint-number').fill(number)
    await at(page, 'complaint-secret').fill('BLUE BRIDGE')
    await at(page, 'send').nth(1).click()
    await at(page, 'complaint-state').waitFor()
    await seen(page, 'complaint-followed', language)
  })

  test(`apply, ${language}: typed and photographed on the phone, followed at once`, async () => {
    const page = await visit('/apply', language)
    const face = (await open.server.inject({ url: '/api/v1/made-up/people/5/photo' })).rawPayload
    for (const [field, text] of [
      ['localName', 'សុខ សំអាត'],
      ['familyName', 'SOK'],
      ['givenName', 'SAMART'],
      ['nationalId', `99${languages.indexOf(language)}123456`],
      ['address', 'ភូមិ ១'],
      ['mobile', '០១២ ៧៧១ ៩០៩'],
    ] as const)
      await at(page, field).fill(text)
    await page.getByText('+855 12 771 909').waitFor()
    await at(page, 'mobile-consent').check()
    await bornOn(page, '2533-05-04')
    await at(page, 'sex').selectOption('2')
    await at(page, 'province').selectOption('KH:01')
    await at(page, 'district').selectOption('KH:0109')
    await at(page, 'photo').setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: face })
    await at(page, 'photo-preview').waitFor()
    await seen(page, 'apply', language)
    await at(page, 'send').click()
    const number = (await at(page, 'number').textContent()) ?? ''
    await seen(page, 'applied', language)
    await page.goto(`${open.url}/follow`)
    await follow(page, number, '1990-05-04')
    await page.locator('[data-testid=case][data-stage=received]').waitFor()
    await seen(page, 'received', language)
  })
}

test('a code whose time is over leaves the phone’s screen, and another can be made', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } })
  await context.addInitScript(() => localStorage.setItem('spean.language', 'en'))
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${open.url}/follow`)
  await follow(page, toPay.number, toPay.born)
  await at(page, 'pay-by-phone').click()
  await at(page, 'pay-code').waitFor()
  await page.clock.fastForward('15:01')
  await at(page, 'pay-over').waitFor()
  assert.equal(await at(page, 'pay-code').count(), 0)
  await at(page, 'pay-again').click()
  await at(page, 'pay-code').waitFor()
  await context.close()
})

test('a refusal is read in the language that its reader switches to', async () => {
  const page = await visit('/follow', 'en')
  await follow(page, returned.number, '1991-01-02')
  const problem = at(page, 'problem')
  await problem.getByText(problemWords['follow.unknown'].title.en).waitFor()
  for (const language of ['th', 'km', 'en'] as const) {
    await page.locator(`button[lang=${language}]`).click()
    await problem.getByText(problemWords['follow.unknown'].title[language]).waitFor()
    assert.doesNotMatch((await problem.textContent()) ?? '', language === 'th' ? /\p{sc=Khmer}/u : /\p{sc=Thai}/u)
  }
})

test('the first page is light: its script at most 30 KB as sent, residents’ pages apart', () => {
  const assets = join(webFolder, 'assets')
  const sizes = new Map(readdirSync(assets).map((file) => [file, statSync(join(assets, file)).size]))
  const first = [...sizes].find(([file]) => /^public-.*\.js\.br$/.test(file))
  const later = [...sizes].find(([file]) => /^shell-.*\.js\.br$/.test(file))
  assert.ok(first && first[1] <= 30 * 1024, JSON.stringify(first))
  assert.ok(later && later[1] <= 30 * 1024, JSON.stringify(later))
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
