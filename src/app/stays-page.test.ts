// Goal: a chief sees who is over, extends a stay, and decides what was contested, by the screen; in three languages and on a phone. Method: Chromium against a whole instance, axe on each; with SPEAN_TEST_PICTURES a folder of pictures to look at.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { languages } from '../kernel/language.ts'
import type { Instant } from '../kernel/time.ts'
import { orderOf } from '../movements/test-facts.ts'
import { openStays, poipet } from '../stays/test-stays.ts'
import { buildWeb } from './build-web.ts'
import { accessible, at, openJourney } from './journey-browser.ts'

const { open, plant, setOrders, setClock } = await openStays({ webFolder: await buildWeb(), listen: true })
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
const { faults, visitAs } = await openJourney(open.url)
const officer = await visitAs('checkpoint-officer', poipet, '/desk/stays')
const pictures = process.env['SPEAN_TEST_PICTURES']

test('an officer finds a stay, extends it with the keyboard, and writes a rebuttal in', async () => {
  await at(officer, 'stay-number').fill(inTime)
  await at(officer, 'stay-issuer').fill('TH')
  await at(officer, 'stay-issuer').press('Enter')
  await officer.locator('[data-testid=stay][data-state=open]').waitFor()
  assert.equal(await officer.locator('[data-testid=day-strip] li[data-kind=tolled]').count(), 2)
  await at(officer, 'extend-reason').fill('A child is ill')
  await at(officer, 'extend-reason').press('Enter')
  await at(officer, 'extend').waitFor({ state: 'detached' })
  assert.equal(await at(officer, 'overstays-foreign').count(), 0)
  await at(officer, 'stay-number').fill(late)
  await at(officer, 'stay-number').press('Enter')
  await officer.locator('[data-testid=stay][data-over=true]').waitFor()
  await at(officer, 'contest-open').click()
  await at(officer, 'contest-text').fill('The gate was shut')
  await at(officer, 'contest').click()
  await at(officer, 'contest-open').waitFor({ state: 'detached' })
})

test('the chief’s page suits everybody, and a rebuttal is decided on it', async () => {
  const page = await visitAs('chief-of-point', poipet, '/desk/stays')
  for (const language of languages) {
    await page.evaluate((chosen) => localStorage.setItem('spean.language', chosen), language)
    await page.reload()
    await at(page, 'overstay').first().waitFor()
    await page.locator('[data-testid=rebuttal]').waitFor()
    await at(page, 'overstay-open').last().click()
    await at(page, 'day-strip').waitFor()
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
      await accessible(page, `stays ${language} at ${width}`)
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
      assert.ok(over <= 0, `${language} at ${width} is ${over} pixels too wide`)
      if (pictures) await page.screenshot({ path: join(pictures, `stays-${language}-${width}.png`), fullPage: true })
    }
  }
  await at(page, 'rebuttal-take').click()
  await at(page, 'rebuttal-answer').fill('The order of those days proves it')
  await at(page, 'rebuttal-accept').click()
  await page.locator('[data-testid=rebuttal]').waitFor({ state: 'detached' })
  await page.locator('[data-testid=stay][data-over=false]').waitFor()
  assert.deepEqual(faults, [])
})
