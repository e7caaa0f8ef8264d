// Goal: a chief sees who is over, extends a stay, and decides what was contested; whoever was decided against reads why, contests it and reads the answer; all by the screen, in three languages and on a phone. Method: Chromium against a whole instance, axe on each.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import type { Instant } from '../kernel/time.ts'
import { orderOf } from '../movements/test-facts.ts'
import { daung, openStays, poipet } from '../stays/test-stays.ts'
import { buildWeb } from './build-web.ts'
import { at, openJourney, pick, seenAtBothWidths, suits } from './journey-browser.ts'

const { open, desk, officer: atGate, plant, setOrders, setClock } = await openStays({ webFolder: await buildWeb(), listen: true })
setClock('2026-11-18T10:00:00+07:00')
setOrders([
  orderOf({
    id: 'kh/closed',
    number: '77/2026',
    state: 'KH',
    stage: 'closed',
    instrument: 'kh-th/agreement-1997' as never,
    startsAt: '2026-11-13T17:00:00.000Z' as Instant,
    endsAt: '2026-11-15T17:00:00.000Z' as Instant,
  }),
])
const late = await plant({ openedOn: '2026-11-08' })
const inTime = await plant({ openedOn: '2026-11-12' })
await plant({ openedOn: '2026-11-01' })
await plant({ state: 'unmatched', openedOn: '2026-11-01' })
// One of ours, who left twice by the record: the second exit bears a flag, and the stay is over its days.
const { number: ours } = await desk.issue(7)
async function leave(at: string): Promise<string> {
  setClock(at)
  const { body } = await desk.post(
    '/api/v1/movements',
    { id: desk.id(), point: poipet, direction: 'exit', document: { number: ours }, occurredAt: open.clock.now, photo: 'match' },
    atGate,
  )
  return String(body['id'])
}
await leave('2026-11-05T10:00:00+07:00')
const flagged = await leave('2026-11-09T10:00:00+07:00')
setClock('2026-11-18T10:00:00+07:00')
const { rows: people } = await open.administrator.query<{ born: string }>(
  'select birth_date::text as born from person p join pass_number n on n.person_id = p.id where n.number = $1',
  [ours],
)
const stamp = (await open.server.inject({ url: '/api/v1/made-up/people/3/photo' })).rawPayload
const { faults, visitAs, visit, phoneIn } = await openJourney(open.url)
const officer = await visitAs('checkpoint-officer', poipet, '/desk/stays')

test('an officer finds a stay, extends it with the keyboard, and writes a rebuttal in', async () => {
  await at(officer, 'stay-number').fill(inTime)
  await pick(officer, 'stay-issuer', 'thai')
  await at(officer, 'stay-issuer').press('Enter')
  await officer.locator('[data-testid=stay][data-state=open]').waitFor()
  assert.equal(await officer.locator('[data-testid=day-strip] li[data-kind=tolled]').count(), 2)
  const stale = await visit('/desk/stays', officer.context())
  await at(stale, 'stay-number').fill(inTime)
  await pick(stale, 'stay-issuer', 'TH')
  await at(stale, 'stay-find').click()
  await at(stale, 'extend-reason').waitFor()
  await at(officer, 'extend-reason').fill('A child is ill')
  await at(officer, 'extend-reason').press('Enter')
  await at(officer, 'extend').waitFor({ state: 'detached' })
  // Why there is no second one stands where the form was; another page that was open still asks, and is told.
  await at(officer, 'no-extension').waitFor()
  assert.equal(await at(officer, 'overstays-foreign').count(), 0)
  await at(stale, 'extend-reason').fill('Twice')
  await at(stale, 'extend').click()
  await stale.locator('[data-code="stay.extended"]').waitFor()
  await stale.close()
  const elsewhere = await visitAs('chief-of-point', daung, '/desk/stays')
  await at(elsewhere, 'stay-number').fill(inTime)
  await pick(elsewhere, 'stay-issuer', 'ไทย')
  await at(elsewhere, 'stay-find').click()
  await elsewhere.locator('[data-code="stay.not-found"]').waitFor()
  await elsewhere.context().close()
  await at(officer, 'stay-number').fill(late)
  await at(officer, 'stay-number').press('Enter')
  await officer.locator('[data-testid=stay][data-over=true]').waitFor()
  const stay = officer.locator('[data-testid=stay]')
  await stay.getByTestId('contest-open').click()
  await stay.getByTestId('contest').click()
  await stay.locator('[data-testid=contest-text][aria-invalid=true]').waitFor()
  await stay.getByTestId('contest-text').fill('The gate was shut')
  await stay.getByTestId('contest').click()
  await stay.getByTestId('contest-open').waitFor({ state: 'detached' })
  // What the gate decided stands below, to be contested at the same counter.
  await officer.locator('[data-testid=gate-decision][data-outcome=admit-with-flag]').getByTestId('contest-open').waitFor()
})

test('somebody reads on a phone what went against them, in three languages, and contests it with pictures', async () => {
  for (const language of languages) {
    const page = await visit('/contest', await phoneIn(language))
    const seen = (name: string) => suits(page, `contest-${name}`, language)
    await at(page, 'by-code').check()
    await at(page, 'contest-code').waitFor()
    await seen('code')
    await at(page, 'by-birth-date').check()
    await at(page, 'contest-number').fill(ours)
    const [year = '', month = '', day = ''] = (people[0]?.born ?? '').split('-')
    await at(page, 'born-day').fill(day)
    await at(page, 'born-month').fill(month)
    await at(page, 'born-year').fill(year)
    await at(page, 'send').click()
    await page.locator('[data-testid=decision][data-about=overstay]').waitFor()
    await page.locator('.reasons blockquote').first().waitFor()
    assert.equal(await page.locator('[data-testid=tolled] li').count(), 2)
    await seen('decisions')
    // Each language contests another thing, as far as there are things.
    const about = language === 'km' ? 'flag' : 'overstay'
    await page
      .locator(`[data-testid=decision][data-about=${about}]`)
      .first()
      .getByTestId(language === 'en' ? 'waits' : 'contest')
      .waitFor()
    if (language !== 'en') {
      await page.locator(`[data-testid=decision][data-about=${about}]`).first().getByTestId('contest').click()
      await at(page, 'contest-text').fill('The gate was shut, here is the stamp')
      const file = { name: 'stamp.jpg', mimeType: 'image/jpeg', buffer: stamp }
      await at(page, 'contest-pictures').setInputFiles([file, file])
      await at(page, 'contest-picture').nth(1).waitFor()
      await seen('form')
      await at(page, 'send').click()
      await at(page, 'contested').waitFor()
      await page.locator('[data-testid=waits]').first().waitFor()
      assert.match(((await at(page, 'number').textContent()) ?? '').replace(/\P{Nd}/gu, ''), /^\p{Nd}{10}$/u)
      await seen('sent')
    }
    assert.ok(!page.url().includes(ours) && !page.url().includes('?'), page.url())
    await page.context().close()
  }
})

test('the chief’s page suits everybody, and a rebuttal is decided on it', async () => {
  const page = await visitAs('chief-of-point', poipet, '/desk/stays')
  for (const language of languages) {
    await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await page.reload()
    await at(page, 'overstay').first().waitFor()
    await at(page, 'contest-row').first().waitFor()
    await at(page, 'overstay-tolled').first().waitFor()
    await at(page, 'overstay-open').last().click()
    await at(page, 'day-strip').waitFor()
    await seenAtBothWidths(page, 'stays')
  }
  await at(page, 'contests-about').selectOption('flag')
  await page.locator('[data-testid=contest-row]').nth(1).waitFor({ state: 'detached' })
  await at(page, 'contests-about').selectOption('overstay')
  await page.locator('[data-testid=contest-row]').nth(1).waitFor()
  await at(page, 'contests-number').fill(late)
  await page.locator('[data-testid=contest-row]').nth(1).waitFor({ state: 'detached' })
  await at(page, 'contest-row').locator('a').click()
  await at(page, 'contest-take').click()
  await at(page, 'contest-reasons').fill('The order of those days proves it')
  await at(page, 'contest-accept').click()
  await page.locator('[data-testid=contest-state][data-state=accepted]').waitFor()
})

test('the province decides with evidence: the stay ended at the proven time; the person reads it', async () => {
  const page = await visitAs('provincial-officer', 'KH:01', '/desk/stays')
  await at(page, 'contests-area').selectOption('KH:01')
  await at(page, 'contests-number').fill(ours)
  await page.locator('[data-testid=contest-row]').nth(1).waitFor()
  await at(page, 'contests-about').selectOption('overstay')
  await page.locator('[data-testid=contest-row]').nth(1).waitFor({ state: 'detached' })
  await at(page, 'contest-row').locator('a').click()
  await at(page, 'contest-take').click()
  await at(page, 'effect-ended').check()
  await at(page, 'contest-reasons').fill('The stamp shows the way home on the 10th')
  await at(page, 'contest-accept').click()
  await page.locator('[data-testid=ended-day][aria-invalid=true]').waitFor()
  await at(page, 'ended-day').fill('10/11/2026')
  await at(page, 'ended-time').fill('8:30')
  await at(page, 'evidence').nth(1).waitFor()
  for (const language of languages) {
    await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await page.reload()
    await at(page, 'contest-decide').waitFor()
    await at(page, 'effect-ended').check()
    await seenAtBothWidths(page, 'decide')
  }
  await at(page, 'ended-day').fill('10/11/2026')
  await at(page, 'ended-time').fill('8:30')
  await at(page, 'contest-reasons').fill('The stamp shows the way home on the 10th')
  await at(page, 'contest-accept').click()
  await page.locator('[data-testid=contest-state][data-state=accepted]').waitFor()
  const { body } = await desk.post('/api/v1/rebuttals/follow', { number: ours, birthDate: people[0]?.born ?? '' })
  const about = (body['decisions'] as { about: string }[]).map((each) => each.about)
  assert.deepEqual(about, ['flag'])
  assert.ok((body['rebuttals'] as { effect: string | null; movement: string | null }[]).some(({ effect }) => effect === 'ended'))
  assert.ok((body['rebuttals'] as { movement: string | null }[]).some(({ movement }) => movement === flagged))
  assert.deepEqual(faults, [])
})
