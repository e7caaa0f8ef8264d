// Goal: the clerk sees the faces side by side before sending, says "another person", and only then is the application taken. Method: Chromium against a whole instance.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { buildWeb } from './build-web.ts'
import { accessible, at, focusOn, openJourney } from './journey-browser.ts'
import { openDesk } from './test-desk.ts'
import { openTestInstance } from './test-instance.ts'

const open = await openTestInstance({ now: '2026-11-20T08:30:00+07:00', webFolder: await buildWeb(), listen: true })
const { faults, visitAs } = await openJourney(open.url)
const desk = openDesk(open)
after(() => assert.deepEqual(faults, []))

test('somebody of another office with a like name: shown beside the applicant, and taken only after the clerk said so', async () => {
  const page = await visitAs('clerk', 'KH:0109', '/desk')
  await at(page, 'made-up-0').click()
  await page.locator('[data-testid=eligibility][data-ok=true]').waitFor()
  await at(page, 'photo-preview').waitFor()
  const typed = async (field: string) => page.locator(`#field-${field}`).inputValue()
  const [localName, familyName, givenName] = [await typed('localName'), await typed('familyName'), await typed('givenName')]
  // The same person came to Poipet before, with another paper.
  await page.locator('#field-birthDate').fill('17/5/1990')
  await page.locator('#field-livesSince').fill('17/5/1990')
  const sex = Number(await page.locator('[id^=field-sex]:checked').inputValue())
  const before = await desk.apply({ localName, familyName, givenName, sex, birthDate: '1990-05-11', nationalId: '550000001' }, 'KH:0110', 3)
  assert.equal(before.status, 201, JSON.stringify(before.body))

  await at(page, 'submit-application').click()
  await at(page, 'near-person').waitFor()
  assert.equal(await at(page, 'near-person').count(), 1)
  const told = (await at(page, 'near-person').textContent()) ?? ''
  for (const text of [localName, 'Same name', 'Date of birth differs in one digit', 'Born in 1990'])
    assert.ok(told.includes(text), `${text}: ${told}`)
  await at(page, 'near-person').locator('img').nth(1).waitFor()
  assert.equal(await at(page, 'near-person').locator('img').count(), 2, 'two faces')
  await accessible(page, 'near people')
  // The eye and the reader are led there.
  await focusOn(page, 'near-people')

  await at(page, 'submit-application').click()
  // Led there again: the answer was that somebody is near.
  await focusOn(page, 'near-people')
  assert.match(page.url(), /\/desk\/?(\?draft=[0-9a-f-]+)?$/, 'not taken before something was said')
  await at(page, 'near-person').locator('input[type=checkbox]').check()
  await at(page, 'submit-application').click()
  await page.waitForURL('**/desk/applications/**')
  const { rows } = await open.administrator.query("select body from event where type = 'ApplicationSubmitted' and subject = $1", [
    page.url().split('/').at(-1),
  ])
  assert.equal(rows[0]?.body.near.otherPeople.length, 1)
  assert.deepEqual(rows[0]?.body.near.notSaid, [])
  await page.close()
})
