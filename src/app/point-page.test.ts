// Goal: a chief sees the point as it goes on, decides on who was taken aside, confirms what an officer decided, ends a shift and has the day's sheet; three languages, phone and desk. Method:
// Chromium against a whole instance, axe on each screen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPoint, poipet } from '../checkpoint/test-point.ts'
import { type Language, languages } from '../kernel/language.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, photograph, suits } from './journey-browser.ts'

const { open, desk, officer, other, chief, later, cross, undo, begin, decide, rows } = await openPoint({ webFolder: await buildWeb(), listen: true })

const [instrument] = await rows<{ id: string }>('select id from instrument order by id limit 1')
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const session = (opens: string, closes: string, quota: number) => ({ opens, closes, days, who: {}, quota })
await open.administrator.query(
  `insert into crossing_order (id, number, state, instrument, points, directions, stage, starts_at, ends_at, sessions, who, vehicles, words, issued_at, issued_by)
   values ('o-1', '1204', 'KH', $1, $2, null, 'limited', '2026-11-19T17:00:00Z', '2026-12-01T17:00:00Z', $3, '{}', '[]', $4, now(), 'test')`,
  [
    instrument?.id,
    [poipet],
    JSON.stringify([session('08:00', '11:00', 3), session('13:00', '15:00', 400)]),
    JSON.stringify({
      km: 'ឆ្លងបានតែពីរវគ្គក្នុងមួយថ្ងៃ។',
      th: 'ผ่านได้เพียงวันละสองรอบ',
      en: 'Two sessions a day; passes of every office.',
    }),
  ],
)
const passes: string[] = []
for (const index of [3, 4, 5, 6, 7]) passes.push((await desk.issue(index)).number)
const [first = '', asylum = '', differs = '', listed = '', last = ''] = passes
while (!open.instance.registry.current.orders.some(({ id }) => id === 'o-1')) await new Promise((resolve) => setTimeout(resolve, 200))

await begin(officer, '2')
await begin(other, '10')
await cross(first, 'exit')
later(60)
const care = await cross(asylum, 'exit', { care: 'asylum' })
later(300)
const face = await cross(differs, 'exit', { photo: 'no-match' }, other)
const entered = await desk.post(
  '/api/v1/watchlist/entries',
  {
    requestId: desk.id(),
    place: 'KH',
    kind: 'document',
    reason: 'other',
    source: 'Police of Banteay Meanchey',
    seenBy: 'point',
    document: { issuer: 'KHM', number: listed },
    lastDay: '2027-01-31',
  },
  { role: 'interior-desk', place: 'KH' },
)
assert.equal(entered.status, 201, JSON.stringify(entered.body))
later(120)
const hit = await cross(listed, 'exit')
assert.deepEqual(
  [care, face, hit].map(({ verdict }) => verdict.outcome),
  ['refer', 'refer', 'refer'],
)

const { faults, visitAs } = await openJourney(open.url)
const page = await visitAs('chief-of-point', poipet, '/desk/point')

const seen = (language: Language, ready: string, name: string) => suits(page, name, language, ready)
const speak = async (language: string) => {
  await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
  await page.reload()
}
const textOf = async (id: string) => ((await at(page, id).textContent()) ?? '').trim()

test('the point now: lanes, numbers, quota, order, who waits the longest first; a movement arrives by itself', async () => {
  await page.locator('[data-testid=line][data-line=live]').waitFor()
  await page.locator('[data-testid=lane][data-lane="2"]').waitFor()
  assert.deepEqual(await page.locator('[data-testid=lane]').evaluateAll((found) => found.map((row) => row.getAttribute('data-lane'))), ['2', '10'])
  const waiting = page.locator('[data-testid=waiting]')
  await waiting.nth(2).waitFor()
  assert.deepEqual(await waiting.evaluateAll((found) => found.map((row) => row.getAttribute('data-movement'))), [care.id, face.id, hit.id])
  assert.match(await textOf('count-exits'), /1$/)
  await page.locator('[data-testid=quota]').first().waitFor()
  assert.match((await page.locator('[data-testid=quota]').first().textContent()) ?? '', /1 of 3/)
  await page.locator('[data-testid=order]', { hasText: '1204' }).waitFor()
  await cross(last, 'exit')
  await page.locator('[data-testid=count-exits]', { hasText: '2' }).waitFor()
  await page.locator('[data-testid=quota]', { hasText: '2 of 3' }).waitFor()
})

test('the line is cut: it says so, keeps what it knew, comes back by itself and has what it missed', async () => {
  await page.route('**/live', (route) => route.abort())
  open.instance.live.endStreams()
  await page.locator('[data-testid=line][data-line=lost]').waitFor()
  assert.match(await textOf('count-exits'), /2$/)
  await cross(first, 'entry')
  await page.unroute('**/live')
  await page.locator('[data-testid=line][data-line=live]').waitFor()
  await page.locator('[data-testid=count-entries]', { hasText: '1' }).waitFor()
  assert.equal(await page.locator('[data-testid=announced][role=status]').count(), 1)
})

for (const language of languages)
  test(`the point, one referral and the day suit everybody, ${language}`, async () => {
    await page.goto(`${open.url}/desk/point`)
    await speak(language)
    await page.locator('[data-testid=waiting]').nth(2).waitFor()
    await seen(language, '[data-testid=day-chart]', 'point')
    await page.goto(`${open.url}/desk/point/referrals/${care.id}`)
    await seen(language, '[data-testid=decide]', 'referral')
    await page.goto(`${open.url}/desk/point/day`)
    await seen(language, '[data-testid=shifts]', 'point-day')
  })

test('care first: whom to call, and never turned back; handed over with a reason', async () => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${open.url}/desk/point/referrals`)
  await speak('en')
  await page.locator(`[data-testid=waiting][data-movement="${care.id}"] a`).click()
  await at(page, 'care-first').waitFor()
  assert.equal(await at(page, 'decide-turned-back').count(), 0)
  await at(page, 'decide-send').click()
  await page.getByText('Choose one.').waitFor()
  await at(page, 'decide-handed-over').check()
  assert.equal(await at(page, 'decide-to').inputValue(), 'immigration')
  await at(page, 'decide-reason').fill('Asks for protection; the refugee office was called.')
  await at(page, 'decide-send').click()
  await page.locator('[data-testid=referral-state][data-state=handed-over]').waitFor()
})

test('evidence: the face when it is asked for, the finding with its rule, a false hit cleared until a day', async () => {
  await page.goto(`${open.url}/desk/point/referrals/${hit.id}`)
  await page.locator('[data-testid=evidence] [data-reason=listed]').waitFor()
  assert.equal(await at(page, 'face').count(), 0)
  await at(page, 'show-face').click()
  await at(page, 'face').waitFor()
  assert.ok(await page.evaluate("document.querySelector('[data-testid=face]').decode().then(() => true)"))
  const read = await rows('select 1 from person_read where subject = $1 and place = $2', [listed, poipet])
  assert.ok(read.length > 0)
  await at(page, 'hit').waitFor()
  await at(page, 'false-hit').click()
  await at(page, 'allow-until').fill('31/1/2027')
  await at(page, 'allow-remark').fill('another person: the face and the mark on the hand differ')
  await photograph(page, 'hit')
  await at(page, 'allow-give').click()
  await page.locator('[data-testid=hit][data-cleared=true]').waitFor()
  await at(page, 'decide-let-pass').check()
  await at(page, 'decide-reason').fill('Not the one on the list.')
  await at(page, 'decide-send').click()
  await page.locator('[data-testid=referral-state][data-state=let-pass]').waitFor()
})

test('an officer decided alone: the chief contests it', async () => {
  assert.equal((await decide(face.id, officer, { decision: 'turned-back', reason: 'not the one in the photo' })).status, 200)
  await page.goto(`${open.url}/desk/point/referrals`)
  await at(page, 'filter-toConfirm').click()
  await page.locator('[data-testid=decided-row][data-confirm=waiting] a').click()
  await at(page, 'contest-decision').click()
  await at(page, 'reason').fill('The photo is ten years old.')
  await at(page, 'confirm').click()
  await page.getByText('Contested', { exact: true }).waitFor()
  assert.equal(await at(page, 'to-confirm').count(), 0)
})

test('the day: a shift ends with its note, and the sheet comes as a file in each language', async () => {
  await page.goto(`${open.url}/desk/point/day`)
  await page.locator('[data-testid=shift]', { hasText: 'Lane 10' }).getByTestId('end-shift').click()
  await at(page, 'shift-note-text').fill('One person waits for the refugee office.')
  await at(page, 'confirm-end-shift').click()
  await page.locator('[data-testid=shift-note]', { hasText: 'refugee office' }).waitFor()
  await page.locator('[data-testid=day-total]', { hasText: '6' }).waitFor()
  for (const language of languages) {
    const [file] = await Promise.all([page.waitForEvent('download'), at(page, `day-pdf-${language}`).click()])
    assert.equal(file.suggestedFilename(), `kh-th-poipet-2026-11-20-${language}.pdf`)
  }
})

test('sheets of a movement that was undone are struck out, with who and when', async () => {
  const { id } = await cross(first, 'exit', {}, other)
  const vehicle = { id: desk.id(), point: poipet, lane: '2', direction: 'exit', occurredAt: open.clock.now, class: 'truck', wheels: 6 }
  const line = { chapter: '07', nature: 'seen', quantity: 500, unit: 'kg', value: 1_000_000, currency: 'KHR' }
  const sheets = [
    desk.post('/api/v1/vehicle-sheets', { ...vehicle, plate: { written: '3A-1234', state: 'KH' }, driver: id, passengers: [] }, officer),
    desk.post('/api/v1/goods-sheets', { id: desk.id(), movement: id, lines: [line] }, officer),
  ]
  assert.deepEqual(
    (await Promise.all(sheets)).map(({ status }) => status),
    [201, 201],
  )
  assert.equal((await undo(id, chief)).status, 201)
  assert.equal((await begin(chief, 'office')).status, 201)
  await page.goto(`${open.url}/desk/point/day`)
  for (const row of ['vehicle-row', 'goods-row']) {
    await page.locator(`[data-testid=${row}][data-undone=true]`, { hasText: 'Undone at 09:08 by ' }).waitFor()
    const line = `getComputedStyle(document.querySelector('[data-testid=${row}] td')).textDecorationLine`
    assert.match(await page.evaluate<string>(line), /line-through/)
  }
  await seen('km', '[data-testid=shifts]', 'point-day-undone')
})

test('a chief alone: the page says who may decide, and the province takes the case on, in three languages', async () => {
  const aside = await cross(first, 'exit', { photo: 'no-match' }, chief)
  await page.goto(`${open.url}/desk/point/referrals/${aside.id}`)
  await speak('en')
  await page.locator('[data-testid=who-decides]', { hasText: 'the province’s officer' }).waitFor()
  assert.equal(await at(page, 'decide').count(), 0)
  const province = await visitAs('provincial-officer', 'KH:01', '/desk/overseen')
  await province.locator('[data-testid=overseen-row] a').click()
  for (const language of languages) {
    await province.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await province.reload()
    await suits(province, 'overseen', language, '[data-testid=evidence] [data-reason=pass-lent]')
  }
  assert.ok(!(await province.content()).includes(first), 'whose document it was is not told')
  await at(province, 'decide-let-pass').check()
  await at(province, 'decide-reason').fill('The point sent the face; it is her.')
  await at(province, 'decide-send').click()
  await at(province, 'overseen').waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('[data-testid=referral-state][data-state=let-pass]').waitFor()
})

test('who was refused or flagged: by rule, each with what spoke, and one as it stands on record', async () => {
  const standing = (state: string) => rows('update pass set state = $1 where number = $2', [state, last])
  const [{ state } = assert.fail()] = await rows<{ state: string }>('select state from pass where number = $1', [last])
  later(90)
  await standing('suspended')
  const refused = await cross(last, 'exit', {}, other)
  await standing(state)
  later(90)
  const flagged = await cross(last, 'exit', {}, officer)
  assert.deepEqual([refused.verdict.outcome, flagged.verdict.outcome], ['refuse', 'admit-with-flag'])
  for (const language of languages) {
    await page.goto(`${open.url}/desk/point/notable`)
    await speak(language)
    await seen(language, `[data-testid=notable-row][data-movement="${refused.id}"]`, 'notable')
  }
  await speak('en')
  await at(page, 'rule-document.standing').click()
  await page.locator(`[data-testid=notable-row][data-movement="${flagged.id}"]`).waitFor({ state: 'detached' })
  assert.equal(await at(page, 'notable-refuse').getAttribute('data-n'), '1')
  await page.locator(`[data-testid=notable-row][data-movement="${refused.id}"] a`).click()
  await page.locator('[data-testid=evidence] [data-reason=suspended]').waitFor()
  await seen('en', '[data-testid=evidence]', 'notable-one')
})

test('an officer reads and may decide; a clerk has nothing of it', async () => {
  const mate = await visitAs('checkpoint-officer', poipet, '/desk/point')
  await mate.locator('[data-testid=line][data-line=live]').waitFor()
  const clerk = await visitAs('clerk', 'KH:0109', '/desk/point')
  await clerk.locator('.places').waitFor()
  assert.equal(await clerk.locator('.places a[href="/desk/point"]').count(), 0)
})

test('no page had an error, and nothing was blocked by the content policy', () => assert.deepEqual(faults, []))
